// SPDX-License-Identifier: Apache-2.0
#include "core/store/http/httpstore.h"

#include "core/exchange/policyjson.h"
#include "core/store/commitcheck.h"
#include "core/store/http/httpguard.h"
#include "core/store/http/serverjson.h"

#include <QUrl>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Near = 20; // versions, each a question to the server; farther ones are downloaded whole
constexpr qint64 LongestTrust = 1000; // ms, in a version that was asked for
constexpr int PageSize = 1000; // events or versions in an answer
const QString NoTrail = u"The server answered with what is no audit trail"_s;
const QString NoHistory = u"The server answered with what is no history"_s;

// "&target=role/editor"
void append(QString &query, const char *name, const QString &value)
{
    if (!value.isEmpty())
        query += (query.isEmpty() ? u'?' : u'&') + QLatin1StringView(name) + u'='
            + QString::fromLatin1(QUrl::toPercentEncoding(value));
}

QString queryOf(const AuditQuery &query)
{
    QString text;
    append(text, "since", query.since ? toText(*query.since) : QString());
    append(text, "until", query.until ? toText(*query.until) : QString());
    append(text, "actor", query.actor);
    append(text, "action", query.action);
    append(text, "target", query.target);
    append(text, "text", query.text);
    append(text, "result", query.result);
    return text;
}

std::optional<qint64> versionOf(const HttpResponse &response)
{
    const QByteArray tag = response.header("ETag");
    bool isNumber = false;
    const qint64 version = tag.mid(1, tag.size() - 2).toLongLong(&isNumber);
    return isNumber && tag.startsWith('"') ? std::optional(version) : std::nullopt;
}

} // namespace

Result<std::unique_ptr<PolicyStore>> HttpStore::open(const QString &location)
{
    const Result<HttpLocation> where = HttpLocation::parse(location);
    if (!where)
        return failure(where.error());
    Result<std::unique_ptr<ServerLink>> link = ServerLink::open(*where);
    if (!link)
        return failure(link.error());
    Status ready;
    if (const std::optional<HttpSession::Login> login = HttpSession::take((*link)->place()))
        ready = (*link)->signIn(login->user, {login->password, login->code});
    else if (!(*link)->isSignedIn())
        ready = (*link)->probe();
    if (!ready)
        return failure(ready.error());
    return std::unique_ptr<HttpStore>(new HttpStore(std::move(*link)));
}

HttpStore::HttpStore(std::unique_ptr<ServerLink> link)
    : m_link(std::move(link))
    , m_guard(std::make_unique<HttpGuard>(*this))
{
}

HttpStore::~HttpStore() = default;

StoreGuard *HttpStore::guard()
{
    return m_guard.get();
}

StoreTraits HttpStore::traits() const
{
    StoreTraits traits;
    traits.name = m_link->location().name();
    traits.location = m_link->place();
    traits.login = m_link->location().user;
    traits.guarded = true;
    traits.keepsKeys = true;
    traits.notice = QString::fromUtf8(
        QT_TRANSLATE_NOOP("notice", "This store is on a server, which decides who may read and change it."));
    return traits;
}

Result<qint64> HttpStore::version()
{
    const auto call = m_link->call();
    if (!m_events || !m_link->isSignedIn())
        return newest();
    // What we made ourselves may be newer than what was told yet: then it is asked.
    const std::optional<qint64> told = m_events->version();
    if (told && (!m_known || *told >= m_known->version))
        return *told;
    if (m_sinceAsked.isValid() && m_sinceAsked.elapsed() < LongestTrust
        && (!m_known || m_asked >= m_known->version))
        return m_asked;
    const Result<qint64> version = newest();
    m_sinceAsked.invalidate();
    if (version) {
        m_asked = *version;
        m_sinceAsked.start();
    }
    return version;
}

Result<QList<Presence>> HttpStore::others()
{
    if (m_events)
        return m_events->others();
    const auto call = m_link->call();
    return m_link->get(u"/api/v1/presence"_s, readPresence, u"The server does not say who is there"_s);
}

void HttpStore::watch(const std::function<void()> &wake)
{
    m_events = std::make_unique<EventStream>(m_link->location(), wake);
}

Result<qint64> HttpStore::newest()
{
    const Result<HttpResponse> response = m_link->send(
        "HEAD", u"/api/v1/policy"_s, {},
        m_known ? QList<HttpHeader>{{"If-None-Match", etagOf(m_known->version)}} : QList<HttpHeader>());
    if (!response)
        return failure(response.error());
    const std::optional<qint64> version = versionOf(*response);
    if (!version)
        return failure(notThisServer(u"The server names no version"_s, m_link->place()));
    return *version;
}

Result<Snapshot> HttpStore::load()
{
    const auto call = m_link->call();
    return latest();
}

