// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openworkspace.h"
#include "ui/filter/filteredit.h"
#include "ui/filter/filterfinder.h"
#include "ui/filter/filteroffers.h"
#include "ui/filter/savedfilters.h"
#include "ui/shell/settings.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QInputDialog>
#include <QMenu>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Document = R"({"rolewright": 1,
"permissions": [{"name": "article:create"}, {"name": "article:update"}],
"roles": [{"name": "author", "grants": ["article:create"]}, {"name": "chief editor", "inherits": ["author"]}],
"users": [{"id": "alice", "attributes": {"team": "news"}}, {"id": "bob", "attributes": {"team": "sports desk"}}]
})";

QByteArray manyUsers()
{
    QByteArray users;
    for (int i = 0; i < 30'000; ++i)
        users += (i ? ",{\"id\":\"user" : "{\"id\":\"user") + QByteArray::number(i) + "\"}";
    return R"({"rolewright":1,"users":[)" + users + "]}";
}

// A field on a screen, with what it found.
struct Field
{
    Field(Workspace &workspace, FilterAxis axis)
        : edit(workspace, axis, u"Filter"_s)
    {
        QObject::connect(&edit, &FilterEdit::found, &edit, [this](const FilterSet &set) {
            found = set;
            ++times;
        });
        edit.resize(300, 40);
        edit.show();
        edit.activateWindow();
        edit.setFocus();
    }
    QAction *sign() const { return edit.findChildren<QAction *>().first(); }

    FilterEdit edit;
    FilterSet found;
    int times = 0;
};

} // namespace

// The field for filters: its five states, what it keeps, what it offers, the keys.
class tst_FilterEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasFiveStates();
    void isBusyWithMuch();
    void keepsTheLastValid();
    void underlinesThePlace();
    void offers_data();
    void offers();
    void completesTheWordAtTheCursor();
    void escapeClears();
    void savesByName();
};

void tst_FilterEdit::hasFiveStates()
{
    OpenWorkspace open;
    QVERIFY(open.create(Document));
    Field field(open.workspace, FilterAxis::Role);
    using State = FilterEdit::State;
    QCOMPARE(field.edit.state(), State::Empty);
    QVERIFY(!field.sign()->isVisible());
    QVERIFY(field.edit.accessibleDescription().isEmpty());

    QList<QImage> signs;
    const auto look = [&] { signs.append(field.sign()->icon().pixmap(16, 16).toImage()); };
    field.edit.setText(u"inherits:author"_s);
    QCOMPARE(field.edit.state(), State::Valid);
    QCOMPARE(field.edit.accessibleDescription(), u"This filter is in effect."_s);
    look();
    field.edit.setText(u"inherits:author ("_s);
    QCOMPARE(field.edit.state(), State::Invalid);
    QCOMPARE(field.edit.accessibleDescription(), u"Character 18: something to look for is missing here."_s);
    look();
    field.edit.setText(u"/author"_s);
    QCOMPARE(field.edit.state(), State::Deprecated);
    QCOMPARE(field.edit.accessibleDescription(), u"This still works; better written /author/"_s);
    look();
    // Told apart by their shapes.
    QVERIFY(field.sign()->isVisible());
    QVERIFY(signs.at(0) != signs.at(1) && signs.at(1) != signs.at(2) && signs.at(0) != signs.at(2));
    field.edit.clear();
    QCOMPARE(field.edit.state(), State::Empty);
    QVERIFY(!field.sign()->isVisible());
}

void tst_FilterEdit::isBusyWithMuch()
{
    OpenWorkspace open;
    QVERIFY(open.create(manyUsers()));
    Field field(open.workspace, FilterAxis::User);
    field.edit.setText(u"/r1+$/ or /r2+$/ or /r3+$/"_s);
    QCOMPARE(field.edit.state(), FilterEdit::State::Busy);
    QCOMPARE(field.edit.accessibleDescription(), u"Looking…"_s);
    field.edit.setText(u"/r29*$/ or /r30+$/ or /r31+$/"_s); // the newest wins
    QCOMPARE(field.edit.state(), FilterEdit::State::Busy);
    QCOMPARE(field.times, 0);
    QTRY_COMPARE(field.edit.state(), FilterEdit::State::Valid);
    QCOMPARE(field.times, 1);
    QVERIFY(field.found.matches(open.workspace.policy().users().idOf(u"user299"_s).value));
    QVERIFY(!field.found.matches(open.workspace.policy().users().idOf(u"user11"_s).value));
}

