// SPDX-License-Identifier: Apache-2.0
#include "core/audit/trailreport.h"

#include "core/audit/auditjson.h"
#include "core/audit/checkpoint.h"
#include "core/audit/signing.h"
#include "core/base/json.h"

#include <QCryptographicHash>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QByteArray First = "{\"report\":\n";
const QByteArray Last = "\n,\"seal\":";

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bodyOf(const TrailReport &report)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"rolewright-report", qint64(1));
    json.member(u"store", report.store);
    json.member(u"by", report.by);
    json.member(u"made", toText(report.made));
    json.member(u"filter", report.filter);
    if (report.since)
        json.member(u"since", toText(*report.since));
    if (report.until)
        json.member(u"until", toText(*report.until));
    json.member(u"state", report.state);
    json.member(u"sequence", report.sequence);
    json.member(u"head", hex(report.head));
    json.member(u"entries", qint64(report.events.size()));
    json.member(
        u"check",
        u"The hash is the SHA-256 of this line: sed -n 2p FILE | tr -d '\\n' | sha256sum. The signature: "
        "rolewrightctl log check-report FILE --key KEY."_s);
    json.endObject();
    QByteArray body = json.take();
    // The entries as everywhere else, each a line there.
    body.chop(1);
    body += ", \"events\": [";
    for (qsizetype i = 0; i < report.events.size(); ++i) {
        QByteArray line = toJsonLine(report.events.at(i));
        line.chop(1);
        body += (i == 0 ? "" : ", ") + line;
    }
    return body + "]}";
}

QByteArray signedBytes(const QByteArray &hash)
{
    return "rolewright report 1\n" + hash;
}

QByteArray sealText(const ReportSeal &seal)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"hash", hex(seal.hash));
    if (!seal.key.isEmpty()) {
        json.member(u"key", hex(seal.key));
        json.member(u"signature", hex(seal.signature));
    }
    json.endObject();
    return json.take();
}

QByteArray hashOf(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

tl::unexpected<Error> notAsWritten(const QString &why)
{
    return failure(
        ErrorCode::Invalid,
        u"This report is not as it was written: %1. Ask whoever made it for the file again."_s.arg(why));
}

} // namespace

SealedReport sealedReport(const TrailReport &report, const Secret *seed)
{
    const QByteArray body = bodyOf(report);
    ReportSeal seal{hashOf(body), {}, {}};
    if (seed) {
        seal.key = publicKeyOf(*seed);
        seal.signature = signatureOf(signedBytes(seal.hash), *seed);
    }
    return {First + body + Last + sealText(seal) + "}\n", seal};
}

Result<ReportSeal> checkedReport(const QByteArray &document)
{
    const qsizetype last = document.lastIndexOf(Last);
    if (!document.startsWith(First) || last < First.size())
        return notAsWritten(u"it is no report, or its lines were joined"_s);
    const QByteArray body = document.mid(First.size(), last - First.size());
    const Result<JsonDocument> parsed = JsonDocument::parse(document);
    if (!parsed || parsed->hasDuplicates() || !parsed->root().isObject())
        return notAsWritten(u"it is not JSON any more"_s);
    const JsonValue seal = parsed->root().member(u"seal");
    const auto bytes = [&](QStringView name) {
        const JsonValue value = seal.isObject() ? seal.member(name) : JsonValue();
        return value.isValid() && value.isString() ? QByteArray::fromHex(value.toString().toLatin1())
                                                   : QByteArray();
    };
    const ReportSeal read{bytes(u"hash"), bytes(u"key"), bytes(u"signature")};
    // To the byte: what a seal says twice, or in other words, is no seal.
    if (document != First + body + Last + sealText(read) + "}\n")
        return notAsWritten(u"its seal was changed"_s);
    if (hashOf(body) != read.hash)
        return notAsWritten(u"its hash does not fit what it says"_s);
    if (!read.key.isEmpty() && !isSignatureGood(signedBytes(read.hash), read.signature, read.key))
        return notAsWritten(u"its signature does not fit its hash"_s);
    return read;
}

} // namespace rolewright
