// SPDX-License-Identifier: Apache-2.0
// The widgets that pages share, by themselves.
#include "ui/shell/theme.h"
#include "ui/widgets/elidedname.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/foldingsplitter.h"
#include "ui/widgets/memberlist.h"
#include "ui/widgets/namecolumn.h"
#include "ui/widgets/pagescroll.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>
#include <QTreeView>
#include <QVBoxLayout>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_Widgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elidesInTheMiddle();
    void flowsIntoRows();
    void showsNamesInTheirOwnDirection();
    void foldsWhereItIsNarrow();
    void scrollsOnlyBelowTheMinimum();
    void scrollsToWhatTakesTheFocus();
    void aMemberFieldCanBeRead();
    void aChosenOfferIsTakenOnce();
    void theOnlyOfferThatFitsIsTaken();
    void namesKeepTheirRoom();
    void fieldsStandOut_data();
    void fieldsStandOut();
};

void tst_Widgets::elidesInTheMiddle()
{
    const QFontMetrics metrics(QApplication::font());
    const QString admin = u"roles/compute.googleapis.com/instances/instanceAdmin.v1"_s;
    const QString viewer = u"roles/compute.googleapis.com/instances/instanceViewer.v1"_s;
    QCOMPARE(elidedName(admin, metrics, metrics.horizontalAdvance(admin)), admin);
    const int room = metrics.horizontalAdvance(admin) / 2;
    QVERIFY(metrics.horizontalAdvance(elidedName(admin, metrics, room)) <= room);
    QVERIFY(elidedName(admin, metrics, room) != elidedName(viewer, metrics, room));
    QVERIFY(elidedName(admin, metrics, room).startsWith(u"ro"_s));
    QVERIFY(elidedName(admin, metrics, room).endsWith(u"Admin.v1"_s));
    const QString address = u"somebody.else@mail.example.com"_s;
    QVERIFY(elidedName(address, metrics, metrics.horizontalAdvance(u"somebody.else@m…"_s)).startsWith(u"somebody.else@"_s));
    QCOMPARE(elidedName(address, metrics, 0), QString());
    // Whatever the room: never more than that, and no half of a character.
    const QString accents = QString(40, u'x') + u"e\u0301"_s.repeated(20) + u"🙂"_s.repeated(20);
    for (int width = 0; width < metrics.horizontalAdvance(accents); width += 7) {
        const QString elided = elidedName(accents, metrics, width);
        QVERIFY(elided.isEmpty()
                || metrics.horizontalAdvance(elided) <= width + metrics.horizontalAdvance(u'…'));
        QVERIFY(elided.isValidUtf16());
    }
}

void tst_Widgets::flowsIntoRows()
{
    QWidget box;
    auto *flow = new FlowLayout(&box);
    QList<QPushButton *> buttons;
    for (const QString &text : {u"New…"_s, u"Clone…"_s, u"Compare…"_s, u"Delete…"_s})
        buttons.append(new QPushButton(text));
    for (QPushButton *button : std::as_const(buttons))
        flow->addWidget(button);
    auto *count = new QLabel(u"12 of 34"_s);
    flow->addGap();
    flow->addWidget(count);
    const int whole = flow->sizeHint().width() + 100;
    box.resize(whole, 100);
    box.show();
    QCOMPARE(buttons.last()->y(), buttons.first()->y());
    QCOMPARE(count->geometry().right(), flow->contentsRect().right()); // at the end
    box.resize(flow->minimumSize().width() + 4, 400);
    QTRY_VERIFY(buttons.last()->y() > buttons.first()->y());
    for (const QPushButton *button : std::as_const(buttons)) {
        QVERIFY(box.rect().contains(button->geometry()));
        QVERIFY(button->width() >= button->minimumSizeHint().width());
    }
    QVERIFY(flow->heightForWidth(box.width()) > flow->heightForWidth(whole));
    buttons.at(1)->hide(); // leaves no hole
    QCoreApplication::sendPostedEvents(&box, QEvent::LayoutRequest);
    QCOMPARE(buttons.at(2)->y() - buttons.at(0)->y(), buttons.at(3)->y() - buttons.at(2)->y());
    box.setLayoutDirection(Qt::RightToLeft);
    box.resize(whole, 100);
    QTRY_VERIFY(buttons.first()->x() > buttons.last()->x());
}

