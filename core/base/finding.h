// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace rolewright {

enum class Severity { Warning, Error };

// Something that is not good about a policy, a document or a change set. Data, not failure: all of them are reported
// together, each with its place.
struct Finding
{
    Severity severity = Severity::Error;
    QString code; // stable, for machines: "duplicate-name", "inheritance-cycle"
    QString message; // a sentence: what, of what, and what to do
    QString place; // a JSON pointer, "line 3", or a thing such as "role editor"; may be empty
    qint64 line = 0; // 1-based; 0 where not known
    qint64 column = 0; // 1-based, in code points; 0 where not known

    friend bool operator==(const Finding &, const Finding &) = default;
};

using Findings = QList<Finding>;

inline bool hasErrors(const Findings &findings)
{
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error)
            return true;
    }
    return false;
}

// "line 3, column 7: /roles/0/name: the message", whatever of it is known.
QString toText(const Finding &finding);

} // namespace rolewright
