// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "core/admin/administrators.h"
#include "core/admin/changereview.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct EnrolOptions
{
    std::string user;
    std::string newPasswordFile;
    bool remove = false;
};

void say(const QString &user, const QString &what, Console &console)
{
    console.changeIsMade();
    if (!console.json()) {
        console.line(what);
        return;
    }
    JsonWriter json;
    json.beginObject();
    json.member(u"user", user);
    json.endObject();
    console.data(json.take() + '\n');
}

// On a guarded store: with the confirmation that it asks for.
template <class Act>
Status confirmed(PolicyStore &store, const Globals &globals, const QString &operation, const QString &user,
                 const Act &act)
{
    const Status done = act();
    if (done || !needsConfirmation(done.error()))
        return done;
    const QByteArray digest = operationDigest(operation, user);
    if (Status given = confirm(store, globals.signIn, digest, done.error()); !given)
        return given;
    return act();
}

Result<ExitStatus> enrol(const EnrolOptions &options, const Globals &globals, Console &console)
{
    Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    PolicyStore &store = *opened->store;
    if (!store.guard())
        return failure(ErrorCode::Usage, u"Only an SQLite store can be guarded."_s, store.traits().location);
    const QString user = text(options.user);
    if (!store.traits().guarded) {
        if (options.remove)
            return failure(ErrorCode::Usage, u"The store is open: nobody has a password."_s,
                           store.traits().location);
        const Result<Secret> password = readNewPassword(options.newPasswordFile, user);
        if (!password)
            return failure(password.error());
        if (Status made = makeGuarded(store, user, *password); !made)
            return failure(made.error());
        say(user, u"%1 administers %2, which is guarded from now on"_s.arg(user, store.traits().location),
            console);
        return ExitStatus::Done;
    }
    if (Status signedIn = signIn(store, globals.signIn); !signedIn)
        return failure(signedIn.error());
    if (options.remove) {
        const Status removed = confirmed(store, globals, u"credential.remove"_s, user,
                                         [&] { return store.guard()->removeCredential(user, occasion()); });
        if (!removed)
            return failure(removed.error());
        say(user, u"%1 cannot sign in any more"_s.arg(user), console);
        return ExitStatus::Done;
    }
    const Result<Secret> password = readNewPassword(options.newPasswordFile, user);
    if (!password)
        return failure(password.error());
    const bool isOwn = user == signInName(store.traits().login, globals.signIn);
    const Status set = confirmed(store, globals, isOwn ? u"credential.change"_s : u"credential.set"_s, user,
                                 [&] { return store.guard()->setPassword(user, *password, occasion()); });
    if (!set)
        return failure(set.error());
    say(user, u"%1 signs in with the new password"_s.arg(user), console);
    return ExitStatus::Done;
}

} // namespace

Status makeGuarded(PolicyStore &store, const QString &user, const Secret &password)
{
    const Result<Snapshot> head = store.load();
    if (!head)
        return failure(head.error());
    if (const auto problem = problemOfPassword(password))
        return failure(ErrorCode::Invalid,
                       u"The password %1. Nothing was changed: choose another."_s.arg(*problem));
    const CommitContext context = commitContext(false);
    ChangeSet changes;
    changes.base = head->version;
    changes.operation = QUuid::createUuid();
    changes.reason = u"first administrator"_s;
    changes.changes = makingAdministrator(head->policy, user, context.time);
    if (!changes.changes.isEmpty()) {
        if (const Result<Snapshot> made = store.commit(changes, context); !made)
            return failure(made.error());
    }
    return store.guard()->enrolFirst(user, password, occasion());
}

void addAdminCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *command = app.add_subcommand(
        "enrol",
        "Give a user a password; the first one makes the store guarded and its user an administrator");
    command->group("Stores");
    const auto options = std::make_shared<EnrolOptions>();
    command->add_option("USER", options->user, "Who signs in with it")->required();
    command->add_option("--new-password-file", options->newPasswordFile, "Read the new password from here")
        ->type_name("FILE");
    command->add_flag("--remove", options->remove, "Take the password away: the user signs in no more");
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return enrol(*options, globals, console);
        };
    });
}

} // namespace rolewright::cli
