// SPDX-License-Identifier: Apache-2.0
#include "app/server/lane.h"

#include <QSemaphore>

namespace rolewright::server {

Lane::Lane()
{
    m_receiver.moveToThread(&m_thread);
    m_thread.start();
}

Lane::~Lane()
{
    post([this] { m_thread.quit(); }, Turn::WhenIdle);
    m_thread.wait();
}

void Lane::post(const std::function<void()> &task, Turn turn)
{
    ++m_waiting;
    {
        const std::lock_guard lock(m_mutex);
        m_tasks[int(turn)].push_back(task);
    }
    QMetaObject::invokeMethod(
        &m_receiver, [this] { doNext(); }, Qt::QueuedConnection);
}

// As often as something was posted.
void Lane::doNext()
{
    std::function<void()> task;
    {
        const std::lock_guard lock(m_mutex);
        std::deque<std::function<void()>> &tasks = m_tasks[m_tasks[0].empty() ? 1 : 0];
        task = std::move(tasks.front());
        tasks.pop_front();
    }
    task();
    --m_waiting;
}

void Lane::drain()
{
    QSemaphore done;
    post([&done] { done.release(); }, Turn::WhenIdle);
    done.acquire();
}

} // namespace rolewright::server
