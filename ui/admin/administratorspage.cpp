// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/administratorspage.h"

#include "core/admin/administrators.h"
#include "core/admin/changereview.h"
#include "ui/admin/codepane.h"
#include "ui/admin/confirmationbar.h"
#include "ui/admin/keychoicefield.h"
#include "ui/admin/keypane.h"
#include "ui/admin/passwordpane.h"
#include "ui/admin/shownonce.h"
#include "ui/shell/plaintext.h"
#include "ui/widgets/flowlayout.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

AdministratorsPage::AdministratorsPage(Workspace &workspace, KeyRing &keys, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_keys(keys)
    , m_model(new AdministratorsModel(this))
    , m_intro(new QLabel)
    , m_view(new QTreeView)
    , m_buttons(makeButtons())
    , m_keyPane(new KeyPane(keys))
    , m_password(new PasswordPane(workspace))
    , m_code(new CodePane(workspace))
    , m_sealing(new QWidget)
    , m_sealingText(new QLabel)
    , m_makeKeys(new QPushButton)
    , m_keyChoice(new KeyChoiceField)
    , m_once(new ShownOnce(workspace))
    , m_confirmation(new ConfirmationBar)
{
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Who can sign in"));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(AdministratorsModel::User, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    m_view->header()->resizeSection(AdministratorsModel::With, 44 * character);
    m_view->header()->resizeSection(AdministratorsModel::Administers, 26 * character);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_intro);
    column->addWidget(m_view, 1);
    column->addWidget(m_buttons);
    column->addWidget(m_keyPane);
    column->addWidget(m_password);
    column->addWidget(m_code);
    column->addWidget(m_sealing);
    column->addWidget(m_once);
    column->addWidget(m_confirmation);
    column->addStretch(0);

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AdministratorsPage::updateState);
    connect(m_password, &PasswordPane::accepted, this,
            [this](const QString &user, const SharedSecret &password) {
                if (m_workspace.session().isGuarded())
                    setPassword(user, password);
                else
                    enrolFirst(user, password);
            });
    connect(m_password, &PasswordPane::givenUp, this, &AdministratorsPage::refresh);
    connect(m_code, &CodePane::givenUp, this, &AdministratorsPage::refresh);
    connect(m_code, &CodePane::accepted, this, &AdministratorsPage::setCode);
    connect(m_once, &ShownOnce::finished, this, &AdministratorsPage::refresh);
    connect(&keys, &KeyRing::changed, this, &AdministratorsPage::updateState);
    connect(m_confirmation, &ConfirmationBar::givenUp, this, [this] {
        if (m_code->isVisible())
            m_code->refuse({});
        else
            refresh();
    });
    connect(&workspace, &Workspace::sessionChanged, this, [this] {
        if (!m_once->isVisibleTo(this) || m_workspace.isShut())
            refresh();
    });
    connect(&workspace, &Workspace::storeChanged, this, &AdministratorsPage::refresh);
    connect(&workspace, &Workspace::baseChanged, this, [this] {
        if (isVisible() && m_workspace.session().isSignedIn() && !isPaneOpen())
            refresh();
    });
    m_sealingText->setTextFormat(Qt::PlainText);
    m_sealingText->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_makeKeys);
    buttons->addWidget(cancel);
    auto *sealing = new QVBoxLayout(m_sealing);
    sealing->setContentsMargins(0, 0, 0, 0);
    sealing->addWidget(m_sealingText);
    auto *label = new QLabel(tr("&Keys"));
    label->setBuddy(m_keyChoice);
    sealing->addWidget(label);
    sealing->addWidget(m_keyChoice);
    sealing->addLayout(buttons);
    connect(m_keyChoice, &KeyChoiceField::changed, this,
            [this] { m_makeKeys->setEnabled(m_keyChoice->isComplete()); });
    connect(m_makeKeys, &QPushButton::clicked, this, [this] {
        if (m_keys.state() == KeyRing::State::Given)
            rotate();
        else
            seal();
    });
    connect(cancel, &QPushButton::clicked, this, &AdministratorsPage::refresh);
    hidePanes();
}

