// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/explain.h"
#include "core/policy/policy.h"

namespace rolewright {

// Decisions and their reasons in the words of an admin, as plain text.

QString word(bool allowed); // "ALLOWED"
// Few words that stand behind ALLOWED or DENIED: "granted by scope own". The explanation, where it is there
// already, makes them more precise.
QString shortReason(Reason reason, const Explanation *explanation);
// A sentence on this question.
QString sentence(const Decision &decision, const Request &request);
// The question itself: "May alice update article 42 of bob, at 2026-01-01 09:00 UTC?"
QString question(const Request &request, const Ownership &ownership);
// Why a near miss is one, after "editor > author grants article:update:own, but ".
QString obstacle(const NearMiss &miss, const Policy &policy, const QString &user);

} // namespace rolewright
