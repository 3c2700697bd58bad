// SPDX-License-Identifier: Apache-2.0
// Journey 9: import a real policy, look at the difference, apply it, export it; in the real window.
#include "tests/ui/openstore.h"
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "tests/ui/stallmeter.h"
#include "ui/importing/findinglistmodel.h"
#include "ui/importing/importpage.h"
#include "ui/shell/messagebar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QDropEvent>
#include <QMimeData>
#include <QRadioButton>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void drop(QWidget &window, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

// What the page says, as far as it shows.
QString said(const QWidget &page)
{
    QStringList lines;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

// Google Cloud's policy in size and shape: 2,434 roles, 13,790 permissions, some 165,000 grants.
QByteArray largeTable()
{
    constexpr int Roles = 2434;
    constexpr int Permissions = 13'790;
    constexpr int GrantsOfRole = 68;
    QByteArray table = "role,permission\n";
    for (int role = 0; role < Roles; ++role) {
        for (int i = 0; i < GrantsOfRole; ++i) {
            const int permission = (role * 131 + i * 17) % Permissions;
            table += "roles/service" + QByteArray::number(role) + ".admin,service"
                + QByteArray::number(permission / 40) + ".things.act" + QByteArray::number(permission % 40)
                + '\n';
        }
    }
    return table;
}

} // namespace

class tst_Import : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void journey();
    void mergesOnRequest();
    void saysEveryErrorWithItsPlace();
    void asksAboutTheTable();
    void canBeGivenUp();
    void followsTheDraft();
    void listsFindings();
    void takesALargeTableWithoutAStall();

private:
    void openSample(Program &program);
    ImportPage *preview(Program &program, const QString &name, const QByteArray &bytes);
    ImportPage *preview(Program &program, const QString &path);

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_Import::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
}

void tst_Import::openSample(Program &program)
{
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
}

// Drops the file and waits until the page has said everything.
ImportPage *tst_Import::preview(Program &program, const QString &name, const QByteArray &bytes)
{
    const QString path = m_home->filePath(name);
    return write(path, bytes) ? preview(program, path) : nullptr;
}

ImportPage *tst_Import::preview(Program &program, const QString &path)
{
    drop(program.window, path);
    auto *page = program.find<ImportPage>(u"import"_s);
    const bool done =
        QTest::qWaitFor([page] { return said(*page).contains(u"Nothing is imported"_s); }, 60'000);
    return done ? page : nullptr;
}

void tst_Import::journey()
{
    Program program(*m_home);
    openSample(program);
    // The same policy, in which a role has one more permission and one fewer.
    QByteArray document = writePolicy(program.workspace.policy());
    const Policy before = program.workspace.policy();
    Policy wanted = before;
    QVERIFY(
        apply(wanted,
              {{Change::Verb::Add, Change::Kind::Grant, u"author"_s, u"comment:hide"_s, {}, {}, {}},
               {Change::Verb::Remove, Change::Kind::Grant, u"author"_s, u"article:create"_s, {}, {}, {}}}));
    ImportPage *page = preview(program, u"newsroom.json"_s, writePolicy(wanted));
    QVERIFY(page && page->isVisible());
    QVERIFY2(said(*page).startsWith(u"Import newsroom.json\nThis is a policy document."_s),
             qPrintable(said(*page)));
    QVERIFY2(said(*page).contains(u"2 change"_s) && said(*page).contains(u"gain access"_s),
             qPrintable(said(*page)));
    QCOMPARE(printed(*named<QTreeView>(*page, u"What would change"_s)->model()),
             u"Grants (2)\n  revoke article:create from author\n  grant comment:hide to author\n"_s);
    QVERIFY(named<QTreeView>(*page, u"Who would gain and who would lose"_s)->model()->rowCount() > 0);
    QVERIFY(!program.workspace.draft().isDirty());
    keepPictures(program.window, u"import"_s);
    // Return takes it: one step of undo, and its page.
    QCOMPARE(QApplication::focusWidget(), buttonOf(*page, u"Import as pending changes"_s));
    press(Qt::Key_Space);
    QVERIFY(program.workspace.draft().isDirty());
    QCOMPARE(program.workspace.undoStack().undoText(), u"Import newsroom.json"_s);
    QCOMPARE(program.workspace.undoStack().count(), 1);
    QVERIFY2(program.page().startsWith(u"Changes"_s), qPrintable(program.page()));
    program.window.action(u"undo"_s)->trigger();
    QVERIFY(!program.workspace.draft().isDirty());
    program.window.action(u"redo"_s)->trigger();
    QCOMPARE(program.workspace.draft().changes().size(), 2);
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"from the wiki"_s, true);
    QVERIFY(committed.wait());
    // Out again.
    const QString out = m_home->filePath(u"out.json"_s);
    program.window.exportTo(out);
    QTRY_COMPARE(program.window.messages().text(), u"Version 2 is exported to %1."_s.arg(out));
    QCOMPARE(read(out), writePolicy(wanted));
    // What is pending is not exported, which is said.
    QVERIFY(program.workspace.edit(
        u"Grant"_s,
        QList<Change>{
            {Change::Verb::Add, Change::Kind::Grant, u"author"_s, u"article:create"_s, {}, {}, {}}}));
    program.window.exportTo(out);
    QTRY_VERIFY(program.window.messages().text().contains(u"What is pending is not in it."_s));
    QCOMPARE(read(out), writePolicy(wanted));
    program.window.exportTo(m_home->filePath(u"no/such/folder.json"_s));
    QTRY_VERIFY2(program.window.messages().text().startsWith(m_home->filePath(u"no/such"_s)),
                 qPrintable(program.window.messages().text()));
}

