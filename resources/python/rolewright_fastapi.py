# SPDX-License-Identifier: Apache-2.0
"""FastAPI dependencies that ask a policy.

    guard = Guard(Policy.load(), current_user)   # current_user: a dependency that answers the id of who asks

    @app.put("/articles/{id}", dependencies=[Depends(guard.require_permission("article:update", owner=author))])

Each answers the id of the user, or 403. What the policy does not know is refused when the service starts: an endpoint
that nobody could ever use is a mistake.
"""

from typing import Any, Callable, Iterable, Optional

from fastapi import Depends, HTTPException

from rolewright_policy import Policy


def nobody() -> Optional[str]:
    """The owner of what has none."""
    return None


def unrelated() -> Iterable[str]:
    """The relations to what has none."""
    return ()


class Guard:
    def __init__(self, policy: Policy, current_user: Callable[..., Any]):
        self._policy = policy
        self._current_user = current_user

    def require_permission(
        self, *any_of: str, owner: Callable[..., Any] = nobody, relations: Callable[..., Any] = unrelated
    ):
        """any_of: "article:update", at least one. owner: a dependency that answers whose the thing is, for what one may
        do with one's own only. relations: one that answers which further scopes hold between the user and the thing."""
        self._insist(self._policy.knows, any_of, "permission")

        async def check(
            user: str = Depends(self._current_user),
            owned_by: Optional[str] = Depends(owner),
            related: Iterable[str] = Depends(relations),
        ) -> str:
            scopes = list(related)
            return _allowed(
                user,
                any(self._policy.allows(user, each, owner=owned_by, relations=scopes) for each in any_of),
                "It takes " + " or ".join(any_of),
            )

        return check

    def require_role(self, *any_of: str):
        self._insist(self._policy.knows_role, any_of, "role")

        async def check(user: str = Depends(self._current_user)) -> str:
            return _allowed(user, self._policy.has_role(user, *any_of), "It takes the role " + " or ".join(any_of))

        return check

    def require_operation(
        self, operation: str, owner: Callable[..., Any] = nobody, relations: Callable[..., Any] = unrelated
    ):
        """What the policy says that the operation requires. (Of a public one, current_user must let everybody in.)"""
        self._insist(self._policy.knows_operation, (operation,), "operation")

        async def check(
            user: str = Depends(self._current_user),
            owned_by: Optional[str] = Depends(owner),
            related: Iterable[str] = Depends(relations),
        ) -> str:
            return _allowed(
                user,
                self._policy.may_perform(user, operation, owner=owned_by, relations=related),
                f"It takes what {operation} requires",
            )

        return check

    @staticmethod
    def _insist(knows: Callable[[str], bool], names: tuple, kind: str):
        unknown = [name for name in names if not knows(name)]
        if unknown or not names:
            raise ValueError(f"The policy has no {kind} {', '.join(unknown)}: correct it, or export the policy again.")


def _allowed(user: str, allowed: bool, takes: str) -> str:
    if not allowed:
        raise HTTPException(403, f"You may not do this. {takes}.")
    return user
