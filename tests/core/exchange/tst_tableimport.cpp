// SPDX-License-Identifier: Apache-2.0
#include "core/edit/apply.h"
#include "core/exchange/csv.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/tableimport.h"
#include "randomdocuments.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace rolewright;

// Tables as resources/help/tables.md describes them, and the RFC 4180 codec below them.
class TestTableImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows_data();
    void readsRows();
    void rowsRoundTrip();
    void imports_data();
    void imports();
    void mergesIntoAPolicy();
    void refuses_data();
    void refuses();
    void damagedTablesAreReadOrRefused();
    void knowsATable_data();
    void knowsATable();
    void importsRealTables_data();
    void importsRealTables();
};

namespace {

QString rowsOf(const QByteArray &text, char delimiter = ',')
{
    QStringList lines;
    for (CsvReader reader(text, delimiter); reader.next();) {
        lines.append(u"%1: "_s.arg(reader.line())
                     + (reader.problem() ? *reader.problem() : u'<' + reader.fields().join(u"|"_s) + u'>'));
    }
    return lines.join(u'\n');
}

QString changesOf(const Result<TableImport> &import)
{
    QStringList lines;
    if (!import) {
        for (const Finding &finding : import.error().findings)
            lines.append(toText(finding));
    } else {
        for (const Change &change : import->changes)
            lines.append(describe(change));
    }
    return lines.join(u'\n');
}

} // namespace

void TestTableImport::readsRows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, const QByteArray &text, const QString &rows) {
        QTest::newRow(name) << text << rows;
    };
    row("nothing", "", {});
    row("lines", "a,b\nc,d\n", u"1: <a|b>\n2: <c|d>"_s);
    row("no end", "a,b\r\nc,d", u"1: <a|b>\n2: <c|d>"_s);
    row("empty fields", ",\n,,", u"1: <|>\n2: <||>"_s);
    row("empty lines", "a\n\n\r\nb", u"1: <a>\n2: <>\n3: <>\n4: <b>"_s);
    row("quoted", "\"a,b\",\"c\"\"d\",\"\"\n", u"1: <a,b|c\"d|>"_s);
    row("quoted line end", "\"a\nb\r\nc\",d\ne", u"1: <a\nb\r\nc|d>\n4: <e>"_s);
    row("spaces stay", " a , b\n", u"1: < a | b>"_s);
    row("byte order mark",
        "\xef\xbb\xbf"
        "a,b",
        u"1: <a|b>"_s);
    row("byte order mark of a field",
        "\xef\xbb\xbf\"\xef\xbb\xbf"
        "a\",\xef\xbb\xbf"
        "b",
        u"1: <\ufeffa|\ufeffb>"_s);
    row("quotation mark inside", "a\"b,c\nd",
        u"1: There is a quotation mark inside a field that is not quoted; quote it "
        "and double the mark.\n2: <d>"_s);
    row("text behind quoted", "\"a\"b,c\nd",
        u"1: There is text behind the closing quotation mark of a field.\n2: <d>"_s);
    row("never closed", "a\n\"b\nc", u"1: <a>\n2: The quotation mark of a field is never closed."_s);
    row("carriage return", "a\rb\nc", u"1: There is a carriage return that no line feed follows.\n2: <c>"_s);
    row("bad UTF-8", "\xff,a\nb,\"\xc3\"\nc",
        u"1: The line is not valid UTF-8.\n2: The line is not valid UTF-8.\n3: <c>"_s);
}

void TestTableImport::readsRows()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, rows);
    QCOMPARE(rowsOf(text), rows);
}

void TestTableImport::rowsRoundTrip()
{
    const auto field =
        rc::gen::container<std::string>(rc::gen::element('a', ',', ';', '\t', '"', '\n', '\r', ' '));
    QVERIFY(rc::check("rows are read as they were written", [&] {
        const char delimiter = *rc::gen::element(',', ';', '\t');
        const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
            rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(field)));
        QByteArray text;
        for (const auto &row : rows) {
            QStringList fields;
            for (const std::string &each : row)
                fields.append(QString::fromStdString(each));
            text += csvLine(fields, delimiter);
        }
        CsvReader reader(text, delimiter);
        for (const auto &row : rows) {
            RC_ASSERT(reader.next());
            RC_ASSERT(!reader.problem());
            RC_ASSERT(reader.fields().size() == qsizetype(row.size()));
            for (std::size_t i = 0; i < row.size(); ++i)
                RC_ASSERT(reader.fields().at(qsizetype(i)).toStdString() == row.at(i));
        }
        RC_ASSERT(!reader.next());
    }));
}

