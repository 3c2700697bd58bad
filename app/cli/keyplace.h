// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/store/storeguard.h"

namespace rolewright::cli {

// Where this installation keeps the keys of a store: the file that --key-file names, else the keychain.
class KeyPlace
{
public:
    explicit KeyPlace(const Globals &globals)
        : m_file(text(globals.keyFile))
    {
    }

    bool isFile() const { return !m_file.isEmpty(); }
    QString name() const; // for messages

    // Of the public keys whose seals count, the ones whose secret keys are here; nothing where there are none.
    Result<std::optional<StoreKeys>> find(const QByteArrayList &publicKeys) const;
    // New ones, kept before anything is sealed with them.
    Status keep(const StoreKeys &keys) const;
    Result<std::optional<Anchor>> anchor(const QString &store) const;
    Status setAnchor(const QString &store, const Anchor &anchor) const;

private:
    QString m_file;
};

// Gives a sealed store its keys, and keeps each new anchor.
Status giveKeys(PolicyStore &store, const Globals &globals, Console &console);
// New keys, kept; nothing where --unsealed asks for none.
Result<std::optional<StoreKeys>> makeKeys(const Globals &globals, Console &console);
// The same with keys that were made before.
void giveKeys(PolicyStore &store, const StoreKeys &keys, const std::optional<Anchor> &anchor, const Globals &globals,
              Console &console);

} // namespace rolewright::cli
