# SPDX-License-Identifier: Apache-2.0
"""Who may do what, by the policy in rolewright_policy.json beside this module.

Both were written by `rolewrightctl export --format python`; export again when the policy has changed. Python 3.9 or
later, standard library only. Policies do not change once they are loaded: any number of threads may ask one.

    policy = Policy.load()
    policy.allows("alice", "article:update", owner="alice")

What is decided, and the reason for it, is what Rolewright says (semantics.md, sections 3 to 5). Rolewright's own rights
are not in the export: nobody has them here.
"""

import json
import re
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Iterable, NamedTuple, Optional

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)


class Malformed(ValueError):
    """The request is not one that can be decided: a mistake of who asks, never a denial."""


class Decision(NamedTuple):
    allowed: bool
    reason: str


class Policy:
    def __init__(self, document: dict):
        """document: what rolewright_policy.json holds."""
        if document.get("rolewright") != 1:
            raise ValueError("This is no policy of the format that this module reads: export it again.")
        ownership = {"property": "owner", "attribute": "id", **document.get("ownership", {})}
        self._owner_property = ownership["property"]
        self._accesses = {tuple(each["name"].split(":")[:2]) for each in document.get("permissions", [])}
        self._roles = {each["name"]: _Role(each) for each in document.get("roles", [])}
        for role in self._roles.values():
            role.reach = frozenset(self._reach(role))
        self._users = {each["id"]: _User(each, ownership["attribute"]) for each in document.get("users", [])}
        self._separations = [
            (frozenset(each["roles"]), each["limit"])
            for each in document.get("constraints", [])
            if each["kind"] == "dynamic" and each.get("mode", "enforce") == "enforce"
        ]
        self._operations = {each["name"]: each.get("requires") for each in document.get("operations", [])}

    @classmethod
    def load(cls, path: Path = Path(__file__).with_name("rolewright_policy.json")) -> "Policy":
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def allows(
        self,
        user: str,
        permission: str,
        *,
        owner: Optional[str] = None,
        relations: Iterable[str] = (),
        roles: Optional[Iterable[str]] = None,
    ) -> bool:
        """permission: "article:update", without scope: those of the user's grants are looked at with the owner of the
        thing and the further relations between it and the user. roles: those that the session acts with; None: all."""
        if not self.knows(permission):
            raise ValueError(f"The policy has no {permission}. Ask for resource:action, without scope.")
        resource, action = permission.split(":")
        return self.decide(self._question(user, action, resource, "-", owner, relations, roles)).allowed

    def may_perform(
        self,
        user: str,
        operation: str,
        *,
        owner: Optional[str] = None,
        relations: Iterable[str] = (),
        roles: Optional[Iterable[str]] = None,
    ) -> bool:
        """operation: "PUT /articles/{id}", one of the policy."""
        return self.decide(self._question(user, "perform", "operation", operation, owner, relations, roles)).allowed

    def has_role(self, user: str, *any_of: str) -> bool:
        """Now, itself or through one that inherits it."""
        known = self._users.get(user)
        if known is None or not known.active:
            return False
        effective = self._effective(known.assigned(_now()))
        return not self._breaks(effective) and any(role in effective for role in any_of)

    def knows(self, permission: str) -> bool:
        return tuple(permission.split(":")) in self._accesses

    def knows_role(self, role: str) -> bool:
        return role in self._roles

    def knows_operation(self, operation: str) -> bool:
        return operation in self._operations

    def decide(self, request: dict) -> Decision:
        """request: as AuthZEN 1.0 has it. Raises Malformed."""
        subject, action, resource = (_object(request, key) for key in ("subject", "action", "resource"))
        user, kind = _text(subject, "id", "subject"), _text(subject, "type", "subject")
        name = _text(action, "name", "action")
        resource_type, resource_id = _text(resource, "type", "resource"), _text(resource, "id", "resource")
        properties = _object(resource, "properties", optional=True)
        context = _object(request, "context", optional=True)
        relations = frozenset(_texts(properties, "relations") or ())
        now = _instant(context["time"]) if "time" in context else _now()
        asked_roles = _texts(context, "roles")
        if not isinstance(context.get("explain", False), bool):
            raise Malformed("context.explain is neither true nor false")

        is_operation = resource_type == "operation" and name == "perform"
        required = self._operations.get(resource_id) if is_operation else None
        if required is not None and "public" in required:
            return Decision(True, "public")
        known = self._users.get(user) if kind == "user" else None
        if known is None:
            return Decision(False, "unknown-user")
        if not known.active:
            return Decision(False, "user-inactive")
        if is_operation and resource_id not in self._operations:
            return Decision(False, "unknown-operation")
        if is_operation and required is None:
            return Decision(False, "unguarded-operation")
        if not is_operation and (resource_type, name) not in self._accesses:
            return Decision(False, "unknown-permission")

        assigned = known.assigned(now)
        if asked_roles is None:
            effective = self._effective(assigned)
        elif self._effective(assigned).issuperset(asked_roles):
            effective = self._effective(asked_roles)
        else:
            return Decision(False, "role-not-authorized")
        if self._breaks(effective):
            return Decision(False, "dynamic-separation")

        owner = properties.get(self._owner_property)
        owns = isinstance(owner, str) and owner != "" and owner == known.owns_as
        holder = _Holder(self, [self._roles[role] for role in effective], relations)
        if is_operation:
            decision = holder.performs(required, owns)
        else:
            decision = holder.accesses(resource_type, name, owns)
        return decision if decision.allowed or effective else Decision(False, "no-role")

    def _question(self, user, action, resource, resource_id, owner, relations, roles) -> dict:
        properties: dict = {"relations": list(relations)}
        if owner is not None:
            properties[self._owner_property] = owner
        return {
            "subject": {"type": "user", "id": user},
            "action": {"name": action},
            "resource": {"type": resource, "id": resource_id, "properties": properties},
            "context": {} if roles is None else {"roles": list(roles)},
        }

    def _reach(self, role: "_Role") -> set:
        """The role and all that it inherits through enabled ones."""
        found: set = set()
        waiting = [role]
        while waiting:
            each = waiting.pop()
            if each.enabled and each.name not in found:
                found.add(each.name)
                waiting.extend(self._roles[junior] for junior in each.inherits)
        return found

    def _effective(self, roles: Iterable[str]) -> set:
        return set().union(*(self._roles[role].reach for role in roles))

    def _breaks(self, effective: set) -> bool:
        return any(len(apart & effective) >= limit for apart, limit in self._separations)


