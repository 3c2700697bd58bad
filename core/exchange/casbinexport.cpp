// SPDX-License-Identifier: Apache-2.0
#include "core/decision/evaluate.h"
#include "core/exchange/enginerules.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// "any" is Rolewright's own spelling of no scope. The prefixes keep a user and a role of one name apart, and
// what a user owns by from being a user.
const char *const model = R"([request_definition]
r = sub, type, act, owner, relations

[policy_definition]
p = sub, type, act, scope

[role_definition]
g = _, _
g2 = _, _

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = r.type == p.type && r.act == p.act && g("user:" + r.sub, p.sub) && (p.scope == "any" || (p.scope == "own" && g2("user:" + r.sub, "owner:" + r.owner)) || (p.scope != "own" && r.relations.includes(p.scope)))
)";

class CasbinWriter
{
public:
    explicit CasbinWriter(const EngineRules &rules)
        : m_rules(rules)
    {
    }

    EngineExport write()
    {
        for (const RoleId role : m_rules.roles())
            writeRole(role);
        for (const UserId user : m_rules.users())
            writeUser(user);
        for (const OperationId id : policy().operations().idsByKey()) {
            const QString &name = policy().operations().at(id).name;
            leaveOut(
                u"operation"_s, u"operation "_s + name,
                u"Casbin decides about permissions only: the operation %1 cannot be asked about there."_s.arg(
                    quoted(name)));
        }
        m_export.files = {{u"model.conf"_s, model}, {u"policy.csv"_s, m_rows}};
        return m_export;
    }

private:
    const Policy &policy() const { return m_rules.policy(); }

    void leaveOut(const QString &code, const QString &place, const QString &message)
    {
        m_export.leftOut.append({Severity::Error, code, message, place, 0, 0});
    }

    // node-casbin joins fields until the brackets in them match, quoted or not, decodes quotation marks
    // twice, and takes blanks off both ends.
    static bool isMisread(const QString &field)
    {
        const auto isBlank = [](QChar c) { return c.isSpace() || c == QChar(QChar::ByteOrderMark); };
        return isBlank(field.front()) || isBlank(field.back()) || field.count(u'(') != field.count(u')')
            || field.contains(u"\"\"") || (field.startsWith(u'"') && field.endsWith(u'"'));
    }

    void row(const QStringList &fields)
    {
        for (const QString &field : fields) {
            if (isMisread(field)) {
                leaveOut(u"name"_s, fields.join(u' '),
                         u"Casbin would misread %1: its brackets do not match, its quotation marks stand "
                         u"together or "
                         "around it, or a blank is at an end."_s.arg(quoted(field)));
                return;
            }
        }
        QStringList cells;
        for (QString field : fields)
            cells.append(u'"' + field.replace(u'"', u"\"\""_s) + u'"');
        m_rows += cells.join(u',').toUtf8() + '\n';
    }

    void writeRole(RoleId role)
    {
        const QString subject = u"role:"_s + m_rules.nameOf(role);
        const auto write = [&](const PermissionName &grant) {
            row({u"p"_s, subject, grant.resource, grant.action, grant.hasScope() ? grant.scope : u"any"_s});
        };
        policy().grants().forEachOf(role.value, [&](const GrantRow &row) {
            if (!row.grant.isPattern())
                write(policy().nameOf(row.grant));
        });
        for (const PermissionName &pattern : m_rules.index().patterns(role)) {
            for (const PermissionName &access : m_rules.accesses()) {
                if (covers(pattern.withoutScope(), access))
                    write({access.resource, access.action, pattern.scope});
            }
        }
        // All that it inherits, however far: Casbin follows ten levels only.
        for (const RoleId junior : m_rules.roles()) {
            if (junior != role && m_rules.index().reach(role).test(junior.value))
                row({u"g"_s, subject, u"role:"_s + m_rules.nameOf(junior)});
        }
    }

    void writeUser(UserId user)
    {
        const User &subject = policy().users().at(user);
        QList<RoleId> always;
        QList<RoleId> ever;
        policy().assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
            if (!policy().roles().at(row.role).enabled)
                return;
            ever.append(row.role);
            if (policy().validityOf(row).isAlways())
                always.append(row.role);
            else
                leaveOut(u"validity"_s, u"assignment %1 %2"_s.arg(subject.id, m_rules.nameOf(row.role)),
                         u"Casbin knows no time: the assignment of %1 to %2 is not always valid."_s.arg(
                             quoted(subject.id), quoted(m_rules.nameOf(row.role))));
        });
        // Who has all roles at once and breaks a dynamic constraint is denied everything, as without a
        // session.
        if (!brokenConstraints(m_rules.index(), always).isEmpty())
            return;
        if (!brokenConstraints(m_rules.index(), ever).isEmpty()) {
            leaveOut(u"constraint"_s, u"user "_s + subject.id,
                     u"%1 breaks a dynamic constraint for a time, and Casbin knows none."_s.arg(
                         quoted(subject.id)));
            return;
        }
        for (const RoleId role : always)
            row({u"g"_s, u"user:"_s + subject.id, u"role:"_s + m_rules.nameOf(role)});
        if (const QString owner = m_rules.ownerValue(user); !owner.isEmpty())
            row({u"g2"_s, u"user:"_s + subject.id, u"owner:"_s + owner});
    }

    const EngineRules &m_rules;
    EngineExport m_export;
    QByteArray m_rows;
};

} // namespace

EngineExport exportCasbin(const EngineRules &rules)
{
    return CasbinWriter(rules).write();
}

} // namespace rolewright
