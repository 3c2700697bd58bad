// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace rolewright {

// Reading files and standard input (the path "-"), with failures that name the path. Any thread; a call may wait for a
// slow disk or pipe.

// The most that is read of a document or a table (semantics.md, section 8).
constexpr qint64 InputMaximum = 256ll << 20;

// All of a file, or of standard input where the path is "-". More than InputMaximum is refused.
Result<QByteArray> readInput(const QString &path);
// How messages call it: the path, or "standard input".
QString inputName(const QString &path);

// Lines of a file or of standard input, in constant memory.
class LineReader
{
public:
    static constexpr qsizetype LineMaximum = 1 << 20;

    // `from`: the offset() of an earlier reader; only of a file.
    static Result<LineReader> open(const QString &path, qint64 from = 0);
    LineReader(LineReader &&other) noexcept;
    LineReader &operator=(LineReader &&) = delete;
    ~LineReader();

    struct Line
    {
        QByteArray text; // without its line feed; empty where it is too long
        bool tooLong = false;
    };
    // Nothing at the end.
    Result<std::optional<Line>> next();
    qint64 offset() const { return m_read - (m_end - m_start); } // of what next() gives, in bytes
    // False where next() would have to wait for more input.
    bool hasLine() const;

private:
    LineReader(int descriptor, const QString &name);
    Result<bool> fill(); // false at the end

    int m_descriptor;
    QString m_name;
    QByteArray m_buffer;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
    qint64 m_read = 0; // where the descriptor is
};

} // namespace rolewright
