// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/changetext.h"

#include "core/edit/describe.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/sentencepattern.h"

#include <QCoreApplication>

#include <vector>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Those of core/edit/describe.cpp that are whole descriptions, the longer ones of a beginning first. `words`
// are the parts that are words of the context "change", as a value may be.
struct Phrase
{
    const char *text;
    QList<int> words = {};
    int value = 0;
};

struct KnownPhrase
{
    Phrase phrase;
    SentencePattern pattern;
};

const std::vector<KnownPhrase> &phrases()
{
    static const std::vector<KnownPhrase> made = [] {
        std::vector<KnownPhrase> all;
        for (const Phrase &phrase :
             std::initializer_list<Phrase>{{"enable role %1"},
                                           {"disable role %1"},
                                           {"activate user %1"},
                                           {"deactivate user %1"},
                                           {"mark permission %1 as sensitive"},
                                           {"mark permission %1 as not sensitive"},
                                           {"let the assignment of %1 to %2 have no beginning"},
                                           {"let the assignment of %1 to %2 have no end"},
                                           {"let the assignment of %1 to %2 begin at %3"},
                                           {"let the assignment of %1 to %2 end at %3"},
                                           {"set the ownership %1 to %2", {1}},
                                           {"let operation %1 require %2", {}, 2},
                                           {"expect test %1 to be %2", {}, 2},
                                           {"set %1 of %2 %3 to %4", {1, 2}, 4},
                                           {"grant %1 to %2"},
                                           {"revoke %1 from %2"},
                                           {"let %1 inherit %2"},
                                           {"stop %1 inheriting %2"},
                                           {"assign %1 to %2"},
                                           {"unassign %1 from %2"},
                                           {"add role %1 to constraint %2"},
                                           {"take role %1 out of constraint %2"},
                                           {"add delegation: %1"},
                                           {"remove delegation: %1"},
                                           {"add approval: %1"},
                                           {"remove approval: %1"},
                                           {"add %1 %2", {1}},
                                           {"remove %1 %2", {1}},
                                           {"rename %1 %2 to %3", {1}}})
            all.push_back({phrase, SentencePattern(QString::fromUtf8(phrase.text), phrase.words)});
        return all;
    }();
    return made;
}

QString say(const QString &phrase)
{
    return QCoreApplication::translate("change", phrase.toUtf8().constData());
}

} // namespace

QString textOf(const Change &change)
{
    return describe(
        change, [](const char *phrase) { return QCoreApplication::translate("change", phrase); }, shownTime);
}

QString textBefore(const Change &change)
{
    return describeBefore(
        change, [](const char *phrase) { return QCoreApplication::translate("change", phrase); }, shownTime);
}

std::optional<QString> describedInWindowLanguage(const QString &english)
{
    // An assignment's dates stand behind it.
    static const QRegularExpression dates(u"^(assign .*?)( from (\\d{4}-\\S+Z))?( until (\\d{4}-\\S+Z))?$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch dated = dates.match(english);
    const QString text = dated.hasMatch() ? dated.captured(1) : english;
    for (const KnownPhrase &known : phrases()) {
        if (!known.pattern.parts(text))
            continue;
        std::optional<QHash<int, QString>> parts = known.pattern.clearParts(text);
        if (!parts)
            return {};
        for (const int word : known.phrase.words)
            (*parts)[word] = say(parts->value(word));
        if (known.phrase.value > 0)
            (*parts)[known.phrase.value] = say(parts->value(known.phrase.value));
        QString made = SentencePattern::filled(say(QString::fromUtf8(known.phrase.text)), *parts);
        if (!dated.captured(3).isEmpty())
            made += say(u" from %1"_s).arg(dated.captured(3));
        if (!dated.captured(5).isEmpty())
            made += say(u" until %1"_s).arg(dated.captured(5));
        return made;
    }
    return {};
}

} // namespace rolewright
