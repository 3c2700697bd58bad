// SPDX-License-Identifier: Apache-2.0
#include "ui/questions/answermodel.h"

#include "core/exchange/answers.h"
#include "ui/shell/plaintext.h"

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
    using M = AnswerModel;
    switch (answer.index()) {
    case 0:
        return {M::tr("User"), M::tr("Name"), M::tr("On"), M::tr("Through")};
    case 1:
        return {M::tr("Permission"), M::tr("Through")};
    case 2:
        return {M::tr("Role"), M::tr("How"), M::tr("On"), M::tr("Through")};
    default:
        return {M::tr("Operation"), M::tr("On")};
    }
}

} // namespace

void AnswerModel::set(const Answer &answer)
{
    if (answer == m_answer)
        return;
    beginResetModel();
    m_answer = answer;
    endResetModel();
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
    const QString text =
        std::visit([&](const auto &rows) { return cells(rows.at(index.row())).value(index.column()); }, m_answer);
    return role == Qt::ToolTipRole ? asPlainText(text) : text;
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? headings(m_answer).value(section)
                                                                    : QVariant();
}

} // namespace rolewright
