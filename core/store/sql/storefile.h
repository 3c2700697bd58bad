// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

namespace rolewright {

// The file of an SQLite store as the file system sees it, before SQLite opens it and while it is open.
// Refuses what is not a store by reading alone: opening a foreign database would already write to it. Any
// thread.
//
// Keep it as long as the connection: closing any descriptor of a file drops all locks that the process holds
// on it (POSIX), SQLite's as well. So this keeps one descriptor for all stores of the process on one file,
// and closes it with the last.
class StoreFile
{
public:
    // Refused: no file, a folder, a device, an empty file, no SQLite database, one of another program, a
    // format above `newestFormat`, a file on a network file system. Symbolic links are followed.
    static Result<StoreFile> open(const QString &path, int newestFormat);
    // A new, empty file with mode 0600. Refuses a file that exists, and a folder on a network file system.
    static Result<StoreFile> create(const QString &path);

    static constexpr quint32 ApplicationId = 0x526f6c65; // "Role"

    StoreFile(StoreFile &&other) noexcept;
    StoreFile &operator=(StoreFile &&) = delete;
    ~StoreFile();

    const QString &path() const { return m_path; }
    // An error where the path does not lead to this file any more: it was removed, or another put in its
    // place. What is written to the open one then is lost.
    Status checkInPlace() const;
    // Makes the entry of a new file durable.
    Status syncFolder() const;

private:
    StoreFile(const QString &path, std::pair<quint64, quint64> identity, int descriptor);
    static Result<StoreFile> hold(const QString &path);

    QString m_path;
    std::pair<quint64, quint64> m_identity; // device and inode
    int m_descriptor = -1; // not owned: one for all stores on the file
};

} // namespace rolewright
