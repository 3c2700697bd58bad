// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/exchange/policyjson.h"

#include <QString>
#include <QTest>

namespace rolewright {

// Policies as text and back, so that a test shows what it is about and a failure reads like a document.

inline Policy policyOf(const QByteArray &json)
{
    const Result<Policy> policy = readPolicy(json);
    if (!policy)
        qFatal("The policy of the test is not valid: %s", qPrintable(toText(policy.error())));
    return *policy;
}

inline QString textOf(const Policy &policy)
{
    return QString::fromUtf8(writePolicy(policy));
}

// The JSON of a change set, one line a change.
inline QStringList linesOf(const QList<Change> &changes)
{
    QStringList lines;
    for (const Change &change : changes) {
        JsonWriter json(JsonWriter::Layout::OneLine);
        write(json, change);
        lines.append(QString::fromUtf8(json.take()));
    }
    return lines;
}

inline QStringList descriptionsOf(const QList<Change> &changes)
{
    QStringList lines;
    for (const Change &change : changes)
        lines.append(describe(change));
    return lines;
}

// What went wrong, with the places and codes of its findings; empty where nothing did.
template <class T>
QStringList problemsOf(const Result<T> &result)
{
    QStringList lines;
    if (result)
        return lines;
    for (const Finding &finding : result.error().findings)
        lines.append(finding.place + QLatin1Char(' ') + finding.code + QLatin1String(": ") + finding.message);
    return lines;
}

} // namespace rolewright
