// SPDX-License-Identifier: Apache-2.0
#include "core/edit/draft.h"

#include "core/edit/difference.h"
#include "tests/support/randomedits.h"
#include "tests/support/smallpolicy.h"

#include <rapidcheck.h>

#include <QSignalSpy>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

const Instant Now{1'000'000'000'000};

PolicyDraft::Command command(const PolicyDraft &draft, const Change &change)
{
    const auto changes = completed(draft.policy(), {change});
    return {describe(change), changes ? *changes : QList<Change>()};
}
Change enable(const QString &role, bool on)
{
    return {Verb::Set, Kind::Role, role, {}, u"enabled"_s, {}, on};
}
Change grant(const QString &role, const QString &permission)
{
    return {Verb::Add, Kind::Grant, role, permission, {}, {}, {}};
}
Change addRole(const QString &name)
{
    return {Verb::Add, Kind::Role, name, {}, {}, {}, Role{name, {}, true}};
}

// What a store does with a change set, on its own copy.
Policy committed(const Policy &stored, const PolicyDraft &draft)
{
    Policy policy = stored;
    if (const Status status = apply(policy, draft.changeSet(u"test"_s).changes); !status)
        qFatal("%s", qPrintable(toText(status.error())));
    return policy;
}

QString changesOf(const PolicyDraft &draft)
{
    return descriptionsOf(draft.changes()).join(u", "_s);
}

} // namespace

class tst_Draft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pushUndoRedo();
    void thereAndBackLeavesNothing();
    void madeAgainIsNotDirty();
    void manyChangesAreLeftToAWorker();
    void refusedCommandChangesNothing();
    void signalsSayWhatWasApplied();
    void undoAfterCommit();
    void commitWhileEditing();
    void rebase();
    void randomWalks();
};

void tst_Draft::pushUndoRedo()
{
    PolicyDraft draft;
    draft.reset(smallPolicy(), 7);
    QVERIFY(draft.push(command(draft, addRole(u"r9"_s))));
    QVERIFY(draft.push(command(draft, grant(u"r9"_s, u"a:x"_s))));
    QCOMPARE(changesOf(draft), u"add role r9, grant a:x to r9"_s);
    QCOMPARE(draft.changeSet(u"why"_s).base, 7);
    draft.moveTo(1);
    QCOMPARE(changesOf(draft), u"add role r9"_s);
    draft.moveTo(0);
    QVERIFY(!draft.isDirty());
    draft.moveTo(2);
    QCOMPARE(changesOf(draft), u"add role r9, grant a:x to r9"_s);
    draft.moveTo(1);
    QVERIFY(draft.push(command(draft, grant(u"r9"_s, u"b:x"_s)))); // drops what was undone
    QCOMPARE(draft.commandCount(), 2);
    QCOMPARE(draft.commandAt(1).text, u"grant b:x to r9"_s);
}

void tst_Draft::thereAndBackLeavesNothing()
{
    PolicyDraft draft;
    draft.reset(smallPolicy(), 1);
    QSignalSpy dirty(&draft, &PolicyDraft::dirtyChanged);
    QVERIFY(draft.push(command(draft, enable(u"r0"_s, false))));
    const QUuid first = draft.changeSet({}).operation;
    QCOMPARE(draft.changeSet({}).operation, first);
    QVERIFY(draft.push(command(draft, enable(u"r0"_s, true))));
    QVERIFY(draft.changes().isEmpty());
    QVERIFY(draft.push(command(draft, enable(u"r0"_s, false))));
    QVERIFY(draft.changeSet({}).operation != first);
    QCOMPARE(dirty.size(), 3);
}

// Other ids, the same policy: what the quick looks at sizes and ids must not take for a change.
void tst_Draft::madeAgainIsNotDirty()
{
    PolicyDraft draft;
    draft.reset(smallPolicy(), 1);
    const auto removal = completed(draft.policy(), {{Verb::Remove, Kind::Role, u"r1"_s, {}, {}, {}, {}}});
    QVERIFY(removal);
    QVERIFY(draft.push({u"remove"_s, *removal}));
    QVERIFY(draft.isDirty());
    QVERIFY(draft.push({u"again"_s, inverted(*removal)}));
    QVERIFY(draft.policy().roles().idOf(u"r1"_s) != draft.base().roles().idOf(u"r1"_s));
    QVERIFY(!draft.isDirty());
}

