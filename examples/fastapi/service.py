# SPDX-License-Identifier: Apache-2.0
"""A newsroom's articles, guarded by Rolewright: see README.md."""

import os
from pathlib import Path

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from rolewright import Rolewright, Unanswered

app = FastAPI(title="Newsroom")
bearer = HTTPBearer()
key = Path(os.environ["NEWSROOM_KEY_FILE"]).read_bytes().strip()
articles = {
    "1": {"title": "Rain", "author": "alice", "text": "It rains."},
    "2": {"title": "Sun", "author": "ivan", "text": "It does not rain."},
}


@app.on_event("startup")
async def connect():
    app.state.rolewright = Rolewright(
        server=os.environ["ROLEWRIGHT_SERVER"],
        token_file=Path(os.environ["ROLEWRIGHT_TOKEN_FILE"]),
        redis_url=os.environ["ROLEWRIGHT_REDIS"],
        read_script=Path(os.environ["ROLEWRIGHT_READ_SCRIPT"]),
        authorities=os.environ.get("ROLEWRIGHT_AUTHORITIES"),
    )


@app.on_event("shutdown")
async def disconnect():
    await app.state.rolewright.close()


async def current_user(credentials: HTTPAuthorizationCredentials = Depends(bearer)) -> str:
    """Who the token names. Whether they are active, and what they may, is for the policy to say."""
    try:
        claims = jwt.decode(credentials.credentials, key, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError:
        raise HTTPException(401, "Sign in again", headers={"WWW-Authenticate": "Bearer"})
    return claims["sub"]


def article(id: str) -> dict:
    if id not in articles:
        raise HTTPException(404, "There is no such article")
    return articles[id]


async def insist(user: str, permission: str, owner=None):
    try:
        allowed = await app.state.rolewright.allows(user, permission, owner)
    except Unanswered:
        raise HTTPException(503, "Nobody can say just now whether you may do this", headers={"Retry-After": "1"})
    if not allowed:
        raise HTTPException(403, f"You may not do this; it takes {permission}")


def require(permission: str):
    """A dependency: whoever asks has the permission for everything."""

    async def check(user: str = Depends(current_user)) -> str:
        await insist(user, permission)
        return user

    return check


def require_for_article(permission: str):
    """A dependency: whoever asks has the permission, or has it for their own and wrote the article."""

    async def check(user: str = Depends(current_user), found: dict = Depends(article)) -> dict:
        await insist(user, permission, owner=found["author"])
        return found

    return check


@app.get("/articles", dependencies=[Depends(require("article:read"))])
async def list_articles():
    return articles


@app.put("/articles/{id}")
async def update_article(text: str, found: dict = Depends(require_for_article("article:update"))):
    found["text"] = text
    return found


@app.delete("/articles/{id}", status_code=204)
async def delete_article(id: str, found: dict = Depends(require_for_article("article:delete"))):
    articles.pop(id, None)