class _Role:
    def __init__(self, entry: dict):
        self.name: str = entry["name"]
        self.enabled: bool = entry.get("enabled", True)
        self.inherits: list = entry.get("inherits", [])
        self.reach: frozenset = frozenset()
        self._scopes: dict = {}  # of (resource, action); None: no scope
        self._patterns = []
        for grant in entry.get("grants", []):
            resource, action, *scope = grant.split(":")
            if "*" in (resource, action):
                self._patterns.append((resource, action, scope[0] if scope else None))
            else:
                self._scopes.setdefault((resource, action), set()).add(scope[0] if scope else None)

    def scopes(self, resource: str, action: str) -> set:
        """Under which it has the access; None: without."""
        found = set(self._scopes.get((resource, action), ()))
        for pattern_resource, pattern_action, scope in self._patterns:
            if pattern_resource in ("*", resource) and pattern_action in ("*", action):
                found.add(scope)
        return found


class _User:
    def __init__(self, entry: dict, owner_attribute: str):
        self.active: bool = entry.get("active", True)
        self.owns_as = entry["id"] if owner_attribute == "id" else entry.get("attributes", {}).get(owner_attribute)
        self._assignments = [
            (each["role"], _bound(each.get("from"), float("-inf")), _bound(each.get("until"), float("inf")))
            for each in entry.get("assignments", [])
        ]

    def assigned(self, now: int) -> list:
        return [role for role, start, end in self._assignments if start <= now < end]


class _Holder:
    """Effective roles, and how the thing that is asked about relates to who asks."""

    def __init__(self, policy: Policy, roles: list, relations: frozenset):
        self._policy = policy
        self._roles = roles
        self._relations = relations

    def accesses(self, resource: str, action: str, owns: bool) -> Decision:
        scopes = self._scopes(resource, action)
        if None in scopes:
            return Decision(True, "granted")
        if (owns and "own" in scopes) or any(scope != "own" and scope in self._relations for scope in scopes):
            return Decision(True, "granted-by-scope")
        return Decision(False, "scope-not-satisfied" if scopes else "not-granted")

    def performs(self, required: dict, owns: bool) -> Decision:
        if self._meets(required, owns):
            return Decision(True, "requirement-met")
        missed = "scope-not-satisfied" if self._meets(required, True) else "requirement-not-met"
        return Decision(False, missed)

    def _meets(self, required: dict, owns: bool) -> bool:
        ((kind, value),) = required.items()
        if kind == "anyPermission":
            return any(self._holds(each) for each in value)
        if kind == "allPermissions":
            return all(self._holds(each) for each in value)
        if kind == "anyRole":
            return any(role.name in value for role in self._roles)
        if kind == "access":
            return self.accesses(*value.split(":"), owns).allowed
        if kind == "owner":
            return any(self._holds(each) for each in value.get("any", ())) or any(
                (owns and self._holds(each)) or (each.count(":") == 2 and self._holds(each.rsplit(":", 1)[0]))
                for each in value["own"]
            )
        if kind == "allOf":
            return all(self._meets(each, owns) for each in value)
        if kind == "anyOf":
            return any(self._meets(each, owns) for each in value)
        if kind == "authenticated":
            return True
        raise ValueError(f"This module knows no requirement {kind}: export the policy again.")

    def _holds(self, permission: str) -> bool:
        resource, action, *scope = permission.split(":")
        scopes = self._scopes(resource, action)
        return None in scopes or (bool(scope) and scope[0] in scopes)

    def _scopes(self, resource: str, action: str) -> set:
        if (resource, action) not in self._policy._accesses:
            return set()
        return set().union(*(role.scopes(resource, action) for role in self._roles))


def _now() -> int:
    return time.time_ns() // 1_000_000


def _bound(text: Optional[str], otherwise: float) -> float:
    return otherwise if text is None else _instant(text)


def _instant(text: Any) -> int:
    """Milliseconds since 1970."""
    match = TIME.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise Malformed("context.time is not like 2026-01-01T00:00:00Z")
    day, minutes, seconds, fraction, zone = match.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{minutes}:{seconds or '00'}{'+00:00' if zone in 'Zz' else zone}")
        since = moment - EPOCH
    except (ValueError, OverflowError) as error:
        raise Malformed(f"context.time: {error}") from error
    return since // timedelta(milliseconds=1) + int((fraction or "")[:3].ljust(3, "0"))


def _object(parent: dict, key: str, optional: bool = False) -> dict:
    if optional and key not in parent:
        return {}
    value = parent.get(key)
    if not isinstance(value, dict):
        raise Malformed(f"{key} is not an object")
    return value


def _text(parent: dict, key: str, place: str) -> str:
    value = parent.get(key)
    if not isinstance(value, str) or value == "":
        raise Malformed(f"{place}.{key} is not a text, or empty")
    return value


def _texts(parent: dict, key: str) -> Optional[list]:
    if key not in parent:
        return None
    value = parent[key]
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Malformed(f"{key} is not a list of texts")
    return value
