// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/guardedstore.h"
#include "ui/changes/changesmodel.h"
#include "ui/changes/changespage.h"
#include "ui/changes/requests.h"
#include "ui/changes/requestspane.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QTabBar>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

// What a guarded store asks for when changes are applied, in the real window: a second confirmation, a second
// person.
class TestGuardedChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatWillAskAndTakesIt();
    void asksForEachChangeSetAnew();
    void appliesWhatDoesNotAskAtOnce();
    void refusesWhatOneMayNotDo();
    void letsOneTakeBackWhatOneMade();
    void asksASecondPerson();
    void refusesAndTakesBack();
    void bringsBackWhatIsOutOfDate();
    void linesUpRequests();

private:
    QTemporaryDir m_folder;
    QString m_plain;
    QString m_approved;
    QString copy(const QString &of, const QTemporaryDir &home) const
    {
        const QString path = home.filePath(u"acme.rolewright"_s);
        return QFile::copy(of, path) ? path : QString();
    }
};

namespace {

ChangesPage &changesPage(GuardedProgram &program)
{
    return *program.window.findChild<ChangesPage *>();
}

Change deletion(Change::Kind kind, const QString &key)
{
    return {Change::Verb::Remove, kind, key, {}, {}, {}, {}};
}

Change grant(const QString &role, const QString &permission)
{
    return {Change::Verb::Add, Change::Kind::Grant, role, permission, {}, {}, {}};
}

bool edit(GuardedProgram &program, const Change &change)
{
    return program.workspace.edit(describe(change), QList<Change>{change});
}

QString visibleText(const QWidget &page)
{
    QString text;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible())
            text += label->text() + u'\n';
    }
    return text;
}

bool signInAndShowChanges(GuardedProgram &program, const QString &path, const QString &user)
{
    if (!program.show() || !program.open(path) || !program.enterAs(user))
        return false;
    press(Qt::Key_2, Qt::ControlModifier);
    return changesPage(program).isVisible();
}

QPushButton *applyButton(GuardedProgram &program, const QString &text)
{
    return buttonOf(changesPage(program), text);
}

} // namespace

void TestGuardedChanges::initTestCase()
{
    m_plain = m_folder.filePath(u"plain.rolewright"_s);
    m_approved = m_folder.filePath(u"approved.rolewright"_s);
    for (const Status &made :
         {makeGuardedStore(m_plain),
          makeGuardedStore(m_approved,
                           R"({"changes": ["role.delete", "grant.sensitive"], "by": "security"})")})
        QVERIFY2(made, made ? "" : qPrintable(toText(made.error())));
}

