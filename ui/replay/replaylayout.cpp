// SPDX-License-Identifier: Apache-2.0
// How ReplayPage is laid out.
#include "ui/replay/replaypage.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/foldingsplitter.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>
#include <QVBoxLayout>

namespace rolewright {

QLayout *ReplayPage::makeHead()
{
    auto *choose = new QPushButton(tr("&Choose a log…"));
    choose->setToolTip(tr("Requests of the past: AuthZEN, one JSON object a line"));
    m_file->setTextFormat(Qt::PlainText);
    m_version->setRange(1, std::max(1, int(m_workspace.draft().baseVersion())));
    m_version->setValue(m_version->maximum());
    m_version->setKeyboardTracking(false);
    auto *from = new QLabel(tr("Fro&m version"));
    from->setBuddy(m_version);
    auto *head = new FlowLayout;
    head->addWidget(choose);
    head->addWidget(m_file);
    head->addGap();
    head->addWidget(from);
    head->addWidget(m_version);
    head->addWidget(new QLabel(tr("to the draft")));
    head->addWidget(m_again);
    connect(choose, &QPushButton::clicked, this, &ReplayPage::pickLog);
    connect(m_version, &QSpinBox::valueChanged, this, &ReplayPage::loadBefore);
    connect(m_again, &QPushButton::clicked, this, &ReplayPage::loadBefore);
    setFocusProxy(choose);
    return head;
}

QWidget *ReplayPage::makeBody()
{
    m_classes->setAccessibleName(tr("Classes"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Lines that differ"));
    const int letter = fontMetrics().averageCharWidth();
    // Both answers are in sight, however narrow the window is.
    m_view->header()->resizeSection(ReplayModel::Line, letter * 7);
    m_view->header()->resizeSection(ReplayModel::What, letter * 24);
    m_view->header()->resizeSection(ReplayModel::Subject, letter * 12);
    m_view->header()->resizeSection(ReplayModel::Action, letter * 9);
    m_view->header()->resizeSection(ReplayModel::Resource, letter * 14);
    m_view->header()->setSectionResizeMode(ReplayModel::Before, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ReplayModel::After, QHeaderView::Stretch);
    m_view->setMinimumSize(letter * 40, fontMetrics().height() * 7);
    auto *body = new FoldingSplitter;
    body->addWidget(m_classes);
    body->addWidget(m_view);
    body->setStretchFactor(1, 1);
    body->setShares({letter * 30, letter * 120});
    connect(m_classes, &QListWidget::currentRowChanged, this, [this] {
        m_pages = {ReplayPlace()};
        if (m_counts)
            run(false);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReplayPage::updateState);
    connect(m_view, &QTreeView::activated, m_ask, &QPushButton::click);
    return body;
}

QLayout *ReplayPage::makeFoot()
{
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(160);
    m_bar->setAccessibleName(tr("Replaying"));
    m_ask->setToolTip(tr("Ask this in the panel Simulate access"));
    auto *buttons = new FlowLayout;
    buttons->addGap();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_ask),
          static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_forward)})
        buttons->addWidget(widget);
    auto *foot = new QVBoxLayout;
    foot->addWidget(m_state);
    foot->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &ReplayPage::cancel);
    connect(m_back, &QPushButton::clicked, this, [this] { turn(false); });
    connect(m_forward, &QPushButton::clicked, this, [this] { turn(true); });
    connect(m_ask, &QPushButton::clicked, this, [this] {
        const int row = m_view->currentIndex().row();
        if (row >= 0 && m_model->rowAt(row).problem.isEmpty())
            Q_EMIT questionAsked(m_model->rowAt(row).request);
    });
    return foot;
}

} // namespace rolewright
