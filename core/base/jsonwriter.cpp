// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include <utility>

namespace rolewright {

void JsonWriter::newLine()
{
    m_out += '\n';
    m_out.append(m_hasItems.size() * 2, ' ');
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_hasItems.isEmpty())
        return;
    const bool first = !std::exchange(m_hasItems.last(), true);
    if (m_layout == Layout::Indented) {
        if (!first)
            m_out += ',';
        newLine();
    } else if (!first) {
        m_out += ", ";
    }
}

void JsonWriter::beginObject()
{
    separate();
    m_out += '{';
    m_hasItems.append(false);
}

void JsonWriter::beginArray()
{
    separate();
    m_out += '[';
    m_hasItems.append(false);
}

void JsonWriter::close(char bracket)
{
    const bool hadItems = m_hasItems.takeLast();
    if (hadItems && m_layout == Layout::Indented)
        newLine();
    m_out += bracket;
}

void JsonWriter::endObject()
{
    close('}');
}

void JsonWriter::endArray()
{
    close(']');
}

void JsonWriter::string(QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    m_out += '"';
    const QByteArray utf8 = text.toUtf8();
    const char *p = utf8.constData();
    const char *end = p + utf8.size();
    while (p < end) {
        const char *run = p;
        while (p < end && uchar(*p) >= 0x20 && *p != '"' && *p != '\\')
            ++p;
        m_out.append(run, p - run);
        if (p == end)
            break;
        const char c = *p++;
        switch (c) {
        case '"':
            m_out += "\\\"";
            break;
        case '\\':
            m_out += "\\\\";
            break;
        case '\b':
            m_out += "\\b";
            break;
        case '\f':
            m_out += "\\f";
            break;
        case '\n':
            m_out += "\\n";
            break;
        case '\r':
            m_out += "\\r";
            break;
        case '\t':
            m_out += "\\t";
            break;
        default:
            m_out += "\\u00";
            m_out += hex[uchar(c) >> 4];
            m_out += hex[uchar(c) & 15];
        }
    }
    m_out += '"';
}

void JsonWriter::key(QStringView name)
{
    separate();
    string(name);
    m_out += ": ";
    m_afterKey = true;
}

void JsonWriter::value(QStringView text)
{
    separate();
    string(text);
}

void JsonWriter::value(bool b)
{
    separate();
    m_out += b ? "true" : "false";
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_out += QByteArray::number(number);
}

void JsonWriter::null()
{
    separate();
    m_out += "null";
}

void JsonWriter::rawNumber(const QByteArray &number)
{
    separate();
    m_out += number;
}

void JsonWriter::value(const JsonValue &any)
{
    using Type = JsonValue::Type;
    switch (any.type()) {
    case Type::Null:
        null();
        break;
    case Type::Bool:
        value(any.toBool());
        break;
    case Type::Integer:
    case Type::Number:
        rawNumber(any.rawNumber());
        break;
    case Type::String:
        value(any.toString());
        break;
    case Type::Array:
        beginArray();
        for (JsonValue child = any.firstChild(); child.isValid(); child = child.nextSibling())
            value(child);
        endArray();
        break;
    case Type::Object:
        beginObject();
        for (JsonValue child = any.firstChild(); child.isValid(); child = child.nextSibling()) {
            key(child.key());
            value(child);
        }
        endObject();
        break;
    }
}

QByteArray JsonWriter::take()
{
    Q_ASSERT(m_hasItems.isEmpty() && !m_afterKey);
    return std::exchange(m_out, {});
}

} // namespace rolewright
