// SPDX-License-Identifier: Apache-2.0
#include "core/store/commitcheck.h"
#include "tests/ui/openworkspace.h"
#include "ui/shell/draftkeeper.h"

#include <QDir>
#include <QFileInfo>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Shop = R"({"rolewright": 1,
  "permissions": [{"name": "order:read"}, {"name": "order:write"}],
  "roles": [{"name": "clerk"}, {"name": "lead", "inherits": ["clerk"]}],
  "users": [{"id": "kim", "assignments": [{"role": "lead"}]}]})";

Change grant(const QString &role, const QString &permission)
{
    return {Change::Verb::Add, Change::Kind::Grant, role, permission, {}, {}, {}};
}

Change description(const QString &role, const QString &text)
{
    return {Change::Verb::Set, Change::Kind::Role, role, {}, u"description"_s, {}, text};
}

bool edit(Workspace &workspace, const Change &change)
{
    return workspace.edit(describe(change), QList<Change>{change});
}

// A second program on the same store.
struct Other
{
    PolicyService service;
    Workspace workspace{service};

    bool open(const QString &location)
    {
        QSignalSpy opened(&workspace, &Workspace::storeChanged);
        workspace.setActor(u"bob"_s);
        workspace.open(location);
        return opened.wait() && workspace.isOpen();
    }
    bool apply(const Change &change)
    {
        QSignalSpy committed(&workspace, &Workspace::committed);
        if (!edit(workspace, change))
            return false;
        workspace.apply(u"from elsewhere"_s);
        return committed.wait();
    }
};

bool holds(const Policy &policy, const QString &role, const QString &permission)
{
    return policy.grants().find(policy.roles().idOf(role).value, policy.permissions().idOf(permission).value);
}

} // namespace

class tst_Workspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatDoesNotFit();
    void discardingIsOneStep();
    void undoAfterApplyIsPending();
    void indexesFollow();
    void aCleanDraftFollowsSilently();
    void pendingChangesAreCarriedOver();
    void conflictsAreTold();
    void keepsTheDraft();
    void restoresOntoANewerVersion();
    void anUnreadableDraftIsPutAside();
    void aFailedOpenKeepsNothingBroken();
    void tryingAgainKeepsTheOverride();
    void saysWhatIsKnownOfAFailure();
    void takesWhatAWorkerPrepared();
};

void tst_Workspace::refusesWhatDoesNotFit()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    QVERIFY(!edit(open.workspace, grant(u"nobody"_s, u"order:read"_s)));
    QCOMPARE(open.messages.size(), 1);
    QVERIFY2(open.messages.first().contains(u"nobody"_s), qPrintable(open.messages.first()));
    QCOMPARE(open.workspace.undoStack().count(), 0);
    QVERIFY(open.workspace.edit(u"nothing"_s, QList<Change>()));
    QCOMPARE(open.workspace.undoStack().count(), 0);
}

void tst_Workspace::discardingIsOneStep()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    QVERIFY(edit(open.workspace, grant(u"clerk"_s, u"order:read"_s)));
    QVERIFY(edit(open.workspace, grant(u"lead"_s, u"order:write"_s)));
    open.workspace.discard();
    QVERIFY(!open.workspace.draft().isDirty());
    open.workspace.undoStack().undo();
    QCOMPARE(open.workspace.draft().changes().size(), 2);
    QCOMPARE(open.workspace.undoStack().index(), int(open.workspace.draft().position()));
}

void tst_Workspace::undoAfterApplyIsPending()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    QVERIFY(edit(open.workspace, grant(u"clerk"_s, u"order:read"_s)));
    QVERIFY(open.apply(u"ticket 1"_s));
    QCOMPARE(open.workspace.draft().baseVersion(), 2);
    QVERIFY(!open.workspace.draft().isDirty());
    QVERIFY(open.workspace.undoStack().canUndo());
    open.workspace.undoStack().undo();
    QCOMPARE(open.workspace.draft().changes().size(), 1);
    QCOMPARE(open.workspace.draft().changes().first().verb, Change::Verb::Remove);
}

