// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace rolewright {

// What reads bytes from outside. A target aborts where what was read does not come back the same from what
// was written, so that libFuzzer and the replay find wrong answers as well as crashes.
struct FuzzTarget
{
    const char *name; // also of its folder in corpus/
    void (*run)(const QByteArray &bytes);
};
const QList<FuzzTarget> &fuzzTargets();

} // namespace rolewright
