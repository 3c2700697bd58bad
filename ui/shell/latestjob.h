// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace rolewright {

// Work off the GUI thread of which only the newest answer counts: starting again, cancelling or destroying
// drops the one under way. Used on the GUI thread, as a member of what `done` touches. The work gets
// everything it needs by value and may look at its token to stop early.
template <class T>
class LatestJob
{
public:
    LatestJob() = default;
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;
    ~LatestJob() { cancel(); }

    void start(std::function<T(const CancelToken &)> work, std::function<void(const T &)> done)
    {
        cancel();
        const auto run = std::make_shared<Run>();
        m_run = run;
        QThreadPool::globalInstance()->start([run, work = std::move(work), done = std::move(done), this] {
            if (run->cancelled)
                return;
            auto answer = std::make_shared<const T>(work(run->cancelled));
            // Only the GUI thread cancels, so an answer that is not cancelled there finds its owner alive.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [run, answer, done, this] {
                    if (run->cancelled)
                        return;
                    m_run.reset();
                    done(*answer);
                },
                Qt::QueuedConnection);
        });
    }
    void cancel()
    {
        if (m_run)
            m_run->cancelled = true;
        m_run.reset();
    }
    bool isRunning() const { return m_run != nullptr; }

private:
    struct Run
    {
        CancelToken cancelled = false;
    };
    std::shared_ptr<Run> m_run;
};

// Where freeing alone would hold up a frame.
template <class T>
void freeOnWorker(T value)
{
    QThreadPool::globalInstance()->start([value = std::move(value)]() mutable { value = T(); });
}

} // namespace rolewright
