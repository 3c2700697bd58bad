// SPDX-License-Identifier: Apache-2.0
// The menus of MatrixView: on a cell, on the head of a row, on the head of a column. They hold what the
// window's menus and the keys do, too.
#include "ui/matrix/matrixview.h"

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString withKeys(const QString &text, const QString &keys)
{
    return text + u'\t' + keys; // told, not taken: the view handles them
}

} // namespace

QMenu *MatrixView::newMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void MatrixView::addEditActions(QMenu *menu)
{
    const bool editable = !m_model.workspace().isReadOnly();
    const auto add = [&](const QString &text, const QString &keys, void (MatrixView::*run)(), bool enabled) {
        menu->addAction(withKeys(text, keys), this, run)->setEnabled(enabled);
    };
    add(m_model.editText(MatrixModel::Edit::Give), tr("Insert"), &MatrixView::give, editable);
    add(m_model.editText(MatrixModel::Edit::Take), tr("Delete"), &MatrixView::take, editable);
    if (m_model.hasDates())
        add(tr("&Dates…"), u"F4"_s, &MatrixView::datesRequested, editable);
    menu->addSeparator();
    const auto native = [](QKeySequence::StandardKey key) {
        return QKeySequence(key).toString(QKeySequence::NativeText);
    };
    add(tr("&Copy"), native(QKeySequence::Copy), &MatrixView::copy, true);
    add(tr("&Paste"), native(QKeySequence::Paste), &MatrixView::paste, editable && m_model.cellKind());
}

void MatrixView::addOrderActions(QMenu *menu, Qt::Orientation axis)
{
    const bool rows = axis == Qt::Vertical;
    QMenu *sort = menu->addMenu(rows ? tr("Sort ro&ws") : tr("Sort co&lumns"));
    auto *group = new QActionGroup(sort);
    const QString name = nameOf(axis);
    const auto add = [&](const QString &text, MatrixModel::Order order) {
        QAction *action = sort->addAction(text, this, [this, axis, order] { sortBy(axis, order); });
        action->setCheckable(true);
        action->setChecked(m_model.order(axis) == order);
        action->setEnabled(order == MatrixModel::Order::Name
                           || (m_model.canSortByHeld(axis)
                               && (order == MatrixModel::Order::Held || !name.isEmpty())));
        group->addAction(action);
    };
    add(tr("By &name"), MatrixModel::Order::Name);
    add(tr("By how &much is held"), MatrixModel::Order::Held);
    add(name.isEmpty() ? tr("By how &like they are to the current one")
                       : tr("By how &like they are to %1").arg(QString(name).replace(u'&', u"&&"_s)),
        MatrixModel::Order::Similar);
    QAction *pin = menu->addAction(rows ? tr("P&in row") : tr("Pi&n column"), this,
                                   [this, axis] { togglePin(axis); });
    pin->setCheckable(true);
    pin->setChecked(m_model.pinned(axis).contains(name));
    pin->setEnabled(!name.isEmpty());
}

void MatrixView::addCompareAction(QMenu *menu, Qt::Orientation axis)
{
    const Change::Kind kind = m_model.kindOf(axis);
    if (kind != Change::Kind::Role && kind != Change::Kind::User)
        return;
    const QStringList names = chosenNames(axis);
    if (names.isEmpty())
        return;
    const QString left = names.first();
    const QString right = names.size() == 2 ? names.last() : QString();
    const auto shown = [](const QString &name) { return QString(name).replace(u'&', u"&&"_s); };
    menu->addAction(right.isEmpty() ? tr("Co&mpare %1…").arg(shown(left))
                                    : tr("Co&mpare %1 and %2").arg(shown(left), shown(right)),
                    this, [this, kind, left, right] { Q_EMIT comparisonRequested(kind, left, right); });
}

void MatrixView::addTrailAction(QMenu *menu, Qt::Orientation axis)
{
    const QString name = nameOf(axis);
    if (!name.isEmpty())
        menu->addAction(tr("Audit trail of %1").arg(QString(name).replace(u'&', u"&&"_s)), this,
                        [this, name, kind = m_model.kindOf(axis)] { Q_EMIT trailRequested(kind, name); });
}

