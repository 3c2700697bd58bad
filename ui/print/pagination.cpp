// SPDX-License-Identifier: Apache-2.0
#include "ui/print/pagination.h"

#include "ui/print/printing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr double Side = 14; // of the grid
constexpr double Gap = 4;
constexpr QRgb Ink = 0xff000000;
constexpr QRgb Grey = 0xff808080;
constexpr QRgb Shade = 0xfff0f0f0;

QFont fontOf(int size, bool bold)
{
    QFont font;
    font.setPixelSize(size); // the painter is scaled to points
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double widest(const QFontMetricsF &metrics, const QStringList &texts, double maximum)
{
    double width = 0;
    for (const QString &text : texts)
        width = std::max(width, metrics.horizontalAdvance(text.left(200)));
    return std::min(width + 2 * Gap, maximum);
}

// The text in lines of this width, the first one at the origin.
std::unique_ptr<QTextLayout> laidOut(const QString &text, const QFont &font, double width)
{
    auto layout = std::make_unique<QTextLayout>(QString(text).replace(u'\n', QChar::LineSeparator), font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    const double height = QFontMetricsF(fontOf(font.pixelSize(), true)).lineSpacing();
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, line.lineNumber() * height});
    }
    layout->endLayout();
    return layout;
}

} // namespace

Pagination::Pagination(const Printable &printable, const QSizeF &page)
    : m_printable(printable)
    , m_page(page)
    , m_font(fontOf(8, false))
    , m_bold(fontOf(8, true))
    , m_title(fontOf(12, true))
{
    if (m_printable.grid)
        placeGrid();
    else
        placeTables();
}

double Pagination::frameTop() const
{
    return QFontMetricsF(m_title).height() + QFontMetricsF(m_font).height() + 3 * Gap;
}

double Pagination::frameBottom() const
{
    const double legend = m_printable.grid ? QFontMetricsF(m_font).height() + Gap : 0;
    return m_page.height() - QFontMetricsF(m_font).height() - 2 * Gap - legend;
}

void Pagination::placeTables()
{
    const double line = QFontMetricsF(m_font).height();
    double top = frameTop();
    int page = 0;
    const auto place = [&](qsizetype table, qsizetype row, double height, double skipped = 0) {
        m_pieces.append({page, top, height, table, row, skipped});
        top += height;
    };
    for (qsizetype t = 0; t < m_printable.tables.size(); ++t) {
        const Printable::Table &table = m_printable.tables.at(t);
        const double titleHeight = table.title.isEmpty() ? 0 : line + 3 * Gap;
        const double headHeight = table.heads.isEmpty() ? 0 : heightOf(table, table.heads, m_bold);
        const auto open = [&] {
            if (titleHeight > 0)
                place(t, -2, titleHeight);
            if (headHeight > 0)
                place(t, -1, headHeight);
        };
        for (qsizetype r = 0; r < table.rows.size(); ++r) {
            // Longer than a page goes on on the next one, between two of its lines.
            const double lines = QFontMetricsF(m_bold).lineSpacing();
            const double room = frameBottom() - frameTop() - titleHeight - headHeight - Gap;
            const double height = heightOf(table, table.rows.at(r), m_font);
            const double most = std::max(1.0, std::floor(room / lines)) * lines;
            double skipped = 0;
            do {
                const double part = std::min(most + Gap, height - skipped);
                const double needed = r == 0 && skipped == 0 ? titleHeight + headHeight + part : part;
                const bool fresh = top + needed > frameBottom() && top > frameTop();
                if (fresh) {
                    ++page;
                    top = frameTop();
                }
                if ((r == 0 && skipped == 0) || fresh)
                    open();
                place(t, r, part, skipped);
                skipped += part - Gap;
            } while (skipped + Gap < height);
        }
    }
    m_count = page + 1;
}

