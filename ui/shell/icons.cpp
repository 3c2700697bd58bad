// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace rolewright {

using namespace Qt::StringLiterals;

QIcon icon(const QString &name, const QPalette &palette)
{
    return icon(name, palette.color(QPalette::WindowText));
}

QIcon icon(const QString &name, const QColor &color)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // the icons are part of the program
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    QIcon found;
    for (const int side : {16, 24, 32, 64}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        found.addPixmap(pixmap);
    }
    return found;
}

} // namespace rolewright
