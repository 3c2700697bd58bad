// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QThread>

#include <atomic>
#include <functional>

namespace rolewright::server {

// A thread that does one task after the other: what needs store objects, which live on one thread each.
// post() from any thread; what was posted is done before the lane ends.
class Lane
{
public:
    Lane();
    ~Lane();

    void post(const std::function<void()> &task);
    void drain(); // waits until what was posted so far is done; not from the lane itself
    int waiting() const { return m_waiting; }

private:
    QThread m_thread;
    QObject m_receiver;
    std::atomic<int> m_waiting = 0;
};

} // namespace rolewright::server
