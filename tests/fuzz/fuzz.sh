#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs each target under libFuzzer, beginning with its corpus. What breaks one is left in FOUND, with how to run it again.
# usage: fuzz.sh PROGRAM FOUND [SECONDS] [TARGET...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=$1 found=$2 seconds=${3:-60}
shift $(($# < 3 ? $# : 3))
[ $# -gt 0 ] || set -- json document changes table request filter events
mkdir -p "$found"
status=0
for target in "$@"; do
    grown=$found/$target
    mkdir -p "$grown"
    seeds=("tests/fuzz/corpus/$target")
    case $target in json | document) cp resources/samples/newsroom.json "$grown/newsroom" ;; esac
    echo "$target: $seconds s"
    ROLEWRIGHT_FUZZ=$target "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$found/$target-" "$grown" "${seeds[@]}" >"$found/$target.log" 2>&1 || {
        status=1
        echo "$target failed; $found/$target.log ends with:" >&2
        tail -n 30 "$found/$target.log" >&2
    }
    grep -E 'number_of_executed_units|new_units_added' "$found/$target.log" || true
done
exit $status
