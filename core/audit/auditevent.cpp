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

void ChainVerifier::add(const AuditEvent &event)
{
    if (m_state.firstBad)
        return;
    const qint64 expected = m_state.intactTo + 1;
    if (event.sequence != expected) {
        m_state.firstBad = expected;
        m_state.problem =
            u"record %1 is missing: record %2 stands in its place"_s.arg(expected).arg(event.sequence);
        return;
    }
    QByteArray hash = chainHash(m_hash, event);
    if (hash != event.hash) {
        m_state.firstBad = expected;
        m_state.problem = u"record %1 is not as it was written: its hash does not match"_s.arg(expected);
        return;
    }
    m_hash = std::move(hash);
    m_state.intactTo = expected;
}

TrailState ChainVerifier::finish(qint64 headSequence, const QByteArray &head) const
{
    TrailState state = m_state;
    if (state.firstBad)
        return state;
    if (state.intactTo < headSequence) {
        state.firstBad = state.intactTo + 1;
        state.problem =
            u"the trail ends at record %1, but %2 were written"_s.arg(state.intactTo).arg(headSequence);
    } else if (state.intactTo > headSequence) {
        state.firstBad = headSequence + 1;
        state.problem =
            u"record %1 was added: only %2 were written"_s.arg(headSequence + 1).arg(headSequence);
    } else if (m_hash != head) {
        state.firstBad = headSequence;
        state.problem =
            u"the last record, %1, is not the one that the head of the trail names"_s.arg(headSequence);
    }
    return state;
}

} // namespace rolewright
