// SPDX-License-Identifier: Apache-2.0
#include "core/audit/trailreport.h"
#include "core/base/readfile.h"
#include "core/security/keyfile.h"
#include "tests/ui/codesteps.h"
#include "tests/ui/sealedstore.h"
#include "ui/admin/shownonce.h"
#include "ui/audit/auditpage.h"

#include <QComboBox>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <csignal>
#include <sys/stat.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Sealed stores and one-time codes in the real window, with a real keyring: there, absent, slow, locked and
// dying. The tests of a keyring that is locked or dead come last, as it stays so. ROLEWRIGHT_PICTURES names a
// folder for pictures.
class TestStoreKeys : public QObject, private SealedStore
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesAKeyFile();
    void refusesOtherKeys();
    void findsTheKeychain();
    void sealsWithTheFirstAdministrator();
    void sealsAGuardedStore();
    void makesNewKeys();
    void saysHowFarItIsSealed();
    void asksForCodes();
    void saysThatTheSealIsGone();
    void saysThatAnOlderCopyWasPutBack();
    void sealsWhenNothingHappens();
    void waitsForASlowKeychain();
    void goesOnWithAFileWhereTheKeychainIsLocked();
    void goesOnWithAFileWhereTheKeychainDies();
};

namespace {

QByteArray call(const QStringList &arguments)
{
    QProcess gdbus;
    gdbus.start(u"gdbus"_s, QStringList{u"call"_s, u"--session"_s} + arguments);
    if (!gdbus.waitForFinished() || gdbus.exitCode() != 0)
        qFatal("gdbus: %s", gdbus.readAllStandardError().constData());
    return gdbus.readAllStandardOutput();
}

// The keyring that this session started, and no other.
pid_t keyring()
{
    const QByteArray answer =
        call({u"--dest"_s, u"org.freedesktop.DBus"_s, u"--object-path"_s, u"/"_s, u"--method"_s,
              u"org.freedesktop.DBus.GetConnectionUnixProcessID"_s, u"org.freedesktop.secrets"_s});
    return answer.mid(answer.indexOf("32 ") + 3).split(',').first().toInt();
}

void lockKeyring()
{
    call({u"--dest"_s, u"org.freedesktop.secrets"_s, u"--object-path"_s, u"/org/freedesktop/secrets"_s,
          u"--method"_s, u"org.freedesktop.Secret.Service.Lock"_s,
          u"[\"/org/freedesktop/secrets/collection/login\"]"_s});
}

bool putInKeychain(const StoreKeys &keys)
{
    Keychain keychain;
    std::optional<Status> answer;
    keychain.write(u"keys "_s + QString::fromLatin1(publicKeyOf(keys.signing).toHex()), toLine(keys),
                   &keychain, [&](const Status &written) { answer = written; });
    return QTest::qWaitFor([&] { return answer.has_value(); }, 10'000) && *answer;
}

} // namespace

void TestStoreKeys::initTestCase()
{
    const Status made = make();
    QVERIFY2(made, made ? "" : qPrintable(toText(made.error())));
}

void TestStoreKeys::takesAKeyFile()
{
    QTemporaryDir home;
    const QString path = copy(home);
    const QString file = home.filePath(u"acme.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    {
        GuardedProgram program(home);
        QVERIFY(program.show());
        QVERIFY(program.open(path));
        QVERIFY(becomes(program, KeyRing::State::Missing));
        QVERIFY(CodeSteps::textOn(program.signIn()).contains(u"not in the keychain, or it is locked"_s));
        labelled<QLineEdit>(program.signIn(), u"User"_s)->setText(u"ann"_s);
        labelled<QLineEdit>(program.signIn(), u"Password"_s)->setText(u"something"_s);
        QVERIFY(!buttonOf(program.signIn(), u"Sign in"_s)->isEnabled());
        QVERIFY(program.picture(u"keys-missing"_s));
        pickKeys(program, file);
        QVERIFY(becomes(program, KeyRing::State::Given));
        QVERIFY(buttonOf(program.signIn(), u"Sign in"_s)->isEnabled());
        labelled<QLineEdit>(program.signIn(), u"Password"_s)->clear();
        QVERIFY(program.enterAs(u"ann"_s));
        QVERIFY(applyOne(program, u"rae"_s));
        const QString said = trailOf(program);
        QVERIFY2(said.contains(u"Sealed to the last one. This installation saw it come to entry"_s),
                 qPrintable(said));
        QVERIFY(program.picture(u"keys-sealed"_s));
        // Reports are signed with them.
        const QString report = home.filePath(u"report.json"_s);
        program.window.findChild<AuditPage *>()->exportTo(report);
        QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(report), 20'000);
        const Result<ReportSeal> seal = checkedReport(readInput(report).value());
        QVERIFY(seal);
        QCOMPARE(seal->key, publicKeyOf(m_keys.signing));
        QTRY_VERIFY(readAnchorFile(file)->has_value());
    }
    GuardedProgram again(home);
    QVERIFY(again.show());
    QVERIFY(again.open(path));
    QVERIFY(becomes(again, KeyRing::State::Given)); // it knows where
    QVERIFY(again.enterAs(u"ann"_s));
}

void TestStoreKeys::refusesOtherKeys()
{
    QTemporaryDir home;
    const QString file = home.filePath(u"other.keys"_s);
    QVERIFY(makeKeyFile(file, newStoreKeys()));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(copy(home)));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QTRY_VERIFY(CodeSteps::textOn(program.signIn()).contains(u"do not seal this store"_s));
    QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther);
    pickKeys(program, file);
    QTRY_VERIFY2(CodeSteps::textOn(program.signIn()).contains(u"chmod 600"_s),
                 qPrintable(CodeSteps::textOn(program.signIn())));
    QCOMPARE(program.settings.keyPlace(program.service.traits().id), QString());
}