void tst_Draft::manyChangesAreLeftToAWorker()
{
    PolicyDraft draft;
    draft.reset(smallPolicy(), 1);
    QVERIFY(draft.push(command(draft, addRole(u"r9"_s))));
    QVERIFY(draft.changesAtHand());
    QList<Change> many;
    for (int i = 0; i < 3000; ++i)
        many.append(addRole(u"many%1"_s.arg(i)));
    QVERIFY(draft.push({u"many"_s, many}));
    QVERIFY(!draft.changesAtHand());
    QVERIFY(draft.isDirty());
    draft.takeChanges(difference(draft.base(), draft.policy()));
    QVERIFY(draft.changesAtHand());
    QCOMPARE(draft.changesAtHand()->size(), 3001);
    draft.moveTo(1);
    QCOMPARE(changesOf(draft), u"add role r9"_s);
}

void tst_Draft::refusedCommandChangesNothing()
{
    PolicyDraft draft;
    draft.reset(smallPolicy(), 1);
    QSignalSpy changed(&draft, &PolicyDraft::changed);
    const Status status = draft.push({u"twice"_s, {grant(u"r2"_s, u"a:x"_s), grant(u"r2"_s, u"a:x"_s)}});
    QCOMPARE(problemsOf(status), QStringList{u"/changes/1 exists: Role r2 has a:x already."_s});
    QCOMPARE(changed.size(), 0);
    QCOMPARE(textOf(draft.policy()), textOf(smallPolicy()));
}

void tst_Draft::signalsSayWhatWasApplied()
{
    PolicyDraft draft;
    draft.reset(smallPolicy(), 1);
    QSignalSpy changed(&draft, &PolicyDraft::changed);
    QVERIFY(draft.push(command(draft, grant(u"r2"_s, u"a:x"_s))));
    QVERIFY(draft.push(command(draft, enable(u"r2"_s, false))));
    draft.moveTo(0);
    draft.moveTo(2);
    QStringList lines;
    for (const QList<QVariant> &signal : changed)
        lines.append(descriptionsOf(signal.first().value<QList<Change>>()).join(u", "_s));
    QCOMPARE(lines,
             (QStringList{u"grant a:x to r2"_s, u"disable role r2"_s, u"enable role r2, revoke a:x from r2"_s,
                          u"grant a:x to r2, disable role r2"_s}));
}

void tst_Draft::undoAfterCommit()
{
    const Policy base = smallPolicy();
    PolicyDraft draft;
    draft.reset(base, 1);
    // Made in another order than the net changes are in, so that the store gives other ids.
    QVERIFY(draft.push(command(draft, addRole(u"z"_s))));
    QVERIFY(draft.push(command(draft, addRole(u"y"_s))));
    QVERIFY(draft.push(command(draft, grant(u"z"_s, u"a:x"_s))));
    Policy stored = committed(base, draft);
    QVERIFY(stored.roles().idOf(u"z"_s) != draft.policy().roles().idOf(u"z"_s));
    draft.markCommitted(stored, 2);
    QVERIFY(!draft.isDirty());
    QCOMPARE(draft.baseVersion(), 2);
    draft.moveTo(1);
    QCOMPARE(changesOf(draft), u"revoke a:x from z, remove role y"_s);
    stored = committed(stored, draft);
    draft.markCommitted(stored, 3);
    QVERIFY(!draft.isDirty());
    draft.moveTo(3);
    QCOMPARE(changesOf(draft), u"add role y, grant a:x to z"_s);
    draft.moveTo(0);
    QCOMPARE(changesOf(draft), u"remove role z"_s);
}

