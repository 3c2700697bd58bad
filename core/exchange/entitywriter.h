// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/json.h"
#include "core/edit/change.h"

namespace rolewright {

// The entities of a policy in canonical form (semantics.md, section 8): members in its order, defaults left
// out.

// The members only, so that a document can add its lists before the closing bracket.
void writeMembers(JsonWriter &json, const Role &role);
void writeMembers(JsonWriter &json, const User &user);
void writeMembers(JsonWriter &json, const Assignment &assignment);

void writeObject(JsonWriter &json, const Permission &permission);
void writeObject(JsonWriter &json, const ConstraintValue &constraint);
void writeObject(JsonWriter &json, const Requirement &requirement);
void writeObject(JsonWriter &json, const Operation &operation);
void writeObject(JsonWriter &json, const PolicyTest &test);
void writeObject(JsonWriter &json, const Delegation &delegation);
void writeObject(JsonWriter &json, const Approval &approval);
void writeObject(JsonWriter &json, const QMap<QString, QString> &attributes);

void writeList(JsonWriter &json, const QStringList &texts);
void writeRequest(JsonWriter &json, const QString &request); // a test's, laid out as the document is
void writeExpectation(JsonWriter &json, const Expectation &expectation);
void writeTime(JsonWriter &json, Instant instant); // null for an open end

QString toText(Constraint::Kind kind);
QString toText(Constraint::Mode mode);

} // namespace rolewright
