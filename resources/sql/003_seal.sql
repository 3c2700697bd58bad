-- SPDX-License-Identifier: Apache-2.0
-- Sealed stores: whose signatures count, and the signatures, one or more for each commit. And display names and attribute
-- values of users, so that they can be erased: the trail and the history have the digests.

CREATE TABLE signing_key (
    key BLOB PRIMARY KEY, -- Ed25519, public
    since INTEGER NOT NULL, -- the event that enrolled it
    until INTEGER -- the event that took it away; NULL: it counts
) STRICT;
CREATE TABLE seal (
    number INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL, -- the newest event then; what is signed says checkpoint.h
    time INTEGER NOT NULL,
    key BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE INDEX seal_sequence ON seal (sequence);

CREATE TABLE personal (
    digest TEXT PRIMARY KEY, -- of salt and value; core/store/personal.h
    salt BLOB NOT NULL,
    value TEXT NOT NULL,
    user TEXT NOT NULL, -- whose it was, by the id of then
    version INTEGER NOT NULL -- that it came or went with
) STRICT, WITHOUT ROWID;
CREATE INDEX personal_user ON personal (user);
