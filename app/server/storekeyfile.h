// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/keyfile.h"
#include "core/store/storeguard.h"

#include <sys/stat.h>

#include <mutex>

namespace rolewright::server {

// The keys of the store that is served, from the file of --key-file: without them nothing can be written to a
// sealed store. How far the trail has come is kept beside them. Another file in its place is taken up at the
// next use, as soon as its keys seal the store: after a rotation nothing is restarted. Any thread.
class StoreKeyFile
{
public:
    // An empty path: there are none.
    Status open(const QString &path);
    // Reads the file again, whatever its time says; what is wrong with it leaves the keys as they are.
    Status reload();
    // Before somebody signs in on this store object. Its keys are those of the number that is answered.
    Result<int> give(StoreGuard &guard);
    // Before it is used again, with the keys of number `given`.
    void renew(StoreGuard &guard, int &given);

private:
    struct Content
    {
        StoreKeys keys;
        std::optional<Anchor> anchor;
    };
    static Result<Content> read(const QString &path);
    void look(); // for another file
    void takeUp(const QByteArrayList &sealing); // under the mutex
    bool hasNext();
    void hand(StoreGuard &guard); // under the mutex
    void keep(const Anchor &anchor);

    QString m_path;
    std::mutex m_mutex;
    std::optional<StoreKeys> m_keys;
    std::optional<Content> m_next; // that lies there by now, and does not seal the store yet
    std::optional<Anchor> m_anchor; // the newest of all sessions
    struct stat m_seen = {}; // what was there when it was read
    int m_number = 0; // of the keys
};

} // namespace rolewright::server
