// SPDX-License-Identifier: Apache-2.0
#include "ui/questions/answermodel.h"

#include "core/exchange/answers.h"
#include "ui/shell/latestjob.h"
#include "ui/shell/plaintext.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString onText(const QStringList &scopes)
{
    return scopes.isEmpty() ? AnswerModel::tr("all") : AnswerModel::tr("only %1").arg(scopes.join(u", "_s));
}

QString chosenRoles()
{
    return AnswerModel::tr("with chosen roles"); // all together there is no session
}

QString howText(RoleGiving::How how)
{
    switch (how) {
    case RoleGiving::How::Direct:
        return AnswerModel::tr("itself");
    case RoleGiving::How::Pattern:
        return AnswerModel::tr("by a pattern");
    case RoleGiving::How::Inherited:
        return AnswerModel::tr("inherited");
    }
    return {};
}

QString key(const WhoCan &who)
{
    return who.user;
}

QString key(const WhatCan &what)
{
    return what.permission.toText();
}

QString key(const RoleGiving &giving)
{
    return giving.role;
}

QString key(const OperationAccess &access)
{
    return access.operation;
}

QStringList cells(const WhoCan &who)
{
    return {who.user, who.name, who.reason == Reason::DynamicSeparation ? chosenRoles() : onText(who.scopes),
            throughText(who.path)};
}

QStringList cells(const WhatCan &what)
{
    return {what.permission.toText(), throughText(what.path)};
}

QStringList cells(const RoleGiving &giving)
{
    return {giving.role, howText(giving.how), onText(giving.scopes), throughText(giving.path)};
}

QStringList cells(const OperationAccess &access)
{
    return {access.operation,
            access.reason == Reason::GrantedByScope          ? AnswerModel::tr("some, within a scope")
                : access.reason == Reason::DynamicSeparation ? chosenRoles()
                                                             : AnswerModel::tr("all")};
}

QStringList headings(const Answer &answer)
{
    switch (answer.index()) {
    case 0:
        return {AnswerModel::tr("User"), AnswerModel::tr("Name"), AnswerModel::tr("On"),
                AnswerModel::tr("Through")};
    case 1:
        return {AnswerModel::tr("Permission"), AnswerModel::tr("Through")};
    case 2:
        return {AnswerModel::tr("Role"), AnswerModel::tr("How"), AnswerModel::tr("On"),
                AnswerModel::tr("Through")};
    default:
        return {AnswerModel::tr("Operation"), AnswerModel::tr("On")};
    }
}

} // namespace

void AnswerModel::set(const Answer &answer)
{
    beginResetModel();
    freeOnWorker(std::exchange(m_answer, answer));
    endResetModel();
}

QString AnswerModel::keyOf(int row) const
{
    return std::visit(
        [&](const auto &rows) { return row >= 0 && row < rows.size() ? key(rows.at(row)) : QString(); },
        m_answer);
}

int AnswerModel::rowOf(const QString &wanted) const
{
    return std::visit(
        [&](const auto &rows) {
            const auto found = std::find_if(rows.begin(), rows.end(),
                                            [&](const auto &entry) { return key(entry) == wanted; });
            return found == rows.end() ? -1 : int(found - rows.begin());
        },
        m_answer);
}

int AnswerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : std::visit([](const auto &rows) { return int(rows.size()); }, m_answer);
}

int AnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(headings(m_answer).size());
}

QVariant AnswerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString text = std::visit(
        [&](const auto &rows) { return cells(rows.at(index.row())).value(index.column()); }, m_answer);
    return role == Qt::ToolTipRole ? asPlainText(text) : text;
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? headings(m_answer).value(section)
                                                                    : QVariant();
}

} // namespace rolewright
