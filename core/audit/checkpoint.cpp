// SPDX-License-Identifier: Apache-2.0
#include "core/audit/checkpoint.h"

#include "core/base/json.h"

#include <QtEndian>

#include <sodium.h>

namespace rolewright {

using namespace Qt::StringLiterals;

static_assert(SigningSeedSize == crypto_sign_SEEDBYTES);

namespace {

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

// Every field has its length in front, so that no two checkpoints are signed alike.
QByteArray message(const Checkpoint &checkpoint)
{
    const bool endsArchive = !checkpoint.base.isEmpty();
    QByteArray bytes(endsArchive ? "rolewright checkpoint 2\n" : "rolewright checkpoint 1\n");
    const auto number = [&](qint64 value) {
        char buffer[sizeof value];
        qToBigEndian(value, buffer);
        bytes.append(buffer, sizeof buffer);
    };
    for (const QByteArray &field : {checkpoint.store, checkpoint.head}) {
        number(field.size());
        bytes += field;
    }
    number(checkpoint.sequence);
    number(checkpoint.time.msecs);
    if (endsArchive) {
        number(checkpoint.base.size());
        bytes += checkpoint.base;
    }
    return bytes;
}

struct KeyPair
{
    explicit KeyPair(const Secret &seed)
        : publicKey(crypto_sign_PUBLICKEYBYTES, '\0')
        , secretKey(std::vector<char>(crypto_sign_SECRETKEYBYTES))
    {
        Q_ASSERT(seed.size() == SigningSeedSize);
        std::vector<char> bytes(crypto_sign_SECRETKEYBYTES);
        crypto_sign_seed_keypair(bytesOf(publicKey), reinterpret_cast<unsigned char *>(bytes.data()),
                                 reinterpret_cast<const unsigned char *>(seed.data()));
        secretKey = Secret(std::move(bytes));
    }
    QByteArray publicKey;
    Secret secretKey;
};

} // namespace

QByteArray publicKeyOf(const Secret &seed)
{
    return KeyPair(seed).publicKey;
}

Checkpoint signedCheckpoint(const QByteArray &store, const AuditEvent &newest, Instant time,
                            const Secret &seed, const QByteArray &base)
{
    const KeyPair keys(seed);
    Checkpoint checkpoint{
        store, newest.sequence, newest.hash, time, keys.publicKey, QByteArray(crypto_sign_BYTES, '\0'), base};
    const QByteArray bytes = message(checkpoint);
    crypto_sign_detached(bytesOf(checkpoint.signature), nullptr, bytesOf(bytes), quint64(bytes.size()),
                         reinterpret_cast<const unsigned char *>(keys.secretKey.data()));
    return checkpoint;
}

bool isSignatureGood(const Checkpoint &checkpoint)
{
    if (checkpoint.key.size() != qsizetype(crypto_sign_PUBLICKEYBYTES)
        || checkpoint.signature.size() != qsizetype(crypto_sign_BYTES))
        return false;
    const QByteArray bytes = message(checkpoint);
    return crypto_sign_verify_detached(bytesOf(checkpoint.signature), bytesOf(bytes), quint64(bytes.size()),
                                       bytesOf(checkpoint.key))
        == 0;
}

QByteArray toLine(const Anchor &anchor)
{
    return "rolewright-anchor-1 " + QByteArray::number(anchor.sequence) + ' ' + anchor.head.toHex();
}

Result<Anchor> parseAnchor(const QByteArray &line)
{
    const QByteArrayList words = line.trimmed().split(' ');
    if (words.size() == 3 && words.first() == "rolewright-anchor-1") {
        const Anchor anchor{words.at(1).toLongLong(), QByteArray::fromHex(words.at(2))};
        if (anchor.sequence > 0 && anchor.head.size() == chainStart().size() && toLine(anchor) == line.trimmed())
            return anchor;
    }
    return failure(ErrorCode::Invalid,
                   u"This is no anchor of a trail. Nothing was changed: take it from a backup of the keys, or accept the "
                   u"trail as it is."_s);
}

QByteArray toJsonLine(const Checkpoint &checkpoint)
{
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"rolewright-checkpoint", qint64(checkpoint.base.isEmpty() ? 1 : 2));
    json.member(u"store", hex(checkpoint.store));
    json.member(u"sequence", checkpoint.sequence);
    json.member(u"head", hex(checkpoint.head));
    json.member(u"time", toText(checkpoint.time));
    if (!checkpoint.base.isEmpty())
        json.member(u"base", hex(checkpoint.base));
    json.member(u"key", hex(checkpoint.key));
    json.member(u"signature", hex(checkpoint.signature));
    json.endObject();
    return json.take() + '\n';
}

Result<Checkpoint> parseCheckpoint(const QByteArray &line)
{
    const auto invalid = [] {
        return failure(ErrorCode::Invalid,
                       u"This is no checkpoint: take the lines as \"log checkpoint\" wrote them."_s);
    };
    const Result<JsonDocument> document = JsonDocument::parse(line);
    if (!document || document->hasDuplicates() || !document->root().isObject())
        return invalid();
    bool good = true;
    const auto text = [&](QStringView name) {
        const JsonValue value = document->root().member(name);
        good = good && value.isValid() && value.isString();
        return good ? value.toString() : QString();
    };
    const auto bytes = [&](QStringView name) {
        const QByteArray hex = text(name).toLatin1();
        const QByteArray read = QByteArray::fromHex(hex);
        good = good && read.toHex() == hex;
        return read;
    };
    const auto number = [&](QStringView name) {
        const JsonValue value = document->root().member(name);
        good = good && value.isValid() && value.type() == JsonValue::Type::Integer && value.toInteger();
        return good ? *value.toInteger() : 0;
    };
    const qint64 format = number(u"rolewright-checkpoint");
    good = good && (format == 1 || format == 2);
    Checkpoint checkpoint{
        bytes(u"store"), number(u"sequence"), bytes(u"head"), {}, bytes(u"key"), bytes(u"signature"), {}};
    if (format == 2) {
        checkpoint.base = bytes(u"base");
        good = good && !checkpoint.base.isEmpty();
    }
    const std::optional<Instant> time = parseDocumentTime(text(u"time"));
    if (!good || !time)
        return invalid();
    checkpoint.time = *time;
    return checkpoint;
}

} // namespace rolewright
