// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/rolesession.h"

#include <QWidget>

class QCheckBox;

namespace rolewright {

class CheckList;
class ProblemLabel;

// A session of one user, with the roles that act in it: a check activates a role, its removal drops it
// (INCITS 359: CreateSession, AddActiveRole, DropActiveRole). What the engine refuses is taken back and
// explained. Without a session all assigned roles act.
class SessionEdit : public QWidget
{
    Q_OBJECT

public:
    explicit SessionEdit(QWidget *parent = nullptr);

    // The policy that answers, whose session, and when. Another user begins another session, without roles.
    void follow(const PolicyIndex &index, const QString &user, Instant t);

    // That act, in the order they were activated; where no session opens, those it was to open with, so that
    // the answer says why it is denied. None: no session.
    std::optional<QStringList> roles() const;
    void open(const QStringList &roles); // a new one; says nothing
    void end(); // says nothing
    // Opens a session with all assigned roles where there is none. What is refused is shown, the rest is
    // done.
    void change(const QStringList &activate, const QStringList &drop);

Q_SIGNALS:
    void changed();

private:
    void takeChecks();
    void show(const std::optional<SessionRefusal> &refusal);
    void showRoles();

    QCheckBox *m_given;
    CheckList *m_list;
    ProblemLabel *m_problem;
    PolicyIndex m_index;
    QString m_user;
    Instant m_t;
    RoleSession m_session;
    QStringList m_refused; // the roles that no session opens with
};

} // namespace rolewright