void TestGuardedChanges::saysWhatWillAskAndTakesIt()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(signInAndShowChanges(program, copy(m_plain, home), u"ann"_s));
    QVERIFY(edit(program, grant(u"author"_s, u"article:publish"_s)));
    QVERIFY(edit(program, deletion(Change::Kind::User, u"alice"_s)));
    ChangesPage &page = changesPage(program);
    // Before one starts: on the row, on the button, and in a sentence.
    auto *changes = named<QTreeView>(page, u"What changes"_s);
    QTRY_VERIFY(printed(*changes->model()).contains(u"alice (asks for a second confirmation)"_s));
    QVERIFY(!printed(*changes->model()).contains(u"article:publish to author (asks"_s));
    QTRY_VERIFY(visibleText(page).contains(u"will ask for your password once more. It deletes a user."_s));
    QVERIFY(!applyButton(program, u"Apply"_s)->icon().isNull());
    page.focusReason();
    type(u"ticket 1"_s);
    press(Qt::Key_Return);
    QVERIFY(program.confirmation());
    QVERIFY(program.picture(u"confirmation"_s));
    QCOMPARE(program.workspace.draft().baseVersion(), 1);

    // Given up: nothing has happened.
    press(Qt::Key_Escape);
    QVERIFY(!program.confirmation());
    QVERIFY(program.workspace.draft().isDirty());
    page.focusReason();
    press(Qt::Key_Return);

    // Wrong: said here, everything kept.
    QVERIFY(program.confirmWith(u"not-the-password"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        visibleText(*program.confirmation()).contains(u"It is not confirmed, and nothing was done"_s),
        20'000);
    QVERIFY(program.workspace.draft().isDirty());
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QVERIFY(committed.wait(20'000));
    QVERIFY(!program.confirmation());
    QVERIFY(!program.workspace.policy().users().idOf(u"alice"_s).isValid());
    QVERIFY(!program.workspace.draft().isDirty());
}

// A confirmation counts for one change set, in these words.
void TestGuardedChanges::asksForEachChangeSetAnew()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(signInAndShowChanges(program, copy(m_plain, home), u"ann"_s));
    QVERIFY(edit(program, deletion(Change::Kind::User, u"rae"_s)));
    ChangesPage &page = changesPage(program);
    QTRY_VERIFY(visibleText(page).contains(u"once more"_s));
    page.apply();
    QVERIFY(program.confirmation());
    QVERIFY(edit(program, deletion(Change::Kind::User, u"alice"_s))); // another change set: asked again
    QVERIFY(!program.confirmation());
    QTRY_VERIFY(applyButton(program, u"Apply"_s)->isEnabled());
    page.apply();
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QVERIFY(committed.wait(20'000));
    QVERIFY(edit(program, deletion(Change::Kind::User, u"ben"_s)));
    QTRY_VERIFY(visibleText(page).contains(u"once more"_s));
    page.apply();
    QVERIFY(program.confirmation()); // the last one is used up
}

void TestGuardedChanges::appliesWhatDoesNotAskAtOnce()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(signInAndShowChanges(program, copy(m_plain, home), u"ann"_s));
    QVERIFY(edit(program, grant(u"author"_s, u"article:publish"_s)));
    QTRY_VERIFY(applyButton(program, u"Apply"_s)->isEnabled());
    QVERIFY(!visibleText(changesPage(program)).contains(u"once more"_s));
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    changesPage(program).apply();
    QVERIFY(committed.wait(10'000));
    QVERIFY(!program.confirmation());
}

void TestGuardedChanges::refusesWhatOneMayNotDo()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(signInAndShowChanges(program, copy(m_plain, home), u"ben"_s));
    // Not his: said at once, not only when it is applied.
    QVERIFY(!edit(program, grant(u"author"_s, u"article:publish"_s)));
    QVERIFY2(program.messages.last().contains(u"ben may not grant article:publish to author"_s),
             qPrintable(program.messages.last()));
    QVERIFY(!program.workspace.draft().isDirty());
    // What a delegation covers is; of the same kind, what none covers is not.
    const auto assign = [](const QString &user, const QString &role) {
        return Change{Change::Verb::Add, Change::Kind::Assignment, user, role, {}, {}, {}};
    };
    QVERIFY(edit(program, assign(u"rae"_s, u"author"_s)));
    QVERIFY(!edit(program, assign(u"rae"_s, u"editor"_s)));
    QVERIFY(!edit(program, assign(u"ben"_s, u"author"_s))); // himself
    // The cell and the list say why, too.
    program.window.goTo(Change::Kind::Role, u"author"_s, true);
    program.window.matrix().foldAll(false);
    MatrixModel &model = program.model();
    const QModelIndex cell = model.index(model.rowOf(u"article:publish"_s), model.columnOf(u"author"_s));
    QVERIFY2(cell.data(Qt::ToolTipRole).toString().contains(u"ben may not grant"_s),
             qPrintable(cell.data(Qt::ToolTipRole).toString()));
    program.window.goTo(Change::Kind::Role, u"author"_s);
    QPushButton *fresh = nullptr;
    for (QPushButton *button : program.window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&').startsWith(u"New"_s))
            fresh = button;
    }
    QVERIFY(fresh && !fresh->isEnabled());
    QVERIFY2(fresh->toolTip().contains(u"rolewright/role:create"_s), qPrintable(fresh->toolTip()));
    // What he may, he applies.
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"for the desk"_s);
    QVERIFY(committed.wait(10'000));
}

void TestGuardedChanges::letsOneTakeBackWhatOneMade()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(signInAndShowChanges(program, copy(m_plain, home), u"ben"_s));
    QVERIFY(edit(program, {Change::Verb::Add, Change::Kind::Assignment, u"rae"_s, u"author"_s, {}, {}, {}}));
    QVERIFY(
        edit(program, {Change::Verb::Remove, Change::Kind::Assignment, u"rae"_s, u"author"_s, {}, {}, {}}));
    QVERIFY(!program.workspace.draft().isDirty());
    QVERIFY(edit(program, {Change::Verb::Add, Change::Kind::Assignment, u"rae"_s, u"author"_s, {}, {}, {}}));
    program.workspace.discard();
    QVERIFY(!program.workspace.draft().isDirty());
}

void TestGuardedChanges::asksASecondPerson()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(signInAndShowChanges(program, copy(m_approved, home), u"ann"_s));
    QVERIFY(edit(program, grant(u"author"_s, u"payroll:pay"_s)));
    ChangesPage &page = changesPage(program);
    QTRY_VERIFY(visibleText(page).contains(u"It waits for somebody else with the role security"_s));
    QTRY_VERIFY(applyButton(program, u"Request approval"_s)->isEnabled());
    page.focusReason();
    type(u"month end"_s);
    press(Qt::Key_Return);
    QSignalSpy requested(&program.workspace, &Workspace::requested);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QVERIFY(requested.wait(20'000));
    QVERIFY(!program.workspace.draft().isDirty());
    QCOMPARE(program.workspace.draft().baseVersion(), 2); // nothing is applied
    auto *requests = named<QTreeView>(page, u"Requests"_s);
    QTRY_COMPARE(requests->model()->rowCount(), 1);
    QVERIFY(printed(*requests->model()).startsWith(u"1: month end, 1 change(s) | waits | ann"_s));
    QVERIFY(visibleText(page).contains(u"You asked for it."_s));
    QVERIFY(!buttonOf(page, u"Approve…"_s)->isVisible());

    program.workspace.session().signOut();
    QVERIFY(program.enterAs(u"sue"_s));
    press(Qt::Key_2, Qt::ControlModifier);
    auto *tabs = named<QTabBar>(page, u"Draft or requests"_s);
    QTRY_COMPARE(tabs->tabText(1), u"Requests (1 for you)"_s);
    tabs->setCurrentIndex(1);
    QTRY_COMPARE(requests->model()->index(0, 1).data().toString(), u"waits for you"_s);
    auto *changes = named<QTreeView>(page, u"What the request changes"_s);
    QTRY_VERIFY(printed(*changes->model()).contains(u"grant payroll:pay to author"_s));
    QTRY_VERIFY(visibleText(page).contains(u"Who gains and who loses"_s));
    QVERIFY(program.picture(u"request"_s));
    QTest::mouseClick(buttonOf(page, u"Approve…"_s), Qt::LeftButton);
    QVERIFY(program.confirmWith(passwordOf(u"sue"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(program.workspace.draft().baseVersion() == 3, 20'000);
    QTRY_COMPARE(requests->model()->index(0, 1).data().toString(), u"applied"_s);
    QVERIFY(program.workspace.policy().roles().idOf(u"author"_s).isValid());
}

void TestGuardedChanges::refusesAndTakesBack()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(signInAndShowChanges(program, copy(m_approved, home), u"ann"_s));
    ChangesPage &page = changesPage(program);
    auto *requests = named<QTreeView>(page, u"Requests"_s);
    auto *tabs = named<QTabBar>(page, u"Draft or requests"_s);
    for (const QString &reason : {u"first"_s, u"second"_s}) {
        tabs->setCurrentIndex(0);
        QVERIFY(edit(program, grant(u"author"_s, u"payroll:pay"_s)));
        QTRY_VERIFY(buttonOf(page, u"Request approval"_s)
                    && applyButton(program, u"Request approval"_s)->isEnabled());
        page.focusReason();
        type(reason);
        press(Qt::Key_Return);
        QSignalSpy requested(&program.workspace, &Workspace::requested);
        QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
        QVERIFY(requested.wait(20'000));
    }
    QTRY_COMPARE(requests->model()->rowCount(), 2);
    auto *pane = page.findChild<RequestsPane *>();
    pane->select(2);
    QTest::mouseClick(buttonOf(*pane, u"Take back"_s), Qt::LeftButton);
    const auto state = [&](int id) {
        for (int row = 0; row < requests->model()->rowCount(); ++row) {
            if (requests->model()->index(row, 0).data().toString().startsWith(QString::number(id)))
                return requests->model()->index(row, 1).data().toString();
        }
        return QString();
    };
    QTRY_COMPARE(state(2), u"withdrawn"_s);
    QVERIFY(!program.confirmation());

    program.workspace.session().signOut();
    QVERIFY(program.enterAs(u"sue"_s));
    press(Qt::Key_2, Qt::ControlModifier);
    tabs->setCurrentIndex(1);
    QTRY_COMPARE(state(1), u"waits for you"_s);
    pane->select(1);
    labelled<QLineEdit>(*pane, u"Reason"_s)->setFocus();
    type(u"not this year"_s);
    QTest::mouseClick(buttonOf(*pane, u"Refuse"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(1), u"refused"_s, 20'000);
    pane->select(1);
    QTRY_VERIFY(visibleText(*pane).contains(u"The reason: not this year"_s));
    QCOMPARE(program.workspace.draft().baseVersion(), 2);
}

void TestGuardedChanges::bringsBackWhatIsOutOfDate()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(signInAndShowChanges(program, copy(m_approved, home), u"ann"_s));
    ChangesPage &page = changesPage(program);
    QVERIFY(edit(program, grant(u"author"_s, u"payroll:pay"_s)));
    QTRY_VERIFY(buttonOf(page, u"Request approval"_s)
                && applyButton(program, u"Request approval"_s)->isEnabled());
    page.apply();
    QSignalSpy requested(&program.workspace, &Workspace::requested);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QVERIFY(requested.wait(20'000));
    // The policy moves on.
    QVERIFY(edit(program, grant(u"author"_s, u"article:publish"_s)));
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply({});
    QVERIFY(committed.wait(10'000));
    auto *requests = named<QTreeView>(page, u"Requests"_s);
    QTRY_COMPARE(requests->model()->index(0, 1).data().toString(), u"out of date"_s);
    auto *pane = page.findChild<RequestsPane *>();
    pane->select(1);
    QTRY_VERIFY(visibleText(*pane).contains(u"the policy has moved on"_s));
    QTest::mouseClick(buttonOf(*pane, u"Bring into the draft"_s), Qt::LeftButton);
    QTRY_COMPARE(program.workspace.netChanges().size(), 1);
    QCOMPARE(describe(program.workspace.netChanges().first()), u"grant payroll:pay to author"_s);
}

void TestGuardedChanges::linesUpRequests()
{
    const Result<Policy> policy =
        readPolicy(guardedNewsroom(R"([{"changes": ["grant.sensitive"], "by": "security"}])"));
    QVERIFY(policy);
    const Instant now = Instant::now();
    const auto completeGrant = completed(*policy, {grant(u"author"_s, u"payroll:pay"_s)});
    QVERIFY(completeGrant);
    const auto request = [&](qint64 id, const QString &by, qint64 base, const QString &state) {
        return ApprovalRequest{
            id, by, now, {now.msecs + 60'000}, {base, {}, u"why"_s, *completeGrant}, false, state, {}, {}};
    };
    const QList<ApprovalRequest> requests{
        request(4, u"ann"_s, 1, u"applied"_s), request(3, u"sue"_s, 1, u"waiting"_s),
        request(2, u"ann"_s, 0, u"waiting"_s), request(1, u"ann"_s, 1, u"waiting"_s)};
    RequestsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.set(Requests::lined(requests, PolicyIndex(*policy), 1, u"sue"_s, now));
    QString table;
    for (int row = 0; row < model.rowCount(); ++row)
        table += model.index(row, 0).data().toString() + u'|' + model.index(row, 1).data().toString() + u'\n';
    QCOMPARE(table,
             u"1: why, 1 change(s)|waits for you\n"
             "3: why, 1 change(s)|waits\n"
             "2: why, 1 change(s)|out of date\n"
             "4: why, 1 change(s)|applied\n"_s);
}

QTEST_MAIN(TestGuardedChanges)
#include "tst_guardedchanges.moc"
