// SPDX-License-Identifier: Apache-2.0
// The window in a language that is a third longer and marks every text: whatever is not marked did not go through
// tr(), whatever does not fit would be cut off in German too.
#include "tests/ui/realwindow.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/pages.h"
#include "ui/simulate/simulatepanel.h"

#include <QAbstractButton>
#include <QDir>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTranslator>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

class Pseudo : public QTranslator
{
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text.isEmpty() ? text : u"«%1%2»"_s.arg(text, QString(text.size() / 3, u'~'));
    }
};

// What stands outside the marks.
QString unmarked(const QString &text)
{
    QString rest;
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'«';
        if (depth == 0)
            rest += c;
        depth -= c == u'»' && depth > 0;
    }
    return rest;
}

bool isTranslated(QString text)
{
    static const QRegularExpression tags(u"<[^>]*>|&[a-z]+;"_s); // of a tool tip
    static const QRegularExpression words(u"[A-Za-z]{2,}"_s);
    // The names of keys are said as the keyboard has them.
    static const QRegularExpression keys(
        u"\\t.*$|\\b(Ctrl|Shift|Alt|Meta|Del|Ins|Return|Space|Esc|F[0-9]+)\\b"_s);
    // What the documents, the trail and the command line call so too, and names.
    static const QStringList fixed{u"Rolewright"_s, u"test.rolewright"_s, u"English"_s, u"Deutsch"_s, u":own"_s};
    if (text.startsWith(QDir::tempPath()))
        return true; // where the store is
    for (const QString &word : fixed)
        text.remove(word);
    return !unmarked(text).remove(tags).remove(keys).contains(words);
}

// A policy without a Latin letter.
QByteArray greek()
{
    return R"({"rolewright": 1,
 "permissions": [{"name": "αα:γράφω"}, {"name": "αα:γράφω:own"}, {"name": "ββ:σβήνω", "sensitive": true}],
 "roles": [{"name": "γραφέας", "grants": ["αα:γράφω:own"]},
           {"name": "αρχηγός", "inherits": ["γραφέας"], "grants": ["αα:*", "ββ:σβήνω"]}, {"name": "κενός", "enabled": false}],
 "users": [{"id": "ωω", "assignments": [{"role": "γραφέας", "until": "2099-01-01T00:00:00Z"}]},
           {"id": "ψψ", "active": false, "assignments": [{"role": "αρχηγός"}]}],
 "constraints": [{"name": "δύο", "kind": "static", "roles": ["γραφέας", "κενός"], "limit": 2}],
 "operations": [{"name": "ππ", "requires": {"access": "αα:γράφω"}}, {"name": "ρρ"}],
 "tests": [{"name": "ττ", "expect": true,
            "request": {"subject": {"type": "user", "id": "ωω"}, "action": {"name": "γράφω"},
                        "resource": {"type": "αα", "id": "1", "properties": {"owner": "ωω"}}}}]})";
}

// Every text that a widget shows or says, with what it is.
QList<std::pair<QString, QString>> textsOf(const QWidget *widget)
{
    QList<std::pair<QString, QString>> texts{{u"tool tip"_s, widget->toolTip()},
                                             {u"accessible name"_s, widget->accessibleName()},
                                             {u"accessible description"_s, widget->accessibleDescription()}};
    // A value that can be selected is what the trail recorded.
    if (const auto *label = qobject_cast<const QLabel *>(widget);
        label && !(label->textInteractionFlags() & Qt::TextSelectableByMouse))
        texts.append({u"label"_s, label->text()});
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts.append({u"button"_s, button->text()});
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        texts.append({u"placeholder"_s, field->placeholderText()});
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        texts.append({u"group"_s, box->title()});
    if (const auto *dock = qobject_cast<const QDockWidget *>(widget))
        texts.append({u"dock"_s, dock->windowTitle()});
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts.append({u"tab"_s, tabs->tabText(i)});
    }
    if (const auto *header = qobject_cast<const QHeaderView *>(widget); header && header->model()) {
        for (int i = 0; i < std::min(20, header->count()); ++i)
            texts.append({u"head"_s, header->model()->headerData(i, header->orientation()).toString()});
    }
    for (const QAction *action : widget->actions())
        texts.append({u"action"_s, action->text()});
    return texts;
}

