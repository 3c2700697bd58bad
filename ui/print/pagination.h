// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/print/printable.h"

#include <QFont>
#include <QPageLayout>

class QPainter;

namespace rolewright {

// A printable laid out on pages of one size, in points. Every page has the title, the facts, the heads of its
// table or grid, and "page x of y". A grid goes down first, then to the right. May live on any thread.
class Pagination
{
public:
    Pagination(const Printable &printable, const QSizeF &page);

    int count() const { return m_count; }
    void paint(QPainter &painter, int page) const; // from 0; the painter is in points, its origin the page's corner

private:
    // A row of a table where it stands; row -1 are the heads, -2 the title.
    struct Piece
    {
        int page = 0;
        double top = 0;
        double height = 0;
        qsizetype table = 0;
        qsizetype row = 0;
        double skipped = 0; // of a row that began on a page before
    };

    double frameTop() const;
    double frameBottom() const;
    void placeTables();
    void placeGrid();
    QList<double> widths(const Printable::Table &table) const;
    QStringList cellsOf(const Piece &piece) const;
    double heightOf(const Printable::Table &table, const QStringList &cells, const QFont &font) const;
    void paintFrame(QPainter &painter, int page) const;
    void paintPiece(QPainter &painter, const Piece &piece) const;
    void paintGrid(QPainter &painter, int page) const;
    void paintLegend(QPainter &painter, const QRectF &place) const;

    const Printable m_printable;
    const QSizeF m_page;
    QFont m_font;
    QFont m_bold;
    QFont m_title;
    int m_count = 1;
    QList<Piece> m_pieces; // by page
    double m_headWidth = 0; // of the grid's rows
    double m_headHeight = 0; // of its columns
    int m_gridRows = 1; // on a page
    int m_gridColumns = 1;
    int m_pagesDown = 1;
};

} // namespace rolewright
