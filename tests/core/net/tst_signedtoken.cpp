// SPDX-License-Identifier: Apache-2.0
#include "core/net/signedtoken.h"

#include "tests/support/tokensigner.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const Instant Now{1'800'000'000'000};
const TokenIssuer Issuer{u"https://id.example"_s, u"rolewright"_s, "RS256"};
const QByteArray Claims =
    R"({"iss": "https://id.example", "aud": "rolewright", "sub": "alice", "exp": 1800000600})";

} // namespace

class TestSignedToken : public QObject
{
    Q_OBJECT

private:
    Jwk m_one = newKey("one", "RS256");
    Jwk m_two = newKey("two", "RS256");

    TokenVerifier verifier(const TokenIssuer &issuer = Issuer)
    {
        return *TokenVerifier::make(issuer, setOf({publicOf(m_one), publicOf(m_two)}));
    }
    bool isRefused(const QByteArray &token) { return !verifier().verify(token, Now); }

private Q_SLOTS:
    void takesWhatTheIssuerSigned()
    {
        const TokenClaims alice{u"alice"_s, {1'800'000'600'000 + TokenVerifier::Leeway}};
        QCOMPARE(*verifier().verify(signedToken(m_one, Claims), Now), alice);
        QCOMPARE(*verifier().verify(signedToken(m_two, Claims, "RS256", "two"), Now), alice);
        QByteArray several = Claims;
        several.replace("\"rolewright\"", R"(["else", "rolewright"])");
        QCOMPARE(*verifier().verify(signedToken(m_one, several), Now), alice);
        TokenIssuer other = Issuer;
        other.algorithm = "PS256";
        QCOMPARE(*verifier(other).verify(signedToken(m_one, Claims, "PS256"), Now), alice);
        other.algorithm = "ES256";
        const Jwk curve = newKey("one", "ES256");
        const auto curved = TokenVerifier::make(other, setOf({publicOf(m_two), publicOf(curve)}));
        QCOMPARE(*curved->verify(signedToken(curve, Claims, "ES256"), Now), alice);
        // Without a name of a key where there is one key.
        const auto single = TokenVerifier::make(Issuer, setOf({publicOf(m_one)}));
        QCOMPARE(*single->verify(signedToken(m_one, Claims, "RS256", ""), Now), alice);
        QVERIFY(isRefused(signedToken(m_one, Claims, "RS256", "")));
    }

    void refusesWhatItDidNot()
    {
        const QByteArray good = signedToken(m_one, Claims);
        const QByteArrayList parts = good.split('.');
        const auto with = [&](const QByteArray &header, const QByteArray &signature) {
            return encoded(header) + '.' + parts.at(1) + '.' + signature;
        };
        QVERIFY(isRefused(with(R"({"alg": "none"})", {})));
        QVERIFY(isRefused(with(R"({"alg": "none", "kid": "one"})", parts.at(2))));
        // The public key as the secret of another algorithm.
        for (const QByteArray &secret : {publicOf(m_one), setOf({publicOf(m_one)})}) {
            const QByteArray text = encoded(R"({"alg": "HS256", "kid": "one"})") + '.' + parts.at(1);
            QVERIFY(isRefused(
                text + '.'
                + encoded(QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256))));
        }
        QVERIFY(isRefused(signedToken(m_one, Claims, "PS256")));
        QVERIFY(isRefused(signedToken(m_one, Claims, "RS512")));
        QVERIFY(isRefused(signedToken(m_two, Claims))); // with the name of the first
        QVERIFY(isRefused(signedToken(newKey("one", "RS256"), Claims)));
        QVERIFY(isRefused(signedToken(m_one, Claims, "RS256", "three")));
        QVERIFY(!verifier().knowsKeyOf(signedToken(m_one, Claims, "RS256", "three"))
                && verifier().knowsKeyOf(good));
        QVERIFY(isRefused(signedToken(m_one, Claims, "RS256", "one", "exp")));
        // Every byte counts.
        for (qsizetype i = 0; i < good.size(); i += 7) {
            QByteArray changed = good;
            changed[i] = changed.at(i) == 'A' ? 'B' : 'A';
            if (i != good.size() - 1) // the last has bits that mean nothing
                QVERIFY2(isRefused(changed), QByteArray::number(i).constData());
        }
        for (const QByteArray &garbage :
             {QByteArray(), QByteArray("."), QByteArray(".."), QByteArray("a.b.c"), good + ".x",
              parts.at(0) + '.' + parts.at(1), QByteArray(10'000, 'a'), good + QByteArray(9'000, 'A')})
            QVERIFY(isRefused(garbage));
    }

    void refusesWhatIsNotForHereAndNow()
    {
        for (const auto &[was, is] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"id.example", "id.else"},
                 {"\"rolewright\"", "\"else\""},
                 {"\"rolewright\"", "[]"},
                 {"\"rolewright\"", "7"},
                 {"\"alice\"", "\"\""},
                 {"\"alice\"", "7"},
                 {"1800000600", "1799999969"},
                 {"1800000600", "\"1800000600\""},
                 {"1800000600", "1e999"},
                 {", \"exp\": 1800000600", ""},
                 {"\"exp\"", "\"nbf\": 1800000031, \"exp\""},
                 {"\"exp\"", "\"nbf\": \"soon\", \"exp\""},
                 {"\"exp\"", "\"sub\": \"bob\", \"exp\""},
                 {"{\"iss\"", "[{\"iss\""}}) {
            QByteArray claims = Claims;
            claims.replace(was, is);
            QVERIFY2(isRefused(signedToken(m_one, claims)), claims.constData());
        }
        QByteArray begun = Claims;
        begun.replace("\"exp\"", "\"nbf\": 1800000029, \"exp\"");
        QVERIFY(!isRefused(signedToken(m_one, begun)));
    }

    void takesNoWeakKeys()
    {
        const auto isTaken = [](const TokenIssuer &issuer, const QByteArray &set) {
            return TokenVerifier::make(issuer, set).has_value();
        };
        QVERIFY(!isTaken(Issuer, setOf({publicOf(newKey("one", "RS256", 1024))})));
        QVERIFY(!isTaken(Issuer, setOf({publicOf(newKey("one", "ES256"))})));
        QVERIFY(!isTaken(
            Issuer, setOf({R"({"kty": "oct", "kid": "one", "k": "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"})"})));
        QByteArray encrypting = publicOf(m_one);
        encrypting.replace(encrypting.size() - 1, 1, ", \"use\": \"enc\"}");
        QVERIFY(!isTaken(Issuer, setOf({encrypting})));
        QVERIFY(!isTaken(Issuer, "{}"));
        QVERIFY(!isTaken(Issuer, "no JSON"));
        TokenIssuer symmetric = Issuer;
        symmetric.algorithm = "HS256";
        QVERIFY(!isTaken(symmetric, setOf({publicOf(m_one)})));
    }
};

QTEST_GUILESS_MAIN(TestSignedToken)
#include "tst_signedtoken.moc"