void tst_Widgets::showsNamesInTheirOwnDirection()
{
    const auto inkOf = [](const QString &name, Qt::LayoutDirection direction) {
        QListWidget list;
        list.addItem(name);
        list.setItemDelegate(new NameDelegate(&list));
        list.setLayoutDirection(direction);
        list.resize(300, 60);
        const QImage picture = list.grab().toImage().copy(list.visualItemRect(list.item(0)).translated(1, 1));
        QRect ink;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (qGray(picture.pixel(x, y)) < 100)
                    ink |= QRect(x, y, 1, 1);
            }
        }
        return picture.copy(ink);
    };
    for (const QString &name : {u"settings:*"_s, u"*:settings"_s, u"PUT /articles/{id}"_s}) {
        const QImage usual = inkOf(name, Qt::LeftToRight);
        QVERIFY(usual.width() > 20);
        const QImage mirrored = inkOf(name, Qt::RightToLeft);
        // But for where between pixels it begins.
        QVERIFY(std::abs(mirrored.width() - usual.width()) <= 1);
        qint64 difference = 0;
        const QRect both = mirrored.rect() & usual.rect();
        for (int y = 0; y < both.height(); ++y) {
            for (int x = 0; x < both.width(); ++x)
                difference += std::abs(qGray(mirrored.pixel(x, y)) - qGray(usual.pixel(x, y)));
        }
        const double mean = double(difference) / (both.width() * both.height());
        QVERIFY2(mean < 30, qPrintable(u"%1: %2"_s.arg(name).arg(mean)));
    }
}

void tst_Widgets::foldsWhereItIsNarrow()
{
    QWidget box;
    auto *column = new QVBoxLayout(&box);
    column->setContentsMargins(0, 0, 0, 0);
    auto *made = new FoldingSplitter;
    column->addWidget(made);
    FoldingSplitter &splitter = *made;
    for (int i = 0; i < 2; ++i) {
        auto *part = new QWidget;
        part->setMinimumSize(200, 60);
        splitter.addWidget(part);
    }
    box.resize(600, 300);
    box.show();
    QCOMPARE(splitter.orientation(), Qt::Horizontal);
    QVERIFY(splitter.minimumSizeHint().width() <= 200);
    box.resize(300, 300);
    QTRY_COMPARE(splitter.orientation(), Qt::Vertical);
    QVERIFY(splitter.widget(1)->y() >= splitter.widget(0)->height());
    box.resize(600, 300);
    QTRY_COMPARE(splitter.orientation(), Qt::Horizontal);
}

void tst_Widgets::scrollsOnlyBelowTheMinimum()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *text = new QLabel(QString(u"words and more words "_s).repeated(12));
    text->setWordWrap(true);
    column->addWidget(text);
    auto *list = new QPlainTextEdit; // wants much, can do with less
    list->setMinimumHeight(50);
    column->addWidget(list, 1);
    PageScroll scroll(page);
    const QSize hint = scroll.minimumSizeHint();
    scroll.resize(500, 200);
    scroll.show();
    QCOMPARE(page->size(), scroll.viewport()->size());
    QCOMPARE(scroll.verticalScrollBar()->maximum(), 0);
    scroll.resize(500, 60);
    QTRY_VERIFY(scroll.verticalScrollBar()->maximum() > 0);
    QCOMPARE(scroll.horizontalScrollBar()->maximum(), 0);
    // What the page says does not make it want another size.
    text->setText(u"x"_s.repeated(2000));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(scroll.minimumSizeHint(), hint);
}

