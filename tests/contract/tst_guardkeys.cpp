// SPDX-License-Identifier: Apache-2.0
#include "core/security/onetimecode.h"
#include "tests/contract/guardedstore.h"
#include "tests/support/authenticator.h"

#include <sqlite3.h>

using namespace rolewright;

// A sealed store: what its keys find, and what the store refuses without them.
class TestGuardKeys : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    StoreKeys m_keys;
    std::optional<Anchor> m_anchor;
    std::unique_ptr<PolicyStore> m_store;
    Instant m_now = noon;

    QString path() const { return m_folder->filePath(u"sealed.rolewright"_s); }
    Occasion occasion() const { return {u"test"_s, m_now, {}}; }
    StoreGuard &guard() { return *m_store->guard(); }
    static Secret password() { return GuardedStore::passwordOf(u"ann"_s); }

    void open(bool withKeys = true)
    {
        m_store.reset();
        m_store = openStore(path()).value();
        if (withKeys)
            guard().useKeys(m_keys, m_anchor, [this](const Anchor &moved) { m_anchor = moved; });
    }
    Status signIn() { return guard().signIn(u"ann"_s, password(), occasion()); }
    Result<Snapshot> addUser(const QByteArray &name)
    {
        const Snapshot snapshot = m_store->load().value();
        const QByteArray change = "{\"add\": \"user\", \"value\": {\"id\": \"" + name + "\"}}";
        return m_store->commit(changeSet(snapshot.version, change, snapshot.policy),
                               {{}, u"test"_s, m_now, false});
    }
    TrailState verified() { return m_store->verifyTrail().value(); }
    QByteArray bytes()
    {
        m_store.reset(); // the write-ahead log goes into the file
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes)
    {
        m_store.reset();
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
            QFile::remove(path() + suffix);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void tamper(const QByteArray &sql)
    {
        m_store.reset();
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(path()).constData(), &database), SQLITE_OK);
        char *problem = nullptr;
        QVERIFY2(sqlite3_exec(database, sql.constData(), nullptr, nullptr, &problem) == SQLITE_OK, problem);
        sqlite3_close(database);
    }
    // As somebody would who can write the file: the event is another one, and the chain after it is made anew.
    void rebuildFrom(qint64 sequence)
    {
        QList<AuditEvent> events = m_store->events({}).value();
        std::reverse(events.begin(), events.end());
        QByteArray previous = sequence > 1 ? events.at(sequence - 2).hash : chainStart();
        QByteArray sql;
        for (qint64 i = sequence - 1; i < events.size(); ++i) {
            AuditEvent &event = events[i];
            if (i == sequence - 1)
                event.summary = u"something else"_s;
            event.hash = previous = chainHash(previous, event);
            sql += "UPDATE event SET summary = '" + event.summary.toUtf8().replace('\'', "''") + "', hash = x'"
                + event.hash.toHex() + "' WHERE sequence = " + QByteArray::number(event.sequence) + ';';
        }
        tamper(sql + "UPDATE head SET chain = x'" + previous.toHex() + "'");
    }

