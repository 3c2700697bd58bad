// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"
#include "core/edit/fields.h"
#include "core/exchange/policyjson.h"
#include "randomdocuments.h"
#include "tests/support/randomedits.h"
#include "tests/support/smallpolicy.h"

#include <QTest>

#include <rapidcheck.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// The change-set document of semantics.md section 8 and resources/help/changesets.md.
class TestChangeJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExample();
    void writes_data();
    void writes();
    void everyShapeRoundTrips();
    void everyDraftRoundTrips();
    void nestedListsBecomeChanges();
    void damagedDocumentsAreReadOrRefused();
};

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

QByteArray oneChange(const QByteArray &change)
{
    return "{\"rolewright-changes\": 1, \"changes\": [\n" + change + "]}";
}

Change::Value entity(RandomDocuments &random, Kind kind)
{
    switch (kind) {
    case Kind::Permission:
        return random.permission();
    case Kind::Role:
        return random.role();
    case Kind::User:
        return random.user();
    case Kind::Constraint:
        return random.constraint();
    case Kind::Operation:
        return random.operation();
    case Kind::Test:
        return random.test();
    case Kind::Assignment:
        return random.assignment();
    case Kind::Delegation:
        return random.delegation();
    case Kind::Approval:
        return random.approval();
    default:
        return {};
    }
}

QString keyOfValue(const Change::Value &value)
{
    return std::visit(
        [](const auto &v) {
            if constexpr (requires { keyOf(v); })
                return keyOf(v);
            else if constexpr (std::is_same_v<std::decay_t<decltype(v)>, ConstraintValue>)
                return v.name;
            else
                return QString();
        },
        value);
}

Change::Value fieldValue(RandomDocuments &random, const QString &field)
{
    if (field == u"description")
        return random.description();
    if (field == u"sensitive" || field == u"enabled" || field == u"active")
        return random.oneIn(2);
    if (field == u"name" || field == u"source")
        return random.text();
    if (field == u"attributes")
        return random.attributes();
    if (field == u"kind")
        return random.oneIn(2) ? u"static"_s : u"dynamic"_s;
    if (field == u"mode")
        return random.oneIn(2) ? u"enforce"_s : u"record"_s;
    if (field == u"limit")
        return qint64(2 + random.below(9));
    if (field == u"from")
        return random.oneIn(3) ? Instant::openStart() : random.instant();
    if (field == u"until")
        return random.oneIn(3) ? Instant::openEnd() : random.instant();
    if (field == u"requires")
        return random.oneIn(3) ? std::optional<Requirement>()
                               : std::optional<Requirement>(random.requirement());
    if (field == u"request")
        return random.request();
    if (field == u"expect")
        return random.expectation();
    return random.name(); // property, attribute
}

QString key(RandomDocuments &random, Kind kind)
{
    return kind == Kind::Permission ? random.permissionName().toText() : random.name();
}

// One change of every shape: each kind with each verb that it has, and each of its fields.
QList<Change> everyShape(RandomDocuments &random)
{
    QList<Change> changes;
    for (int i = 0; i <= int(Kind::Ownership); ++i) {
        const Kind kind = Kind(i);
        const bool isRelation = kind >= Kind::Grant && kind <= Kind::Member;
        const bool isItsOwnKey = kind == Kind::Delegation || kind == Kind::Approval;
        if (kind != Kind::Ownership) {
            Change add{Verb::Add, kind, {}, {}, {}, {}, entity(random, kind)};
            Change remove{
                Verb::Remove, kind, {}, {}, {}, random.oneIn(3) ? Change::Value() : entity(random, kind), {}};
            for (Change *change : {&add, &remove}) {
                change->key = isItsOwnKey ? QString()
                    : isEntity(kind)      ? keyOfValue(change->to)
                                          : random.name();
                if (change->key.isEmpty() && !isItsOwnKey)
                    change->key = key(random, kind);
                if (isRelation)
                    change->other = kind == Kind::Grant ? random.grant().toText() : random.name();
            }
            if (isItsOwnKey)
                remove.was = entity(random, kind);
            changes << add << remove;
        }
        for (const QString &field : fieldsOf(kind)) {
            Change set{Verb::Set, kind, {}, {}, field, {}, fieldValue(random, field)};
            set.key = kind == Kind::Ownership ? QString() : key(random, kind);
            set.other = kind == Kind::Assignment ? random.name() : QString();
            if (!random.oneIn(3))
                set.was = fieldValue(random, field);
            changes << set;
        }
        if (isEntity(kind))
            changes << Change{Verb::Rename, kind, key(random, kind), {}, {}, {}, key(random, kind)};
    }
    return changes;
}

} // namespace

