// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/coretext.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <vector>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What of a sentence is said by another entry of the table (the last part), or is a word of the context
// "change" (the kinds, the fields); anything else is a name.
enum Parts { Names = 0, Nested = 1, FirstWord = 2 };

struct Sentence
{
    const char *text;
    int parts = Names;
};

constexpr Sentence Sentences[] = {
    // core/validation
    {QT_TRANSLATE_NOOP("core", "A public requirement stands alone; inside another one it says nothing.")},
    {QT_TRANSLATE_NOOP("core", "The list is empty; it names at least one thing.")},
    {QT_TRANSLATE_NOOP("core", "The name %1 stands twice in the list; once is enough.")},
    {QT_TRANSLATE_NOOP("core", "The permission %1 %2."), Nested},
    {QT_TRANSLATE_NOOP("core", "The permission %1 is not in the catalogue; add it, or require another.")},
    {QT_TRANSLATE_NOOP("core",
                       "The permission %1 has the scope %2; the owner's list takes the scope own or none.")},
    {QT_TRANSLATE_NOOP("core", "There is no role %1; add it, or require another.")},
    {QT_TRANSLATE_NOOP("core", "access takes exactly one resource:action.")},
    {QT_TRANSLATE_NOOP("core",
                       "No permission of the catalogue has the resource and action %1, under any scope; add "
                       "one, or require another.")},
    {QT_TRANSLATE_NOOP("core", "The list is empty; it has at least one requirement.")},
    {QT_TRANSLATE_NOOP("core", "Requirements are nested deeper than %1.")},
    {QT_TRANSLATE_NOOP("core",
                       "Constraint %1 forbids that user %2 has %3 together, also by inheritance. Take a role "
                       "away, or change the constraint.")},
    {QT_TRANSLATE_NOOP(
        "core", "The ownership property cannot be relations, which holds the relations of a resource.")},
    {QT_TRANSLATE_NOOP("core",
                       "Roles inherit each other in a cycle: %1. Take one of these inheritances away.")},
    {QT_TRANSLATE_NOOP("core", "The assignment of %1 to %2 ends before it begins.")},
    {QT_TRANSLATE_NOOP("core", "Constraint %1 needs at least two roles; add some, or delete it.")},
    {QT_TRANSLATE_NOOP("core",
                       "The limit of constraint %1 is %2; it is between 2 and the number of its roles, %3.")},
    {QT_TRANSLATE_NOOP("core", "There is no role %1; add it, or name another.")},
    {QT_TRANSLATE_NOOP("core", "The grant %1 %2."), Nested},
    {QT_TRANSLATE_NOOP("core", "The permission %1 is not in the catalogue; add it, or name another.")},
    {QT_TRANSLATE_NOOP("core", "An approval names at least one kind of change.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "There is no kind of change %1; use one such as role.delete, grant.sensitive or administration.")},
    {QT_TRANSLATE_NOOP("core", "The %1 %2 looks like the %1 %3; they are two different things."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The grant %1 of role %2 matches nothing that is known.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "Role %1 alone breaks constraint %2: by inheritance it has %3. Nobody can use it in a session.")},
    {QT_TRANSLATE_NOOP("core", "User %1 has %2, which constraint %3 forbids together.")},
    {QT_TRANSLATE_NOOP("core",
                       "Operation %1 requires that one holds %2, which says nothing about the thing it works "
                       "on. Require access to %3, or use owner.")},
    {QT_TRANSLATE_NOOP("core",
                       "The answer of test %1 depends on when it runs, because an assignment of %2 begins or "
                       "ends. Give it a time.")},
    // core/edit
    {QT_TRANSLATE_NOOP("core", "The value that is added as %1 calls itself %2.")},
    {QT_TRANSLATE_NOOP("core", "There is a %1 already; choose another name."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "A %1 has no field %2."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The new %1 of %2 is not a value of its type."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The %1 %2."), Nested | FirstWord},
    {QT_TRANSLATE_NOOP("core", "The new name of %1 is missing."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The new name of %1, %2, cannot be used: it %3."), Nested},
    {QT_TRANSLATE_NOOP("core", "The new name of %1 is written %2, not %3.")},
    {QT_TRANSLATE_NOOP("core", "There is a %1 %2 already; choose another name."), FirstWord},
    {QT_TRANSLATE_NOOP("core",
                       "The name %1 is still used by %2; change that first, or choose another name.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 has %2 already.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 does not have %2.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 inherits %2 already.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 does not inherit %2.")},
    {QT_TRANSLATE_NOOP("core", "User %1 has the role %2 already.")},
    {QT_TRANSLATE_NOOP("core", "User %1 does not have the role %2.")},
    {QT_TRANSLATE_NOOP("core", "An assignment has no field %1.")},
    {QT_TRANSLATE_NOOP("core", "Constraint %1 has the role %2 already.")},
    {QT_TRANSLATE_NOOP("core", "Constraint %1 does not have the role %2.")},
    {QT_TRANSLATE_NOOP("core", "The %1 has no value."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "There is such %1 already."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "There is no such %1."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The ownership setting has no member %1.")},
    {QT_TRANSLATE_NOOP("core", "The ownership's %1 is a text.")},
    {QT_TRANSLATE_NOOP("core", "The ownership setting %1."), Nested},
    {QT_TRANSLATE_NOOP("core", "A %1 that is removed is still %2; remove that first."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The changes cannot be applied; nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "There is no %1 %2; it may have been removed or renamed."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "A change cannot %1 a thing of the kind %2.")},
    {QT_TRANSLATE_NOOP("core",
                       "Cannot %1: %2%3 %4 is not what the change expects; it was changed meanwhile.")},
    {QT_TRANSLATE_NOOP("core", "The policy would not be valid with these changes; nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "The same cell is pasted twice, with different values.")},
    {QT_TRANSLATE_NOOP("core", "A role holds a grant for good: only assignments have dates.")},
    {QT_TRANSLATE_NOOP("core", "It would end before it begins.")},
    {QT_TRANSLATE_NOOP("core", "There is no role %1.")},
    {QT_TRANSLATE_NOOP("core", "There is no user %1.")},
    {QT_TRANSLATE_NOOP("core", "The catalogue has no permission %1.")},
    {QT_TRANSLATE_NOOP("core", "There is no %1 %2 to copy; it may have been removed or renamed."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "What is still in use cannot be deleted; nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "The %1 %2 cannot be deleted: %3 still names it. Change that first."),
     FirstWord},
    {QT_TRANSLATE_NOOP("core", "The value is not of the kind that is added.")},
    {QT_TRANSLATE_NOOP("core", "There is no role %1; add it first, or leave it out of the constraint.")},
    {QT_TRANSLATE_NOOP("core", "The constraint names the role %1 twice.")},
    {QT_TRANSLATE_NOOP("core", "You delete %1, and somebody else has changed something in it.")},
    {QT_TRANSLATE_NOOP("core", "Somebody else has deleted %1, and you change something in it.")},
    {QT_TRANSLATE_NOOP("core", "You and somebody else have changed the %1.")},
    {QT_TRANSLATE_NOOP("core", "The display name %1."), Nested},
    {QT_TRANSLATE_NOOP("core", "The permission %1."), Nested},
    {QT_TRANSLATE_NOOP("core", "The name %1."), Nested},
    {QT_TRANSLATE_NOOP("core", "A segment of a permission has no colon.")},
    {QT_TRANSLATE_NOOP("core", "Several would be called %1.")},
    {QT_TRANSLATE_NOOP("core", "%1 exists already.")},
    {QT_TRANSLATE_NOOP("core", "Replacing was cancelled.")},
    {QT_TRANSLATE_NOOP("core", "%1 and others would change names in a circle; replace in two steps.")},
    {QT_TRANSLATE_NOOP("core", "This regular expression has an error at character %1: %2.")},
    // core/security, core/store and core/admin: what somebody meets who signs in.
    {QT_TRANSLATE_NOOP(
        "core",
        "You are not signed in: the name, the password or the code is wrong, or there were too many "
        "attempts. Check them, take a code that was not used yet, and after several attempts wait a while.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The store is guarded, and nobody is signed in, or not any more. Nothing was changed: sign in.")},
    {QT_TRANSLATE_NOOP("core", "Nobody is signed in.")},
    {QT_TRANSLATE_NOOP("core",
                       "This is not the code that your authenticator should show by now. Nothing was "
                       "changed: compare the clocks, and give the next code.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store is sealed, and its keys are not at hand. Nothing was changed: give the "
                       "keys of this store.")},
    {QT_TRANSLATE_NOOP("core", "Every record of this store is signed with its keys.")},
    {QT_TRANSLATE_NOOP("core",
                       "These keys are not those of this store, or not any more. Nothing was changed: give "
                       "the keys of this store, or let an administrator enrol yours.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The trail is not sealed up to its end: somebody went round Rolewright, or put an older copy back. "
        "Nothing was changed: verify the trail, and restore the store, or accept it as it is.")},
    {QT_TRANSLATE_NOOP("core",
                       "The records from %1 on were written without the keys, or are not what was sealed.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store is not the one that this installation left, or an older copy of it. "
                       "Nothing was changed: restore the newer one, or accept the trail as it is.")},
    {QT_TRANSLATE_NOOP(
        "core", "This installation saw record %1; the store does not have it, or has another one there.")},
    {QT_TRANSLATE_NOOP("core",
                       "The keychain was not opened. Nothing was changed: unlock it, or use a key file.")},
    {QT_TRANSLATE_NOOP("core",
                       "There is no keychain here. Nothing was changed: start one, or use a key file.")},
    {QT_TRANSLATE_NOOP("core",
                       "The keychain failed: %1. Nothing was changed: try again, or use a key file.")},
    {QT_TRANSLATE_NOOP("core",
                       "The keychain did not answer in time. Nothing was changed: unlock it and try again, "
                       "or use a key file.")},
    {QT_TRANSLATE_NOOP("core", "The key file cannot be used: %1. Nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "%1 may not do %2. Nothing was done: ask an administrator for the right %3.")},
    {QT_TRANSLATE_NOOP("core",
                       "%1 may not make these changes. Nothing was changed: leave out what is named, or ask "
                       "an administrator for the right.")},
    // Predicates: what is wrong with a name, a value, a permission.
    {QT_TRANSLATE_NOOP("core", "is empty")},
    {QT_TRANSLATE_NOOP("core", "begins or ends with a space")},
    {QT_TRANSLATE_NOOP("core", "is %1 characters long; at most %2 are allowed")},
    {QT_TRANSLATE_NOOP("core", "has the lone surrogate %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the noncharacter %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the control character %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the bidirectional control character %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the format character %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the private-use character %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the white space %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "is not in Unicode form NFC; write it composed, as \"%1\"")},
    {QT_TRANSLATE_NOOP("core", "is not of the form resource:action or resource:action:scope")},
    {QT_TRANSLATE_NOOP("core", "has a '*' in its %1; a pattern is allowed in grants only")},
    {QT_TRANSLATE_NOOP("core", "has a '*' in its scope; a scope is never a pattern")},
    {QT_TRANSLATE_NOOP("core", "has a '*' inside its %1; only the whole segment may be '*'")},
    {QT_TRANSLATE_NOOP("core", "is reserved: operations are guarded by what they require")},
    {QT_TRANSLATE_NOOP("core", "is under rolewright/, whose rights are built in and never in the catalogue")},
    {QT_TRANSLATE_NOOP("core",
                       "has the scope \"%1\"; rights under rolewright/ know the scope delegated only")},
    {QT_TRANSLATE_NOOP("core", "is no right of Rolewright")},
    {QT_TRANSLATE_NOOP("core", "has a scope; access takes resource:action and looks at the scopes itself")},
    {QT_TRANSLATE_NOOP("core", "has the property relations, which holds the relations of a resource")},
    {QT_TRANSLATE_NOOP("core", "has an attribute named id, which stands for the user's id itself")},
};

struct Known
{
    Sentence sentence;
    QRegularExpression pattern;
    QList<int> numbers; // of the captures
    qsizetype fixed = 0; // characters that are not parts
};

const QRegularExpression &placeholder()
{
    static const QRegularExpression made(u"%([1-9])"_s);
    return made;
}

Known known(const Sentence &sentence)
{
    Known made{sentence, {}, {}, 0};
    const QString text = QString::fromUtf8(sentence.text);
    QString pattern;
    qsizetype at = 0;
    for (auto found = placeholder().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString fixed = text.sliced(at, match.capturedStart() - at);
        made.fixed += fixed.size();
        pattern += QRegularExpression::escape(fixed) + u"(.*?)"_s;
        made.numbers.append(match.captured(1).toInt());
        at = match.capturedEnd();
    }
    made.fixed += text.size() - at;
    made.pattern = QRegularExpression(
        QRegularExpression::anchoredPattern(pattern + QRegularExpression::escape(text.sliced(at))),
        QRegularExpression::DotMatchesEverythingOption);
    return made;
}

// The more a sentence says itself, the earlier it is tried.
const std::vector<Known> &table()
{
    static const std::vector<Known> made = [] {
        std::vector<Known> all;
        for (const Sentence &sentence : Sentences)
            all.push_back(known(sentence));
        std::stable_sort(all.begin(), all.end(),
                         [](const Known &a, const Known &b) { return a.fixed > b.fixed; });
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
    const QRegularExpressionMatch match = known.pattern.match(english);
    if (!match.hasMatch())
        return {};
    QHash<int, QString> parts;
    for (qsizetype i = 0; i < known.numbers.size(); ++i)
        parts.insert(known.numbers.at(i), match.captured(int(i) + 1));
    if (known.sentence.parts & FirstWord)
        parts[1] = withFirstWord(parts[1]);
    if (known.sentence.parts & Nested) {
        QString &last = parts[int(parts.size())];
        const std::optional<QString> nested = said(last);
        if (!nested)
            return {};
        last = *nested;
    }
    return parts;
}

std::optional<QString> said(const QString &english)
{
    for (const Known &known : table()) {
        const auto parts = partsOf(known, english);
        if (!parts)
            continue;
        const QString phrase = QCoreApplication::translate("core", known.sentence.text);
        QString text;
        qsizetype at = 0;
        for (auto found = placeholder().globalMatch(phrase); found.hasNext();) {
            const QRegularExpressionMatch place = found.next();
            text += phrase.sliced(at, place.capturedStart() - at) + parts->value(place.captured(1).toInt());
            at = place.capturedEnd();
        }
        return text + phrase.sliced(at);
    }
    return {};
}

} // namespace

QString inWindowLanguage(const QString &english)
{
    return said(english).value_or(english);
}

QStringList knownCoreTexts()
{
    QStringList texts;
    for (const Sentence &sentence : Sentences)
        texts.append(QString::fromUtf8(sentence.text));
    return texts;
}

} // namespace rolewright
