// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/guardsession.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString ConfirmationRefused = u"confirmation-refused"_s;

// The code, where it is one: no password is so short.
QString codeIn(const Secret &secret)
{
    const bool isCode = secret.size() == 6
        && std::all_of(secret.data(), secret.data() + secret.size(), [](char c) { return c >= '0' && c <= '9'; });
    return isCode ? QString::fromLatin1(secret.data(), secret.size()) : QString();
}

} // namespace

GuardSession::GuardSession(PolicyService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    connect(&service, &PolicyService::traitsChanged, this, &GuardSession::changed);
    // Who has signed in since is in.
    connect(&service, &PolicyService::shutOut, this, [this] {
        m_service.guarded<bool>([](StoreGuard &guard) -> Result<bool> { return guard.isSignedIn(); }, this,
                                [this](const Result<bool> &in) {
                                    if (isSignedIn() && in && !*in)
                                        finish(End::Revoked);
                                });
    });
}

void GuardSession::signIn(const QString &user, const SharedSecret &password, const QString &code,
                          const Occasion &occasion, QObject *context, const PolicyService::Callback<void> &done)
{
    makeUndumpable();
    m_service.guarded<void>(
        [user, password, code, occasion](StoreGuard &guard) {
            return guard.signIn(user, {*password, code}, occasion);
        },
        context,
        [this, user, done, run = ++m_run](const Status &status) {
            if (run != m_run)
                return;
            if (status) {
                m_user = user;
                m_lastUser = user;
                m_end = End::None;
                Q_EMIT changed();
            }
            if (done)
                done(status);
        });
}

void GuardSession::renew(const SharedSecret &password, const Occasion &occasion, QObject *context)
{
    signIn(m_user, password, {}, occasion, context, [this](const Status &status) {
        if (!status && isSignedIn())
            finish(End::Revoked);
    });
}

void GuardSession::signOut(End how)
{
    if (!isSignedIn())
        return;
    m_service.guarded<void>(
        [](StoreGuard &guard) -> Status {
            guard.signOut();
            return {};
        },
        this, {});
    finish(how);
}

void GuardSession::reset()
{
    ++m_run;
    m_lastUser.clear();
    m_end = End::None;
    m_user.clear();
    Q_EMIT changed();
}

void GuardSession::look(const Error &refusal)
{
    if (isSignedIn() && needsSignIn(refusal))
        finish(End::Revoked);
}

void GuardSession::finish(End how)
{
    ++m_run;
    m_user.clear();
    m_end = how;
    Q_EMIT changed();
}

Status GuardSession::confirm(StoreGuard &guard, const Confirmation &confirmation, const Occasion &occasion)
{
    if (!confirmation.secret)
        return {};
    const Status given = guard.confirm(
        confirmation.digest, {*confirmation.secret, codeIn(*confirmation.secret)}, occasion);
    if (given || given.error().code != ErrorCode::NotPermitted || needsSignIn(given.error())
        || needsKeys(given.error()))
        return given;
    return failure(
        ErrorCode::NotPermitted,
        tr("It is not confirmed, and nothing was done: the password or code is wrong, or there were too many "
           "attempts. Check it, and after several attempts wait a while."),
        {}, {{Severity::Error, ConfirmationRefused, {}, {}, 0, 0}});
}

bool isConfirmationRefused(const Error &error)
{
    return error.code == ErrorCode::NotPermitted && !error.findings.isEmpty()
        && error.findings.first().code == ConfirmationRefused;
}

} // namespace rolewright
