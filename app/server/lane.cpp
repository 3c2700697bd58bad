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
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

void Lane::post(const std::function<void()> &task)
{
    ++m_waiting;
    QMetaObject::invokeMethod(
        &m_receiver,
        [this, task] {
            task();
            --m_waiting;
        },
        Qt::QueuedConnection);
}

void Lane::drain()
{
    QSemaphore done;
    post([&done] { done.release(); });
    done.acquire();
}

} // namespace rolewright::server