void TestChangeJson::readsTheExample()
{
    const auto read = readChangeSet(
        R"({"rolewright-changes": 1, "base": 42, "operation": "5b0c6f1e-3d34-4c1a-9a53-0b6f3d0b6a11", "reason": "ticket 17", "changes": [
      {"add": "role", "value": {"name": "intern", "grants": ["article:read:any"]}},
      {"remove": "assignment", "user": "bob", "role": "editor", "was": {"until": null}},
      {"set": "user", "id": "bob", "field": "active", "was": true, "to": false},
      {"add": "grant", "role": "author", "grant": "article:create"},
      {"rename": "role", "was": "intern", "to": "trainee"}]})");
    QVERIFY2(read, read ? "" : qPrintable(toText(read.error())));
    ChangeSet expected{42, QUuid(u"5b0c6f1e-3d34-4c1a-9a53-0b6f3d0b6a11"_s), u"ticket 17"_s, {}};
    expected.changes = {{Verb::Add, Kind::Role, u"intern"_s, {}, {}, {}, Role{u"intern"_s, {}, true}},
                        {Verb::Add, Kind::Grant, u"intern"_s, u"article:read"_s, {}, {}, {}},
                        {Verb::Remove, Kind::Assignment, u"bob"_s, u"editor"_s, {}, Assignment(), {}},
                        {Verb::Set, Kind::User, u"bob"_s, {}, u"active"_s, true, false},
                        {Verb::Add, Kind::Grant, u"author"_s, u"article:create"_s, {}, {}, {}},
                        {Verb::Rename, Kind::Role, u"intern"_s, {}, {}, {}, u"trainee"_s}};
    QCOMPARE(*read, expected);
    QCOMPARE(*readChangeSet(writeChangeSet(expected)), expected);
    QCOMPARE(*readChangeSet(R"({"rolewright-changes": 1, "changes": []})"), ChangeSet());
}