void TestTableImport::imports_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<TableOptions>("options");
    QTest::addColumn<QString>("changes");
    const auto row = [](const char *name, const QByteArray &table, const QString &changes,
                        const TableOptions &options = {}) {
        QTest::newRow(name) << table << options << changes;
    };
    row("grants", "role,permission\neditor,article:update\neditor,article:*\nauthor,article:update:own\n",
        u"add permission article:update\nadd permission article:update:own\nadd role editor\nadd role "
        u"author\n"
        "grant article:update to editor\ngrant article:* to editor\ngrant article:update:own to author"_s);
    row("in parts",
        "Action;Role;Resource; scope \nread;a b;Job Offer;any\nread;a b;Job Offer;own\nwrite;a b;Job "
        "Offer;\n",
        u"add permission Job Offer:read\nadd permission Job Offer:read:own\nadd permission Job "
        u"Offer:write\nadd role a b\n"
        "grant Job Offer:read to a b\ngrant Job Offer:read:own to a b\ngrant Job Offer:write to a b"_s);
    row("assignments", "user\trole\tuntil\nbob\teditor\t2027-01-01T00:00:00Z\nalice\teditor\t\n",
        u"add role editor\nadd user bob\nadd user alice\nassign editor to bob until 2027-01-01T00:00:00Z\n"
        "assign editor to alice"_s);
    row("dotted", "role,permission\nviewer,compute.instances.list\nviewer,x.*\n",
        u"add permission compute.instances:list\nadd role viewer\ngrant compute.instances:list to viewer\n"
        "grant x:* to viewer"_s,
        {true, {}});
    row("repeated", "role,permission\na,x:y\na,x:y:any\na,x:y\n",
        u"add permission x:y\nadd role a\ngrant x:y to a"_s);
    row("ignored", "role,level,permission\na,3,x:y\n", u"add permission x:y\nadd role a\ngrant x:y to a"_s,
        {false, {u"level"_s}});
    row("only a header", "role,permission\n", {});
    row("empty lines and byte order mark", "\xef\xbb\xbfrole,permission\n\na,x:y\n\n",
        u"add permission x:y\nadd role a\ngrant x:y to a"_s);
    row("Rolewright's rights", "role,permission\na,rolewright/role:grant\n",
        u"add role a\ngrant rolewright/role:grant to a"_s);
}

void TestTableImport::imports()
{
    QFETCH(QByteArray, table);
    QFETCH(TableOptions, options);
    QFETCH(QString, changes);
    const auto import = importTable(Policy(), table, options);
    QCOMPARE(changesOf(import), changes);
    QVERIFY(import);
    const auto policy = checked(Policy(), import->changes, Instant::now());
    QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
    const auto again = importTable(*policy, table, options);
    QVERIFY(again && again->changes.isEmpty());
}

void TestTableImport::mergesIntoAPolicy()
{
    const Policy policy =
        readPolicy(R"({"rolewright": 1, "permissions": [{"name": "a:b", "description": "stays"}],
        "roles": [{"name": "r", "grants": ["a:b"]}, {"name": "s"}],
        "users": [{"id": "u", "assignments": [{"role": "r", "from": "2026-01-01T00:00:00Z", "until": "2026-02-01T00:00:00Z"},
                                              {"role": "s", "source": "hr"}]}]})")
            .value();
    QCOMPARE(changesOf(importTable(policy, "role,permission\nr,a:b\ns,a:b\n", {})), u"grant a:b to s"_s);
    QCOMPARE(changesOf(importTable(policy, "user,role\nu,r\nu,s\n", {})), QString());
    // Every order of the ends on the way is a validity.
    const auto later =
        importTable(policy, "user,role,from,until\nu,r,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\n", {});
    QCOMPARE(changesOf(later),
             u"let the assignment of r to u end at 2026-04-01T00:00:00Z\n"
             "let the assignment of r to u begin at 2026-03-01T00:00:00Z"_s);
    const auto earlier = importTable(policy, "user,role,from,until\nu,r,,2025-04-01T00:00:00Z\n", {});
    QCOMPARE(changesOf(earlier),
             u"let the assignment of r to u have no beginning\n"
             "let the assignment of r to u end at 2025-04-01T00:00:00Z"_s);
    for (const auto &import : {later, earlier})
        QVERIFY(checked(policy, import->changes, Instant::now()));
    QCOMPARE(changesOf(importTable(policy, "user,role,from\nu,r,2026-03-01T00:00:00Z\n", {})),
             u"line 2: With what the policy has already, the end would not be after the beginning."_s);
}

