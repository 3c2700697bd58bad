// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/keyfile.h"
#include "core/store/storeguard.h"

#include <mutex>

namespace rolewright::server {

// The keys of the store that is served, from the file of --key-file: without them nothing can be written to a
// sealed store. How far the trail has come is kept beside them. Any thread.
class StoreKeyFile
{
public:
    // An empty path: there are none.
    Status open(const QString &path);
    // Before somebody signs in on this store object.
    Status give(StoreGuard &guard);

private:
    void keep(const Anchor &anchor);

    QString m_path;
    std::optional<StoreKeys> m_keys;
    std::mutex m_mutex;
    std::optional<Anchor> m_anchor; // the newest of all sessions
};

} // namespace rolewright::server