void tst_Import::mergesOnRequest()
{
    Program program(*m_home);
    openSample(program);
    ImportPage *page =
        preview(program, u"new.json"_s, R"({"rolewright": 1, "roles": [{"name": "trainee"}]})");
    QVERIFY(page);
    auto *changes = named<QTreeView>(*page, u"What would change"_s);
    QVERIFY(changes->model()->rowCount() > 1); // everything else goes
    for (QRadioButton *choice : page->findChildren<QRadioButton *>()) {
        if (choice->text().contains(u"Merge"_s))
            QTest::mouseClick(choice, Qt::LeftButton, Qt::NoModifier, {8, choice->height() / 2});
    }
    QTRY_COMPARE(printed(*changes->model()), u"Roles (1)\n  add role trainee\n"_s);
}

void tst_Import::saysEveryErrorWithItsPlace()
{
    Program program(*m_home);
    openSample(program);
    ImportPage *page = preview(program, u"bad.csv"_s, "role,permission\neditor,article\n,article:update\n");
    QVERIFY(page);
    const auto *findings = named<QAbstractItemView>(*page, u"Findings"_s);
    QCOMPARE(findings->model()->rowCount(), 2);
    QVERIFY(findings->model()->index(0, 0).data().toString().startsWith(u"line 2"_s));
    QVERIFY(findings->model()->index(1, 0).data().toString().startsWith(u"line 3"_s));
    QVERIFY(!buttonOf(*page, u"Import as pending changes"_s)->isEnabled());
    QVERIFY(!named<QWidget>(*page, u"What would change"_s)->isVisible());
    page = preview(program, u"letter.txt"_s, "Dear admin");
    QVERIFY2(page && said(*page).contains(u"neither a policy document"_s), qPrintable(said(*page)));
    page = preview(program, u"empty.json"_s, "");
    QVERIFY2(page && said(*page).contains(u"neither a policy document"_s), qPrintable(said(*page)));
    QVERIFY(!program.workspace.draft().isDirty());
}

void tst_Import::asksAboutTheTable()
{
    Program program(*m_home);
    openSample(program);
    ImportPage *page =
        preview(program, u"grants.tsv"_s, "role\tpermission\ttitle\neditor\tcloud.disks.list\tLists\n");
    QVERIFY(page);
    QVERIFY2(said(*page).contains(u"error"_s), qPrintable(said(*page))); // the column
    auto *dotted = buttonOf<QCheckBox>(*page, u"Names are dotted: service.resource.action"_s);
    QVERIFY(dotted && dotted->isChecked());
    QTest::mouseClick(buttonOf<QCheckBox>(*page, u"Leave out the column “title”"_s), Qt::LeftButton,
                      Qt::NoModifier, {8, 8});
    QTRY_VERIFY2(said(*page).contains(u"The column “title” is left out, with 1 value"_s),
                 qPrintable(said(*page)));
    QCOMPARE(printed(*named<QTreeView>(*page, u"What would change"_s)->model()),
             u"Permissions (1)\n  add permission cloud.disks:list\n"
             "Grants (1)\n  grant cloud.disks:list to editor\n"_s);
}

