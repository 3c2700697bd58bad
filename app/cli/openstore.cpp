// SPDX-License-Identifier: Apache-2.0
#include "app/cli/openstore.h"

#include "app/cli/keyplace.h"
#include "app/cli/signin.h"
#include "core/base/text.h"

#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<PolicyStore>> openAs(const QString &location, const std::string &serverPasswordFile)
{
    if (serverPasswordFile.empty())
        return openStore(location);
    const Result<Secret> password = readPassword(serverPasswordFile, {});
    return password ? openServed(location, *password)
                    : Result<std::unique_ptr<PolicyStore>>(failure(password.error()));
}

// Logged in before the sign-in, which is recorded: a sealed trail takes that with the keys only.
Status logInTo(PolicyStore &store, const QString &location, const Globals &globals, Console &console)
{
    return withProof(store.traits().login, globals.signIn, [&](const QString &user, const Proof &proof) -> Status {
        if (Status held = useLogin(location, user, proof.password); !held)
            return held;
        if (Status given = giveKeys(store, globals, console); !given)
            return given;
        return store.guard()->signIn(user, proof, occasion());
    });
}

} // namespace

Result<std::unique_ptr<PolicyStore>> openNamedStore(const Globals &globals, Console &console)
{
    if (globals.store.empty()) {
        return failure(ErrorCode::Usage,
                       u"Say which store with --store, such as \"--store acme.rolewright\" or "
                       "\"--store policy.json\"."_s);
    }
    return openStoreAt(text(globals.store), globals, console);
}

Result<std::unique_ptr<PolicyStore>> openStoreAt(const QString &location, const Globals &globals,
                                                 Console &console)
{
    auto store = openAs(location, globals.serverPasswordFile);
    if (!store)
        return store;
    // Some stores can be read by nobody else.
    if (const Result<qint64> version = (*store)->version(); !version && needsSignIn(version.error())) {
        const Status signedIn = loginOf(location) && !(*store)->traits().keepsKeys
            ? logInTo(**store, location, globals, console)
            : signIn(**store, globals.signIn);
        if (!signedIn)
            return failure(signedIn.error());
    }
    const StoreTraits traits = (*store)->traits();
    console.noteOnce(traits.notice);
    if (!traits.guarded)
        return store;
    if (Status given = giveKeys(**store, globals, console); !given)
        return failure(given.error());
    if (Status admitted = admit(**store, globals); !admitted)
        return failure(admitted.error());
    return store;
}

Result<OpenPolicy> openPolicy(const Globals &globals, Console &console)
{
    auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
    Result<Snapshot> head = (*store)->load();
    if (!head)
        return failure(head.error());
    return OpenPolicy{std::move(*store), std::move(*head), globals.signIn};
}

Result<qint64> parseVersion(const std::string &argument)
{
    QString digits = text(argument);
    if (digits.startsWith(u'@'))
        digits.remove(0, 1);
    bool isNumber = false;
    const qint64 version = digits.toLongLong(&isNumber);
    if (!isNumber || version < 0 || !digits.at(0).isDigit())
        return failure(ErrorCode::Usage,
                       u"\"%1\" is not a version; versions are written 7 or @7."_s.arg(text(argument)));
    return version;
}

Result<Instant> parseMoment(const std::string &argument, const char *option)
{
    const QString given = text(argument);
    if (const auto moment = parseRequestTime(given))
        return *moment;
    if (const auto midnight = parseRequestTime(given + u"T00:00:00Z"_s))
        return *midnight;
    return failure(
        ErrorCode::Usage,
        u"%1: \"%2\" is not a time; write 2026-01-31, 2026-01-31T12:00:00Z or 2026-01-31T12:00:00+01:00."_s
            .arg(QLatin1StringView(option), given));
}

Result<Instant> momentOrNow(const std::string &argument, const char *option)
{
    if (argument.empty())
        return Instant::now();
    return parseMoment(argument, option);
}

CommitContext commitContext(bool overrideTests)
{
    CommitContext context;
    const passwd *account = ::getpwuid(::getuid());
    context.actor = account ? QString::fromLocal8Bit(account->pw_name) : u"uid %1"_s.arg(::getuid());
    context.origin =
        u"rolewrightctl %1 on %2"_s.arg(QLatin1StringView(ROLEWRIGHT_VERSION), QSysInfo::machineHostName());
    context.overrideTests = overrideTests;
    return context;
}

Status checkReason(const std::string &reason)
{
    if (const auto problem = problemOfDescription(text(reason)))
        return failure(ErrorCode::Usage, u"The text of --reason %1."_s.arg(*problem));
    return {};
}

Result<Policy> broughtTo(PolicyStore &store, const Snapshot &from, qint64 version)
{
    Policy policy = from.policy;
    for (qint64 next = from.version + 1; next <= version; ++next) {
        const Result<ChangeSet> made = store.changeSet(next);
        if (!made)
            return failure(made.error());
        const Status applied = apply(policy, made->changes);
        if (!applied)
            return failure(applied.error());
    }
    return policy;
}

} // namespace rolewright::cli