void tst_Workspace::indexesFollow()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    const Workspace &workspace = open.workspace;
    const RoleId lead = workspace.policy().roles().idOf(u"lead"_s);
    const SlotId read = workspace.index().slot(workspace.policy().permissions().idOf(u"order:read"_s));
    bool inSlot = false;
    connect(&workspace, &Workspace::changed, &workspace,
            [&] { inSlot = workspace.index().effective(lead).test(read.value); });
    QVERIFY(edit(open.workspace, grant(u"clerk"_s, u"order:read"_s)));
    QVERIFY(inSlot); // current when the signal comes
    QVERIFY(!workspace.baseIndex().effective(lead).test(read.value));
    QVERIFY(open.apply({}));
    QVERIFY(workspace.baseIndex().effective(lead).test(read.value));
    open.workspace.undoStack().undo();
    QVERIFY(!inSlot);
    QVERIFY(workspace.baseIndex().effective(lead).test(read.value));
}

void tst_Workspace::aCleanDraftFollowsSilently()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    Other other;
    QVERIFY(other.open(open.location()));
    QVERIFY(other.apply(grant(u"clerk"_s, u"order:read"_s)));
    QTRY_COMPARE(open.workspace.draft().baseVersion(), 2);
    QVERIFY(holds(open.workspace.policy(), u"clerk"_s, u"order:read"_s));
    QVERIFY(!open.workspace.draft().isDirty());
    QTRY_COMPARE(open.messages, QStringList{u"Version 2 was applied by bob."_s});
}

void tst_Workspace::pendingChangesAreCarriedOver()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    Other other;
    QVERIFY(other.open(open.location()));
    QVERIFY(edit(open.workspace, grant(u"lead"_s, u"order:write"_s)));
    QVERIFY(edit(open.workspace, description(u"lead"_s, u"Leads"_s)));
    QSignalSpy conflicts(&open.workspace, &Workspace::conflicted);
    QVERIFY(other.apply(grant(u"clerk"_s, u"order:read"_s)));
    QTRY_COMPARE(open.workspace.draft().baseVersion(), 2);
    QVERIFY(holds(open.workspace.policy(), u"clerk"_s, u"order:read"_s));
    QCOMPARE(open.workspace.draft().changes().size(), 2);
    QCOMPARE(conflicts.size(), 0);
    QTRY_VERIFY(!open.messages.isEmpty()); // once the trail has said who it was
    QCOMPARE(open.messages.last(),
             u"Version 2 was applied by bob. Your pending changes were carried over to it."_s);
    // Undo goes on, step by step.
    QCOMPARE(open.workspace.undoStack().index(), int(open.workspace.draft().position()));
    open.workspace.undoStack().undo();
    QCOMPARE(open.workspace.draft().changes().size(), 1);
    QVERIFY(holds(open.workspace.policy(), u"clerk"_s, u"order:read"_s));
    QVERIFY(open.apply(u"both"_s));
}

void tst_Workspace::conflictsAreTold()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    Other other;
    QVERIFY(other.open(open.location()));
    QVERIFY(edit(open.workspace, description(u"clerk"_s, u"Mine"_s)));
    QSignalSpy conflicts(&open.workspace, &Workspace::conflicted);
    QVERIFY(other.apply(description(u"clerk"_s, u"Theirs"_s)));
    QTRY_COMPARE(conflicts.size(), 1);
    const auto told = conflicts.first().first().value<QList<Conflict>>();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().mine.size(), 1);
    QCOMPARE(open.workspace.policy().roles().at(open.workspace.policy().roles().idOf(u"clerk"_s)).description,
             u"Theirs"_s);
    QVERIFY(!open.workspace.draft().isDirty());
}

