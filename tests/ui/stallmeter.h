// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/threadwork.h"

#include <QStringList>
#include <QTimer>

#include <algorithm>

namespace rolewright {

constexpr double StallMaximum = 100; // ms, scaled()

// So much work of a machine that sorts 50,000 texts in 12 ms, in ms of this one as busy as it is now; never
// less.
inline double scaled(double ms)
{
    constexpr double Floor = 12;
    double worst = 0;
    for (int round = 0; round < 3; ++round) {
        QStringList texts;
        for (quint32 i = 0; i < 50'000; ++i)
            texts.append(QString::number(i * 2'654'435'761u));
        const double before = threadWork();
        std::sort(texts.begin(), texts.end());
        worst = std::max(worst, threadWork() - before);
    }
    return ms * std::max(1.0, worst / Floor);
}

// How long the GUI thread worked without going back to its event loop, at most.
class StallMeter
{
public:
    StallMeter()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_timer.start(0);
        m_last = threadWork();
    }
    void start()
    {
        m_last = threadWork();
        m_longest = 0;
    }
    double longest() // ms since start()
    {
        tick();
        return m_longest;
    }

private:
    void tick()
    {
        const double time = threadWork();
        m_longest = std::max(m_longest, time - m_last);
        m_last = time;
    }

    QTimer m_timer;
    double m_last = 0;
    double m_longest = 0;
};

} // namespace rolewright
