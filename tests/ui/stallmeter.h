// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include <ctime>

namespace rolewright {

// What this thread has worked, in ms: processor time, so that a busy machine does not count.
inline double threadWork()
{
    timespec spent = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
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
