// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/trailfacets.h"
#include "ui/audit/auditfilter.h"
#include "ui/widgets/treelines.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace rolewright {

// How many of the entries that the filter lets through are whose, about what, of which kind, with which
// outcome; choosing a line restricts the filter to it, choosing it again does not any more.
class FacetsView : public QWidget
{
    Q_OBJECT

public:
    explicit FacetsView(QWidget *parent = nullptr);

    void setFacets(const TrailFacets &facets, const AuditQuery &query);
    void setBusy();

Q_SIGNALS:
    void chosen(rolewright::AuditFilter::Facet facet, const QString &name);

private:
    TreeLinesModel *m_model;
    QLabel *m_count;
    QTreeView *m_view;
};

} // namespace rolewright
