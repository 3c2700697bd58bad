// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/entityreader.h"

#include "core/base/text.h"
#include "core/decision/decide.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 3> OperationMembers{u"name", u"description", u"requires"};
constexpr std::array<QStringView, 2> OwnerMembers{u"any", u"own"};
constexpr std::array<QStringView, 3> TestMembers{u"name", u"request", u"expect"};
constexpr std::array<QStringView, 2> ExpectationMembers{u"decision", u"reason"};

// In the order of Requirement::Kind.
constexpr std::array<QStringView, 9> RequirementMembers{u"anyPermission", u"allPermissions", u"anyRole",
                                                        u"access",        u"owner",          u"allOf",
                                                        u"anyOf",         u"authenticated",  u"public"};

class RequirementReader
{
public:
    RequirementReader(StrictReader &in, RequirementPlaces &places)
        : m_in(in)
        , m_places(places)
    {
    }

    Requirement read(const Place &at, const QString &path)
    {
        note(at, path);
        const auto members = m_in.members(at, RequirementMembers);
        const Place *said = nullptr;
        qsizetype count = 0;
        for (const Place &member : members) {
            if (!member.isThere())
                continue;
            ++count;
            if (!said)
                said = &member;
        }
        if (count != 1) {
            m_places.damaged.insert(path);
            const bool isEmpty = at.value.isObject() && !at.value.firstChild().isValid();
            if (count > 1 || isEmpty) // otherwise what is there has been reported
                m_in.report(
                    at, u"requirement"_s,
                    u"A requirement has exactly one of %1; nest them in allOf or anyOf."_s.arg(
                        u"anyPermission, allPermissions, anyRole, access, owner, allOf, anyOf, authenticated, public"_s));
        }
        return said
            ? readKind(*said, Requirement::Kind(said - members.data()), path + u'/' + said->name.toString())
            : Requirement();
    }

private:
    Requirement readKind(const Place &at, Requirement::Kind kind, const QString &path)
    {
        using Kind = Requirement::Kind;
        note(at, path);
        Requirement requirement;
        requirement.kind = kind;
        switch (kind) {
        case Kind::AnyPermission:
        case Kind::AllPermissions:
            requirement.names = permissions(at, path);
            break;
        case Kind::AnyRole:
            requirement.names = roles(at, path);
            break;
        case Kind::Access:
            access(at, path, requirement);
            break;
        case Kind::Owner: {
            const auto [any, own] = m_in.members(at, OwnerMembers);
            if (!m_in.require(own))
                m_places.damaged.insert(path + u"/own"_s);
            requirement.names = permissions(any, path + u"/any"_s);
            requirement.own = permissions(own, path + u"/own"_s);
            break;
        }
        case Kind::AllOf:
        case Kind::AnyOf:
            list(at, path, [&](const Place &element) {
                requirement.children.append(
                    read(element, path + u'/' + QString::number(requirement.children.size())));
            });
            break;
        case Kind::Authenticated:
        case Kind::Public:
            if (!m_in.flag(at, true) && at.value.type() == JsonValue::Type::Bool)
                m_in.report(at, u"requirement"_s, u"The only value of %1 is true."_s.arg(at.name));
            break;
        }
        return requirement;
    }

    template <class Visit>
    void list(const Place &at, const QString &path, Visit visit)
    {
        if (!at.isThere())
            return;
        note(at, path);
        if (!at.value.isArray())
            m_places.damaged.insert(path);
        m_in.each(at, visit);
    }

    // Reads each element to a text, or to nothing where it was refused.
    template <class Read>
    QStringList texts(const Place &at, const QString &path, Read read)
    {
        QStringList found;
        QSet<QString> seen;
        list(at, path, [&](const Place &element) {
            const QString text = read(element);
            const bool twice = !text.isEmpty() && seen.contains(text);
            if (twice)
                m_in.reportTwice(element, text);
            if (twice || text.isEmpty()) {
                m_places.damaged.insert(path);
                return;
            }
            note(element, path + u'/' + QString::number(found.size()));
            seen.insert(text);
            found.append(text);
        });
        return found;
    }

