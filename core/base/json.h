// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QSharedDataPointer>

#include <optional>

namespace rolewright {

struct JsonLimits
{
    qint64 bytes = 256ll << 20;
    int depth = 64; // the root is 1
    qint64 items = 10'000'000; // members and elements in all
};

class JsonDocument;

// A cursor into a parsed document: cheap to copy, valid while the document lives. Asking for another type
// than type() is a programming error.
class JsonValue
{
public:
    enum class Type : quint8 { Null, Bool, Integer, Number, String, Array, Object };

    JsonValue() = default;
    bool isValid() const { return m_document != nullptr; }

    Type type() const;
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }
    bool isNull() const { return type() == Type::Null; }

    bool toBool() const;
    // Nothing where the number has a fraction or an exponent, or does not fit.
    std::optional<qint64> toInteger() const;
    QString toString() const;
    QByteArray rawNumber() const; // a number as it is written

    // Elements of an array or values of an object, in order, with duplicates: linear in the subtrees passed
    // over.
    JsonValue firstChild() const; // invalid where there is none
    JsonValue nextSibling() const; // invalid after the last
    QString key() const; // of a member of an object
    bool isDuplicate() const; // an earlier member of the same object has this key
    JsonValue member(QStringView name) const; // the first of that name, or invalid

    qint64 offset() const; // in bytes, of the value (not its key)
    qint64 keyOffset() const; // of the member's key, or offset() for an element

    friend bool operator==(const JsonValue &, const JsonValue &) = default;

private:
    friend class JsonDocument;
    JsonValue(const JsonDocument *document, quint32 node, quint32 end)
        : m_document(document)
        , m_node(node)
        , m_end(end)
    {
    }

    const JsonDocument *m_document = nullptr;
    quint32 m_node = 0;
    quint32 m_end = 0; // one past the last node of the parent
};

// Strict JSON (RFC 8259): UTF-8 without byte order mark, no lone surrogates, no NUL, within limits. Duplicate
// keys are kept and marked, so that a reader can report them among its other findings. 12 bytes a value
// beside the text.
class JsonDocument
{
public:
    // A syntax error or a passed limit is an Invalid error with one finding that has line and column.
    static Result<JsonDocument> parse(const QByteArray &text, const JsonLimits &limits = {});

    JsonValue root() const;
    bool hasDuplicates() const { return m_hasDuplicates; }

    struct Position
    {
        qint64 line = 1;
        qint64 column = 1; // in code points
    };
    Position position(qint64 offset) const; // O(1): a walk over at most 4 KiB

private:
    friend class JsonValue;
    friend struct JsonBuilder;
    struct Node
    {
        quint32 offset;
        quint32 key; // offset of the key's opening quote, or NoKey
        quint32 next : 28; // the node after this one's subtree
        quint32 type : 3;
        quint32 duplicate : 1;
    };
    static constexpr quint32 NoKey = 0xffffffffu;

    static constexpr qint64 MarkDistance = 4096;

    static bool isNumberCharacter(char c)
    {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }
    QString stringAt(quint32 offset) const;
    void mark();

    QByteArray m_text;
    QList<Node> m_nodes;
    QList<Position> m_marks; // the position of every MarkDistance-th byte but the first
    bool m_hasDuplicates = false;
};

// Writes JSON as Python's json.dumps(x, ensure_ascii=False) lays it out: with indent=2 (the canonical form of
// semantics.md section 8), or on one line. The caller keeps to the grammar; misuse is a programming error.
class JsonWriter
{
public:
    enum class Layout { Indented, OneLine };
    explicit JsonWriter(Layout layout = Layout::Indented)
        : m_layout(layout)
    {
    }

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(QStringView name);
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(bool b);
    void value(qint64 number);
    void value(int number) { value(qint64(number)); }
    void null();
    void rawNumber(const QByteArray &number);
    void value(const JsonValue &any); // the whole subtree, members in their order

    template <class T>
    void member(QStringView name, const T &v)
    {
        key(name);
        value(v);
    }

    // Everything written so far; the writer is empty afterwards.
    QByteArray take();
    qsizetype size() const { return m_out.size(); }

private:
    void separate();
    void newLine();
    void close(char bracket);
    void string(QStringView text);

    Layout m_layout;
    QByteArray m_out;
    QList<bool> m_hasItems; // one for each open bracket
    bool m_afterKey = false;
};

} // namespace rolewright
