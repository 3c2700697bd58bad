-- SPDX-License-Identifier: Apache-2.0
-- Credentials of applications: tokens that they send to a server instead of signing in.

CREATE TABLE application_token (
    id INTEGER PRIMARY KEY,
    user INTEGER NOT NULL, -- whose rights it has
    name TEXT NOT NULL, -- for people
    hash BLOB NOT NULL UNIQUE, -- SHA-256
    scope TEXT NOT NULL, -- what it is for, parted by spaces
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    last_use INTEGER -- roughly; NULL: never
) STRICT;
