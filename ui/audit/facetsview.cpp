// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/facetsview.h"

#include "ui/widgets/elidedname.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QTreeView>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Facet = AuditFilter::Facet;

// Loses of the name what has no room, and nothing of the count: half a number is another number.
class CountedNameDelegate : public NameDelegate
{
public:
    using NameDelegate::NameDelegate;

    QString shortened(const QString &text, const QFontMetrics &metrics, int width) const override
    {
        const qsizetype end = text.endsWith(u')') ? text.lastIndexOf(u" (") : -1;
        if (end < 0)
            return elidedName(text, metrics, width);
        const QString count = text.sliced(end);
        return elidedName(text.first(end), metrics, width - metrics.horizontalAdvance(count)) + count;
    }
};

TreeLine lineOf(Facet facet, const QString &title, const QList<TrailFacets::Count> &counts,
                const QString &held)
{
    TreeLine line{title, TreeLine::Mark::None, {}, {}};
    for (const TrailFacets::Count &count : counts) {
        const QString name = count.name.isEmpty() ? FacetsView::tr("nobody") : count.name;
        line.children.append(
            {FacetsView::tr("%1 (%L2)").arg(name, QLocale().toString(count.events)),
             !held.isEmpty() && held == count.name ? TreeLine::Mark::Yes : TreeLine::Mark::None,
             QVariant::fromValue(QPair<int, QString>(int(facet), count.name)),
             {}});
    }
    if (counts.size() == TrailFacets::Maximum)
        line.children.append({FacetsView::tr("the most frequent only"), TreeLine::Mark::None, {}, {}});
    return line;
}

} // namespace

FacetsView::FacetsView(QWidget *parent)
    : QWidget(parent)
    , m_model(new TreeLinesModel(this))
    , m_count(new QLabel)
    , m_view(new QTreeView)
{
    m_count->setTextFormat(Qt::PlainText);
    m_view->setModel(m_model);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("What the entries have in common"));
    m_view->setItemDelegate(new CountedNameDelegate(m_view));
    m_view->setIndentation(fontMetrics().averageCharWidth() * 2); // the names need the room
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_count);
    column->addWidget(m_view, 1);
    const auto choose = [this](const QModelIndex &index) {
        const QVariant what = index.data(Qt::UserRole);
        if (!what.canConvert<QPair<int, QString>>())
            return;
        const auto [facet, name] = what.value<QPair<int, QString>>();
        if (!name.isEmpty())
            Q_EMIT chosen(Facet(facet), name);
    };
    connect(m_view, &QAbstractItemView::clicked, this, choose);
    auto *key = new QAction(tr("Restrict to this"), this);
    key->setShortcuts({Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space});
    key->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(key);
    connect(key, &QAction::triggered, this, [this, choose] { choose(m_view->currentIndex()); });
}

void FacetsView::setBusy()
{
    m_count->setText(tr("Counting…"));
}

void FacetsView::setFacets(const TrailFacets &facets, const AuditQuery &query)
{
    m_count->setText(tr("%Ln entry(s)", nullptr, int(facets.events)));
    m_model->set({lineOf(Facet::Actor, tr("Person"), facets.actors, query.actor),
                  lineOf(Facet::Target, tr("Thing"), facets.targets, query.target),
                  lineOf(Facet::Action, tr("Operation"), facets.actions, query.action),
                  lineOf(Facet::Result, tr("Outcome"), facets.results, query.result)});
    m_view->expandAll();
}

} // namespace rolewright
