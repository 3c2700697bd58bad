// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace rolewright::cli {

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

    static Result<LineReader> open(const QString &path);
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
};

} // namespace rolewright::cli
