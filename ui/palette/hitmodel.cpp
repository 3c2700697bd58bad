// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/hitmodel.h"

#include "ui/shell/plaintext.h"

namespace rolewright {

using namespace Qt::StringLiterals;

void HitModel::set(const QList<PaletteHit> &hits)
{
    beginResetModel();
    m_hits = hits;
    endResetModel();
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QString HitModel::detailOf(const PaletteHit &hit)
{
    QString kind;
    switch (hit.kind) {
    case PaletteHit::Kind::Command:
        return hit.detail;
    case PaletteHit::Kind::User:
        kind = tr("user");
        break;
    case PaletteHit::Kind::Role:
        kind = tr("role");
        break;
    case PaletteHit::Kind::Permission:
        kind = tr("permission");
        break;
    case PaletteHit::Kind::Operation:
        kind = tr("operation");
        break;
    case PaletteHit::Kind::Constraint:
        kind = tr("constraint");
        break;
    }
    return hit.detail.isEmpty() ? kind : u"%1 · %2"_s.arg(hit.detail, kind);
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return hit.title;
    case DetailRole:
        return detailOf(hit);
    case Qt::AccessibleTextRole: {
        const QString detail = detailOf(hit);
        return detail.isEmpty() ? hit.title : u"%1, %2"_s.arg(hit.title, detail);
    }
    case Qt::ToolTipRole:
        return asPlainText(hit.title);
    default:
        return {};
    }
}

} // namespace rolewright
