// SPDX-License-Identifier: Apache-2.0
#include "ui/constraints/constraintspage.h"

#include "ui/constraints/casesmodel.h"
#include "ui/constraints/constraintdetails.h"
#include "ui/constraints/constraintgridmodel.h"
#include "ui/constraints/constraintsmodel.h"
#include "ui/constraints/memberdelegate.h"
#include "ui/widgets/searchfield.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

EntityPage::Words words()
{
    return {ConstraintsPage::tr("Constraints"),
            ConstraintsPage::tr("Filter by name; role:…"),
            ConstraintsPage::tr("Name of the new constraint:"),
            {},
            ConstraintsPage::tr("Delete the constraint %1?"),
            ConstraintsPage::tr("Create constraint %1"),
            {},
            ConstraintsPage::tr("Delete constraint %1"),
            [](int count) { return ConstraintsPage::tr("Delete %Ln constraint(s)?", nullptr, count); },
            [](int count) { return ConstraintsPage::tr("Delete %Ln constraint(s)", nullptr, count); }};
}

} // namespace

ConstraintsPage::ConstraintsPage(Workspace &workspace, QWidget *parent)
    : ConstraintsPage(workspace, new ConstraintsModel(workspace), parent)
{
}

ConstraintsPage::ConstraintsPage(Workspace &workspace, ConstraintsModel *model, QWidget *parent)
    : EntityPage(workspace, Change::Kind::Constraint, model, words(), parent)
    , m_model(model)
    , m_details(new ConstraintDetails(workspace))
    , m_gridModel(new ConstraintGridModel(workspace, this))
    , m_grid(new QTableView)
    , m_casesModel(new CasesModel(this))
    , m_cases(new QTreeView)
    , m_tabs(new QTabWidget)
{
    m_tabs->addTab(makeGrid(), tr("&Roles in constraints"));
    m_tabs->addTab(makeCases(), QString());
    setDetails(m_details, 1500);
    addBelow(m_tabs);
    connect(model, &ConstraintsModel::counted, this, &ConstraintsPage::showCases);
    connect(&workspace, &Workspace::changed, this, &ConstraintsPage::showCases);
    connect(&workspace, &Workspace::storeChanged, this, &ConstraintsPage::showCases);
    connect(m_cases, &QTreeView::activated, this, &ConstraintsPage::follow);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentColumnChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    select(m_gridModel->constraintAt(current.column()));
            });
    start();
    showCases();
}

QWidget *ConstraintsPage::makeGrid()
{
    auto *filter = new SearchField(tr("Filter roles"));
    auto *membersOnly = new QCheckBox(tr("Only roles in a &constraint"));
    m_grid->setModel(m_gridModel);
    m_grid->setItemDelegate(new MemberDelegate(m_grid));
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setAccessibleName(tr("Roles in constraints"));
    m_grid->setCornerButtonEnabled(false);
    m_grid->setTabKeyNavigation(false);
    m_grid->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_grid->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_grid->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QHeaderView *header : {m_grid->verticalHeader(), m_grid->horizontalHeader()})
        header->setTextElideMode(Qt::ElideMiddle); // names differ at their ends
    connect(m_gridModel, &QAbstractItemModel::modelReset, this, &ConstraintsPage::fitHeads);
    m_grid->installEventFilter(this);
    fitHeads();
    connect(filter, &QLineEdit::textChanged, m_gridModel, &ConstraintGridModel::setFilter);
    connect(membersOnly, &QCheckBox::toggled, m_gridModel, &ConstraintGridModel::setMembersOnly);
    auto *row = new QHBoxLayout;
    row->addWidget(filter, 1);
    row->addWidget(membersOnly);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->addLayout(row);
    column->addWidget(m_grid, 1);
    return pane;
}

