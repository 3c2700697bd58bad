-- SPDX-License-Identifier: Apache-2.0
-- Stores whose older records were moved into an archive file: what the trail goes on from. And where a kind of event begins
-- and ends, in long trails.

CREATE TABLE archive ( -- one row, none where the store has all of its records
    one INTEGER PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL, -- of the last event that was archived
    first_hash BLOB NOT NULL, -- of the first event of the store
    last_hash BLOB NOT NULL, -- of that last event: the chain goes on from it
    version INTEGER NOT NULL, -- of the policy then
    body BLOB NOT NULL, -- compressed: the changes that make it of nothing, one a line, as in change_set
    keys TEXT NOT NULL, -- that counted then, one a line: hexadecimal, and the event that enrolled it
    time INTEGER NOT NULL, -- of the checkpoint over all this, which the archive ends with
    key BLOB NOT NULL,
    signature BLOB NOT NULL,
    event INTEGER NOT NULL -- that records it
) STRICT;
CREATE INDEX event_action ON event (action);
