// SPDX-License-Identifier: Apache-2.0
// AdministratorsPage where it makes keys and codes, and shows once what belongs on paper.
#include "core/admin/changereview.h"
#include "ui/admin/administratorspage.h"
#include "ui/admin/codepane.h"
#include "ui/admin/confirmationbar.h"
#include "ui/admin/keychoicefield.h"
#include "ui/admin/passwordpane.h"
#include "ui/admin/shownonce.h"

#include <QLabel>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

void AdministratorsPage::enrolFirst(const QString &user, const SharedSecret &password)
{
    const KeyChoice choice = m_password->keys();
    const auto fail = [this](const Error &error) {
        m_password->setBusy(false);
        m_workspace.show(toMessage(error));
    };
    const auto guard = [this, user, password, fail](const SharedSecret &recovery) {
        m_workspace.makeGuarded(user, password, this, [this, user, recovery, fail](const Status &made) {
            if (!made) {
                fail(made.error());
                return;
            }
            // Over the recovery key, a message would be in the way.
            if (recovery)
                showRecoveryKey(recovery);
            else
                m_workspace.show({Message::Kind::Information,
                                  tr("The store is guarded. You are signed in as %1.").arg(user),
                                  {},
                                  {}});
        });
    };
    if (!choice.sealed)
        guard({});
    else
        m_keys.make(choice, this, [guard, fail](const Result<SharedSecret> &line) {
            line ? guard(*line) : fail(line.error());
        });
}

// By now the store has them enrolled.
void AdministratorsPage::showRecoveryKey(const SharedSecret &line)
{
    m_keys.keep();
    hideList();
    m_once->open(
        tr("The trail is sealed with the keys %1. This is their recovery key: with it, and only with it, the "
           "store goes on where they are lost. Keep it on paper, away from the store: it is not shown again.")
            .arg(m_keys.place()),
        tr("Recovery key of %1").arg(m_workspace.service().traits().name),
        QString::fromLatin1(line->data(), line->size()));
}

void AdministratorsPage::setUpCodes()
{
    hidePanes();
    m_code->start();
}

void AdministratorsPage::setCode(const SharedSecret &seed, const QString &code,
                                 const QByteArrayList &recovery)
{
    const QString user = m_workspace.session().user();
    m_confirmation->run<void>(
        m_workspace,
        [seed, code, recovery](StoreGuard &guard, const Occasion &occasion) {
            return guard.setCode(*seed, code, recovery, occasion);
        },
        operationDigest(u"code.change"_s, user), {}, tr("Confi&rm and set up"), this,
        [this, user](const Status &set) {
            if (!set) {
                m_code->refuse(toMessage(set.error()).text);
                return;
            }
            const QString codes = m_code->recoveryCodes().join(u'\n');
            hidePanes();
            hideList();
            m_once->open(tr("Codes are set up. Each of these recovery codes signs you in once without the "
                            "authenticator. "
                            "Keep them on paper, away from the store: they are not shown again."),
                         tr("Recovery codes of %1 for %2, each good once")
                             .arg(user, m_workspace.service().traits().name),
                         codes);
        });
}

void AdministratorsPage::removeCodes()
{
    const QString user = selectedUser();
    const bool own = user == m_workspace.session().user();
    hidePanes();
    perform([user](StoreGuard &guard, const Occasion &occasion) { return guard.removeCode(user, occasion); },
            own ? u"code.change"_s : u"code.remove"_s, user, tr("Confirm &and take away"),
            tr("%1 signs in with the password alone.").arg(user), [this](bool) { refresh(); });
}

void AdministratorsPage::askKeys()
{
    const bool next = m_keys.state() == KeyRing::State::Given;
    hidePanes();
    m_sealingText->setVisible(next);
    m_sealingText->setText(tr("New keys seal from then on, and encrypt the secrets of one-time codes anew; "
                              "those in use now seal no more. "
                              "Other installations keep their own."));
    m_makeKeys->setText(next ? tr("Make &new keys") : tr("&Seal the store"));
    m_keyChoice->setUnsealedOffered(false);
    m_sealing->show();
    m_keyChoice->setFocus(Qt::OtherFocusReason);
}

void AdministratorsPage::seal()
{
    m_sealing->setEnabled(false);
    m_keys.make(m_keyChoice->choice(), this, [this](const Result<SharedSecret> &line) {
        m_sealing->setEnabled(true);
        if (!line) {
            m_workspace.show(toMessage(line.error()));
            return;
        }
        perform([key = m_keys.publicKey()](
                    StoreGuard &guard, const Occasion &occasion) { return guard.enrolKey(key, occasion); },
                u"key.enrol"_s, QString::fromLatin1(m_keys.publicKey().toHex()), tr("Conf&irm and seal"), {},
                [this, line = *line](bool done) {
                    hidePanes();
                    if (done)
                        showRecoveryKey(line);
                });
    });
}

// Kept before anything is sealed with them, as a store whose keys are nowhere takes no change.
void AdministratorsPage::rotate()
{
    const KeyChoice choice = m_keyChoice->choice();
    m_sealing->setEnabled(false);
    const auto fail = [this](const Error &error) {
        m_sealing->setEnabled(true);
        m_workspace.show(toMessage(error));
    };
    m_keys.makeNext(choice, this, [this, choice, fail](const Result<KeyRing::Keys> &made) {
        if (!made) {
            fail(made.error());
            return;
        }
        m_sealing->setEnabled(true);
        const KeyRing::Keys next = *made;
        m_confirmation->run<Anchor>(
            m_workspace,
            [next](StoreGuard &guard, const Occasion &occasion) -> Result<Anchor> {
                if (Status rotated = guard.rotateKeys(*next, occasion); !rotated)
                    return failure(rotated.error());
                return guard.anchor().value_or(Anchor());
            },
            operationDigest(u"key.rotate"_s, QString::fromLatin1(publicKeyOf(next->signing).toHex())), {},
            tr("Con&firm and change"), this,
            [this, next, choice, fail](const Result<Anchor> &anchor) {
                if (!anchor) {
                    fail(anchor.error());
                    return;
                }
                m_keys.replace(next, choice, *anchor, this, [this, fail](const Result<SharedSecret> &line) {
                    line ? showRecoveryKey(*line) : fail(line.error());
                });
            });
    });
}

} // namespace rolewright
