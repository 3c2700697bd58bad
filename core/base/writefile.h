// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <sys/types.h>

namespace rolewright {

// Writing files so that what was there, or what is new, is there afterwards, and nothing between; durable on
// return. (QSaveFile neither reports a failed sync nor syncs the folder.) Any thread.

// A new file beside it, written and synced, takes its place and name with this mode; then the folder is
// synced. The failure's place is the path.
Status replaceFile(const QString &path, const QByteArray &bytes, mode_t mode);

// What a person asked to be written there: keeps the mode and the target of a link. A device or a pipe is
// written in place. Refuses to replace a SQLite file, which is most likely a store.
Status writeOutput(const QString &path, const QByteArray &bytes);

// A new file, written piece by piece under another name beside it; it has its name, and is durable with its
// folder, once finish() returned. Whatever is there by that name stays, and finish() fails. Mode 0600.
class NewFile
{
public:
    static Result<NewFile> create(const QString &path);
    NewFile(NewFile &&other) noexcept;
    NewFile &operator=(NewFile &&) = delete;
    ~NewFile(); // gone where it is not finished

    Status append(const QByteArray &bytes);
    Status finish();
    void remove(); // also what is finished

private:
    NewFile(int descriptor, const QString &path, const QByteArray &temporary);

    int m_descriptor;
    QString m_path;
    QByteArray m_name; // that it has now; empty: it is gone
    QByteArray m_pending;
    bool m_isFinished = false;
};

} // namespace rolewright
