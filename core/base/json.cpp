// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include "core/base/text.h"

#include <charconv>

namespace rolewright {

namespace {

JsonDocument::Position walk(JsonDocument::Position at, QByteArrayView bytes)
{
    for (const char byte : bytes) {
        if (byte == '\n') {
            ++at.line;
            at.column = 1;
        } else if ((byte & 0xc0) != 0x80) {
            ++at.column;
        }
    }
    return at;
}

quint32 hexDigits(const char *p)
{
    quint32 value = 0;
    std::from_chars(p, p + 4, value, 16);
    return value;
}

} // namespace

JsonValue JsonDocument::root() const
{
    return {this, 0, quint32(m_nodes.size())};
}

void JsonDocument::mark()
{
    Position at;
    for (qint64 offset = MarkDistance; offset < m_text.size(); offset += MarkDistance) {
        at = walk(at, QByteArrayView(m_text).sliced(offset - MarkDistance, MarkDistance));
        m_marks.append(at);
    }
}

JsonDocument::Position JsonDocument::position(qint64 offset) const
{
    const qint64 stop = std::min<qint64>(offset, m_text.size());
    const qint64 mark = std::min<qint64>(stop / MarkDistance, m_marks.size());
    const qint64 start = mark * MarkDistance;
    return walk(mark > 0 ? m_marks.at(mark - 1) : Position(),
                QByteArrayView(m_text).sliced(start, stop - start));
}

QString JsonDocument::stringAt(quint32 offset) const
{
    const char *p = m_text.constData() + offset + 1;
    const char *end = p;
    bool escaped = false;
    for (; *end != '"'; ++end) {
        if (*end == '\\') {
            escaped = true;
            ++end;
        }
    }
    if (!escaped)
        return textFromUtf8({p, end});
    QString text;
    while (p < end) {
        const char *run = p;
        while (p < end && *p != '\\')
            ++p;
        text += textFromUtf8({run, p});
        if (p == end)
            break;
        const char c = p[1];
        p += 2;
        switch (c) {
        case 'b':
            text += u'\b';
            break;
        case 'f':
            text += u'\f';
            break;
        case 'n':
            text += u'\n';
            break;
        case 'r':
            text += u'\r';
            break;
        case 't':
            text += u'\t';
            break;
        case 'u':
            text += QChar(char16_t(hexDigits(p)));
            p += 4;
            break;
        default:
            text += QLatin1Char(c);
            break;
        }
    }
    return text;
}

JsonValue::Type JsonValue::type() const
{
    return Type(m_document->m_nodes.at(m_node).type);
}

bool JsonValue::toBool() const
{
    Q_ASSERT(type() == Type::Bool);
    return m_document->m_text.at(offset()) == 't';
}

std::optional<qint64> JsonValue::toInteger() const
{
    if (type() != Type::Integer)
        return {};
    bool fits = false;
    const qint64 value = rawNumber().toLongLong(&fits);
    return fits ? std::optional(value) : std::nullopt;
}

QString JsonValue::toString() const
{
    Q_ASSERT(isString());
    return m_document->stringAt(m_document->m_nodes.at(m_node).offset);
}

QByteArray JsonValue::rawNumber() const
{
    Q_ASSERT(type() == Type::Integer || type() == Type::Number);
    const qint64 start = offset();
    qint64 end = start;
    while (end < m_document->m_text.size() && JsonDocument::isNumberCharacter(m_document->m_text.at(end)))
        ++end;
    return m_document->m_text.mid(start, end - start);
}

JsonValue JsonValue::firstChild() const
{
    const quint32 end = m_document->m_nodes.at(m_node).next;
    return m_node + 1 < end ? JsonValue(m_document, m_node + 1, end) : JsonValue();
}

JsonValue JsonValue::nextSibling() const
{
    const quint32 next = m_document->m_nodes.at(m_node).next;
    return next < m_end ? JsonValue(m_document, next, m_end) : JsonValue();
}

QString JsonValue::key() const
{
    const quint32 key = m_document->m_nodes.at(m_node).key;
    Q_ASSERT(key != JsonDocument::NoKey);
    return m_document->stringAt(key);
}

bool JsonValue::isDuplicate() const
{
    return m_document->m_nodes.at(m_node).duplicate;
}

JsonValue JsonValue::member(QStringView name) const
{
    for (JsonValue child = firstChild(); child.isValid(); child = child.nextSibling()) {
        if (child.key() == name)
            return child;
    }
    return {};
}

qint64 JsonValue::offset() const
{
    return m_document->m_nodes.at(m_node).offset;
}

qint64 JsonValue::keyOffset() const
{
    const JsonDocument::Node &node = m_document->m_nodes.at(m_node);
    return node.key == JsonDocument::NoKey ? node.offset : node.key;
}

} // namespace rolewright