    QStringList permissions(const Place &at, const QString &path)
    {
        return texts(at, path, [&](const Place &element) {
            const auto name = readPermissionName(m_in, element);
            return name ? name->toText() : QString();
        });
    }

    QStringList roles(const Place &at, const QString &path)
    {
        return texts(at, path, [&](const Place &element) {
            const QString name = m_in.name(element);
            return problemOfName(name) ? QString() : name;
        });
    }

    void access(const Place &at, const QString &path, Requirement &requirement)
    {
        if (const auto name = readAccessName(m_in, at))
            requirement.names = {name->toText()};
        else
            m_places.damaged.insert(path);
    }

    void note(const Place &at, const QString &path)
    {
        m_places.spots.insert(path, {at.value.offset(), at.pointer()});
    }

    StrictReader &m_in;
    RequirementPlaces &m_places;
};

} // namespace

Requirement readRequirement(StrictReader &in, const Place &at, RequirementPlaces *places)
{
    RequirementPlaces unused;
    return RequirementReader(in, places ? *places : unused).read(at, {});
}

void sortNames(Requirement &requirement)
{
    sortByCodePoint(requirement.names);
    sortByCodePoint(requirement.own);
    for (Requirement &child : requirement.children)
        sortNames(child);
}

void reportBelow(StrictReader &in, const RequirementPlaces &places, QString pointer, const QString &code,
                 const QString &message)
{
    if (places.damaged.contains(pointer))
        return;
    while (!places.spots.contains(pointer) && !pointer.isEmpty())
        pointer.truncate(pointer.lastIndexOf(u'/'));
    const RequirementPlaces::Spot spot = places.spots.value(pointer);
    in.report(spot.offset, spot.pointer, code, message);
}

OperationEntry readOperation(StrictReader &in, const Place &at)
{
    const auto [name, description, required] = in.members(at, OperationMembers);
    in.require(name);
    OperationEntry entry;
    entry.operation.name = in.name(name);
    entry.operation.description = in.description(description);
    if (required.isThere())
        entry.operation.required = readRequirement(in, required, &entry.places);
    return entry;
}

PolicyTest readTest(StrictReader &in, const Place &at, const JsonDocument &document)
{
    const auto [name, request, expect] = in.members(at, TestMembers);
    in.require(name);
    in.require(request);
    in.require(expect);
    return {in.name(name), readTestRequest(in, request, document), readExpectation(in, expect)};
}

QString readTestRequest(StrictReader &in, const Place &at, const JsonDocument &document)
{
    if (!at.isThere())
        return {};
    const Result<Request> request = readRequest(document, at.value, at.pointer());
    if (request) {
        const QString text = canonicalRequest(at.value);
        if (const qsizetype size = text.toUtf8().size(); size > RequestMaximum)
            in.report(at, u"too-long"_s,
                      u"The request of a test is %1 bytes long; at most %2 are allowed."_s.arg(size).arg(
                          RequestMaximum));
        else if (!fitsTest(text))
            in.report(at, u"too-deep"_s,
                      u"The request of a test is nested deeper than %1."_s.arg(TestRequestDepth));
        return text;
    }
    for (const Finding &finding : request.error().findings)
        in.report(at, finding);
    return {};
}

Expectation readExpectation(StrictReader &in, const Place &at)
{
    if (!at.isThere())
        return {};
    if (at.value.type() == JsonValue::Type::Bool)
        return {at.value.toBool(), {}};
    if (!at.value.isObject()) {
        in.report(at, u"type"_s, u"Expected is true, false or an object such as {\"decision\": false}."_s);
        return {};
    }
    const auto [decision, reason] = in.members(at, ExpectationMembers);
    in.require(decision);
    Expectation expectation{in.flag(decision, false), in.text(reason).value_or(QString())};
    const std::optional<Reason> known = reasonFromText(expectation.reason);
    if (reason.isThere() && reason.value.isString() && (!known || *known == Reason::MalformedRequest)) {
        in.report(reason, u"value"_s,
                  u"%1 is no reason of a decision, such as \"granted\" or \"not-granted\"."_s.arg(
                      quoted(expectation.reason)));
        expectation.reason.clear();
    }
    return expectation;
}

} // namespace rolewright
