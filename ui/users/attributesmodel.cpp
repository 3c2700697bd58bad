// SPDX-License-Identifier: Apache-2.0
#include "ui/users/attributesmodel.h"

#include "core/base/text.h"
#include "ui/widgets/coretext.h"

namespace rolewright {

using namespace Qt::StringLiterals;

void AttributesModel::set(const QMap<QString, QString> &attributes, bool editable)
{
    if (attributes == m_attributes && editable == m_editable)
        return;
    beginResetModel();
    m_attributes = attributes;
    m_keys = attributes.keys();
    m_editable = editable;
    endResetModel();
}

int AttributesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size()) + (m_editable ? 1 : 0);
}

int AttributesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AttributesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const QString key = keyAt(index.row());
    if (key.isEmpty())
        return role == Qt::DisplayRole && index.column() == Key ? tr("(new attribute)") : QString();
    return index.column() == Key ? key : m_attributes.value(key);
}

QVariant AttributesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Key ? tr("Attribute") : tr("Value");
}

Qt::ItemFlags AttributesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    // A new one gets its name first.
    if (m_editable && index.isValid() && (index.column() == Key || !keyAt(index.row()).isEmpty()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool AttributesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const QString before = keyAt(index.row());
    const QString text = toNfc(value.toString());
    QMap<QString, QString> attributes = m_attributes;
    if (index.column() == Value) {
        if (const auto problem = problemOfValue(text)) {
            Q_EMIT refused(tr("The value %1.").arg(inWindowLanguage(*problem)));
            return false;
        }
        attributes.insert(before, text);
    } else {
        if (text == before || (text.isEmpty() && before.isEmpty()))
            return false;
        if (const auto problem = problemOfName(text)) {
            Q_EMIT refused(tr("The name %1.").arg(inWindowLanguage(*problem)));
            return false;
        }
        if (text == u"id" || attributes.contains(text)) {
            Q_EMIT refused(text == u"id" ? tr("An attribute cannot be called id: that is the user's own.")
                                         : tr("There is an attribute %1 already.").arg(text));
            return false;
        }
        attributes.insert(text, attributes.take(before));
    }
    if (attributes == m_attributes)
        return false;
    Q_EMIT changeRequested(attributes);
    return true;
}

} // namespace rolewright