void tst_Import::canBeGivenUp()
{
    Program program(*m_home);
    openSample(program);
    ImportPage *page = preview(program, u"grants.csv"_s, "role,permission\neditor,article:pin\n");
    QVERIFY(page);
    press(Qt::Key_Escape);
    QVERIFY(!page->isVisible());
    QVERIFY(!program.workspace.draft().isDirty());
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
    // Going elsewhere gives it up, too.
    page = preview(program, u"grants.csv"_s, "role,permission\neditor,article:pin\n");
    QVERIFY(page && page->isVisible());
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!page->isVisible() && !page->isOpen());
}

void tst_Import::followsTheDraft()
{
    Program program(*m_home);
    openSample(program);
    ImportPage *page = preview(program, u"grants.csv"_s, "role,permission\neditor,article:pin\n");
    QVERIFY(page);
    auto *changes = named<QTreeView>(*page, u"What would change"_s);
    QCOMPARE(printed(*changes->model()),
             u"Permissions (1)\n  add permission article:pin\nGrants (1)\n  grant article:pin to editor\n"_s);
    Permission pin;
    pin.name = *parseGrant(u"article:pin"_s);
    QVERIFY(program.workspace.edit(
        u"Create"_s,
        QList<Change>{{Change::Verb::Add, Change::Kind::Permission, u"article:pin"_s, {}, {}, {}, pin}}));
    QTRY_COMPARE(printed(*changes->model()), u"Grants (1)\n  grant article:pin to editor\n"_s);
}

void tst_Import::listsFindings()
{
    FindingListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.set({{Severity::Error, u"x"_s, u"It <b>fails</b>."_s, u"/roles/0"_s, 3, 7},
               {Severity::Warning, u"y"_s, u"It looks odd."_s, u"role a"_s, 0, 0}});
    QCOMPARE(printed(model), u"line 3, column 7: /roles/0: It <b>fails</b>.\nrole a: It looks odd.\n"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Warning: role a: It looks odd."_s);
    QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
}

void tst_Import::takesALargeTableWithoutAStall()
{
    Program program(*m_home);
    openSample(program);
    const qsizetype grants = program.workspace.policy().grants().size();
    StallMeter meter;
    const auto check = [&](const char *what) {
        QTest::qWait(300); // what follows by timers, too
        qInfo("%s: %.0f ms", what, meter.longest());
        QVERIFY2(meter.longest() < scaled(StallMaximum), what);
        meter.start();
    };
    const QString path = m_home->filePath(u"gcp.csv"_s);
    QVERIFY(write(path, largeTable())); // not what is measured
    meter.start();
    ImportPage *page = preview(program, path);
    QVERIFY(page);
    check("preview");
    QVERIFY2(said(*page).contains(QLocale().toString(165'512)), qPrintable(said(*page)));
    meter.start();
    press(Qt::Key_Space);
    QVERIFY(program.workspace.draft().isDirty());
    check("import");
    QTRY_VERIFY_WITH_TIMEOUT(program.page() != u"Changes"_s, 30'000); // it counts them
    check("counted");
    program.window.action(u"page-matrix"_s)->trigger();
    check("matrix");
    program.window.action(u"undo"_s)->trigger();
    QVERIFY(!program.workspace.draft().isDirty());
    check("undo");
    program.window.action(u"redo"_s)->trigger();
    check("redo");
    QCOMPARE(program.workspace.policy().grants().size(), grants + 165'512);
    QTRY_VERIFY_WITH_TIMEOUT(program.workspace.hasCurrentNet(), 30'000);
    check("counted again");
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"the cloud's roles"_s);
    QVERIFY(committed.wait(120'000));
    QVERIFY(!program.workspace.draft().isDirty());
    check("apply");
    // What the store numbered anew can still be undone.
    program.window.action(u"undo"_s)->trigger();
    QCOMPARE(program.workspace.policy().grants().size(), grants);
    QVERIFY(program.workspace.draft().isDirty());
    check("undo of what was applied");
}

QTEST_MAIN(tst_Import)
#include "tst_import.moc"
