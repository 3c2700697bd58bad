// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sentencepattern.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &placeholder()
{
    static const QRegularExpression made(u"%([1-9])"_s);
    return made;
}

QRegularExpression whole(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

SentencePattern::SentencePattern(const QString &text, const QList<int> &words)
{
    QString shortest;
    QString longest;
    qsizetype at = 0;
    const auto addFixed = [&](qsizetype end) {
        const QString fixed = QRegularExpression::escape(text.sliced(at, end - at));
        m_fixedLength += end - at;
        shortest += fixed;
        longest += fixed;
    };
    for (auto found = placeholder().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        addFixed(match.capturedStart());
        m_numbers.append(match.captured(1).toInt());
        const bool isWord = words.contains(m_numbers.last());
        shortest += isWord ? u"(\\S+)"_s : u"(.*?)"_s;
        longest += isWord ? u"(\\S+)"_s : u"(.*)"_s;
        at = match.capturedEnd();
    }
    addFixed(text.size());
    m_short = whole(shortest);
    m_long = whole(longest);
}

std::optional<QHash<int, QString>> SentencePattern::captured(const QRegularExpression &pattern,
                                                             const QString &sentence) const
{
    const QRegularExpressionMatch match = pattern.match(sentence);
    if (!match.hasMatch())
        return {};
    QHash<int, QString> parts;
    for (qsizetype i = 0; i < m_numbers.size(); ++i)
        parts.insert(m_numbers.at(i), match.captured(int(i) + 1));
    return parts;
}

std::optional<QHash<int, QString>> SentencePattern::parts(const QString &sentence) const
{
    return captured(m_short, sentence);
}

std::optional<QHash<int, QString>> SentencePattern::clearParts(const QString &sentence) const
{
    const auto parts = captured(m_short, sentence);
    return parts == captured(m_long, sentence) ? parts : std::nullopt;
}

QString SentencePattern::filled(const QString &text, const QHash<int, QString> &parts)
{
    QString made;
    qsizetype at = 0;
    for (auto found = placeholder().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch place = found.next();
        made += text.sliced(at, place.capturedStart() - at) + parts.value(place.captured(1).toInt());
        at = place.capturedEnd();
    }
    return made + text.sliced(at);
}

} // namespace rolewright
