// SPDX-License-Identifier: Apache-2.0
// 100,000 users, 2,000 roles and 10,000 permissions: no step of working in the matrices of users holds up the
// window for 100 ms.
#include "tests/ui/largepolicy.h"
#include "tests/ui/openworkspace.h"
#include "tests/ui/stallmeter.h"
#include "ui/filter/filterfinder.h"
#include "ui/matrix/matrixpage.h"
#include "ui/matrix/matrixpane.h"
#include "ui/shell/theme.h"

#include <QScrollBar>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

constexpr int Users = 100'000;
constexpr int Roles = 2'000;
constexpr int Permissions = 10'000;
constexpr int Patience = 120'000;
constexpr int Longer = 200; // for what follows by timers

} // namespace

class tst_UsersSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opens();
    void showsUsers_data();
    void showsUsers();
    void staysFluent_data();
    void staysFluent();

private:
    std::unique_ptr<OpenWorkspace> m_open;
    std::unique_ptr<MatrixPage> m_page;
};

void tst_UsersSpeed::initTestCase()
{
    applyTheme(ThemeChoice::Light, 100);
    m_open = std::make_unique<OpenWorkspace>();
    m_page = std::make_unique<MatrixPage>(m_open->workspace);
    m_page->resize(1600, 1000);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void tst_UsersSpeed::opens()
{
    QSignalSpy opened(&m_open->workspace, &Workspace::storeChanged);
    const Policy policy = largePolicy(Users, Roles, Permissions);
    StallMeter meter;
    m_open->workspace.create(m_open->location(), policy);
    QVERIFY(opened.wait(Patience));
    QTest::qWait(Longer);
    qInfo("opening holds up the window for %.0f ms", meter.longest());
    QCOMPARE(m_open->workspace.policy().users().size(), Users);
    QVERIFY2(meter.longest() < scaled(StallMaximum), "the window stalls");
}

void tst_UsersSpeed::showsUsers_data()
{
    QTest::addColumn<int>("pane");
    QTest::newRow("roles") << 1;
    QTest::newRow("permissions") << 2;
}

// For the first time: the users are sorted behind it.
void tst_UsersSpeed::showsUsers()
{
    QFETCH(int, pane);
    StallMeter meter;
    m_page->showPane(pane);
    const MatrixModel &model = m_page->currentPane().model();
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), Users, Patience);
    QTest::qWait(Longer);
    qInfo("showing it holds up the window for %.0f ms", meter.longest());
    QVERIFY2(meter.longest() < scaled(StallMaximum), "the window stalls");
}

void tst_UsersSpeed::staysFluent_data()
{
    QTest::addColumn<int>("pane");
    QTest::addColumn<QString>("step");
    for (const int pane : {1, 2}) {
        for (const char *step :
             {"show", "scroll", "sideways", "next held", "edit", "undo", "filter", "clear filter", "new user",
              "undo", "pin", "new user", "undo", "unpin", "sort", "new user", "undo", "unsort"})
            QTest::addRow("%d %s", pane, step) << pane << QString::fromLatin1(step);
    }
}

void tst_UsersSpeed::staysFluent()
{
    QFETCH(int, pane);
    QFETCH(QString, step);
    int round = 0;
    const auto view = [&]() -> MatrixView & { return m_page->currentPane().view(); };
    const auto model = [&]() -> MatrixModel & { return m_page->currentPane().model(); };
    const auto change = [&](const Change &one) {
        QVERIFY(m_open->workspace.edit(u"x"_s, QList<Change>{one}));
    };
    const auto filter = [&](const QString &text) {
        model().setRowFilter(foundNow(m_open->workspace, Filter(text, FilterAxis::User)));
    };
    const QMap<QString, std::function<void()>> steps{
        {u"show"_s,
         [&] {
             m_page->showPane(0);
             m_page->showPane(pane);
         }},
        {u"scroll"_s,
         [&] { view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum() * round / 6); }},
        {u"sideways"_s,
         [&] {
             view().horizontalScrollBar()->setValue(view().horizontalScrollBar()->maximum() * round / 6);
         }},
        {u"next held"_s,
         [&] {
             const QModelIndex current = model().index(0, model().columnCount() - 1 - round * 7);
             view().setCurrentIndex(current);
             QTest::keyClick(&view(), Qt::Key_Down, Qt::ControlModifier);
         }},
        {u"edit"_s,
         [&] {
             if (pane == 1) {
                 const QModelIndex at = model().index(40'000 + round, 700);
                 model().edit(QItemSelection(at, at), MatrixModel::Edit::Give);
             } else {
                 change({Change::Verb::Add,
                         Change::Kind::Grant,
                         u"role%1"_s.arg(round, 4, 10, QChar(u'0')),
                         largePermission(9'000 + round * 3),
                         {},
                         {},
                         {}});
             }
         }},
        {u"undo"_s, [&] { m_open->workspace.undoStack().undo(); }},
        {u"filter"_s, [&] { filter(u"u%1*"_s.arg(round)); }},
        {u"clear filter"_s, [&] { filter(round % 2 ? QString() : u"u1*"_s); }},
        {u"new user"_s,
         [&] {
             const QString id = u"n%1-%2"_s.arg(pane).arg(round);
             change({Change::Verb::Add, Change::Kind::User, id, {}, {}, {}, User{id, id, true, {}, {}}});
         }},
        {u"pin"_s, [&] { model().setPinned(Qt::Vertical, {model().rowName(70'000 + round)}); }},
        {u"unpin"_s,
         [&] {
             model().setPinned(Qt::Vertical, round % 2 ? QStringList{model().rowName(9)} : QStringList());
         }},
        {u"sort"_s,
         [&] {
             if (!model().canSortByHeld(Qt::Vertical))
                 return;
             QSignalSpy sorted(&model(), &QAbstractItemModel::modelReset);
             model().sortBy(Qt::Vertical, MatrixModel::Order::Held);
             QVERIFY(sorted.wait(Patience));
         }},
        {u"unsort"_s, [&] { model().sortBy(Qt::Vertical, MatrixModel::Order::Name); }},
    };
    constexpr int Rounds = 5;
    double best = std::numeric_limits<double>::max();
    for (round = 1; round <= Rounds; ++round) {
        const double start = threadWork();
        steps.value(step)();
        view().viewport()->repaint();
        QCoreApplication::processEvents();
        best = std::min(best, threadWork() - start);
    }
    qInfo().noquote() << u"%1: %2 ms, painted"_s.arg(step).arg(best, 0, 'f', 1);
    QVERIFY2(best < scaled(StallMaximum), "the window stalls");
}

QTEST_MAIN(tst_UsersSpeed)
#include "tst_usersspeed.moc"
