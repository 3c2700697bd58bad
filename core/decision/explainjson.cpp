// SPDX-License-Identifier: Apache-2.0
#include "core/decision/explain.h"

#include <array>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString toText(Requirement::Kind kind)
{
    static constexpr std::array texts{u"anyPermission", u"allPermissions", u"anyRole",
                                      u"access",        u"owner",          u"allOf",
                                      u"anyOf",         u"authenticated",  u"public"};
    return QString::fromUtf16(texts.at(size_t(kind)));
}

void writeNames(JsonWriter &json, QStringView key, const QStringList &names)
{
    json.key(key);
    json.beginArray();
    for (const QString &name : names)
        json.value(name);
    json.endArray();
}

void writeText(JsonWriter &json, QStringView key, const QString &text)
{
    if (!text.isEmpty())
        json.member(key, text);
}

template <class T, class Write>
void writeList(JsonWriter &json, QStringView key, const QList<T> &list, Write write)
{
    json.key(key);
    json.beginArray();
    for (const T &item : list) {
        json.beginObject();
        write(item);
        json.endObject();
    }
    json.endArray();
}

void writePaths(JsonWriter &json, const QList<GrantPath> &paths)
{
    writeList(json, u"paths", paths, [&](const GrantPath &path) {
        writeNames(json, u"roles", path.roles);
        writeText(json, u"grant", path.grant);
        writeText(json, u"scope", path.scope);
        writeText(json, u"by", path.by);
    });
}

void writeMisses(JsonWriter &json, const QList<NearMiss> &misses)
{
    writeList(json, u"nearMisses", misses, [&](const NearMiss &miss) {
        json.member(u"reason", toText(miss.kind));
        writeNames(json, u"roles", miss.roles);
        writeText(json, u"grant", miss.grant);
        if (miss.at)
            json.member(u"at", toText(*miss.at));
        writeText(json, u"owner", miss.owner);
    });
}

void writeOffers(JsonWriter &json, const QList<RoleOffer> &roles)
{
    writeList(json, u"roles", roles, [&](const RoleOffer &offer) {
        json.member(u"role", offer.role);
        json.member(u"adds", qint64(offer.adds));
    });
}

void writeNode(JsonWriter &json, const RequirementNode &node)
{
    json.member(u"kind", toText(node.kind));
    writeText(json, u"name", node.name);
    if (node.own)
        json.member(u"own", true);
    json.member(u"met", node.met);
    if (!node.name.isEmpty()) {
        if (node.met) {
            writePaths(json, node.paths);
            if (node.more)
                json.member(u"more", true);
        } else {
            writeMisses(json, node.nearMisses);
            writeOffers(json, node.roles);
        }
    }
    if (!node.children.isEmpty())
        writeList(json, u"children", node.children,
                  [&](const RequirementNode &child) { writeNode(json, child); });
}

} // namespace

void write(JsonWriter &json, const Explanation &explanation)
{
    json.beginObject();
    writePaths(json, explanation.paths);
    json.member(u"more", explanation.more);
    writeMisses(json, explanation.nearMisses);
    writeOffers(json, explanation.roles);
    if (explanation.requirement) {
        json.key(u"requirement");
        json.beginObject();
        writeNode(json, *explanation.requirement);
        json.endObject();
    }
    if (!explanation.constraints.isEmpty())
        writeNames(json, u"constraints", explanation.constraints);
    json.endObject();
}

QByteArray toResponse(const Decision &decision, qint64 policyVersion, const Explanation *explanation)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"decision", decision.allowed);
    json.key(u"context");
    json.beginObject();
    json.member(u"reason", toText(decision.reason));
    json.member(u"policyVersion", policyVersion);
    if (explanation) {
        json.key(u"explanation");
        write(json, *explanation);
    }
    json.endObject();
    json.endObject();
    return json.take();
}

} // namespace rolewright
