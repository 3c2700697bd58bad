// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"
#include "core/exchange/enginerules.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString entity(QStringView type, const QString &id)
{
    return u"%1::%2"_s.arg(type, engineQuoted(id));
}

// Roles that somebody is assigned to with dates: only these are looked up in a user's `limited`.
QSet<QString> limitedRoles(const EngineRules &rules)
{
    QSet<QString> names;
    rules.policy().assignments().forEach([&](const AssignmentRow &row) {
        if (!rules.policy().validityOf(row).isAlways())
            names.insert(rules.nameOf(row.role));
    });
    return names;
}

class CedarCondition : public EngineCondition
{
public:
    explicit CedarCondition(const EngineRules &rules)
        : EngineCondition(rules)
        , m_limited(limitedRoles(rules))
    {
    }

    bool hasTimes() const { return !m_limited.isEmpty(); }
    QString known() const override { return u"principal has limited"_s; }
    // By an assignment that is valid, whatever the session.
    QString assigned(const QStringList &roles) const
    {
        QStringList entities;
        QStringList ways;
        for (const QString &role : roles) {
            entities.append(entity(u"Role", role));
            if (m_limited.contains(role)) {
                const QString name = engineQuoted(role);
                ways.append(u"(principal.limited has %1 && principal.limited[%1].from <= context.time && "
                            "context.time < principal.limited[%1].until)"_s.arg(name));
            }
        }
        ways.prepend(u"principal in [%1]"_s.arg(entities.join(u", ")));
        return u"(%1)"_s.arg(ways.join(u" || "));
    }
    QString acts(const QStringList &roles) const override
    {
        return u"(if context has roles then context.roles.containsAny(%1) else %2)"_s.arg(engineList(roles),
                                                                                          assigned(roles));
    }
    QString holds(const QString &scope) const override
    {
        if (scope != u"own")
            return u"(context has properties && context.properties has relations && "
                   "context.properties.relations.contains(%1))"_s.arg(engineQuoted(scope));
        return u"(principal has owner && context has properties && context.properties has %1 && "
               "context.properties[%1] == principal.owner)"_s.arg(
                   engineQuoted(m_rules.policy().ownership().property));
    }

private:
    const QSet<QString> m_limited;
};

class CedarWriter
{
public:
    explicit CedarWriter(const EngineRules &rules)
        : m_rules(rules)
        , m_condition(rules)
    {
    }

    EngineExport write()
    {
        for (const PermissionName &access : m_rules.accesses())
            permit(access.toText(), access.action, entity(u"Resource", access.resource),
                   m_condition.access(access));
        writeOperations();
        writeSessions();
        writeConstraints();
        return {{{u"policies.cedar"_s, m_text.toUtf8()}, {u"entities.json"_s, entities()}}, {}};
    }

private:
    const Policy &policy() const { return m_rules.policy(); }

    void permit(const QString &id, const QString &action, const QString &resource, const QString &condition)
    {
        if (condition != u"false")
            m_text +=
                u"@id(%1)\npermit (principal is User, action == %2, resource == %3)\nwhen { %4 && %5 };\n\n"_s
                    .arg(engineQuoted(id), entity(u"Action", action), resource, m_condition.known(),
                         condition);
    }
    void forbid(const QString &id, const QString &when)
    {
        m_text += u"@id(%1)\nforbid (principal, action, resource)\nwhen { %2 }"_s.arg(engineQuoted(id), when);
        if (!m_public.isEmpty())
            m_text += u"\nunless { [%1].contains(resource) }"_s.arg(m_public.join(u", "));
        m_text += u";\n\n"_s;
    }

    void writeOperations()
    {
        for (const OperationId id : policy().operations().idsByKey()) {
            const CompiledRequirement *requirement = m_rules.index().requirement(id);
            const QString name = policy().operations().at(id).name;
            const QString resource = entity(u"Operation", name);
            if (!requirement)
                continue;
            if (requirement->kind == Requirement::Kind::Public) {
                m_public.append(resource);
                m_text +=
                    u"@id(%1)\npermit (principal, action == Action::\"perform\", resource == %2);\n\n"_s.arg(
                        engineQuoted(u"operation "_s + name), resource);
            } else {
                permit(u"operation "_s + name, u"perform"_s, resource, m_condition.requirement(*requirement));
            }
        }
    }

