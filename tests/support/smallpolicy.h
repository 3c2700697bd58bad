// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/policytext.h"

namespace rolewright {

// A policy with one of everything, under the names that RandomEdits uses.
inline Policy smallPolicy()
{
    return policyOf(R"({"rolewright": 1,
 "permissions": [{"name": "a:x"}, {"name": "a:y"}, {"name": "b:x"}],
 "roles": [{"name": "r0", "grants": ["a:x", "a:*"]}, {"name": "r1", "inherits": ["r0"], "grants": ["a:y"]},
           {"name": "r2"}, {"name": "r3"}],
 "users": [{"id": "u0", "assignments": [{"role": "r0"}, {"role": "r1", "until": "2027-01-01T00:00:00Z"}]},
           {"id": "u1", "assignments": [{"role": "r2"}]}],
 "constraints": [{"name": "c0", "kind": "static", "roles": ["r0", "r2"], "limit": 2}],
 "operations": [{"name": "o0", "requires": {"anyRole": ["r0", "r2"]}},
                {"name": "o1", "requires": {"allOf": [{"anyPermission": ["a:x"]}, {"access": "a:y"}]}}],
 "administration": {"delegations": [{"role": "r1", "assign": ["r0"], "grant": ["a:x"]}],
                    "approvals": [{"changes": ["role.delete"], "by": "r2"}]},
 "tests": [{"name": "t0", "expect": true,
            "request": {"subject": {"type": "user", "id": "u0"}, "action": {"name": "x"},
                        "resource": {"type": "a", "id": "1"}}}]})");
}

} // namespace rolewright
