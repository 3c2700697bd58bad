// SPDX-License-Identifier: Apache-2.0
// How one gets about in MainWindow: search and commands, to a thing, round the panes.
#include "ui/admin/signinpage.h"
#include "ui/audit/auditpage.h"
#include "ui/importing/importpage.h"
#include "ui/matrix/matrixpage.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/matrixview.h"
#include "ui/opinion/opinionpage.h"
#include "ui/palette/palette.h"
#include "ui/replace/replacepane.h"
#include "ui/shell/actions.h"
#include "ui/shell/changesbar.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/pages.h"
#include "ui/simulate/simulatepanel.h"
#include "ui/widgets/entitypage.h"
#include "ui/widgets/tabstop.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

Change::Kind kindOf(PaletteHit::Kind kind)
{
    switch (kind) {
    case PaletteHit::Kind::User:
        return Change::Kind::User;
    case PaletteHit::Kind::Role:
        return Change::Kind::Role;
    case PaletteHit::Kind::Operation:
        return Change::Kind::Operation;
    case PaletteHit::Kind::Constraint:
        return Change::Kind::Constraint;
    case PaletteHit::Kind::Permission:
    case PaletteHit::Kind::Command:
        break;
    }
    return Change::Kind::Permission;
}

// Pages are named after what they are about.
QString pageOf(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::User:
        return u"users"_s;
    case Change::Kind::Role:
        return u"roles"_s;
    case Change::Kind::Operation:
        return u"operations"_s;
    case Change::Kind::Constraint:
        return u"constraints"_s;
    case Change::Kind::Test:
        return u"tests"_s;
    default:
        return {};
    }
}

} // namespace

void MainWindow::makeCorner()
{
    auto *corner = new QWidget(this);
    m_palette = new PaletteField(
        m_workspace, [this] { return m_actions->commands(); }, this);
    m_storeLabel = new ElidedLabel(corner);
    m_storeLabel->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(corner);
    layout->setContentsMargins(8, 2, 12, 2);
    layout->setSpacing(12);
    layout->addWidget(m_palette);
    m_person = new QToolButton(corner);
    m_person->setPopupMode(QToolButton::InstantPopup);
    m_person->setAutoRaise(true);
    m_person->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_storeLabel);
    layout->addWidget(m_person);
    menuBar()->setCornerWidget(corner);
    connect(m_palette, &PaletteField::chosen, this, [this](const PaletteHit &hit, bool inMatrix) {
        if (hit.kind == PaletteHit::Kind::Command)
            m_actions->find(hit.key)->trigger();
        else
            goTo(kindOf(hit.kind), hit.key, inMatrix);
    });
}

// The menus come first: search field and label share a part of the width.
void MainWindow::fitCorner()
{
    constexpr int FieldPart = 4;
    constexpr int LabelPart = 5;
    m_palette->setFixedWidth(std::min(m_palette->sizeHint().width(), width() / FieldPart));
    m_storeLabel->setFixedWidth(std::min(m_storeLabel->sizeHint().width(), width() / LabelPart));
    menuBar()->adjustSize();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitCorner();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_storeLabel)
        fitCorner();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget *stop = tabStop(*this, next);
    if (stop)
        stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return stop;
}

void MainWindow::goTo(Change::Kind kind, const QString &name, bool inMatrix)
{
    const int page = m_pages->indexOf(pageOf(kind));
    auto *entities = page < 0 ? nullptr : qobject_cast<EntityPage *>(m_pages->at(page));
    const bool hasRow = kind == Change::Kind::User || kind == Change::Kind::Role;
    if (entities && !(inMatrix && hasRow)) {
        m_pages->show(page);
        entities->select(name);
        return;
    }
    m_pages->show(m_matrix);
    if (kind == Change::Kind::User)
        m_matrix->goToUser(name);
    else if (kind == Change::Kind::Role)
        m_matrix->goToRole(name);
    else if (kind == Change::Kind::Permission)
        m_matrix->goToPermission(name);
}

