// SPDX-License-Identifier: Apache-2.0
// Every page at 1280 x 800, and on a screen of 1440 x 900 at 200 %, by the scale of the screen (a window of
// 720 x 450) and by the zoom of the program: nothing is cut off to the side, every button and field can be
// read and reached.
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"
#include "ui/shell/pages.h"

#include <QAbstractButton>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionViewItem>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_SmallScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageFits_data();
    void everyPageFits();
    void cleanup() { applyTheme(ThemeChoice::Light, 100); }
};

namespace {

// In its parent's terms, of a widget that a person is meant to use.
QString faultOf(const QWidget *widget)
{
    if (widget->inherits("QLineEditIconButton"))
        return {}; // Qt's own affair
    const QString name = widget->accessibleName().isEmpty() ? widget->objectName() : widget->accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        if (!button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            return u"the button \"%1\" is cut"_s.arg(button->text());
    }
    const bool isInner = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
    if (const auto *field = qobject_cast<const QLineEdit *>(widget);
        field && !isInner && !field->isReadOnly()) {
        if (field->width() < field->fontMetrics().averageCharWidth() * 10)
            return u"the field \"%1\" is %2 wide"_s.arg(name).arg(field->width());
    }
    const bool isControl =
        qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget);
    if (isControl && !isInner && !widget->parentWidget()->rect().contains(widget->geometry()))
        return u"\"%1\" stands outside of what it is in"_s.arg(
            name.isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : name);
    return {};
}

// Pixels that the text of a line lacks, which is cut then.
int missingInLine(const QListWidget &list, int row)
{
    QStyleOptionViewItem option;
    option.initFrom(&list);
    option.rect = list.visualItemRect(list.item(row));
    option.font.setBold(true); // the one that is shown
    option.fontMetrics = QFontMetrics(option.font);
    option.features = QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration;
    option.decorationSize = list.iconSize();
    option.decorationPosition = QStyleOptionViewItem::Left;
    option.displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
    option.text = list.item(row)->text();
    const int margin = list.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &list) + 1;
    const QRect room = list.style()->subElementRect(QStyle::SE_ItemViewItemText, &option, &list);
    return option.text.isEmpty() ? 0
                                 : option.fontMetrics.horizontalAdvance(option.text) - (room.width() - 2 * margin);
}

} // namespace

void tst_SmallScreen::everyPageFits_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("theme");
    const int light = int(ThemeChoice::Light);
    const int dark = int(ThemeChoice::Dark);
    QTest::addRow("light") << 100 << QSize(1280, 800) << light;
    QTest::addRow("dark") << 100 << QSize(1280, 800) << dark;
    QTest::addRow("scale") << 100 << QSize(720, 450) << light;
    QTest::addRow("zoom") << 200 << QSize(1440, 900) << light;
    QTest::addRow("zoom-dark") << 200 << QSize(1440, 900) << dark;
}

void tst_SmallScreen::everyPageFits()
{
    QFETCH(int, zoom);
    QFETCH(QSize, size);
    QFETCH(int, theme);
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
    applyTheme(ThemeChoice(theme), zoom);
    Program program(home);
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
    program.window.resize(size);
    program.matrix().goTo(u"comment:hide"_s, u"author"_s);
    press(Qt::Key_Space); // something is pending
    QVERIFY(program.find<QDockWidget>(u"simulate"_s)->isVisible());
    const QString folder = qEnvironmentVariable("ROLEWRIGHT_PICTURES");

    auto *pages = program.window.findChild<Pages *>();
    QStringList faults;
    for (int i = 0; i < pages->count(); ++i) {
        const QString name = pages->nameAt(i);
        pages->show(i);
        const auto *scroll = qobject_cast<QScrollArea *>(pages->at(i)->parentWidget()->parentWidget());
        QVERIFY(scroll);
        const auto look = [&] {
            QStringList found;
            if (program.window.size() != size)
                found.append(u"%1: the window wants %2 x %3"_s.arg(name)
                                 .arg(program.window.width())
                                 .arg(program.window.height()));
            if (const int over = scroll->horizontalScrollBar()->maximum(); over > 0)
                found.append(u"%1: %2 too wide"_s.arg(name).arg(over));
            for (const QWidget *widget : pages->at(i)->findChildren<QWidget *>()) {
                if (const QString fault = widget->isVisible() ? faultOf(widget) : QString(); !fault.isEmpty())
                    found.append(u"%1: %2"_s.arg(name, fault));
            }
            return found;
        };
        // Answers come from workers, and are laid out when they are there.
        QTest::qWait(200);
        QStringList found = look();
        for (int tries = 0; tries < 50 && !found.isEmpty(); ++tries) {
            QTest::qWait(100);
            found = look();
        }
        faults += found;
        if (const int missing = missingInLine(*pages->list(), i); missing > 0)
            faults.append(u"%1: its line in the list wants %2 more"_s.arg(name).arg(missing));
        if (!folder.isEmpty())
            QVERIFY(program.window.grab().save(QDir(folder).filePath(
                u"page-%1-%2.png"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())))));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

QTEST_MAIN(tst_SmallScreen)
#include "tst_smallscreen.moc"
