// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include <ctime>

namespace rolewright {

// How long the GUI thread worked without going back to its event loop, at most: processor time, so that a
// busy machine does not count.
class StallMeter
{
public:
    StallMeter()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_timer.start(0);
        m_last = now();
    }
    void start()
    {
        m_last = now();
        m_longest = 0;
    }
    double longest() // ms since start()
    {
        tick();
        return double(m_longest) / 1e6;
    }

private:
    static qint64 now()
    {
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }
    void tick()
    {
        const qint64 time = now();
        m_longest = std::max(m_longest, time - m_last);
        m_last = time;
    }

    QTimer m_timer;
    qint64 m_last = 0;
    qint64 m_longest = 0;
};

} // namespace rolewright