private Q_SLOTS:
    void init()
    {
        m_now = noon;
        m_folder = std::make_unique<QTemporaryDir>();
        m_keys = newStoreKeys();
        m_anchor.reset();
        const Secret first = password();
        const FirstAdministrator ann{u"ann"_s, first, &m_keys};
        const auto made = createStore(path(), {}, {u"ann"_s, u"test"_s, m_now, false}, &ann);
        QVERIFY2(made, qPrintable(made ? QString() : toText(made.error())));
        m_anchor = (*made)->guard()->anchor();
        QVERIFY(m_anchor);
        open();
        QVERIFY(signIn());
        QVERIFY(addUser("bob"));
        QVERIFY(addUser("carl"));
    }

    void everyCommitIsSealedAndAnchored()
    {
        const TrailState state = verified();
        const qint64 newest = m_store->events({}).value().first().sequence;
        QVERIFY2(state.isIntact(), qPrintable(state.problem));
        QCOMPARE(state.intactTo, newest);
        QCOMPARE(state.sealedTo, newest);
        QCOMPARE(state.anchoredTo, newest);
        QVERIFY(state.isTrusted);
        // Who has no keys sees as much, by keys that only the store names.
        open(false);
        const TrailState other = verified();
        QVERIFY(other.isIntact() && !other.isTrusted && !other.anchoredTo);
        QCOMPARE(other.sealedTo, newest);
    }

    void nothingIsWrittenWithoutTheKeys()
    {
        open(false);
        QVERIFY(needsKeys(signIn().error()));
        guard().useKeys(newStoreKeys());
        QVERIFY(needsKeys(signIn().error()));
        open();
        QVERIFY(signIn());
        QVERIFY(addUser("dan"));
    }

    void aRebuiltChainIsFound()
    {
        const qint64 newest = verified().intactTo;
        for (const qint64 sequence : {qint64(2), newest - 1, newest}) {
            const QByteArray good = bytes();
            open();
            rebuildFrom(sequence);
            open();
            const TrailState state = verified();
            QVERIFY(!state.isIntact());
            QVERIFY2(*state.firstBad <= sequence, qPrintable(QString::number(*state.firstBad)));
            QVERIFY(!signIn());
            put(good);
            open();
            QVERIFY(verified().isIntact());
        }
    }

    void aTailThatWasCutOffIsFound()
    {
        const QList<AuditEvent> events = m_store->events({}).value();
        const AuditEvent &left = events.at(1);
        const QByteArray good = bytes();
        tamper("DELETE FROM event WHERE sequence > " + QByteArray::number(left.sequence)
               + "; DELETE FROM change_set WHERE version = 3; DELETE FROM user WHERE key = 'carl';"
                 "UPDATE head SET version = 2, next_user = next_user - 1, sequence = "
               + QByteArray::number(left.sequence) + ", chain = x'" + left.hash.toHex() + "'");
        open();
        TrailState state = verified();
        QVERIFY(!state.isIntact()); // by the seals that are left over
        tamper("DELETE FROM seal WHERE sequence > " + QByteArray::number(left.sequence));
        open(false);
        QVERIFY(verified().isIntact()); // nothing in the file says it any more
        open();
        state = verified();
        QVERIFY2(state.problem.contains(u"cut off"_s), qPrintable(state.problem)); // but the anchor does
        QCOMPARE(state.firstBad, left.sequence + 1);
        put(good);
    }

    void anOlderCopyIsFoundAndCanBeAccepted()
    {
        const QByteArray older = bytes();
        open();
        QVERIFY(signIn());
        QVERIFY(addUser("dan"));
        put(older);
        open();
        QVERIFY(!verified().isIntact());
        const Status refused = signIn();
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"older copy"_s), qPrintable(refused.error().message));
        QVERIFY(!guard().acceptTrail(u"ann"_s, secret("wrong password"), occasion()));
        const Status accepted = guard().acceptTrail(u"ann"_s, password(), occasion());
        QVERIFY2(accepted, qPrintable(accepted ? QString() : toText(accepted.error())));
        QVERIFY(!guard().isSignedIn());
        QVERIFY2(verified().isIntact(), qPrintable(verified().problem));
        QVERIFY(signIn());
        AuditQuery query;
        query.action = u"trail.accept"_s;
        QCOMPARE(printed(m_store->events(query)).size(), 1);
    }

    // Somebody takes the keys out of the file, or puts one in, and goes on with Rolewright itself.
    void keysThatWereTamperedWithAreFound()
    {
        const QByteArray good = bytes();
        tamper("DELETE FROM signing_key; DELETE FROM seal");
        open(false);
        QVERIFY(signIn()); // it looks like a store that was never sealed
        QVERIFY(addUser("eve"));
        open();
        QVERIFY(!signIn());
        QVERIFY(!verified().isIntact());

        put(good);
        const StoreKeys forged = newStoreKeys();
        tamper("INSERT INTO signing_key VALUES (x'" + publicKeyOf(forged.signing).toHex() + "', 1, NULL)");
        m_store = openStore(path()).value();
        guard().useKeys(forged);
        QVERIFY(needsKeys(signIn().error()));
        put(good);
        open();
        QVERIFY(signIn());
    }

    // The same, and puts the keys back where they were.
    void recordsWrittenPastTheKeysAreNotSealedOver()
    {
        const qint64 sealed = verified().intactTo;
        const QByteArray aside =
            "ATTACH '" + m_folder->filePath(u"aside"_s).toUtf8() + "' AS aside;";
        tamper(aside + "CREATE TABLE aside.key AS SELECT * FROM signing_key; CREATE TABLE aside.seal AS SELECT * FROM "
                       "seal; DELETE FROM signing_key; DELETE FROM main.seal");
        open(false);
        QVERIFY(signIn());
        QVERIFY(addUser("eve"));
        tamper(aside + "INSERT INTO signing_key SELECT * FROM aside.key; INSERT INTO main.seal SELECT * FROM aside.seal");
        open();
        const TrailState state = verified();
        QVERIFY2(state.problem.contains(u"without a key"_s), qPrintable(state.problem));
        QCOMPARE(state.firstBad, sealed + 1);
        QCOMPARE(state.sealedTo, sealed);
        const Status refused = signIn();
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"went round"_s), qPrintable(refused.error().message));
    }

    void anotherInstallationIsEnrolled()
    {
        const StoreKeys other = newStoreKeys();
        const QByteArray key = publicKeyOf(other.signing);
        QVERIFY(needsConfirmation(guard().enrolKey(key, occasion()).error()));
        QVERIFY(guard().confirm(operationDigest(u"key.enrol"_s, QString::fromLatin1(key.toHex())), password(), occasion()));
        QVERIFY(guard().enrolKey(key, occasion()));
        QCOMPARE(guard().sealingKeys()->size(), 2);
        auto second = openStore(path()).value();
        second->guard()->useKeys(other);
        QVERIFY(second->guard()->signIn(u"ann"_s, password(), occasion()));
        QVERIFY(second->verifyTrail()->isIntact());
        QVERIFY(signIn()); // the first one seals on
        QVERIFY(addUser("dan"));
        QVERIFY2(verified().isIntact(), qPrintable(verified().problem));
    }

    void keysAreRotated()
    {
        const Secret seed = newSeed();
        QVERIFY(guard().confirm(operationDigest(u"code.change"_s, u"ann"_s), password(), occasion()));
        QVERIFY(guard().setCode(seed, codeOf(seed, m_now), {}, occasion()));
        const StoreKeys old = m_keys.copy();
        const StoreKeys fresh = newStoreKeys();
        const QString key = QString::fromLatin1(publicKeyOf(fresh.signing).toHex());
        QVERIFY(guard().confirm(operationDigest(u"key.rotate"_s, key), password(), occasion()));
        const Status rotated = guard().rotateKeys(fresh, occasion());
        QVERIFY2(rotated, qPrintable(rotated ? QString() : toText(rotated.error())));
        QCOMPARE(guard().sealingKeys().value(), QByteArrayList{publicKeyOf(fresh.signing)});
        QVERIFY2(verified().isIntact(), qPrintable(verified().problem));
        m_keys = old.copy();
        open();
        QVERIFY(!signInWith(seed));
        m_keys = fresh.copy();
        open();
        QVERIFY2(verified().isIntact(), qPrintable(verified().problem));
        QVERIFY(signInWith(seed)); // the seed was encrypted anew
    }

    void lostKeysAreReplaced()
    {
        m_keys = newStoreKeys();
        m_anchor.reset();
        open();
        QVERIFY(needsKeys(signIn().error()));
        const Status accepted = guard().acceptTrail(u"ann"_s, password(), occasion());
        QVERIFY2(accepted, qPrintable(accepted ? QString() : toText(accepted.error())));
        QCOMPARE(guard().sealingKeys().value(), QByteArrayList{publicKeyOf(m_keys.signing)});
        QVERIFY(signIn());
        QVERIFY2(verified().isIntact(), qPrintable(verified().problem));
    }

    void aLostCodeIsTakenAwayWithTheKeys()
    {
        const Secret seed = newSeed();
        QVERIFY(guard().confirm(operationDigest(u"code.change"_s, u"ann"_s), password(), occasion()));
        QVERIFY(guard().setCode(seed, codeOf(seed, m_now), {}, occasion()));
        QVERIFY(needsCode(signIn().error()));
        open(false);
        QVERIFY(needsKeys(guard().recoverCode(u"ann"_s, password(), occasion()).error()));
        open();
        QVERIFY(!guard().recoverCode(u"ann"_s, secret("wrong password"), occasion()));
        QVERIFY(guard().recoverCode(u"ann"_s, password(), occasion()));
        QVERIFY(!guard().isSignedIn());
        QVERIFY(signIn());
        AuditQuery query;
        query.action = u"code.recover"_s;
        QVERIFY(printed(m_store->events(query)).first().contains(u"at the console"_s));
    }

    void itIsSealedWhenNothingHappensToo()
    {
        const auto seals = [&] {
            m_store.reset();
            sqlite3 *database = nullptr;
            sqlite3_open(QFile::encodeName(path()).constData(), &database);
            sqlite3_stmt *statement = nullptr;
            sqlite3_prepare_v2(database, "SELECT count(*) FROM seal", -1, &statement, nullptr);
            sqlite3_step(statement);
            const int count = sqlite3_column_int(statement, 0);
            sqlite3_finalize(statement);
            sqlite3_close(database);
            open();
            return count;
        };
        const int before = seals();
        constexpr qint64 Day = 24 * 60 * 60 * 1000;
        QVERIFY(guard().sealAgain(Day, Instant::now()));
        QCOMPARE(seals(), before);
        QVERIFY(guard().sealAgain(Day, {Instant::now().msecs + Day}));
        QCOMPARE(seals(), before + 1);
        QVERIFY(verified().isIntact());
    }

    void aClockThatWasSetBackIsInTheTrail()
    {
        m_now.msecs -= 3'600'000;
        QVERIFY(addUser("dan"));
        AuditQuery query;
        query.action = u"clock"_s;
        const QStringList said = printed(m_store->events(query));
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(u"3600 s behind"_s), qPrintable(said.first()));
        m_now.msecs -= 30'000; // clocks differ
        QVERIFY(addUser("eve"));
        QCOMPARE(printed(m_store->events(query)).size(), 1);
        QVERIFY(verified().isIntact());
    }

private:
    Status signInWith(const Secret &seed)
    {
        m_now.msecs += 60'000;
        return guard().signIn(u"ann"_s, {password(), codeOf(seed, m_now)}, occasion());
    }
};

QTEST_GUILESS_MAIN(TestGuardKeys)
#include "tst_guardkeys.moc"
