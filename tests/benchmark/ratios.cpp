// SPDX-License-Identifier: Apache-2.0
#include "ratios.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <vector>

namespace rolewright::bench {

namespace {

std::vector<Pair> &pairs()
{
    static std::vector<Pair> all;
    return all;
}

// Keeps the median of each benchmark's repetitions beside the usual table.
class Reporter : public benchmark::ConsoleReporter
{
public:
    std::map<std::string, double> medians; // seconds

    void ReportRuns(const std::vector<Run> &runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run &run : runs) {
            if (run.run_type == Run::RT_Aggregate && run.aggregate_name == "median")
                medians[run.run_name.function_name] = run.GetAdjustedRealTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
        }
    }
};

} // namespace

void addPair(Pair pair)
{
    // By number, not by value: the library's registry outlives main(), the scenes in these closures must not.
    const auto add = [number = pairs().size()](const std::string &name, std::function<void()> Pair::*side) {
        benchmark::RegisterBenchmark(name.c_str(), [number, side](benchmark::State &state) {
            if (const auto &prepare = pairs().at(number).prepare)
                prepare();
            for (auto _ : state)
                (pairs().at(number).*side)();
        })->Repetitions(5)->ReportAggregatesOnly(true)->MinTime(0.1)->UseRealTime();
    };
    add(pair.name, &Pair::ours);
    add(pair.name + " floor", &Pair::floor);
    pairs().push_back(std::move(pair));
}

void readArguments(int &argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
}

int runAll()
{
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    std::printf("\n%-44s %14s %14s %8s %8s\n", "benchmark", "ours [us]", "floor [us]", "ratio", "goal");
    int missed = 0;
    for (const Pair &pair : pairs()) {
        const auto ours = reporter.medians.find(pair.name);
        const auto floor = reporter.medians.find(pair.name + " floor");
        if (ours == reporter.medians.end() || floor == reporter.medians.end())
            continue; // filtered out
        const double ratio = ours->second / floor->second;
        const bool within = ratio <= pair.goal;
        missed += within ? 0 : 1;
        std::printf("%-44s %14.3f %14.3f %8.2f %8.2f %s\n", pair.name.c_str(), ours->second * 1e6,
                    floor->second * 1e6, ratio, pair.goal, within ? "" : "  missed");
    }
    pairs().clear();
    return missed == 0 ? 0 : 1;
}

} // namespace rolewright::bench
