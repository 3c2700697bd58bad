// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/guardedstore.h"
#include "tests/contract/intruder.h"

#include <QRandomGenerator>

using namespace rolewright;

// Whatever is changed in a sealed trail by somebody who has the file and not the keys, is found.
class TestSealedTrail : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    StoreKeys m_keys = newStoreKeys();
    Anchor m_anchor;
    QByteArray m_good;
    QRandomGenerator m_random;

    QString path() const { return m_folder.filePath(u"sealed.rolewright"_s); }
    void put(const QByteArray &bytes) const
    {
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
            QFile::remove(path() + suffix);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray content(const QByteArray &literal) // X'..': what it was compressed from, where it is whole
    {
        const QByteArray bytes = QByteArray::fromHex(literal.mid(2).chopped(1));
        const QByteArray text = qUncompress(bytes);
        return text.isNull() ? bytes : text;
    }
    // Nothing: it is intact.
    std::optional<QString> problem() const
    {
        const auto store = openStore(path());
        if (!store)
            return store.error().message;
        (*store)->guard()->useKeys(m_keys, m_anchor);
        const Result<TrailState> state = (*store)->verifyTrail();
        if (!state)
            return state.error().message;
        return state->isIntact() ? std::nullopt : std::optional(state->problem);
    }

private Q_SLOTS:
    void initTestCase()
    {
        bool given = false;
        quint32 seed = qEnvironmentVariable("ROLEWRIGHT_SEED").toUInt(&given);
        if (!given)
            seed = QRandomGenerator::system()->generate();
        qInfo("ROLEWRIGHT_SEED=%u", seed);
        m_random.seed(seed);
        const Secret password = GuardedStore::passwordOf(u"ann"_s);
        const FirstAdministrator ann{u"ann"_s, password, &m_keys};
        auto made = createStore(path(), newsroomWithoutApprovals(), {u"ann"_s, u"test"_s, noon, false}, &ann);
        QVERIFY2(made, qPrintable(made ? QString() : toText(made.error())));
        PolicyStore &store = **made;
        store.guard()->useKeys(m_keys, store.guard()->anchor(), [this](const Anchor &moved) { m_anchor = moved; });
        QVERIFY(store.guard()->signIn(u"ann"_s, password, {u"test"_s, noon, {}}));
        for (int i = 0; store.events({}).value().size() < 300; ++i) {
            const Snapshot head = store.load().value();
            const QByteArray user = "u" + QByteArray::number(i);
            const Result<Snapshot> next = store.commit(
                changeSet(head.version,
                          R"({"add": "user", "value": {"id": ")" + user + R"(", "name": "User )" + user
                              + R"("}}, {"add": "assignment", "user": ")" + user + R"(", "role": "author"})",
                          head.policy),
                {{}, u"test"_s, noon, false});
            QVERIFY2(next, qPrintable(next ? QString() : toText(next.error())));
        }
        made->reset();
        m_good = bytes();
        QVERIFY(!problem());
    }

    static Policy newsroomWithoutApprovals()
    {
        Policy policy = newsroom();
        const ChangeSet less =
            changeSet(0, R"({"remove": "approval", "was": {"changes": ["role.delete"], "by": "editor"}})", policy);
        const Status applied = apply(policy, less.changes);
        Q_ASSERT(applied);
        return policy;
    }

    void anyByteOfAnyField_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("column");
        const auto fields = [](const QByteArray &table, const QByteArrayList &columns) {
            for (const QByteArray &column : columns)
                QTest::newRow((table + '.' + column).constData()) << table << column;
        };
        fields("event", {"sequence", "version", "line", "action", "target", "target_name", "summary", "result", "hash"});
        fields("occasion", {"sequence", "time", "actor", "origin", "reason"});
        fields("change_set", {"time", "actor", "origin", "reason", "operation", "changes", "body"});
        fields("seal", {"sequence", "time", "key", "signature"});
        fields("signing_key", {"key", "since", "until"});
        fields("head", {"version", "sequence", "chain"});
    }

    void anyByteOfAnyField()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, column);
        put(m_good);
        QList<QByteArray> changes;
        QList<std::pair<QByteArray, QByteArray>> literals; // before and after
        {
            Intruder intruder(path());
            for (const auto &[row, literal] : intruder.column(table, column)) {
                for (const QByteArray &other : othersThan(literal)) {
                    literals.append({literal, other});
                    changes.append("UPDATE OR IGNORE " + table + " SET " + column + " = " + other + " WHERE rowid = "
                                   + QByteArray::number(row));
                }
            }
        }
        const bool all = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all";
        const qsizetype tries = std::min<qsizetype>(changes.size(), all ? 500 : 8);
        for (qsizetype i = 0; i < tries; ++i) {
            const qsizetype which = tries == changes.size() ? i : m_random.bounded(int(changes.size()));
            const QByteArray &change = changes.at(which);
            put(m_good);
            Intruder(path()).run(change);
            if (bytes() == m_good)
                continue; // it was refused by the table itself
            if (problem())
                continue;
            // Some bits of what is compressed are never looked at.
            const auto &[before, after] = literals.at(which);
            QVERIFY2(column == "body" && content(before) == content(after), change.constData());
        }
    }

    void recordsThatAreGoneSwappedOrDoubled()
    {
        for (int i = 0; i < 20; ++i) {
            const QByteArray a = QByteArray::number(m_random.bounded(1, 290));
            const QByteArray b = QByteArray::number(m_random.bounded(291, 300));
            for (const QByteArray &sql :
                 {"DELETE FROM event WHERE sequence = " + a,
                  "UPDATE event SET sequence = -1 WHERE sequence = " + a + "; UPDATE event SET sequence = " + a
                      + " WHERE sequence = " + b + "; UPDATE event SET sequence = " + b + " WHERE sequence = -1",
                  "INSERT INTO event SELECT 1000, version, line, action, target, target_name, summary, result, hash "
                  "FROM event WHERE sequence = "
                      + a,
                  "DELETE FROM event WHERE sequence > " + a, "DELETE FROM seal WHERE sequence > " + a,
                  QByteArray("DELETE FROM seal")}) {
                put(m_good);
                Intruder(path()).run(sql);
                QVERIFY2(problem(), sql.constData());
            }
        }
        put(m_good);
        QVERIFY(!problem());
    }
};

QTEST_GUILESS_MAIN(TestSealedTrail)
#include "tst_sealedtrail.moc"
