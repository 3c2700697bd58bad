// SPDX-License-Identifier: Apache-2.0
// Ctrl+K: what is found, in which order, and where Return goes; in the real window.
#include "tests/ui/realwindow.h"
#include "tests/ui/stallmeter.h"
#include "ui/palette/hitmodel.h"
#include "ui/palette/palette.h"
#include "ui/roles/rolespage.h"
#include "ui/users/userspage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QListView>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QList<Command> Commands{{u"give"_s, u"Grant"_s, u"Insert"_s}, {u"apply"_s, u"Apply…"_s, u"Ctrl+S"_s}};

Policy policyOf(const QByteArray &document)
{
    const Result<Policy> policy = readPolicy(document);
    Q_ASSERT(policy);
    return *policy;
}

Policy newsroom()
{
    return policyOf(R"({"rolewright": 1,
 "permissions": [{"name": "article:publish"}, {"name": "article:update"}, {"name": "comment:publish"}],
 "roles": [{"name": "publisher"}, {"name": "updater"}],
 "users": [{"id": "u17", "name": "Paula Publish"}, {"id": "paul"}],
 "operations": [{"name": "POST /publish", "requires": {"anyPermission": ["article:publish"]}}],
 "constraints": [{"name": "publish apart", "kind": "static", "roles": ["publisher", "updater"], "limit": 2}]})");
}

// A line a hit, as the list reads.
QString found(const QString &typed)
{
    const CancelToken cancel = false;
    HitModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.set(findHits(Commands, newsroom(), typed, cancel));
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row).data(Qt::AccessibleTextRole).toString());
    return lines.join(u'\n');
}

} // namespace

class tst_Palette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ranks();
    void asksForOneKind();
    void findsInstantlyAmongManyUsers();
    void goesToThings();
    void startsCommands();
    void offersOnlyWhatCanBeDone();
    void escapeGoesBack();

private:
    void openSample(Program &program);

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_Palette::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
}

void tst_Palette::openSample(Program &program)
{
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
}

void tst_Palette::ranks()
{
    QCOMPARE(found(u"publish"_s),
             u"publisher, role\n"
             "publish apart, constraint\n"
             "u17, Paula Publish · user\n"
             "article:publish, permission\n"
             "comment:publish, permission\n"
             "POST /publish, operation"_s);
    QCOMPARE(found(u"gra"_s), u"Grant, Insert"_s);
    // Letters in their order.
    QCOMPARE(found(u"artup"_s), u"article:update, permission"_s);
    QCOMPARE(found({}), u"Grant, Insert\nApply…, Ctrl+S"_s);
    QCOMPARE(found(u"zzz"_s), QString());
}

void tst_Palette::asksForOneKind()
{
    QCOMPARE(found(u"u pa"_s), u"u17, Paula Publish · user\npaul, user"_s);
    QCOMPARE(found(u"r "_s), u"updater, role\npublisher, role"_s);
    QCOMPARE(found(u"p publish"_s), u"article:publish, permission\ncomment:publish, permission"_s);
    QCOMPARE(found(u"o publish"_s), u"POST /publish, operation"_s);
    QCOMPARE(found(u"c apart"_s), u"publish apart, constraint"_s);
}

void tst_Palette::findsInstantlyAmongManyUsers()
{
    QByteArray document = R"({"rolewright": 1, "users": [)";
    for (int i = 0; i < 100'000; ++i)
        document += (i ? "," : "") + QByteArray(R"({"id": "user)") + QByteArray::number(i)
            + R"(", "name": "Person Number )" + QByteArray::number(i) + "\"}";
    document += "]}";
    const Policy policy = policyOf(document);
    const CancelToken cancel = false;
    for (const QString &typed : {u"person"_s, u"u user99"_s, u"umb 9"_s, u"nobody"_s}) {
        const double before = threadWork();
        findHits(Commands, policy, typed, cancel);
        constexpr double Maximum = 100; // ms; some 20 in a release build
        QVERIFY2(threadWork() - before < scaled(Maximum),
                 qPrintable(u"%1: %2 ms"_s.arg(typed).arg(threadWork() - before)));
    }
    QCOMPARE(findHits(Commands, policy, u"u user99999"_s, cancel).first().key, u"user99999"_s);
}

void tst_Palette::goesToThings()
{
    Program program(*m_home);
    openSample(program);
    const auto ask = [&](const QString &typed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), program.find<QWidget>(u"palette"_s));
        type(typed);
        press(Qt::Key_Return, modifiers); // before there is an answer
    };
    ask(u"u bob"_s);
    QTRY_COMPARE(program.page(), u"Users"_s);
    QCOMPARE(program.window.findChild<UsersPage *>()->selectedKey(), u"bob"_s);
    ask(u"r editor"_s);
    QTRY_COMPARE(program.page(), u"Roles"_s);
    QCOMPARE(program.window.findChild<RolesPage *>()->selectedKey(), u"editor"_s);
    ask(u"p comment:hide"_s);
    QTRY_COMPARE(program.page(), u"Matrix"_s);
    QCOMPARE(program.model().rowName(program.matrix().currentIndex().row()), u"comment:hide"_s);
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
    ask(u"u alice"_s, Qt::ControlModifier);
    QTRY_COMPARE(program.model().rowName(program.matrix().currentIndex().row()), u"alice"_s);
    ask(u"r author"_s, Qt::ControlModifier);
    QTRY_COMPARE(program.model().columnName(program.matrix().currentIndex().column()), u"author"_s);
    // Also what a filter hides.
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"comment:*"_s);
    ask(u"p article:publish"_s);
    QTRY_COMPARE(program.model().rowName(program.matrix().currentIndex().row()), u"article:publish"_s);
}

void tst_Palette::startsCommands()
{
    Program program(*m_home);
    openSample(program);
    program.matrix().goTo(u"comment:hide"_s, u"author"_s);
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"grant"_s);
    auto *list = program.find<QWidget>(u"palettelist"_s);
    QTRY_VERIFY(list->isVisible());
    auto *field = program.find<PaletteField>(u"palette"_s);
    QTRY_COMPARE(field->hits().index(0).data(Qt::AccessibleTextRole).toString(), u"Grant, Insert"_s);
    QCOMPARE(field->accessibleDescription(), u"Grant, Insert"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QTRY_COMPARE(program.cell(u"comment:hide"_s, u"author"_s).shape, Cell::Shape::Granted);
    QVERIFY(!list->isVisible());
    QVERIFY(field->text().isEmpty());
}

void tst_Palette::offersOnlyWhatCanBeDone()
{
    Program program(*m_home);
    QVERIFY(program.show());
    const auto offers = [&](const QString &name) {
        auto *field = program.find<PaletteField>(u"palette"_s);
        for (const PaletteHit &hit : field->hits().hits()) {
            if (hit.key == name)
                return true;
        }
        return false;
    };
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(offers(u"open"_s));
    QVERIFY(!offers(u"apply"_s));
    press(Qt::Key_Escape);
    openSample(program);
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(offers(u"close"_s));
    QVERIFY(!offers(u"apply"_s)); // nothing is pending
}

void tst_Palette::escapeGoesBack()
{
    Program program(*m_home);
    openSample(program);
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"edit"_s);
    auto *list = program.find<QWidget>(u"palettelist"_s);
    QTRY_VERIFY(list->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!list->isVisible());
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
}

QTEST_MAIN(tst_Palette)
#include "tst_palette.moc"