void tst_Draft::commitWhileEditing()
{
    const Policy base = smallPolicy();
    PolicyDraft draft;
    draft.reset(base, 1);
    QVERIFY(draft.push(command(draft, addRole(u"z"_s))));
    QVERIFY(draft.push(command(draft, addRole(u"y"_s))));
    const Policy stored = committed(base, draft);
    QVERIFY(draft.push(command(draft, enable(u"z"_s, false))));
    draft.markCommitted(stored, 2);
    QCOMPARE(changesOf(draft), u"disable role z"_s);
}

void tst_Draft::rebase()
{
    const Policy base = smallPolicy();
    PolicyDraft draft;
    draft.reset(base, 1);
    QVERIFY(draft.push(command(draft, grant(u"r2"_s, u"a:x"_s))));
    draft.markCommitted(committed(base, draft), 2);
    QVERIFY(draft.push(command(draft, enable(u"r2"_s, false))));
    QVERIFY(
        draft.push(command(draft, {Verb::Set, Kind::Role, u"r1"_s, {}, u"description"_s, {}, u"mine"_s})));
    QVERIFY(draft.push(command(draft, grant(u"r2"_s, u"b:x"_s))));
    draft.moveTo(3);
    Policy theirs = draft.base();
    QVERIFY(apply(theirs,
                  {{Verb::Rename, Kind::Role, u"r2"_s, {}, {}, {}, u"chief"_s},
                   {Verb::Set, Kind::Role, u"r1"_s, {}, u"description"_s, QString(), u"theirs"_s}}));
    const QList<Conflict> conflicts = draft.rebaseOnto(theirs, 3, Now);
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().thing, u"role r1, description"_s);
    QCOMPARE(draft.commandCount(), 4);
    QCOMPARE(draft.position(), 3);
    QCOMPARE(changesOf(draft), u"disable role chief"_s);
    draft.moveTo(4);
    QCOMPARE(changesOf(draft), u"disable role chief, grant b:x to chief"_s);
    draft.moveTo(0);
    QCOMPARE(changesOf(draft), u"revoke a:x from chief"_s);
}

// Push, undo, redo, commit and be overtaken, in any order: the draft is always its base with its changes,
// undo leads back to what was, and what a store makes of the changes is what the draft shows.
void tst_Draft::randomWalks()
{
    const bool good = rc::check(
        "a draft keeps its promises on random walks", [](const std::vector<std::vector<unsigned>> &walk) {
            Policy stored = smallPolicy();
            PolicyDraft draft;
            draft.reset(stored, 1);
            QStringList texts{textOf(stored)}; // of each position
            for (const std::vector<unsigned> &step : walk) {
                switch (step.empty() ? 0 : step.front() % 8) {
                case 0:
                case 1:
                case 2:
                case 3: {
                    const QList<Change> changes = RandomEdits(step).next(draft.policy());
                    if (!draft.push({u"edit"_s, changes}))
                        break;
                    texts.resize(draft.position());
                    texts.append(textOf(draft.policy()));
                    break;
                }
                case 4:
                case 5:
                    draft.moveTo(qsizetype(step.back() % unsigned(draft.commandCount() + 1)));
                    break;
                case 6:
                    stored = committed(stored, draft);
                    draft.markCommitted(stored, draft.baseVersion() + 1);
                    RC_ASSERT(!draft.isDirty());
                    break;
                default: {
                    RC_ASSERT(apply(stored, RandomEdits(step).next(stored)).has_value());
                    draft.rebaseOnto(stored, draft.baseVersion() + 1, Now);
                    texts.clear();
                    const qsizetype position = draft.position();
                    for (qsizetype i = 0; i <= draft.commandCount(); ++i) {
                        draft.moveTo(i);
                        texts.append(textOf(draft.policy()));
                    }
                    draft.moveTo(position);
                    break;
                }
                }
                RC_ASSERT(draft.isDirty() == !difference(draft.base(), draft.policy()).isEmpty());
                RC_ASSERT(textOf(draft.policy()).toStdString() == texts.at(draft.position()).toStdString());
                RC_ASSERT(textOf(committed(stored, draft)).toStdString()
                          == textOf(draft.policy()).toStdString());
            }
        });
    QVERIFY(good);
}

QTEST_GUILESS_MAIN(tst_Draft)
#include "tst_draft.moc"
