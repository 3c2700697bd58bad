// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/keychain.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

#include <QTimer>

namespace rolewright {

// Where new keys are to be kept.
struct KeyChoice
{
    bool sealed = true; // false: no keys, so that whoever can write the file can rewrite its trail
    QString file; // a new one; empty: the keychain
};

// The installation's keys of the open store, and how far it saw the trail come: in the keychain, or in a file
// that somebody named (keyfile.h). Gives them to the store before anybody signs in, keeps each new anchor,
// and seals the trail anew where nothing happened for as long as the settings say. GUI thread, which waits
// for nothing: the keychain may take its time to be unlocked, which cancel() ends.
class KeyRing : public QObject
{
    Q_OBJECT

public:
    KeyRing(Workspace &workspace, Settings &settings, QObject *parent = nullptr);

    // NotSealed: nothing is known of keys. Missing: the store has some, but not here; problem() says why.
    // Stripped: it had some when it was last here, and has none now. Elsewhere: the store keeps them itself,
    // as a server does.
    enum class State { NotSealed, Looking, Given, Missing, Stripped, Elsewhere };
    State state() const { return m_state; }
    const QString &problem() const { return m_problem; }
    QString place() const; // "in the keychain"
    bool lets() const // somebody sign in
    {
        return m_state == State::NotSealed || m_state == State::Given || m_state == State::Elsewhere;
    }

    void look(); // where they were last, else in the keychain
    void useFile(const QString &path); // from now on for this store, where they are its keys
    void cancel();

    // New keys, kept before anything is sealed with them, and given to the store. `done` hears the line that
    // keeps them on paper. They count once keep() is told that the store has them enrolled.
    using Made = std::function<void(const Result<SharedSecret> &)>;
    void make(const KeyChoice &choice, QObject *context, const Made &done);
    using Keys = std::shared_ptr<const StoreKeys>;
    using Kept = std::function<void(const Result<Keys> &)>;
    // The same without giving them to the store, which seals with those in use up to replace(): the anchor is
    // the guard's once it has rotated to them.
    void makeNext(const KeyChoice &choice, QObject *context, const Kept &done);
    void replace(const Keys &next, const KeyChoice &choice, const Anchor &anchor, QObject *context,
                 const Made &done);
    const Keys &keys() const { return m_keys; } // that the store was given; null: none
    QByteArray publicKey() const { return publicKeyOf(m_keys->signing); }
    void keep();

    void setSealMinutes(int minutes); // 0: never
    void setPatience(int msecs) { m_keychain.setPatience(msecs); }

Q_SIGNALS:
    void changed();

private:
    struct Found
    {
        Keys keys;
        std::optional<Anchor> anchor;
    };

    static Result<Found> readFound(const QString &path);
    void set(State state, const QString &problem = {});
    QString storeId() const { return m_workspace.service().traits().id; }
    void take(const QByteArrayList &sealing, quint64 run);
    void readFile(const QString &path, quint64 run);
    void readKeychain(const QByteArrayList &candidates, quint64 run);
    void readAnchor(const Keys &keys, quint64 run);
    void give(const Found &found, quint64 run, const std::function<void(const Status &)> &given);
    void giveNew(const Found &found, const KeyChoice &choice, QObject *context, const Made &done);
    void takeIfItsOwn(const Found &found, quint64 run);
    void moveAnchor(const Anchor &anchor);
    void keepAnchor();
    void startSealing();
    void sealAgain();

    Workspace &m_workspace;
    Settings &m_settings;
    Keychain m_keychain;
    LatestJob<Result<Found>> m_reading;
    LatestJob<Status> m_making;
    LatestJob<Status> m_anchoring;
    QTimer m_sealing;
    QByteArrayList m_sealingKeys; // that the store names
    Keys m_keys;
    std::optional<Anchor> m_wanted; // to be kept once the one before is
    bool m_keeping = false;
    bool m_warned = false; // that something about the trail is wrong: once a store
    State m_state = State::NotSealed;
    QString m_problem;
    QString m_file;
    quint64 m_run = 0; // answers for an earlier store are dropped
};

} // namespace rolewright
