// SPDX-License-Identifier: Apache-2.0
#include "app/cli/signin.h"

#include "app/cli/openstore.h"
#include "core/admin/changereview.h"
#include "core/base/descriptor.h"
#include "core/security/secretfile.h"

#include <termios.h>

#include <cerrno>
#include <cstring>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

Result<Secret> askOnTerminal(const QString &question)
{
    const Descriptor terminal(u"/dev/tty"_s, O_RDWR | O_NOCTTY);
    termios before = {};
    if (terminal.number() < 0 || ::tcgetattr(terminal.number(), &before) != 0) {
        return failure(ErrorCode::Usage,
                       u"A password is needed, and there is no terminal to ask for it. Nothing was changed: "
                       u"name a file that "
                       u"holds it with --password-file."_s);
    }
    const auto show = [&](const QByteArray &bytes) {
        const ssize_t written = ::write(terminal.number(), bytes.constData(), size_t(bytes.size()));
        return written == bytes.size();
    };
    termios quiet = before;
    quiet.c_lflag &= ~tcflag_t(ECHO);
    if (::tcsetattr(terminal.number(), TCSAFLUSH, &quiet) != 0 || !show(question.toUtf8() + ": "))
        return unreadableSecret(u"/dev/tty"_s, QString::fromLocal8Bit(std::strerror(errno)));
    Result<Secret> password = readSecretLine(terminal.number(), u"/dev/tty"_s);
    ::tcsetattr(terminal.number(), TCSAFLUSH, &before);
    show("\n");
    return password;
}

bool hasTerminal()
{
    const Descriptor terminal(u"/dev/tty"_s, O_RDWR | O_NOCTTY);
    return terminal.number() >= 0 && ::isatty(terminal.number());
}

} // namespace

QString signInName(const QString &login, const SignInOptions &options)
{
    if (!options.user.empty())
        return text(options.user);
    return login.isEmpty() ? commitContext(false).actor : login;
}

Result<Secret> readPassword(const std::string &file, const QString &question)
{
    makeUndumpable();
    return file.empty() ? askOnTerminal(question) : readSecretFile(text(file));
}

Result<Secret> readNewPassword(const std::string &file, const QString &user)
{
    Result<Secret> first = readPassword(file, u"New password for %1"_s.arg(user));
    if (!first)
        return first;
    if (const auto problem = problemOfPassword(*first)) // before anything is made
        return failure(ErrorCode::Invalid,
                       u"The password %1. Nothing was changed: choose another."_s.arg(*problem));
    if (!file.empty())
        return first;
    const Result<Secret> second = readPassword(file, u"Once more"_s);
    if (!second)
        return failure(second.error());
    if (first->size() != second->size()
        || std::memcmp(first->data(), second->data(), size_t(first->size())) != 0)
        return failure(ErrorCode::Invalid, u"The two passwords differ. Nothing was changed: try again."_s);
    return first;
}

// Used once, so that nothing is lost where a copy of it stays.
Result<QString> readCode(const std::string &file, const QString &question)
{
    const Result<Secret> code = readPassword(file, question);
    if (!code && file.empty() && code.error().code == ErrorCode::Usage)
        return failure(
            ErrorCode::Usage,
            u"A one-time code is asked for too, and there is no terminal to ask for it. Nothing was "
            u"changed: name a file that holds one with --code-file."_s);
    if (!code)
        return failure(code.error());
    return QString::fromUtf8(code->data(), code->size()).trimmed();
}

Occasion occasion(const QString &reason)
{
    return {commitContext(false).origin, Instant::now(), reason};
}

Status withProof(const QString &login, const SignInOptions &options,
                 const std::function<Status(const QString &, const Proof &)> &act)
{
    const QString user = signInName(login, options);
    const Result<Secret> password = readPassword(options.passwordFile, u"Password for %1"_s.arg(user));
    if (!password)
        return failure(password.error());
    const Status done = act(user, *password);
    if (done || !needsCode(done.error()))
        return done;
    const Result<QString> code = readCode(options.codeFile, u"One-time code of %1"_s.arg(user));
    if (!code)
        return failure(code.error());
    return act(user, {*password, *code});
}

