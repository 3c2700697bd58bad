// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/icons.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
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

// A field shows another one with every key. Few names, few colours.
QIcon kept(const QString &name, const QList<QColor> &colors)
{
    static QHash<QString, QIcon> known;
    static const bool forgotten = [] {
        qAddPostRoutine([] { known.clear(); }); // pixmaps must not outlive the application
        return true;
    }();
    Q_UNUSED(forgotten)
    QString key = name;
    for (const QColor &color : colors)
        key += color.name(QColor::HexArgb);
    QIcon &made = known[key];
    if (made.isNull()) {
        draw(made, name, colors.first(), QIcon::Normal);
        if (colors.size() > 1)
            draw(made, name, colors.at(1), QIcon::Selected);
    }
    return made;
}

} // namespace

QIcon icon(const QString &name, const QPalette &palette)
{
    return kept(name, {palette.color(QPalette::WindowText), palette.color(QPalette::HighlightedText)});
}

QIcon icon(const QString &name, const QColor &color)
{
    return kept(name, {color});
}

} // namespace rolewright
