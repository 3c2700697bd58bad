// SPDX-License-Identifier: Apache-2.0
#include "app/cli/console.h"

#include <QStringList>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype BufferSize = 64 * 1024;
constexpr qint64 ProgressInterval = 200; // milliseconds
constexpr qsizetype NoteMaximum = 4000; // characters; a message may quote what somebody else wrote

// 0, or errno.
int writeFully(int descriptor, const QByteArray &bytes)
{
    const char *at = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor, at, size_t(left));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        at += written;
        left -= written;
    }
    return 0;
}

bool isPlain(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

} // namespace

QString visible(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\n')
            shown += u"\\n"_s;
        else if (isPlain(c))
            shown += QString::fromUcs4(&c, 1);
        else
            shown += u"\\u{%1}"_s.arg(QString::number(uint(c), 16).toUpper());
    }
    return shown;
}

Console::Console(bool json)
    : m_json(json)
    , m_progressAllowed(::isatty(STDERR_FILENO))
{
    m_sinceProgress.start();
}

void Console::data(const QByteArray &bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() >= BufferSize)
        flush();
}

void Console::line(const QString &text)
{
    data(visible(text).toUtf8() + '\n');
}

void Console::note(const QString &text)
{
    // What was computed so far comes first where both go to one terminal.
    flush();
    endProgress();
    QString shown = visible(text);
    if (shown.size() > NoteMaximum)
        shown = shown.first(NoteMaximum) + u"... (%1 characters)"_s.arg(shown.size());
    writeFully(STDERR_FILENO, shown.toUtf8() + '\n');
}

void Console::noteOnce(const QString &text)
{
    if (text.isEmpty() || m_said.contains(text))
        return;
    m_said << text;
    note(text);
}

void Console::fail(const Error &error)
{
    const QString what = error.message.isEmpty() ? u"The command failed."_s : error.message;
    note(u"rolewrightctl: "_s + (error.place.isEmpty() ? what : error.place + u": "_s + what));
    for (const Finding &finding : error.findings)
        note(u"  "_s + toText(finding));
}

void Console::progress(const QString &text)
{
    if (!m_progressAllowed || m_sinceProgress.elapsed() < ProgressInterval)
        return;
    m_sinceProgress.restart();
    m_progressShown = true;
    writeFully(STDERR_FILENO, "\r" + visible(text).toUtf8() + "\x1b[K");
}

void Console::endProgress()
{
    if (!m_progressShown)
        return;
    m_progressShown = false;
    writeFully(STDERR_FILENO, "\r\x1b[K");
}

void Console::changeIsMade()
{
    m_changeIsMade = true;
    std::signal(SIGPIPE, SIG_IGN);
}

void Console::flush()
{
    if (m_buffer.isEmpty() || m_writeError)
        return;
    m_writeError = writeFully(STDOUT_FILENO, m_buffer);
    m_buffer.clear();
}

Status Console::finish()
{
    flush();
    endProgress();
    if (m_writeError == 0)
        return {};
    if (m_writeError == EPIPE) {
        // SIGPIPE was ignored when we were started, or a change is made. Nobody reads: there is nothing to
        // say.
        if (!m_changeIsMade) {
            std::signal(SIGPIPE, SIG_DFL);
            std::raise(SIGPIPE);
        }
        return {};
    }
    const QString why = u"Standard output could not be written: %1."_s.arg(qt_error_string(m_writeError));
    if (!m_changeIsMade)
        return failure(ErrorCode::Unavailable,
                       why + u" Make room or choose another place, and run it again."_s);
    note(why + u" The change itself is made."_s);
    return {};
}

} // namespace rolewright::cli
