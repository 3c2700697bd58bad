// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/history.h"
#include "core/store/sql/sqlitedatabase.h"
#include "core/store/sql/trailbase.h"
#include "core/store/trailarchive.h"
#include "tests/contract/guardedstore.h"
#include "tests/contract/intruder.h"

#include <QDir>
#include <QRandomGenerator>

using namespace rolewright;

// Old records leave a store for a file that is signed: what stays is chained to them, and nobody takes
// anything out of either, or between them, without being found.
class TestArchive : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 Hour = 60 * 60 * 1000;

    std::unique_ptr<QTemporaryDir> m_folder;
    StoreKeys m_keys;
    std::optional<Anchor> m_anchor;
    std::unique_ptr<PolicyStore> m_store;
    Instant m_now;

    QString file(const QString &name) const { return m_folder->filePath(name); }
    QString path() const { return file(u"sealed.rolewright"_s); }
    Occasion occasion() const { return {u"test"_s, m_now, {}}; }
    StoreGuard &guard() { return *m_store->guard(); }
    static Secret password() { return GuardedStore::passwordOf(u"ann"_s); }
    void open()
    {
        m_store.reset();
        m_store = openStore(path()).value();
        guard().useKeys(m_keys, m_anchor, [this](const Anchor &moved) { m_anchor = moved; });
    }
    Result<Snapshot> commit(const QByteArray &changes)
    {
        m_now.msecs += Hour;
        const Snapshot head = m_store->load().value();
        return m_store->commit(changeSet(head.version, changes, head.policy), {{}, u"test"_s, m_now, false});
    }
    Status commitConfirmed(const QByteArray &changes)
    {
        const Snapshot head = m_store->load().value();
        const ChangeSet set = changeSet(head.version, changes, head.policy);
        if (Status given = guard().confirm(confirmationDigest(set, false), password(), occasion()); !given)
            return given;
        const Result<Snapshot> made = m_store->commit(set, {{}, u"test"_s, m_now, false});
        return made ? Status() : Status(failure(made.error()));
    }
    Result<Snapshot> addUser(const QByteArray &name)
    {
        return commit(R"({"add": "user", "value": {"id": ")" + name + R"(", "name": "User )" + name
                      + R"(", "attributes": {"team": "news )" + name + R"("}}})");
    }
    Status confirmed(const QString &name)
    {
        return guard().confirm(operationDigest(u"trail.archive"_s, file(name)), password(), occasion());
    }
    Result<StoreGuard::Archived> archive(const QString &name, Instant before)
    {
        if (Status given = confirmed(name); !given)
            return failure(given.error());
        return guard().archive(before, file(name), {u"nobody"_s, u"test"_s, m_now, false});
    }
    ArchiveState verified(const QString &name) const { return verifyArchive(file(name)).value(); }
    QString problem() const
    {
        const Result<TrailState> state = m_store->verifyTrail();
        return !state ? state.error().message : state->isIntact() ? QString() : state->problem;
    }
    QByteArray bytesOf(const QString &name) const
    {
        QFile read(file(name));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile written(file(name));
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size());
    }
    void putStore(const QByteArray &bytes)
    {
        m_store.reset();
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
            QFile::remove(path() + suffix);
        write(u"sealed.rolewright"_s, bytes);
    }
    QStringList files() const { return QDir(m_folder->path()).entryList({u"*.jsonl*"_s}, QDir::Files); }

