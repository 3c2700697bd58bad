// SPDX-License-Identifier: Apache-2.0
#include "core/edit/replacing.h"

#include "core/base/text.h"
#include "core/edit/apply.h"
#include "core/edit/fields.h"

#include <QRegularExpression>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;

Kind kindOf(ReplacedField field)
{
    switch (field) {
    case ReplacedField::RoleName:
        return Kind::Role;
    case ReplacedField::UserKey:
    case ReplacedField::UserName:
        return Kind::User;
    case ReplacedField::PermissionName:
    case ReplacedField::PermissionResource:
    case ReplacedField::PermissionAction:
    case ReplacedField::PermissionScope:
        return Kind::Permission;
    case ReplacedField::ConstraintName:
        return Kind::Constraint;
    case ReplacedField::OperationName:
        return Kind::Operation;
    case ReplacedField::TestName:
        return Kind::Test;
    }
    return Kind::Role;
}

QRegularExpression expressionOf(const Replacing &replacing)
{
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!replacing.isCaseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QString pattern =
        replacing.isRegularExpression ? replacing.find : QRegularExpression::escape(replacing.find);
    return QRegularExpression(pattern, options);
}

QString *segmentOf(PermissionName &name, ReplacedField field)
{
    return field == ReplacedField::PermissionResource ? &name.resource
        : field == ReplacedField::PermissionAction    ? &name.action
                                                  : &name.scope;
}

class Finder
{
public:
    Finder(const Policy &policy, const Replacing &replacing, const CancelToken *cancel)
        : m_policy(policy)
        , m_replacing(replacing)
        , m_expression(expressionOf(replacing))
        , m_cancel(cancel)
    {
    }