void TestTableImport::refuses_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<TableOptions>("options");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char *name, const QByteArray &table, const QString &errors,
                        const TableOptions &options = {}) {
        QTest::newRow(name) << table << options << errors;
    };
    const QString tables =
        u"a table has role and permission, or role, resource and action (and scope), or user and role (and from and until)."_s;
    row("empty", "", u"line 1: The table is empty; its first line names its columns."_s);
    row("header", "a,b\n",
        u"line 1: The column \"a\" is unknown; --ignore-column leaves it out.\n"
        "line 1: The column \"b\" is unknown; --ignore-column leaves it out.\n"
        "line 1: The columns are not enough; "_s
            + tables);
    row("twice", "role,Role,permission\n", u"line 1: The column \"Role\" is there twice; keep one."_s);
    row("nothing to ignore", "role,permission\n", u"line 1: There is no column \"x\" to ignore."_s,
        {false, {u"x"_s}});
    row("mixture", "user,role,permission\n",
        u"line 1: The column \"permission\" does not belong to this table: "_s + tables);
    row("mixture of grants", "role,permission,action,until\n",
        u"line 1: The column \"action\" does not belong to this table: "_s + tables
            + u"\nline 1: The column \"until\" does not belong to this table: "_s + tables);
    row("every line",
        "role,permission\n,a:b\nr,a\nr\nr,a:b,c\nr,\"a\"b\nr ,a.b.c\nr,operation:perform\ngood,good:good\n",
        u"line 2: column role: The name \"\" is empty.\n"
        "line 3: column permission: The permission \"a\" is not of the form resource:action or "
        "resource:action:scope.\n"
        "line 4: The line has 1 fields, the header 2.\n"
        "line 5: The line has 3 fields, the header 2.\n"
        "line 6: There is text behind the closing quotation mark of a field.\n"
        "line 7: column role: The name \"r \" begins or ends with a space.\n"
        "line 7: column permission: The permission \"a.b.c\" is not of the form resource:action or "
        "resource:action:scope; "
        "--names dotted reads service.resource.action.\n"
        "line 8: column permission: The permission \"operation:perform\" is reserved: operations are guarded "
        "by what they "
        "require."_s);
    row("dotted", "role,permission\nr,a\nr,a:b.c\n",
        u"line 2: column permission: The permission \"a\" is not a dotted name such as "
        u"service.resource.action.\n"
        "line 3: column permission: The permission \"a:b.c\" is not a dotted name such as service.resource.action."_s,
        {true, {}});
    row("parts", "role,resource,action\nr,a:b,c\nr,,c\n",
        u"line 2: The part \"a:b\" of a permission has a ':'.\n"
        "line 3: The permission \":c\" has a resource that is empty."_s);
    row("times",
        "user,role,from,until\nu,r,soon,\nu,s,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z\nu,t,,\nu,t,,\nu,t,,"
        "2027-01-01T00:00:00Z\n",
        u"line 2: column from: \"soon\" is not a time; write it as 2027-01-01T00:00:00Z or with an offset.\n"
        "line 3: The end must be after the beginning (from < until).\n"
        "line 6: Line 4 says another validity for the same user and role."_s);
    row("control and bidi characters", "user,role\nu\x07,r\nu,r\xe2\x80\xae\n",
        u"line 2: column user: The name \"u<U+0007>\" has the control character U+0007 at 2.\n"
        "line 3: column role: The name \"r<U+202E>\" has the format character U+202E at 2."_s);
    row("too many columns", "role,permission" + QByteArray(",a").repeated(999) + "\n",
        u"line 1: The table has 1001 columns; at most 1000 are allowed."_s);
    row("long texts", "role,permission\nr," + QByteArray(1000000, ':') + "\n",
        u"line 2: column permission: The permission \"%1\u2026\" is too long; a segment has at most 100 characters."_s
            .arg(QString(80, u':')));
}

