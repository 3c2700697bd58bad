// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QString>

namespace rolewright::cli {

// Text from files, safe to show: control, format and bidi characters come out as \u{1B}, line feeds as \n.
QString visible(const QString &text);

// Where a command writes: data to standard output (buffered), everything else to standard error. Nothing that
// it is given as text can move a terminal's cursor or start a line of its own.
class Console
{
public:
    explicit Console(bool json);

    // The caller asked for JSON on standard output.
    bool json() const { return m_json; }

    void data(const QByteArray &bytes);
    void line(const QString &text); // as data, made visible
    void flush(); // before waiting for whoever may wait for us
    void note(const QString &text); // to standard error
    void noteOnce(const QString &text); // unless it was said before
    void fail(const Error &error); // to standard error: the message, and each finding on a line of its own

    // "1,200 requests", rewritten in place a few times a second; nothing where standard error is no terminal.
    void progress(const QString &text);

    // The command has made its change for good: what goes wrong with the output from now on is only worth a
    // note, and a reader that has gone does not kill the program.
    void changeIsMade();
    // False once standard output takes nothing more; long loops stop then.
    bool isWritable() const { return m_writeError == 0; }
    Status finish();

private:
    void endProgress();

    bool m_json;
    bool m_progressAllowed;
    bool m_progressShown = false;
    bool m_changeIsMade = false;
    int m_writeError = 0; // errno
    QByteArray m_buffer;
    QStringList m_said;
    QElapsedTimer m_sinceProgress;
};

} // namespace rolewright::cli
