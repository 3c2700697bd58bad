// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <QHash>
#include <QVarLengthArray>

#include <charconv>
#include <cstring>
#include <iterator>
#include <string_view>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Tells how far the lexer has read: nlohmann's callbacks carry no position.
class TrackingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    TrackingIterator(const char *at, const char **consumed)
        : m_at(at)
        , m_consumed(consumed)
    {
    }
    reference operator*() const { return *m_at; }
    TrackingIterator &operator++()
    {
        *m_consumed = ++m_at;
        return *this;
    }
    TrackingIterator operator++(int)
    {
        TrackingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackingIterator &other) const { return m_at == other.m_at; }
    bool operator!=(const TrackingIterator &other) const { return m_at != other.m_at; }

private:
    const char *m_at;
    const char **m_consumed;
};

bool isNumberCharacter(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

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

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

quint32 hexDigits(const char *p)
{
    quint32 value = 0;
    std::from_chars(p, p + 4, value, 16);
    return value;
}

} // namespace

struct JsonBuilder
{
    JsonDocument &document;
    const JsonLimits &limits;
    const char *begin;
    const char *consumed;

    struct Open
    {
        quint32 node;
        bool isObject;
        // Keys seen so far: a list while few, a hash when many.
        QVarLengthArray<std::string, 8> few;
        QHash<QByteArray, bool> many;
    };
    std::vector<Open> open;
    quint32 pendingKey = JsonDocument::NoKey;
    bool pendingDuplicate = false;
    QString problem;
    qint64 problemAt = 0;

    bool refuse(const char *at, const QString &what)
    {
        problem = what;
        problemAt = at - begin;
        return false;
    }

    bool add(JsonValue::Type type, const char *start)
    {
        if (document.m_nodes.size() > limits.items)
            return refuse(start, u"has more than %1 members and elements"_s.arg(limits.items));
        JsonDocument::Node node{};
        node.offset = quint32(start - begin);
        node.key = pendingKey;
        node.next = quint32(document.m_nodes.size() + 1) & 0xfffffff;
        node.type = quint32(type) & 7;
        node.duplicate = pendingDuplicate;
        pendingKey = JsonDocument::NoKey;
        pendingDuplicate = false;
        document.m_nodes.append(node);
        return true;
    }

    bool bracket(JsonValue::Type type)
    {
        if (qsizetype(open.size()) >= limits.depth)
            return refuse(consumed - 1, u"is nested deeper than %1"_s.arg(limits.depth));
        const quint32 node = quint32(document.m_nodes.size());
        if (!add(type, consumed - 1))
            return false;
        open.push_back({node, type == JsonValue::Type::Object, {}, {}});
        return true;
    }

    bool unbracket()
    {
        document.m_nodes[open.back().node].next = quint32(document.m_nodes.size()) & 0xfffffff;
        open.pop_back();
        return true;
    }

    const char *stringStart() const
    {
        // Back from the closing quote to the opening one: the nearest quote with an even number of
        // backslashes.
        const char *p = consumed - 2;
        for (;; --p) {
            if (*p != '"')
                continue;
            const char *q = p;
            while (q > begin && q[-1] == '\\')
                --q;
            if ((p - q) % 2 == 0)
                return p;
        }
    }

    const char *numberStart() const
    {
        const char *end = consumed;
        if (!isNumberCharacter(end[-1]))
            --end; // the lexer looked one character ahead
        while (end > begin && isNumberCharacter(end[-1]))
            --end;
        return end;
    }

