// SPDX-License-Identifier: Apache-2.0
#include "core/store/http/httplocation.h"

#include "core/net/httpclient.h"

#include <QUrl>
#include <QUrlQuery>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype DigestSize = 32; // of SHA-256
const QString PinPrefix = u"sha256:"_s;

tl::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorCode::Usage,
                   u"%1 Write https://host:8443, or https://user@host:8443?ca=FILE."_s.arg(why));
}

// As openssl prints it, too: in capitals, with colons.
QByteArray pinFrom(const QString &text)
{
    if (!text.startsWith(PinPrefix))
        return {};
    const QByteArray digits = text.mid(PinPrefix.size()).remove(u':').toLatin1().toLower();
    const QByteArray digest = QByteArray::fromHex(digits);
    return digest.size() == DigestSize && digest.toHex() == digits ? digest : QByteArray();
}

} // namespace

bool HttpLocation::isHttp(const QString &location)
{
    return location.startsWith("https://"_L1) || location.startsWith("http://"_L1);
}

Result<HttpLocation> HttpLocation::parse(const QString &location)
{
    QUrl url(location, QUrl::StrictMode);
    if (!isHttp(location) || !url.isValid() || url.host().isEmpty())
        return refused(u"This is not the address of a server."_s);
    if (!url.password().isEmpty())
        return refused(
            u"A store string carries no password: it is asked for, or read from --password-file."_s);
    if (url.hasFragment())
        return refused(u"A store string ends before \"#\"."_s);
    HttpLocation parsed;
    parsed.user = url.userName(QUrl::FullyDecoded);
    const QList<std::pair<QString, QString>> options = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : options) {
        if (name == "ca"_L1 && parsed.authorities.isEmpty() && !value.isEmpty())
            parsed.authorities = value;
        else if (name == "pin"_L1 && parsed.pin.isEmpty() && !pinFrom(value).isEmpty())
            parsed.pin = pinFrom(value);
        else if (name == "pin"_L1)
            return refused(
                u"A pin is the SHA-256 of the server's certificate, once: sha256: and 64 hexadecimal digits."_s);
        else
            return refused(u"The only options of a server are ca, with a PEM file, and pin, each once."_s);
    }
    if (!parsed.authorities.isEmpty() && !parsed.pin.isEmpty())
        return refused(
            u"A certificate is trusted by its authority or by its pin, not by both: leave one out."_s);
    url.setUserInfo({});
    url.setQuery(QString());
    parsed.address = url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments).toString();
    if (const Status fits = HttpClient::check(parsed.address); !fits)
        return refused(fits.error().message);
    if (!HttpClient::isPrivate(parsed.address))
        return refused(
            u"Beyond this machine a server is asked over https only: passwords would cross the network in the clear."_s);
    if (url.scheme() == "http"_L1 && !options.isEmpty())
        return refused(u"There is no certificate to trust over http: leave ca and pin out."_s);
    return parsed;
}

QString HttpLocation::text() const
{
    QUrl url(address);
    if (!user.isEmpty())
        url.setUserName(user, QUrl::DecodedMode);
    QUrlQuery query;
    if (!authorities.isEmpty())
        query.addQueryItem(u"ca"_s, QString::fromLatin1(QUrl::toPercentEncoding(authorities, "/")));
    if (!pin.isEmpty())
        query.addQueryItem(u"pin"_s, PinPrefix + QString::fromLatin1(pin.toHex()));
    if (!query.isEmpty())
        url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QString HttpLocation::name() const
{
    return QUrl(address).authority();
}

} // namespace rolewright