void MainWindow::showTrail(Change::Kind kind, const QString &key)
{
    m_pages->show(m_audit);
    m_audit->showThing(toText(kind) + u'/' + key);
}

void MainWindow::keepPlace()
{
    if (m_stack->currentWidget() == m_signIn)
        return; // kept when the session ended
    const QString page = m_pages->nameAt(m_pages->indexOf(m_pages->current()));
    QVariantMap place{{u"page"_s, page},
                      {u"matrix"_s, m_matrix->place()},
                      {u"docks"_s, saveState()},
                      {u"opinion"_s, m_simulate->opinionServer().address()}};
    for (int i = 0; i < m_pages->count(); ++i) {
        if (const auto *entities = qobject_cast<EntityPage *>(m_pages->at(i)))
            place.insert(m_pages->nameAt(i), entities->place());
    }
    m_settings.setPlace(m_workspace.service().traits().location, place);
}

void MainWindow::restorePlace()
{
    const QVariantMap place = m_settings.place(m_workspace.service().traits().location);
    if (place.contains(u"docks"_s)) {
        restoreState(place.value(u"docks"_s).toByteArray());
        m_dockWanted = m_simulateDock->isVisibleTo(this);
    }
    m_simulate->opinionServer().setAddress(place.value(u"opinion"_s).toString());
    m_matrix->restore(place.value(u"matrix"_s).toMap());
    for (int i = 0; i < m_pages->count(); ++i) {
        if (auto *entities = qobject_cast<EntityPage *>(m_pages->at(i)))
            entities->restore(place.value(m_pages->nameAt(i)).toMap());
    }
    m_pages->show(std::max(0, m_pages->indexOf(place.value(u"page"_s).toString())));
}

void MainWindow::askSecondOpinion()
{
    MatrixView &view = m_matrix->currentPane().view();
    QItemSelection cells = view.target();
    if (!view.currentIndex().isValid())
        return; // an empty matrix
    if (cells.size() == 1 && cells.first().width() == 1 && cells.first().height() == 1) {
        const auto last = [](int at, int count) { return at < 0 ? count - 1 : at; };
        const QAbstractItemModel &model = *view.model();
        const QSize shown = view.viewport()->size();
        cells = {model.index(view.rowAt(0), view.columnAt(0)),
                 model.index(last(view.rowAt(shown.height() - 1), model.rowCount()),
                             last(view.columnAt(shown.width() - 1), model.columnCount()))};
    }
    const QList<AccessCell> asked = m_matrix->currentPane().model().accessIn(cells);
    if (asked.isEmpty())
        return; // the model has said why
    m_pages->show(m_opinion);
    m_opinion->compareCells(asked);
}

void MainWindow::cyclePanes()
{
    QList<QWidget *> panes{m_pages->list(), m_pages->current(),      m_import,     m_signIn, m_replace,
                           m_simulate,      m_historyDock->widget(), m_changesBar, m_messages};
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    QWidget *focus = QApplication::focusWidget();
    qsizetype now = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            now = i;
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget *next = panes.at((now + step) % panes.size());
        // The first thing in the pane that takes the focus.
        QWidget *target = next->focusProxy() || next->focusPolicy() != Qt::NoFocus ? next : nullptr;
        for (QWidget *child : next->findChildren<QWidget *>()) {
            if (!target && child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus))
                target = child;
        }
        if (target) {
            target->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void MainWindow::focusFilter()
{
    QList<QLineEdit *> filters = m_pages->current()->findChildren<QLineEdit *>(u"filter"_s);
    filters.removeIf([](const QLineEdit *filter) { return !filter->isVisible(); });
    if (filters.isEmpty()) {
        m_workspace.show({Message::Kind::Information,
                          tr("The page %1 has no filter.")
                              .arg(m_pages->titleAt(m_pages->indexOf(m_pages->current())).remove(u'&')),
                          {},
                          {}});
        return;
    }
    const qsizetype now = filters.indexOf(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QLineEdit *next = filters.at((now + 1) % filters.size());
    next->setFocus(Qt::ShortcutFocusReason);
    next->selectAll();
}

} // namespace rolewright
