// SPDX-License-Identifier: Apache-2.0
#include "core/admin/adminregistry.h"
#include "tests/ui/guardedstore.h"
#include "ui/admin/administratorspage.h"
#include "ui/admin/qrpicture.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Who can sign in, on the page of the administrators in the real window.
class TestAdministrators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAStoreGuarded();
    void setsPasswords();
    void changesOnesOwn();
    void takesAPasswordAway();
    void saysWhyNot();
    void saysWhatIsConfirmed();
    void paintsACode();

private:
    const GuardedNewsroom m_store;
};

namespace {

AdministratorsPage &pageOf(GuardedProgram &program)
{
    program.window.action(u"administrators"_s)->trigger();
    return *program.window.findChild<AdministratorsPage *>();
}

QString table(const QWidget &page)
{
    return printed(*named<QTreeView>(page, u"Who can sign in"_s)->model());
}

void choose(const QWidget &page, const QString &user)
{
    auto *view = named<QTreeView>(page, u"Who can sign in"_s);
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (view->model()->index(row, 0).data().toString() == user)
            view->setCurrentIndex(view->model()->index(row, 0));
    }
}

void enterPassword(const QWidget &page, const QString &password)
{
    labelled<QLineEdit>(page, u"New password"_s)->setFocus();
    type(password);
    labelled<QLineEdit>(page, u"Once more"_s)->setFocus();
    type(password);
    press(Qt::Key_Return);
}

} // namespace

// From an open store, with what is pending.
void TestAdministrators::makesAStoreGuarded()
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
    GuardedProgram program(home);
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
    const Change grant{Change::Verb::Add, Change::Kind::Grant, u"reader"_s, u"comment:hide"_s, {}, {}, {}};
    QVERIFY(program.workspace.edit(u"grant"_s, QList<Change>{grant}));
    AdministratorsPage &page = pageOf(program);
    QVERIFY(program.picture(u"administrators-open"_s));
    auto *make = buttonOf(page, u"Make the store guarded"_s);
    QVERIFY(make && make->isVisible() && !make->isEnabled());
    labelled<QLineEdit>(page, u"User"_s)->setFocus();
    type(u"olga"_s); // no user of the sample
    press(Qt::Key_Escape);
    labelled<QLineEdit>(page, u"New password"_s)->setFocus();
    type(u"short"_s);
    labelled<QLineEdit>(page, u"Once more"_s)->setFocus();
    type(u"short"_s);
    QVERIFY(!make->isEnabled()); // says why
    labelled<QLineEdit>(page, u"New password"_s)->clear();
    labelled<QLineEdit>(page, u"Once more"_s)->clear();
    labelled<QLineEdit>(page, u"User"_s)->setText(u"olga"_s);
    labelled<QComboBox>(page, u"Keys"_s)->setFocus();
    press(Qt::Key_End); // nowhere
    enterPassword(page, u"olga-password"_s);
    QTRY_COMPARE_WITH_TIMEOUT(program.workspace.session().user(), u"olga"_s, 20'000);
    QVERIFY(program.service.traits().guarded);
    QTRY_COMPARE(table(page), u"olga | password | everything, for good\n"_s);
    QTRY_COMPARE(program.workspace.netChanges().size(), 1); // still pending
    QVERIFY(program.workspace.policy().users().idOf(u"olga"_s).isValid());
}

void TestAdministrators::setsPasswords()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ann"_s, m_store.copyTo(home)));
    AdministratorsPage &page = pageOf(program);
    QTRY_COMPARE(table(page),
                 u"ann | password | everything, for good\n"
                 "ben | password | what the roles give\n"
                 "rae | password | what the roles give\n"
                 "sue | password | everything, for good\n"_s);
    QTest::mouseClick(buttonOf(page, u"Let somebody sign in…"_s), Qt::LeftButton);
    QVERIFY(program.picture(u"administrators"_s));
    labelled<QLineEdit>(page, u"User"_s)->setFocus();
    type(u"alice"_s);
    press(Qt::Key_Escape); // the suggestions
    if (!labelled<QLineEdit>(page, u"User"_s)->isVisible())
        QTest::mouseClick(buttonOf(page, u"Let somebody sign in…"_s), Qt::LeftButton);
    labelled<QLineEdit>(page, u"User"_s)->setText(u"alice"_s);
    enterPassword(page, passwordOf(u"alice"_s));
    QVERIFY(program.isRefusedWith(u"wrong-password"_s));
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(table(page).contains(u"alice | password | what the roles give"_s), 20'000);
    program.workspace.session().signOut();
    QVERIFY(program.enterAs(u"alice"_s));
}

