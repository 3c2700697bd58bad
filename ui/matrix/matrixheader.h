// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixmodel.h"
#include "ui/widgets/namedrag.h"

#include <QHash>
#include <QHeaderView>
#include <QItemSelection>
#include <QPixmap>
#include <QVariant>

namespace rolewright {

// The heads of a matrix: the head of the current cell stands out, long names are elided and told in full by
// the tool tip, disabled things are struck out, new ones in italics.

// How wide the widest of some labels is: heads are asked for their size with every layout. GUI thread.
class WidestLabel
{
public:
    int of(const QFont &font, const QStringList &labels) const;

private:
    mutable QFont m_font;
    mutable QStringList m_labels;
    mutable int m_width = -1;
};

// What a drag out of a head would take, and what is selected then.
struct Pulled
{
    DraggedNames names;
    QItemSelection cells;
};

// Names turned by a quarter, reading upwards.
class ColumnHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ColumnHeader(MatrixModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    void setCurrentSection(int section);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override; // out of the header: drags

private:
    struct Head
    {
        QString name;
        MatrixModel::Mark mark;
        bool current = false;

        friend bool operator==(const Head &, const Head &) = default;
        friend size_t qHash(const Head &head, size_t seed = 0)
        {
            return qHashMulti(seed, head.name, head.mark.fresh, head.mark.dimmed, head.mark.sensitive, head.current);
        }
    };
    void paintHead(QPainter *painter, const QRect &rect, const Head &head) const;

    MatrixModel &m_model;
    int m_current = -1;
    Pulled m_pulled; // what a drag would take
    WidestLabel m_widest;
    // Turned text takes long to paint: each head is painted once for a size, font, palette and pixel ratio.
    mutable QHash<Head, QPixmap> m_pictures;
    mutable QVariantList m_paintedFor;
};

// Names of rows; group heads fold their rows on a click.
class RowHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RowHeader(MatrixModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    void setCurrentSection(int section);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override; // out of the header: drags

private:
    MatrixModel &m_model;
    int m_current = -1;
    Pulled m_pulled; // what a drag would take
    WidestLabel m_widest;
};

} // namespace rolewright
