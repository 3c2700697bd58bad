// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/json.h"
#include "core/store/storeguard.h"

namespace rolewright {

// What the server answers, read back; nothing where it is not what it should be. Members that are not known
// are passed over: a newer server has more. Pure.
std::optional<QList<VersionInfo>> readVersions(const JsonValue &answer);
std::optional<QList<AuditEvent>> readEvents(const JsonValue &answer);
std::optional<TrailFacets> readFacets(const JsonValue &answer);
std::optional<TrailState> readTrailState(const JsonValue &answer);
std::optional<QList<ApprovalRequest>> readRequests(const JsonValue &answer);
std::optional<QList<CredentialState>> readCredentials(const JsonValue &answer);
std::optional<QList<ApplicationToken>> readTokens(const JsonValue &answer);
std::optional<QList<Presence>> readPresence(const JsonValue &answer);
std::optional<qint64> readId(const JsonValue &answer); // what {"id": "7"} says
std::optional<qint64> readNumber(const JsonValue &answer, QStringView name);

} // namespace rolewright
