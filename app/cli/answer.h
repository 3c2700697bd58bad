// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/texttable.h"
#include "core/decision/explain.h"

namespace rolewright::cli {

// What the answers to reverse questions have in common.

// Refuses --csv together with --json.
Status checkForm(bool csv, const Globals &globals);
// As CSV, with its headings also where nothing is in it; or for people, nothing where nothing is in it.
void printTable(const TextTable &table, bool csv, Console &console);

QString throughText(const GrantPath &path); // "editor > author: article:read"

void beginAnswer(JsonWriter &json, qint64 version, std::optional<Instant> at); // opens the object
void writeNames(JsonWriter &json, const QStringList &names);
void writePath(JsonWriter &json, const GrantPath &path); // the members roles and grant

} // namespace rolewright::cli