void Pagination::placeGrid()
{
    const Printable::Grid &grid = *m_printable.grid;
    const QFontMetricsF metrics(m_bold);
    QStringList heads;
    for (const Printable::Grid::Row &row : grid.rows)
        heads.append(row.head);
    m_headWidth = widest(metrics, heads, m_page.width() * 0.4);
    m_headHeight = widest(metrics, grid.columns, m_page.height() * 0.3);
    m_gridRows = std::max(1, int((frameBottom() - frameTop() - m_headHeight) / Side));
    m_gridColumns = std::max(1, int((m_page.width() - m_headWidth) / Side));
    m_pagesDown = std::max(1, int((grid.rows.size() + m_gridRows - 1) / m_gridRows));
    const int across = std::max(1, int((grid.columns.size() + m_gridColumns - 1) / m_gridColumns));
    m_count = m_pagesDown * across;
}

QList<double> Pagination::widths(const Printable::Table &table) const
{
    const double all = std::accumulate(table.shares.begin(), table.shares.end(), 0.0);
    QList<double> widths;
    for (const double share : table.shares)
        widths.append(m_page.width() * share / all);
    return widths;
}

double Pagination::heightOf(const Printable::Table &table, const QStringList &cells, const QFont &font) const
{
    const QList<double> columns = widths(table);
    int lines = 1;
    for (qsizetype i = 0; i < cells.size(); ++i)
        lines = std::max(lines, laidOut(cells.at(i), font, columns.at(i) - Gap)->lineCount());
    return lines * QFontMetricsF(m_bold).lineSpacing() + Gap;
}

QStringList Pagination::cellsOf(const Piece &piece) const
{
    const Printable::Table &table = m_printable.tables.at(piece.table);
    return piece.row < 0 ? table.heads : table.rows.at(piece.row);
}

void Pagination::paint(QPainter &painter, int page) const
{
    paintFrame(painter, page);
    if (m_printable.grid) {
        paintGrid(painter, page);
        return;
    }
    const auto first = std::lower_bound(m_pieces.begin(), m_pieces.end(), page,
                                        [](const Piece &piece, int wanted) { return piece.page < wanted; });
    for (auto piece = first; piece != m_pieces.end() && piece->page == page; ++piece)
        paintPiece(painter, *piece);
}

void Pagination::paintFrame(QPainter &painter, int page) const
{
    const QFontMetricsF title(m_title);
    const QFontMetricsF text(m_font);
    painter.setPen(QColor(Ink));
    painter.setFont(m_title);
    painter.drawText(QRectF(0, 0, m_page.width(), title.height()), Qt::AlignLeft | Qt::TextSingleLine,
                     title.elidedText(m_printable.title, Qt::ElideMiddle, m_page.width()));
    painter.setFont(m_font);
    painter.drawText(QRectF(0, title.height(), m_page.width(), text.height()),
                     Qt::AlignLeft | Qt::TextSingleLine,
                     text.elidedText(m_printable.facts.join(u" · "_s), Qt::ElideRight, m_page.width()));
    painter.setPen(QPen(QColor(Grey), 0.5));
    painter.drawLine(QPointF(0, frameTop() - Gap), QPointF(m_page.width(), frameTop() - Gap));
    painter.setPen(QColor(Ink));
    painter.drawText(QRectF(0, m_page.height() - text.height(), m_page.width(), text.height()),
                     Qt::AlignRight | Qt::TextSingleLine,
                     Printing::tr("Page %L1 of %L2").arg(page + 1).arg(m_count));
}

void Pagination::paintPiece(QPainter &painter, const Piece &piece) const
{
    const Printable::Table &table = m_printable.tables.at(piece.table);
    painter.setPen(QColor(Ink));
    if (piece.row == -2) {
        painter.setFont(m_bold);
        painter.drawText(QRectF(0, piece.top + 2 * Gap, m_page.width(), piece.height - 2 * Gap),
                         Qt::AlignLeft | Qt::TextSingleLine, table.title);
        return;
    }
    const bool heads = piece.row == -1;
    if (heads)
        painter.fillRect(QRectF(0, piece.top, m_page.width(), piece.height), QColor(Shade));
    painter.setFont(heads ? m_bold : m_font);
    const QStringList cells = cellsOf(piece);
    const QList<double> columns = widths(table);
    double left = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto layout = laidOut(cells.at(i), painter.font(), columns.at(i) - Gap);
        const double height = QFontMetricsF(m_bold).lineSpacing();
        const int first = int(std::round(piece.skipped / height));
        const int end = first + int(std::round((piece.height - Gap) / height));
        for (int line = first; line < std::min(end, layout->lineCount()); ++line)
            layout->lineAt(line).draw(&painter, QPointF(left, piece.top + Gap / 2 - first * height));
        left += columns.at(i);
    }
    painter.setPen(QPen(QColor(Grey), 0.25));
    painter.drawLine(QPointF(0, piece.top + piece.height), QPointF(m_page.width(), piece.top + piece.height));
}

