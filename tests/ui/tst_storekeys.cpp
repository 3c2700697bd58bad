// SPDX-License-Identifier: Apache-2.0
#include "core/audit/trailreport.h"
#include "core/base/readfile.h"
#include "core/security/keyfile.h"
#include "core/store/trailarchive.h"
#include "tests/ui/codesteps.h"
#include "ui/admin/keyring.h"
#include "ui/admin/shownonce.h"
#include "ui/audit/archivecheck.h"
#include "ui/audit/archivepane.h"
#include "ui/audit/auditpage.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QProcess>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThreadPool>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Sealed stores and one-time codes in the real window, with a real keyring: there, absent, slow, locked and
// dying. The tests of a keyring that is locked or dead come last, as it stays so. ROLEWRIGHT_PICTURES names a
// folder for pictures.
class TestStoreKeys : public QObject
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
    void holdsTheTrailAgainstCheckpoints();
    void makesACheckpoint();
    void archivesOldEntries();
    void holdsArchivesAgainstTheTrail();
    void cancelsAnArchiving();
    void asksForCodes();
    void saysThatTheSealIsGone();
    void saysThatAnOlderCopyWasPutBack();
    void sealsWhenNothingHappens();
    void waitsForASlowKeychain();
    void goesOnWithAFileWhereTheKeychainIsLocked();
    void goesOnWithAFileWhereTheKeychainDies();

private:
    QTemporaryDir m_folder;
    StoreKeys m_keys = newStoreKeys();
    QString m_store; // sealed, copied for each test
    QString copy(const QTemporaryDir &home) const
    {
        const QString path = home.filePath(u"acme.rolewright"_s);
        return QFile::copy(m_store, path) ? path : QString();
    }
};

