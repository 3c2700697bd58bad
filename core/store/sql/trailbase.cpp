// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/trailbase.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QByteArray toText(const QList<SealingKey> &keys)
{
    QByteArray text;
    for (const SealingKey &each : keys)
        text += each.key.toHex() + ' ' + QByteArray::number(each.since) + '\n';
    return text;
}

// What toText() did not write is taken for a key that nobody has, so that the digest does not hold.
QList<SealingKey> toKeys(const QByteArray &text)
{
    QList<SealingKey> keys;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 2)
            keys.append({QByteArray::fromHex(words.at(0)), words.at(1).toLongLong()});
    }
    if (toText(keys) != text)
        keys.append({text, 0});
    return keys;
}

} // namespace

QByteArray baseDigest(qint64 version, const QByteArrayList &changes, const QList<SealingKey> &keys)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto number = [&](qint64 value) {
        char buffer[sizeof value];
        qToBigEndian(value, buffer);
        hash.addData(QByteArrayView(buffer, sizeof buffer));
    };
    const auto field = [&](const QByteArray &bytes) {
        number(bytes.size());
        hash.addData(bytes);
    };
    field("rolewright trail base");
    number(version);
    number(changes.size());
    for (const QByteArray &change : changes)
        field(change);
    field(toText(keys));
    return hash.result();
}

QString TrailBase::summary() const
{
    return u"archive the records up to %1, and the versions before %2: %3"_s.arg(
        QString::number(checkpoint.sequence), QString::number(version),
        QString::fromLatin1(checkpoint.base.toHex()));
}

Result<std::optional<TrailBase>> readTrailBase(Database &database)
{
    std::optional<TrailBase> base;
    Statement statement(
        database,
        u"SELECT archive.sequence, first_hash, last_hash, archive.version, keys, time, key, signature, "
        u"archive.event, "
        "event.summary FROM archive LEFT JOIN event ON event.sequence = archive.event AND event.action = 'trail.archive'"_s);
    QString recorded;
    const Status status = statement.forEachRow([&](const Statement &row) {
        base = TrailBase{
            {row.bytes(1), row.integer(0), row.bytes(2), {row.integer(5)}, row.bytes(6), row.bytes(7), {}},
            row.integer(3),
            toKeys(row.text(4).toLatin1()),
            row.integer(8)};
        recorded = row.text(9);
        return false;
    });
    if (!status)
        return failure(status.error());
    if (!base)
        return base;
    // The record says what the row is to be: it is chained.
    base->checkpoint.base = QByteArray::fromHex(recorded.section(u' ', -1).toLatin1());
    return base;
}

Status writeTrailBase(Database &database, const TrailBase &base, const QByteArray &body)
{
    Statement forget(database, u"DELETE FROM archive"_s);
    if (Status status = forget.run(); !status)
        return status;
    Statement statement(database, u"INSERT INTO archive VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    const Checkpoint &checkpoint = base.checkpoint;
    return statement.run(checkpoint.sequence, checkpoint.store, checkpoint.head, base.version, body,
                         QString::fromLatin1(toText(base.keys)), checkpoint.time.msecs, checkpoint.key,
                         checkpoint.signature, base.event);
}

} // namespace rolewright