// What a command about rows or columns is about: the current one, or empty on a group.
QString MatrixView::nameOf(Qt::Orientation axis) const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || (axis == Qt::Vertical && m_model.isGroup(current.row())))
        return {};
    return axis == Qt::Vertical ? m_model.rowName(current.row()) : m_model.columnName(current.column());
}

// The two that are selected, else the current one.
QStringList MatrixView::chosenNames(Qt::Orientation axis) const
{
    QSet<int> sections;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        const int first = axis == Qt::Vertical ? range.top() : range.left();
        const int last = axis == Qt::Vertical ? range.bottom() : range.right();
        for (int i = first; i <= last && sections.size() <= 2; ++i)
            sections.insert(i);
    }
    QStringList names;
    if (sections.size() == 2) {
        QList<int> sorted(sections.begin(), sections.end());
        std::sort(sorted.begin(), sorted.end());
        for (const int i : sorted)
            names.append(axis == Qt::Vertical ? m_model.rowName(i) : m_model.columnName(i));
    } else if (const QString name = nameOf(axis); !name.isEmpty()) {
        names.append(name);
    }
    return names;
}

void MatrixView::sortBy(Qt::Orientation axis, MatrixModel::Order order)
{
    m_model.sortBy(axis, order, nameOf(axis));
}

void MatrixView::togglePin(Qt::Orientation axis)
{
    const QString name = nameOf(axis);
    if (name.isEmpty())
        return;
    QStringList pinned = m_model.pinned(axis);
    if (!pinned.removeOne(name))
        pinned.append(name);
    m_model.setPinned(axis, pinned);
}

void MatrixView::makeTests()
{
    if (!m_model.isAboutAccess()) {
        m_model.workspace().show({Message::Kind::Information,
                                  tr("Tests are made of what somebody may or a role gives: choose cells of another matrix."),
                                  {},
                                  {}});
        return;
    }
    if (const QList<AccessCell> cells = m_model.accessIn(target()); !cells.isEmpty())
        Q_EMIT testsRequested(cells);
}

void MatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    QMenu *menu = newMenu();
    addEditActions(menu);
    menu->addAction(withKeys(tr("Wh&y?"), u"F1"_s), this, &MatrixView::explain);
    menu->addAction(tr("Make &tests of this"), this, &MatrixView::makeTests)
        ->setEnabled(m_model.isAboutAccess() && !m_model.workspace().isReadOnly());
    menu->addSeparator();
    addOrderActions(menu, Qt::Vertical);
    addOrderActions(menu, Qt::Horizontal);
    menu->addSeparator();
    addCompareAction(menu, Qt::Vertical);
    addCompareAction(menu, Qt::Horizontal);
    addTrailAction(menu, Qt::Vertical);
    addTrailAction(menu, Qt::Horizontal);
    menu->popup(event->reason() == QContextMenuEvent::Mouse
                    ? event->globalPos()
                    : viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

void MatrixView::openHeadMenu(const QHeaderView &header, const QPoint &position)
{
    const Qt::Orientation axis = header.orientation();
    const int section = header.logicalIndexAt(position);
    if (section < 0)
        return;
    // As in a list: a menu on what is not selected is about that alone.
    const bool row = axis == Qt::Vertical;
    const bool selected =
        row ? selectionModel()->isRowSelected(section) : selectionModel()->isColumnSelected(section);
    const QModelIndex current = row ? m_model.index(section, std::max(0, currentIndex().column()))
                                    : m_model.index(std::max(0, currentIndex().row()), section);
    if (selected)
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    else if (row)
        selectRow(section);
    else
        selectColumn(section);
    if (!selected)
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    QMenu *menu = newMenu();
    addEditActions(menu);
    menu->addSeparator();
    addOrderActions(menu, axis);
    menu->addSeparator();
    addCompareAction(menu, axis);
    addTrailAction(menu, axis);
    if (row && !m_model.isGroup(section))
        Q_EMIT rowMenuOpened(m_model.rowName(section), menu);
    menu->popup(header.mapToGlobal(position));
}

} // namespace rolewright
