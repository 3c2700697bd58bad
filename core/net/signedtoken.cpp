// SPDX-License-Identifier: Apache-2.0
#include "core/net/signedtoken.h"

#include "core/base/json.h"

#include <cjose/cjose.h>

#include <cmath>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QByteArrayList &algorithms()
{
    static const QByteArrayList names{"RS256", "RS384", "RS512", "PS256", "PS384",
                                      "PS512", "ES256", "ES384", "ES512"};
    return names;
}

tl::unexpected<Error> refusal(const QString &why)
{
    return failure(ErrorCode::NotPermitted, u"The token does not count: %1."_s.arg(why));
}

// A part of a token: an object without doubtful members, or nothing.
std::optional<JsonDocument> part(const QByteArray &encoded)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(encoded,
                                       QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                           | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    Result<JsonDocument> document = JsonDocument::parse(*decoded);
    if (!document || document->hasDuplicates() || !document->root().isObject())
        return {};
    return std::move(*document);
}

QString text(const JsonValue &object, QStringView name)
{
    const JsonValue value = object.member(name);
    return value.isValid() && value.isString() ? value.toString() : QString();
}

// Seconds since 1970, with a fraction or not.
std::optional<Instant> moment(const JsonValue &object, QStringView name)
{
    const JsonValue value = object.member(name);
    if (!value.isValid()
        || (value.type() != JsonValue::Type::Integer && value.type() != JsonValue::Type::Number))
        return {};
    bool isNumber = false;
    const double seconds = value.rawNumber().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || std::abs(seconds) > 1e11)
        return {};
    return Instant{qint64(seconds * 1000)};
}

bool isFor(const JsonValue &claims, const QString &audience)
{
    const JsonValue value = claims.member(u"aud");
    if (!value.isValid())
        return false;
    if (value.isString())
        return value.toString() == audience;
    if (!value.isArray())
        return false;
    for (JsonValue each = value.firstChild(); each.isValid(); each = each.nextSibling()) {
        if (each.isString() && each.toString() == audience)
            return true;
    }
    return false;
}

} // namespace

struct TokenVerifier::Key
{
    QByteArray id;
    cjose_jwk_t *jwk = nullptr;

    Key() = default;
    ~Key() { cjose_jwk_release(jwk); }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;

    bool fits(const QByteArray &algorithm) const
    {
        cjose_err error;
        const size_t size = cjose_jwk_get_keysize(jwk, &error);
        if (!algorithm.startsWith("ES"))
            return cjose_jwk_get_kty(jwk, &error) == CJOSE_JWK_KTY_RSA && size >= 2048;
        const size_t wanted = algorithm == "ES256" ? 256 : algorithm == "ES384" ? 384 : 521;
        return cjose_jwk_get_kty(jwk, &error) == CJOSE_JWK_KTY_EC && size == wanted;
    }
};

Result<TokenVerifier> TokenVerifier::make(const TokenIssuer &issuer, const QByteArray &keys)
{
    if (!algorithms().contains(issuer.algorithm))
        return failure(ErrorCode::Usage,
                       u"The algorithm of signed tokens is one of %1."_s.arg(
                           QString::fromLatin1(algorithms().join(", "))));
    const Result<JsonDocument> document = JsonDocument::parse(keys);
    if (!document)
        return failure(document.error());
    TokenVerifier verifier;
    verifier.m_issuer = issuer;
    const JsonValue list = document->root().isObject() ? document->root().member(u"keys") : JsonValue();
    for (JsonValue each = list.isValid() && list.isArray() ? list.firstChild() : JsonValue(); each.isValid();
         each = each.nextSibling()) {
        if (!each.isObject())
            continue;
        const QString use = text(each, u"use");
        const QString algorithm = text(each, u"alg");
        if ((!use.isEmpty() && use != "sig"_L1)
            || (!algorithm.isEmpty() && algorithm != QLatin1StringView(issuer.algorithm)))
            continue;
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.value(each);
        const QByteArray one = json.take();
        auto key = std::make_shared<Key>();
        cjose_err error;
        key->jwk = cjose_jwk_import(one.constData(), size_t(one.size()), &error);
        key->id = text(each, u"kid").toUtf8();
        if (key->jwk && key->fits(issuer.algorithm))
            verifier.m_keys.append(std::move(key));
    }
    if (verifier.m_keys.isEmpty())
        return failure(
            ErrorCode::Invalid,
            u"There is no key for %1 in the issuer's key set. Give its JWKS, with RSA keys of 2048 bits or "
            u"more, "
            u"or of the curve that belongs to the algorithm."_s.arg(QLatin1StringView(issuer.algorithm)));
    return verifier;
}

const TokenVerifier::Key *TokenVerifier::keyFor(const QByteArray &kid) const
{
    if (kid.isEmpty())
        return m_keys.size() == 1 ? m_keys.first().get() : nullptr;
    for (const std::shared_ptr<const Key> &key : m_keys) {
        if (key->id == kid)
            return key.get();
    }
    return nullptr;
}

bool TokenVerifier::knowsKeyOf(const QByteArray &token) const
{
    const std::optional<JsonDocument> header = part(token.left(std::max<qsizetype>(0, token.indexOf('.'))));
    return header && keyFor(text(header->root(), u"kid").toUtf8());
}

Result<TokenClaims> TokenVerifier::verify(const QByteArray &token, Instant now) const
{
    const QList<QByteArray> parts = token.split('.');
    if (token.size() > TokenMaximum || parts.size() != 3)
        return refusal(u"it is no signed token"_s);
    const std::optional<JsonDocument> header = part(parts.at(0));
    // What the header asks for is not what is done.
    if (!header || text(header->root(), u"alg") != QLatin1StringView(m_issuer.algorithm))
        return refusal(u"it is not signed with %1"_s.arg(QLatin1StringView(m_issuer.algorithm)));
    if (header->root().member(u"crit").isValid())
        return refusal(u"its header has a member that must be understood, and is not"_s);
    const Key *key = keyFor(text(header->root(), u"kid").toUtf8());
    if (!key)
        return refusal(u"its key is not one of the issuer's"_s);
    cjose_err error;
    const std::unique_ptr<cjose_jws_t, void (*)(cjose_jws_t *)> signature(
        cjose_jws_import(token.constData(), size_t(token.size()), &error), cjose_jws_release);
    if (!signature || !cjose_jws_verify(signature.get(), key->jwk, &error))
        return refusal(u"its signature is wrong"_s);
    const std::optional<JsonDocument> claims = part(parts.at(1));
    if (!claims)
        return refusal(u"its claims are no object"_s);
    const JsonValue root = claims->root();
    if (text(root, u"iss") != m_issuer.issuer || !isFor(root, m_issuer.audience))
        return refusal(u"it is of another issuer, or for another audience"_s);
    const std::optional<Instant> expires = moment(root, u"exp");
    const std::optional<Instant> begins = moment(root, u"nbf");
    if (!expires || expires->msecs + Leeway <= now.msecs)
        return refusal(u"it has run out"_s);
    if (root.member(u"nbf").isValid() && (!begins || begins->msecs - Leeway > now.msecs))
        return refusal(u"its time has not come"_s);
    const TokenClaims found{text(root, u"sub"), {expires->msecs + Leeway}};
    if (found.user.isEmpty())
        return refusal(u"it names nobody"_s);
    return found;
}

} // namespace rolewright