Status signIn(PolicyStore &store, const SignInOptions &options)
{
    StoreGuard *guard = store.guard();
    if (!guard || guard->isSignedIn() || !store.traits().guarded)
        return {};
    return withProof(store.traits().login, options, [&](const QString &user, const Proof &proof) {
        return guard->signIn(user, proof, occasion());
    });
}

Status logIn(const QString &location, const SignInOptions &options)
{
    const Result<QString> named = loginOf(location);
    if (!named)
        return failure(named.error());
    const QString user = signInName(*named, options);
    const Result<Secret> password =
        readPassword(options.passwordFile, u"Password for the database login %1"_s.arg(user));
    return password ? useLogin(location, user, *password) : Status(failure(password.error()));
}

Status confirm(PolicyStore &store, const SignInOptions &options, const QByteArray &digest,
               const Error &refusal)
{
    Error advised = refusal;
    if (!options.confirm && (!options.passwordFile.empty() || !hasTerminal())) {
        advised.message += u" (--confirm does so with the same password.)"_s;
        return failure(advised);
    }
    QString why;
    for (const Finding &finding : refusal.findings)
        why += finding.message + u' ';
    const Result<Secret> password = readPassword(
        options.passwordFile,
        u"%1Confirm with the password for %2"_s.arg(visible(why), signInName(store.traits().login, options)));
    if (!password)
        return failure(password.error());
    return store.guard()->confirm(digest, *password, occasion());
}

Status admit(PolicyStore &store, const Globals &globals)
{
    const Demand &demand = globals.demand;
    if (demand.kind == Demand::Kind::Nothing)
        return {};
    if (demand.kind == Demand::Kind::Never)
        return failure(ErrorCode::NotPermitted, u"This command cannot be used on a guarded store."_s);
    if (Status status = signIn(store, globals.signIn); !status || demand.kind == Demand::Kind::SignIn)
        return status;
    const Status done = store.guard()->perform(demand.operation, demand.what, occasion());
    if (done || !needsConfirmation(done.error()))
        return done;
    const QByteArray digest = operationDigest(demand.operation, demand.what);
    if (Status confirmed = confirm(store, globals.signIn, digest, done.error()); !confirmed)
        return confirmed;
    return store.guard()->perform(demand.operation, demand.what, occasion());
}

Result<qint64> ask(PolicyStore &store, const SignInOptions &options, const ChangeSet &changes,
                   bool overrideTests)
{
    if (!store.traits().guarded)
        return failure(ErrorCode::Usage,
                       u"The store is open: nothing waits for an approval. Leave --request out."_s);
    if (Status status = signIn(store, options); !status)
        return failure(status.error());
    const Result<qint64> asked = store.guard()->ask(changes, commitContext(overrideTests));
    if (asked || !needsConfirmation(asked.error()))
        return asked;
    if (Status confirmed = confirm(store, options, confirmationDigest(changes, overrideTests), asked.error());
        !confirmed)
        return failure(confirmed.error());
    return store.guard()->ask(changes, commitContext(overrideTests));
}

Result<Snapshot> commit(PolicyStore &store, const SignInOptions &options, const ChangeSet &changes,
                        bool overrideTests)
{
    if (Status status = signIn(store, options); !status)
        return failure(status.error());
    const Result<Snapshot> made = store.commit(changes, commitContext(overrideTests));
    if (made || !needsConfirmation(made.error()))
        return made;
    if (Status confirmed = confirm(store, options, confirmationDigest(changes, overrideTests), made.error());
        !confirmed)
        return failure(confirmed.error());
    return store.commit(changes, commitContext(overrideTests));
}

} // namespace rolewright::cli
