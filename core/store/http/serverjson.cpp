// SPDX-License-Identifier: Apache-2.0
#include "core/store/http/serverjson.h"

#include "core/audit/auditjson.h"
#include "core/exchange/policyjson.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// The members of an object, and whether all that were asked for are there.
class Members
{
public:
    explicit Members(const JsonValue &object)
        : m_object(object)
        , m_isSound(object.isValid() && object.isObject())
    {
    }

    QString text(QStringView name)
    {
        const JsonValue value = member(name);
        m_isSound = m_isSound && value.isValid() && value.isString();
        return m_isSound ? value.toString() : QString();
    }
    qint64 number(QStringView name)
    {
        const std::optional<qint64> number = integer(member(name));
        m_isSound = m_isSound && number;
        return number.value_or(0);
    }
    bool flag(QStringView name)
    {
        const JsonValue value = member(name);
        m_isSound = m_isSound && value.isValid() && value.type() == JsonValue::Type::Bool;
        return m_isSound && value.toBool();
    }
    Instant time(QStringView name)
    {
        const std::optional<Instant> time = parseDocumentTime(text(name));
        m_isSound = m_isSound && time;
        return time.value_or(Instant());
    }
    std::optional<qint64> optionalNumber(QStringView name)
    {
        return has(name) ? std::optional(number(name)) : std::nullopt;
    }
    QString optionalText(QStringView name) { return has(name) ? text(name) : QString(); }
    bool has(QStringView name) const { return m_isSound && m_object.member(name).isValid(); }
    JsonValue member(QStringView name) const { return m_isSound ? m_object.member(name) : JsonValue(); }
    QStringList texts(QStringView name)
    {
        QStringList list;
        const JsonValue array = member(name);
        m_isSound = m_isSound && array.isValid() && array.isArray();
        for (JsonValue each = m_isSound ? array.firstChild() : JsonValue(); each.isValid();
             each = each.nextSibling()) {
            m_isSound = m_isSound && each.isString();
            if (m_isSound)
                list.append(each.toString());
        }
        return list;
    }
    void refuse() { m_isSound = false; }
    bool isSound() const { return m_isSound; }

private:
    static std::optional<qint64> integer(const JsonValue &value)
    {
        return value.isValid() && value.type() == JsonValue::Type::Integer ? value.toInteger() : std::nullopt;
    }
    JsonValue m_object;
    bool m_isSound;
};

// The elements of the array of that name, each by `read`, which says whether it was sound.
template <class T, class Read>
std::optional<QList<T>> listOf(const JsonValue &answer, QStringView name, Read read)
{
    const Members members(answer);
    const JsonValue array = members.member(name);
    if (!array.isValid() || !array.isArray())
        return {};
    QList<T> list;
    for (JsonValue each = array.firstChild(); each.isValid(); each = each.nextSibling()) {
        std::optional<T> value = read(each);
        if (!value)
            return {};
        list.append(std::move(*value));
    }
    return list;
}

} // namespace

std::optional<QList<VersionInfo>> readVersions(const JsonValue &answer)
{
    return listOf<VersionInfo>(answer, u"changeSets",
                               [](const JsonValue &object) -> std::optional<VersionInfo> {
                                   Members members(object);
                                   const VersionInfo info{members.number(u"version"),
                                                          members.time(u"time"),
                                                          members.text(u"actor"),
                                                          members.optionalText(u"reason"),
                                                          members.optionalText(u"operation"),
                                                          qsizetype(members.number(u"changes"))};
                                   return members.isSound() ? std::optional(info) : std::nullopt;
                               });
}

std::optional<QList<AuditEvent>> readEvents(const JsonValue &answer)
{
    return listOf<AuditEvent>(answer, u"events", readAuditEvent);
}

std::optional<TrailFacets> readFacets(const JsonValue &answer)
{
    Members members(answer);
    TrailFacets facets;
    facets.events = members.number(u"events");
    const std::pair<QStringView, QList<TrailFacets::Count> *> lists[] = {{u"actors", &facets.actors},
                                                                         {u"targets", &facets.targets},
                                                                         {u"actions", &facets.actions},
                                                                         {u"results", &facets.results}};
    for (const auto &[name, list] : lists) {
        const auto read = listOf<TrailFacets::Count>(
            answer, name, [](const JsonValue &object) -> std::optional<TrailFacets::Count> {
                Members count(object);
                const TrailFacets::Count made{count.text(u"name"), count.number(u"events")};
                return count.isSound() ? std::optional(made) : std::nullopt;
            });
        if (!read)
            return {};
        *list = *read;
    }
    return members.isSound() ? std::optional(facets) : std::nullopt;
}

