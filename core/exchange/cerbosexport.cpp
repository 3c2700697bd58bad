// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"
#include "core/exchange/enginerules.h"

#include <QMap>
#include <QRegularExpression>
#include <QUrl>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

class CerbosCondition : public EngineCondition
{
public:
    using EngineCondition::EngineCondition;

    QString acts(const QStringList &roles) const override
    {
        return u"hasIntersection(V.active, %1)"_s.arg(engineList(roles));
    }
    QString holds(const QString &scope) const override
    {
        return scope == u"own" ? u"V.owned"_s : u"%1 in V.relations"_s.arg(engineQuoted(scope));
    }
    QString known() const override { return u"true"_s; } // V.session says so
};

class CerbosWriter
{
public:
    explicit CerbosWriter(const EngineRules &rules)
        : m_rules(rules)
        , m_condition(rules)
    {
    }

    EngineExport write()
    {
        QMap<QString, QList<PermissionName>> byResource;
        for (const PermissionName &access : m_rules.accesses())
            byResource[access.resource].append(access);
        if (policy().operations().size() > 0)
            byResource[u"operation"_s]; // its policy has the operations, too
        add(u"rolewright.constants.json"_s, constants());
        add(u"rolewright.variables.json"_s, variables());
        for (auto entry = byResource.cbegin(); entry != byResource.cend(); ++entry)
            writeResource(entry.key(), entry.value());
        return m_export;
    }

private:
    const Policy &policy() const { return m_rules.policy(); }

    void add(const QString &name, const QByteArray &bytes) { m_export.files.append({name, bytes}); }
    void leaveOut(const QString &place, const QString &message)
    {
        m_export.leftOut.append({Severity::Error, u"name"_s, message, place, 0, 0});
    }

    static void begin(JsonWriter &json, QStringView kind)
    {
        json.beginObject();
        json.member(u"apiVersion", u"api.cerbos.dev/v1"_s);
        json.key(kind);
        json.beginObject();
    }
    static QByteArray end(JsonWriter &json)
    {
        json.endObject();
        json.endObject();
        return json.take() + '\n';
    }
    static void writeNames(JsonWriter &json, QStringView key, const QStringList &names)
    {
        json.key(key);
        json.beginArray();
        for (const QString &name : names)
            json.value(name);
        json.endArray();
    }