void tst_FilterEdit::keepsTheLastValid()
{
    OpenWorkspace open;
    QVERIFY(open.create(Document));
    Field field(open.workspace, FilterAxis::Role);
    const quint32 author = open.workspace.policy().roles().idOf(u"author"_s).value;
    const quint32 chief = open.workspace.policy().roles().idOf(u"chief editor"_s).value;
    field.edit.setText(u"chief"_s);
    QVERIFY(field.found.matches(chief) && !field.found.matches(author));
    const int times = field.times;
    field.edit.setText(u"chief or"_s);
    QCOMPARE(field.edit.state(), FilterEdit::State::Invalid);
    QCOMPARE(field.times, times);
    QVERIFY(field.found.matches(chief) && !field.found.matches(author));
    // Return finds anew what an edit made unfit.
    field.edit.setText(u"not pending chief"_s);
    QVERIFY(open.workspace.edit(
        u"x"_s,
        QList<Change>{
            {Change::Verb::Add, Change::Kind::Grant, u"chief editor"_s, u"article:update"_s, {}, {}, {}}}));
    QVERIFY(field.found.matches(chief));
    QTest::keyClick(&field.edit, Qt::Key_Return);
    QVERIFY(!field.found.matches(chief));
}

void tst_FilterEdit::underlinesThePlace()
{
    OpenWorkspace open;
    QVERIFY(open.create(Document));
    Field field(open.workspace, FilterAxis::Role);
    QFont font = field.edit.font();
    font.setStyleStrategy(QFont::NoSubpixelAntialias);
    field.edit.setFont(font);
    field.edit.clearFocus();
    const auto wrong = [&](const QString &text) {
        field.edit.setText(text);
        const QImage image = field.edit.grab().toImage();
        int left = image.width();
        int right = -1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width() - 60; ++x) { // the signs are at the right
                // Blended with the ground, but of the colour; all else is grey.
                if (image.pixelColor(x, y).hsvSaturation() > 60) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                }
            }
        }
        return std::pair(left, right);
    };
    QVERIFY(wrong(u"author"_s).second < 0);
    const auto [first, firstEnd] = wrong(u"inactive a"_s);
    const auto [second, secondEnd] = wrong(u"aaaaaa inactive"_s);
    QVERIFY(first < firstEnd && first < second && firstEnd < secondEnd);
    QVERIFY(wrong(u"author"_s).second < 0); // and goes
    QCOMPARE(field.edit.text(), u"author"_s);
}

void tst_FilterEdit::offers_data()
{
    QTest::addColumn<FilterAxis>("axis");
    QTest::addColumn<QString>("typed"); // the cursor is behind it
    QTest::addColumn<QString>("expected");
    QTest::newRow("words") << FilterAxis::Role << u"a (in"_s << u"inherits:"_s;
    QTest::newRow("names") << FilterAxis::Role << u"not ch"_s << u"\"chief editor\""_s;
    QTest::newRow("both") << FilterAxis::Permission << u"a"_s << u"and, article:create, article:update"_s;
    QTest::newRow("value") << FilterAxis::User << u"role:"_s << u"author, \"chief editor\""_s;
    QTest::newRow("permission") << FilterAxis::Role << u"permission:UPD"_s << u"article:update"_s;
    QTest::newRow("key") << FilterAxis::User << u"user."_s << u"team="_s;
    QTest::newRow("attribute") << FilterAxis::User << u"user.team="_s << u"news, \"sports desk\""_s;
    QTest::newRow("expression") << FilterAxis::User << u"/al"_s << u""_s;
}

void tst_FilterEdit::offers()
{
    QFETCH(FilterAxis, axis);
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    OpenWorkspace open;
    QVERIFY(open.create(Document));
    QCOMPARE(filterOffers(open.workspace.policy(), axis, cursorIn(typed, axis, typed.size())).join(u", "_s),
             expected);
}

