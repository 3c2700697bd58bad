// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/keyplace.h"
#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "core/admin/changereview.h"
#include "core/security/onetimecode.h"
#include "core/security/qrcode.h"
#include "core/security/recoverycode.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct EnrolOptions
{
    std::string user;
    std::string newPasswordFile;
    std::string newCodeFile;
    bool remove = false;
    bool code = false; // one-time codes instead of the password
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

// Light on dark, as terminals mostly are: two rows of modules a line of text, and the light border that readers want.
void printQrCode(const QString &content, Console &console)
{
    const std::optional<QrCode> code = qrCodeOf(content);
    if (!code)
        return;
    constexpr int Border = 4;
    const auto isLight = [&](int row, int column) {
        const bool inside = row >= 0 && column >= 0 && row < code->size && column < code->size;
        return !inside || !code->isDark(row, column);
    };
    for (int row = -Border; row < code->size + Border; row += 2) {
        QString line;
        for (int column = -Border; column < code->size + Border; ++column) {
            const bool upper = isLight(row, column), lower = isLight(row + 1, column);
            line += upper ? (lower ? u'\u2588' : u'\u2580') : (lower ? u'\u2584' : u' ');
        }
        console.line(line);
    }
}

void showCode(const QString &uri, const Secret &seed, const QStringList &recovery, Console &console)
{
    if (!console.json()) {
        printQrCode(uri, console);
        console.line(uri);
        console.line(u"secret "_s + toBase32(seed));
        for (const QString &code : recovery)
            console.line(u"recovery code "_s + code);
        return;
    }
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"uri", uri);
    json.member(u"secret", toBase32(seed));
    json.key(u"recovery");
    json.beginArray();
    for (const QString &code : recovery)
        json.value(code);
    json.endArray();
    json.endObject();
    console.data(json.take() + '\n');
}

Result<ExitStatus> enrolCode(const EnrolOptions &options, const Globals &globals, PolicyStore &store, Console &console)
{
    const QString user = text(options.user);
    if (options.remove) {
        const bool isOwn = user == signInName(store.traits().login, globals.signIn);
        const Status removed = confirmed(store, globals, isOwn ? u"code.change"_s : u"code.remove"_s, user,
                                         [&] { return store.guard()->removeCode(user, occasion()); });
        if (!removed)
            return failure(removed.error());
        say(user, u"%1 is not asked for one-time codes any more"_s.arg(user), console);
        return ExitStatus::Done;
    }
    if (user != signInName(store.traits().login, globals.signIn))
        return failure(ErrorCode::Usage,
                       u"Everybody sets up their own one-time codes: let %1 sign in and do it."_s.arg(user));
    const Secret seed = newSeed();
    const RecoveryCodes recovery = newRecoveryCodes();
    showCode(enrolmentUri(seed, store.traits().name, user), seed, recovery.codes, console);
    console.note(u"Let your authenticator read the picture, or type the secret into it, and keep the recovery codes on "
                 u"paper: they are shown only now."_s);
    console.flush();
    const Result<QString> code = readCode(options.newCodeFile, u"The code that it shows by now"_s);
    if (!code)
        return failure(code.error());
    const Status set = confirmed(store, globals, u"code.change"_s, user, [&] {
        return store.guard()->setCode(seed, *code, recovery.hashes, occasion());
    });
    if (!set)
        return failure(set.error());
    console.changeIsMade();
    console.note(u"%1 is asked for a one-time code from now on"_s.arg(user));
    return ExitStatus::Done;
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
        if (options.remove || options.code)
            return failure(ErrorCode::Usage, u"The store is open: nobody signs in to it. Enrol an administrator first."_s,
                           store.traits().location);
        const Result<Secret> password = readNewPassword(options.newPasswordFile, user);
        if (!password)
            return failure(password.error());
        const Result<std::optional<StoreKeys>> keys = makeKeys(globals, console);
        if (!keys)
            return failure(keys.error());
        if (*keys)
            giveKeys(store, **keys, {}, globals, console);
        if (Status made = store.guard()->enrolFirst(user, *password, occasion()); !made)
            return failure(made.error());
        say(user, u"%1 administers %2, which is guarded from now on"_s.arg(user, store.traits().location),
            console);
        return ExitStatus::Done;
    }
    if (options.code)
        return enrolCode(options, globals, store, console);
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
    command->add_flag("--code", options->code, "Set up one-time codes for oneself, asked for besides the password");
    command->add_option("--new-code-file", options->newCodeFile, "Read the first code of the new authenticator from here")
        ->type_name("FILE");
    command->add_flag("--unsealed", chosen.globals.unsealed,
                      "Of the first one: without keys; whoever can write the file can rewrite its trail");
    command->add_flag("--remove", options->remove,
                      "Take the password away: the user signs in no more; or with --code the codes");
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return enrol(*options, globals, console);
        };
    });
}

} // namespace rolewright::cli