    // Section 4.3, 5: nobody activates a role without being authorized for it.
    void writeSessions()
    {
        if (m_condition.hasTimes())
            forbid(u"no time"_s, u"!(context has time)"_s);
        QStringList names;
        for (const RoleId role : m_rules.roles()) {
            const QString name = m_rules.nameOf(role);
            names.append(name);
            forbid(u"session "_s + name,
                   u"context has roles && context.roles.contains(%1) && !%2"_s.arg(
                       engineQuoted(name), m_condition.assigned(m_rules.bringing({role}))));
        }
        forbid(u"session"_s, u"context has roles && !%1.containsAll(context.roles)"_s.arg(engineList(names)));
    }

    void writeConstraints()
    {
        for (const ConstraintId id : m_rules.index().dynamicConstraints()) {
            const Constraint &constraint = policy().constraints().at(id);
            QStringList counts;
            for (const RoleId member : constraint.roles) {
                if (const QStringList roles = m_rules.bringing({member}); !roles.isEmpty())
                    counts.append(u"(if %1 then 1 else 0)"_s.arg(m_condition.acts(roles)));
            }
            if (counts.size() >= constraint.limit)
                forbid(u"constraint "_s + constraint.name,
                       u"%1 && %2 >= %3"_s.arg(m_condition.known(), counts.join(u" + "),
                                               QString::number(constraint.limit)));
        }
    }

    void writeUid(JsonWriter &json, QStringView type, const QString &id) const
    {
        json.beginObject();
        json.member(u"type", type.toString());
        json.member(u"id", id);
        json.endObject();
    }
    template <class WriteAttributes>
    void writeEntity(JsonWriter &json, QStringView type, const QString &id, const QStringList &parents,
                     WriteAttributes attributes) const
    {
        json.beginObject();
        json.key(u"uid");
        writeUid(json, type, id);
        json.key(u"attrs");
        json.beginObject();
        attributes();
        json.endObject();
        json.key(u"parents");
        json.beginArray();
        for (const QString &parent : parents)
            writeUid(json, u"Role", parent);
        json.endArray();
        json.endObject();
    }
    void writeTime(JsonWriter &json, QStringView key, Instant instant, QStringView open) const
    {
        const bool isOpen = instant == Instant::openStart() || instant == Instant::openEnd();
        json.key(key);
        json.beginObject();
        json.key(u"__extn");
        json.beginObject();
        json.member(u"fn", u"datetime"_s);
        json.member(u"arg", isOpen ? open.toString() : toText(instant));
        json.endObject();
        json.endObject();
    }

    QByteArray entities() const
    {
        JsonWriter json;
        json.beginArray();
        for (const RoleId role : m_rules.roles()) {
            QStringList juniors;
            policy().inheritance().forEachOf(role.value, [&](const InheritanceRow &row) {
                if (policy().roles().at(row.junior).enabled)
                    juniors.append(m_rules.nameOf(row.junior));
            });
            writeEntity(json, u"Role", m_rules.nameOf(role), juniors, [] {});
        }
        for (const UserId user : m_rules.users()) {
            QStringList roles;
            QList<AssignmentRow> limited;
            policy().assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
                if (!policy().roles().at(row.role).enabled)
                    return;
                if (policy().validityOf(row).isAlways())
                    roles.append(m_rules.nameOf(row.role));
                else
                    limited.append(row);
            });
            writeEntity(json, u"User", policy().users().at(user).id, roles, [&] {
                if (const QString owner = m_rules.ownerValue(user); !owner.isEmpty())
                    json.member(u"owner", owner);
                json.key(u"limited");
                json.beginObject();
                for (const AssignmentRow &row : std::as_const(limited)) {
                    json.key(m_rules.nameOf(row.role));
                    json.beginObject();
                    writeTime(json, u"from", policy().validityOf(row).from, u"0001-01-01");
                    writeTime(json, u"until", policy().validityOf(row).until, u"9999-12-31T23:59:59.999Z");
                    json.endObject();
                }
                json.endObject();
            });
        }
        json.endArray();
        return json.take() + '\n';
    }

    const EngineRules &m_rules;
    CedarCondition m_condition;
    QString m_text;
    QStringList m_public; // operations
};

} // namespace

EngineExport exportCedar(const EngineRules &rules)
{
    return CedarWriter(rules).write();
}

} // namespace rolewright