void TestTableImport::refuses()
{
    QFETCH(QByteArray, table);
    QFETCH(TableOptions, options);
    QFETCH(QString, errors);
    const auto import = importTable(Policy(), table, options);
    QVERIFY(!import);
    QCOMPARE(import.error().code, ErrorCode::Invalid);
    QCOMPARE(changesOf(import), errors);
}

void TestTableImport::damagedTablesAreReadOrRefused()
{
    const quint32 seed = RandomDocuments::someSeed();
    qInfo("ROLEWRIGHT_SEED=%u", seed);
    RandomDocuments random(seed);
    const QByteArray tables[] = {"role,permission\na,b:c\n\"x\"\"y\",b:*\n\"two\nlines\",b:c:own\n",
                                 "role;resource;action;scope\na;b;c;any\na;b;d;\n",
                                 "user\trole\tfrom\tuntil\nu\tr\t\t2027-01-01T00:00:00Z\nv\tr\t\t\n"};
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray text = random.damaged(tables[random.below(3)]);
        const auto import = importTable(Policy(), text, {});
        if (import) {
            const auto policy = checked(Policy(), import->changes, Instant::now());
            QVERIFY2(policy && importTable(*policy, text, {})->changes.isEmpty(), text.constData());
            continue;
        }
        ++refused;
        for (const Finding &finding : import.error().findings)
            QVERIFY2(finding.line > 0, text.constData());
    }
    QVERIFY2(refused > 500 && refused < 3000, qPrintable(QString::number(refused)));
}

void TestTableImport::knowsATable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("table");
    QTest::newRow("grants") << QByteArray("role,permission\n") << true;
    QTest::newRow("parts") << QByteArray("x\tResource\trole\taction") << true;
    QTest::newRow("assignments") << QByteArray("\"role\";\"user\"\r\na;b") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("document") << QByteArray(R"({"rolewright": 1, "roles": [], "users": []})") << false;
    QTest::newRow("too little") << QByteArray("role,name\n") << false;
}

void TestTableImport::knowsATable()
{
    QFETCH(QByteArray, text);
    QTEST(looksLikeTable(text), "table");
}

void TestTableImport::importsRealTables_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<TableOptions>("options");
    QTest::addColumn<QList<int>>("counts"); // rows, repeated, roles, permissions, grants
    QTest::newRow("gcp") << u"gcp/role_permissions.csv"_s << TableOptions{true, {}}
                         << QList<int>{165179, 0, 2434, 13790, 165179};
    QTest::newRow("frappe-hrms") << u"frappe-hrms/role_permissions.csv"_s
                                 << TableOptions{false, {u"permlevel"_s}}
                                 << QList<int>{2301, 71, 11, 971, 2230};
}

void TestTableImport::importsRealTables()
{
    QFETCH(QString, file);
    QFETCH(TableOptions, options);
    QFETCH(QList<int>, counts);
    const QString root =
        qEnvironmentVariable("ROLEWRIGHT_SHARED", QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/../shared"));
    QFile table(root + u"/data/"_s + file);
    if (!table.open(QIODevice::ReadOnly)) {
        qInfo("Left out: there is no %s", qPrintable(table.fileName()));
        return;
    }
    const QByteArray text = table.readAll();
    QVERIFY(looksLikeTable(text));
    const auto import = importTable(Policy(), text, options);
    QVERIFY2(import, import ? "" : qPrintable(toText(import.error()).left(2000)));
    for (const QString &column : options.ignoredColumns)
        QCOMPARE(import->ignoredValues.value(column), counts.at(0));
    const auto policy = checked(Policy(), import->changes, Instant::now());
    QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error()).left(2000)));
    QCOMPARE((QList<int>{int(import->rows), int(import->repeatedRows), int(policy->roles().size()),
                         int(policy->permissions().size()), int(policy->grants().size())}),
             counts);
    const QByteArray document = writePolicy(*policy);
    QVERIFY(writePolicy(readPolicy(document).value()) == document);
}

QTEST_APPLESS_MAIN(TestTableImport)
#include "tst_tableimport.moc"
