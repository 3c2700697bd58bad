// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"
#include "explanations.h"
#include "ratios.h"
#include "serving.h"
#include "stores.h"
#include "teams.h"
#include "trails.h"
#include "windows.h"

#include "ui/shell/theme.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

// rolewright_bench [PART...] [--benchmark_...]: without a part, all of them.
int main(int argc, char **argv)
{
    namespace bench = rolewright::bench;
    const std::map<std::string, void (*)()> parts{
        {"decisions", bench::addDecisions}, {"explanations", bench::addExplanations},
        {"serving", bench::addServing},     {"stores", bench::addStores},
        {"teams", bench::addTeams},         {"trails", bench::addTrails},
        {"windows", bench::addWindows},
    };
    qputenv("QT_QPA_PLATFORM", "offscreen"); // both sides of a pair paint into memory
    const QApplication app(argc, argv);
    rolewright::applyTheme(rolewright::ThemeChoice::Light, 100);
    bench::readArguments(argc, argv);
    for (int i = 1; i < argc; ++i) {
        if (!parts.contains(argv[i])) {
            std::fprintf(stderr, "There is no part \"%s\" of the benchmarks; the parts are", argv[i]);
            for (const auto &[name, add] : parts)
                std::fprintf(stderr, " %s", name.c_str());
            std::fputs(".\n", stderr);
            return 2;
        }
    }
    for (const auto &[name, add] : parts) {
        if (argc == 1 || std::find(argv + 1, argv + argc, name) != argv + argc)
            add();
    }
    return bench::runAll();
}
