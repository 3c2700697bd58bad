// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/policyfeed.h"
#include "app/server/storekeyfile.h"

#include <QThread>

#include <condition_variable>

namespace rolewright::server {

// Seals the trail of a sealed store anew where its last seal is older than the interval: so that it is known
// when nothing happened, and tampering is found out without waiting for the next change. Works on a thread of
// its own, with a store object of its own; the destructor ends it.
class SealClock
{
public:
    // `interval` in milliseconds; 0: never.
    SealClock(const StoreOpener &open, StoreKeyFile &keys, qint64 interval);
    ~SealClock();
    SealClock(const SealClock &) = delete;
    SealClock &operator=(const SealClock &) = delete;

private:
    void run();
    Status seal(std::unique_ptr<PolicyStore> &store);

    const StoreOpener m_open;
    StoreKeyFile &m_keys;
    const qint64 m_interval;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    int m_given = 0; // number of the keys
    std::unique_ptr<QThread> m_thread;
};

} // namespace rolewright::server
