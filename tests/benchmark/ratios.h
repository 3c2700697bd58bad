// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace rolewright::bench {

// A benchmark beside its floor: both run in the same process, and the report prints their ratio. Absolute times mean
// nothing on a shared machine.
struct Pair
{
    std::string name;
    double goal = 0; // the ratio to stay under
    std::function<void()> ours; // one iteration each
    std::function<void()> floor;
    std::function<void()> prepare = {}; // before each run of either, not measured
};

// Registers both sides with Google Benchmark.
void addPair(Pair pair);

// Takes the library's options out of the arguments. Before runAll().
void readArguments(int &argc, char **argv);

// Runs what was registered and prints "name  ours  floor  ratio  goal". 0 where every ratio is within its goal and
// nothing was skipped, else 1. What was registered is gone afterwards.
int runAll();

} // namespace rolewright::bench
