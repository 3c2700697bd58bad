// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/coretext.h"

#include "ui/widgets/changetext.h"
#include "ui/widgets/coresentences.h"
#include "ui/widgets/sentencepattern.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace rolewright {

namespace {

struct Known
{
    CoreSentence sentence;
    SentencePattern pattern;
};

// The more a sentence says itself, the earlier it is tried.
const std::vector<Known> &table()
{
    static const std::vector<Known> made = [] {
        std::vector<Known> all;
        for (const auto &sentences : {policySentences(), storeSentences(), archiveSentences()}) {
            for (const CoreSentence &sentence : sentences)
                all.push_back({sentence, SentencePattern(QString::fromUtf8(sentence.text))});
        }
        std::stable_sort(all.begin(), all.end(), [](const Known &a, const Known &b) {
            return a.pattern.fixedLength() > b.pattern.fixedLength();
        });
        return all;
    }();
    return made;
}

// "role editor": a kind or a field by itself, or before a name.
QString withFirstWord(const QString &english)
{
    const qsizetype length = english.indexOf(u' ') < 0 ? english.size() : english.indexOf(u' ');
    return QCoreApplication::translate("change", english.left(length).toUtf8().constData())
        + english.sliced(length);
}

std::optional<QString> said(const QString &english);

// What stands in for the numbers of a sentence; nothing where it is another sentence after all.
std::optional<QHash<int, QString>> partsOf(const Known &known, const QString &english)
{
    std::optional<QHash<int, QString>> parts = known.pattern.parts(english);
    if (!parts)
        return {};
    if (known.sentence.parts & CoreSentence::FirstWord)
        (*parts)[1] = withFirstWord(parts->value(1));
    if (known.sentence.parts & CoreSentence::Nested) {
        QString &last = (*parts)[int(parts->size())];
        const std::optional<QString> nested = last.isEmpty() ? last : said(last);
        if (!nested)
            return {};
        last = *nested;
    }
    if (known.sentence.parts & CoreSentence::Described) {
        QString &description = (*parts)[std::min(2, int(parts->size()))];
        description = describedInWindowLanguage(description).value_or(description);
    }
    return parts;
}

std::optional<QString> said(const QString &english)
{
    for (const Known &known : table()) {
        if (const auto parts = partsOf(known, english))
            return SentencePattern::filled(QCoreApplication::translate("core", known.sentence.text), *parts);
    }
    return {};
}

} // namespace

QString inWindowLanguage(const QString &english)
{
    return said(english).value_or(english);
}

QString summaryInWindowLanguage(const QString &summary)
{
    const std::optional<QString> change = describedInWindowLanguage(summary);
    return change ? *change : inWindowLanguage(summary);
}

QStringList knownCoreTexts()
{
    QStringList texts;
    for (const auto &sentences : {policySentences(), storeSentences(), archiveSentences()}) {
        for (const CoreSentence &sentence : sentences)
            texts.append(QString::fromUtf8(sentence.text));
    }
    return texts;
}

} // namespace rolewright
