// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storefixture.h"

#include <QRandomGenerator>

using namespace rolewright;
using namespace Qt::StringLiterals;

// What the trail gives out for a query, on every store.
class TestTrailQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTrailIsFiltered_data()
    {
        QTest::addColumn<Backend>("backend");
        QTest::addColumn<AuditQuery>("query");
        QTest::addColumn<QStringList>("expected");
        const auto add = [](const char *name, const std::function<void(AuditQuery &)> &set,
                            const QStringList &expected) {
            AuditQuery query;
            set(query);
            QTest::addRow("memory: %s", name) << Backend::Memory << query << expected;
            QTest::addRow("sqlite: %s", name) << Backend::Sqlite << query << expected;
            QTest::addRow("postgresql: %s", name) << Backend::Postgres << query << expected;
        };
        const QString create = u"1 store.create policy by bob: create the store"_s;
        const QString permission = u"2 permission.add permission/a:b by bob: add permission a:b"_s;
        const QString role = u"3 role.add role/Écrivain by bob: add role Écrivain"_s;
        const QString grant = u"4 grant.add role/Écrivain by carol: grant a:b to Écrivain"_s;
        const QString rename = u"5 role.rename role/Écrivain by carol: rename role Écrivain to author"_s;
        add("all", [](AuditQuery &) {}, {rename, grant, role, permission, create});
        add("a page", [](AuditQuery &q) { q.limit = 2; }, {rename, grant});
        add("the next page",
            [](AuditQuery &q) {
                q.limit = 2;
                q.before = 4;
            },
            {role, permission});
        add("an actor", [](AuditQuery &q) { q.actor = u"carol"_s; }, {rename, grant});
        add("a kind of action", [](AuditQuery &q) { q.action = u"role"_s; }, {rename, role});
        add("an action", [](AuditQuery &q) { q.action = u"role.add"_s; }, {role});
        add("not half an action", [](AuditQuery &q) { q.action = u"rol"_s; }, {});
        add("a thing", [](AuditQuery &q) { q.target = u"role/Écrivain"_s; }, {rename, grant, role});
        add("a thing by its new name", [](AuditQuery &q) { q.target = u"role/author"_s; }, {rename});
        add("a thing from the other side", [](AuditQuery &q) { q.target = u"permission/a:b"_s; },
            {grant, permission});
        add("a thing nobody knows", [](AuditQuery &q) { q.target = u"role/x"_s; }, {});
        add("an outcome", [](AuditQuery &q) { q.result = u"refused"_s; }, {});
        add("the other outcome", [](AuditQuery &q) { q.result = u"done"_s; }, {rename, grant, role, permission, create});
        add("text in another case", [](AuditQuery &q) { q.text = u"éCRIVAIN"_s; }, {rename, grant, role});
        add("text of the reason", [](AuditQuery &q) { q.text = u"SECOND"_s; }, {rename, grant});
        add("text that is a pattern elsewhere", [](AuditQuery &q) { q.text = u"%"_s; }, {});
        add("since", [](AuditQuery &q) { q.since = Instant{noon.msecs + 1000}; }, {rename, grant});
        add("until", [](AuditQuery &q) { q.until = Instant{noon.msecs + 1000}; }, {role, permission, create});
        add("much at once",
            [](AuditQuery &q) {
                q.since = noon;
                q.actor = u"carol"_s;
                q.text = u"a:b"_s;
                q.limit = 5;
            },
            {grant});
    }

    void theTrailIsFiltered()
    {
        QFETCH(Backend, backend);
        QFETCH(AuditQuery, query);
        QFETCH(QStringList, expected);
        StoreFixture fixture(backend, {});
        const auto commit = [&](const QByteArray &changes, const CommitContext &context,
                                const QString &reason) {
            const Snapshot head = fixture.store->load().value();
            return fixture.store->commit(changeSet(head.version, changes, head.policy, reason), context)
                .has_value();
        };
        QVERIFY(commit(
            R"({"add": "permission", "value": {"name": "a:b"}}, {"add": "role", "value": {"name": "Écrivain"}})",
            by(u"bob"_s), u"first"_s));
        CommitContext later = by(u"carol"_s);
        later.time = {noon.msecs + 1000};
        QVERIFY(commit(
            R"({"add": "grant", "role": "Écrivain", "grant": "a:b"}, {"rename": "role", "was": "Écrivain", "to": "author"})",
            later, u"second"_s));
        QCOMPARE(printed(fixture.store->events(query)).join(u'\n'), expected.join(u'\n'));

        // What they have in common is counted over all of them, whatever the page.
        query.limit = 0;
        query.before = 0;
        FacetCounter counter;
        const QList<AuditEvent> events = fixture.store->events(query).value();
        for (const AuditEvent &event : events)
            counter.add(event.actor, event.target, event.action, event.result);
        const Result<TrailFacets> facets = fixture.store->facets(query);
        QVERIFY(facets);
        QCOMPARE(*facets, counter.finish());
    }

    // Whoever, whatever and whenever is looked for: all of it is found, also where clocks went back.
    void nothingIsLeftOut_data() { eachBackend(); }
    void nothingIsLeftOut()
    {
        QFETCH(Backend, backend);
        bool given = false;
        quint32 seed = qEnvironmentVariable("ROLEWRIGHT_SEED").toUInt(&given);
        if (!given)
            seed = QRandomGenerator::system()->generate();
        qInfo("ROLEWRIGHT_SEED=%u", seed);
        QRandomGenerator random(seed);
        const auto below = [&](int n) { return random.bounded(n); };
        const QStringList actors{u"bob"_s, u"carol"_s, u"dan"_s};
        StoreFixture fixture(backend, {});
        for (int i = 0; i < 60; ++i) {
            const QByteArray name = QByteArray::number(i);
            const Snapshot head = fixture.store->load().value();
            CommitContext context = by(actors.at(below(3)));
            context.time = {noon.msecs + i * 1000 + (below(5) ? 0 : below(200'000) - 100'000)};
            const QByteArray role = "{\"add\": \"role\", \"value\": {\"name\": \"r" + name + "\"}}";
            const QByteArray user = "{\"add\": \"user\", \"value\": {\"id\": \"u" + name + "\"}}";
            const QByteArray changes = below(2) ? role : role + ", " + user;
            QVERIFY(fixture.store->commit(changeSet(head.version, changes, head.policy), context));
        }
        const QList<AuditEvent> all = fixture.store->events({}).value();
        const auto moment = [&] { return Instant{noon.msecs + below(200'000) - 70'000}; };
        for (int i = 0; i < 200; ++i) {
            AuditQuery query;
            if (below(2))
                query.since = moment();
            if (below(2))
                query.until = moment();
            if (below(2))
                query.actor = below(8) ? actors.at(below(3)) : u"nobody"_s;
            if (below(2))
                query.action = QStringList{u"role"_s, u"user.add"_s, u"clock"_s, u"x"_s}.at(below(4));
            if (below(3) == 0)
                query.before = below(150) + 1;
            QStringList expected;
            for (const AuditEvent &event : all) {
                if ((!query.since || event.time >= *query.since)
                    && (!query.until || event.time < *query.until)
                    && (query.actor.isEmpty() || event.actor == query.actor)
                    && (query.action.isEmpty() || event.action == query.action
                        || event.action.startsWith(query.action + u'.'))
                    && (query.before == 0 || event.sequence < query.before))
                    expected << QString::number(event.sequence);
            }
            QStringList found;
            const Result<QList<AuditEvent>> events = fixture.store->events(query);
            QVERIFY(events);
            for (const AuditEvent &event : *events)
                found << QString::number(event.sequence);
            QCOMPARE(found.join(u' '), expected.join(u' '));
        }
    }
};

QTEST_GUILESS_MAIN(TestTrailQuery)
#include "tst_trailquery.moc"