// As wide as the names in bold, which they are while the grid stands there; those of roles take at most two
// fifths.
void ConstraintsPage::fitHeads()
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int narrow = metrics.averageCharWidth() * 12;
    int longest = 0; // of the names: by characters, which is near enough and quick
    for (int row = 1; row < m_gridModel->rowCount(); ++row) {
        if (m_gridModel->roleAt(row).size() > m_gridModel->roleAt(longest).size())
            longest = row;
    }
    const int wanted =
        m_gridModel->rowCount() == 0 ? 0 : metrics.horizontalAdvance(m_gridModel->roleAt(longest) + u"000"_s);
    m_grid->verticalHeader()->setFixedWidth(
        std::clamp(wanted, narrow, std::max(narrow, m_grid->width() * 2 / 5)));
    QMetaObject::invokeMethod(m_grid, "updateGeometries"); // which it does not by itself
    for (int column = 0; column < m_gridModel->columnCount(); ++column) {
        const QString name = m_gridModel->constraintAt(column);
        m_grid->setColumnWidth(column,
                               std::clamp(metrics.horizontalAdvance(name + u"000"_s), narrow, narrow * 3));
    }
}

bool ConstraintsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_grid && event->type() == QEvent::Resize)
        fitHeads();
    return EntityPage::eventFilter(watched, event);
}

QWidget *ConstraintsPage::makeCases()
{
    m_cases->setModel(m_casesModel);
    m_cases->setAccessibleName(tr("Broken constraints"));
    m_cases->setRootIsDecorated(false);
    m_cases->setUniformRowHeights(true);
    m_cases->setAllColumnsShowFocus(true);
    m_cases->header()->setStretchLastSection(true);
    for (int column = 0; column < CasesModel::Outcome; ++column)
        m_cases->header()->resizeSection(column, fontMetrics().averageCharWidth() * 30);
    auto *go = new QPushButton(tr("&Go to the user"));
    go->setEnabled(false);
    connect(go, &QPushButton::clicked, this, [this] { follow(m_cases->currentIndex()); });
    const auto look = [this, go] {
        const QModelIndex current = m_cases->currentIndex();
        const bool isRole =
            current.isValid() && m_casesModel->caseAt(current.row()).kind == SeparationCase::Kind::RoleAlone;
        go->setEnabled(current.isValid());
        go->setText(isRole ? tr("&Go to the role") : tr("&Go to the user"));
    };
    connect(m_cases->selectionModel(), &QItemSelectionModel::currentRowChanged, this, look);
    connect(m_casesModel, &QAbstractItemModel::modelReset, this, look);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(go);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->addWidget(m_cases, 1);
    column->addLayout(row);
    return pane;
}

void ConstraintsPage::showCases()
{
    m_casesModel->set(workspace().policy(), m_model->cases());
    const int count = m_casesModel->rowCount();
    const qsizetype refused = m_casesModel->refused();
    m_tabs->setTabText(1,
                       refused > 0 ? tr("Broken (%L1, %L2 refused)").arg(count).arg(refused)
                                   : tr("Broken (%L1)").arg(count));
}

void ConstraintsPage::follow(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    if (m_casesModel->caseAt(cell.row()).kind == SeparationCase::Kind::RoleAlone)
        Q_EMIT roleRequested(m_casesModel->whoAt(cell.row()));
    else
        Q_EMIT userRequested(m_casesModel->whoAt(cell.row()));
}

Change ConstraintsPage::addition(const QString &key) const
{
    ConstraintValue value;
    value.name = key;
    return {Change::Verb::Add, Change::Kind::Constraint, key, {}, {}, {}, value};
}

std::optional<QString> ConstraintsPage::problemOfKey(const QString &key) const
{
    return problemOfConstraintName(workspace().policy(), key);
}

void ConstraintsPage::showDetails(quint32 id)
{
    m_details->setConstraint(ConstraintId{id});
    // The grid goes there too, but stays in its row.
    const int column = m_gridModel->columnOf(selectedKey());
    if (column < 0 || m_gridModel->rowCount() == 0 || m_grid->currentIndex().column() == column)
        return;
    m_grid->setCurrentIndex(m_gridModel->index(std::max(0, m_grid->currentIndex().row()), column));
}

} // namespace rolewright