void tst_Workspace::keepsTheDraft()
{
    OpenWorkspace open;
    const QString folder = open.folder.filePath(u"state"_s);
    QString file;
    {
        DraftKeeper keeper(open.workspace, folder);
        QVERIFY(open.create(Shop));
        file = keeper.fileOf(open.location());
        QVERIFY(edit(open.workspace, grant(u"clerk"_s, u"order:read"_s)));
        keeper.flush();
        QVERIFY(QFileInfo::exists(file));
        QCOMPARE(QFileInfo(file).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }
    Other next;
    DraftKeeper keeper(next.workspace, folder);
    QStringList messages;
    connect(&next.workspace, &Workspace::messageRaised, &keeper,
            [&](const Message &message) { messages.append(message.text); });
    QVERIFY(next.open(open.location()));
    // Until they are there, nothing is edited that they would meet.
    QVERIFY(!edit(next.workspace, grant(u"lead"_s, u"order:write"_s)));
    QCOMPARE(messages.size(), 1);
    QTRY_VERIFY(next.workspace.draft().isDirty());
    QVERIFY(holds(next.workspace.policy(), u"clerk"_s, u"order:read"_s));
    QVERIFY(!holds(next.workspace.policy(), u"lead"_s, u"order:write"_s));
    QTRY_COMPARE(messages.size(), 2);
    QCOMPARE(next.workspace.undoStack().count(), 1);
    QSignalSpy committed(&next.workspace, &Workspace::committed);
    next.workspace.apply(u"at last"_s);
    QVERIFY(committed.wait());
    keeper.flush();
    QVERIFY(!QFileInfo::exists(file));
}

void tst_Workspace::restoresOntoANewerVersion()
{
    OpenWorkspace open;
    const QString folder = open.folder.filePath(u"state"_s);
    {
        DraftKeeper keeper(open.workspace, folder);
        QVERIFY(open.create(Shop));
        QVERIFY(edit(open.workspace, grant(u"clerk"_s, u"order:read"_s)));
    }
    open.workspace.close();
    Other other;
    QVERIFY(other.open(open.location()));
    QVERIFY(other.apply(grant(u"lead"_s, u"order:write"_s)));
    Other next;
    DraftKeeper keeper(next.workspace, folder);
    QVERIFY(next.open(open.location()));
    QCOMPARE(next.workspace.draft().baseVersion(), 2);
    QTRY_VERIFY(next.workspace.draft().isDirty());
    QVERIFY(holds(next.workspace.policy(), u"clerk"_s, u"order:read"_s));
    QVERIFY(holds(next.workspace.policy(), u"lead"_s, u"order:write"_s));
}

void tst_Workspace::anUnreadableDraftIsPutAside()
{
    OpenWorkspace open;
    const QString folder = open.folder.filePath(u"state"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(open.create(Shop));
    open.workspace.close();
    Other next;
    DraftKeeper keeper(next.workspace, folder);
    QFile file(keeper.fileOf(open.location()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"rolewright-changes\": 1, ");
    file.close();
    QStringList messages;
    connect(&next.workspace, &Workspace::messageRaised, &keeper,
            [&](const Message &message) { messages.append(message.text); });
    QVERIFY(next.open(open.location()));
    QTRY_COMPARE(messages.size(), 1);
    QVERIFY2(messages.first().contains(file.fileName() + u".unreadable"_s), qPrintable(messages.first()));
    QVERIFY(QFileInfo::exists(keeper.fileOf(open.location()) + u".unreadable"_s));
    QVERIFY(!next.workspace.draft().isDirty());

    // What exactly is wrong is said as well.
    next.workspace.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"rolewright-changes": 1, "changes": [{"add": "role", "name": 3}]})");
    file.close();
    QVERIFY(next.open(open.location()));
    QTRY_COMPARE(messages.size(), 2);
    QVERIFY2(messages.last().contains(u"/changes/0"_s), qPrintable(messages.last()));
}

void tst_Workspace::aFailedOpenKeepsNothingBroken()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    QSignalSpy failed(&open.workspace, &Workspace::openFailed);
    open.workspace.open(open.folder.filePath(u"absent.rolewright"_s));
    QVERIFY(failed.wait());
    QVERIFY(!open.messages.isEmpty());
    // Whichever store is open now can be worked with.
    QCOMPARE(open.workspace.isOpen(), open.service.isOpen());
    if (open.workspace.isOpen())
        QVERIFY(edit(open.workspace, grant(u"clerk"_s, u"order:read"_s)));
}

