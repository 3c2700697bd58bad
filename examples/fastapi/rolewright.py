# SPDX-License-Identifier: Apache-2.0
"""May a user do this? Looked up in Redis while that may be trusted, else asked of rolewrightd over AuthZEN.

Whatever goes wrong, the answer is no, or an error: never a guess.
"""

import asyncio
import json
from pathlib import Path
from typing import Optional

import httpx
import redis.asyncio
from redis.exceptions import RedisError

PATIENCE = 0.5  # seconds for Redis; then the server is asked


class Unanswered(Exception):
    """Nobody can say who may do what just now."""


class Rolewright:
    """One for a process, on one event loop."""

    def __init__(self, server: str, token_file: Path, redis_url: str, read_script: Path, authorities=None):
        self._token_file = token_file
        self._http = httpx.AsyncClient(base_url=server, timeout=5, verify=authorities or True)
        self._redis = redis.asyncio.from_url(redis_url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
        self._read = read_script.read_text()

    async def close(self):
        await self._redis.close()
        await self._http.aclose()

    async def allows(self, user: str, permission: str, owner: Optional[str] = None) -> bool:
        """permission: "article:update"; owner: of the thing that it is about."""
        entry = await self._entry(user)
        if entry is not None:
            return _decide(entry, permission, owned=owner is not None and owner == user)
        return await self._ask(user, permission, owner)

    async def _entry(self, user: str):
        try:
            text = await self._redis.execute_command("EVAL_RO", self._read, 0, user)
            entry = json.loads(text) if text else None
        except (RedisError, OSError, asyncio.TimeoutError, ValueError):
            return None
        return entry if _is_entry(entry) else None

    async def _ask(self, user: str, permission: str, owner: Optional[str]) -> bool:
        resource, action = permission.split(":")
        question = {
            "subject": {"type": "user", "id": user},
            "action": {"name": action},
            "resource": {"type": resource, "id": "-", "properties": {} if owner is None else {"owner": owner}},
        }
        try:
            # Read each time: it may have been replaced.
            answer = await self._http.post(
                "/access/v1/evaluation",
                json=question,
                headers={"Authorization": f"Bearer {self._token_file.read_text().strip()}"},
            )
            decision = answer.json().get("decision") if answer.status_code == 200 else None
        except (httpx.HTTPError, OSError, ValueError, AttributeError) as error:
            raise Unanswered(str(error)) from error
        if not isinstance(decision, bool):
            raise Unanswered(f"rolewrightd answered {answer.status_code}")
        return decision


def _is_entry(entry) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(key), list) and all(isinstance(name, str) for name in entry[key])
        for key in ("permissions", "scoped")
    )


def _decide(entry: dict, permission: str, owned: bool) -> bool:
    held, scoped = entry["permissions"], set(entry["scoped"])
    if permission in held or any(name.startswith(permission + ":") and name not in scoped for name in held):
        return True
    return owned and f"{permission}:own" in scoped
