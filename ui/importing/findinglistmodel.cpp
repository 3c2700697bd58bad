// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/findinglistmodel.h"

#include "ui/shell/plaintext.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/treelines.h"

#include <QGuiApplication>
#include <QPalette>

namespace rolewright {

void FindingListModel::set(const Findings &findings)
{
    beginResetModel();
    m_findings = findings;
    endResetModel();
}

int FindingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

QVariant FindingListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Finding finding = m_findings.at(index.row());
    finding.message = inWindowLanguage(finding.message);
    const bool isError = finding.severity == Severity::Error;
    switch (role) {
    case Qt::DisplayRole:
        return toText(finding);
    case Qt::AccessibleTextRole:
        return isError ? tr("Error: %1").arg(toText(finding)) : tr("Warning: %1").arg(toText(finding));
    case Qt::ToolTipRole:
        return asPlainText(toText(finding));
    case Qt::DecorationRole:
        return iconOf(isError ? TreeLine::Mark::No : TreeLine::Mark::Warning, QGuiApplication::palette());
    default:
        return {};
    }
}

} // namespace rolewright