void Pagination::paintGrid(QPainter &painter, int page) const
{
    const Printable::Grid &grid = *m_printable.grid;
    const qsizetype firstRow = qsizetype(page % m_pagesDown) * m_gridRows;
    const qsizetype firstColumn = qsizetype(page / m_pagesDown) * m_gridColumns;
    const qsizetype endRow = std::min<qsizetype>(firstRow + m_gridRows, grid.rows.size());
    const qsizetype endColumn = std::min<qsizetype>(firstColumn + m_gridColumns, grid.columns.size());
    const double top = frameTop() + m_headHeight;
    const double right = m_headWidth + double(endColumn - firstColumn) * Side;
    const double bottom = top + double(endRow - firstRow) * Side;
    const QFontMetricsF bold(m_bold);
    const QFontMetricsF plain(m_font);
    painter.setPen(QColor(Ink));
    painter.setFont(m_font);
    for (qsizetype column = firstColumn; column < endColumn; ++column) {
        painter.save();
        painter.translate(m_headWidth + double(column - firstColumn) * Side, top);
        painter.rotate(-90);
        painter.drawText(QRectF(Gap, 0, m_headHeight - Gap, Side), Qt::AlignLeft | Qt::AlignVCenter,
                         plain.elidedText(grid.columns.at(column), Qt::ElideMiddle, m_headHeight - 2 * Gap));
        painter.restore();
    }
    for (qsizetype row = firstRow; row < endRow; ++row) {
        const double y = top + double(row - firstRow) * Side;
        const Printable::Grid::Row &head = grid.rows.at(row);
        if (head.group)
            painter.fillRect(QRectF(0, y, right, Side), QColor(Shade));
        painter.setPen(QColor(Ink));
        painter.setFont(head.group ? m_bold : m_font);
        painter.drawText(QRectF(head.group ? 0 : Gap, y, m_headWidth - Gap, Side),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         (head.group ? bold : plain)
                             .elidedText(head.head, Qt::ElideMiddle, m_headWidth - 2 * Gap));
        for (qsizetype column = firstColumn; column < endColumn; ++column) {
            const QRectF cell(m_headWidth + double(column - firstColumn) * Side, y, Side, Side);
            painter.drawImage(cell, grid.looks.value(grid.keys.at(row * grid.columns.size() + column)));
        }
    }
    painter.setPen(QPen(QColor(Grey), 0.25));
    for (qsizetype row = firstRow; row <= endRow; ++row) {
        const double y = top + double(row - firstRow) * Side;
        painter.drawLine(QPointF(0, y), QPointF(right, y));
    }
    for (qsizetype column = firstColumn; column <= endColumn; ++column) {
        const double x = m_headWidth + double(column - firstColumn) * Side;
        painter.drawLine(QPointF(x, frameTop()), QPointF(x, bottom));
    }
    paintLegend(painter, QRectF(0, frameBottom() + Gap, m_page.width(), plain.height()));
}

// What the looks mean, as far as they occur and there is room.
void Pagination::paintLegend(QPainter &painter, const QRectF &place) const
{
    const Printable::Grid &grid = *m_printable.grid;
    const QFontMetricsF metrics(m_font);
    QList<quint32> keys = grid.words.keys();
    std::sort(keys.begin(), keys.end());
    painter.setFont(m_font);
    painter.setPen(QColor(Ink));
    double left = place.left();
    for (const quint32 key : std::as_const(keys)) {
        const QString word = grid.words.value(key);
        const double width = Side + metrics.horizontalAdvance(word) + 3 * Gap;
        if (left + width > place.right())
            return;
        painter.drawImage(QRectF(left, place.top(), place.height(), place.height()), grid.looks.value(key));
        painter.drawText(QRectF(left + Side, place.top(), width, place.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, word);
        left += width;
    }
}

} // namespace rolewright
