// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/passwordmemory.h"

#include "ui/admin/signinpage.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString &location, const QString &user)
{
    return u"password %1 %2"_s.arg(user, location);
}

} // namespace

void PasswordMemory::read(const QString &location, const QString &user, QObject *context, const Read &done)
{
    m_reading.read(nameOf(location, user), context,
                   [this, done, run = ++m_run](const Result<std::shared_ptr<const Secret>> &password) {
                       if (run != m_run)
                           return;
                       if (password && *password)
                           done(*password, {});
                       else
                           done({},
                                password ? SignInPage::tr(
                                    "The password is not in the keychain, or that is locked. Type it.")
                                         : toMessage(password.error()).text);
                   });
}

void PasswordMemory::keep(const QString &location, const QString &user, const SharedSecret &password,
                          bool wanted)
{
    const auto told = [this, location, wanted](const Status &done) {
        if (done) {
            m_settings.setRemembersPassword(location, wanted);
            return;
        }
        Message message = toMessage(done.error());
        message.kind = Message::Kind::Warning;
        message.text =
            (wanted ? SignInPage::tr("You are signed in, but the password is not remembered. %1")
                    : SignInPage::tr("You are signed in, but the password is still in the keychain. %1"))
                .arg(message.text);
        m_workspace.show(message);
    };
    if (wanted)
        m_writing.write(nameOf(location, user), *password, &m_writing, told);
    else if (remembers(location))
        m_writing.remove(nameOf(location, user), &m_writing, told);
}

void PasswordMemory::cancel()
{
    ++m_run;
    m_reading.cancel();
}

} // namespace rolewright