namespace {

KeyRing &ringOf(GuardedProgram &program)
{
    return *program.window.findChild<KeyRing *>();
}

bool becomes(GuardedProgram &program, KeyRing::State state)
{
    return QTest::qWaitFor([&] { return ringOf(program).state() == state; }, 20'000);
}

QString trailOf(GuardedProgram &program)
{
    program.window.action(u"page-audit"_s)->trigger();
    QString said;
    const bool told = QTest::qWaitFor(
        [&] {
            for (const QLabel *label : program.window.findChildren<QLabel *>()) {
                if (label->isVisible()
                    && (label->text().startsWith(u"Intact"_s) || label->text().startsWith(u"NOT INTACT"_s)))
                    said = label->text();
            }
            return !said.isEmpty();
        },
        20'000);
    return told ? said : u"nothing is said of the trail"_s;
}

bool applyOne(GuardedProgram &program, const QString &user)
{
    const Change change{Change::Verb::Add, Change::Kind::Assignment, user, u"author"_s, {}, {}, {}};
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    return program.workspace.edit(describe(change), QList<Change>{change})
        && (program.workspace.apply(u"ticket"_s), committed.wait(20'000));
}

void pickKeys(GuardedProgram &program, const QString &file)
{
    QTest::mouseClick(buttonOf(program.signIn(), u"Key file…"_s), Qt::LeftButton);
    auto *dialog = program.window.findChild<QFileDialog *>(u"pickkeys"_s);
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(file); // which its own test presses
    dialog->close();
    program.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
}

// Whose first entries are three years old: `users` more, all in its first version. Guarded and sealed since
// now.
Status makeOldStore(const QString &path, const StoreKeys &keys, int users = 0)
{
    Instant old = Instant::now();
    old.msecs -= 3 * 366 * 86'400'000ll;
    QByteArray more;
    for (int i = 0; i < users; ++i)
        more += R"({"id": "user )" + QByteArray::number(i) + R"("}, )";
    const Result<Policy> policy =
        readPolicy(guardedNewsroom().replace(R"("users": [)", R"("users": [)" + more));
    if (!policy)
        return failure(policy.error());
    const auto store = createStore(path, *policy, {u"test"_s, u"test"_s, old, false});
    if (!store)
        return failure(store.error());
    StoreGuard &guard = *(*store)->guard();
    guard.useKeys(keys);
    return guard.enrolFirst(u"ann"_s, *secretOf(passwordOf(u"ann"_s)), {u"test"_s, Instant::now(), {}});
}

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
    m_store = m_folder.filePath(u"sealed.rolewright"_s);
    const Status made = makeGuardedStore(m_store, {}, &m_keys);
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
void TestStoreKeys::holdsTheTrailAgainstCheckpoints()
{
    QTemporaryDir home;
    const QString path = copy(home);
    const QString file = home.filePath(u"acme.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    const auto keep = [&](const QString &name, const StoreKeys &keys, const QByteArray &head) {
        const auto store = openStore(path).value();
        AuditQuery query;
        query.limit = 1;
        AuditEvent newest = store->events(query)->first();
        if (!head.isEmpty())
            newest.hash = head;
        query.before = 2;
        QFile kept(home.filePath(name));
        const QByteArray line = toJsonLine(
            signedCheckpoint(store->events(query)->first().hash, newest, Instant::now(), keys.signing));
        return kept.open(QIODevice::WriteOnly) && kept.write(line) == line.size();
    };
    QVERIFY(keep(u"good"_s, m_keys, {}));
    QVERIFY(keep(u"rewritten"_s, m_keys, QByteArray(32, 'x'))); // it said something else then
    QVERIFY(keep(u"stranger"_s, newStoreKeys(), {}));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY(trailOf(program).startsWith(u"Intact: all"_s));
    auto &page = *program.window.findChild<AuditPage *>();
    auto *button = buttonOf(page, u"Checkpoints…"_s);
    const auto pick = [&](const QString &name) {
        QTest::mouseClick(button, Qt::LeftButton);
        auto *dialog = program.window.findChild<QFileDialog *>(u"pickcheckpoints"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(home.filePath(name)); // which its own test presses
        dialog->close();
        QTRY_VERIFY(!program.window.findChild<QFileDialog *>(u"pickcheckpoints"_s));
    };
    QTRY_VERIFY(button->isEnabled());
    pick(u"good"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(CodeSteps::textOn(page).contains(u"; the newest is of entry"_s),
                              qPrintable(CodeSteps::textOn(page)), 20'000);
    QVERIFY(program.picture(u"checkpoints"_s));
    program.messages.clear();
    pick(u"stranger"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!program.messages.isEmpty(), 20'000);
    QVERIFY2(program.messages.last().contains(u"not signed by a key"_s), qPrintable(program.messages.last()));
    pick(u"rewritten"_s);
    QTRY_VERIFY_WITH_TIMEOUT(CodeSteps::textOn(page).contains(u"NOT INTACT: Entry"_s), 20'000);
}

// To keep away from the store, on paper and as a file, and to hold the trail against later.
void TestStoreKeys::makesACheckpoint()
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
    QVERIFY(trailOf(program).startsWith(u"Intact: all"_s));
    auto &page = *program.window.findChild<AuditPage *>();
    auto *once = page.findChild<ShownOnce *>();
    auto *make = buttonOf(page, u"New checkpoint…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(make->isEnabled(), 20'000);
    QVERIFY(pressButton(make));
    QTRY_VERIFY_WITH_TIMEOUT(once->isVisible(), 20'000);
    QVERIFY(program.picture(u"checkpoint-new"_s));
    const QByteArray line = once->findChild<QPlainTextEdit *>()->toPlainText().toUtf8();
    const Result<Checkpoint> checkpoint = parseCheckpoint(line);
    QVERIFY2(checkpoint && isSignatureGood(*checkpoint), line.constData());
    QCOMPARE(checkpoint->key, publicKeyOf(m_keys.signing));
    const auto store = openStore(program.service.traits().location);
    const AuditEvent newest = (*store)->events({}).value().first();
    QCOMPARE(checkpoint->sequence, newest.sequence);
    QCOMPARE(checkpoint->head, newest.hash);
    QTest::mouseClick(buttonOf(*once, u"Save a copy…"_s), Qt::LeftButton);
    auto *dialog = program.window.findChild<QFileDialog *>(u"savecopy"_s);
    QVERIFY(dialog);
    const QString kept = home.filePath(u"kept.json"_s);
    Q_EMIT dialog->fileSelected(kept);
    dialog->close();
    QTRY_COMPARE(readInput(kept).value_or(QByteArray()), line + '\n');
    QTest::mouseClick(buttonOf(*once, u"Print…"_s), Qt::LeftButton);
    auto *printing = program.window.findChild<QPrintDialog *>();
    QVERIFY(printing);
    const QString paper = home.filePath(u"paper.pdf"_s);
    printing->printer()->setOutputFormat(QPrinter::PdfFormat);
    printing->printer()->setOutputFileName(paper);
    Q_EMIT printing->accepted(printing->printer());
    const QPointer<QPrintDialog> closing(printing);
    printing->close();
    QVERIFY(readInput(paper).value_or(QByteArray()).startsWith("%PDF"));
    QTRY_VERIFY(!closing);
    QTest::mouseClick(buttonOf(*once, u"I have it: done"_s), Qt::LeftButton);
    QVERIFY(!once->isVisible());
    QTRY_VERIFY(buttonOf(page, u"Checkpoints…"_s)->isEnabled());
    page.checkAgainst(kept);
    QTRY_VERIFY_WITH_TIMEOUT(CodeSteps::textOn(page).contains(u"1 checkpoint(s) fit"_s), 20'000);
}

void TestStoreKeys::archivesOldEntries()
{
    QTemporaryDir home;
    const QString path = home.filePath(u"old.rolewright"_s);
    const QString file = home.filePath(u"old.keys"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    QVERIFY(makeOldStore(path, m_keys));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY(trailOf(program).startsWith(u"Intact: all"_s));
    auto &page = *program.window.findChild<AuditPage *>();
    auto *pane = page.findChild<ArchivePane *>();
    QTest::mouseClick(buttonOf(page, u"Archive…"_s), Qt::LeftButton);
    QVERIFY(pane->isVisible());
    auto *move = buttonOf(*pane, u"Move them there"_s);
    QVERIFY(!move->isEnabled());
    labelled<QLineEdit>(*pane, u"New file"_s)->setText(home.filePath(u"archive.jsonl"_s));
    QVERIFY(program.picture(u"archive"_s));
    // Given up, nothing has happened; and what is not old stays.
    QTest::mouseClick(move, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(program.confirmation(), 20'000);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!program.confirmation() && move->isEnabled());
    QVERIFY(!QFile::exists(home.filePath(u"archive.jsonl"_s)));
    auto *before = pane->findChild<QDateEdit *>();
    const QDate year = before->date();
    before->setDate(year.addYears(-20));
    QTest::mouseClick(move, Qt::LeftButton);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!program.messages.isEmpty(), 20'000);
    QVERIFY(!QFile::exists(home.filePath(u"archive.jsonl"_s)));
    before->setDate(year);
    QTRY_VERIFY(move->isEnabled());
    program.messages.clear();
    QTest::mouseClick(move, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(program.confirmation() || !program.messages.isEmpty(), 20'000);
    if (program.confirmation())
        QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!program.messages.isEmpty(), 20'000);
    QVERIFY2(program.messages.last().contains(u"Keep the file"_s), qPrintable(program.messages.last()));
    QVERIFY(!pane->isVisible());
    const Result<ArchiveState> archive = verifyArchive(home.filePath(u"archive.jsonl"_s));
    QVERIFY(archive && archive->problem.isEmpty() && archive->intactTo > 0);
    QTRY_VERIFY_WITH_TIMEOUT(CodeSteps::textOn(page).contains(u"those before were archived"_s), 20'000);
    QVERIFY(program.picture(u"archived"_s));
}

void TestStoreKeys::holdsArchivesAgainstTheTrail()
{
    QTemporaryDir home;
    const QString path = home.filePath(u"old.rolewright"_s);
    const QString file = home.filePath(u"old.keys"_s);
    const QString archive = home.filePath(u"archive.jsonl"_s);
    QVERIFY(makeKeyFile(file, m_keys));
    QVERIFY(makeOldStore(path, m_keys));
    {
        const auto store = openStore(path);
        StoreGuard &guard = *(*store)->guard();
        guard.useKeys(m_keys);
        const Occasion now{u"test"_s, Instant::now(), {}};
        AuditQuery query;
        query.limit = 1;
        query.before = 4;
        const AuditEvent third = (*store)->events(query).value().first();
        query.before = 2;
        const QByteArray id = (*store)->events(query).value().first().hash;
        AuditEvent another = third;
        another.hash = QByteArray(another.hash.size(), 'x');
        for (const auto &[name, event] : {std::pair{u"kept"_s, third}, {u"other"_s, another}}) {
            QFile to(home.filePath(name));
            QVERIFY(to.open(QIODevice::WriteOnly));
            to.write(toJsonLine(signedCheckpoint(id, event, now.time, m_keys.signing)));
        }
        const SharedSecret password = secretOf(passwordOf(u"ann"_s));
        QVERIFY(guard.signIn(u"ann"_s, *password, now));
        QVERIFY(guard.confirm(operationDigest(u"trail.archive"_s, archive), *password, now));
        const auto done =
            guard.archive({now.time.msecs - 86'400'000}, archive, {{}, u"test"_s, now.time, false});
        QVERIFY2(done, qPrintable(done ? QString() : toText(done.error())));
    }
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY(trailOf(program).startsWith(u"Intact: the entries from"_s));
    auto &page = *program.window.findChild<AuditPage *>();
    const auto says = [&](const QString &part) {
        return QTest::qWaitFor([&] { return CodeSteps::textOn(page).contains(part); }, 20'000);
    };
    // A checkpoint of an archived entry is of use with the archive.
    page.checkAgainst(home.filePath(u"kept"_s));
    QVERIFY(says(u"can be held against the archive only"_s));
    auto *button = buttonOf(page, u"Verify with archives…"_s);
    QVERIFY(pressButton(button));
    auto *dialog = program.window.findChild<QFileDialog *>(u"pickarchives"_s);
    QVERIFY(dialog);
    Q_EMIT dialog->filesSelected({archive});
    dialog->close();
    QVERIFY2(says(u"1 archive(s) have the entries 1 to "_s), qPrintable(CodeSteps::textOn(page)));
    QVERIFY(CodeSteps::textOn(page).contains(u"Intact: the entries from"_s));
    QVERIFY(program.picture(u"archives-held"_s));
    page.checkAgainst(home.filePath(u"kept"_s));
    QVERIFY(says(u"1 checkpoint(s) fit"_s));
    page.checkAgainst(home.filePath(u"other"_s));
    QVERIFY(says(u"NOT INTACT: Entry 3, or one before it, is not what it was"_s));
    // One byte of the second record.
    QFile read(archive);
    QVERIFY(read.open(QIODevice::ReadOnly));
    QByteArrayList lines = read.readAll().split('\n');
    QVERIFY(lines.size() > 4);
    const QByteArrayList genuine = lines;
    lines[1].replace("\"test\"", "\"tost\"");
    QVERIFY(lines.at(1) != genuine.at(1));
    const QString forged = home.filePath(u"forged.jsonl"_s);
    const auto write = [&](const QByteArrayList &all) {
        QFile to(forged);
        QVERIFY(to.open(QIODevice::WriteOnly));
        to.write(all.join('\n'));
    };
    write(lines);
    page.holdArchives({forged});
    QVERIFY2(
        says(u"NOT INTACT from entry 2 on: the archive %1: record 2 is not as it was written"_s.arg(forged)),
        qPrintable(CodeSteps::textOn(page)));
    QVERIFY(program.picture(u"archives-forged"_s));
    // What it ended with is gone.
    write(genuine.mid(0, 3));
    page.holdArchives({forged});
    QVERIFY2(
        says(u"NOT INTACT from entry 4 on: the archive %1: it does not end in a checkpoint"_s.arg(forged)),
        qPrintable(CodeSteps::textOn(page)));
    program.messages.clear();
    page.holdArchives({home.filePath(u"none.jsonl"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(program.messages.join(u' ').contains(u"The archive cannot be read"_s), 20'000);
    QTRY_VERIFY(button->isEnabled());
    // A file that takes its time: nothing is said of what was given up.
    const QString slow = home.filePath(u"slow.jsonl"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(slow).constData(), 0600), 0);
    const auto end = [&] { // who waits for it comes to its end
        ::close(::open(QFile::encodeName(slow).constData(), O_RDWR | O_NONBLOCK));
        return QThreadPool::globalInstance()->waitForDone(50);
    };
    const auto whateverHappens = qScopeGuard([&] { static_cast<void>(QTest::qWaitFor(end, 20'000)); });
    page.holdArchives({archive});
    QVERIFY(says(u"1 archive(s) have"_s));
    page.holdArchives({slow});
    auto *check = page.findChild<ArchiveCheck *>();
    QTRY_VERIFY(check->isVisible());
    QVERIFY(!button->isEnabled());
    QVERIFY(program.picture(u"archives-reading"_s));
    QTest::mouseClick(buttonOf(*check, u"Cancel"_s), Qt::LeftButton);
    QVERIFY(!check->isVisible() && button->isEnabled());
    QVERIFY(QTest::qWaitFor(end, 20'000));
    QTest::qWait(500);
    QVERIFY(CodeSteps::textOn(page).contains(u"1 archive(s) have"_s));
}

// At the beginning, in the middle, and too late.
void TestStoreKeys::cancelsAnArchiving()
{
    constexpr int Users = 3000;
    QTemporaryDir home;
    const QString path = home.filePath(u"old.rolewright"_s);
    const QString file = home.filePath(u"old.keys"_s);
    QString archive;
    QVERIFY(makeKeyFile(file, m_keys));
    QVERIFY(makeOldStore(path, m_keys, Users));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(becomes(program, KeyRing::State::Missing));
    pickKeys(program, file);
    QVERIFY(becomes(program, KeyRing::State::Given));
    QVERIFY(program.enterAs(u"ann"_s));
    QVERIFY(trailOf(program).startsWith(u"Intact: all"_s));
    auto &page = *program.window.findChild<AuditPage *>();
    auto *pane = page.findChild<ArchivePane *>();
    int cancelled = 0;
    for (int delay = 0;; delay = delay * 2 + 1) {
        QVERIFY(delay < 200'000); // some time it is done
        if (!pane->isVisible())
            QTest::mouseClick(buttonOf(page, u"Archive…"_s), Qt::LeftButton);
        archive = home.filePath(u"archive-%1.jsonl"_s.arg(delay)); // another confirmation each
        labelled<QLineEdit>(*pane, u"New file"_s)->setText(archive);
        QTest::mouseClick(buttonOf(*pane, u"Move them there"_s), Qt::LeftButton);
        QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
        QTest::qWait(delay);
        if (pane->isVisible())
            QTest::mouseClick(buttonOf(*pane, u"Cancel"_s), Qt::LeftButton);
        bool isIdle = false;
        program.service.guarded<bool>([](StoreGuard &guard) { return guard.isGuarded(); }, &page,
                                      [&](const Result<bool> &) { isIdle = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isIdle, 60'000);
        const auto store = openStore(path);
        QVERIFY(store);
        const Result<TrailState> state = (*store)->verifyTrail();
        QVERIFY(state && state->isIntact());
        QCOMPARE(QFile::exists(archive), state->begin.has_value());
        if (state->begin)
            break;
        ++cancelled;
        QCOMPARE(QDir(home.path()).entryList({u"*jsonl*"_s}, QDir::Files | QDir::Hidden), QStringList());
        QVERIFY((*store)->events({}).value().last().sequence == 1);
    }
    qInfo("cancelled %d times", cancelled);
    QVERIFY(cancelled > 0);
    const Result<ArchiveState> kept = verifyArchive(archive);
    QVERIFY(kept && kept->problem.isEmpty() && kept->intactTo > Users);
    QTRY_VERIFY_WITH_TIMEOUT(program.messages.join(u' ').contains(u"Keep the file"_s), 20'000);
}

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
