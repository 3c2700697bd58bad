// SPDX-License-Identifier: Apache-2.0
// Cells are told apart without colour (desktop.md, Cells): on a greyscale picture every state and mark of the
// legend differs from every other by enough dots that are clearly lighter or darker.
#include "tests/ui/pictures.h"
#include "ui/matrix/cellpainter.h"
#include "ui/matrix/matrixmodel.h"

#include <QPainter>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_CellPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsStatesApartInGrey_data() { addLooks(); }
    void tellsStatesApartInGrey();

private:
    static QList<LegendEntry> states()
    {
        QList<LegendEntry> all;
        for (int shape = 0; shape <= int(Cell::Shape::Some); ++shape) {
            if (Cell::Shape(shape)
                != Cell::Shape::Covered) // drawn as inherited, in rows where nothing is inherited
                all.append(legendOf(Cell::Shape(shape)));
        }
        all.append({{.shape = Cell::Shape::Granted, .others = true}, u"changed by somebody else"_s});
        return all + legendOfMarks(true, true);
    }
    static QImage grey(const Cell &cell, int zoom)
    {
        constexpr QSize Size(24, 22);
        QImage image(Size * zoom / 100, QImage::Format_RGB32);
        image.setDevicePixelRatio(zoom / 100.0);
        image.fill(qApp->palette().color(QPalette::Base));
        QPainter painter(&image);
        CellPainter().paint(&painter, QRect(QPoint(), Size), cell, qApp->palette());
        painter.end();
        return image.convertToFormat(QImage::Format_Grayscale8);
    }
    static int dotsApart(const QImage &one, const QImage &other)
    {
        constexpr int Clearly = 40; // of 255
        int dots = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x)
                dots += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) >= Clearly;
        }
        return dots;
    }
};

void tst_CellPainter::tellsStatesApartInGrey()
{
    QFETCH(int, theme);
    QFETCH(int, zoom);
    applyTheme(ThemeChoice(theme), 100);
    const int enough = 12 * zoom * zoom / 10'000;
    const QList<LegendEntry> all = states();
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = i + 1; j < all.size(); ++j) {
            const int dots = dotsApart(grey(all.at(i).cell, zoom), grey(all.at(j).cell, zoom));
            QVERIFY2(
                dots >= enough,
                qPrintable(u"%1 and %2 differ by %3 dots"_s.arg(all.at(i).word, all.at(j).word).arg(dots)));
        }
    }
}

QTEST_MAIN(tst_CellPainter)
#include "tst_cellpainter.moc"