// As a pane does that opens at the end of a page.
void tst_Widgets::scrollsToWhatTakesTheFocus()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *first = new QLineEdit;
    auto *tall = new QWidget;
    tall->setMinimumHeight(900);
    auto *last = new QLineEdit;
    last->hide();
    for (QWidget *part : {static_cast<QWidget *>(first), tall, static_cast<QWidget *>(last)})
        column->addWidget(part);
    PageScroll scroll(page);
    scroll.resize(400, 300);
    scroll.show();
    scroll.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&scroll));
    first->setFocus();
    QCOMPARE(scroll.verticalScrollBar()->value(), 0);
    last->show();
    last->setFocus();
    QTRY_COMPARE(last->visibleRegion().boundingRect().size(), last->size());
    first->setFocus();
    QTRY_COMPARE(first->visibleRegion().boundingRect().size(), first->size());
}

void tst_Widgets::aMemberFieldCanBeRead()
{
    MemberList members(u"&Inherits"_s, u"Role to inherit"_s, [](const QString &) {
        return QStringList{u"roles/compute.googleapis.com/instances/instanceAdmin.v1"_s};
    });
    members.resize(members.minimumSizeHint());
    members.show();
    auto *field = members.findChild<CompletionField *>();
    QVERIFY(field->width() >= field->fontMetrics().averageCharWidth() * 20);
    members.activateWindow();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Down);
    const QAbstractItemView *offers = field->completer()->popup();
    QTRY_VERIFY(offers->isVisible());
    QVERIFY(offers->width() >= offers->fontMetrics().horizontalAdvance(
                u"roles/compute.googleapis.com/instances/instanceAdmin.v1"_s));
}

void tst_Widgets::aChosenOfferIsTakenOnce()
{
    MemberList members(u"&Inherits"_s, u"Role to inherit"_s, [](const QString &) {
        return QStringList{u"author"_s, u"editor"_s};
    });
    QStringList added;
    connect(&members, &MemberList::addRequested, &members, [&](const QString &name) {
        added.append(name);
        members.setNames(added);
        members.clearField();
    });
    members.show();
    QVERIFY(QTest::qWaitForWindowActive(&members));
    auto *field = members.findChild<CompletionField *>();
    field->setFocus();
    QAbstractItemView *offers = field->completer()->popup(); // which has the keys while it is open
    QTest::keyClick(field, Qt::Key_Down);
    QTRY_VERIFY(offers->isVisible());
    for (int i = 0; i < 3 && field->text() != u"editor"; ++i)
        QTest::keyClick(offers, Qt::Key_Down);
    QCOMPARE(field->text(), u"editor"_s);
    QTest::keyClick(offers, Qt::Key_Return);
    QCOMPARE(added, QStringList{u"editor"_s});
    QVERIFY(!offers->isVisible());
    QCOMPARE(field->text(), QString()); // ready for the next
    // What is there already is said where one types, and is not asked for.
    QTest::keyClicks(field, u"editor"_s);
    QTest::keyClick(offers->isVisible() ? static_cast<QWidget *>(offers) : field, Qt::Key_Return);
    QCOMPARE(added.size(), 1);
    QCOMPARE(field->accessibleDescription(), u"editor is there already."_s);
    QCOMPARE(field->text(), u"editor"_s);
}

