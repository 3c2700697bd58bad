# SPDX-License-Identifier: Apache-2.0
"""A newsroom's articles, guarded by an exported policy: see README.md."""

import os
from pathlib import Path

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from rolewright_fastapi import Guard
from rolewright_policy import Policy

app = FastAPI(title="Newsroom")
bearer = HTTPBearer()
key = Path(os.environ["NEWSROOM_KEY_FILE"]).read_bytes().strip()
articles = {"1": {"author": "alice", "text": "It rains."}, "2": {"author": "ivan", "text": "It does not rain."}}


async def current_user(credentials: HTTPAuthorizationCredentials = Depends(bearer)) -> str:
    """Who the token names. Whether they are active, and what they may, is for the policy to say."""
    try:
        claims = jwt.decode(credentials.credentials, key, algorithms=["HS256"], options={"require": ["exp", "sub"]})
    except jwt.InvalidTokenError:
        raise HTTPException(401, "Sign in again", headers={"WWW-Authenticate": "Bearer"})
    return claims["sub"]


def author(id: str) -> str:
    if id not in articles:
        raise HTTPException(404, "There is no such article")
    return articles[id]["author"]


guard = Guard(Policy.load(), current_user)


@app.get("/articles", dependencies=[Depends(guard.require_permission("article:read"))])
async def list_articles():
    return articles


@app.put("/articles/{id}", dependencies=[Depends(guard.require_permission("article:update", owner=author))])
async def update_article(id: str, text: str):
    articles[id]["text"] = text
    return articles[id]


@app.post("/articles/{id}/publication", dependencies=[Depends(guard.require_operation("POST /articles/{id}/publication"))])
async def publish_article(id: str):
    return articles[id]


@app.get("/comments/hidden", dependencies=[Depends(guard.require_role("moderator"))])
async def hidden_comments():
    return []
