// SPDX-License-Identifier: Apache-2.0
#include "core/base/readfile.h"
#include "core/security/keyfile.h"
#include "core/store/trailarchive.h"
#include "tests/ui/codesteps.h"
#include "tests/ui/sealedstore.h"
#include "ui/admin/shownonce.h"
#include "ui/audit/archivecheck.h"
#include "ui/audit/archivepane.h"
#include "ui/audit/auditpage.h"

#include <QDateEdit>
#include <QDir>
#include <QScopeGuard>
#include <QThreadPool>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Checkpoints and archives of a sealed store in the real window. ROLEWRIGHT_PICTURES names a folder for
// pictures.
class TestStoreArchives : public QObject, private SealedStore
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsTheTrailAgainstCheckpoints();
    void makesACheckpoint();
    void archivesOldEntries();
    void holdsArchivesAgainstTheTrail();
    void cancelsAnArchiving();
};

namespace {

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

} // namespace

void TestStoreArchives::initTestCase()
{
    const Status made = make();
    QVERIFY2(made, made ? "" : qPrintable(toText(made.error())));
}

void TestStoreArchives::holdsTheTrailAgainstCheckpoints()
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
void TestStoreArchives::makesACheckpoint()
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

void TestStoreArchives::archivesOldEntries()
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

void TestStoreArchives::holdsArchivesAgainstTheTrail()
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
void TestStoreArchives::cancelsAnArchiving()
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

QTEST_MAIN(TestStoreArchives)
#include "tst_storearchives.moc"