    QList<ReplacedName> run()
    {
        if (m_replacing.find.isEmpty() || !m_expression.isValid())
            return {};
        if (m_replacing.field == ReplacedField::UserName) {
            m_policy.users().forEach([&](UserId, const User &user) { look(user.id, user.name); });
        } else if (kindOf(m_replacing.field) == Kind::Permission) {
            m_policy.permissions().forEach([&](PermissionId, const Permission &permission) {
                PermissionName name = permission.name;
                const QString whole = name.toText();
                look(whole, m_replacing.field == ReplacedField::PermissionName ? whole
                                                                             : *segmentOf(name, m_replacing.field));
            });
        } else {
            withTable(m_policy, kindOf(m_replacing.field), [&](const auto &table) {
                table.forEach([&](auto, const auto &entity) { look(keyOf(entity), keyOf(entity)); });
            });
        }
        std::sort(m_found.begin(), m_found.end(), [](const ReplacedName &a, const ReplacedName &b) {
            return lessByCodePoint(a.key, b.key);
        });
        if (m_replacing.field != ReplacedField::UserName)
            findCollisions();
        return m_found;
    }

private:
    void look(const QString &key, const QString &was)
    {
        if (m_cancel && m_cancel->load(std::memory_order_relaxed))
            return;
        QString is = was;
        // Plain text replaces by plain text: a backslash in it is one.
        if (m_replacing.isRegularExpression)
            is.replace(m_expression, m_replacing.with);
        else
            is.replace(m_replacing.find, m_replacing.with,
                       m_replacing.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
        if (is == was) // a display name may be in another form than NFC, and stays so
            return;
        is = toNfc(is);
        if (is == was)
            return;
        ReplacedName name{key, was, is, key, {}};
        check(name);
        m_found.append(name);
    }

    void check(ReplacedName &name) const
    {
        if (m_replacing.field == ReplacedField::UserName) {
            if (const auto problem = problemOfValue(name.is))
                name.problem = u"The display name %1."_s.arg(*problem);
            return;
        }
        if (kindOf(m_replacing.field) != Kind::Permission) {
            name.newKey = name.is;
            if (const auto problem = problemOfName(name.is))
                name.problem = u"The name %1."_s.arg(*problem);
            return;
        }
        if (m_replacing.field == ReplacedField::PermissionName) {
            checkWhole(name);
            return;
        }
        PermissionName permission = *parsePermission(name.key);
        *segmentOf(permission, m_replacing.field) = name.is;
        name.newKey = permission.toText();
        const Result<PermissionName> parsed = parsePermission(name.newKey);
        if (!parsed)
            name.problem = u"The permission %1."_s.arg(parsed.error().message);
        else if (*parsed != permission && !(parsed->scope.isEmpty() && permission.scope == u"any"))
            name.problem = u"A segment of a permission has no colon."_s;
        else
            name.newKey = parsed->toText();
    }

    void checkWhole(ReplacedName &name) const
    {
        name.newKey = name.is;
        const Result<PermissionName> parsed = parsePermission(name.is);
        if (!parsed)
            name.problem = u"The permission %1."_s.arg(parsed.error().message);
        else if (parsed->toText() == name.key)
            name.problem = u"%1 is another spelling of %2."_s.arg(name.is, name.key);
        else
            name.newKey = parsed->toText();
    }

    // Names that are taken, by what stays as it is or by another new name.
    void findCollisions()
    {
        QSet<QString> leaving;
        QHash<QString, int> coming;
        for (const ReplacedName &name : std::as_const(m_found)) {
            if (!name.problem.isEmpty())
                continue;
            leaving.insert(name.key);
            ++coming[name.newKey];
        }
        // What cannot leave stays, and may be in the way of others.
        for (bool again = true; again;) {
            again = false;
            for (ReplacedName &name : m_found) {
                if (!name.problem.isEmpty() || name.newKey == name.key)
                    continue;
                if (coming.value(name.newKey) > 1)
                    name.problem = u"Several would be called %1."_s.arg(name.newKey);
                else if (exists(name.newKey) && !leaving.contains(name.newKey))
                    name.problem = u"%1 exists already."_s.arg(name.newKey);
                else
                    continue;
                leaving.remove(name.key);
                again = true;
            }
        }
    }

    bool exists(const QString &key) const
    {
        return withTable(m_policy, kindOf(m_replacing.field),
                         [&](const auto &table) { return table.idOf(key).isValid(); });
    }

    const Policy &m_policy;
    const Replacing &m_replacing;
    const QRegularExpression m_expression;
    const CancelToken *m_cancel;
    QList<ReplacedName> m_found;
};

// Renames in an order in which each new name is free; a circle would need a name in between, which nobody
// asked for.
Result<QList<Change>> renames(Policy policy, Kind kind, QList<ReplacedName> waiting, const CancelToken *cancel)
{
    QList<Change> all;
    while (!waiting.isEmpty()) {
        QList<ReplacedName> later;
        const qsizetype before = waiting.size();
        for (const ReplacedName &name : std::as_const(waiting)) {
            if (cancel && cancel->load(std::memory_order_relaxed))
                return failure(ErrorCode::Cancelled, u"Replacing was cancelled."_s);
            const bool taken = withTable(
                policy, kind, [&](const auto &table) { return table.idOf(name.newKey).isValid(); });
            if (taken) {
                later.append(name);
                continue;
            }
            const Result<QList<Change>> changes = renaming(policy, kind, name.key, name.newKey);
            if (!changes)
                return changes;
            if (const Status status = apply(policy, *changes); !status)
                return failure(status.error());
            all += *changes;
        }
        if (later.size() == before)
            return failure(ErrorCode::Conflict,
                           u"%1 and others would change names in a circle; replace in two steps."_s.arg(
                               quoted(later.first().key)));
        waiting = later;
    }
    return all;
}

} // namespace

QString Replacing::problem() const
{
    const QRegularExpression expression = expressionOf(*this);
    if (find.isEmpty() || expression.isValid())
        return {};
    return u"This regular expression has an error at character %1: %2."_s
        .arg(expression.patternErrorOffset() + 1)
        .arg(expression.errorString());
}

QList<ReplacedName> findReplacements(const Policy &policy, const Replacing &replacing,
                                     const CancelToken *cancel)
{
    return Finder(policy, replacing, cancel).run();
}

Result<QList<Change>> replacementChanges(const Policy &policy, ReplacedField field,
                                         const QList<ReplacedName> &names, const CancelToken *cancel)
{
    QList<ReplacedName> chosen;
    std::copy_if(names.begin(), names.end(), std::back_inserter(chosen),
                 [](const ReplacedName &name) { return name.problem.isEmpty(); });
    if (field != ReplacedField::UserName)
        return renames(policy, kindOf(field), chosen, cancel);
    QList<Change> changes;
    for (const ReplacedName &name : std::as_const(chosen))
        changes.append({Change::Verb::Set, Kind::User, name.key, {}, u"name"_s, name.was, name.is});
    return completed(policy, changes);
}

} // namespace rolewright