private Q_SLOTS:
    // Five users, one an hour, from ten hours ago on.
    void init()
    {
        m_now = Instant{noon.msecs};
        m_folder = std::make_unique<QTemporaryDir>();
        m_keys = newStoreKeys();
        const Secret first = password();
        const FirstAdministrator ann{u"ann"_s, first, &m_keys};
        auto made = createStore(path(), {}, {u"ann"_s, u"test"_s, m_now, false}, &ann);
        QVERIFY2(made, qPrintable(made ? QString() : toText(made.error())));
        m_anchor = (*made)->guard()->anchor();
        made->reset();
        open();
        QVERIFY(guard().signIn(u"ann"_s, password(), occasion()));
        for (const char *name : {"bob", "carl", "dan", "eve", "flo"})
            QVERIFY(addUser(name));
    }

    void whatIsOldLeavesTheStore()
    {
        const QList<AuditEvent> before = m_store->events({}).value();
        const Snapshot head = m_store->load().value();
        QMap<qint64, QByteArray> versions;
        for (qint64 version = 0; version <= head.version; ++version)
            versions.insert(version, writePolicy(m_store->load(version)->policy));
        const Instant limit{m_now.msecs - 2 * Hour + 1}; // dan is the last before it
        const Result<StoreGuard::Archived> done = archive(u"old.jsonl"_s, limit);
        QVERIFY2(done, qPrintable(done ? QString() : toText(done.error())));
        QCOMPARE(done->from, 1);
        QCOMPARE(done->version, head.version - 2);

        const QList<AuditEvent> after = m_store->events({}).value();
        QCOMPARE(after.last().sequence, done->to + 1);
        for (const AuditEvent &event : before) {
            if (event.sequence > done->to) {
                QVERIFY(event.time >= limit);
                QVERIFY(after.contains(event));
            }
        }
        QCOMPARE(after.first().action, u"trail.archive"_s);
        QCOMPARE(after.first().actor, u"ann"_s);
        QCOMPARE(problem(), QString());
        const TrailState state = m_store->verifyTrail().value();
        QCOMPARE(state.begin->sequence, done->to);
        QVERIFY(state.isTrusted);
        QCOMPARE(state.sealedTo, after.first().sequence);

        // The file has them, in order and as they were.
        QList<AuditEvent> archived;
        const ArchiveState kept = verifyArchive(file(u"old.jsonl"_s), [&](const AuditEvent &event) {
                                      archived.append(event);
                                  }).value();
        QCOMPARE(kept.problem, QString());
        QCOMPARE(*kept.end, *state.begin);
        QCOMPARE(archived.size(), done->to);
        for (qsizetype i = 0; i < archived.size(); ++i)
            QCOMPARE(archived.at(i), before.at(before.size() - 1 - i));
        QCOMPARE(QFile::permissions(file(u"old.jsonl"_s))
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());

        // Versions are as they were from there on, and said to be archived before.
        for (int reopened = 0; reopened < 2; ++reopened) {
            for (qint64 version = 1; version <= head.version; ++version) {
                const Result<Snapshot> there = m_store->load(version);
                if (version >= done->version) {
                    QVERIFY2(there, qPrintable(there ? QString() : toText(there.error())));
                    QCOMPARE(writePolicy(there->policy), versions.value(version));
                } else {
                    QVERIFY(!there);
                    QCOMPARE(there.error().code, ErrorCode::Usage);
                    QVERIFY(there.error().message.contains(u"is archived"_s));
                }
                QCOMPARE(m_store->changeSet(version).has_value(), version > done->version);
            }
            QCOMPARE(m_store->history()->last().version, done->version + 1);
            open();
        }
        // Nothing of them can be read back from the file.
        QVERIFY(guard().signIn(u"ann"_s, password(), occasion()));
        m_store.reset();
        QVERIFY(!bytesOf(u"sealed.rolewright"_s).contains("add user bob"));
        open();
        QVERIFY(guard().signIn(u"ann"_s, password(), occasion()));
        QVERIFY(addUser("gus"));
        QCOMPARE(problem(), QString());
    }

    void archivesGoOnFromEachOther()
    {
        QVERIFY(archive(u"1.jsonl"_s, {m_now.msecs - 3 * Hour}));
        QVERIFY(addUser("gus"));
        QVERIFY(archive(u"2.jsonl"_s, {m_now.msecs - 2 * Hour}));
        QVERIFY(addUser("hal"));
        const Result<StoreGuard::Archived> all = archive(u"3.jsonl"_s, {m_now.msecs + Hour}); // all there is
        QVERIFY2(all, qPrintable(all ? QString() : toText(all.error())));
        QCOMPARE(problem(), QString());
        QCOMPARE(m_store->events({}).value().size(), 1);
        const TrailState trail = m_store->verifyTrail().value();
        QList<ArchiveState> three{verified(u"3.jsonl"_s), verified(u"1.jsonl"_s), verified(u"2.jsonl"_s)};
        QCOMPARE(problemOfJoint(three, trail), QString());
        QCOMPARE(three.first().from(), 1);
        QList<ArchiveState> last{verified(u"3.jsonl"_s)};
        QCOMPARE(problemOfJoint(last, trail), QString());
        QList<ArchiveState> gap{verified(u"1.jsonl"_s), verified(u"3.jsonl"_s)};
        QVERIFY(problemOfJoint(gap, trail).contains(u"ends with record"_s));
        QList<ArchiveState> early{verified(u"1.jsonl"_s), verified(u"2.jsonl"_s)};
        QVERIFY(problemOfJoint(early, trail).contains(u"the trail of the store begins with"_s));
        // In whatever order they are named; what is missing, or another one, is said by its number.
        for (const QStringList &names :
             {QStringList{file(u"2.jsonl"_s), file(u"3.jsonl"_s), file(u"1.jsonl"_s)},
              QStringList{file(u"1.jsonl"_s), file(u"2.jsonl"_s), file(u"3.jsonl"_s)}}) {
            HeldArchives held = readArchives(names, {1, all->to}).value();
            QCOMPARE(held.hashes.size(), 2);
            QCOMPARE(held.hashes.value(all->to), trail.begin->head);
            QCOMPARE(held.keys.size(), 1);
            QCOMPARE(held.keys.first().first, publicKeyOf(m_keys.signing));
            TrailState state = trail;
            holdArchives(held, state);
            QCOMPARE(state.problem, QString());
            QVERIFY(!state.firstBad);
        }
        const auto firstBadOf = [&](const QStringList &names) {
            QStringList places;
            for (const QString &name : names)
                places.append(file(name));
            HeldArchives held = readArchives(places, {}).value();
            TrailState state = trail;
            holdArchives(held, state);
            return state.firstBad.value_or(0);
        };
        QCOMPARE(firstBadOf({u"3.jsonl"_s, u"1.jsonl"_s}), three.first().intactTo + 1);
        QCOMPARE(firstBadOf({u"1.jsonl"_s, u"2.jsonl"_s}), three.at(1).intactTo + 1);
        // Given up at any point.
        int heard = 0;
        const auto count = [&](int most) {
            heard = 0;
            return readArchives({file(u"1.jsonl"_s), file(u"2.jsonl"_s)}, {},
                                [&](qint64) { return ++heard < most; });
        };
        QVERIFY(count(1000));
        for (int most = heard; most > 0; --most)
            QCOMPARE(count(most).error().code, ErrorCode::Cancelled);
        // The keys that the first one enrolled seal on, and are changed for others.
        open();
        QVERIFY(guard().signIn(u"ann"_s, password(), occasion()));
        const StoreKeys fresh = newStoreKeys();
        const QString key = QString::fromLatin1(publicKeyOf(fresh.signing).toHex());
        QVERIFY(guard().confirm(operationDigest(u"key.rotate"_s, key), password(), occasion()));
        QVERIFY(guard().rotateKeys(fresh, occasion()));
        QCOMPARE(problem(), QString());
        QVERIFY(addUser("ida"));
        QVERIFY(archive(u"4.jsonl"_s, {m_now.msecs + Hour}));
        QVERIFY(addUser("jim"));
        QCOMPARE(problem(), QString());
    }

    void namesAreErasedFromWhatStays()
    {
        QVERIFY(archive(u"old.jsonl"_s, m_now));
        QVERIFY(commit(R"({"rename": "user", "was": "bob", "to": "rob"})"));
        QVERIFY(commitConfirmed(R"({"remove": "user", "id": "carl"})"));
        const qint64 begins = m_store->verifyTrail()->begin->sequence;
        QVERIFY(guard().confirm(operationDigest(u"trail.erase"_s, u"carl"_s), password(), occasion()));
        QVERIFY(guard().erase(u"carl"_s, occasion()).value() > 0);
        QCOMPARE(problem(), QString());
        QVERIFY(begins > 0);
        m_store.reset();
        QVERIFY(!bytesOf(u"sealed.rolewright"_s).contains("news carl"));
        open();
        QCOMPARE(problem(), QString());
        const Snapshot head = m_store->load().value();
        const Policy then = m_store->load(head.version - 2)->policy; // what stays of the archived records
        QCOMPARE(then.users().at(then.users().idOf(u"carl"_s)).name, u"(erased)"_s);
        QVERIFY(
            bytesOf(u"old.jsonl"_s).contains("news carl")); // which is why the help tells one to keep it safe
    }

    void itIsRefused()
    {
        const qint64 records = m_store->events({}).value().first().sequence;
        const auto refused = [&](const QString &name, Instant before) {
            const Result<StoreGuard::Archived> done = archive(name, before);
            return done ? Error() : done.error();
        };
        QCOMPARE(refused(u"a.jsonl"_s, noon).code, ErrorCode::Usage); // nothing that old
        write(u"there"_s, "mine");
        QCOMPARE(refused(u"there"_s, m_now).code, ErrorCode::Usage);
        QCOMPARE(bytesOf(u"there"_s), "mine");
        QCOMPARE(refused(u"no/folder.jsonl"_s, m_now).code, ErrorCode::Unavailable);
        const auto unconfirmed = guard().archive(m_now, file(u"a.jsonl"_s), {{}, u"test"_s, m_now, false});
        QVERIFY(needsConfirmation(unconfirmed.error()));
        QCOMPARE(files(), QStringList());
        // Without the right, which a user administrator has not got.
        QVERIFY(commitConfirmed(
            R"({"add": "role", "value": {"name": "people", "grants": ["rolewright/user:create"]}},
                                   {"add": "assignment", "user": "bob", "role": "people"})"));
        const Secret bobs = GuardedStore::passwordOf(u"bob"_s);
        QVERIFY(guard().confirm(operationDigest(u"credential.set"_s, u"bob"_s), password(), occasion()));
        QVERIFY(guard().setPassword(u"bob"_s, bobs, occasion()));
        guard().signOut();
        QVERIFY(guard().signIn(u"bob"_s, bobs, occasion()));
        const auto forbidden = guard().archive(m_now, file(u"a.jsonl"_s), {{}, u"test"_s, m_now, false});
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().code, ErrorCode::NotPermitted);
        QCOMPARE(m_store->events({}).value().first().result, u"refused"_s);
        // Without keys there is nothing to sign it with.
        m_store.reset();
        m_store = openStore(path()).value();
        QVERIFY(needsKeys(guard().archive(m_now, file(u"a.jsonl"_s), {{}, u"test"_s, m_now, false}).error()));
        // A trail that is not intact stays where it is.
        m_store.reset();
        Intruder(path()).run("UPDATE event SET summary = 'something else' WHERE sequence = 3");
        open();
        QVERIFY(guard().signIn(u"ann"_s, password(), occasion()));
        const Error broken = refused(u"a.jsonl"_s, m_now);
        QCOMPARE(broken.code, ErrorCode::Invalid);
        QVERIFY2(broken.message.contains(u"record 3"_s), qPrintable(broken.message));
        QCOMPARE(files(), QStringList());
        QVERIFY(m_store->events({}).value().last().sequence == 1 && records > 1);
    }

    void anOpenStoreIsArchivedWithAKeyOfOnesOwn()
    {
        const QString place = file(u"open.rolewright"_s);
        m_store = createStore(place, newsroom(), {u"bob"_s, u"test"_s, noon, false}).value();
        QVERIFY(needsKeys(guard().archive(m_now, file(u"o.jsonl"_s), by(u"bob"_s)).error()));
        guard().useKeys(m_keys);
        const Result<StoreGuard::Archived> done = guard().archive(m_now, file(u"o.jsonl"_s), by(u"bob"_s));
        QVERIFY2(done, qPrintable(done ? QString() : toText(done.error())));
        QCOMPARE(m_store->events({}).value().first().actor, u"bob"_s);
        QVERIFY(addUser("gus"));
        QCOMPARE(problem(), QString());
        m_store = openStore(place).value(); // keys are of no account in it
        QVERIFY(addUser("hal"));
        QCOMPARE(problem(), QString());
        QCOMPARE(verified(u"o.jsonl"_s).problem, QString());
    }

    // Who has the file and not the key, and what the archive itself says of it.
    void anyByteOfTheArchive()
    {
        QVERIFY(archive(u"1.jsonl"_s, {m_now.msecs - 3 * Hour}));
        QVERIFY(archive(u"2.jsonl"_s, m_now));
        const TrailState trail = m_store->verifyTrail().value();
        for (const QString &name : {u"1.jsonl"_s, u"2.jsonl"_s}) {
            const QByteArrayList lines = bytesOf(name).trimmed().split('\n');
            const qint64 before = verified(name).from() - 1;
            const auto problemOf = [&](const QByteArrayList &others) {
                ArchiveVerifier verifier;
                for (const QByteArray &line : others)
                    verifier.add(line);
                return verifier.finish(name);
            };
            QCOMPARE(problemOf(lines).problem, QString());
            const qsizetype records = name == u"1.jsonl"_s ? 0 : 1; // where they begin
            for (qsizetype i = 0; i < lines.size(); ++i) {
                for (qsizetype at = 0; at < lines.at(i).size(); ++at) {
                    QByteArrayList others = lines;
                    others[i][at] = others.at(i).at(at) == 'x' ? 'y' : 'x';
                    const ArchiveState state = problemOf(others);
                    QVERIFY2(!state.problem.isEmpty(), others.at(i).constData());
                    if (i >= records && i + 1 < lines.size())
                        QCOMPARE(*state.firstBad, before + i - records + 1);
                }
                QByteArrayList others = lines;
                others.removeAt(i);
                QVERIFY(!problemOf(others).problem.isEmpty() || (records == 1 && i == 0));
                others.insert(i, lines.at(i));
                others.insert(i, lines.at(i));
                QVERIFY(!problemOf(others).problem.isEmpty());
                if (i + 1 < lines.size()) {
                    others = lines;
                    others.swapItemsAt(i, i + 1);
                    QVERIFY(!problemOf(others).problem.isEmpty());
                }
            }
        }
        // Somebody else's archive, which holds by itself, does not join the trail.
        QList<ArchiveState> good{verified(u"1.jsonl"_s), verified(u"2.jsonl"_s)};
        QCOMPARE(problemOfJoint(good, trail), QString());
        QByteArrayList lines = bytesOf(u"2.jsonl"_s).trimmed().split('\n');
        const Checkpoint end = *good.last().end;
        AuditEvent last;
        last.sequence = end.sequence;
        last.hash = end.head;
        lines.last() =
            toJsonLine(signedCheckpoint(end.store, last, end.time, newStoreKeys().signing, end.base));
        write(u"forged.jsonl"_s, lines.join('\n'));
        QCOMPARE(verified(u"forged.jsonl"_s).problem, QString());
        QList<ArchiveState> forged{verified(u"1.jsonl"_s), verified(u"forged.jsonl"_s)};
        QVERIFY(problemOfJoint(forged, trail).contains(u"does not go on"_s));
    }

    void whatStaysOfThemCannotBeChanged()
    {
        QVERIFY(archive(u"old.jsonl"_s, {m_now.msecs - Hour}));
        QVERIFY(addUser("gus"));
        m_store.reset();
        const QByteArray good = bytesOf(u"sealed.rolewright"_s);
        QRandomGenerator random(17);
        int tried = 0;
        for (const char *column : {"sequence", "first_hash", "last_hash", "version", "body", "keys", "time",
                                   "key", "signature", "event"}) {
            const auto rows = Intruder(path()).column("archive", column);
            QCOMPARE(rows.size(), 1);
            QByteArrayList others = othersThan(rows.first().second);
            std::shuffle(others.begin(), others.end(), random);
            for (const QByteArray &other : others.mid(0, 40)) {
                putStore(good);
                Intruder(path()).run(QByteArray("UPDATE archive SET ") + column + " = " + other);
                auto store = openStore(path());
                if (store) {
                    (*store)->guard()->useKeys(m_keys, m_anchor);
                    const Result<TrailState> state = (*store)->verifyTrail();
                    QVERIFY2(!state || !state->isIntact(), (QByteArray(column) + ' ' + other).constData());
                }
                ++tried;
            }
        }
        QVERIFY(tried > 100);
        for (const char *sql :
             {"DELETE FROM archive", "DELETE FROM event WHERE sequence = (SELECT min(sequence) FROM event)",
              "DELETE FROM event WHERE action = 'trail.archive'",
              "UPDATE event SET summary = 'x' WHERE action = 'trail.archive'",
              "UPDATE user SET name = 'somebody' WHERE key = 'bob'",
              "UPDATE personal SET value = 'somebody' WHERE version = (SELECT version FROM archive)",
              "DELETE FROM change_set WHERE version = (SELECT min(version) FROM change_set)"}) {
            putStore(good);
            Intruder(path()).run(sql);
            open();
            QVERIFY2(!problem().isEmpty(), sql);
        }
        putStore(good);
        open();
        QCOMPARE(problem(), QString());
    }

    // Who has the file makes all that stays anew, with a key of their own, and the chain and the seals after
    // it.
    void aForgedArchivingIsFound()
    {
        const Anchor before = *m_anchor;
        QVERIFY(archive(u"old.jsonl"_s, {m_now.msecs + Hour}));
        QList<AuditEvent> events = m_store->events({}).value();
        const Checkpoint end = *m_store->verifyTrail()->begin;
        m_store.reset();
        const StoreKeys forged = newStoreKeys();
        const QByteArray key = publicKeyOf(forged.signing);
        auto database = SqliteDatabase::open(path()).value();
        TrailBase base = readTrailBase(*database).value().value();
        const QByteArrayList lines = History(*database).baseLines().value();
        base.keys = {{key, base.keys.first().since}};
        AuditEvent last;
        last.sequence = end.sequence;
        last.hash = end.head;
        base.checkpoint = signedCheckpoint(end.store, last, end.time, forged.signing,
                                           baseDigest(base.version, lines, base.keys));
        QVERIFY(writeTrailBase(*database, base, compressedLines(lines)));
        AuditEvent &event = events.first(); // the one of the archiving is the only one
        QCOMPARE(events.size(), 1);
        event.summary = base.summary();
        event.hash = chainHash(end.head, event);
        const Checkpoint seal = signedCheckpoint(end.store, event, end.time, forged.signing);
        QVERIFY(database->run(
            "UPDATE event SET summary = '" + event.summary.toUtf8() + "', hash = x'" + event.hash.toHex()
            + "'; UPDATE head SET chain = x'" + event.hash.toHex() + "'; DELETE FROM seal; "
            + "INSERT INTO seal VALUES (1, " + QByteArray::number(event.sequence) + ", "
            + QByteArray::number(seal.time.msecs) + ", x'" + key.toHex() + "', x'" + seal.signature.toHex()
            + "'); UPDATE signing_key SET key = x'" + key.toHex() + "'"));
        database.reset();
        m_store = openStore(path()).value(); // by itself it holds
        QCOMPARE(problem(), QString());
        QVERIFY(!m_store->verifyTrail()->isTrusted);
        // By the anchor of now, by one from before, and by the keys alone.
        for (const std::optional<Anchor> &anchor :
             {m_anchor, std::optional(before), std::optional<Anchor>()}) {
            m_anchor = anchor;
            open();
            QVERIFY(!problem().isEmpty());
            QVERIFY(!guard().signIn(u"ann"_s, password(), occasion()));
        }
    }

    // Another installation does not take anybody's word for what it has not seen.
    void anotherInstallationSeesTheArchive()
    {
        const StoreKeys theirs = newStoreKeys();
        const QString key = QString::fromLatin1(publicKeyOf(theirs.signing).toHex());
        QVERIFY(guard().confirm(operationDigest(u"key.enrol"_s, key), password(), occasion()));
        QVERIFY(guard().enrolKey(publicKeyOf(theirs.signing), occasion()));
        std::optional<Anchor> anchor;
        const auto there = [&] {
            auto store = openStore(path()).value();
            store->guard()->useKeys(theirs, anchor, [&](const Anchor &moved) { anchor = moved; });
            return store;
        };
        auto second = there();
        QVERIFY(second->guard()->signIn(u"ann"_s, password(), occasion()));
        QVERIFY(anchor);
        const qint64 seen = anchor->sequence;

        QVERIFY(addUser("gus"));
        QVERIFY(archive(u"1.jsonl"_s, {m_now.msecs - 3 * Hour}));
        QVERIFY(archive(u"2.jsonl"_s, {m_now.msecs + Hour}));
        second = there();
        const TrailState unseen = second->verifyTrail().value();
        QVERIFY2(unseen.problem.contains(u"has seen neither"_s), qPrintable(unseen.problem));
        const Status refused = second->guard()->signIn(u"ann"_s, password(), occasion());
        QVERIFY(!refused && refused.error().findings.first().code == u"trail-archived"_s);

        StoreGuard::ArchiveProof proof{*verified(u"2.jsonl"_s).end, {}, {}};
        for (const QString &name : {u"1.jsonl"_s, u"2.jsonl"_s}) {
            QVERIFY(verifyArchive(file(name), [&](const AuditEvent &event) {
                if (event.sequence == seen)
                    proof.atAnchor = event.hash;
                if (event.action == u"key.enrol"_s)
                    proof.keys.append(
                        {QByteArray::fromHex(event.target.section(u'/', 1).toLatin1()), event.sequence});
            }));
        }
        QCOMPARE(proof.keys.size(), 2);
        StoreGuard::ArchiveProof other = proof;
        other.atAnchor = chainStart();
        QCOMPARE(second->guard()->seeArchive(other).error().code, ErrorCode::Invalid);
        other = proof;
        other.keys.removeLast();
        QCOMPARE(second->guard()->seeArchive(other).error().code, ErrorCode::Invalid);
        other = proof;
        other.end = *verified(u"1.jsonl"_s).end;
        QCOMPARE(second->guard()->seeArchive(other).error().code, ErrorCode::Invalid);
        QCOMPARE(anchor->sequence, seen);

        const Status shown = second->guard()->seeArchive(proof);
        QVERIFY2(shown, qPrintable(shown ? QString() : toText(shown.error())));
        QVERIFY(anchor->sequence > seen);
        QVERIFY2(second->verifyTrail()->isIntact(), qPrintable(second->verifyTrail()->problem));
        QVERIFY(second->verifyTrail()->isTrusted);
        QVERIFY(second->guard()->signIn(u"ann"_s, password(), occasion()));
        QVERIFY(second->verifyTrail()->isIntact());
        QVERIFY(addUser("hal")); // the first one goes on, too
        QCOMPARE(problem(), QString());
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
