// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/testblockbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString summary(const TestBlock &block)
{
    QStringList parts{TestBlockBar::tr("%Ln test(s) expect allowed", nullptr, int(block.allowed)),
                      TestBlockBar::tr("%Ln test(s) expect denied", nullptr, int(block.denied))};
    if (block.same > 0)
        parts.append(TestBlockBar::tr("%Ln test(s) are there already", nullptr, int(block.same)));
    if (block.left > 0)
        parts.append(TestBlockBar::tr("%Ln cell(s) are left out: patterns, and roles that nobody has",
                                      nullptr, int(block.left)));
    return parts.join(u", "_s) + u'.';
}

} // namespace

TestBlockBar::TestBlockBar(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_title(new QLabel)
    , m_lines(new QStringListModel(this))
    , m_take(new QPushButton(tr("&Make the tests")))
{
    setFrameShape(QFrame::StyledPanel);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    auto *view = new QListView;
    view->setModel(m_lines);
    view->setUniformItemSizes(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setAccessibleName(tr("Tests to be made"));
    view->setMaximumHeight(fontMetrics().height() * 9);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_take);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(view);
    column->addLayout(buttons);
    hide();

    connect(m_take, &QPushButton::clicked, this, &TestBlockBar::take);
    connect(cancel, &QPushButton::clicked, this, &TestBlockBar::leave);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!m_cells.isEmpty())
            start();
    });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_cells.clear();
        m_making.cancel();
        hide();
    });
}

void TestBlockBar::make(const QList<AccessCell> &cells)
{
    m_cells = cells;
    hide();
    start();
}

void TestBlockBar::start()
{
    m_making.start(
        [index = m_workspace.index(), cells = m_cells](const CancelToken &cancel) {
            return testBlock(index, cells, Instant::now(), &cancel);
        },
        [this](const TestBlock &block) {
            m_block = block;
            if (isVisible() || block.changes.size() > PreviewFrom)
                present(block);
            else
                take();
        });
}

void TestBlockBar::present(const TestBlock &block)
{
    constexpr qsizetype LineMaximum = 1000;
    m_title->setText(summary(block));
    QStringList names;
    for (const Change &change : block.changes.mid(0, LineMaximum))
        names.append(change.key);
    if (block.changes.size() > LineMaximum)
        names.append(tr("and %Ln more", nullptr, int(block.changes.size() - LineMaximum)));
    m_lines->setStringList(names);
    m_take->setEnabled(!block.changes.isEmpty());
    if (isVisible())
        return;
    show();
    m_take->setFocus(Qt::OtherFocusReason);
}

void TestBlockBar::take()
{
    const int count = int(m_block.changes.size());
    const QList<AccessCell> cells =
        std::exchange(m_cells, {}); // or the edit would be read as somebody else's
    if (!m_workspace.edit(tr("Make %Ln test(s)", nullptr, count), m_block.changes)) {
        m_cells = cells;
        return;
    }
    m_workspace.show({Message::Kind::Information, summary(m_block), {}, {}});
    leave();
}

void TestBlockBar::leave()
{
    m_cells.clear();
    m_making.cancel();
    if (!isVisible())
        return;
    hide();
    Q_EMIT closed();
}

void TestBlockBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rolewright
