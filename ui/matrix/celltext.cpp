// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/celltext.h"

#include "ui/matrix/cell.h"

#include <QDate>
#include <QRegularExpression>
#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

struct CellText
{
    Q_DECLARE_TR_FUNCTIONS(CellText)
};

// In lower case, as they are compared.
QString shapeText(Cell::Shape shape, Cell::Of what = Cell::Of::Grant)
{
    Cell cell;
    cell.shape = shape;
    return cell.toText(what).toLower();
}

bool saysGranted(const QString &word)
{
    return word == u"granted" || word == u"assigned" || word == shapeText(Cell::Shape::Granted)
        || word == shapeText(Cell::Shape::Granted, Cell::Of::Assignment);
}

bool saysHeld(const QString &word)
{
    static const QSet<QString> words{u"x"_s, u"1"_s, u"yes"_s, u"y"_s, u"true"_s, u"*"_s, u"+"_s, u"✓"_s, u"✔"_s};
    return words.contains(word) || word == CellText::tr("yes", "in a spreadsheet")
        || word == CellText::tr("true", "in a spreadsheet");
}

// Nothing, or held only through something else: the cell itself says nothing then.
bool saysFree(const QString &word)
{
    static const QSet<QString> words{QString(),         u"-"_s,         u"–"_s,          u"."_s,
                                     u"0"_s,            u"no"_s,        u"n"_s,          u"false"_s,
                                     u"not granted"_s,  u"inherited"_s, u"by pattern"_s, u"in some scope only"_s,
                                     u"covered without scope"_s, u"not assigned"_s};
    if (words.contains(word) || word == shapeText(Cell::Shape::None, Cell::Of::Assignment)
        || word == CellText::tr("no", "in a spreadsheet") || word == CellText::tr("false", "in a spreadsheet"))
        return true;
    for (const Cell::Shape shape : {Cell::Shape::None, Cell::Shape::Inherited, Cell::Shape::Pattern,
                                    Cell::Shape::Scoped, Cell::Shape::Covered}) {
        if (word == shapeText(shape))
            return true;
    }
    return false;
}

// The marks that a copied cell carries behind its shape; they say nothing about what is given.
bool isMark(const QString &word)
{
    static const QSet<QString> english{u"temporary"_s, u"without effect now"_s, u"pending"_s, u"sensitive"_s,
                                       u"breaks separation of duty"_s,
                                       u"changed by somebody else a moment ago"_s};
    Cell cell;
    cell.temporary = cell.dimmed = cell.pending = cell.others = cell.sensitive = cell.conflict = true;
    return english.contains(word) || cell.toText().toLower().split(u", "_s).mid(1).contains(word);
}

std::optional<Instant> readMoment(const QString &text)
{
    // A day is its first moment, in UTC.
    if (QDate::fromString(text, u"yyyy-MM-dd"_s).isValid())
        return parseDocumentTime(text + u"T00:00:00Z"_s);
    return parseDocumentTime(text);
}

// Takes "from .." and "until .." out of the text; false where one of them is no moment, or there twice.
bool takeDates(QString &text, std::optional<Instant> &from, std::optional<Instant> &until)
{
    static const QRegularExpression dates(
        u"(?:^|[\\s,])(from|until|%1|%2)\\s+([^\\s,]+),?"_s.arg(
            QRegularExpression::escape(CellText::tr("from", "a moment")),
            QRegularExpression::escape(CellText::tr("until", "a moment"))),
        QRegularExpression::CaseInsensitiveOption);
    for (QRegularExpressionMatch match = dates.match(text); match.hasMatch(); match = dates.match(text)) {
        const QString word = match.captured(1).toLower();
        std::optional<Instant> &moment =
            word == u"from" || word == CellText::tr("from", "a moment").toLower() ? from : until;
        if (moment)
            return false;
        moment = readMoment(match.captured(2));
        if (!moment)
            return false;
        text.replace(match.capturedStart(), match.capturedLength(), u","_s);
    }
    return true;
}

} // namespace

QString withDates(const QString &text, const Validity &validity)
{
    QString dated = text;
    if (validity.from != Instant::openStart())
        dated += u", %1 %2"_s.arg(CellText::tr("from", "a moment"), toText(validity.from));
    if (validity.until != Instant::openEnd())
        dated += u", %1 %2"_s.arg(CellText::tr("until", "a moment"), toText(validity.until));
    return dated;
}

std::optional<CellState> readCellText(const QString &text)
{
    QString rest = text.trimmed();
    std::optional<Instant> from;
    std::optional<Instant> until;
    if (!takeDates(rest, from, until))
        return {};
    const bool dated = from || until;
    QStringList words;
    for (const QString &word : rest.toLower().split(u',')) {
        if (!word.trimmed().isEmpty())
            words.append(word.trimmed());
    }
    const QString first = words.isEmpty() ? QString() : words.takeFirst();
    for (const QString &word : std::as_const(words)) {
        if (!isMark(word))
            return {};
    }
    // Dates alone are given with these dates.
    const bool held = saysGranted(first) || saysHeld(first) || (dated && first.isEmpty());
    if (!held && (dated || !saysFree(first)))
        return {};
    CellState state{held, dated || saysGranted(first), {}};
    state.validity.from = from.value_or(Instant::openStart());
    state.validity.until = until.value_or(Instant::openEnd());
    return state;
}

} // namespace rolewright
