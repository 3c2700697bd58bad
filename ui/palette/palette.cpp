// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/palette.h"

#include "ui/palette/hitdelegate.h"
#include "ui/palette/hitmodel.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int FieldWidth = 32; // in x
constexpr int PopupWidth = 64;
constexpr int ShownMaximum = 14;

} // namespace

PaletteField::PaletteField(Workspace &workspace, Commands commands, QWidget *parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_commands(std::move(commands))
    , m_hits(new HitModel(this))
    , m_popup(new QFrame(parent ? parent->window() : nullptr))
    , m_list(new QListView(m_popup))
    , m_nothing(new QLabel(m_popup))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Search or command"));
    setClearButtonEnabled(true);
    setFocusPolicy(Qt::ClickFocus); // not on the way of Tab: it has a key of its own
    setToolTip(tr("u: users, r: roles, p: permissions, o: operations, c: constraints"));
    m_popup->setObjectName(u"palettelist"_s);
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setAutoFillBackground(true);
    m_popup->hide();
    m_list->setModel(m_hits);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Found"));
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(fontMetrics().height() / 2);
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (hasFocus())
            search();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now == this && before && before->window() == window())
            m_before = before;
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        mark(index.row());
        choose(QApplication::keyboardModifiers() & Qt::ControlModifier);
    });
}

void PaletteField::setKeys(const QString &keys)
{
    setPlaceholderText(keys.isEmpty() ? tr("Search or command") : tr("Search or command  %1").arg(keys));
}

QSize PaletteField::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'x') * FieldWidth, QLineEdit::sizeHint().height()};
}

void PaletteField::open()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void PaletteField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    search();
}

void PaletteField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    m_searching.cancel();
    m_pending.reset();
    m_popup->hide();
}

void PaletteField::search()
{
    m_pending.reset();
    m_searching.start([commands = m_commands(), policy = m_workspace.policy(), typed = text()](
                          const CancelToken &cancel) { return findHits(commands, policy, typed, cancel); },
                      [this](const QList<PaletteHit> &hits) { take(hits); });
}

void PaletteField::take(const QList<PaletteHit> &hits)
{
    m_hits->set(hits);
    place();
    mark(hits.isEmpty() ? -1 : 0);
    if (m_pending)
        choose(*m_pending);
}

// Under the field, as wide as fits and as high as it needs.
void PaletteField::place()
{
    const bool found = m_hits->rowCount() > 0;
    m_list->setVisible(found);
    m_nothing->setVisible(!found);
    if (!found) {
        m_nothing->setText(tr("Nothing is called “%1”.").arg(text().trimmed()));
        setAccessibleDescription(m_nothing->text());
    }
    const int margin = fontMetrics().height() / 2;
    const QWidget *top = m_popup->parentWidget();
    const QRect field(mapTo(top, QPoint(0, 0)), size());
    const int width = std::min(fontMetrics().horizontalAdvance(u'x') * PopupWidth, top->width() - 2 * margin);
    const int rows = std::min(m_hits->rowCount(), ShownMaximum);
    const int frame = 2 * (m_popup->frameWidth() + 1); // and the layout's margin
    const int wanted = found ? rows * m_list->sizeHintForRow(0) + frame : m_popup->layout()->heightForWidth(width);
    const int height = std::min(wanted, top->height() - field.bottom() - margin);
    const int left = std::clamp(field.right() - width + 1, margin, top->width() - width - margin);
    m_popup->setGeometry(left, field.bottom() + 2, width, height);
    m_popup->show();
    m_popup->raise();
}

void PaletteField::mark(int row)
{
    if (row < 0)
        return;
    const QModelIndex index = m_hits->index(std::clamp(row, 0, m_hits->rowCount() - 1));
    m_list->setCurrentIndex(index);
    // The list never has the focus, so the field says what is marked.
    setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
}

void PaletteField::choose(bool inMatrix)
{
    if (m_searching.isRunning()) {
        m_pending = inMatrix;
        return;
    }
    m_pending.reset();
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const PaletteHit hit = m_hits->hits().at(index.row());
    leave();
    clear();
    Q_EMIT chosen(hit, inMatrix);
}

void PaletteField::leave()
{
    m_popup->hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    else
        clearFocus();
    m_before.clear();
}

void PaletteField::keyPressEvent(QKeyEvent *event)
{
    const int row = m_list->currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Down:
        mark(row + 1 == m_hits->rowCount() ? 0 : row + 1);
        return;
    case Qt::Key_Up:
        mark(row <= 0 ? m_hits->rowCount() - 1 : row - 1);
        return;
    case Qt::Key_PageDown:
        mark(row + ShownMaximum);
        return;
    case Qt::Key_PageUp:
        mark(std::max(0, row - ShownMaximum));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(event->modifiers() & Qt::ControlModifier);
        return;
    case Qt::Key_Escape:
        clear();
        leave();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace rolewright
