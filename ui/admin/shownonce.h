// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace rolewright {

// A secret for paper, which is not shown again: recovery codes, a recovery key. Printed or copied, and gone
// when the person says so; no key closes it, as that would lose it by mistake.
class ShownOnce : public QWidget
{
    Q_OBJECT

public:
    explicit ShownOnce(Workspace &workspace, QWidget *parent = nullptr);

    // `what` says what it is for; `title` stands above it on paper. Plain text.
    void open(const QString &what, const QString &title, const QString &secret);
    void forget();

Q_SIGNALS:
    void finished();

private:
    void print();
    QString onPaper() const;

    Workspace &m_workspace;
    QLabel *m_what;
    QPlainTextEdit *m_secret;
    QString m_title;
};

} // namespace rolewright