    void writeAssignments(JsonWriter &json, UserId user) const
    {
        policy().assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
            if (!policy().roles().at(row.role).enabled)
                return;
            const Validity &validity = policy().validityOf(row);
            json.beginObject();
            json.member(u"role", m_rules.nameOf(row.role));
            if (validity.from != Instant::openStart())
                json.member(u"from", toText(validity.from));
            if (validity.until != Instant::openEnd())
                json.member(u"until", toText(validity.until));
            json.endObject();
        });
    }

    // Who has which roles, and which roles each role brings.
    QByteArray constants() const
    {
        JsonWriter json;
        begin(json, u"exportConstants");
        json.member(u"name", u"rolewright"_s);
        json.key(u"definitions");
        json.beginObject();
        json.key(u"users");
        json.beginObject();
        for (const UserId user : m_rules.users()) {
            json.key(policy().users().at(user).id);
            json.beginObject();
            if (const QString owner = m_rules.ownerValue(user); !owner.isEmpty())
                json.member(u"owner", owner);
            json.key(u"roles");
            json.beginArray();
            writeAssignments(json, user);
            json.endArray();
            json.endObject();
        }
        json.endObject();
        json.key(u"brings");
        json.beginObject();
        for (const RoleId role : m_rules.roles()) {
            QStringList brought;
            for (const RoleId junior : m_rules.roles()) {
                if (m_rules.index().reach(role).test(junior.value))
                    brought.append(m_rules.nameOf(junior));
            }
            writeNames(json, m_rules.nameOf(role), brought);
        }
        json.endObject();
        json.endObject();
        return end(json);
    }

    QString sessionCondition() const
    {
        QString condition = u"P.id in C.users && V.active.all(a, V.assigned.exists(s, a in C.brings[s]))"_s;
        for (const ConstraintId id : m_rules.index().dynamicConstraints()) {
            const Constraint &constraint = policy().constraints().at(id);
            QStringList members;
            for (const RoleId member : constraint.roles)
                members.append(m_rules.nameOf(member));
            condition += u" && %1.filter(m, V.active.exists(a, m in C.brings[a])).size() < %2"_s.arg(
                engineList(members), QString::number(constraint.limit));
        }
        return condition;
    }

    QByteArray variables() const
    {
        const QString property = engineQuoted(policy().ownership().property);
        JsonWriter json;
        begin(json, u"exportVariables");
        json.member(u"name", u"rolewright"_s);
        json.key(u"definitions");
        json.beginObject();
        json.member(u"time", u"\"time\" in P.attr ? timestamp(P.attr.time) : now()"_s);
        json.member(u"assigned",
                    u"P.id in C.users ? C.users[P.id].roles.filter(r, "
                    "(!(\"from\" in r) || timestamp(r.from) <= V.time) && "
                    "(!(\"until\" in r) || V.time < timestamp(r.until))).map(r, r.role) : []"_s);
        json.member(u"active", u"\"roles\" in P.attr ? P.attr.roles : V.assigned"_s);
        json.member(u"session", sessionCondition());
        json.member(u"owned",
                    u"%1 in R.attr && P.id in C.users && \"owner\" in C.users[P.id] && "
                    "R.attr[%1] == C.users[P.id].owner"_s.arg(property));
        json.member(u"relations", u"\"relations\" in R.attr ? R.attr.relations : []"_s);
        json.endObject();
        return end(json);
    }

    void writeRule(JsonWriter &json, const QString &action, const QString &condition) const
    {
        json.beginObject();
        writeNames(json, u"actions", {action});
        json.member(u"effect", u"EFFECT_ALLOW"_s);
        writeNames(json, u"roles", {u"*"_s});
        json.key(u"condition");
        json.beginObject();
        json.key(u"match");
        json.beginObject();
        json.member(u"expr", condition);
        json.endObject();
        json.endObject();
        json.endObject();
    }

    void writeImport(JsonWriter &json, QStringView what) const
    {
        json.key(what);
        json.beginObject();
        writeNames(json, u"import", {u"rolewright"_s});
        json.endObject();
    }

    void writeResource(const QString &resource, const QList<PermissionName> &accesses)
    {
        static const QRegularExpression kind(u"^[A-Za-z][A-Za-z0-9_@.\\-/]*$"_s);
        if (!kind.match(resource).hasMatch()) {
            leaveOut(
                u"resource "_s + resource,
                u"Cerbos takes a letter and then letters, digits and _ @ . - / for a resource: %1 is none."_s
                    .arg(quoted(resource)));
            return;
        }
        JsonWriter json;
        begin(json, u"resourcePolicy");
        json.member(u"resource", resource);
        json.member(u"version", u"default"_s);
        writeImport(json, u"constants");
        writeImport(json, u"variables");
        json.key(u"rules");
        json.beginArray();
        for (const PermissionName &access : accesses)
            writeAccess(json, access);
        if (resource == u"operation")
            writeOperations(json);
        json.endArray();
        add(QString::fromLatin1(QUrl::toPercentEncoding(resource)) + u".policy.json"_s, end(json));
    }

    void writeAccess(JsonWriter &json, const PermissionName &access)
    {
        static const QRegularExpression pattern(u"[*?\\[\\]{}\\\\!]"_s);
        const QString condition = m_condition.access(access);
        if (condition == u"false")
            return;
        if (pattern.match(access.action).hasMatch())
            leaveOut(u"permission "_s + access.toText(),
                     u"Cerbos would take the action %1 for a pattern."_s.arg(quoted(access.action)));
        else
            writeRule(json, access.action, u"V.session && %1"_s.arg(condition));
    }

    void writeOperations(JsonWriter &json) const
    {
        for (const OperationId id : policy().operations().idsByKey()) {
            const CompiledRequirement *requirement = m_rules.index().requirement(id);
            if (!requirement)
                continue;
            const QString isIt = u"R.id == "_s + engineQuoted(policy().operations().at(id).name);
            writeRule(json, u"perform"_s,
                      requirement->kind == Requirement::Kind::Public
                          ? isIt
                          : u"%1 && V.session && %2"_s.arg(isIt, m_condition.requirement(*requirement)));
        }
    }

    const EngineRules &m_rules;
    CerbosCondition m_condition;
    EngineExport m_export;
};

} // namespace

EngineExport exportCerbos(const EngineRules &rules)
{
    return CerbosWriter(rules).write();
}

} // namespace rolewright
