// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/json.h"
#include "core/edit/change.h"
#include "core/policy/policy.h"

namespace rolewright {

// Documents of semantics.md section 8. Reading is strict: an Invalid error carries every error with its JSON
// pointer, line and column, in document order; a syntax error or a passed limit stands alone. After 100,000
// errors the rest is not looked at, which a last finding says. Pure; any thread.

// The policy document.
Result<Policy> readPolicy(const QByteArray &json);
// The canonical form: reading it and writing it again gives the same bytes.
QByteArray writePolicy(const Policy &policy);

// The change-set document. Add with nested lists (a role with grants and inherits, a user with assignments)
// is read as one change for each; a missing `was` is left open for completed(). `base`, `operation` and
// `reason` are optional: 0, a null id and "" where absent.
Result<ChangeSet> readChangeSet(const QByteArray &json);
QByteArray writeChangeSet(const ChangeSet &changes, JsonWriter::Layout layout = JsonWriter::Layout::Indented);
// One change as a JSON object, as in a change set: what the trail keeps.
void write(JsonWriter &json, const Change &change);

} // namespace rolewright