// A text that is meant to be whole but has less room than it needs.
bool isClipped(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        const bool elides = qobject_cast<const ElidedLabel *>(widget) || label->wordWrap();
        return !elides && !label->text().isEmpty() && label->width() < label->sizeHint().width();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return !button->inherits("QLineEditIconButton") && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width();
    return false;
}

} // namespace

class tst_PseudoLocale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theMarksAreSeen();
    void everyTextIsTranslatedAndFits_data();
    void everyTextIsTranslatedAndFits();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_PseudoLocale::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
    applyTheme(ThemeChoice::Light, 100);
}

void tst_PseudoLocale::theMarksAreSeen()
{
    QVERIFY(isTranslated(u"«Undo~~»\tCtrl+Z"_s));
    QVERIFY(isTranslated(u"«%1 of %2~~» ωω"_s));
    QVERIFY(!isTranslated(u"Undo"_s));
    QVERIFY(!isTranslated(u"«Undo~~» grant ωω"_s));
}

void tst_PseudoLocale::everyTextIsTranslatedAndFits_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void tst_PseudoLocale::everyTextIsTranslatedAndFits()
{
    QFETCH(Qt::LayoutDirection, direction);
    QGuiApplication::setLayoutDirection(direction);
    const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    Pseudo pseudo;
    QCoreApplication::installTranslator(&pseudo);
    Program program(*m_home);
    QVERIFY(program.show());
    const Result<Policy> policy = readPolicy(greek());
    QVERIFY2(policy, policy ? "" : qPrintable(toText(policy.error())));
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.workspace.create(m_home->filePath(u"test.rolewright"_s), *policy);
    QVERIFY(opened.wait());
    program.matrix().goTo(u"αα:γράφω"_s, u"γραφέας"_s);
    press(Qt::Key_Space);
    press(Qt::Key_F1);
    program.window.resize(1440, 900);
    // Heads of rows, list of pages and panel stand where reading begins and ends.
    const bool mirrored = direction == Qt::RightToLeft;
    const auto middle = [&](const QWidget *widget) {
        return widget->mapTo(&program.window, widget->rect().center()).x();
    };
    const int centre = program.window.width() / 2;
    QTRY_COMPARE(middle(program.find<QListWidget>(u"pages"_s)) > centre, mirrored);
    QCOMPARE(middle(program.matrix().verticalHeader()) > middle(program.matrix().viewport()), mirrored);
    QCOMPARE(middle(program.window.findChild<SimulatePanel *>()) < centre, mirrored);

    auto *pages = program.window.findChild<Pages *>();
    QSet<QString> faults;
    const auto look = [&](const QString &page) {
        QTest::qWait(150); // answers come from workers
        for (const QWidget *widget : program.window.findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            for (const auto &[what, text] : textsOf(widget)) {
                if (!isTranslated(text))
                    faults.insert(u"%1: not translated: %2 \"%3\""_s.arg(page, what, text));
            }
            if (isClipped(widget))
                faults.insert(u"%1: cut off: %2 \"%3\""_s.arg(
                    page, QString::fromLatin1(widget->metaObject()->className()),
                    textsOf(widget).last().second));
        }
    };
    for (int i = 0; i < pages->count(); ++i) {
        pages->show(i);
        look(pages->nameAt(i));
    }
    for (const QMenu *menu : program.window.findChildren<QMenu *>()) {
        if (!isTranslated(menu->title()))
            faults.insert(u"menu \"%1\""_s.arg(menu->title()));
        for (const QAction *action : menu->actions()) {
            if (!isTranslated(action->text()))
                faults.insert(u"menu item \"%1\""_s.arg(action->text()));
        }
    }
    QCoreApplication::removeTranslator(&pseudo);
    QStringList sorted(faults.cbegin(), faults.cend());
    sorted.sort();
    for (const QString &fault : sorted)
        qWarning().noquote() << fault;
    QVERIFY2(sorted.isEmpty(), "see the warnings above");
}

QTEST_MAIN(tst_PseudoLocale)
#include "tst_pseudolocale.moc"