    bool null() { return add(JsonValue::Type::Null, consumed - 4); }
    bool boolean(bool value) { return add(JsonValue::Type::Bool, consumed - (value ? 4 : 5)); }
    bool number_integer(qint64) { return add(JsonValue::Type::Integer, numberStart()); }
    bool number_unsigned(quint64) { return add(JsonValue::Type::Integer, numberStart()); }
    bool number_float(double, const std::string &text)
    {
        const bool whole = text.find_first_of(".eE") == std::string::npos;
        return add(whole ? JsonValue::Type::Integer : JsonValue::Type::Number, numberStart());
    }
    bool string(std::string &) { return add(JsonValue::Type::String, stringStart()); }
    bool binary(std::vector<std::uint8_t> &) { return false; }
    bool start_object(std::size_t) { return bracket(JsonValue::Type::Object); }
    bool end_object() { return unbracket(); }
    bool start_array(std::size_t) { return bracket(JsonValue::Type::Array); }
    bool end_array() { return unbracket(); }
    bool key(std::string &name)
    {
        pendingKey = quint32(stringStart() - begin);
        Open &object = open.back();
        if (object.many.isEmpty()) {
            for (const std::string &seen : object.few)
                pendingDuplicate = pendingDuplicate || seen == name;
            object.few.append(name);
            if (object.few.size() > 16) {
                for (const std::string &seen : object.few)
                    object.many.insert(QByteArray::fromStdString(seen), true);
            }
        } else {
            const QByteArray bytes = QByteArray::fromStdString(name);
            pendingDuplicate = object.many.contains(bytes);
            object.many.insert(bytes, true);
        }
        document.m_hasDuplicates = document.m_hasDuplicates || pendingDuplicate;
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &exception)
    {
        // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing value
        // - invalid literal; last read: '..'; expected ..": what was read may be as long as the document.
        std::string_view text = exception.what();
        if (const auto dash = text.find(" - "); dash != text.npos)
            text.remove_prefix(dash + 3);
        else if (const auto colon = text.find(": "); colon != text.npos)
            text.remove_prefix(colon + 2);
        const auto read = text.find("; last read: ");
        const auto expected = text.rfind("; expected ");
        problem = u"is not JSON: "_s + fromUtf8(text.substr(0, read).substr(0, 200));
        if (read != text.npos && expected != text.npos && expected > read)
            problem += fromUtf8(text.substr(expected).substr(0, 200));
        problemAt = position > 0 ? qint64(position) - 1 : 0;
        return false;
    }
};

static_assert(std::is_trivially_copyable_v<JsonValue>);

Result<JsonDocument> JsonDocument::parse(const QByteArray &text, const JsonLimits &limits)
{
    JsonDocument document;
    document.m_text = text;
    const auto refuse = [&](const QString &problem, qint64 offset) {
        const Position at = document.position(offset);
        const QString message = u"The text "_s + problem + u"."_s;
        return failure(ErrorCode::Invalid, u"The input is not valid."_s, {},
                       {{Severity::Error, u"syntax"_s, message, {}, at.line, at.column}});
    };
    if (text.size() > limits.bytes)
        return refuse(u"is %1 bytes long; at most %2 are allowed"_s.arg(text.size()).arg(limits.bytes), 0);
    if (text.startsWith("\xef\xbb\xbf"))
        return refuse(u"begins with a byte order mark; save it as UTF-8 without one"_s, 0);
    const char *begin = text.constData();
    JsonBuilder builder{document, limits, begin, begin, {}, NoKey, false, {}, 0};
    const bool good =
        nlohmann::json::sax_parse(TrackingIterator(begin, &builder.consumed),
                                  TrackingIterator(begin + text.size(), &builder.consumed), &builder);
    if (!good)
        return refuse(builder.problem, builder.problemAt);
    // nlohmann takes a NUL for the end of the input.
    if (const void *nul = std::memchr(begin, 0, size_t(text.size())))
        return refuse(u"is not JSON: it has a NUL byte"_s, static_cast<const char *>(nul) - begin);
    document.m_nodes.squeeze();
    document.mark();
    return document;
}

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
        return QString::fromUtf8(p, end - p);
    QString text;
    while (p < end) {
        const char *run = p;
        while (p < end && *p != '\\')
            ++p;
        text += QString::fromUtf8(run, p - run);
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
    while (end < m_document->m_text.size() && isNumberCharacter(m_document->m_text.at(end)))
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
