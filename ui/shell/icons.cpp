// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

void draw(QIcon &into, const QString &name, const QColor &color, QIcon::Mode mode)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // the icons are part of the program
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    for (const int side : {16, 24, 32, 64}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        into.addPixmap(pixmap, mode);
    }
}

} // namespace

QIcon icon(const QString &name, const QPalette &palette)
{
    QIcon made;
    draw(made, name, palette.color(QPalette::WindowText), QIcon::Normal);
    draw(made, name, palette.color(QPalette::HighlightedText), QIcon::Selected);
    return made;
}

QIcon icon(const QString &name, const QColor &color)
{
    QIcon made;
    draw(made, name, color, QIcon::Normal);
    return made;
}

} // namespace rolewright
