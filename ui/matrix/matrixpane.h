// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixview.h"

#include <QDeadlineTimer>
#include <QVariantMap>
#include <QWidget>

#include <memory>
#include <optional>

class QFrame;
class QLabel;
class QPushButton;

namespace rolewright {

class ElidedLabel;
class FilterEdit;
class PasteBar;

// One matrix with its filters and what they leave. Owns the model.
class MatrixPane : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString filterRows; // placeholders
        QString filterColumns;
        std::function<QString(int)> rows; // "13,790 permissions"
        std::function<QString(int)> columns;
        QString nothing; // what an empty matrix says
        QString noRow; // "No user matches %1."
        QString noColumn;
    };
    MatrixPane(std::unique_ptr<MatrixModel> model, const Words &words, QWidget *parent = nullptr);
    ~MatrixPane() override;

    MatrixModel &model() { return *m_model; }
    MatrixView &view() { return *m_view; }
    QVariantMap place() const; // filters, order, pins and current cell
    void restore(const QVariantMap &place);
    void goTo(const QString &row, const QString &column); // empty: stay; clears a filter that hides it

private:
    void look();
    void lookFiltered();
    void goToWanted();

    // Where goTo() was to go: a filter that is cleared, or a model that is loaded, comes a moment later.
    struct Wanted
    {
        QString row;
        QString column;
        QDeadlineTimer until;
    };
    std::optional<Wanted> m_wanted;

    std::unique_ptr<MatrixModel> m_model;
    Words m_words;
    FilterEdit *m_rowFilter;
    FilterEdit *m_columnFilter;
    MatrixView *m_view;
    PasteBar *m_pasteBar;
    ElidedLabel *m_counts;
    QLabel *m_nothing;
    QFrame *m_filtered; // over the cells, where a filter leaves none
    QLabel *m_filteredText;
    QPushButton *m_clear;
};

} // namespace rolewright
