// SPDX-License-Identifier: Apache-2.0
#include "core/decision/requestscan.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <string_view>

namespace rolewright {

namespace {

using Text = std::string_view;

// Every function takes what it is named after and the space behind it; false wherever it is not that, or not ordinary.
class RequestScanner
{
public:
    RequestScanner(QByteArrayView text, Request &request)
        : m_at(text.data())
        , m_end(text.data() + text.size())
        , m_request(request)
    {
    }

    bool scan()
    {
        skipSpace();
        bool subject = false, action = false, resource = false;
        const bool good = object([&](Text key) {
            if (key == "subject")
                return subject = scanSubject();
            if (key == "action")
                return action = scanAction();
            if (key == "resource")
                return resource = scanResource();
            return key == "context" ? scanContext() : skipValue();
        });
        return good && m_at == m_end && subject && action && resource;
    }

private:
    void skipSpace()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\n' || *m_at == '\r'))
            ++m_at;
    }
    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        skipSpace();
        return true;
    }
    bool takeWord(Text word)
    {
        if (Text(m_at, size_t(m_end - m_at)).substr(0, word.size()) != word)
            return false;
        m_at += word.size();
        skipSpace();
        return true;
    }
    bool string(Text &text)
    {
        if (m_at == m_end || *m_at != '"')
            return false;
        const char *begin = ++m_at;
        // Printable ASCII but for the quote and the backslash.
        while (m_at < m_end && *m_at >= ' ' && *m_at < 0x7f && *m_at != '"' && *m_at != '\\')
            ++m_at;
        if (m_at == m_end || *m_at != '"')
            return false;
        text = Text(begin, size_t(m_at - begin));
        ++m_at;
        skipSpace();
        return true;
    }
    bool integer()
    {
        const char *begin = m_at;
        while (m_at < m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        if (m_at == begin || m_at - begin > 15 || (*begin == '0' && m_at - begin > 1))
            return false;
        skipSpace();
        return true; // a fraction or an exponent is no comma or bracket
    }

    // member(key) takes the value. No key twice.
    template <class Member>
    bool object(Member member)
    {
        if (!take('{'))
            return false;
        if (take('}'))
            return true;
        QVarLengthArray<Text, 8> keys;
        do {
            Text key;
            if (!string(key) || std::find(keys.cbegin(), keys.cend(), key) != keys.cend() || !take(':') || !member(key))
                return false;
            keys.append(key);
            if (keys.size() > 32)
                return false; // their comparison would be slow
        } while (take(','));
        return take('}');
    }

    bool skipValue()
    {
        Text text;
        return string(text) || takeWord("true") || takeWord("false") || takeWord("null") || integer();
    }

    static void assign(QString &to, Text text)
    {
        to.resize(qsizetype(text.size()));
        std::transform(text.begin(), text.end(), to.data(), [](char c) { return QLatin1Char(c); });
    }
    bool name(QString &to)
    {
        Text text;
        if (!string(text) || text.empty())
            return false;
        assign(to, text);
        return true;
    }
    bool names(QStringList &to)
    {
        if (!take('['))
            return false;
        if (take(']'))
            return true;
        do {
            Text text;
            if (!string(text))
                return false;
            assign(to.emplaceBack(), text);
        } while (take(','));
        return take(']');
    }

    bool scanSubject()
    {
        bool type = false, id = false;
        return object([&](Text key) {
                   if (key == "type")
                       return type = name(m_request.subjectType);
                   return key == "id" ? (id = name(m_request.subject)) : skipValue();
               })
            && type && id;
    }
    bool scanAction()
    {
        bool named = false;
        return object([&](Text key) { return key == "name" ? (named = name(m_request.action)) : skipValue(); }) && named;
    }
    bool scanResource()
    {
        bool type = false, id = false;
        return object([&](Text key) {
                   if (key == "type")
                       return type = name(m_request.resourceType);
                   if (key == "id")
                       return id = name(m_request.resource);
                   return key == "properties" ? scanProperties() : skipValue();
               })
            && type && id;
    }
    bool scanProperties()
    {
        return object([&](Text key) {
            if (key == "relations")
                return names(m_request.relations);
            Text text;
            if (!string(text))
                return skipValue();
            if (!text.empty())
                assign(m_request.properties[QString::fromLatin1(key.data(), qsizetype(key.size()))], text);
            return true;
        });
    }
    bool scanContext()
    {
        return object([&](Text key) {
            if (key == "time") {
                Text text;
                if (!string(text))
                    return false;
                std::array<char16_t, 40> wide {};
                if (text.size() > wide.size())
                    return false;
                std::copy(text.begin(), text.end(), wide.begin());
                m_request.time = parseRequestTime(QStringView(wide.data(), qsizetype(text.size())));
                return m_request.time.has_value();
            }
            if (key == "roles")
                return names(m_request.roles.emplace());
            if (key == "explain") {
                m_request.explain = takeWord("true");
                return m_request.explain || takeWord("false");
            }
            return skipValue();
        });
    }

    const char *m_at;
    const char *m_end;
    Request &m_request;
};

} // namespace

bool scanRequest(QByteArrayView text, Request &request)
{
    if (text.size() > 1 << 20)
        return false;
    request.properties.clear();
    request.relations.clear();
    request.time.reset();
    request.roles.reset();
    request.explain = false;
    return RequestScanner(text, request).scan();
}

} // namespace rolewright
