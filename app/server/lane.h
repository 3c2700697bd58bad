// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QThread>

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>

namespace rolewright::server {

// A thread that does one task after the other: what needs store objects, which live on one thread each.
// post() from any thread; what was posted is done before the lane ends. What may wait is done when nothing
// else is to do.
class Lane
{
public:
    Lane();
    ~Lane();

    enum class Turn { InOrder, WhenIdle };
    void post(const std::function<void()> &task, Turn turn = Turn::InOrder);
    void drain(); // waits until what was posted so far is done; not from the lane itself
    int waiting() const { return m_waiting; }

private:
    void doNext();

    QThread m_thread;
    QObject m_receiver;
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_tasks[2]; // by their turn
    std::atomic<int> m_waiting = 0;
};

} // namespace rolewright::server
