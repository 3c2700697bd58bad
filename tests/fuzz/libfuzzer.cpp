// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/targets.h"

#include <cstdint>
#include <cstdlib>

// Which target: the environment's ROLEWRIGHT_FUZZ.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto run = [] {
        const QByteArray wanted = qgetenv("ROLEWRIGHT_FUZZ");
        for (const rolewright::FuzzTarget &target : rolewright::fuzzTargets()) {
            if (wanted == target.name)
                return target.run;
        }
        qFatal("ROLEWRIGHT_FUZZ names none of the folders in tests/fuzz/corpus.");
    }();
    run(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