// It ends every session of that user but this one.
void TestAdministrators::changesOnesOwn()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"rae"_s, m_store.copyTo(home)));
    program.window.action(u"password"_s)->trigger();
    auto &page = *program.window.findChild<AdministratorsPage *>();
    enterPassword(page, u"quite-another"_s);
    QVERIFY(program.confirmWith(passwordOf(u"rae"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(program.messages.contains(u"Your password is changed."_s), 20'000);
    QTest::qWait(1'000); // signed in again with the new one
    QCOMPARE(program.workspace.session().user(), u"rae"_s);
    program.workspace.session().signOut();
    program.enter(u"rae"_s, u"quite-another"_s);
    QTRY_COMPARE_WITH_TIMEOUT(program.workspace.session().user(), u"rae"_s, 20'000);
}

void TestAdministrators::takesAPasswordAway()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ann"_s, m_store.copyTo(home)));
    AdministratorsPage &page = pageOf(program);
    QTRY_VERIFY(table(page).contains(u"rae"_s));
    choose(page, u"rae"_s);
    auto *away = buttonOf(page, u"Take the password away…"_s);
    QTRY_VERIFY(away->isEnabled());
    QTest::mouseClick(away, Qt::LeftButton);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!table(page).contains(u"rae"_s), 20'000);
    choose(page, u"ann"_s);
    QVERIFY(!away->isEnabled()); // not one's own
}

void TestAdministrators::saysWhyNot()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.showAs(u"ben"_s, m_store.copyTo(home)));
    AdministratorsPage &page = pageOf(program);
    auto *add = buttonOf(page, u"Let somebody sign in…"_s);
    QVERIFY(!add->isEnabled());
    QVERIFY2(add->toolTip().contains(u"rolewright/administration:update"_s), qPrintable(add->toolTip()));
    QTRY_VERIFY(table(page).contains(u"ben"_s));
    choose(page, u"ben"_s);
    QVERIFY(buttonOf(page, u"New password…"_s)->isEnabled()); // his own
}

// Of each operation that asks for it: as a person calls it, not as the trail does.
void TestAdministrators::saysWhatIsConfirmed()
{
    int said = 0;
    for (const AdminOperation &operation : adminOperations()) {
        static const QSet<QString> others{u"audit"_s,   u"code"_s,  u"credential"_s, u"key"_s, u"policy"_s,
                                          u"request"_s, u"token"_s, u"trail"_s}; // no change of the policy
        if (operation.confirmation != AdminOperation::Confirmation::Always
            || !others.contains(operation.name.section(u'.', 0, 0)))
            continue;
        Error refusal{ErrorCode::NotPermitted, {}, {}, {}};
        refusal.findings.append(
            {Severity::Error, {}, u"It is the operation %1."_s.arg(operation.name), {}, 0, 0});
        const QString why = ConfirmationBar::whyOf(refusal);
        QVERIFY2(why.endsWith(u'.') && !why.contains(operation.name), qPrintable(operation.name));
        ++said;
    }
    QVERIFY2(said > 10, qPrintable(QString::number(said)));
}

// Dark on white, whatever the theme, with its border.
void TestAdministrators::paintsACode()
{
    QrPicture picture;
    picture.setText(u"otpauth://totp/Rolewright:ann?secret=JBSWY3DPEHPK3PXP"_s);
    picture.resize(picture.sizeHint());
    const QImage image = picture.grab().toImage();
    const auto code = qrCodeOf(u"otpauth://totp/Rolewright:ann?secret=JBSWY3DPEHPK3PXP"_s);
    QVERIFY(code && code->size >= 21);
    const int module = image.width() / (code->size + 8);
    for (int row = -4; row < code->size + 4; ++row) {
        for (int column = -4; column < code->size + 4; ++column) {
            const bool inside = row >= 0 && column >= 0 && row < code->size && column < code->size;
            const QColor expected = inside && code->isDark(row, column) ? Qt::black : Qt::white;
            QCOMPARE(image.pixelColor((column + 4) * module + module / 2, (row + 4) * module + module / 2),
                     expected);
        }
    }
}

QTEST_MAIN(TestAdministrators)
#include "tst_administrators.moc"
