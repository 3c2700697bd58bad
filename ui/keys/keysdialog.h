// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QKeySequence>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace rolewright {

class Actions;
class KeysModel;

// Which keys start which command: shown, changed one at a time, put back. A conflict is said before it is
// made, and the key is then taken from the other command, never shared.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(Actions &actions, QWidget *parent);

private:
    QWidget *makeEdit();
    QAction *current() const;
    QKeySequence typed() const; // the first chord of it
    void show(const QAction *action);
    void look();
    void assign();

    Actions &m_actions;
    KeysModel *m_model;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_hint;
    QKeySequenceEdit *m_keys;
    QPushButton *m_assign;
    QPushButton *m_reset;
};

} // namespace rolewright
