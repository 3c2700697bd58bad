// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/workspace.h"

#include "core/edit/difference.h"
#include "ui/widgets/coretext.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString loginName()
{
    if (const passwd *entry = getpwuid(geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
    return QString::number(geteuid());
}

} // namespace

QString noticeOf(const StoreTraits &traits)
{
    return traits.notice.isEmpty()
        ? QString()
        : QCoreApplication::translate("notice", traits.notice.toUtf8().constData());
}

Message toMessage(const Error &error)
{
    constexpr qsizetype Shown = 2;
    QString text = inWindowLanguage(error.message);
    for (Finding finding : error.findings.mid(0, Shown)) {
        finding.message = inWindowLanguage(finding.message);
        text += u' ' + toText(finding);
    }
    if (error.findings.size() > Shown)
        text += u' ' + Workspace::tr("(and %Ln more)", nullptr, int(error.findings.size() - Shown));
    return {Message::Kind::Error, text, {}, {}};
}

Message toMessageOfApply(const Error &error)
{
    Message message = toMessage(error);
    message.about = Message::About::Apply;
    message.text += u' '
        + (isOutcomeUnknown(error) ? Workspace::tr("Your changes are kept here, too.")
                                   : Workspace::tr("Nothing was applied; your changes are kept."));
    return message;
}

Workspace::Workspace(PolicyService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_session(service)
    , m_rights(new DraftRights(*this))
    , m_actor(loginName())
{
    connect(&m_session, &GuardSession::changed, this, &Workspace::takeSession);
    connect(&m_draft, &PolicyDraft::changed, this, [this](const QList<Change> &applied) {
        ++m_revision;
        m_again = {};
        refreshIndexes();
        refreshNet();
        Q_EMIT changed(applied);
    });
    connect(&m_draft, &PolicyDraft::baseChanged, this, [this] {
        m_keptIndexes.clear();
        refreshIndexes();
        refreshNet();
        const bool areOthers = readRights();
        Q_EMIT baseChanged();
        if (areOthers)
            Q_EMIT sessionChanged();
    });
    connect(&m_draft, &PolicyDraft::dirtyChanged, this, &Workspace::dirtyChanged);
    // The stack's commands are only the texts: going back any number of steps is one move of the draft.
    connect(&m_undoStack, &QUndoStack::indexChanged, this, [this](int position) {
        if (!m_syncing && position != m_draft.position())
            m_draft.moveTo(position);
    });
    connect(&m_service, &PolicyService::versionAppeared, this, &Workspace::takeVersion);
    connect(&m_service, &PolicyService::trouble, this, &Workspace::takeTrouble);
    connect(&m_service, &PolicyService::recovered, this, &Workspace::takeRecovery);
}

void Workspace::setActor(const QString &actor)
{
    if (actor.isEmpty() || actor == m_actor)
        return;
    m_actor = actor;
    Q_EMIT actorChanged(actor);
}

CommitContext Workspace::commitContext() const
{
    CommitContext context;
    context.actor = m_actor;
    context.origin =
        u"rolewright %1 on %2"_s.arg(QStringLiteral(ROLEWRIGHT_VERSION), QSysInfo::machineHostName());
    context.time = Instant::now();
    return context;
}

void Workspace::open(const QString &location)
{
    leave();
    m_service.open(location, this,
                   [this, location](const Result<Snapshot> &snapshot) { takeStore(location, snapshot); });
}

void Workspace::create(const QString &location, const Policy &first)
{
    leave();
    m_service.create(location, first, commitContext(), this,
                     [this, location](const Result<Snapshot> &snapshot) { takeStore(location, snapshot); });
}

// Nothing is edited or applied until the other store is there or has failed.
void Workspace::leave()
{
    if (m_open)
        Q_EMIT storeLeaving();
    setOpening(true);
}

void Workspace::setOpening(bool opening)
{
    m_opening = opening;
    Q_EMIT openingChanged(opening);
}

void Workspace::cancelOpening()
{
    if (!m_opening)
        return;
    if (m_indexing.isRunning())
        close();
    else
        m_service.cancel();
}

void Workspace::takeStore(const QString &location, const Result<Snapshot> &result)
{
    if (!result) {
        setOpening(false);
        if (m_open && !m_service.isOpen())
            close();
        Message message = toMessage(result.error());
        if (result.error().code == ErrorCode::Unavailable && isRemote(location)) {
            message.actionText = tr("Try again");
            message.action = [this, location] { open(location); };
        }
        show(message);
        Q_EMIT openFailed(location, result.error());
        return;
    }
    m_indexing.start([policy = result->policy](const CancelToken &) { return PolicyIndex(policy); },
                     [this, snapshot = *result](const PolicyIndex &index) {
                         m_open = true;
                         setOpening(false);
                         reset(snapshot, index);
                     });
}

void Workspace::close()
{
    if (m_open)
        Q_EMIT storeLeaving();
    m_indexing.cancel();
    m_service.close();
    m_open = false;
    if (m_opening)
        setOpening(false);
    reset({}, PolicyIndex());
}

void Workspace::reset(const Snapshot &snapshot, const PolicyIndex &index)
{
    m_author.clear();
    m_away = false;
    m_again = {};
    m_session.reset();
    m_waiting.reset();
    m_carrying.cancel();
    m_readingKept.cancel();
    m_arriving.cancel();
    m_awaitsKept = false;
    m_prepared = Prepared{index, index};
    m_draft.reset(snapshot.policy, snapshot.version);
    refreshIndexes();
    syncUndoStack();
    Q_EMIT storeChanged();
}

bool Workspace::edit(const QString &text, const Result<QList<Change>> &changes)
{
    // Before completing them: somebody who cannot edit is told that, and nothing else.
    if (changes && (isReadOnly() || m_awaitsKept))
        return editComplete(text, *changes);
    const Result<QList<Change>> complete = changes ? completed(m_draft.policy(), *changes) : changes;
    if (complete)
        return editComplete(text, *complete);
    show(toMessage(complete.error()));
    return false;
}

bool Workspace::editComplete(const QString &text, const QList<Change> &changes)
{
    if (changes.isEmpty())
        return true;
    if (refuseEdit() || refuseNotPermitted(changes))
        return false;
    return push(text, changes);
}

bool Workspace::push(const QString &text, const QList<Change> &changes)
{
    const qsizetype position = m_draft.position();
    m_keptIndexes.erase(m_keptIndexes.upper_bound(position), m_keptIndexes.end());
    if (const Status pushed = m_draft.push({text, changes}); !pushed) {
        show(toMessage(pushed.error()));
        return false;
    }
    m_undoStack.push(new QUndoCommand(text));
    Q_ASSERT(m_undoStack.index() == m_draft.position());
    return true;
}

bool Workspace::edit(const PreparedEdit &prepared)
{
    if (prepared.command.changes.isEmpty())
        return true;
    if (prepared.revision != m_revision || refuseEdit())
        return false;
    const qsizetype position = m_draft.position();
    m_keptIndexes.erase(m_keptIndexes.upper_bound(position), m_keptIndexes.end());
    m_keptIndexes[position] = m_index;
    m_keptIndexes[position + 1] = prepared.after;
    m_draft.push(prepared.command, prepared.after.policy());
    m_undoStack.push(new QUndoCommand(prepared.command.text));
    Q_ASSERT(m_undoStack.index() == m_draft.position());
    return true;
}

bool Workspace::refuseEdit()
{
    if (m_awaitsKept)
        show({Message::Kind::Information,
              tr("Nothing was changed: pending changes from last time are still being read. Try again when "
                 "they are "
                 "there."),
              {},
              {}});
    else if (isShut())
        show({Message::Kind::Warning, tr("Nobody is signed in. Sign in to change the policy."), {}, {}});
    else if (m_away)
        show({Message::Kind::Warning,
              tr("The store cannot be reached at the moment. Nothing was changed: try again when it is back."),
              {},
              {},
              Message::About::Store});
    else if (isReadOnly())
        show({Message::Kind::Warning,
              tr("This store is read-only. Save it as a new store to edit it."),
              {},
              {}});
    return m_awaitsKept || isReadOnly();
}

void Workspace::discard()
{
    if (m_draft.isDirty() && !refuseEdit())
        push(tr("Discard all pending changes"), inverted(m_draft.changes()));
}

void Workspace::apply(const QString &reason, bool overrideTests, const SharedSecret &confirmation)
{
    if (m_applying || !m_draft.isDirty())
        return;
    if (isReadOnly()) {
        if (m_away)
            m_again = [this, reason, overrideTests] { apply(reason, overrideTests); };
        show(m_away
                 ? Message{Message::Kind::Warning,
                           tr("The store cannot be reached at the moment. Nothing was applied; your changes are kept."),
                           {},
                           {},
                           Message::About::Store}
                 : Message{
                     Message::Kind::Warning, tr("This store is read-only: nothing can be applied to it."), {}, {}});
        return;
    }
    CommitContext context = commitContext();
    context.overrideTests = overrideTests;
    const ChangeSet changes = m_draft.changeSet(reason);
    setApplying(true);
    if (!confirmation) {
        commit(changes, context);
        return;
    }
    m_session.call<void>([](StoreGuard &) { return Status(); },
                         {confirmationDigest(changes, overrideTests), confirmation},
                         {context.origin, context.time, {}}, this,
                         [this, changes, context](const Status &confirmed) {
                             if (confirmed)
                                 commit(changes, context);
                             else
                                 finishApply(changes, context, failure(confirmed.error()));
                         });
}

void Workspace::commit(const ChangeSet &changes, const CommitContext &context)
{
    m_service.commit(changes, context, this, [this, changes, context](const Result<Snapshot> &snapshot) {
        finishApply(changes, context, snapshot);
    });
}

// Called by whichever of the draft's signals comes first, so that both indexes fit the draft in every slot.
void Workspace::refreshIndexes()
{
    if (m_prepared) {
        const Prepared prepared = *std::exchange(m_prepared, std::nullopt);
        m_baseIndex = prepared.base;
        m_index = prepared.draft;
        m_indexedVersion = m_draft.baseVersion();
    }
    const auto kept = m_keptIndexes.find(m_draft.position());
    m_index = kept == m_keptIndexes.end() ? m_index.updated(m_draft.policy()) : kept->second;
    if (m_indexedVersion != m_draft.baseVersion()) // the draft's own has what was just applied already
        m_baseIndex = m_draft.isDirty() ? m_baseIndex.updated(m_draft.base()) : m_index;
    m_indexedVersion = m_draft.baseVersion();
}

void Workspace::refreshNet()
{
    if (const QList<Change> *net = m_draft.changesAtHand()) {
        m_netting.cancel();
        freeOnWorker(std::exchange(m_net, *net));
        return;
    }
    m_netting.start([base = m_draft.base(),
                     policy = m_draft.policy()](const CancelToken &) { return difference(base, policy); },
                    [this](const QList<Change> &net) {
                        m_draft.takeChanges(net);
                        setNet(net);
                    });
}

void Workspace::setNet(const QList<Change> &net)
{
    QList<Change> before = std::exchange(m_net, net);
    Q_EMIT netChangesMade();
    freeOnWorker(std::move(before));
}

void Workspace::syncUndoStack()
{
    m_syncing = true;
    m_undoStack.clear();
    for (qsizetype i = 0; i < m_draft.commandCount(); ++i)
        m_undoStack.push(new QUndoCommand(m_draft.commandAt(i).text));
    m_undoStack.setIndex(int(m_draft.position()));
    m_syncing = false;
}

void Workspace::setApplying(bool applying)
{
    m_applying = applying;
    Q_EMIT applyingChanged(applying);
}

} // namespace rolewright
