// SPDX-License-Identifier: Apache-2.0
#include "core/audit/auditevent.h"

#include "core/security/secret.h"

#include <openssl/sha.h>

#include <QtEndian>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Every field goes in with its length in front, so that no two different records hash the same bytes.
class Fields
{
public:
    void add(const QByteArray &bytes)
    {
        add(qint64(bytes.size()));
        m_bytes += bytes;
    }
    void add(const QString &text) { add(text.toUtf8()); }
    void add(qint64 number)
    {
        char buffer[sizeof number];
        qToBigEndian(number, buffer);
        m_bytes.append(buffer, sizeof buffer);
    }
    QByteArray hash() const
    {
        QByteArray hash(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
        SHA256(reinterpret_cast<const unsigned char *>(m_bytes.constData()), size_t(m_bytes.size()),
               reinterpret_cast<unsigned char *>(hash.data()));
        return hash;
    }

private:
    QByteArray m_bytes;
};

QString digestOf(const PersonalValue &personal)
{
    Fields fields;
    fields.add(QByteArray("rolewright personal value"));
    fields.add(personal.salt);
    fields.add(personal.value);
    return QString::fromLatin1(
        fields.hash().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
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

QByteArray chainHash(const QByteArray &previous, const AuditEvent &event)
{
    Fields fields;
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

} // namespace rolewright
