// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/keyplace.h"
#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "core/admin/changereview.h"
#include "core/security/keyfile.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct KeyOptions
{
    std::string argument; // a file, a user or a public key
    std::string newKeyFile;
    bool fresh = false;
};

using Run = Result<ExitStatus> (*)(const KeyOptions &, PolicyStore &, const Globals &, Console &);

QString hex(const QByteArray &key)
{
    return QString::fromLatin1(key.toHex());
}

Result<StoreKeys> keysOf(PolicyStore &store, const Globals &globals)
{
    const Result<QByteArrayList> sealing = store.guard()->sealingKeys();
    if (!sealing)
        return failure(sealing.error());
    Result<std::optional<StoreKeys>> keys = KeyPlace(globals).find(*sealing);
    if (!keys)
        return failure(keys.error());
    if (!*keys)
        return failure(ErrorCode::Unavailable,
                       u"The keys of this store are not in the keychain, or it is locked. Nothing was changed: unlock it, or "
                       u"name a file with --key-file."_s);
    return std::move(**keys);
}

// With the confirmation that it asks for.
template <class Act>
Status confirmed(PolicyStore &store, const Globals &globals, const QString &operation, const QString &what, const Act &act)
{
    const Status done = act();
    if (done || !needsConfirmation(done.error()))
        return done;
    if (Status given = confirm(store, globals.signIn, operationDigest(operation, what), done.error()); !given)
        return given;
    return act();
}

Result<ExitStatus> list(const KeyOptions &, PolicyStore &store, const Globals &globals, Console &console)
{
    const Result<QByteArrayList> sealing = store.guard()->sealingKeys();
    if (!sealing)
        return failure(sealing.error());
    const Result<std::optional<StoreKeys>> own = KeyPlace(globals).find(*sealing);
    const QByteArray mine = own && *own ? publicKeyOf((*own)->signing) : QByteArray();
    for (const QByteArray &key : *sealing)
        console.line(key == mine ? hex(key) + u"  this installation"_s : hex(key));
    if (sealing->isEmpty())
        console.note(u"The store is not sealed; \"keys enrol\" seals it."_s);
    return ExitStatus::Done;
}

Result<ExitStatus> makeNew(const KeyOptions &, PolicyStore &, const Globals &globals, Console &console)
{
    const Result<std::optional<StoreKeys>> keys = makeKeys(globals, console);
    if (!keys)
        return failure(keys.error());
    console.line(hex(publicKeyOf((*keys)->signing)));
    console.note(u"An administrator who can seal the store enrols this with \"keys enrol\"."_s);
    return ExitStatus::Done;
}

Result<ExitStatus> enrol(const KeyOptions &options, PolicyStore &store, const Globals &globals, Console &console)
{
    QByteArray key = QByteArray::fromHex(QByteArray::fromStdString(options.argument));
    if (options.argument.empty()) {
        const Result<QByteArrayList> sealing = store.guard()->sealingKeys();
        if (!sealing)
            return failure(sealing.error());
        if (!sealing->isEmpty())
            return failure(ErrorCode::Usage, u"The store is sealed already; name the public key to enrol."_s);
        const Result<std::optional<StoreKeys>> keys = makeKeys(globals, console);
        if (!keys)
            return failure(keys.error());
        giveKeys(store, **keys, {}, globals, console);
        key = publicKeyOf((*keys)->signing);
    }
    const Status enrolled = confirmed(store, globals, u"key.enrol"_s, hex(key),
                                      [&] { return store.guard()->enrolKey(key, occasion()); });
    if (!enrolled)
        return failure(enrolled.error());
    console.changeIsMade();
    console.line(u"%1 seals the store from now on"_s.arg(hex(key)));
    return ExitStatus::Done;
}

Result<ExitStatus> rotate(const KeyOptions &options, PolicyStore &store, const Globals &globals, Console &console)
{
    Globals next = globals;
    next.keyFile = options.newKeyFile;
    if (globals.keyFile.empty() != options.newKeyFile.empty())
        return failure(ErrorCode::Usage,
                       u"Name the file of the new keys with --new-key-file where the old ones are in a file, and only there."_s);
    const Result<std::optional<StoreKeys>> fresh = makeKeys(next, console);
    if (!fresh)
        return failure(fresh.error());
    const QByteArray key = publicKeyOf((*fresh)->signing);
    const Status rotated = confirmed(store, globals, u"key.rotate"_s, hex(key),
                                     [&] { return store.guard()->rotateKeys(**fresh, occasion()); });
    if (!rotated)
        return failure(rotated.error());
    if (Status kept = KeyPlace(next).setAnchor(store.traits().id, store.guard()->anchor().value_or(Anchor())); !kept)
        return failure(kept.error());
    console.changeIsMade();
    console.line(u"%1 seals the store from now on"_s.arg(hex(key)));
    return ExitStatus::Done;
}

Result<ExitStatus> backUp(const KeyOptions &options, PolicyStore &store, const Globals &globals, Console &console)
{
    const Result<StoreKeys> keys = keysOf(store, globals);
    if (!keys)
        return failure(keys.error());
    const KeyPlace place(globals);
    const Result<std::optional<Anchor>> anchor = place.anchor(store.traits().id);
    if (!anchor)
        return failure(anchor.error());
    if (Status made = makeKeyFile(text(options.argument), *keys); !made)
        return failure(made.error());
    if (*anchor) {
        if (Status kept = writeAnchorFile(text(options.argument), toLine(**anchor)); !kept)
            return failure(kept.error());
    }
    console.note(u"Keep %1 and its .anchor away from the store; \"keys restore\" brings them back."_s.arg(
        text(options.argument)));
    return ExitStatus::Done;
}

