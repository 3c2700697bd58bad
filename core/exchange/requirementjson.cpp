// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/requirementjson.h"

#include "core/exchange/entityreader.h"
#include "core/exchange/entitywriter.h"
#include "core/validation/validate.h"

namespace rolewright {

using namespace Qt::StringLiterals;

Result<Requirement> readRequirement(const QByteArray &json, const Policy &policy)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    if (!document)
        return failure(document.error());
    StrictReader in(*document);
    RequirementPlaces places;
    const Place root{document->root(), nullptr, {}, -1};
    Requirement requirement = readRequirement(in, root, &places);
    checkRequirement(policy, requirement,
                     [&](const QString &pointer, const QString &code, const QString &message) {
                         reportBelow(in, places, pointer, code, message);
                     });
    if (!in.isGood())
        return failure(ErrorCode::Invalid, u"This is no requirement."_s, {}, in.findings());
    sortNames(requirement);
    return requirement;
}

QByteArray writeRequirement(const Requirement &requirement)
{
    JsonWriter json;
    writeObject(json, requirement);
    return json.take() + '\n';
}

} // namespace rolewright