void TestChangeJson::writes_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("json");
    const auto row = [](const char *name, const Change &change, const QString &json) {
        QTest::newRow(name) << change << json;
    };
    row("add an entity",
        {Verb::Add, Kind::User, u"bob"_s, {}, {}, {}, User{u"bob"_s, u"Bob"_s, false, {}, {}}},
        uR"({"add": "user", "value": {"id": "bob", "name": "Bob", "active": false}})"_s);
    row("remove an entity", {Verb::Remove, Kind::Role, u"x"_s, {}, {}, Role{u"x"_s, {}, true}, {}},
        uR"({"remove": "role", "name": "x", "was": {"name": "x"}})"_s);
    row("remove one that is not said", {Verb::Remove, Kind::User, u"bob"_s, {}, {}, {}, {}},
        uR"({"remove": "user", "id": "bob"})"_s);
    row("an open end",
        {Verb::Set, Kind::Assignment, u"bob"_s, u"r"_s, u"until"_s, Instant{0}, Instant::openEnd()},
        uR"({"set": "assignment", "user": "bob", "role": "r", "field": "until", "was": "1970-01-01T00:00:00Z", "to": null})"_s);
    row("no requirement",
        {Verb::Set,
         Kind::Operation,
         u"o"_s,
         {},
         u"requires"_s,
         std::optional<Requirement>(),
         std::optional<Requirement>(Requirement())},
        uR"({"set": "operation", "name": "o", "field": "requires", "was": null, "to": {"authenticated": true}})"_s);
    row("a default is said", {Verb::Set, Kind::Role, u"r"_s, {}, u"description"_s, u"d"_s, QString()},
        uR"({"set": "role", "name": "r", "field": "description", "was": "d", "to": ""})"_s);
    row("inheritance", {Verb::Add, Kind::Inheritance, u"senior"_s, u"junior"_s, {}, {}, {}},
        uR"({"add": "inheritance", "role": "senior", "inherits": "junior"})"_s);
    row("assign", {Verb::Add, Kind::Assignment, u"bob"_s, u"r"_s, {}, {}, Assignment()},
        uR"({"add": "assignment", "user": "bob", "role": "r"})"_s);
    row("unassign", {Verb::Remove, Kind::Assignment, u"bob"_s, u"r"_s, {}, Assignment(), {}},
        uR"({"remove": "assignment", "user": "bob", "role": "r", "was": {}})"_s);
    row("assign with everything",
        {Verb::Add,
         Kind::Assignment,
         u"bob"_s,
         u"r"_s,
         {},
         {},
         Assignment{{Instant{0}, Instant{1}}, u"hr"_s}},
        uR"({"add": "assignment", "user": "bob", "role": "r", "value": {"from": "1970-01-01T00:00:00Z", "until": "1970-01-01T00:00:00.001Z", "source": "hr"}})"_s);
    row("member", {Verb::Remove, Kind::Member, u"c"_s, u"r"_s, {}, {}, {}},
        uR"({"remove": "member", "constraint": "c", "role": "r"})"_s);
    row("delegation", {Verb::Remove, Kind::Delegation, {}, {}, {}, Delegation{u"r"_s, {u"s"_s}, {}, {}}, {}},
        uR"({"remove": "delegation", "was": {"role": "r", "assign": ["s"]}})"_s);
    row("approval", {Verb::Add, Kind::Approval, {}, {}, {}, {}, Approval{{u"role.delete"_s}, u"r"_s}},
        uR"({"add": "approval", "value": {"changes": ["role.delete"], "by": "r"}})"_s);
    row("ownership", {Verb::Set, Kind::Ownership, {}, {}, u"property"_s, u"owner"_s, u"author"_s},
        uR"({"set": "ownership", "field": "property", "was": "owner", "to": "author"})"_s);
}

void TestChangeJson::writes()
{
    QFETCH(Change, change);
    QFETCH(QString, json);
    JsonWriter writer(JsonWriter::Layout::OneLine);
    write(writer, change);
    QCOMPARE(QString::fromUtf8(writer.take()), json);
    const auto read = readChangeSet(oneChange(json.toUtf8()));
    QVERIFY2(read, read ? "" : qPrintable(toText(read.error())));
    QCOMPARE(read->changes, QList<Change>{change});
}

void TestChangeJson::everyShapeRoundTrips()
{
    QVERIFY(rc::check("reading what was written gives the same changes", [](quint32 seed) {
        RandomDocuments random(seed);
        const ChangeSet changes{qint64(random.below(1000)), random.oneIn(2) ? QUuid() : QUuid::createUuid(),
                                random.description(), everyShape(random)};
        for (const JsonWriter::Layout layout : {JsonWriter::Layout::Indented, JsonWriter::Layout::OneLine}) {
            const QByteArray written = writeChangeSet(changes, layout);
            const auto read = readChangeSet(written);
            if (!read)
                RC_FAIL(toText(read.error()).toStdString());
            for (qsizetype i = 0; i < changes.changes.size(); ++i) {
                if (!(read->changes.value(i) == changes.changes.at(i)))
                    RC_FAIL(describe(changes.changes.at(i)).toStdString());
            }
            RC_ASSERT(*read == changes);
            RC_ASSERT(writeChangeSet(*read, layout) == written);
        }
    }));
}

