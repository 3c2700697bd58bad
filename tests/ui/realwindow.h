// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/openworkspace.h"
#include "ui/matrix/matrixpage.h"
#include "ui/matrix/matrixpane.h"
#include "ui/shell/draftkeeper.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QListWidget>

namespace rolewright {

// In the language that ROLEWRIGHT_LANGUAGE names, for pictures: in "en", too, counts are worded as a person sees them,
// "1 user", where tests compare "1 user(s)".
struct Worded
{
    Worded()
    {
        static const bool once = [] {
            if (const QString language = qEnvironmentVariable("ROLEWRIGHT_LANGUAGE"); !language.isEmpty())
                installLanguage(language);
            return true;
        }();
        Q_UNUSED(once)
    }
};

// Everything that the program has, on folders of its own.
struct Program : Worded
{
    Settings settings;
    PolicyService service;
    Workspace workspace{service};
    DraftKeeper keeper;
    MainWindow window;

    explicit Program(const QTemporaryDir &home)
        : settings(home.filePath(QStringLiteral("settings.ini")))
        , keeper(workspace, home.filePath(QStringLiteral("state")))
        , window(workspace, settings)
    {
    }
    bool show()
    {
        window.show();
        if (QTest::qWaitForWindowActive(&window, 1000))
            return true;
        window.activateWindow(); // now and then a window manager gives a window no focus; a person clicks on it
        return QTest::qWaitForWindowActive(&window);
    }
    template <class Widget>
    Widget *find(const QString &name)
    {
        return window.findChild<Widget *>(name);
    }
    MatrixView &matrix() { return window.matrix().currentPane().view(); }
    MatrixModel &model() { return window.matrix().currentPane().model(); }
    Cell cell(const QString &row, const QString &column)
    {
        return model().cell(model().rowOf(row), model().columnOf(column));
    }
    QString page() { return find<QListWidget>(QStringLiteral("pages"))->currentItem()->text(); }
};

inline void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

// As a person comes to it who has no mouse, forwards or back.
inline bool tabTo(const QWidget *widget)
{
    constexpr int Enough = 100; // stops in one round
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        for (int stop = 0; stop < Enough && QApplication::focusWidget() != widget; ++stop) {
            if (!QApplication::focusWidget())
                return false;
            press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
    }
    return QApplication::focusWidget() == widget;
}

inline bool pressButton(const QWidget *button)
{
    if (!button || !tabTo(button))
        return false;
    press(Qt::Key_Space);
    return true;
}

} // namespace rolewright
