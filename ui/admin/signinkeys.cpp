// SPDX-License-Identifier: Apache-2.0
// SignInPage where the keys of the store, or the trail, are not what they were.
#include "core/base/text.h"
#include "ui/admin/keyring.h"
#include "ui/admin/secretfield.h"
#include "ui/admin/signinpage.h"
#include "ui/widgets/problemlabel.h"

#include <QFormLayout>
#include <QPushButton>

namespace rolewright {

void SignInPage::takeKeys()
{
    updateState();
    if (m_keys.state() != KeyRing::State::Looking)
        record();
    if (m_keys.state() != KeyRing::State::Looking && std::exchange(m_early, false))
        submit();
    else if (m_keys.state() == KeyRing::State::Given && isVisible() && !m_user->hasFocus() && !m_code->hasFocus())
        (m_user->text().isEmpty() ? m_user : m_password)->setFocus(Qt::OtherFocusReason); // not on a button that is gone
}

// A database tells of its keys once somebody is signed in, and records a sign-in with them only.
void SignInPage::record()
{
    if (m_keys.state() == KeyRing::State::Missing)
        return; // somebody may still name their file
    const std::optional<Expected> entered = std::exchange(m_unrecorded, {});
    if (!entered || !entered->password || m_keys.state() != KeyRing::State::Given)
        return;
    m_workspace.session().signIn(entered->user, entered->password, {}, m_workspace.occasion(), this,
                                 [this](const Status &status) {
                                     if (!status)
                                         m_workspace.show(toMessage(status.error()));
                                 });
}

void SignInPage::acceptTrail()
{
    const QString user = toNfc(m_user->text().trimmed());
    const SharedSecret password = m_entered && m_password->text().isEmpty() ? m_entered : m_password->take();
    m_running = true;
    m_problem->setProblem({});
    updateState();
    m_workspace.session().call<void>(
        [user, password, code = m_code->text().trimmed(),
         occasion = m_workspace.occasion()](StoreGuard &guard) {
            return guard.acceptTrail(user, {*password, code}, occasion);
        },
        {}, {}, this,
        [this, user, password](const Status &accepted) {
            m_entered = password;
            if (!accepted) {
                finish(user, accepted);
                return;
            }
            m_running = false;
            m_accept->hide();
            if (m_form->isRowVisible(m_code)) { // which is used up
                m_code->clear();
                m_problem->setProblem(tr("The trail is accepted. Sign in with the next code."));
                m_code->setFocus(Qt::OtherFocusReason);
                updateState();
            } else {
                submit();
            }
        });
}

} // namespace rolewright
