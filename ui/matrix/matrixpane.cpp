// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixpane.h"

#include "ui/filter/filteredit.h"
#include "ui/matrix/pastebar.h"
#include "ui/shell/elidedlabel.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// In settings.
QString wordOf(MatrixModel::Order order)
{
    switch (order) {
    case MatrixModel::Order::Name:
        return u"name"_s;
    case MatrixModel::Order::Held:
        return u"held"_s;
    case MatrixModel::Order::Similar:
        return u"similar"_s;
    }
    return {};
}

} // namespace

MatrixPane::MatrixPane(std::unique_ptr<MatrixModel> model, const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_model(std::move(model))
    , m_words(words)
    , m_rowFilter(new FilterEdit(m_model->workspace(), m_model->rowAxis(), words.filterRows, this))
    , m_columnFilter(new FilterEdit(m_model->workspace(), m_model->columnAxis(), words.filterColumns, this))
    , m_view(new MatrixView(*m_model, this))
    , m_pasteBar(new PasteBar(m_model->workspace(), this))
    , m_counts(new ElidedLabel(this))
    , m_nothing(new QLabel(words.nothing, this))
    , m_filtered(new QFrame(this))
    , m_filteredText(new QLabel)
    , m_clear(new QPushButton)
{
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_counts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_rowFilter->setMaximumWidth(320);
    m_columnFilter->setMaximumWidth(320);

    for (QLabel *label : {m_nothing, m_filteredText}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_filtered->setAutoFillBackground(true);
    auto *said = new QVBoxLayout(m_filtered);
    said->addStretch(1);
    said->addWidget(m_filteredText);
    said->addWidget(m_clear, 0, Qt::AlignHCenter);
    said->addStretch(2);
    m_filtered->hide();

    auto *filters = new QHBoxLayout;
    filters->setContentsMargins(12, 8, 12, 8);
    filters->setSpacing(8);
    filters->addWidget(m_rowFilter, 1);
    filters->addWidget(m_columnFilter, 1);
    filters->addWidget(m_counts, 1); // its text, which changes as one types, takes no room from the fields
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(filters);
    layout->addWidget(m_pasteBar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_filtered, 1);
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
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (m_model->rowCount() == 0)
            m_rowFilter->clear();
        if (m_model->columnCount() == 0)
            m_columnFilter->clear();
        m_view->setFocus();
    });
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
    m_counts->setFullText(part(m_model->shownLineCount(), m_model->lineCount(), m_words.rows) + u"  ·  "_s
                      + part(m_model->columnCount(), m_model->allColumnCount(), m_words.columns));
    const bool empty = m_model->lineCount() == 0 || m_model->allColumnCount() == 0;
    m_nothing->setText(m_model->isPreparing() ? tr("Loading…") : m_words.nothing);
    const bool wasClearing = m_clear->hasFocus();
    m_nothing->setVisible(empty);
    const bool cells = m_model->rowCount() > 0 && m_model->columnCount() > 0;
    const bool appears = m_view->isHidden() && cells;
    m_filtered->setVisible(!empty && !cells);
    m_view->setVisible(cells);
    if (!empty && !cells)
        lookFiltered();
    if (appears && isVisible() && (wasClearing || !QApplication::focusWidget()))
        m_view->setFocus(); // which a hidden one could not take
}

void MatrixPane::lookFiltered()
{
    const bool rows = m_model->rowCount() == 0;
    const bool columns = m_model->columnCount() == 0;
    QStringList sentences;
    if (rows)
        sentences.append(m_words.noRow.arg(m_model->rowFilter().text()));
    if (columns)
        sentences.append(m_words.noColumn.arg(m_model->columnFilter().text()));
    m_filteredText->setText(sentences.join(u'\n'));
    m_clear->setText(rows && columns ? tr("&Clear both filters") : tr("&Clear the filter"));
}

QVariantMap MatrixPane::place() const
{
    const QModelIndex current = m_view->currentIndex();
    QVariantMap place{{u"rows"_s, m_rowFilter->text()},
                      {u"columns"_s, m_columnFilter->text()},
                      {u"row"_s, current.isValid() ? m_model->rowName(current.row()) : QString()},
                      {u"column"_s, current.isValid() ? m_model->columnName(current.column()) : QString()}};
    for (const Qt::Orientation axis : {Qt::Vertical, Qt::Horizontal}) {
        const QString name = axis == Qt::Vertical ? u"rows"_s : u"columns"_s;
        place.insert(name + u"Order"_s, wordOf(m_model->order(axis)));
        place.insert(name + u"Like"_s, m_model->orderedLike(axis));
        place.insert(name + u"Pinned"_s, m_model->pinned(axis));
    }
    return place;
}

void MatrixPane::restore(const QVariantMap &place)
{
    for (const Qt::Orientation axis : {Qt::Vertical, Qt::Horizontal}) {
        const QString name = axis == Qt::Vertical ? u"rows"_s : u"columns"_s;
        m_model->setPinned(axis, place.value(name + u"Pinned"_s).toStringList());
        const QString order = place.value(name + u"Order"_s).toString();
        for (const auto each : {MatrixModel::Order::Held, MatrixModel::Order::Similar}) {
            if (order == wordOf(each))
                m_model->sortBy(axis, each, place.value(name + u"Like"_s).toString());
        }
    }
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

} // namespace rolewright
