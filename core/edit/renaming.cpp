// SPDX-License-Identifier: Apache-2.0
// renaming(): the rename itself, and explicit changes of what says the name without referring to the thing.
#include "core/edit/apply.h"

#include "core/base/json.h"
#include "core/edit/fields.h"
#include "core/edit/nameuse.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

struct Names
{
    Kind kind;
    QString from;
    QString to;
    // Of a permission whose resource and action are not known any more, else empty.
    PermissionName oldPair;
    PermissionName newPair;
    QString owner; // the property of a resource that holds a user's id, or empty
};

// The string at object.member, or empty.
QString textAt(const JsonValue &request, QStringView object, QStringView member)
{
    const JsonValue outer = request.member(object);
    const JsonValue inner = outer.isValid() && outer.isObject() ? outer.member(member) : JsonValue();
    return inner.isValid() && inner.isString() ? inner.toString() : QString();
}

// Copies a request; the strings that name the thing are replaced.
class RequestRewriter
{
public:
    RequestRewriter(const Names &names, const JsonValue &request)
        : m_names(names)
    {
        const QString type = textAt(request, u"resource", u"type");
        const QString action = textAt(request, u"action", u"name");
        if (!names.oldPair.action.isEmpty() && type == names.oldPair.resource
            && action == names.oldPair.action) {
            m_new.insert({u"resource"_s, u"type"_s}, names.newPair.resource);
            m_new.insert({u"action"_s, u"name"_s}, names.newPair.action);
        }
        if (names.kind == Kind::Operation && type == u"operation" && action == u"perform")
            m_named.append({u"resource"_s, u"id"_s});
        if (names.kind == Kind::Role)
            m_named.append({u"context"_s, u"roles"_s, QString()});
        if (names.kind == Kind::User && textAt(request, u"subject", u"type") == u"user")
            m_named.append({u"subject"_s, u"id"_s});
        if (names.kind == Kind::User && !names.owner.isEmpty())
            m_named.append({u"resource"_s, u"properties"_s, names.owner});
        copy(request);
    }

    bool isChanged() const { return m_isChanged; }
    QString text() { return QString::fromUtf8(m_json.take()); }

private:
    void copy(const JsonValue &value)
    {
        if (value.isObject()) {
            m_json.beginObject();
            for (JsonValue child = value.firstChild(); child.isValid(); child = child.nextSibling()) {
                m_json.key(child.key());
                m_path.append(child.key());
                copy(child);
                m_path.removeLast();
            }
            m_json.endObject();
        } else if (value.isArray()) {
            m_json.beginArray();
            m_path.append(QString());
            for (JsonValue child = value.firstChild(); child.isValid(); child = child.nextSibling())
                copy(child);
            m_path.removeLast();
            m_json.endArray();
        } else if (value.isString()) {
            const QString was = value.toString();
            const QString is =
                m_new.value(m_path, was == m_names.from && m_named.contains(m_path) ? m_names.to : was);
            m_isChanged = m_isChanged || is != was;
            m_json.value(is);
        } else {
            m_json.value(value);
        }
    }

    const Names &m_names;
    QMap<QStringList, QString> m_new; // the string at a path, whatever it was
    QList<QStringList> m_named; // paths whose string is the old name, if it is
    QStringList m_path;
    bool m_isChanged = false;
    JsonWriter m_json{JsonWriter::Layout::OneLine};
};

void addTests(const Policy &policy, const Names &names, QList<Change> &changes)
{
    // Only a request that has the name as one of its strings is looked at more closely.
    const QString &wanted = names.kind == Kind::Permission ? names.oldPair.resource : names.from;
    if (wanted.isEmpty())
        return;
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.value(wanted);
    const QString written = QString::fromUtf8(json.take());
    for (const TestId id : policy.tests().idsByKey()) {
        const PolicyTest &test = policy.tests().at(id);
        if (!test.request.contains(written))
            continue;
        const Result<JsonDocument> document = JsonDocument::parse(test.request.toUtf8());
        if (!document || !document->root().isObject())
            continue;
        RequestRewriter rewriter(names, document->root());
        if (rewriter.isChanged())
            changes.append(
                {Verb::Set, Kind::Test, test.name, {}, u"request"_s, test.request, rewriter.text()});
    }
}

Requirement withAccess(Requirement requirement, const QString &from, const QString &to)
{
    if (requirement.kind == Requirement::Kind::Access && requirement.names == QStringList{from})
        requirement.names = {to};
    for (Requirement &child : requirement.children)
        child = withAccess(child, from, to);
    return requirement;
}

void addAccess(const Policy &policy, const Names &names, QList<Change> &changes)
{
    for (const OperationId id : policy.operations().idsByKey()) {
        const Operation &operation = policy.operations().at(id);
        if (!operation.required)
            continue;
        const Requirement is =
            withAccess(*operation.required, names.oldPair.toText(), names.newPair.toText());
        if (is != *operation.required)
            changes.append({Verb::Set,
                            Kind::Operation,
                            operation.name,
                            {},
                            u"requires"_s,
                            operation.required,
                            std::optional(is)});
    }
}

bool isKnown(const Policy &policy, const PermissionName &pair)
{
    bool found = false;
    policy.permissions().forEach([&](PermissionId, const Permission &permission) {
        found = found || (permission.name.resource == pair.resource && permission.name.action == pair.action);
    });
    return found;
}

} // namespace

Result<QList<Change>> renaming(const Policy &policy, Change::Kind kind, const QString &from,
                               const QString &to)
{
    Q_ASSERT(isEntity(kind));
    Result<QList<Change>> changes = completed(policy, {{Verb::Rename, kind, from, {}, {}, {}, to}});
    if (!changes)
        return changes;
    Policy after = policy;
    if (Status status = apply(after, *changes); !status)
        return failure(status.error());

    Names names{kind, changes->first().key, std::get<QString>(changes->first().to), {}, {}, {}};
    if (kind == Kind::Permission) {
        const PermissionName oldPair = parsePermission(names.from)->withoutScope();
        if (!isKnown(after, oldPair)) {
            names.oldPair = oldPair;
            names.newPair = parsePermission(names.to)->withoutScope();
            addAccess(after, names, *changes);
        }
    } else if (kind == Kind::User) {
        if (policy.ownership().attribute == u"id")
            names.owner = policy.ownership().property;
        const User &user = after.users().at(after.users().idOf(names.to));
        if (user.name == names.from)
            changes->append({Verb::Set, kind, names.to, {}, u"name"_s, user.name, names.to});
    }
    addTests(after, names, *changes);
    return changes;
}

} // namespace rolewright
