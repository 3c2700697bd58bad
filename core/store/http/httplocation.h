// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

namespace rolewright {

// A store string of a server (interfaces.md, Stores): https://user@host:8443?pin=sha256:...
struct HttpLocation
{
    QString user; // empty: whoever signs in says
    QString address; // https://host:8443, perhaps with a path; http:// for this machine only
    QString authorities; // ca: a PEM file; these are trusted, and no others
    QByteArray pin; // sha256: the digest of the one certificate that is trusted, 32 bytes

    // Usage where it is no such string, or has a password or an option that is not known. No error repeats
    // the string: there may be a password in it.
    static Result<HttpLocation> parse(const QString &location);
    static bool isHttp(const QString &location);

    QString text() const;
    QString name() const; // host:8443

    friend bool operator==(const HttpLocation &, const HttpLocation &) = default;
};

} // namespace rolewright
