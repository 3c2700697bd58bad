// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/tableimport.h"

#include "core/base/text.h"
#include "core/exchange/csv.h"
#include "core/exchange/strictreader.h"
#include "core/exchange/tablecolumns.h"

#include <QHash>
#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

class TableImporter
{
public:
    TableImporter(const Policy &policy, const QByteArray &text, const TableOptions &options)
        : m_policy(policy)
        , m_options(options)
        , m_reader(text, TableColumns::delimiterOf(text))
    {
    }

    Result<TableImport> read()
    {
        if (readHeader()) {
            while (m_findings.size() < StrictReader::ProblemMaximum && m_reader.next())
                readRow();
            if (m_findings.size() >= StrictReader::ProblemMaximum)
                report({}, u"more"_s, u"There is more that is wrong; mend this first."_s);
        }
        if (hasErrors(m_findings))
            return failure(ErrorCode::Invalid, u"The table is not valid."_s, {}, m_findings);
        m_import.changes = std::move(m_permissions);
        m_import.changes.reserve(m_import.changes.size() + m_roles.size() + m_users.size()
                                 + m_relations.size());
        for (QList<Change> *changes : {&m_roles, &m_users, &m_relations})
            m_import.changes.append(std::move(*changes));
        return std::move(m_import);
    }

private:
    void report(const QString &column, const QString &code, const QString &message)
    {
        m_findings.append({Severity::Error, code, message, column.isEmpty() ? column : u"column "_s + column,
                           m_reader.line(), 0});
    }

    bool readHeader()
    {
        if (!m_reader.next()) {
            report({}, u"header"_s, u"The table is empty; its first line names its columns."_s);
            return false;
        }
        if (m_reader.problem()) {
            report({}, u"syntax"_s, *m_reader.problem());
            return false;
        }
        for (const QString &problem : m_columns.read(m_reader.fields(), m_options.ignoredColumns))
            report({}, u"header"_s, problem);
        for (auto it = m_columns.ignored.cbegin(); it != m_columns.ignored.cend(); ++it)
            m_import.ignoredValues.insert(it.key(), 0);
        return !hasErrors(m_findings);
    }

    void readRow()
    {
        const QStringList &fields = m_reader.fields();
        if (m_reader.problem())
            return report({}, u"syntax"_s, *m_reader.problem());
        if (fields.size() == 1 && fields.first().isEmpty())
            return; // an empty line
        if (fields.size() != m_columns.count)
            return report(
                {}, u"syntax"_s,
                u"The line has %1 fields, the header %2."_s.arg(fields.size()).arg(m_columns.count));
        ++m_import.rows;
        for (auto it = m_columns.ignored.cbegin(); it != m_columns.ignored.cend(); ++it)
            m_import.ignoredValues[it.key()] += !fields.at(it.value()).isEmpty();
        const qsizetype before = m_findings.size();
        const quint32 role = roleOf(fields.at(m_columns.role));
        const quint32 other =
            m_columns.areAssignments() ? userOf(fields.at(m_columns.user)) : grantOf(fields);
        if (m_columns.areAssignments())
            readAssignment(fields, other, role, before == m_findings.size());
        else if (before == m_findings.size())
            addGrant(role, other);
    }

    // A number for each distinct text; what is new to the policy is added once, what breaks a rule reported
    // each time.
    struct Known
    {
        QString name;
        quint32 id = 0xffffffffu; // in the policy, or none
        QString problem;
    };

    quint32 roleOf(const QString &text)
    {
        return numberOf(m_roleNumbers, m_knownRoles, text, u"role"_s, [&](Known &role) {
            role.id = m_policy.roles().idOf(text).value;
            if (role.id == RoleId::None)
                m_roles.append({Verb::Add, Kind::Role, text, {}, {}, {}, Role{text, {}, true}});
        });
    }

    quint32 userOf(const QString &text)
    {
        return numberOf(m_otherNumbers, m_knownOthers, text, u"user"_s, [&](Known &user) {
            user.id = m_policy.users().idOf(text).value;
            if (user.id == UserId::None)
                m_users.append({Verb::Add, Kind::User, text, {}, {}, {}, User{text, text, true, {}, {}}});
        });
    }

