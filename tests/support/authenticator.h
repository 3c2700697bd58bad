// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"
#include "core/security/secret.h"

#include <QProcess>

namespace rolewright {

// What an authenticator shows then, by an independent program.
inline QString codeOf(const QString &secret, Instant at)
{
    QProcess oathtool;
    oathtool.start(QStringLiteral("oathtool"), {QStringLiteral("--totp"), QStringLiteral("-b"), QStringLiteral("--now"),
                                                QStringLiteral("@%1").arg(at.msecs / 1000), secret});
    if (!oathtool.waitForFinished() || oathtool.exitCode() != 0)
        qFatal("oathtool: %s", oathtool.readAllStandardError().constData());
    return QString::fromLatin1(oathtool.readAllStandardOutput()).trimmed();
}

inline QString codeOf(const Secret &seed, Instant at)
{
    return codeOf(toBase32(seed), at);
}

} // namespace rolewright
