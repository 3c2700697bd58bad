// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixpane.h"

#include "ui/filter/filteredit.h"
#include "ui/matrix/pastebar.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QHBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

MatrixPane::MatrixPane(std::unique_ptr<MatrixModel> model, const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_model(std::move(model))
    , m_words(words)
    , m_rowFilter(new FilterEdit(m_model->workspace(), m_model->rowAxis(), words.filterRows, this))
    , m_columnFilter(new FilterEdit(m_model->workspace(), m_model->columnAxis(), words.filterColumns, this))
    , m_view(new MatrixView(*m_model, this))
    , m_pasteBar(new PasteBar(m_model->workspace(), this))
    , m_counts(new QLabel(this))
    , m_nothing(new QLabel(words.nothing, this))
{
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_rowFilter->setMaximumWidth(320);
    m_columnFilter->setMaximumWidth(320);

    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(12, 8, 12, 8);
    filters->setSpacing(8);
    filters->addWidget(m_rowFilter, 1);
    filters->addWidget(m_columnFilter, 1);
    filters->addStretch(1);
    filters->addWidget(m_counts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(filters);
    layout->addWidget(m_pasteBar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_nothing, 1);
    setFocusProxy(m_view);
    setTabOrder(m_rowFilter, m_columnFilter);
    setTabOrder(m_columnFilter, m_view);

    connect(m_rowFilter, &FilterEdit::found, m_model.get(), &MatrixModel::setRowFilter);
    connect(m_columnFilter, &FilterEdit::found, m_model.get(), &MatrixModel::setColumnFilter);
    for (FilterEdit *filter : {m_rowFilter, m_columnFilter})
        connect(filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &MatrixView::pasteRequested, m_pasteBar, &PasteBar::paste);
    connect(m_pasteBar, &PasteBar::closed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, &MatrixPane::goToWanted);
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, &MatrixPane::look);
    look();
}

// The view asks the model for as long as it is there.
MatrixPane::~MatrixPane()
{
    delete m_view;
}

void MatrixPane::look()
{
    const auto part = [](int shown, int all, const std::function<QString(int)> &word) {
        return shown == all ? word(all) : tr("%L1 of %2").arg(shown).arg(word(all));
    };
    m_counts->setText(part(m_model->shownLineCount(), m_model->lineCount(), m_words.rows) + u"  ·  "_s
                      + part(m_model->columnCount(), m_model->allColumnCount(), m_words.columns));
    const bool empty = m_model->lineCount() == 0 || m_model->allColumnCount() == 0;
    m_nothing->setText(m_model->isPreparing() ? tr("Loading…") : m_words.nothing);
    m_nothing->setVisible(empty);
    const bool appears = m_view->isHidden() && !empty;
    m_view->setVisible(!empty);
    if (appears && isVisible() && !QApplication::focusWidget())
        m_view->setFocus(); // which a hidden one could not take
}

QVariantMap MatrixPane::place() const
{
    const QModelIndex current = m_view->currentIndex();
    return {{u"rows"_s, m_rowFilter->text()},
            {u"columns"_s, m_columnFilter->text()},
            {u"row"_s, current.isValid() ? m_model->rowName(current.row()) : QString()},
            {u"column"_s, current.isValid() ? m_model->columnName(current.column()) : QString()}};
}

void MatrixPane::restore(const QVariantMap &place)
{
    m_rowFilter->setText(place.value(u"rows"_s).toString());
    m_columnFilter->setText(place.value(u"columns"_s).toString());
    const QString row = place.value(u"row"_s).toString();
    const QString column = place.value(u"column"_s).toString();
    if (row.isEmpty() || column.isEmpty())
        return;
    constexpr int Patience = 10'000; // ms
    m_wanted = Wanted{row, column, QDeadlineTimer(Patience)};
    goToWanted();
}

void MatrixPane::goTo(const QString &row, const QString &column)
{
    if (!row.isEmpty() && m_model->revealRow(row) < 0)
        m_rowFilter->clear();
    if (!column.isEmpty() && m_model->columnOf(column) < 0)
        m_columnFilter->clear();
    constexpr int Patience = 10'000; // ms
    m_wanted = Wanted{row, column, QDeadlineTimer(Patience)};
    goToWanted();
    if (m_wanted)
        m_view->setFocus();
}

void MatrixPane::goToWanted()
{
    const std::optional<Wanted> wanted = std::exchange(m_wanted, std::nullopt);
    if (!wanted || wanted->until.hasExpired())
        return;
    const bool isThere = (wanted->row.isEmpty() || m_model->revealRow(wanted->row) >= 0)
        && (wanted->column.isEmpty() || m_model->columnOf(wanted->column) >= 0);
    if (isThere)
        m_view->goTo(wanted->row, wanted->column);
    else
        m_wanted = wanted;
}

void MatrixPane::focusFilter()
{
    FilterEdit *filter = m_rowFilter->hasFocus() ? m_columnFilter : m_rowFilter;
    filter->setFocus(Qt::ShortcutFocusReason);
    filter->selectAll();
}

} // namespace rolewright
