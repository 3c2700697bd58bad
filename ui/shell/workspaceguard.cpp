// SPDX-License-Identifier: Apache-2.0
// What a guarded store asks of who works on it: Workspace's part.
#include "core/admin/adminregistry.h"
#include "core/edit/difference.h"
#include "ui/shell/workspace.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ReviewedAtOnce = 1000; // changes; of more one reads on the page of the changes

QString refusalOf(const Status &status)
{
    if (status)
        return {};
    const Error &error = status.error();
    return error.findings.isEmpty() ? error.message : error.findings.first().message;
}

} // namespace

Occasion Workspace::occasion(const QString &reason) const
{
    const CommitContext context = commitContext();
    return {context.origin, context.time, reason};
}

Caller Workspace::caller() const
{
    return {m_session.user(), {}, {}};
}

QString Workspace::whyNot(const QString &operation) const
{
    if (!m_open)
        return {};
    if (m_away)
        return tr("The store cannot be reached at the moment.");
    if (m_service.traits().readOnly)
        return tr("This store is read-only.");
    if (!m_session.isGuarded())
        return {};
    return m_session.isShut() ? tr("Nobody is signed in.")
                              : refusalOf(mayEver(m_baseIndex, caller(), operation, Instant::now()));
}

QString Workspace::whyNot(const QList<Change> &changes) const
{
    if (!m_session.isSignedIn() || changes.isEmpty() || changes.size() > ReviewedAtOnce)
        return {};
    const Instant now = Instant::now();
    const Result<ChangeReview> review = reviewed(m_baseIndex, m_draft.policy(), caller(), changes, now);
    if (!review || review->refusals.isEmpty())
        return {}; // what does not fit says so elsewhere
    // What counts is what the draft comes to: a thing that one made may be taken back.
    Policy after = m_draft.policy();
    if (!rolewright::apply(after, changes))
        return {};
    const Result<ChangeReview> net = reviewed(m_baseIndex, caller(), difference(m_draft.base(), after), now);
    if (net && net->refusals.size() <= m_rights->review().refusals.size())
        return {};
    return review->refusals.first().message;
}

bool Workspace::refuseNotPermitted(const QList<Change> &changes)
{
    const QString why = whyNot(changes);
    if (!why.isEmpty())
        show({Message::Kind::Warning, tr("%1 Nothing was changed.").arg(why), {}, {}});
    return !why.isEmpty();
}

// The draft stays when a session ends, for who made it. Somebody else begins with the stored version.
void Workspace::takeSession()
{
    if (m_session.isSignedIn()) {
        setActor(m_session.user());
        const QString author = std::exchange(m_author, m_session.user());
        if (!author.isEmpty() && author != m_author) {
            Q_EMIT draftLeaving();
            m_readingKept.cancel(); // nothing of it comes to somebody else
            m_arriving.cancel();
            m_awaitsKept = false;
            m_prepared = Prepared{m_baseIndex, m_baseIndex};
            m_draft.reset(m_draft.base(), m_draft.baseVersion());
            refreshIndexes();
            syncUndoStack();
        }
    }
    readRights();
    Q_EMIT sessionChanged();
}

bool Workspace::readRights()
{
    const bool may = !m_session.isSignedIn()
        || mayPerform(m_baseIndex, caller(), u"policy.read"_s, Instant::now()).has_value();
    return std::exchange(m_mayRead, may) != may;
}

void Workspace::makeGuarded(const QString &user, const SharedSecret &password, QObject *context,
                            const PolicyService::Callback<void> &done)
{
    const Occasion now = occasion();
    m_session.call<void>(
        [user, password, now](StoreGuard &guard) { return guard.enrolFirst(user, *password, now); }, {}, now, this,
        [this, user, password, alive = QPointer<QObject>(context), done](const Status &enrolled) {
            if (enrolled && alive)
                m_session.signIn(user, password, {}, occasion(), alive, done);
            else if (alive)
                done(enrolled);
        });
}

void Workspace::requestApproval(const QString &reason, bool overrideTests, const SharedSecret &confirmation)
{
    if (m_applying || !m_draft.isDirty() || isReadOnly())
        return;
    CommitContext context = commitContext();
    context.overrideTests = overrideTests;
    ChangeSet changes = m_draft.changeSet(reason);
    changes.operation = QUuid::createUuid(); // not the draft's, which goes on
    setApplying(true);
    m_session.call<qint64>([changes, context](StoreGuard &guard) { return guard.ask(changes, context); },
                           {confirmationDigest(changes, overrideTests), confirmation},
                           {context.origin, context.time, {}}, this,
                           [this](const Result<qint64> &asked) {
                               setApplying(false);
                               if (!asked) {
                                   refused(asked.error());
                                   return;
                               }
                               discard();
                               show({Message::Kind::Information,
                                     tr("Request %1 waits for an approval. Its changes are not pending any "
                                        "more; undo brings them back.")
                                         .arg(*asked),
                                     {},
                                     {}});
                               Q_EMIT requested(*asked);
                           });
}

void Workspace::refused(const Error &error)
{
    m_session.look(error);
    if (needsConfirmation(error) || isConfirmationRefused(error))
        Q_EMIT confirmationNeeded(error);
    else
        show(toMessageOfApply(error));
}

} // namespace rolewright
