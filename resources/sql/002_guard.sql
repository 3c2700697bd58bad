-- SPDX-License-Identifier: Apache-2.0
-- Guarded stores: who signs in, what was confirmed, and events that record no change set.
-- `user` is the surrogate id: who is deleted and made again has no credential.

CREATE TABLE guard ( -- one row in a guarded store, none in an open one
    one INTEGER PRIMARY KEY CHECK (one = 1),
    since INTEGER NOT NULL
) STRICT;
CREATE TABLE credential (
    user INTEGER PRIMARY KEY,
    password TEXT NOT NULL, -- argon2id, as a PHC string
    generation INTEGER NOT NULL, -- rises with every change: sessions from before are over
    seed BLOB, -- of one-time codes, encrypted; NULL: none
    last_step INTEGER NOT NULL -- of the one-time code used last
) STRICT;
CREATE TABLE recovery_code (
    user INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (user, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE attempt ( -- guesses and refusals, counted
    name BLOB PRIMARY KEY, -- SHA-256 of what and whom, for a password may be given in the place of a name
    failures INTEGER NOT NULL,
    last INTEGER NOT NULL,
    not_before INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE confirmation (
    user INTEGER NOT NULL,
    digest BLOB NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (user, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE request ( -- change sets that wait for a second person
    id INTEGER PRIMARY KEY,
    user INTEGER NOT NULL, -- who asked
    asked INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    body TEXT NOT NULL, -- the change set, as a document
    overrides_tests INTEGER NOT NULL,
    state TEXT NOT NULL, -- waiting, applied, refused, withdrawn
    note TEXT NOT NULL -- of who decided
) STRICT;
CREATE TABLE request_approval (
    request INTEGER NOT NULL,
    user INTEGER NOT NULL,
    PRIMARY KEY (request, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE occasion ( -- of an event that stands for itself; else all this is its change set's
    sequence INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