    template <class Found>
    quint32 numberOf(QHash<QString, quint32> &numbers, QList<Known> &known, const QString &text,
                     const QString &column, Found found)
    {
        const auto at = numbers.constFind(text);
        const quint32 number = at != numbers.constEnd() ? *at : quint32(known.size());
        if (at == numbers.constEnd()) {
            numbers.insert(text, number);
            Known entry{text, 0xffffffffu, {}};
            if (const auto problem = problemOfName(text))
                entry.problem = u"The name %1 %2."_s.arg(quoted(text), *problem);
            else
                found(entry);
            known.append(entry);
        }
        if (!known.at(number).problem.isEmpty())
            report(column, u"name"_s, known.at(number).problem);
        return number;
    }

    // The grant of a row by its canonical text; `any` has been dropped.
    quint32 grantOf(const QStringList &fields)
    {
        const TableColumns &c = m_columns;
        QString text;
        if (c.permission >= 0) {
            text = fields.at(c.permission);
        } else {
            const QString scope = c.scope >= 0 ? fields.at(c.scope) : QString();
            for (const qsizetype column : {c.resource, c.action, c.scope}) {
                if (column >= 0 && fields.at(column).contains(u':')) {
                    report({}, u"name"_s,
                           u"The part %1 of a permission has a ':'."_s.arg(quoted(fields.at(column))));
                    return 0;
                }
            }
            text = fields.at(c.resource) + u':' + fields.at(c.action)
                + (scope.isEmpty() ? QString() : u':' + scope);
        }
        const auto at = m_otherNumbers.constFind(text);
        const quint32 number = at != m_otherNumbers.constEnd() ? *at : addGrantText(text);
        const Known &grant = m_knownOthers.at(number);
        if (!grant.problem.isEmpty())
            report(c.permission >= 0 ? u"permission"_s : QString(), u"name"_s, grant.problem);
        return number;
    }

    quint32 addGrantText(const QString &text)
    {
        Result<PermissionName> name = parse(text);
        if (!name) {
            m_otherNumbers.insert(text, quint32(m_knownOthers.size()));
            m_knownOthers.append({text, 0xffffffffu, name.error().message});
            return m_otherNumbers.value(text);
        }
        // Another spelling may have been here before: with `any`, or dotted.
        const QString canonical = u' ' + name->toText();
        const auto at = m_otherNumbers.constFind(canonical);
        const quint32 number = at != m_otherNumbers.constEnd() ? *at : quint32(m_knownOthers.size());
        if (at == m_otherNumbers.constEnd()) {
            const GrantId id = m_policy.grantId(*name);
            if (!id.isValid() && !isPattern(*name))
                m_permissions.append(
                    {Verb::Add, Kind::Permission, name->toText(), {}, {}, {}, Permission{*name, {}, false}});
            m_knownOthers.append({name->toText(), id.value, {}});
            m_otherNumbers.insert(canonical, number);
        }
        m_otherNumbers.insert(text, number);
        return number;
    }

    // The failure's message is a whole sentence.
    Result<PermissionName> parse(const QString &text) const
    {
        static constexpr qsizetype TextMaximum = 700;
        const auto refuse = [&](const QString &why) {
            return failure(ErrorCode::Invalid, u"The permission %1 %2."_s.arg(quoted(text), why));
        };
        if (text.size() > TextMaximum)
            return refuse(u"is too long; a segment has at most 100 characters"_s);
        QString colons = text;
        if (m_options.dottedNames && m_columns.permission >= 0) {
            const qsizetype dot = text.lastIndexOf(u'.');
            if (dot < 0 || text.contains(u':'))
                return refuse(u"is not a dotted name such as service.resource.action"_s);
            colons[dot] = u':';
        }
        Result<PermissionName> name = parseGrant(colons);
        if (name)
            return name;
        const bool dotted = !m_options.dottedNames && text.contains(u'.') && !text.contains(u':');
        return refuse(name.error().message
                      + (dotted ? u"; --names dotted reads service.resource.action"_s : QString()));
    }

    void addGrant(quint32 role, quint32 grant)
    {
        const quint64 pair = quint64(role) << 32 | grant;
        if (m_seen.contains(pair)) {
            ++m_import.repeatedRows;
            return;
        }
        m_seen.insert(pair);
        const Known &r = m_knownRoles.at(role);
        const Known &g = m_knownOthers.at(grant);
        if (!m_policy.grants().find(r.id, g.id))
            m_relations.append({Verb::Add, Kind::Grant, r.name, g.name, {}, {}, {}});
    }

    Instant timeOf(const QStringList &fields, qsizetype column, const QString &name, Instant open)
    {
        if (column < 0 || fields.at(column).isEmpty())
            return open;
        const std::optional<Instant> time = parseDocumentTime(fields.at(column));
        if (!time)
            report(name, u"time"_s,
                   u"%1 is not a time; write it as 2027-01-01T00:00:00Z or with an offset."_s.arg(
                       quoted(fields.at(column))));
        return time.value_or(open);
    }

