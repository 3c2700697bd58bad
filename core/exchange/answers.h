// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/json.h"
#include "core/decision/review.h"

namespace rolewright {

// Answers to the reverse questions as a table and as JSON: the same from the command line and from the
// window. Pure; any thread; linear in the answer.

struct AnswerTable
{
    QStringList headings; // "USER"
    QList<QStringList> rows;
};
AnswerTable tableOf(const QList<WhoCan> &users);
AnswerTable tableOf(const QList<WhatCan> &permissions);
AnswerTable tableOf(const QList<RoleGiving> &roles);
AnswerTable tableOf(const QList<OperationAccess> &operations);
// Headings in lower case; no spreadsheet takes a cell for a formula.
QByteArray toCsv(const AnswerTable &table);

// Of which policy it is the answer.
struct AnswerHead
{
    qint64 version = 0;
    bool draft = false; // of what is pending on that version
    std::optional<Instant> at; // where the moment counts
    QString user; // who was asked about
};
QByteArray toJson(const AnswerHead &head, const QList<WhoCan> &users);
QByteArray toJson(const AnswerHead &head, const QList<WhatCan> &permissions);
QByteArray toJson(const AnswerHead &head, const QList<RoleGiving> &roles);
QByteArray toJson(const AnswerHead &head, const QList<OperationAccess> &operations);

void beginAnswer(JsonWriter &json, const AnswerHead &head); // opens the object
void writeNames(JsonWriter &json, const QStringList &names);
void writePath(JsonWriter &json, const GrantPath &path); // the members roles and grant
QString throughText(const GrantPath &path); // "editor > author: article:read"; empty where there is none

} // namespace rolewright