Result<Snapshot> HttpStore::latest()
{
    if (m_known) {
        const Result<qint64> version = newest();
        if (!version)
            return failure(version.error());
        if (*version == m_known->version)
            return *m_known;
        if (*version > m_known->version && *version - m_known->version <= Near) {
            const Result<std::optional<Policy>> policy = walked(*m_known, *version);
            if (!policy)
                return failure(policy.error());
            if (*policy) {
                m_known = Snapshot{**policy, *version};
                return *m_known;
            }
        }
    }
    Result<Snapshot> snapshot = download(u"/api/v1/policy"_s);
    if (snapshot)
        m_known = *snapshot;
    return snapshot;
}

Result<Snapshot> HttpStore::download(const QString &path)
{
    const Result<HttpResponse> response = m_link->send("GET", path);
    if (!response)
        return failure(response.error());
    const std::optional<qint64> version = versionOf(*response);
    Result<Policy> policy = version ? readPolicy(response->body) : Result<Policy>(Policy());
    if (!version || !policy)
        return failure(notThisServer(u"The server answered with what is no policy"_s, m_link->place()));
    return Snapshot{std::move(*policy), *version};
}

Result<Snapshot> HttpStore::load(qint64 version)
{
    const auto call = m_link->call();
    const Result<Snapshot> head = latest();
    if (!head || version == head->version)
        return head;
    if (version < 0 || version > head->version)
        return noSuchVersion(version, head->version, m_link->place());
    if (head->version - version <= Near) {
        const Result<std::optional<Policy>> policy = walked(*head, version);
        if (!policy)
            return failure(policy.error());
        if (*policy)
            return Snapshot{**policy, version};
    }
    return download(u"/api/v1/policy/%1"_s.arg(version));
}

// What was erased from the history is not there to be applied.
Result<std::optional<Policy>> HttpStore::walked(const Snapshot &from, qint64 to)
{
    Policy policy = from.policy;
    const bool isForward = to > from.version;
    for (qint64 at = from.version; at != to; at += isForward ? 1 : -1) {
        const Result<ChangeSet> made = changeSetOf(isForward ? at + 1 : at);
        if (!made)
            return failure(made.error());
        if (!apply(policy, isForward ? made->changes : inverted(made->changes)))
            return std::optional<Policy>();
    }
    return std::optional(policy);
}

Result<ChangeSet> HttpStore::changeSet(qint64 version)
{
    const auto call = m_link->call();
    return changeSetOf(version);
}

Result<ChangeSet> HttpStore::changeSetOf(qint64 version)
{
    const Result<HttpResponse> response = m_link->send("GET", u"/api/v1/changesets/%1"_s.arg(version));
    if (!response)
        return failure(response.error());
    Result<ChangeSet> changes = readChangeSet(response->body);
    if (!changes)
        return failure(notThisServer(u"The server answered with what is no change set"_s, m_link->place()));
    return changes;
}

Result<QList<VersionInfo>> HttpStore::history(const HistoryQuery &query)
{
    const auto call = m_link->call();
    QList<VersionInfo> all;
    qint64 before = query.before;
    for (;;) {
        const qsizetype most =
            query.limit > 0 ? std::min<qsizetype>(PageSize, query.limit - all.size()) : PageSize;
        QString text;
        append(text, "limit", QString::number(most));
        append(text, "cursor", before > 0 ? QString::number(before) : QString());
        append(text, "operation", query.operation);
        const auto page = m_link->get(u"/api/v1/changesets"_s + text, readVersions, NoHistory);
        if (!page)
            return failure(page.error());
        if (page->size() > most || (before > 0 && !page->isEmpty() && page->first().version >= before))
            return failure(notThisServer(NoHistory, m_link->place())); // and never an end
        all += *page;
        if (page->size() < most || all.size() == query.limit || page->last().version == 0)
            return all;
        before = page->last().version;
    }
}

Result<QList<AuditEvent>> HttpStore::events(const AuditQuery &query)
{
    const auto call = m_link->call();
    QList<AuditEvent> all;
    qint64 before = query.before;
    for (;;) {
        const qsizetype most =
            query.limit > 0 ? std::min<qsizetype>(PageSize, query.limit - all.size()) : PageSize;
        QString text = queryOf(query);
        append(text, "limit", QString::number(most));
        append(text, "cursor", before > 0 ? QString::number(before) : QString());
        const auto page = m_link->get(u"/api/v1/audit"_s + text, readEvents, NoTrail);
        if (!page)
            return failure(page.error());
        if (page->size() > most || (before > 0 && !page->isEmpty() && page->first().sequence >= before))
            return failure(notThisServer(NoTrail, m_link->place()));
        all += *page;
        if (page->size() < most || all.size() == query.limit || page->last().sequence <= 1)
            return all;
        before = page->last().sequence;
    }
}

Result<TrailFacets> HttpStore::facets(const AuditQuery &query)
{
    const auto call = m_link->call();
    return m_link->get(u"/api/v1/audit/facets"_s + queryOf(query), readFacets,
                       u"The server does not say what the trail has"_s);
}

void HttpStore::prime(const Snapshot &snapshot)
{
    if (!m_known || m_known->version <= snapshot.version)
        m_known = snapshot;
}

} // namespace rolewright
