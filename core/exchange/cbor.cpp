// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/cbor.h"

#include <QCborStreamWriter>

namespace rolewright {

namespace {

quint64 childrenOf(const JsonValue &value)
{
    quint64 count = 0;
    for (JsonValue child = value.firstChild(); child.isValid(); child = child.nextSibling())
        ++count;
    return count;
}

// As deep as JsonLimits lets a document be.
void write(QCborStreamWriter &cbor, const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Null:
        cbor.append(nullptr);
        return;
    case JsonValue::Type::Bool:
        cbor.append(value.toBool());
        return;
    case JsonValue::Type::Integer:
    case JsonValue::Type::Number:
        if (const std::optional<qint64> integer = value.toInteger())
            cbor.append(*integer);
        else
            cbor.append(value.rawNumber().toDouble());
        return;
    case JsonValue::Type::String:
        cbor.append(QStringView(value.toString()));
        return;
    case JsonValue::Type::Array:
        cbor.startArray(childrenOf(value));
        for (JsonValue child = value.firstChild(); child.isValid(); child = child.nextSibling())
            write(cbor, child);
        cbor.endArray();
        return;
    case JsonValue::Type::Object:
        cbor.startMap(childrenOf(value));
        for (JsonValue child = value.firstChild(); child.isValid(); child = child.nextSibling()) {
            cbor.append(QStringView(child.key()));
            write(cbor, child);
        }
        cbor.endMap();
        return;
    }
}

} // namespace

QByteArray toCbor(const JsonValue &value)
{
    QByteArray bytes;
    QCborStreamWriter cbor(&bytes);
    write(cbor, value);
    return bytes;
}

} // namespace rolewright