Result<ExitStatus> restore(const KeyOptions &options, PolicyStore &store, const Globals &globals, Console &console)
{
    const QString file = text(options.argument);
    const Result<StoreKeys> keys = readKeyFile(file);
    if (!keys)
        return failure(keys.error());
    const Result<QByteArrayList> sealing = store.guard()->sealingKeys();
    if (!sealing)
        return failure(sealing.error());
    if (!sealing->contains(publicKeyOf(keys->signing)))
        return failure(ErrorCode::Invalid, u"These keys do not seal this store. Nothing was changed: name its own."_s,
                       file);
    const KeyPlace place(globals);
    if (Status kept = place.keep(*keys); !kept)
        return failure(kept.error());
    const Result<std::optional<QByteArray>> line = readAnchorFile(file);
    if (!line)
        return failure(line.error());
    if (*line) {
        const Result<Anchor> anchor = parseAnchor(**line);
        if (!anchor)
            return failure(anchor.error());
        if (Status kept = place.setAnchor(store.traits().id, *anchor); !kept)
            return failure(kept.error());
    }
    console.note(u"The keys of the store are in %1."_s.arg(place.name()));
    return ExitStatus::Done;
}

Result<ExitStatus> accept(const KeyOptions &options, PolicyStore &store, const Globals &globals, Console &console)
{
    if (options.fresh) {
        const Result<std::optional<StoreKeys>> keys = makeKeys(globals, console);
        if (!keys)
            return failure(keys.error());
        giveKeys(store, **keys, {}, globals, console);
    }
    const Status accepted = withProof(store.traits().login, globals.signIn, [&](const QString &user, const Proof &proof) {
        return store.guard()->acceptTrail(user, proof, occasion());
    });
    if (!accepted)
        return failure(accepted.error());
    console.changeIsMade();
    console.line(u"the trail is accepted as it is; the trail says so"_s);
    return ExitStatus::Done;
}

Result<ExitStatus> recover(const KeyOptions &options, PolicyStore &store, const Globals &globals, Console &console)
{
    const QString user = text(options.argument);
    const Result<Secret> password = readPassword(globals.signIn.passwordFile, u"Password for %1"_s.arg(user));
    if (!password)
        return failure(password.error());
    if (Status recovered = store.guard()->recoverCode(user, *password, occasion()); !recovered)
        return failure(recovered.error());
    console.changeIsMade();
    console.line(u"%1 is asked for one-time codes no more; the trail says so"_s.arg(user));
    return ExitStatus::Done;
}

CLI::App *add(CLI::App &group, const char *name, const char *description, const std::shared_ptr<KeyOptions> &options,
              Run run, Chosen &chosen, bool makesKeyFile = false)
{
    CLI::App *command = group.add_subcommand(name, description);
    command->callback([&chosen, options, run, makesKeyFile] {
        chosen.action = [options, run, makesKeyFile](const Globals &given, Console &console) -> Result<ExitStatus> {
            Globals globals = given;
            globals.makesKeyFile = makesKeyFile || options->fresh;
            const auto store = openNamedStore(globals, console);
            if (!store)
                return failure(store.error());
            if (!(*store)->traits().guarded)
                return failure(ErrorCode::Usage, u"Only a guarded store has keys; enrol makes it guarded."_s,
                               (*store)->traits().location);
            if ((*store)->traits().keepsKeys)
                return failure(ErrorCode::Usage,
                               u"The server has the keys of this store. Use the keys commands where it runs, on the store that "
                               u"it serves."_s,
                               (*store)->traits().location);
            return run(*options, **store, globals, console);
        };
    });
    return command;
}

} // namespace

void addKeyCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *group = app.add_subcommand("keys", "The keys that seal the trail and encrypt the seeds of one-time codes");
    group->group("Stores");
    group->require_subcommand(1);
    const auto options = std::make_shared<KeyOptions>();
    add(*group, "list", "The public keys whose seals count", options, list, chosen);
    add(*group, "new", "Make keys for this installation, to be enrolled where the store can be sealed", options, makeNew,
        chosen, true);
    add(*group, "enrol", "Let another installation's key seal too; without KEY, seal a store that is not", options, enrol,
        chosen)
        ->add_option("KEY", options->argument, "Its public key");
    add(*group, "rotate", "Make new keys, and let those in use seal no more", options, rotate, chosen)
        ->add_option("--new-key-file", options->newKeyFile, "The new file, where the keys are in one")
        ->type_name("FILE");
    add(*group, "backup", "Write the keys to a new file", options, backUp, chosen)
        ->add_option("FILE", options->argument, "Where to")
        ->required();
    add(*group, "restore", "Put keys back from such a file, also on another machine", options, restore, chosen, true)
        ->add_option("FILE", options->argument, "Where from")
        ->required();
    add(*group, "accept", "Take a trail as it is that does not fit its seals or the anchor; the trail says so", options,
        accept, chosen)
        ->add_flag("--new-keys", options->fresh, "The keys are lost: with new ones");
    add(*group, "recover", "Take the lost one-time codes of an administrator away; the trail says so", options, recover,
        chosen)
        ->add_option("USER", options->argument, "Whose; the password is asked for")
        ->required();
}

} // namespace rolewright::cli
