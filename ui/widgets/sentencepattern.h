// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QRegularExpression>

#include <optional>

namespace rolewright {

// A text with the places %1 to %9, to find out what stands in them.
class SentencePattern
{
public:
    // `words`: the numbers in whose places a single word stands.
    explicit SentencePattern(const QString &text, const QList<int> &words = {});

    qsizetype fixedLength() const { return m_fixedLength; } // characters that are not places
    // What stands for each number, as short as it can be from the left; nothing where it is another text.
    std::optional<QHash<int, QString>> parts(const QString &sentence) const;
    // The same where it can be read in one way only.
    std::optional<QHash<int, QString>> clearParts(const QString &sentence) const;

    // `text` with the parts at its places.
    static QString filled(const QString &text, const QHash<int, QString> &parts);

private:
    std::optional<QHash<int, QString>> captured(const QRegularExpression &pattern,
                                                const QString &sentence) const;

    QRegularExpression m_short;
    QRegularExpression m_long;
    QList<int> m_numbers; // of the captures
    qsizetype m_fixedLength = 0;
};

} // namespace rolewright
