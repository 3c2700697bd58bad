// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/accessbar.h"

#include "core/edit/apply.h"
#include "ui/matrix/accessoffersmodel.h"
#include "ui/widgets/elidedname.h"
#include "ui/widgets/fitcolumns.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

AccessBar::AccessBar(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_question(plainLabel())
    , m_model(new AccessOffersModel(this))
    , m_view(new QTreeView)
    , m_note(plainLabel())
    , m_accept(new QPushButton)
{
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::ClickFocus);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Ways to give access"));
    constexpr int ShownRows = 7; // with the head
    m_view->setFixedHeight(ShownRows * (fontMetrics().height() + 6));
    m_view->setItemDelegate(new NameDelegate(m_view));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_accept);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addWidget(m_view);
    column->addLayout(buttons);
    hide();

    connect(m_accept, &QPushButton::clicked, this, &AccessBar::accept);
    connect(cancel, &QPushButton::clicked, this, &AccessBar::leave);
    connect(m_view, &QTreeView::doubleClicked, this, &AccessBar::accept);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AccessBar::updateNote);
    connect(&workspace, &Workspace::changed, this, &AccessBar::propose);
    connect(&workspace, &Workspace::storeChanged, this, &QWidget::hide);
}

void AccessBar::give(const QStringList &users, const QString &permission)
{
    open(users, permission, false);
}

void AccessBar::take(const QString &user, const QString &permission)
{
    open({user}, permission, true);
}

void AccessBar::open(const QStringList &users, const QString &permission, bool taking)
{
    m_users = users;
    m_permission = permission;
    m_taking = taking;
    m_question->setText(taking ? tr("Take %1 away from %2?").arg(permission, whom())
                               : tr("How should %1 get %2?").arg(whom(), permission));
    m_accept->setText(taking ? tr("Ta&ke away") : tr("&Give access"));
    m_view->setVisible(!taking);
    show();
    propose();
    (taking ? static_cast<QWidget *>(this) : m_view)->setFocus(Qt::OtherFocusReason);
}

QString AccessBar::whom() const
{
    return m_users.size() == 1 ? m_users.first() : tr("%Ln user(s)", nullptr, int(m_users.size()));
}

void AccessBar::propose()
{
    if (isHidden())
        return;
    const Policy &policy = m_workspace.policy();
    const PermissionId permission = policy.permissions().idOf(m_permission);
    QList<UserId> users;
    for (const QString &name : std::as_const(m_users)) {
        if (const UserId user = policy.users().idOf(name); user.isValid())
            users.append(user);
    }
    m_accept->setEnabled(false);
    m_model->set({}, {});
    m_removal = {};
    if (!permission.isValid() || users.size() != m_users.size()) {
        leave(); // what it was about is gone
        return;
    }
    m_note->setText(tr("Looking…"));
    const PolicyIndex index = m_workspace.index();
    if (m_taking) {
        m_removing.start([index, user = users.first(), permission](const CancelToken &) {
            return accessRemoval(index, user, permission, Instant::now());
        }, [this](const AccessRemoval &removal) { showRemoval(removal); });
    } else {
        m_offering.start([index, users, permission](const CancelToken &cancel) {
            return accessOffers(index, users, permission, Instant::now(), &cancel);
        }, [this](const QList<AccessOffer> &offers) { showOffers(offers); });
    }
}

void AccessBar::showOffers(const QList<AccessOffer> &offers)
{
    m_model->set(m_workspace.policy(), offers);
    fitColumns(*m_view);
    if (!offers.isEmpty())
        m_view->setCurrentIndex(m_model->index(0, 0));
    updateNote();
}

void AccessBar::updateNote()
{
    if (m_taking || m_offering.isRunning())
        return;
    const bool chosen = m_view->currentIndex().isValid();
    m_accept->setEnabled(chosen);
    if (!chosen) {
        m_note->setText(m_model->rowCount() > 0
                            ? QString()
                            : tr("No enabled role gives it without breaking a separation of duty, and there is "
                                 "no role that it could be granted to."));
        return;
    }
    const AccessOffer &offer = m_model->offerAt(m_view->currentIndex().row());
    m_note->setText(offer.others == 0 ? tr("Nobody else gains it.")
                                      : tr("%Ln further user(s) would gain it.", nullptr, int(offer.others)));
}

void AccessBar::showRemoval(const AccessRemoval &removal)
{
    m_removal = removal;
    const Policy &policy = m_workspace.policy();
    QStringList roles;
    for (const RoleId role : removal.roles)
        roles.append(policy.roles().at(role).name);
    if (roles.isEmpty()) {
        m_note->setText(tr("%1 does not have it now.").arg(whom()));
        return;
    }
    constexpr qsizetype Named = 8;
    QString text = tr("This removes the assigned role(s) %1.", nullptr, int(roles.size())).arg(roles.join(u", "_s));
    if (removal.alsoLost.isEmpty()) {
        text += u' ' + tr("Nothing else is lost.");
    } else {
        QString names = removal.alsoLost.mid(0, Named).join(u", "_s);
        if (removal.alsoLost.size() > Named)
            names += u", …"_s;
        text += u' '
            + tr("%Ln further permission(s) are lost: %1", nullptr, int(removal.alsoLost.size())).arg(names);
    }
    m_note->setText(text);
    m_accept->setEnabled(true);
    if (hasFocus()) // kept until there is something to accept
        m_accept->setFocus(Qt::OtherFocusReason);
}

QList<Change> AccessBar::giving() const
{
    const AccessOffer &offer = m_model->offerAt(m_view->currentIndex().row());
    const Policy &policy = m_workspace.policy();
    if (offer.way == AccessOffer::Way::Grant)
        return {{Change::Verb::Add, Change::Kind::Grant, policy.roles().at(offer.role).name, m_permission, {}, {}, {}}};
    const Instant now = Instant::now();
    QList<Change> changes;
    for (const QString &name : m_users) {
        const UserId user = policy.users().idOf(name);
        if (!m_workspace.index().assignedRoles(user, now).contains(offer.role))
            changes.append(assigning(policy, user, offer.role, Validity()));
    }
    return changes;
}

QList<Change> AccessBar::taking() const
{
    const Policy &policy = m_workspace.policy();
    QList<Change> changes;
    for (const RoleId role : m_removal.roles)
        changes.append({Change::Verb::Remove, Change::Kind::Assignment, m_users.first(),
                        policy.roles().at(role).name, {}, {}, {}});
    return changes;
}

void AccessBar::accept()
{
    if (!m_accept->isEnabled())
        return;
    const QList<Change> changes = m_taking ? taking() : giving();
    const QString text = m_taking ? tr("Take %1 away from %2").arg(m_permission, whom())
                                  : tr("Give %1 to %2").arg(m_permission, whom());
    // Closed first: the change would ask for new proposals.
    hide();
    if (m_workspace.edit(text, changes)) {
        Q_EMIT left();
        return;
    }
    show();
    propose();
}

void AccessBar::leave()
{
    m_offering.cancel();
    m_removing.cancel();
    hide();
    Q_EMIT left();
}

void AccessBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rolewright
