// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/accessoffersmodel.h"

#include "ui/shell/plaintext.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString othersText(const AccessOffer &offer)
{
    if (offer.others == 0)
        return AccessOffersModel::tr("nobody else");
    QString names = offer.who.join(u", "_s);
    if (offer.others > offer.who.size())
        names += u", …"_s;
    return AccessOffersModel::tr("%Ln more: %1", nullptr, int(offer.others)).arg(names);
}

} // namespace

void AccessOffersModel::set(const Policy &policy, const QList<AccessOffer> &offers)
{
    beginResetModel();
    m_policy = policy;
    m_offers = offers;
    endResetModel();
}

int AccessOffersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_offers.size());
}

int AccessOffersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccessOffersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const AccessOffer &offer = m_offers.at(index.row());
    if (role == Qt::ToolTipRole)
        return index.column() == Others && offer.others > 0 ? asPlainText(othersText(offer)) : QVariant();
    const QString name = m_policy.roles().at(offer.role).name;
    switch (index.column()) {
    case What:
        return offer.way == AccessOffer::Way::Assign ? tr("Assign the role %1").arg(name)
                                                     : tr("Grant it to the role %1").arg(name);
    case Adds:
        return offer.adds == 0 ? tr("nothing else")
                               : tr("%Ln further permission(s)", nullptr, int(offer.adds));
    case Others:
        return othersText(offer);
    }
    return {};
}

QVariant AccessOffersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Way");
    case Adds:
        return tr("Adds");
    case Others:
        return tr("Who else gains it");
    }
    return {};
}

} // namespace rolewright