QWidget *AdministratorsPage::makeButtons()
{
    m_add = new QPushButton(tr("&Let somebody sign in…"));
    m_set = new QPushButton(tr("&New password…"));
    m_promote = new QPushButton(tr("Make an ad&ministrator"));
    m_promote->setToolTip(tr("A pending change: a role with every right of Rolewright, without an end."));
    m_remove = new QPushButton(tr("Ta&ke the password away…"));
    m_setCodes = new QPushButton(tr("Set up c&odes…"));
    m_removeCodes = new QPushButton(tr("Take co&des away…"));
    m_seal = new QPushButton(tr("Sea&l the trail…"));
    m_rotate = new QPushButton(tr("Ne&w keys…"));
    auto *part = new QWidget;
    auto *row = new FlowLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button :
         {m_add, m_set, m_promote, m_setCodes, m_removeCodes, m_remove, m_seal, m_rotate})
        row->addWidget(button);
    connect(m_setCodes, &QPushButton::clicked, this, &AdministratorsPage::setUpCodes);
    connect(m_removeCodes, &QPushButton::clicked, this, &AdministratorsPage::removeCodes);
    for (QPushButton *button : {m_seal, m_rotate})
        connect(button, &QPushButton::clicked, this, &AdministratorsPage::askKeys);
    connect(m_add, &QPushButton::clicked, this, [this] { askPassword({}); });
    connect(m_set, &QPushButton::clicked, this, [this] { askPassword(selectedUser()); });
    connect(m_promote, &QPushButton::clicked, this, &AdministratorsPage::promote);
    connect(m_remove, &QPushButton::clicked, this, &AdministratorsPage::removePassword);
    return part;
}

void AdministratorsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_once->isVisibleTo(this))
        refresh();
}

QString AdministratorsPage::selectedUser() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : m_model->at(rows.first().row()).state.user;
}

void AdministratorsPage::changePassword()
{
    refresh();
    askPassword(m_workspace.session().user());
}

void AdministratorsPage::hidePanes()
{
    m_password->hide();
    m_code->forget();
    m_sealing->hide();
    m_once->forget();
    m_confirmation->end();
}

// What is shown once stands alone, at the top, where no message covers it.
void AdministratorsPage::hideList()
{
    m_view->hide();
    m_buttons->hide();
    m_keyPane->hide();
}

bool AdministratorsPage::isPaneOpen() const
{
    for (const QWidget *pane : {static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_code), m_sealing,
                                static_cast<QWidget *>(m_once)}) {
        if (pane->isVisible())
            return true;
    }
    return m_confirmation->isOpen();
}

void AdministratorsPage::refresh()
{
    hidePanes();
    const bool guarded = m_workspace.session().isGuarded();
    m_view->setVisible(guarded);
    m_buttons->setVisible(guarded);
    m_keyPane->setVisible(guarded && m_keys.state() != KeyRing::State::NotSealed);
    if (!m_workspace.isOpen() || m_workspace.isShut())
        return;
    if (!guarded) {
        askFirst();
        return;
    }
    m_intro->setText(
        tr("Who can sign in to %1. What each of them may change is in the policy: roles that grant the "
           "rights under rolewright/.")
            .arg(m_workspace.service().traits().name));
    updateState();
    if (!isVisible())
        return;
    m_workspace.session().call<QList<CredentialState>>(
        [](StoreGuard &guard) { return guard.credentials(); }, {}, {}, this,
        [this](const Result<QList<CredentialState>> &states) {
            if (!states) {
                m_workspace.show(toMessage(states.error()));
                return;
            }
            m_lining.start(
                [states = *states, index = m_workspace.baseIndex()](const CancelToken &) {
                    return AdministratorsModel::lined(states, index, Instant::now());
                },
                [this](const QList<AdministratorsModel::Line> &lines) { take(lines); });
        });
}