// A draft is kept over a restart whatever state it is in: also with constraints that have no roles yet.
void TestChangeJson::everyDraftRoundTrips()
{
    QVERIFY(rc::check("what a draft changes can be read again", [](const std::vector<unsigned> &numbers) {
        const Policy base = smallPolicy();
        Policy draft = base;
        RandomEdits edits(numbers);
        while (!edits.atEnd()) {
            if (!apply(draft, edits.next(draft)))
                continue;
            const ChangeSet kept{1, QUuid::createUuid(), {}, difference(base, draft)};
            const Result<ChangeSet> read = readChangeSet(writeChangeSet(kept));
            if (!read)
                RC_FAIL(toText(read.error()).toStdString());
            Policy again = base;
            RC_ASSERT(apply(again, read->changes).has_value());
            RC_ASSERT(differenceByName(again, draft).isEmpty());
        }
    }));
    // As the page Constraints makes one.
    const Policy base = smallPolicy();
    Policy draft = base;
    QVERIFY(apply(draft,
                  {{Verb::Add,
                    Kind::Constraint,
                    u"new"_s,
                    {},
                    {},
                    {},
                    ConstraintValue{u"new"_s, Constraint::Kind::Static, {}, 2, Constraint::Mode::Enforce}}}));
    const ChangeSet kept{1, QUuid::createUuid(), {}, difference(base, draft)};
    const Result<ChangeSet> read = readChangeSet(writeChangeSet(kept));
    QVERIFY2(read, qPrintable(read ? QString() : toText(read.error())));
    QCOMPARE(*read, kept);
}

void TestChangeJson::nestedListsBecomeChanges()
{
    const auto read = readChangeSet(oneChange(
        R"({"add": "role", "value": {"name": "r", "inherits": ["a", "b"], "grants": ["*:*"]}},
           {"add": "user", "value": {"id": "u", "assignments": [{"role": "r", "until": "1970-01-01T00:00:01Z"}, {"role": "s"}]}})"));
    QVERIFY2(read, read ? "" : qPrintable(toText(read.error())));
    QStringList lines;
    for (const Change &change : read->changes)
        lines.append(describe(change));
    QCOMPARE(
        lines,
        (QStringList{u"add role r"_s, u"let r inherit a"_s, u"let r inherit b"_s, u"grant *:* to r"_s,
                     u"add user u"_s, u"assign r to u until 1970-01-01T00:00:01Z"_s, u"assign s to u"_s}));
}

void TestChangeJson::damagedDocumentsAreReadOrRefused()
{
    const quint32 seed = RandomDocuments::someSeed();
    qInfo("ROLEWRIGHT_SEED=%u", seed);
    RandomDocuments random(seed);
    int refused = 0;
    for (int i = 0; i < 2000; ++i) {
        QList<Change> changes = everyShape(random);
        changes = changes.mid(random.below(quint32(changes.size())), 3);
        const QByteArray json = random.damaged(writeChangeSet({1, {}, {}, changes}));
        const auto read = readChangeSet(json);
        if (read) {
            const QByteArray written = writeChangeSet(*read);
            QVERIFY2(readChangeSet(written) && *readChangeSet(written) == *read, json.constData());
            continue;
        }
        ++refused;
        QCOMPARE(read.error().code, ErrorCode::Invalid);
        QVERIFY2(!read.error().findings.isEmpty() && read.error().findings.first().line > 0,
                 json.constData());
    }
    QVERIFY2(refused > 500 && refused < 2000, qPrintable(QString::number(refused)));
}

QTEST_APPLESS_MAIN(TestChangeJson)
#include "tst_changejson.moc"
