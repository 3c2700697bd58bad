// SPDX-License-Identifier: Apache-2.0
#include "core/base/result.h"

#include <QStringList>

namespace rolewright {

using namespace Qt::StringLiterals;

QString toText(const Finding &finding)
{
    QStringList parts;
    if (finding.line > 0 && finding.column > 0)
        parts << u"line %1, column %2"_s.arg(finding.line).arg(finding.column);
    else if (finding.line > 0)
        parts << u"line %1"_s.arg(finding.line);
    if (!finding.place.isEmpty())
        parts << finding.place;
    parts << finding.message;
    return parts.join(u": "_s);
}

QString toText(const Error &error)
{
    QString text = error.place.isEmpty() ? error.message : error.place + u": "_s + error.message;
    for (const Finding &finding : error.findings)
        text += u"\n  "_s + toText(finding);
    return text;
}

} // namespace rolewright
