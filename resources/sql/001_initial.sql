-- SPDX-License-Identifier: Apache-2.0
-- The first format of a store. Never edited after a release: what comes later goes into 002_*.sql.
-- `id` is the surrogate of core/base/ids.h, given out once and never again; `number` counts a pool of the policy.

-- Where the store stands: one row.
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    store TEXT NOT NULL, -- a UUID
    version INTEGER NOT NULL,
    sequence INTEGER NOT NULL, -- of the last event
    chain BLOB NOT NULL, -- its hash
    next_permission INTEGER NOT NULL, -- ids that were given out are below
    next_role INTEGER NOT NULL,
    next_user INTEGER NOT NULL,
    next_separation INTEGER NOT NULL,
    next_operation INTEGER NOT NULL,
    next_policy_test INTEGER NOT NULL,
    ownership_property TEXT NOT NULL,
    ownership_attribute TEXT NOT NULL,
    since_checkpoint INTEGER NOT NULL, -- bytes of change sets since the last checkpoint
    checkpoint_size INTEGER NOT NULL -- bytes of the last checkpoint
) STRICT;

-- The policy of the newest version.
CREATE TABLE permission (
    id INTEGER PRIMARY KEY,
    resource TEXT NOT NULL,
    action TEXT NOT NULL,
    scope TEXT NOT NULL, -- empty: none
    description TEXT NOT NULL,
    sensitive INTEGER NOT NULL,
    UNIQUE (resource, action, scope)
) STRICT;
CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    enabled INTEGER NOT NULL
) STRICT;
CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE, -- the user's id
    name TEXT NOT NULL,
    active INTEGER NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE TABLE user_attribute (
    user INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE separation ( -- separation of duty
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    dynamic INTEGER NOT NULL,
    role_limit INTEGER NOT NULL,
    record INTEGER NOT NULL
) STRICT;
CREATE TABLE separation_role (
    separation INTEGER NOT NULL,
    role INTEGER NOT NULL,
    PRIMARY KEY (separation, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE operation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL -- as the change that adds it
) STRICT;
CREATE TABLE policy_test (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    request TEXT NOT NULL,
    decision INTEGER NOT NULL,
    reason TEXT NOT NULL -- empty: any
) STRICT;
CREATE TABLE administration ( -- delegations and approvals
    number INTEGER PRIMARY KEY,
    value TEXT NOT NULL -- as the change that adds it
) STRICT;
CREATE TABLE pattern (
    number INTEGER PRIMARY KEY,
    resource TEXT NOT NULL,
    action TEXT NOT NULL,
    scope TEXT NOT NULL
) STRICT;
CREATE TABLE validity (
    number INTEGER PRIMARY KEY,
    valid_from INTEGER, -- milliseconds since 1970 in UTC; NULL: open
    valid_until INTEGER
) STRICT;
CREATE TABLE source (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
CREATE TABLE role_grant (
    role INTEGER NOT NULL,
    granted INTEGER NOT NULL, -- a permission's id, or 0x80000000 and a pattern's number
    PRIMARY KEY (role, granted)
) STRICT, WITHOUT ROWID;
CREATE TABLE inheritance (
    senior INTEGER NOT NULL,
    junior INTEGER NOT NULL,
    PRIMARY KEY (senior, junior)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignment (
    user INTEGER NOT NULL,
    role INTEGER NOT NULL,
    validity INTEGER NOT NULL,
    source INTEGER NOT NULL,
    PRIMARY KEY (user, role)
) STRICT, WITHOUT ROWID;

-- The history: what made each version. Version 0 is the empty policy that the store began with.
CREATE TABLE change_set (
    version INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    operation TEXT UNIQUE, -- NULL for version 0
    changes INTEGER NOT NULL,
    body BLOB NOT NULL -- compressed: one change a line, as JSON
) STRICT;
CREATE TABLE checkpoint (
    version INTEGER PRIMARY KEY,
    document BLOB NOT NULL -- compressed: the policy document
) STRICT;

-- The trail. What all events of a version share stands in change_set, and their changes in its body.
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE -- "role/editor"
) STRICT;
CREATE TABLE event (
    sequence INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    line INTEGER, -- of the body; NULL where the event records no change
    action TEXT NOT NULL,
    target INTEGER NOT NULL,
    target_name TEXT NOT NULL,
    summary TEXT NOT NULL,
    result TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE TABLE event_thing ( -- everything that an event touches, its target among it
    thing INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (thing, sequence)
) STRICT, WITHOUT ROWID;