void AdministratorsPage::take(const QList<AdministratorsModel::Line> &lines)
{
    const QString selected = selectedUser().isEmpty() ? m_workspace.session().user() : selectedUser();
    m_model->set(lines);
    if (m_model->rowCount() > 0) {
        const QModelIndex index = m_model->index(std::max(0, m_model->rowOf(selected)), 0);
        m_view->selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    updateState();
}

void AdministratorsPage::askFirst()
{
    const StoreTraits &traits = m_workspace.service().traits();
    if (traits.readOnly) {
        m_intro->setText(tr("%1 is read-only: nobody signs in to it.").arg(traits.name));
        return;
    }
    m_intro->setText(
        tr("%1 is open: whoever can write the file may edit the policy.\n\nName the first administrator to "
           "make it "
           "guarded. From then on one signs in, rights are checked with each change, and there is always an "
           "administrator. The user gets a role with every right of Rolewright, and is made where there is "
           "none of that "
           "name. There is no way back to an open store; its policy can be exported.")
            .arg(traits.name));
    m_password->open({}, {}, tr("&Make the store guarded"), true);
}

void AdministratorsPage::askPassword(const QString &user)
{
    hidePanes();
    const bool own = user == m_workspace.session().user();
    m_password->open(user,
                     own ? tr("Your new password. Other windows that you are signed in to are signed out.")
                         : user.isEmpty()
                         ? tr("A user of the policy who is to sign in, with a first password to hand over.")
                         : tr("A new password for %1, who is signed out everywhere by it.").arg(user),
                     user.isEmpty() ? tr("&Let sign in…") : tr("&Set the password…"));
}

void AdministratorsPage::setPassword(const QString &user, const SharedSecret &password)
{
    const bool own = user == m_workspace.session().user();
    perform(
        [user, password](StoreGuard &guard, const Occasion &occasion) {
            return guard.setPassword(user, *password, occasion);
        },
        own ? u"credential.change"_s : u"credential.set"_s, user, tr("&Confirm and set"),
        own ? tr("Your password is changed.") : tr("%1 signs in with the new password.").arg(user),
        [this, own, user, password](bool done) {
            m_password->setBusy(false);
            if (!done)
                return;
            // It has ended one's own session, too.
            if (own)
                m_workspace.session().renew(password, m_workspace.occasion(), this);
            else
                refresh();
        });
}

void AdministratorsPage::removePassword()
{
    const QString user = selectedUser();
    hidePanes();
    perform([user](StoreGuard &guard,
                   const Occasion &occasion) { return guard.removeCredential(user, occasion); },
            u"credential.remove"_s, user, tr("Confirm &and take away"),
            tr("%1 cannot sign in any more.").arg(user), [this](bool) { refresh(); });
}

void AdministratorsPage::promote()
{
    const QString user = selectedUser();
    m_promoting.start(
        [policy = m_workspace.policy(), user](const CancelToken &) {
            return makingAdministrator(policy, user, Instant::now());
        },
        [this, user](const QList<Change> &changes) {
            if (m_workspace.edit(tr("Make %1 an administrator").arg(user), changes))
                m_workspace.show(
                    {Message::Kind::Information,
                     tr("%1 is to administer: that is pending, and counts once it is applied.").arg(user),
                     {},
                     {}});
        });
}

void AdministratorsPage::perform(const std::function<Status(StoreGuard &, const Occasion &)> &act,
                                 const QString &operation, const QString &user, const QString &button,
                                 const QString &said, const std::function<void(bool)> &done)
{
    m_confirmation->run<void>(m_workspace, act, operationDigest(operation, user), {}, button, this,
                              [this, said, done](const Status &status) {
                                  if (!status)
                                      m_workspace.show(toMessage(status.error()));
                                  else if (!said.isEmpty())
                                      m_workspace.show({Message::Kind::Information, said, {}, {}});
                                  done(status.has_value());
                              });
}

void AdministratorsPage::updateState()
{
    const QString user = selectedUser();
    const int row = m_model->rowOf(user);
    const bool own = !user.isEmpty() && user == m_workspace.session().user();
    const auto may = [this](QPushButton *button, bool offered, const QString &operation) {
        const QString why = m_workspace.whyNot(operation);
        button->setEnabled(offered && why.isEmpty());
        button->setToolTip(asPlainText(why));
    };
    may(m_add, true, u"credential.set"_s);
    may(m_set, row >= 0, own ? u"credential.change"_s : u"credential.set"_s);
    may(m_remove, row >= 0 && !own, u"credential.remove"_s);
    const bool given = m_keys.state() == KeyRing::State::Given;
    const bool sealed = given || m_keys.state() == KeyRing::State::Elsewhere;
    may(m_setCodes, own && sealed, u"code.change"_s);
    may(m_removeCodes, row >= 0 && m_model->at(row).state.hasCode, own ? u"code.change"_s : u"code.remove"_s);
    may(m_seal, true, u"key.enrol"_s);
    m_seal->setVisible(m_keys.state() == KeyRing::State::NotSealed);
    may(m_rotate, true, u"key.rotate"_s);
    m_rotate->setVisible(given);
    m_promote->setEnabled(row >= 0 && !m_model->at(row).administers && !m_workspace.isReadOnly());
    if (row >= 0 && !own)
        m_setCodes->setToolTip(tr("Everybody sets up their own codes."));
    else if (!sealed)
        m_setCodes->setToolTip(
            tr("Codes need the keys of the store, which encrypt them: seal the trail first."));
    if (own)
        m_remove->setToolTip(tr("Somebody else takes yours away."));
}

} // namespace rolewright