void tst_Widgets::theOnlyOfferThatFitsIsTaken()
{
    MemberList members(u"&Inherits"_s, u"Role to inherit"_s, [](const QString &typed) {
        QStringList offers{u"author"_s, u"coauthor"_s, u"editor"_s};
        offers.removeIf([&](const QString &offer) { return !offer.contains(typed); });
        return offers;
    });
    QStringList added;
    connect(&members, &MemberList::addRequested, &members, [&](const QString &name) {
        added.append(name);
        members.clearField();
    });
    members.show();
    QVERIFY(QTest::qWaitForWindowActive(&members));
    auto *field = members.findChild<CompletionField *>();
    field->setFocus();
    QAbstractItemView *offers = field->completer()->popup();
    const auto enter = [&](const QString &typed, bool escapes) {
        QTest::keyClicks(field, typed);
        QTRY_VERIFY(offers->isVisible());
        if (escapes) {
            QTest::keyClick(offers, Qt::Key_Escape);
            QVERIFY(!offers->isVisible());
        }
        QTest::keyClick(escapes ? static_cast<QWidget *>(field) : offers, Qt::Key_Return);
    };
    enter(u"edi"_s, false);
    QCOMPARE(added, QStringList{u"editor"_s});
    enter(u"author"_s, false); // two fit, and it is one of them
    QCOMPARE(added.last(), u"author"_s);
    enter(u"auth"_s, false); // two fit
    QCOMPARE(added.last(), u"auth"_s);
    enter(u"edi"_s, true); // what was typed is meant
    QCOMPARE(added.last(), u"edi"_s);
}

void tst_Widgets::namesKeepTheirRoom()
{
    const QString name = u"roles/accessapproval.approver"_s;
    QStandardItemModel model;
    QTreeView view;
    view.setModel(&model);
    view.setRootIsDecorated(false);
    model.setHorizontalHeaderLabels({u"Role"_s, u"From"_s, u"Until"_s});
    view.setItemDelegate(new NameDelegate(&view));
    new NameColumn(&view, 0);
    const int needed = view.fontMetrics().horizontalAdvance(name);
    view.resize(needed * 2, 200);
    view.show();
    model.appendRow({new QStandardItem(name), new QStandardItem(), new QStandardItem()});
    QTRY_COMPARE(view.header()->length(), view.viewport()->width()); // nothing to scroll to
    const QString date = u"2027-01-01 00:00 UTC"_s;
    model.appendRow({new QStandardItem(u"x"_s), new QStandardItem(date), new QStandardItem(date)});
    QTRY_VERIFY(view.header()->sectionSize(2) > view.fontMetrics().horizontalAdvance(date));
    QVERIFY(view.header()->sectionSize(0) >= needed);
    // A column that is as wide as what it shows shows all of it, with no tool tip to say the rest.
    view.scrollTo(model.index(1, 2));
    const QPoint cell = view.visualRect(model.index(1, 2)).center();
    QHelpEvent help(QEvent::ToolTip, cell, view.viewport()->mapToGlobal(cell));
    QApplication::sendEvent(view.viewport(), &help);
    QCOMPARE(QToolTip::text(), QString());
    view.resize(needed, 200);
    QTRY_COMPARE(view.header()->sectionSize(0), view.viewport()->width() * 3 / 5);
}

namespace {

double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

void tst_Widgets::fieldsStandOut_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addRow("light") << ThemeChoice::Light;
    QTest::addRow("dark") << ThemeChoice::Dark;
}

void tst_Widgets::fieldsStandOut()
{
    QFETCH(ThemeChoice, theme);
    applyTheme(theme, 100);
    QLineEdit line;
    QSpinBox number;
    QComboBox choice;
    QPlainTextEdit text;
    QComboBox typed;
    typed.setEditable(true);
    for (QWidget *field : QList<QWidget *>{&line, &number, &choice, &text, &typed}) {
        field->resize(120, 40);
        const QImage image = field->grab().toImage();
        // The strongest line across the left edge, half way down.
        double best = 0;
        for (int x = 0; x < 3; ++x)
            best = std::max(
                best,
                std::min(contrast(image.pixelColor(x, 20), QApplication::palette().color(QPalette::Window)),
                         contrast(image.pixelColor(x, 20), QApplication::palette().color(QPalette::Base))));
        QVERIFY2(
            best >= 3,
            qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(field->metaObject()->className())).arg(best)));
    }
    applyTheme(ThemeChoice::Light, 100);
}

QTEST_MAIN(tst_Widgets)
#include "tst_widgets.moc"
