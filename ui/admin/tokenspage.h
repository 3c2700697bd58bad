// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/admin/tokensmodel.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class ConfirmationBar;
class ShownOnce;
class TokenPane;

// The tokens with which applications ask a server on this store for decisions: which there are, another one,
// and the end of one. What a token is, is shown once, when it is made.
class TokensPage : public QWidget
{
    Q_OBJECT

public:
    explicit TokensPage(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void guardRequested(); // the store is open, and should not be

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeButtons();
    QFrame *makeQuestion();
    void refresh();
    void take(const Result<QList<ApplicationToken>> &tokens);
    void make(ApplicationToken token, qint64 replaces);
    void askWhetherToEnd();
    void end(qint64 id);
    void hidePanes();
    void showList(bool shown);
    bool isPaneOpen() const;
    void updateState();
    const ApplicationToken *selected() const; // null where none is

    Workspace &m_workspace;
    TokensModel *m_model;
    QLabel *m_intro;
    QTreeView *m_view;
    QLabel *m_empty;
    QPushButton *m_guard;
    QPushButton *m_new;
    QPushButton *m_replace;
    QPushButton *m_end;
    QWidget *m_buttons;
    QLabel *m_question;
    QFrame *m_asking; // whether to end one
    TokenPane *m_pane;
    ShownOnce *m_once;
    ConfirmationBar *m_confirmation;
    qint64 m_ending = 0; // the token that is asked about
    bool m_offered = false; // this store has tokens
};

} // namespace rolewright
