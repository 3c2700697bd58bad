// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"

#include <QWidget>

class QDateEdit;
class QLineEdit;
class QPushButton;

namespace rolewright {

// Which old records are to leave the store, and for which new file (resources/help/retention.md). Asks; the
// page does it.
class ArchivePane : public QWidget
{
    Q_OBJECT

public:
    explicit ArchivePane(QWidget *parent = nullptr);

    void open(); // what is older than a year is old
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void accepted(rolewright::Instant before, const QString &path);
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void pickFile();
    void updateState();

    QDateEdit *m_before;
    QLineEdit *m_path;
    QPushButton *m_pick;
    QPushButton *m_archive;
    QPushButton *m_cancel;
    bool m_busy = false;
};

} // namespace rolewright
