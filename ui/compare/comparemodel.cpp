// SPDX-License-Identifier: Apache-2.0
#include "ui/compare/comparemodel.h"

#include "ui/shell/plaintext.h"
#include "ui/widgets/momentedit.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = ComparedThing::Kind;

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Junior:
        return CompareModel::tr("inherits");
    case Kind::Grant:
    case Kind::Permission:
        return CompareModel::tr("permission");
    case Kind::Role:
        return CompareModel::tr("role");
    }
    return {};
}

QString validityText(const Validity &validity)
{
    QStringList parts;
    if (validity.from != Instant::openStart())
        parts.append(CompareModel::tr("from %1").arg(shownTime(validity.from)));
    if (validity.until != Instant::openEnd())
        parts.append(CompareModel::tr("until %1").arg(shownTime(validity.until)));
    return parts.join(u", "_s);
}

QString sideText(const ComparedThing &thing, const ComparedThing::Side &side)
{
    if (!side.has)
        return u"–"_s;
    if (!side.own)
        return CompareModel::tr("through %1").arg(side.through);
    const QString dates = side.validity ? validityText(*side.validity) : QString();
    switch (thing.kind) {
    case Kind::Grant:
        return CompareModel::tr("granted");
    case Kind::Junior:
        return CompareModel::tr("directly");
    default:
        return dates.isEmpty() ? CompareModel::tr("assigned") : CompareModel::tr("assigned, %1").arg(dates);
    }
}

// A sign by shape: which side has it, or that both have it in another way.
QString differenceText(const ComparedThing &thing)
{
    if (thing.left.has && !thing.right.has)
        return u"◀"_s;
    if (thing.right.has && !thing.left.has)
        return u"▶"_s;
    return thing.differs() ? u"≠"_s : u"="_s;
}

} // namespace

void CompareModel::set(const QString &left, const QString &right, const QList<ComparedThing> &things)
{
    m_left = left;
    m_right = right;
    m_things = things;
    updateRows();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void CompareModel::setShown(Shown shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    updateRows();
}

bool CompareModel::isShown(const ComparedThing &thing) const
{
    switch (m_shown) {
    case Shown::Differences:
        return thing.differs();
    case Shown::OnlyLeft:
        return thing.left.has && !thing.right.has;
    case Shown::OnlyRight:
        return thing.right.has && !thing.left.has;
    case Shown::Both:
        return thing.left.has && thing.right.has;
    case Shown::All:
        return true;
    }
    return true;
}

void CompareModel::updateRows()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_things.size(); ++i) {
        if (isShown(m_things.at(i)))
            m_rows.append(i);
    }
    endResetModel();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ComparedThing &thing = thingAt(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Difference)
        return int(Qt::AlignCenter);
    if (role == Qt::AccessibleTextRole && index.column() == Difference) {
        if (thing.left.has != thing.right.has)
            return thing.left.has ? tr("only %1").arg(m_left) : tr("only %1").arg(m_right);
        return thing.differs() ? tr("both, differently") : tr("both");
    }
    if (role == Qt::ToolTipRole)
        return asPlainText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case What:
        return kindText(thing.kind);
    case Name:
        return thing.name;
    case Left:
        return sideText(thing, thing.left);
    case Difference:
        return differenceText(thing);
    case Right:
        return sideText(thing, thing.right);
    }
    return {};
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Name:
        return tr("Name");
    case Left:
        return m_left.isEmpty() ? tr("Left") : m_left;
    case Right:
        return m_right.isEmpty() ? tr("Right") : m_right;
    }
    return QString();
}

} // namespace rolewright
