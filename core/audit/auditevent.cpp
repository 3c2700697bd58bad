// SPDX-License-Identifier: Apache-2.0
#include "core/audit/chainhash.h"

#include "core/security/secret.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <QStringConverter>
#include <QtEndian>

#include <array>
#include <cstring>
#include <memory>
#include <vector>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Four characters as bytes, if they are ASCII; in any byte order.
bool packAscii(const char16_t *from, char *to)
{
    quint64 four;
    std::memcpy(&four, from, sizeof four);
    if (four & 0xff80'ff80'ff80'ff80)
        return false;
    four = (four | four >> 8) & 0x0000'ffff'0000'ffff;
    const auto packed = quint32(four | four >> 16);
    std::memcpy(to, &packed, sizeof packed);
    return true;
}

// The ASCII that a text begins with, as bytes; returns how much it is. Nearly all of a trail is that, in
// pieces too short for the strides of Qt's encoder.
qsizetype copyAscii(QStringView text, char *to)
{
    const char16_t *const from = text.utf16();
    const qsizetype size = text.size();
    qsizetype done = 0;
    for (; size - done >= 4; done += 4) {
        if (!packAscii(from + done, to + done))
            return done;
    }
    if (size >= 4)
        return packAscii(from + size - 4, to + size - 4) ? size : done;
    for (; done < size && from[done] < 0x80; ++done)
        to[done] = char(from[done]);
    return done;
}

// Every field goes in with its length in front, so that no two different records hash the same bytes. One a
// thread: a trail has millions of them.
class Fields
{
public:
    static Fields &begin()
    {
        thread_local Fields fields;
        fields.m_size = 0;
        return fields;
    }

    void add(const QByteArray &bytes)
    {
        add(qint64(bytes.size()));
        std::memcpy(grow(bytes.size()), bytes.constData(), size_t(bytes.size()));
    }
    void add(const QString &text)
    {
        const qsizetype at = m_size;
        const qsizetype most = 3 * text.size();
        char *const start = grow(qsizetype(sizeof(qint64)) + most) + sizeof(qint64);
        qsizetype size = copyAscii(text, start);
        if (size < text.size())
            size = m_utf8.appendToBuffer(start + size, QStringView(text).sliced(size)) - start;
        qToBigEndian(qint64(size), m_bytes.data() + at);
        m_size = at + qsizetype(sizeof(qint64)) + size;
    }
    void add(qint64 number) { qToBigEndian(number, grow(sizeof number)); }

    using Hash = std::array<char, SHA256_DIGEST_LENGTH>;
    Hash hash() const
    {
        static const EVP_MD_CTX *const begun = begin256(); // a copy of it is faster than beginning anew
        Hash hash;
        const bool done = begun && EVP_MD_CTX_copy_ex(m_context.get(), begun) == 1
            && EVP_DigestUpdate(m_context.get(), m_bytes.data(), size_t(m_size)) == 1
            && EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(hash.data()), nullptr)
                == 1;
        if (!done)
            qFatal("SHA-256 cannot be computed"); // no memory
        return hash;
    }

private:
    static const EVP_MD_CTX *begin256()
    {
        EVP_MD_CTX *const context = EVP_MD_CTX_new();
        return EVP_DigestInit_ex2(context, EVP_sha256(), nullptr) == 1 ? context : nullptr;
    }
    // Room for so many bytes more.
    char *grow(qsizetype bytes)
    {
        const qsizetype at = m_size;
        m_size += bytes;
        if (qsizetype(m_bytes.size()) < m_size)
            m_bytes.resize(size_t(2 * m_size));
        return m_bytes.data() + at;
    }

    std::vector<char> m_bytes;
    qsizetype m_size = 0; // of it in use
    QStringEncoder m_utf8{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

QByteArray bytesOf(const Fields::Hash &hash)
{
    return QByteArray(hash.data(), qsizetype(hash.size()));
}

QString digestOf(const PersonalValue &personal)
{
    Fields &fields = Fields::begin();
    fields.add(QByteArray("rolewright personal value"));
    fields.add(personal.salt);
    fields.add(personal.value);
    return QString::fromLatin1(
        bytesOf(fields.hash()).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

PersonalValue personalValue(const QString &value)
{
    const Secret random = randomSecret(16);
    PersonalValue made{{}, QByteArray(random.data(), random.size()), value};
    made.digest = digestOf(made);
    return made;
}

bool PersonalValue::isGenuine() const
{
    return digest == digestOf(*this);
}

QByteArray chainStart()
{
    return QByteArray(SHA256_DIGEST_LENGTH, '\0');
}

namespace {

Fields::Hash hashOf(const QByteArray &previous, const AuditEvent &event)
{
    Fields &fields = Fields::begin();
    fields.add(previous);
    fields.add(event.sequence);
    fields.add(event.time.msecs);
    fields.add(event.actor);
    fields.add(event.origin);
    fields.add(event.action);
    fields.add(event.target);
    fields.add(event.chainedName.isEmpty() ? event.targetName : event.chainedName);
    fields.add(event.summary);
    fields.add(event.chainedChange.isEmpty() ? event.change : event.chainedChange);
    fields.add(event.reason);
    fields.add(event.operation);
    fields.add(event.version);
    fields.add(event.result);
    return fields.hash();
}

} // namespace

QByteArray chainHash(const QByteArray &previous, const AuditEvent &event)
{
    return bytesOf(hashOf(previous, event));
}

bool isChained(const QByteArray &previous, const AuditEvent &event)
{
    const Fields::Hash hash = hashOf(previous, event);
    return event.hash == QByteArrayView(hash.data(), qsizetype(hash.size()));
}

} // namespace rolewright
