// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/sessionedit.h"

#include "core/base/text.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/problemlabel.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

SessionEdit::SessionEdit(QWidget *parent)
    : QWidget(parent)
    , m_given(new QCheckBox(tr("I&n a session with these roles")))
    , m_list(new CheckList)
    , m_problem(new ProblemLabel)
{
    m_given->setToolTip(
        tr("Only the roles that are active in the session count; otherwise all that are assigned."));
    m_list->setAccessibleName(tr("Roles of the session"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_given);
    column->addWidget(m_list);
    column->addWidget(m_problem);
    setFocusProxy(m_given);

    connect(m_given, &QCheckBox::toggled, this, [this](bool given) {
        if (given)
            open({});
        else
            end();
        Q_EMIT changed();
    });
    connect(m_list, &CheckList::checkedChanged, this, &SessionEdit::takeChecks);
    end();
}

void SessionEdit::follow(const PolicyIndex &index, const QString &user, Instant t)
{
    m_index = index;
    m_t = t;
    if (m_user != user) {
        m_user = user;
        if (m_given->isChecked())
            open({});
    } else if (m_given->isChecked() && !m_session.isOpen()) {
        open(QStringList(m_refused)); // it may do now
    }
    showRoles();
}

std::optional<QStringList> SessionEdit::roles() const
{
    if (!m_given->isChecked())
        return {};
    return m_session.isOpen() ? m_session.activeRoles() : m_refused;
}

void SessionEdit::end()
{
    const QSignalBlocker blocker(m_given);
    m_given->setChecked(false);
    m_session = {};
    m_refused.clear();
    show({});
    showRoles();
}

void SessionEdit::open(const QStringList &roles)
{
    const QSignalBlocker blocker(m_given);
    m_given->setChecked(true);
    m_session = {};
    const std::optional<SessionRefusal> refusal = m_session.open(m_index, m_user, roles, m_t);
    m_refused = refusal ? roles : QStringList();
    show(refusal);
    showRoles();
}

void SessionEdit::change(const QStringList &activate, const QStringList &drop)
{
    if (!m_given->isChecked()) {
        QStringList assigned;
        for (const RoleId role : m_index.assignedRoles(m_index.policy().users().idOf(m_user), m_t))
            assigned.append(m_index.policy().roles().at(role).name);
        // As one step: what is left out may be what forbids the rest.
        assigned.removeIf([&](const QString &role) { return drop.contains(role); });
        open(assigned);
    }
    if (!m_session.isOpen()) {
        QStringList wanted = m_refused + activate;
        wanted.removeIf([&](const QString &role) { return drop.contains(role); });
        open(wanted);
        Q_EMIT changed();
        return;
    }
    for (const QString &role : drop) {
        if (m_session.activeRoles().contains(role))
            show(m_session.dropActiveRole(role));
    }
    for (const QString &role : activate)
        show(m_session.addActiveRole(m_index, role, m_t));
    showRoles();
    Q_EMIT changed();
}

void SessionEdit::takeChecks()
{
    const QStringList checked = m_list->checkedNames();
    if (!m_session.isOpen()) {
        open(checked);
        Q_EMIT changed();
        return;
    }
    const QStringList active = m_session.activeRoles();
    std::optional<SessionRefusal> refusal;
    for (const QString &role : active) {
        if (!checked.contains(role))
            refusal = m_session.dropActiveRole(role);
    }
    for (const QString &role : checked) {
        if (!active.contains(role))
            refusal = m_session.addActiveRole(m_index, role, m_t);
    }
    show(refusal);
    showRoles();
    Q_EMIT changed();
}

void SessionEdit::show(const std::optional<SessionRefusal> &refusal)
{
    if (!refusal) {
        m_problem->setProblem({});
        return;
    }
    switch (refusal->kind) {
    case SessionRefusal::Kind::UnknownUser:
        m_problem->setProblem(
            tr("The policy has no user %1, so no session opens. Choose a user.").arg(m_user));
        return;
    case SessionRefusal::Kind::UserInactive:
        m_problem->setProblem(
            tr("%1 is inactive, so no session opens. Activate the user first.").arg(m_user));
        return;
    case SessionRefusal::Kind::RoleNotAuthorized:
        m_problem->setProblem(
            tr("%1 is not activated: %2 neither has nor inherits %3 at that time.")
                .arg(refusal->role.isEmpty() ? tr("The role") : refusal->role, m_user, refusal->role));
        return;
    case SessionRefusal::Kind::DynamicSeparation:
        m_problem->setProblem(refusal->role.isEmpty()
                                  ? tr("These roles do not act together: %1 forbids it. Activate fewer.")
                                        .arg(refusal->constraints.join(u", "_s))
                                  : tr("%1 is not activated: %2 forbids it together with the active roles. "
                                       "Drop one of them first.")
                                        .arg(refusal->role, refusal->constraints.join(u", "_s)));
        return;
    case SessionRefusal::Kind::AlreadyActive:
    case SessionRefusal::Kind::NotActive:
        Q_UNREACHABLE();
    }
}

// Roles that may be activated, and those in question although they may not: they can still be dropped.
void SessionEdit::showRoles()
{
    m_list->setVisible(m_given->isChecked());
    QStringList names = authorizedRoles(m_index, m_user, m_t);
    const QStringList inQuestion = roles().value_or(QStringList());
    for (const QString &role : inQuestion) {
        if (!names.contains(role))
            names.append(role);
    }
    sortByCodePoint(names);
    m_list->setNames(names);
    m_list->setCheckedNames(inQuestion);
}

} // namespace rolewright
