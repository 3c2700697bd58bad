// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/whybar.h"

#include "ui/matrix/matrixmodel.h"
#include "ui/widgets/wrappingtree.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace rolewright {

WhyBar::WhyBar(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_lines(new TreeLinesModel(this))
    , m_tree(new WrappingTree)
    , m_note(new QLabel)
{
    setFrameShape(QFrame::StyledPanel);
    for (QLabel *label : {m_title, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_tree->setModel(m_lines);
    m_tree->setAccessibleName(tr("Why the cell is so"));
    m_tree->setFrameShape(QFrame::NoFrame);
    auto *close = new QPushButton(tr("Close"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_tree);
    column->addWidget(m_note);
    hide();
    connect(close, &QPushButton::clicked, this, &WhyBar::leave);
}

void WhyBar::open(MatrixView &view, const QString &note)
{
    for (const QMetaObject::Connection &each : std::as_const(m_following))
        disconnect(each);
    m_view = &view;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    show();
    look();
    // Once there is less room for the matrix, the cell must not be under the bar.
    QTimer::singleShot(0, &view, [&view] { view.scrollTo(view.currentIndex()); });
    // The note was about the cell that was asked about.
    const auto follow = [this] {
        m_note->hide();
        look();
    };
    m_following = {connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this, follow),
                   connect(view.model(), &QAbstractItemModel::dataChanged, this, follow),
                   connect(view.model(), &QAbstractItemModel::modelReset, this, follow)};
}

void WhyBar::look()
{
    if (isHidden() || !m_view)
        return;
    const QModelIndex cell = m_view->currentIndex();
    if (!cell.isValid()) {
        hide();
        return;
    }
    const MatrixModel::Why why = m_view->matrixModel().why(cell.row(), cell.column());
    m_title->setText(why.title);
    m_lines->set(why.lines);
    m_tree->expandAll();
    constexpr int ShownLines = 7;
    int lines = 0;
    for (QModelIndex index = m_lines->index(0, 0); index.isValid(); index = m_tree->indexBelow(index))
        ++lines;
    m_tree->setFixedHeight((fontMetrics().height() + 6) * std::clamp(lines, 1, ShownLines));
}

QString WhyBar::text() const
{
    return m_title->text() + u'\n' + toText(m_lines->lines()) + (m_note->isHidden() ? QString() : m_note->text());
}

void WhyBar::leave()
{
    hide();
    if (m_view)
        m_view->setFocus();
}

void WhyBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rolewright
