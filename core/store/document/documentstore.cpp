// SPDX-License-Identifier: Apache-2.0
#include "core/store/document/documentstore.h"

#include "core/exchange/policyjson.h"
#include "core/store/commitcheck.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace rolewright {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<PolicyStore>> DocumentStore::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::Unavailable, u"There is no such file. Check the path."_s, path);
    if (!info.isFile())
        return failure(ErrorCode::Unavailable, u"This is not a file."_s, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, u"The file cannot be read: %1."_s.arg(file.errorString()),
                       path);
    // One byte more than a document may have, so that the reader sees that it is too long.
    const QByteArray text = file.read(JsonLimits().bytes + 1);
    if (file.error() != QFile::NoError)
        return failure(ErrorCode::Unavailable, u"The file cannot be read: %1."_s.arg(file.errorString()),
                       path);
    Result<Policy> policy = readPolicy(text);
    if (!policy) {
        Error error = policy.error();
        error.place = path;
        return failure(error);
    }
    std::unique_ptr<DocumentStore> store(new DocumentStore(path));
    store->m_snapshot = {std::move(*policy), 1};
    store->m_info.version = 1;
    store->m_info.time = {info.lastModified().toMSecsSinceEpoch()};
    return store;
}

StoreTraits DocumentStore::traits() const
{
    StoreTraits traits;
    traits.name = QFileInfo(m_path).fileName();
    traits.location = m_path;
    traits.readOnly = true;
    traits.versioned = false;
    traits.notice =
        QString::fromUtf8(QT_TRANSLATE_NOOP("notice", "This is a policy document: it is read only and has no "
                                                      "history. Import it into a store to edit it."));
    return traits;
}

Result<Snapshot> DocumentStore::load(qint64 version)
{
    if (version == 0)
        return Snapshot();
    if (version != m_snapshot.version)
        return noSuchVersion(version, m_snapshot.version, m_path);
    return m_snapshot;
}

Result<Snapshot> DocumentStore::commit(const ChangeSet &, const CommitContext &)
{
    return failure(
        ErrorCode::Unavailable,
        u"A policy document is read only here. Nothing was changed: import it into a store to edit it."_s,
        m_path);
}

Result<QList<VersionInfo>> DocumentStore::history(const HistoryQuery &query)
{
    const bool isMeant = (query.before <= 0 || m_info.version < query.before)
        && (query.operation.isEmpty() || m_info.operation == query.operation);
    return isMeant ? QList<VersionInfo>{m_info} : QList<VersionInfo>();
}

Result<ChangeSet> DocumentStore::changeSet(qint64)
{
    return hasNone(u"change sets"_s);
}

Result<QList<AuditEvent>> DocumentStore::events(const AuditQuery &)
{
    return hasNone(u"audit trail"_s);
}

Result<TrailFacets> DocumentStore::facets(const AuditQuery &)
{
    return hasNone(u"audit trail"_s);
}

Result<TrailState> DocumentStore::verifyTrail()
{
    return hasNone(u"audit trail"_s);
}

tl::unexpected<Error> DocumentStore::hasNone(const QString &what) const
{
    return failure(ErrorCode::Usage,
                   u"A policy document has no %1. Import it into a store to have one."_s.arg(what), m_path);
}

} // namespace rolewright
