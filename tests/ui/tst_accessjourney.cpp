// SPDX-License-Identifier: Apache-2.0
// What an admin asks about access, in the real window: who can, the tests, what a change does to past
// requests, and applying it although a test would fail.
#include "tests/ui/openstore.h"
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "ui/changes/changespage.h"
#include "ui/compare/differencepage.h"
#include "ui/matrix/testblockbar.h"
#include "ui/questions/questionspage.h"
#include "ui/replay/replaypage.h"
#include "ui/shell/pages.h"
#include "ui/simulate/simulatepanel.h"
#include "ui/tests/testspage.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_AccessJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheQuestionToTheOverride();

private:
    QTemporaryDir m_home;
};

void tst_AccessJourney::fromTheQuestionToTheOverride()
{
    qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toUtf8());
    Program program(m_home);
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
    auto *pages = program.window.findChild<Pages *>();
    auto *panel = program.window.findChild<SimulatePanel *>();

    // Who can publish?
    program.window.action(u"page-questions"_s)->trigger();
    auto *questions = program.window.findChild<QuestionsPage *>();
    QVERIFY(questions->isVisible());
    type(u"article"_s);
    labelled<QLineEdit>(*questions, u"Action"_s)->setFocus();
    type(u"publish"_s);
    auto *answer = named<QTreeView>(*questions, u"Answer"_s);
    QTRY_COMPARE(
        printed(*answer->model()),
        u"bob | Bob Baker | all | editor: article:*\nerin | Erin Eriksson | only desk | desk editor: article:publish:desk\n"_s);
    keepPictures(program.window, u"questions"_s);
    // Why, in the panel.
    answer->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY2(panel->asText().startsWith(u"May bob publish article any?\nALLOWED"_s),
                 qPrintable(panel->asText()));

    // What bob may becomes a block of tests.
    program.window.action(u"page-matrix"_s)->trigger();
    program.window.matrix().showPane(2);
    QTRY_VERIFY(program.model().rowOf(u"bob"_s) >= 0);
    program.matrix().goTo(u"bob"_s, u"article:publish"_s);
    program.matrix().selectRow(program.model().rowOf(u"bob"_s));
    const qsizetype before = program.workspace.policy().tests().size();
    program.window.action(u"maketests"_s)->trigger();
    QTRY_VERIFY(program.workspace.policy().tests().size() > before);
    QVERIFY(program.workspace.policy().tests().idOf(u"bob may article:publish"_s).isValid());
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"tests first"_s);
    QVERIFY(committed.wait());

    // A change takes it from him.
    program.window.matrix().showPane(1);
    QTRY_VERIFY(program.model().rowOf(u"bob"_s) >= 0);
    program.matrix().goTo(u"bob"_s, u"editor"_s);
    press(Qt::Key_Delete);
    QVERIFY(program.workspace.draft().isDirty());
    // The tests say so before anybody asked, beside the page's name.
    auto *list = pages->list();
    const auto title = [&] { return list->item(pages->indexOf(u"tests"_s))->text(); };
    QTRY_VERIFY2(title() != u"Tests"_s, qPrintable(title()));
    program.window.action(u"page-tests"_s)->trigger();
    auto *tests = program.window.findChild<TestsPage *>();
    tests->select(u"bob may article:publish"_s);
    const auto says = [](const QWidget &page, const QString &text) {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(text))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(says(*tests, u"It would break: denied"_s));
    keepPictures(program.window, u"tests"_s);

    // Requests of the past, under both.
    const QString log = m_home.filePath(u"requests.jsonl"_s);
    {
        QFile file(log);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(
            R"({"subject": {"type": "user", "id": "bob"}, "action": {"name": "publish"}, "resource": {"type": "article", "id": "1"}})"
            "\n"
            R"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"}, "resource": {"type": "article", "id": "1"}})"
            "\nnot a request\n");
    }
    program.window.action(u"page-replay"_s)->trigger();
    auto *replay = program.window.findChild<ReplayPage *>();
    QSignalSpy finished(replay, &ReplayPage::finished);
    replay->open(log);
    QVERIFY(finished.wait());
    QVERIFY(says(*replay, u"3 lines, 1 decided the same."_s));
    keepPictures(program.window, u"replay"_s);

    // Applied anyway: said on the page of the changes, and in the trail.
    program.window.action(u"page-tests"_s)->trigger();
    QTest::mouseClick(buttonOf(*tests, u"Apply anyway…"_s), Qt::LeftButton);
    auto *changes = program.window.findChild<ChangesPage *>();
    QTRY_VERIFY(changes->isVisible());
    auto *override = changes->findChild<QCheckBox *>();
    QTRY_VERIFY(override->isVisible() && override->hasFocus());
    named<QComboBox>(*changes, u"How the effect is shown"_s)->setCurrentIndex(1);
    auto *effects = named<QTreeView>(*changes, u"Who gains and who loses"_s);
    QTRY_VERIFY2(printed(*effects->model()).startsWith(u"unassign editor from bob |  | 1\n  bob"_s),
                 qPrintable(printed(*effects->model())));
    effects->expand(effects->model()->index(0, 0));
    keepPictures(program.window, u"causes"_s);
    auto *apply = buttonOf(*changes, u"Apply"_s);
    QVERIFY(!apply->isEnabled());
    press(Qt::Key_Space);
    QVERIFY(override->isChecked());
    QTest::mouseClick(apply, Qt::LeftButton);
    QVERIFY(committed.wait());
    QTRY_VERIFY(!program.workspace.draft().isDirty());
    bool audited = false;
    program.workspace.service().events({}, this, [&](const Result<QList<AuditEvent>> &events) {
        for (const AuditEvent &event : events ? *events : QList<AuditEvent>())
            audited = audited || event.action == u"test.override";
    });
    QTRY_VERIFY(audited);

    // From the first version to this one.
    program.window.action(u"page-difference"_s)->trigger();
    auto *difference = program.window.findChild<DifferencePage *>();
    QSignalSpy compared(difference, &DifferencePage::finished);
    difference->compareVersions(1, program.workspace.draft().baseVersion());
    QVERIFY(compared.wait());
    QVERIFY(says(*difference, u"Users: 0 gain access, 1 lose it."_s));
    keepPictures(program.window, u"difference"_s);
}

QTEST_MAIN(tst_AccessJourney)
#include "tst_accessjourney.moc"
