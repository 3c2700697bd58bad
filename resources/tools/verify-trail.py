#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Verifies an exported trail without Rolewright: a second hand that needs Python alone.

usage: verify-trail.py TRAIL.jsonl [--archive FILE...] [--checkpoints FILE --key HEX...]

TRAIL.jsonl is what "rolewrightctl log --json" wrote; the archives what "log archive" wrote before, in any order; the file of
checkpoints what "log checkpoint" printed, one a line, kept elsewhere, and the last line of an archive is one too; HEX the
public keys whose checkpoints count. A trail whose older records were archived needs their archive, or its last line as a
checkpoint. Says how far the trail is intact and sealed, and names the first record that is
not. Exit status: 0 intact, 1 not, 2 unreadable.
"""
import argparse
import base64
import datetime
import hashlib
import json
import struct
import sys

ZERO = bytes(32)


def field(value):
    data = value.encode("utf-8") if isinstance(value, str) else value
    return struct.pack(">q", len(data)) + data


def number(value):
    return struct.pack(">q", value)


def milliseconds(text):
    moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    return (moment - epoch) // datetime.timedelta(milliseconds=1)


def record_hash(previous, record):
    change = record.get("chainedChange", record.get("change", ""))
    if not isinstance(change, str):
        change = json.dumps(change, ensure_ascii=False)
    name = record.get("chainedName", record.get("targetName", ""))
    parts = [field(previous), number(record["sequence"]), number(milliseconds(record["time"]))]
    parts += [field(record.get(text, "")) for text in ("actor", "origin", "action", "target")]
    parts += [field(name), field(record.get("summary", "")), field(change)]
    parts += [field(record.get("reason", "")), field(record.get("operation", ""))]
    parts += [number(record["version"]), field(record["result"])]
    return hashlib.sha256(b"".join(parts)).digest()


MARK = "\x01"  # before the digest of a name or an attribute value, which can be erased


def put_values(data, values):
    """What stands in the record, made from what the hash is over and the values beside it."""
    if isinstance(data, str) and data.startswith(MARK):
        return values[data[1:]]["value"] if data[1:] in values else "(erased)"
    if isinstance(data, dict):
        return {key: put_values(value, values) for key, value in data.items()}
    if isinstance(data, list):
        return [put_values(value, values) for value in data]
    return data


def values_hold(record):
    values = record.get("values", {})
    for digest, each in values.items():
        data = field("rolewright personal value") + field(bytes.fromhex(each["salt"])) + field(each["value"])
        made = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
        if made != digest:
            return False
    for chained, shown in (("chainedName", "targetName"), ("chainedChange", "change")):
        if chained in record and put_values(record[chained], values) != record.get(shown):
            return False
    return True


# Ed25519 (RFC 8032, section 5.1), to verify alone: nothing here is secret, so nothing has to take the same time.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x % 2 != sign else x


def point(data):
    value = int.from_bytes(data, "little")
    y, sign = value & ((1 << 255) - 1), value >> 255
    x = recover_x(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, p):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, p)
        p = add(p, p)
        scalar >>= 1
    return result


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def is_signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    return same(times(s, BASE), add(r, times(h, a)))


def checkpoint_message(checkpoint):
    ends_archive = checkpoint["rolewright-checkpoint"] == 2
    return ((b"rolewright checkpoint 2\n" if ends_archive else b"rolewright checkpoint 1\n")
            + field(bytes.fromhex(checkpoint["store"])) + field(bytes.fromhex(checkpoint["head"]))
            + number(checkpoint["sequence"]) + number(milliseconds(checkpoint["time"]))
            + (field(bytes.fromhex(checkpoint["base"])) if ends_archive else b""))


def is_good(checkpoint):
    return is_signed(bytes.fromhex(checkpoint["key"]), checkpoint_message(checkpoint), bytes.fromhex(checkpoint["signature"]))


def join(archives, records, checkpoints, keys):
    """What a trail begins after, all of its records, and what is wrong with the archives; None where nothing is."""
    begin, last, joined = None, None, []
    for name, lines in sorted(archives, key=lambda archive: archive[1][0].get("sequence", 0)):
        if is_checkpoint(lines[0]):
            before, lines = lines[0], lines[1:]
            if last and before != last:
                return None, [], f"{name} does not go on from the archive before it"
            if not is_good(before):
                return None, [], f"{name}: its first line is not as it was signed"
            begin = begin if joined else before
        elif last:
            return None, [], f"{name} does not go on from the archive before it"
        if not lines or not is_checkpoint(lines[-1]) or not is_good(lines[-1]):
            return None, [], f"{name}: its last line is no checkpoint, or not as it was signed"
        last, body = lines[-1], lines[:-1]
        if not body or body[-1]["sequence"] != last["sequence"] or body[-1]["hash"] != last["head"]:
            return None, [], f"{name}: its checkpoint is not of its last record"
        joined += body
    if last and records and records[0]["sequence"] != last["sequence"] + 1:
        return None, [], f"the archives end with record {last['sequence']}, the trail begins with {records[0]['sequence']}"
    if not last and records and records[0]["sequence"] > 1:
        fitting = [each for each in checkpoints if each["sequence"] == records[0]["sequence"] - 1 and each["key"] in keys]
        if fitting and is_good(fitting[0]):
            begin = fitting[0]
    return begin, joined + records, None


def is_checkpoint(line):
    return "rolewright-checkpoint" in line


def verify(records, checkpoints, keys, begin=None):
    """How far it is intact, how far sealed, the first bad record and what is wrong; None where nothing is."""
    previous, intact, hashes, store = ZERO, 0, {}, None
    if begin:
        previous, intact, store = bytes.fromhex(begin["head"]), begin["sequence"], begin["store"]
        hashes[intact] = begin["head"]
    for record in records:
        if record["sequence"] != intact + 1:
            hint = "" if intact else (": where it was archived, name the archives, or the last line of the newest as a "
                                      "checkpoint")
            return intact, 0, intact + 1, f"record {intact + 1} is missing{hint}"
        try:
            previous = record_hash(previous, record)
            good = previous.hex() == record["hash"] and values_hold(record)
        except (KeyError, TypeError, ValueError, AttributeError):
            good = False
        if not good:
            return intact, 0, intact + 1, f"record {intact + 1} is not as it was written"
        intact += 1
        hashes[intact] = previous.hex()
    sealed = 0
    for each in sorted(checkpoints, key=lambda checkpoint: checkpoint["sequence"]):
        if each["key"] not in keys or not is_good(each):
            return intact, sealed, None, f"the checkpoint of {each['time']} is not signed by a key that counts"
        if each["sequence"] < min(hashes, default=1):
            continue  # of archived records that are not here
        if each["store"] != (store or hashes.get(1)):
            return intact, sealed, 1, f"the checkpoint of {each['time']} is of another trail"
        if each["sequence"] > intact:
            return intact, sealed, intact + 1, f"the trail had come to record {each['sequence']}: it was cut off"
        if each["head"] != hashes[each["sequence"]]:
            return intact, sealed, sealed + 1, f"a record from {sealed + 1} to {each['sequence']} was written anew"
        sealed = each["sequence"]
    return intact, sealed, None, None


def read(name):
    with open(name, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trail")
    parser.add_argument("--archive", action="append", default=[])
    parser.add_argument("--checkpoints")
    parser.add_argument("--key", action="append", default=[])
    options = parser.parse_args()
    try:
        records = sorted(read(options.trail), key=lambda record: record["sequence"])
        checkpoints = read(options.checkpoints) if options.checkpoints else []
        archives = [(name, read(name)) for name in options.archive]
        begin, records, problem = join(archives, records, checkpoints, options.key)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as unreadable:
        print(f"verify-trail: {unreadable}", file=sys.stderr)
        return 2
    if problem:
        print(problem)
        return 1
    intact, sealed, bad, problem = verify(records, checkpoints, options.key, begin)
    if begin:
        print(f"from event {begin['sequence'] + 1} on; those before were archived")
    print(f"intact to event {intact}, " + (f"sealed to event {sealed}" if sealed else "not sealed"))
    if bad is not None:
        print(f"the first event that is not: {bad}")
    if problem:
        print(problem)
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main())
