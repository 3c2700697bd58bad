// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/filterwords.h"

#include <QCoreApplication>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

} // namespace

QString titleOf(FilterAxis axis)
{
    switch (axis) {
    case FilterAxis::Permission:
        return Words::tr("permissions");
    case FilterAxis::Role:
        return Words::tr("roles");
    case FilterAxis::User:
        return Words::tr("users");
    case FilterAxis::Constraint:
        return Words::tr("constraints");
    case FilterAxis::Operation:
        return Words::tr("operations");
    case FilterAxis::Test:
        return Words::tr("tests");
    }
    return {};
}

QString filterKind(FilterAxis axis)
{
    switch (axis) {
    case FilterAxis::Permission:
        return u"permission"_s;
    case FilterAxis::Role:
        return u"role"_s;
    case FilterAxis::User:
        return u"user"_s;
    case FilterAxis::Constraint:
        return u"constraint"_s;
    case FilterAxis::Operation:
        return u"operation"_s;
    case FilterAxis::Test:
        return u"test"_s;
    }
    return {};
}

QString toSentence(const FilterProblem &problem, FilterAxis axis)
{
    const qsizetype at = problem.place + 1;
    switch (problem.kind) {
    case FilterProblem::Kind::TooLong:
        return Words::tr("Character %1: this filter is too long or too deep.").arg(at);
    case FilterProblem::Kind::MissingOperand:
        return Words::tr("Character %1: something to look for is missing here.").arg(at);
    case FilterProblem::Kind::UnclosedParenthesis:
        return Words::tr("Character %1: this parenthesis is not closed.").arg(at);
    case FilterProblem::Kind::StrayParenthesis:
        return Words::tr("Character %1: this parenthesis was not opened.").arg(at);
    case FilterProblem::Kind::UnclosedQuote:
        return Words::tr("Character %1: this quotation mark is not closed.").arg(at);
    case FilterProblem::Kind::BadExpression:
        return Words::tr("Character %1: the regular expression has an error: %2.")
            .arg(QString::number(at), problem.detail);
    case FilterProblem::Kind::UnknownProperty:
        return Words::tr("Character %1: there is no property “%2”. Names with a colon go in quotation marks.")
            .arg(QString::number(at), problem.detail);
    case FilterProblem::Kind::WrongAxis:
        return Words::tr("Character %1: “%2” cannot be asked of %3. To look for the word itself, put it in "
                         "quotation marks.")
            .arg(QString::number(at), problem.detail, titleOf(axis));
    case FilterProblem::Kind::MissingValue:
        return Words::tr("Character %1: “%2” needs a value.").arg(QString::number(at), problem.detail);
    case FilterProblem::Kind::UnexpectedValue:
        return Words::tr("Character %1: “%2” is written without a value.")
            .arg(QString::number(at), problem.detail);
    case FilterProblem::Kind::NotHere:
        return Words::tr("Character %1: “%2” means nothing here; all that is written must hold. To look for it, "
                         "put it in quotation marks.")
            .arg(QString::number(at), problem.detail);
    case FilterProblem::Kind::Repeated:
        return Words::tr("Character %1: “%2” is written twice.").arg(QString::number(at), problem.detail);
    case FilterProblem::Kind::BadMoment:
        return Words::tr("Character %1: “%2” is no year, month (2026-01), day (2026-01-31) or time.")
            .arg(QString::number(at), problem.detail);
    }
    return {};
}

QString toSentence(const Filter &deprecated)
{
    return Words::tr("This still works; better written %1").arg(deprecated.advised());
}

} // namespace rolewright