void tst_FilterEdit::completesTheWordAtTheCursor()
{
    OpenWorkspace open;
    QVERIFY(open.create(Document));
    Field field(open.workspace, FilterAxis::Role);
    QVERIFY(QTest::qWaitForWindowActive(&field.edit));
    auto *completer = field.edit.findChild<QCompleter *>();
    QTest::keyClicks(&field.edit, u"inh"_s);
    QTRY_VERIFY(completer->popup()->isVisible());
    // Nothing was chosen yet: what is typed stays.
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(field.edit.text(), u"inh"_s);
    QVERIFY(!completer->popup()->isVisible());
    QTest::keyClick(&field.edit, Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(field.edit.text(), u"inherits:"_s);
    // A value is offered at once.
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(field.edit.text(), u"inherits:author"_s);
    QVERIFY(field.found.matches(open.workspace.policy().roles().idOf(u"chief editor"_s).value));
    // Everything that there is, asked for.
    field.edit.clear();
    QTest::keyClick(&field.edit, Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(completer->popup()->isVisible());
    QVERIFY(completer->completionCount() > 10);
}

void tst_FilterEdit::escapeClears()
{
    OpenWorkspace open;
    QVERIFY(open.create(Document));
    Field field(open.workspace, FilterAxis::Role);
    QVERIFY(QTest::qWaitForWindowActive(&field.edit));
    auto *popup = field.edit.findChild<QCompleter *>()->popup();
    QTest::keyClicks(&field.edit, u"inh"_s);
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape); // what is offered, first
    QVERIFY(!popup->isVisible());
    QCOMPARE(field.edit.text(), u"inh"_s);
    QTest::keyClick(&field.edit, Qt::Key_Escape);
    QVERIFY(field.edit.text().isEmpty());
    QVERIFY(field.found.isEmpty());
    QVERIFY(field.found.matches(0) && field.found.matches(1));
}

void tst_FilterEdit::savesByName()
{
    OpenWorkspace open;
    QVERIFY(open.create(Document));
    Settings settings(open.folder.filePath(u"settings.ini"_s));
    Field field(open.workspace, FilterAxis::Role);
    new SavedFilters(field.edit, open.workspace, settings);
    Field other(open.workspace, FilterAxis::User);
    new SavedFilters(other.edit, open.workspace, settings);
    const auto lines = [](Field &each) {
        QTest::keyClick(&each.edit, Qt::Key_Down, Qt::AltModifier);
        QStringList texts;
        for (const QAction *line : each.edit.findChild<QMenu *>()->actions())
            texts.append(line->isSeparator() ? u"-"_s
                                             : line->text() + (line->isEnabled() ? u""_s : u" (off)"_s));
        return texts.join(u", "_s);
    };
    const auto choose = [](Field &each, const QString &text) {
        for (QAction *line : each.edit.findChild<QMenu *>()->actions()) {
            if (line->text() == text)
                line->trigger();
        }
        each.edit.findChild<QMenu *>()->close();
    };
    const auto answer = [&](const QString &name) {
        auto *dialog = field.edit.findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(name);
        dialog->accept();
        QTRY_VERIFY(!field.edit.findChild<QInputDialog *>());
    };
    QCOMPARE(lines(field), u"&Save this filter… (off)"_s);
    field.edit.setText(u"inherits:author"_s);
    QCOMPARE(lines(field), u"&Save this filter…"_s);
    choose(field, u"&Save this filter…"_s);
    answer(u" R&D "_s);
    QCOMPARE(lines(field), u"R&&D, -, &Save this filter… (off), &Rename “R&&D”…, &Delete “R&&D”"_s);
    QCOMPARE(lines(other), u"&Save this filter… (off)"_s); // of another kind
    choose(field, u"&Rename “R&&D”…"_s);
    answer(u"Authors"_s);
    field.edit.clear();
    QCOMPARE(lines(field), u"Authors, -, &Save this filter… (off)"_s);
    choose(field, u"Authors"_s);
    QCOMPARE(field.edit.text(), u"inherits:author"_s);
    QCOMPARE(lines(field), u"Authors, -, &Save this filter… (off), &Rename “Authors”…, &Delete “Authors”"_s);
    choose(field, u"&Delete “Authors”"_s);
    QCOMPARE(lines(field), u"&Save this filter…"_s);
}

QTEST_MAIN(tst_FilterEdit)
#include "tst_filteredit.moc"
