// SPDX-License-Identifier: Apache-2.0
// MainWindow while people sign in and out.
#include "core/admin/changereview.h"
#include "ui/admin/administratorspage.h"
#include "ui/admin/confirmationbar.h"
#include "ui/admin/idlelock.h"
#include "ui/admin/keyring.h"
#include "ui/admin/signinpage.h"
#include "ui/admin/tokenspage.h"
#include "ui/help/helpwindow.h"
#include "ui/importing/importpage.h"
#include "ui/palette/palette.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/plaintext.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolButton>

namespace rolewright {

using namespace Qt::StringLiterals;

void MainWindow::addSessionActions(QMenu *menu)
{
    using enum Actions::Needs;
    menu->addSeparator();
    m_actions->add(menu, u"administrators"_s, tr("&Administrators…"), {}, Store,
                   [this] { m_pages->show(m_administrators); });
    m_actions->add(menu, u"tokens"_s, tr("&Tokens of applications…"), {}, Store,
                   [this] { m_pages->show(m_tokens); });
    m_actions->add(menu, u"password"_s, tr("Change my &password…"), {}, Session, [this] {
        m_pages->show(m_administrators);
        m_administrators->changePassword();
    });
    menu->addSeparator();
    m_actions->add(menu, u"signout"_s, tr("&Sign out"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, Session,
                   [this] { m_workspace.session().signOut(); });
    m_idle = new IdleLock(m_workspace, m_settings, this);
    QMenu *lock = menu->addMenu(tr("Sign out after a time &without me"));
    auto *group = new QActionGroup(this);
    const auto add = [&](int minutes, const QString &text) {
        QAction *action = m_actions->add(lock, u"lock-%1"_s.arg(minutes), text, {}, Nothing,
                                         [this, minutes] { m_idle->setMinutes(minutes); });
        action->setCheckable(true);
        action->setChecked(m_settings.lockMinutes() == minutes);
        group->addAction(action);
    };
    for (const int minutes : {5, 15, 30, 60})
        add(minutes, tr("After %Ln minute(s)", nullptr, minutes));
    add(0, tr("Never"));
    QMenu *seal = menu->addMenu(tr("Seal the trail when &nothing happens"));
    auto *intervals = new QActionGroup(this);
    for (const auto &[minutes, text] : {std::pair{60, tr("Every hour")}, {24 * 60, tr("Every day")}, {0, tr("Not at all")}}) {
        QAction *action = m_actions->add(seal, u"seal-%1"_s.arg(minutes), text, {}, Nothing,
                                         [this, minutes = minutes] { m_keys->setSealMinutes(minutes); });
        action->setCheckable(true);
        action->setChecked(m_settings.sealMinutes() == minutes);
        intervals->addAction(action);
    }
    // The person in the corner offers the same.
    auto *own = new QMenu(m_person);
    for (const QString &name : {u"password"_s, u"signout"_s})
        own->addAction(m_actions->find(name));
    own->addMenu(lock);
    m_person->setMenu(own);
}

void MainWindow::showPerson()
{
    const GuardSession &session = m_workspace.session();
    m_palette->setEnabled(!m_workspace.isShut()); // it would find users and roles
    m_person->setVisible(session.isSignedIn());
    m_person->setText(QString(session.user()).replace(u'&', u"&&"_s));
    m_person->setToolTip(asPlainText(tr("Signed in as %1").arg(session.user())));
    m_person->setAccessibleName(tr("Signed in as %1").arg(session.user()));
}

void MainWindow::takeSession()
{
    if (!m_workspace.isOpen())
        return;
    const bool shut = m_workspace.isShut();
    if (shut && m_stack->currentWidget() != m_signIn) {
        keepPlace();
        m_dockWanted = m_simulateDock->isVisibleTo(this);
        hideWork();
    } else if (!shut && m_stack->currentWidget() == m_signIn) {
        m_stack->setCurrentIndex(1);
        m_simulateDock->setVisible(m_dockWanted);
        restorePlace();
    }
    look();
}

// Whoever comes by sees nothing of the policy, in no window.
void MainWindow::hideWork()
{
    m_import->cancel();
    m_confirmation->end();
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        dock->hide();
    for (QWidget *window : findChildren<QWidget *>()) {
        if (window->isWindow() && window->isVisible() && !qobject_cast<HelpWindow *>(window))
            window->close();
    }
    m_stack->setCurrentWidget(m_signIn);
    m_signIn->start();
}

void MainWindow::exporting(const QString &what, const std::function<void()> &run)
{
    if (!m_workspace.session().isGuarded()) {
        run();
        return;
    }
    const QString operation = u"policy.export"_s;
    m_confirmation->run<void>(
        m_workspace,
        [operation, what](StoreGuard &guard, const Occasion &occasion) {
            return guard.perform(operation, what, occasion);
        },
        operationDigest(operation, what), {}, tr("Con&firm and export"), this,
        [this, run](const Status &may) {
            if (may)
                run();
            else
                m_workspace.show(toMessage(may.error()));
        });
}

} // namespace rolewright
