// SPDX-License-Identifier: Apache-2.0
#include "core/security/onetimecode.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <QUrl>

#include <array>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned StepSeconds = OATH_TOTP_DEFAULT_TIME_STEP_SIZE;
constexpr unsigned Digits = 6;

} // namespace

Secret newSeed()
{
    return randomSecret(20);
}

std::optional<qint64> matchingStep(const Secret &seed, const QString &code, Instant now, qint64 last)
{
    const QByteArray given = code.toLatin1();
    if (given.size() != qsizetype(Digits) || now.msecs < 0)
        return {};
    const qint64 current = now.msecs / 1000 / StepSeconds;
    std::optional<qint64> found;
    for (qint64 step = std::max<qint64>(current - 1, 0); step <= current + 1; ++step) {
        std::array<char, Digits + 1> expected{};
        if (oath_totp_generate(seed.data(), size_t(seed.size()), time_t(step * StepSeconds), StepSeconds, 0,
                               Digits, expected.data())
            != OATH_OK)
            return {};
        if (sodium_memcmp(expected.data(), given.constData(), Digits) == 0 && step > last && !found)
            found = step;
        sodium_memzero(expected.data(), expected.size());
    }
    return found;
}

QString enrolmentUri(const Secret &seed, const QString &store, const QString &user)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    const QString issuer = encoded(u"Rolewright "_s + store);
    return u"otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=SHA1&digits=6&period=30"_s.arg(
        issuer, encoded(user), toBase32(seed));
}

} // namespace rolewright
