// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace rolewright {

class Reverting;

// One entry of the trail: everything that it records, before and after, and what one can do about it.
class EventDetails : public QWidget
{
    Q_OBJECT

public:
    explicit EventDetails(Workspace &workspace, QWidget *parent = nullptr);

    void setEvent(const std::optional<AuditEvent> &event);
    void setVersions(const QList<qint64> &versions); // of all chosen entries, that of the event among them

private:
    QWidget *makeComparison();
    void showPolicy();
    void updateButtons();

    Workspace &m_workspace;
    std::optional<AuditEvent> m_event;
    QList<qint64> m_versions;
    Reverting *m_reverting;
    QLabel *m_summary;
    QFormLayout *m_form;
    QList<QLabel *> m_values; // in the order of the form
    QLineEdit *m_operation;
    QLineEdit *m_hash;
    QPlainTextEdit *m_before;
    QPlainTextEdit *m_after;
    QWidget *m_comparison;
    QPushButton *m_revert;
    QPushButton *m_show;
};

} // namespace rolewright
