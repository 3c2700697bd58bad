// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace rolewright {

// A text for paper, which is not shown again: recovery codes, a recovery key. Printed, copied or saved, and
// gone when the person says so; no key closes it, as that would lose it by mistake.
class ShownOnce : public QWidget
{
    Q_OBJECT

public:
    explicit ShownOnce(Workspace &workspace, QWidget *parent = nullptr);

    // `what` says what it is for; `title` stands above it on paper. Plain text.
    void open(const QString &what, const QString &title, const QString &secret);
    // What is no secret may be saved, too: under this name, unless said otherwise.
    void offerFile(const QString &name);
    void forget();

Q_SIGNALS:
    void finished();

private:
    void print();
    void copy();
    void pickFile();
    void save(const QString &path);
    QString onPaper() const;

    Workspace &m_workspace;
    QLabel *m_what;
    QPlainTextEdit *m_secret;
    QPushButton *m_save;
    QString m_title;
    QString m_fileName;
    LatestJob<Status> m_saving;
};

} // namespace rolewright
