// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgreslocation.h"

#include <QUrl>
#include <QUrlQuery>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QStringList &knownOptions()
{
    static const QStringList names{u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"sslcrl"_s};
    return names;
}

tl::unexpected<Error> refusal(const QString &message)
{
    return failure(ErrorCode::Usage, message);
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

bool PostgresLocation::isPostgres(const QString &location)
{
    return location.startsWith("postgresql://"_L1) || location.startsWith("postgres://"_L1);
}

bool PostgresLocation::isOnThisMachine() const
{
    return host.isEmpty() || host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1)
        || host.startsWith(u'/');
}

Result<PostgresLocation> PostgresLocation::parse(const QString &location)
{
    const QUrl url(location, QUrl::StrictMode);
    if (!isPostgres(location) || !url.isValid()) {
        return refusal(u"This is not the name of a PostgreSQL store. Write "
                       u"postgresql://user@host:5432/database, with %XX for "
                       u"special characters."_s);
    }
    if (!url.password().isEmpty() || url.authority().section(u'@', 0, -2).contains(u':')) {
        return refusal(
            u"A password does not belong in the name of a store, where others can read it. Leave it out: it "
            u"is asked "
            u"for, or read from --password-file. Change the password if somebody may have seen it."_s);
    }
    PostgresLocation found;
    found.user = url.userName(QUrl::FullyDecoded);
    found.host = url.host(QUrl::FullyDecoded);
    found.port = url.port(5432);
    found.database = url.path(QUrl::FullyDecoded).mid(1);
    if (found.database.isEmpty() || found.database.contains(u'/') || url.hasFragment()) {
        return refusal(
            u"The name of a PostgreSQL store ends with its database: postgresql://user@host:5432/database."_s);
    }
    // Passwords might hide in here.
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (!knownOptions().contains(name)) {
            return refusal(
                u"The name of a PostgreSQL store has an option that is not known; known are %1. Leave it out."_s
                    .arg(knownOptions().join(u", "_s)));
        }
        found.options.insert(name, value);
    }
    static const QStringList modes{u"disable"_s, u"allow"_s,     u"prefer"_s,
                                   u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    if (!modes.contains(found.options.value(u"sslmode"_s, modes.last())))
        return refusal(u"sslmode is one of %1."_s.arg(modes.join(u", "_s)));
    if (!found.options.contains(u"sslmode"_s) && !found.isOnThisMachine())
        found.options.insert(u"sslmode"_s, u"verify-full"_s);
    return found;
}

QString PostgresLocation::text() const
{
    QString text = u"postgresql://"_s;
    if (!user.isEmpty())
        text += encoded(user) + u'@';
    text += host.contains(u':') ? u'[' + host + u']' : host;
    if (port != 5432)
        text += u':' + QString::number(port);
    text += u'/' + encoded(database);
    QStringList shown;
    for (const auto &[name, value] : options.asKeyValueRange()) {
        if (name != "sslmode"_L1 || value != "verify-full"_L1 || isOnThisMachine())
            shown << name + u'=' + encoded(value);
    }
    return shown.isEmpty() ? text : text + u'?' + shown.join(u'&');
}

} // namespace rolewright
