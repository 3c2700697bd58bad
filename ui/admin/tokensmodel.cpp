// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/tokensmodel.h"

#include "ui/widgets/momentedit.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString toTheMinute(Instant instant)
{
    constexpr qint64 Minute = 60'000;
    return shownTime({instant.msecs / Minute * Minute});
}

} // namespace

QString TokensModel::nameOfScope(const QString &scope)
{
    return scope == "evaluation"_L1 ? tr("decisions") : scope == "search"_L1 ? tr("searches") : scope;
}

void TokensModel::set(const QList<ApplicationToken> &tokens, Instant now)
{
    beginResetModel();
    m_tokens = tokens;
    m_now = now;
    endResetModel();
}

int TokensModel::rowOf(qint64 id) const
{
    for (int row = 0; row < m_tokens.size(); ++row) {
        if (m_tokens.at(row).id == id)
            return row;
    }
    return -1;
}

int TokensModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tokens.size());
}

int TokensModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TokensModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const ApplicationToken &token = m_tokens.at(index.row());
    switch (index.column()) {
    case User:
        return token.user;
    case Name:
        return token.name;
    case Scope: {
        QStringList scopes;
        for (const QString &scope : token.scope)
            scopes.append(nameOfScope(scope));
        return scopes.join(u", "_s);
    }
    case Created:
        return toTheMinute(token.created);
    case Ends:
        return token.expires <= m_now ? tr("is over since %1").arg(toTheMinute(token.expires))
                                      : toTheMinute(token.expires);
    case LastUse:
        return token.lastUse ? toTheMinute(*token.lastUse) : tr("never");
    default:
        return {};
    }
}

QVariant TokensModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case User:
        return tr("User");
    case Name:
        return tr("Name");
    case Scope:
        return tr("For");
    case Created:
        return tr("Made");
    case Ends:
        return tr("Counts until");
    case LastUse:
        return tr("Last used");
    default:
        return {};
    }
}

} // namespace rolewright