void TestStoreKeys::findsTheKeychain()
{
    QTemporaryDir home;
    const StoreKeys keys = newStoreKeys();
    const QString path = home.filePath(u"own.rolewright"_s);
    QVERIFY(makeGuardedStore(path, {}, &keys));
    QVERIFY(putInKeychain(keys));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(CodeSteps::textOn(program.signIn()).contains(u"sealed with the keys in the keychain"_s));
    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY(applyOne(program, u"rae"_s));
    Keychain keychain;
    const QString anchor = u"anchor "_s + program.service.traits().id;
    const auto isKept = [&] {
        std::optional<bool> kept;
        keychain.read(anchor, &keychain,
                      [&](const Result<std::shared_ptr<const Secret>> &line) { kept = line && *line; });
        return QTest::qWaitFor([&] { return kept.has_value(); }, 10'000) && *kept;
    };
    QTRY_VERIFY(isKept());
}

void TestStoreKeys::sealsWithTheFirstAdministrator()
{
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.newStore(home.filePath(u"new.rolewright"_s));
    QVERIFY(opened.wait());
    AdministratorsPage &page = CodeSteps::administratorsOf(program);
    labelled<QLineEdit>(page, u"User"_s)->setText(u"olga"_s);
    for (const QString &field : {u"New password"_s, u"Once more"_s})
        labelled<QLineEdit>(page, field)->setText(u"olga-password"_s);
    QVERIFY(program.picture(u"administrators-keys"_s));
    QTest::mouseClick(buttonOf(page, u"Make the store guarded"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(program.workspace.session().user(), u"olga"_s, 20'000);
    auto *once = page.findChild<ShownOnce *>();
    QTRY_VERIFY(once->isVisible());
    QVERIFY(program.picture(u"recovery-key"_s));
    const QString line = once->findChild<QPlainTextEdit *>()->toPlainText();
    QByteArray bytes = line.toLatin1();
    const Result<StoreKeys> keys = parseStoreKeys(Secret::taking(bytes));
    QVERIFY2(keys, qPrintable(line));
    QCOMPARE(publicKeyOf(keys->signing), ringOf(program).publicKey());
    QTest::mouseClick(buttonOf(*once, u"I have it: done"_s), Qt::LeftButton);
    QVERIFY(!once->isVisible() && once->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    QVERIFY2(trailOf(program).contains(u"Sealed to the last one."_s), qPrintable(trailOf(program)));
    QCOMPARE(program.settings.keyPlace(program.service.traits().id), QString(Settings::KeychainPlace));
}

void TestStoreKeys::sealsAGuardedStore()
{
    QTemporaryDir home;
    const QString path = home.filePath(u"guarded.rolewright"_s);
    QVERIFY(makeGuardedStore(path));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::NotSealed));
    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY2(trailOf(program).contains(u"chained, but not sealed"_s), qPrintable(trailOf(program)));
    AdministratorsPage &page = CodeSteps::administratorsOf(program);
    QVERIFY(!buttonOf(page, u"Set up codes…"_s)->isEnabled());
    QTest::mouseClick(buttonOf(page, u"Seal the trail…"_s), Qt::LeftButton);
    for (auto *place : page.findChildren<QComboBox *>()) {
        if (place->isVisible())
            place->setCurrentIndex(1);
    }
    const QString file = home.filePath(u"new.keys"_s);
    for (auto *field : page.findChildren<QLineEdit *>()) {
        if (field->isVisible() && field->accessibleName() == u"New file for the keys"_s)
            field->setText(file);
    }
    QTest::mouseClick(buttonOf(page, u"Seal the store"_s), Qt::LeftButton);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(page.findChild<ShownOnce *>()->isVisible());
    QVERIFY(readKeyFile(file));
    QVERIFY2(trailOf(program).contains(u"Sealed to the last one."_s), qPrintable(trailOf(program)));
}

void TestStoreKeys::makesNewKeys()
{
    QTemporaryDir home;
    const QString path = copy(home);
    const QString file = home.filePath(u"acme.keys"_s);
    const QString next = home.filePath(u"next.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    {
        GuardedProgram program(home);
        QVERIFY(program.show());
        QVERIFY(program.open(path));
        QVERIFY(becomes(program, KeyRing::State::Missing));
        pickKeys(program, file);
        QVERIFY(becomes(program, KeyRing::State::Given));
        QVERIFY(program.enterAs(u"ann"_s));
        AdministratorsPage &page = CodeSteps::administratorsOf(program);
        auto *button = buttonOf(page, u"New keys…"_s);
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        for (auto *place : page.findChildren<QComboBox *>()) {
            if (place->isVisible())
                place->setCurrentIndex(1);
        }
        for (auto *field : page.findChildren<QLineEdit *>()) {
            if (field->isVisible() && field->accessibleName() == u"New file for the keys"_s)
                field->setText(next);
        }
        QVERIFY(program.picture(u"new-keys"_s));
        QTest::mouseClick(buttonOf(page, u"Make new keys"_s), Qt::LeftButton);
        QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
        auto *once = page.findChild<ShownOnce *>();
        QTRY_VERIFY_WITH_TIMEOUT(once->isVisible(), 20'000);
        QVERIFY(once->findChild<QPlainTextEdit *>()->toPlainText().startsWith(u"rolewright-keys-1 "_s));
        QTest::mouseClick(buttonOf(*once, u"I have it: done"_s), Qt::LeftButton);
        const Result<StoreKeys> fresh = readKeyFile(next);
        QVERIFY(fresh);
        QCOMPARE(ringOf(program).publicKey(), publicKeyOf(fresh->signing));
        QTRY_VERIFY(readAnchorFile(next)->has_value());
        QVERIFY(applyOne(program, u"rae"_s));
        QVERIFY2(
            trailOf(program).contains(u"Sealed to the last one. This installation saw it come to entry"_s),
            qPrintable(trailOf(program)));
    }
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Given)); // it knows where the new ones are
    QVERIFY(program.enterAs(u"ann"_s));
}

// Somebody writes without the keys while one is signed in.
void TestStoreKeys::saysHowFarItIsSealed()
{
    QTemporaryDir home;
    const QString path = copy(home);
    const QString file = home.filePath(u"acme.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY(trailOf(program).contains(u"Sealed to the last one."_s));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"without"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"DELETE FROM seal WHERE sequence = (SELECT max(sequence) FROM event)"_s));
    }
    QSqlDatabase::removeDatabase(u"without"_s);
    const auto again = [&](const QString &says) {
        QTest::mouseClick(buttonOf(*program.window.findChild<AuditPage *>(), u"Verify again"_s),
                          Qt::LeftButton);
        return QTest::qWaitFor(
            [&] { return CodeSteps::textOn(*program.window.findChild<AuditPage *>()).contains(says); },
            20'000);
    };
    QVERIFY2(again(u"on are not sealed: they were written without a key"_s), qPrintable(trailOf(program)));
    QVERIFY(trailOf(program).startsWith(u"NOT INTACT from entry"_s));
    QVERIFY(program.picture(u"not-sealed-to-its-end"_s));
    // Nothing is signed on top of that.
    const Change change{Change::Verb::Add, Change::Kind::Assignment, u"rae"_s, u"author"_s, {}, {}, {}};
    program.messages.clear();
    QVERIFY(program.workspace.edit(describe(change), QList<Change>{change}));
    program.workspace.apply(u"ticket"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!program.messages.isEmpty(), 20'000);
    QVERIFY2(program.messages.last().contains(u"not sealed up to its end"_s),
             qPrintable(program.messages.last()));
}

// Whoever has the store and its keys writes the trail anew: only what was kept elsewhere tells.
void TestStoreKeys::asksForCodes()
{
    QTemporaryDir home;
    const QString file = home.filePath(u"acme.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(copy(home)));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(program.enterAs(u"ann"_s));
    CodeSteps codes(program, u"ann"_s, passwordOf(u"ann"_s));
    codes.setUp();
    if (QTest::currentTestFailed())
        return;
    // The password alone is not enough, and a code counts once.
    const QString now = codes.code(0);
    QVERIFY(codes.signInWith(now));
    QVERIFY(!codes.signInWith(now));
    QVERIFY(codes.signInWith(codes.recovery().first()));
    codes.takeAway();
    program.workspace.session().signOut();
    QVERIFY(program.enterAs(u"ann"_s));
}

void TestStoreKeys::saysThatTheSealIsGone()
{
    QTemporaryDir home;
    const QString path = home.filePath(u"acme.rolewright"_s);
    QVERIFY(makeGuardedStore(path));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    program.settings.setKeyPlace(program.service.traits().id, QString(Settings::KeychainPlace));
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Stripped));
    QVERIFY(CodeSteps::textOn(program.signIn()).contains(u"somebody went round Rolewright"_s));
    labelled<QLineEdit>(program.signIn(), u"User"_s)->setText(u"ann"_s);
    labelled<QLineEdit>(program.signIn(), u"Password"_s)->setText(passwordOf(u"ann"_s));
    QVERIFY(!buttonOf(program.signIn(), u"Sign in"_s)->isEnabled());
}

void TestStoreKeys::saysThatAnOlderCopyWasPutBack()
{
    QTemporaryDir home;
    const QString path = copy(home);
    const QString file = home.filePath(u"acme.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    {
        GuardedProgram program(home);
        QVERIFY(program.show());
        QVERIFY(program.open(path));
        QVERIFY(becomes(program, KeyRing::State::Missing));
        pickKeys(program, file);
        QVERIFY(becomes(program, KeyRing::State::Given));
        QVERIFY(program.enterAs(u"ann"_s));
        QTRY_VERIFY(readAnchorFile(file)->has_value());
    }
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::copy(m_store, path));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Given));
    program.enter(u"ann"_s, passwordOf(u"ann"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        CodeSteps::textOn(program.signIn()).contains(u"not the one that this installation left"_s), 20'000);
    QVERIFY(!program.workspace.session().isSignedIn());
    // It was on purpose.
    auto *accept = buttonOf(program.signIn(), u"Accept the trail as it is"_s);
    QVERIFY(accept->isVisible() && !accept->isEnabled());
    labelled<QLineEdit>(program.signIn(), u"Password"_s)->setText(u"wrong password"_s);
    QVERIFY(program.picture(u"trail-refused"_s));
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(CodeSteps::textOn(program.signIn()).contains(u"password or the code is wrong"_s),
                             20'000);
    QVERIFY(!accept->isVisible()); // what is wrong is another thing now
    program.enter(u"ann"_s, passwordOf(u"ann"_s));
    QTRY_VERIFY_WITH_TIMEOUT(accept->isVisible(), 20'000);
    labelled<QLineEdit>(program.signIn(), u"Password"_s)->setText(passwordOf(u"ann"_s));
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(program.workspace.session().user(), u"ann"_s, 20'000);
    QVERIFY2(trailOf(program).contains(u"Sealed to the last one."_s), qPrintable(trailOf(program)));
    QVERIFY(applyOne(program, u"rae"_s));
}

// Nobody needs to be signed in for it.
void TestStoreKeys::sealsWhenNothingHappens()
{
    QTemporaryDir home;
    const QString path = copy(home);
    const QString file = home.filePath(u"acme.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    const auto seals = [&] {
        qint64 count = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"seals"_s);
            database.setDatabaseName(path);
            QSqlQuery query(database);
            if (database.open() && query.exec(u"SELECT count(*) FROM seal"_s) && query.next())
                count = query.value(0).toLongLong();
        }
        QSqlDatabase::removeDatabase(u"seals"_s);
        return count;
    };
    const qint64 before = seals();
    QVERIFY(before > 0);
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    auto *timer = program.window.findChild<QTimer *>(u"sealing"_s);
    QVERIFY(timer && timer->isActive());
    QCOMPARE(timer->intervalAsDuration(), std::chrono::minutes(5)); // looks; seals every hour
    timer->setTimerType(Qt::PreciseTimer); // as it is, it keeps whole seconds only
    timer->start(100);
    QTest::qWait(1000);
    QCOMPARE(seals(), before); // the last one is not an hour old
    program.window.action(u"seal-0"_s)->trigger();
    QVERIFY(!timer->isActive());
    program.window.action(u"seal-1440"_s)->trigger();
    QVERIFY(timer->isActive());
    program.settings.setSealMinutes(0); // every look finds the last one old
    timer->start(100);
    QTRY_VERIFY_WITH_TIMEOUT(seals() > before, 20'000);
    QVERIFY(!program.workspace.session().isSignedIn());
}

// The window goes on meanwhile.
void TestStoreKeys::waitsForASlowKeychain()
{
    QTemporaryDir home;
    const pid_t daemon = keyring();
    QVERIFY(daemon > 1);
    GuardedProgram program(home);
    QVERIFY(program.show());
    QCOMPARE(::kill(daemon, SIGSTOP), 0);
    QVERIFY(program.open(copy(home)));
    QVERIFY(becomes(program, KeyRing::State::Looking));
    int ticks = 0;
    QTimer clock;
    connect(&clock, &QTimer::timeout, this, [&] { ++ticks; });
    clock.start(10);
    QTest::qWait(1000);
    QVERIFY2(ticks > 50, qPrintable(QString::number(ticks)));
    QVERIFY(ringOf(program).state() == KeyRing::State::Looking);
    QVERIFY(program.picture(u"keys-looking"_s));
    // Who does not wait signs in as soon as the keys are there.
    program.enter(u"ann"_s, passwordOf(u"ann"_s));
    QVERIFY(!program.workspace.session().isSignedIn());
    QTest::mouseClick(buttonOf(program.signIn(), u"Cancel"_s), Qt::LeftButton);
    QVERIFY(ringOf(program).state() == KeyRing::State::Missing);
    ringOf(program).setPatience(500);
    QTest::mouseClick(buttonOf(program.signIn(), u"Look again"_s), Qt::LeftButton);
    QVERIFY(becomes(program, KeyRing::State::Looking));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    QVERIFY(CodeSteps::textOn(program.signIn()).contains(u"did not answer in time"_s));
    QCOMPARE(::kill(daemon, SIGCONT), 0);
    QVERIFY(putInKeychain(m_keys));
    ringOf(program).setPatience(Keychain::Patience);
    QTest::mouseClick(buttonOf(program.signIn(), u"Look again"_s), Qt::LeftButton);
    auto *password = labelled<QLineEdit>(program.signIn(), u"Password"_s);
    QVERIFY(!password->text().isEmpty()); // it was not sent anywhere meanwhile
    password->setFocus();
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(program.workspace.session().user(), u"ann"_s, 20'000);
}

void TestStoreKeys::goesOnWithAFileWhereTheKeychainIsLocked()
{
    QTemporaryDir home;
    const QString file = home.filePath(u"acme.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    lockKeyring();
    GuardedProgram program(home);
    QVERIFY(program.show());
    ringOf(program).setPatience(5000);
    QVERIFY(program.open(copy(home)));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(program.enterAs(u"ann"_s));
}

void TestStoreKeys::goesOnWithAFileWhereTheKeychainDies()
{
    QTemporaryDir home;
    const QString file = home.filePath(u"acme.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    const pid_t daemon = keyring();
    QCOMPARE(::kill(daemon, SIGSTOP), 0);
    QTimer::singleShot(300, this, [daemon] { ::kill(daemon, SIGKILL); });
    GuardedProgram program(home);
    QVERIFY(program.show());
    ringOf(program).setPatience(5000);
    QVERIFY(program.open(copy(home)));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(program.enterAs(u"ann"_s));
}

QTEST_MAIN(TestStoreKeys)
#include "tst_storekeys.moc"
