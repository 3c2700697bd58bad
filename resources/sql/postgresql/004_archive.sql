-- SPDX-License-Identifier: Apache-2.0
-- What 005_archive.sql of SQLite is: what the trail goes on from, where older records were archived. Archiving is the
-- owner's: nobody else may remove a record.

CREATE TABLE archive (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    sequence BIGINT NOT NULL, -- of the last event that was archived
    first_hash BYTEA NOT NULL, -- of the first event of the store
    last_hash BYTEA NOT NULL, -- of that last event: the chain goes on from it
    version BIGINT NOT NULL, -- of the policy then
    body BYTEA NOT NULL, -- compressed: the changes that make it of nothing, one a line, as in change_set
    keys TEXT NOT NULL, -- that counted then, one a line: hexadecimal, and the event that enrolled it
    time BIGINT NOT NULL, -- of the checkpoint over all this, which the archive ends with
    key BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    event BIGINT NOT NULL -- that records it
);
CREATE INDEX event_action ON event (action);

GRANT SELECT ON archive TO {administrator}, {auditor}, {server};