std::optional<TrailState> readTrailState(const JsonValue &answer)
{
    Members members(answer);
    TrailState state;
    state.intactTo = members.number(u"intactTo");
    state.firstBad = members.optionalNumber(u"firstBad");
    state.problem = members.optionalText(u"problem");
    state.sealedTo = members.optionalNumber(u"sealedTo");
    state.anchoredTo = members.optionalNumber(u"anchoredTo");
    if (members.has(u"begin")) {
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.value(members.member(u"begin"));
        const Result<Checkpoint> begin = parseCheckpoint(json.take());
        if (!begin)
            return {};
        state.begin = *begin;
    }
    return members.isSound() ? std::optional(state) : std::nullopt;
}

std::optional<QList<ApprovalRequest>> readRequests(const JsonValue &answer)
{
    return listOf<ApprovalRequest>(answer, u"requests",
                                   [](const JsonValue &object) -> std::optional<ApprovalRequest> {
                                       Members members(object);
                                       ApprovalRequest request;
                                       request.id = members.number(u"id");
                                       request.requester = members.text(u"requester");
                                       request.asked = members.time(u"asked");
                                       request.expires = members.time(u"expires");
                                       request.overridesTests = members.flag(u"overridesTests");
                                       request.state = members.text(u"state");
                                       request.approvedBy = members.texts(u"approvedBy");
                                       request.note = members.optionalText(u"note");
                                       if (!members.has(u"changeSet"))
                                           return {};
                                       JsonWriter json(JsonWriter::Layout::OneLine);
                                       json.value(members.member(u"changeSet"));
                                       const Result<ChangeSet> changes = readChangeSet(json.take());
                                       if (!changes || !members.isSound())
                                           return {};
                                       request.changes = *changes;
                                       return request;
                                   });
}

std::optional<QList<CredentialState>> readCredentials(const JsonValue &answer)
{
    return listOf<CredentialState>(
        answer, u"passwords", [](const JsonValue &object) -> std::optional<CredentialState> {
            Members members(object);
            const CredentialState state{members.text(u"user"), members.flag(u"hasCode"),
                                        int(members.number(u"recoveryCodes"))};
            return members.isSound() ? std::optional(state) : std::nullopt;
        });
}

std::optional<QList<ApplicationToken>> readTokens(const JsonValue &answer)
{
    return listOf<ApplicationToken>(
        answer, u"tokens", [](const JsonValue &object) -> std::optional<ApplicationToken> {
            Members members(object);
            bool isNumber = false;
            ApplicationToken token;
            token.id = members.text(u"id").toLongLong(&isNumber);
            token.user = members.text(u"user");
            token.name = members.text(u"name");
            token.scope = members.text(u"scope").split(u' ', Qt::SkipEmptyParts);
            token.created = members.time(u"created");
            token.expires = members.time(u"expires");
            if (members.has(u"lastUse"))
                token.lastUse = members.time(u"lastUse");
            return members.isSound() && isNumber ? std::optional(token) : std::nullopt;
        });
}

std::optional<QList<Presence>> readPresence(const JsonValue &answer)
{
    return listOf<Presence>(answer, u"people", [](const JsonValue &object) -> std::optional<Presence> {
        Members members(object);
        const Presence read{members.text(u"user"), members.optionalText(u"program"),
                            members.has(u"since") ? std::optional(members.time(u"since")) : std::nullopt};
        return members.isSound() ? std::optional(read) : std::nullopt;
    });
}

std::optional<qint64> readId(const JsonValue &answer)
{
    Members members(answer);
    bool isNumber = false;
    const qint64 id = members.text(u"id").toLongLong(&isNumber);
    return members.isSound() && isNumber ? std::optional(id) : std::nullopt;
}

std::optional<qint64> readNumber(const JsonValue &answer, QStringView name)
{
    Members members(answer);
    const qint64 number = members.number(name);
    return members.isSound() ? std::optional(number) : std::nullopt;
}

} // namespace rolewright