void tst_Workspace::tryingAgainKeepsTheOverride()
{
    OpenWorkspace open;
    QVERIFY(open.create(R"({"rolewright": 1,
  "permissions": [{"name": "order:read"}], "roles": [{"name": "clerk"}],
  "users": [{"id": "kim", "assignments": [{"role": "clerk"}]}],
  "tests": [{"name": "kim reads nothing", "expect": false,
             "request": {"subject": {"type": "user", "id": "kim"}, "action": {"name": "read"},
                         "resource": {"type": "order", "id": "1"}, "context": {"time": "2026-06-01T00:00:00Z"}}}]})"));
    QVERIFY(edit(open.workspace, grant(u"clerk"_s, u"order:read"_s)));
    Message last;
    QObject::connect(&open.workspace, &Workspace::messageRaised,
                     [&](const Message &message) { last = message; });
    const QString aside = open.location() + u".aside"_s;
    QVERIFY(QFile::rename(open.location(), aside));
    open.workspace.apply(u"he may"_s, true);
    QTRY_VERIFY(!open.workspace.isApplying());
    QVERIFY2(last.text.contains(u"Nothing was applied"_s), qPrintable(last.text));
    QVERIFY(last.action);
    QVERIFY(QFile::rename(aside, open.location()));
    QSignalSpy committed(&open.workspace, &Workspace::committed);
    last.action();
    QVERIFY2(committed.wait(), qPrintable(last.text));
}

void tst_Workspace::saysWhatIsKnownOfAFailure()
{
    const Error moved{ErrorCode::Unavailable, u"The file was moved."_s, {}, {}};
    QCOMPARE(toMessageOfApply(moved).text,
             u"The file was moved. Nothing was applied; your changes are kept."_s);
    const QString unknown = toMessageOfApply(outcomeUnknown(moved)).text;
    QVERIFY2(unknown.contains(u"were applied to the file that was open"_s)
                 && !unknown.contains(u"Nothing was applied"_s),
             qPrintable(unknown));
}

void tst_Workspace::takesWhatAWorkerPrepared()
{
    OpenWorkspace open;
    QVERIFY(open.create(Shop));
    Workspace &workspace = open.workspace;
    QVERIFY(edit(workspace, description(u"clerk"_s, u"sells"_s)));
    const QList<Change> changes{grant(u"clerk"_s, u"order:read"_s), grant(u"lead"_s, u"order:write"_s)};
    Policy after = workspace.policy();
    QVERIFY(apply(after, changes));
    const PreparedEdit prepared{
        workspace.revision(), {u"Import"_s, changes}, workspace.index().updated(after)};
    QVERIFY(workspace.edit(prepared));
    QCOMPARE(workspace.undoStack().undoText(), u"Import"_s);
    QVERIFY(holds(workspace.policy(), u"clerk"_s, u"order:read"_s));
    const auto kimReads = [&] {
        return workspace.index()
            .reach(workspace.policy().roles().idOf(u"lead"_s))
            .test(workspace.policy().roles().idOf(u"clerk"_s).value);
    };
    QVERIFY(kimReads());
    // There and back, also past an edit on top of it.
    QVERIFY(edit(workspace, grant(u"clerk"_s, u"order:write"_s)));
    workspace.undoStack().setIndex(0);
    QVERIFY(!workspace.draft().isDirty());
    workspace.undoStack().setIndex(3);
    QVERIFY(holds(workspace.policy(), u"clerk"_s, u"order:write"_s));
    QCOMPARE(workspace.draft().changes().size(), 4);
    workspace.undoStack().setIndex(2);
    QCOMPARE(workspace.index().policy().grants().size(), 2);
    // What was prepared before somebody moved on is refused.
    QVERIFY(!workspace.edit(prepared));
    QCOMPARE(workspace.undoStack().index(), 2);
    // Another edit in its place.
    workspace.undoStack().setIndex(1);
    QVERIFY(edit(workspace, grant(u"clerk"_s, u"order:write"_s)));
    QCOMPARE(workspace.index().policy().grants().size(), 1);
    QVERIFY(open.apply(u"ticket"_s));
    workspace.undoStack().setIndex(0);
    workspace.undoStack().setIndex(2);
    QCOMPARE(workspace.index().policy().grants().size(), 1);
}

QTEST_MAIN(tst_Workspace)
#include "tst_workspace.moc"
