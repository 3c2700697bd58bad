// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/theme.h"

#include <QDir>
#include <QTest>
#include <QWidget>

namespace rolewright {

// Rows of a test that is run in each look: columns `theme` (a ThemeChoice) and `zoom` (percent).
inline void addLooks()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("zoom");
    QTest::newRow("light") << int(ThemeChoice::Light) << 100;
    QTest::newRow("dark") << int(ThemeChoice::Dark) << 100;
    QTest::newRow("light-200") << int(ThemeChoice::Light) << 200;
    QTest::newRow("dark-200") << int(ThemeChoice::Dark) << 200;
}

// NAME-TAG.png of the window as it is, by the tag of the row that addLooks() made, where ROLEWRIGHT_PICTURES names
// a folder.
inline void keepPicture(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("ROLEWRIGHT_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(600); // what workers still have to say
    const QString file = QStringLiteral("%1-%2.png").arg(name, QLatin1String(QTest::currentDataTag()));
    QVERIFY2(window.grab().save(QDir(folder).filePath(file)), qPrintable(file));
}

// NAME-light.png and NAME-dark.png of the window, to look at, where ROLEWRIGHT_PICTURES names a folder. The
// light theme is in effect afterwards.
inline void keepPictures(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("ROLEWRIGHT_PICTURES");
    if (folder.isEmpty())
        return;
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(theme, 100);
        QTest::qWait(200);
        const QString file =
            QStringLiteral("%1-%2.png")
                .arg(name, theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
        QVERIFY2(window.grab().save(QDir(folder).filePath(file)), qPrintable(file));
    }
}

} // namespace rolewright
