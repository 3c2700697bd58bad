// SPDX-License-Identifier: Apache-2.0
#include "app/cli/keyplace.h"

#include "core/security/keychain.h"
#include "core/security/keyfile.h"

#include <QEventLoop>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

QString keysName(const QByteArray &publicKey)
{
    return u"keys "_s + QString::fromLatin1(publicKey.toHex());
}

QString anchorName(const QString &store)
{
    return u"anchor "_s + store;
}

// Waits for the keychain, which may wait for somebody to unlock it.
Result<std::shared_ptr<const Secret>> readEntry(const QString &name)
{
    Keychain keychain;
    QEventLoop loop;
    Result<std::shared_ptr<const Secret>> answer = std::shared_ptr<const Secret>();
    keychain.read(name, &keychain, [&](const Result<std::shared_ptr<const Secret>> &read) {
        answer = read;
        loop.quit();
    });
    loop.exec();
    return answer;
}

Status writeEntry(const QString &name, const Secret &value)
{
    Keychain keychain;
    QEventLoop loop;
    Status answer;
    keychain.write(name, value, &keychain, [&](const Status &written) {
        answer = written;
        loop.quit();
    });
    loop.exec();
    return answer;
}

} // namespace

QString KeyPlace::name() const
{
    return isFile() ? m_file : u"the keychain"_s;
}

Result<std::optional<StoreKeys>> KeyPlace::find(const QByteArrayList &publicKeys) const
{
    if (isFile()) {
        Result<StoreKeys> keys = readKeyFile(m_file);
        if (!keys)
            return failure(keys.error());
        return std::optional(std::move(*keys));
    }
    for (const QByteArray &key : publicKeys) {
        const Result<std::shared_ptr<const Secret>> line = readEntry(keysName(key));
        if (!line)
            return failure(line.error());
        if (!*line)
            continue;
        Result<StoreKeys> keys = parseStoreKeys(**line);
        if (!keys)
            return failure(keys.error());
        return std::optional(std::move(*keys));
    }
    return std::optional<StoreKeys>();
}

Status KeyPlace::keep(const StoreKeys &keys) const
{
    if (isFile())
        return makeKeyFile(m_file, keys);
    return writeEntry(keysName(publicKeyOf(keys.signing)), toLine(keys));
}

Result<std::optional<Anchor>> KeyPlace::anchor(const QString &store) const
{
    QByteArray line;
    if (isFile()) {
        const Result<std::optional<QByteArray>> read = readAnchorFile(m_file);
        if (!read)
            return failure(read.error());
        line = read->value_or(QByteArray());
    } else {
        const Result<std::shared_ptr<const Secret>> read = readEntry(anchorName(store));
        if (!read)
            return failure(read.error());
        if (*read)
            line = QByteArray((*read)->data(), (*read)->size());
    }
    if (line.isEmpty())
        return std::optional<Anchor>();
    const Result<Anchor> anchor = parseAnchor(line);
    if (!anchor)
        return failure(anchor.error().code, anchor.error().message, name());
    return std::optional(*anchor);
}

Status KeyPlace::setAnchor(const QString &store, const Anchor &anchor) const
{
    QByteArray line = toLine(anchor);
    if (isFile())
        return writeAnchorFile(m_file, line);
    return writeEntry(anchorName(store), Secret::taking(line));
}

void giveKeys(PolicyStore &store, const StoreKeys &keys, const std::optional<Anchor> &anchor, const Globals &globals,
              Console &console)
{
    const KeyPlace place(globals);
    store.guard()->useKeys(keys, anchor, [place, id = store.traits().id, &console](const Anchor &moved) {
        // The anchor may be behind the trail, so that this costs no more than a word.
        if (const Status kept = place.setAnchor(id, moved); !kept)
            console.noteOnce(u"warning: how far the trail has come could not be kept in %1: %2"_s.arg(
                place.name(), kept.error().message));
    });
}

Status giveKeys(PolicyStore &store, const Globals &globals, Console &console)
{
    if (store.traits().keepsKeys)
        return {};
    const Result<QByteArrayList> sealing = store.guard()->sealingKeys();
    if (!sealing && needsSignIn(sealing.error()))
        return {}; // a database, which lets nobody look yet
    if (!sealing)
        return failure(sealing.error());
    const KeyPlace place(globals);
    if (globals.makesKeyFile && place.isFile())
        return {};
    if (sealing->isEmpty()) {
        const Result<std::optional<Anchor>> seen = place.anchor(store.traits().id);
        if (seen && *seen)
            return failure(ErrorCode::NotPermitted,
                           u"The store was sealed when it was last seen here, and is not any more: somebody went round "
                           u"Rolewright. Nothing was changed: restore it from a backup."_s,
                           store.traits().location);
        return {};
    }
    const Result<std::optional<StoreKeys>> keys = place.find(*sealing);
    if (!keys && !place.isFile()) {
        console.noteOnce(keys.error().message + u" (--key-file names one.)"_s);
        return {};
    }
    if (!keys)
        return failure(keys.error());
    if (!*keys) {
        console.noteOnce(
            u"The keys of this store are not in the keychain, or it is locked: unlock it, or name a file with --key-file."_s);
        return {};
    }
    const Result<std::optional<Anchor>> anchor = place.anchor(store.traits().id);
    if (!anchor)
        return failure(anchor.error());
    giveKeys(store, **keys, *anchor, globals, console);
    return {};
}

Result<std::optional<StoreKeys>> makeKeys(const Globals &globals, Console &console)
{
    if (globals.unsealed)
        return std::optional<StoreKeys>();
    const KeyPlace place(globals);
    StoreKeys keys = newStoreKeys();
    if (const Status kept = place.keep(keys); !kept) {
        Error error = kept.error();
        if (!place.isFile())
            error.message +=
                u" (--key-file FILE keeps the keys of the store in a new file; it belongs away from the store. --unsealed "
                "makes a store whose trail whoever can write the file can rewrite.)"_s;
        return failure(error);
    }
    if (place.isFile()) {
        console.note(u"The keys of the store are in %1. Keep a copy away from it: without them nothing can be changed."_s
                         .arg(place.name()));
    } else {
        const Secret line = toLine(keys);
        console.note(u"The keys of the store are in the keychain. This is their recovery key: keep it on paper."_s);
        console.note(QString::fromLatin1(line.data(), line.size()));
    }
    return std::optional(std::move(keys));
}

} // namespace rolewright::cli
