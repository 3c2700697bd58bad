// SPDX-License-Identifier: Apache-2.0
#include "core/store/personal.h"
#include "tests/contract/guardedstore.h"

#include <sqlite3.h>

using namespace rolewright;

// Names and attribute values of users: erased from the trail and the history on request, while the chain holds.
class TestPersonal : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GuardedStore> m_place;

    PolicyStore &store() { return m_place->store(); }
    Result<Snapshot> commit(const QByteArray &json) { return m_place->commit(u"ann"_s, m_place->change(json)); }
    Result<qint64> erase(const QString &user)
    {
        if (Status given = m_place->confirm(u"ann"_s, u"trail.erase"_s, user); !given)
            return failure(given.error());
        return m_place->guard().erase(user, m_place->occasion());
    }
    QByteArray file()
    {
        m_place->fixture->store.reset();
        QByteArray bytes;
        for (const QString &suffix : {u""_s, u"-wal"_s}) {
            QFile part(m_place->fixture->path() + suffix);
            if (part.open(QIODevice::ReadOnly))
                bytes += part.readAll();
        }
        m_place->fixture->reopen(Backend::Sqlite);
        return bytes;
    }
    void tamper(const QByteArray &sql)
    {
        m_place->fixture->store.reset();
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(m_place->fixture->path()).constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
        m_place->fixture->reopen(Backend::Sqlite);
    }
    QList<AuditEvent> about(const QString &thing)
    {
        AuditQuery query;
        query.target = thing;
        return store().events(query).value();
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<GuardedStore>();
        QVERIFY(m_place->signIn(u"ann"_s));
        QVERIFY(commit("{\"add\": \"user\", \"value\": {\"id\": \"zoe\", \"name\": \"Zoé \\\"Z\\\" Zürn\", "
                       "\"attributes\": {\"phone\": \"555-0199\"}}}"));
        QVERIFY(commit("{\"set\": \"user\", \"id\": \"zoe\", \"field\": \"name\", \"to\": \"Zoe Nemo\"}"));
    }

    void theTrailShowsThemAsTheyWere()
    {
        const QList<AuditEvent> events = about(u"user/zoe"_s);
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.at(1).targetName, u"Zoé \"Z\" Zürn"_s);
        QVERIFY2(events.at(1).change.contains(u"\"Zoé \\\"Z\\\" Zürn\", \"attributes\": {\"phone\": \"555-0199\"}"_s),
                 qPrintable(events.at(1).change));
        QVERIFY(!events.at(1).chainedChange.contains(u"555"_s));
        QCOMPARE(events.at(1).values.size(), 3);
        for (const PersonalValue &value : events.at(1).values)
            QVERIFY(value.isGenuine());
        QVERIFY(!events.at(0).summary.contains(u"Nemo"_s));
        AuditQuery query;
        query.text = u"zürn"_s;
        QVERIFY(!store().events(query)->isEmpty());
        QVERIFY(!store().verifyTrail()->firstBad);
    }

    void theyAreErasedButForThoseOfNow()
    {
        const qint64 version = store().version().value();
        QVERIFY(needsConfirmation(m_place->guard().erase(u"zoe"_s, m_place->occasion()).error()));
        QVERIFY(erase(u"zoe"_s).value() > 0);
        QList<AuditEvent> events = about(u"user/zoe"_s);
        QCOMPARE(events.size(), 3);
        QVERIFY2(events.at(2).change.contains(u"\"name\": \"(erased)\""_s), qPrintable(events.at(2).change));
        QVERIFY(events.at(2).change.contains(u"555-0199"_s)); // the number of now
        QVERIFY(events.at(1).change.contains(u"Zoe Nemo"_s));
        QVERIFY(!file().contains("Zürn"));
        QVERIFY2(!store().verifyTrail()->firstBad, qPrintable(store().verifyTrail()->problem));
        const Policy then = store().load(version - 1)->policy;
        QCOMPARE(then.users().find(then.users().idOf(u"zoe"_s))->name, u"(erased)"_s);
        QCOMPARE(store().load()->version, version);
        AuditQuery query;
        query.action = u"trail.erase"_s;
        QCOMPARE(printed(store().events(query)).size(), 1);

        // Who is gone leaves nothing but the id.
        QVERIFY(m_place->signIn(u"ann"_s));
        QVERIFY(commit("{\"remove\": \"user\", \"id\": \"zoe\"}"));
        QVERIFY(erase(u"zoe"_s));
        const QByteArray left = file();
        for (const char *value : {"Zürn", "Nemo", "555-0199"})
            QVERIFY2(!left.contains(value), value);
        QVERIFY2(!store().verifyTrail()->firstBad, qPrintable(store().verifyTrail()->problem));
        for (qint64 each = 0; each <= store().version().value(); ++each)
            QVERIFY(store().load(each));
        QCOMPARE(erase(u"zoe"_s).error().code, ErrorCode::NotPermitted); // signed out by the reopening
    }

    void whatIsForgedIsFound()
    {
        tamper("UPDATE personal SET value = 'Zoe Other' WHERE value = 'Zoe Nemo'");
        const TrailState state = store().verifyTrail().value();
        QVERIFY(state.firstBad);
        QVERIFY2(state.problem.contains(u"a name or an attribute value"_s), qPrintable(state.problem));
    }

    void aDigestIsFoundInTextsAsTheyAre()
    {
        QList<PersonalValue> values;
        const QString name = masked(u"a\\\"b\n"_s, values);
        const FindValue find = [&](const QString &digest) {
            return digest == values.first().digest ? std::optional(values.first().value) : std::nullopt;
        };
        QCOMPARE(unmaskedName(name, find), u"a\\\"b\n"_s);
        const QByteArray digest = values.first().digest.toUtf8();
        const QByteArray left = "\", \"y\": \"\\\\u0001" + digest + "\"}"; // a backslash, and what looks like the mark
        QCOMPARE(unmaskedJson("{\"x\": \"\\u0001" + digest + left, find), "{\"x\": \"a\\\\\\\"b\\n" + left);
        QCOMPARE(unmaskedName(QChar(DigestMark) + QString(DigestLength, u'A'), find), u"(erased)"_s);
    }
};

QTEST_GUILESS_MAIN(TestPersonal)
#include "tst_personal.moc"