    void readAssignment(const QStringList &fields, quint32 user, quint32 role, bool good)
    {
        const qsizetype before = m_findings.size();
        const Validity validity{timeOf(fields, m_columns.from, u"from"_s, Instant::openStart()),
                                timeOf(fields, m_columns.until, u"until"_s, Instant::openEnd())};
        if (validity.from >= validity.until)
            report({}, u"invalid-validity"_s, u"The end must be after the beginning (from < until)."_s);
        if (!good || before != m_findings.size())
            return;
        const quint64 pair = quint64(user) << 32 | role;
        if (const auto at = m_assigned.constFind(pair); at != m_assigned.constEnd()) {
            if (at->validity == validity)
                ++m_import.repeatedRows;
            else
                report({}, u"invalid-validity"_s,
                       u"Line %1 says another validity for the same user and role."_s.arg(at->line));
            return;
        }
        m_assigned.insert(pair, {validity, m_reader.line()});
        addAssignment(m_knownOthers.at(user), m_knownRoles.at(role), validity);
    }

    void addAssignment(const Known &user, const Known &role, Validity validity)
    {
        const AssignmentRow *row = m_policy.assignments().find(user.id, role.id);
        if (!row) {
            m_relations.append(
                {Verb::Add, Kind::Assignment, user.name, role.name, {}, {}, Assignment{validity, {}}});
            return;
        }
        // A column that is not there says nothing about what is.
        const Validity was = m_policy.validityOf(*row);
        if (m_columns.from < 0)
            validity.from = was.from;
        if (m_columns.until < 0)
            validity.until = was.until;
        if (validity.from >= validity.until)
            return report({}, u"invalid-validity"_s,
                          u"With what the policy has already, the end would not be after the beginning."_s);
        const auto set = [&](const QString &field, Instant before, Instant after) {
            if (before != after)
                m_relations.append({Verb::Set, Kind::Assignment, user.name, role.name, field, before, after});
        };
        // In an order that leaves from < until between the two.
        const bool untilFirst = validity.from >= was.until;
        if (untilFirst)
            set(u"until"_s, was.until, validity.until);
        set(u"from"_s, was.from, validity.from);
        if (!untilFirst)
            set(u"until"_s, was.until, validity.until);
    }

    struct Assigned
    {
        Validity validity;
        qint64 line;
    };

    const Policy &m_policy;
    const TableOptions &m_options;
    CsvReader m_reader;
    TableColumns m_columns;
    Findings m_findings;
    TableImport m_import;
    QList<Change> m_permissions, m_roles, m_users, m_relations;
    QHash<QString, quint32> m_roleNumbers;
    QList<Known> m_knownRoles;
    QHash<QString, quint32> m_otherNumbers; // users, or grants
    QList<Known> m_knownOthers;
    QSet<quint64> m_seen; // role and grant
    QHash<quint64, Assigned> m_assigned; // user and role
};

} // namespace

bool looksLikeTable(const QByteArray &text)
{
    CsvReader reader(text, TableColumns::delimiterOf(text));
    return reader.next() && !reader.problem() && TableColumns::areEnough(reader.fields());
}

TableShape shapeOf(const QByteArray &text)
{
    TableShape shape;
    CsvReader reader(text, TableColumns::delimiterOf(text));
    if (!reader.next() || reader.problem())
        return shape;
    shape.unknownColumns = TableColumns::unknownIn(reader.fields());
    TableColumns columns;
    columns.read(reader.fields(), shape.unknownColumns);
    shape.hasPermissions = columns.permission >= 0;
    if (shape.hasPermissions && reader.next() && columns.permission < reader.fields().size()) {
        const QString &name = reader.fields().at(columns.permission);
        shape.dottedNames = name.contains(u'.') && !name.contains(u':');
    }
    return shape;
}

Result<TableImport> importTable(const Policy &policy, const QByteArray &text, const TableOptions &options)
{
    static const qint64 maximum = JsonLimits().bytes; // as for documents
    if (text.size() > maximum) {
        const QString message =
            u"The table is %1 bytes long; at most %2 are allowed."_s.arg(text.size()).arg(maximum);
        return failure(ErrorCode::Invalid, u"The table is not valid."_s, {},
                       {{Severity::Error, u"too-long"_s, message, {}, 1, 0}});
    }
    return TableImporter(policy, text, options).read();
}

} // namespace rolewright
