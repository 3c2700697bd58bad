// SPDX-License-Identifier: Apache-2.0
// A policy of the size of Google Cloud's: no step of working in its matrix holds up the window for 100 ms.
#include "tests/ui/openworkspace.h"
#include "tests/ui/stallmeter.h"
#include "ui/filter/filteredit.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/shell/theme.h"

#include <QScrollBar>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

constexpr int Permissions = 13'790;
constexpr int Roles = 2'434;
constexpr int GrantsPerRole = 68; // 165,512 in all

QString permission(int i)
{
    return u"service%1.things%2:action%3"_s.arg(i % 60, 2, 10, QChar(u'0'))
        .arg(i / 60 % 23, 2, 10, QChar(u'0'))
        .arg(i);
}

QByteArray document()
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"rolewright", 1);
    json.key(u"permissions");
    json.beginArray();
    for (int i = 0; i < Permissions; ++i) {
        json.beginObject();
        json.member(u"name", permission(i));
        json.endObject();
    }
    json.endArray();
    json.key(u"roles");
    json.beginArray();
    for (int role = 0; role < Roles; ++role) {
        json.beginObject();
        json.member(u"name", u"role%1"_s.arg(role, 4, 10, QChar(u'0')));
        json.key(u"grants");
        json.beginArray();
        for (int i = 0; i < GrantsPerRole; ++i)
            json.value(permission((role * 37 + i * 61) % Permissions));
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

} // namespace

class tst_MatrixSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void staysFluent_data();
    void staysFluent();

private:
    std::unique_ptr<OpenWorkspace> m_open;
    std::unique_ptr<MatrixPane> m_pane;
};

void tst_MatrixSpeed::initTestCase()
{
    applyTheme(ThemeChoice::Light, 100);
    m_open = std::make_unique<OpenWorkspace>();
    const Result<Policy> policy = readPolicy(document());
    QVERIFY(policy);
    QSignalSpy opened(&m_open->workspace, &Workspace::storeChanged);
    m_open->workspace.create(m_open->location(), *policy);
    QVERIFY(opened.wait(120'000));
    QCOMPARE(m_open->workspace.policy().grants().size(), qsizetype(Roles) * GrantsPerRole);
    m_pane = std::make_unique<MatrixPane>(
        std::make_unique<PermissionRoleModel>(m_open->workspace),
        MatrixPane::Words{{}, {}, [](int) { return QString(); }, [](int) { return QString(); }, {}, {}, {}});
    m_pane->resize(1600, 1000);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void tst_MatrixSpeed::staysFluent_data()
{
    QTest::addColumn<QString>("step");
    for (const char *step : {"unfold", "edit", "undo", "rename", "remove", "scroll", "sideways", "filter",
                             "clear filter", "fold"})
        QTest::newRow(step) << QString::fromLatin1(step);
}

void tst_MatrixSpeed::staysFluent()
{
    QFETCH(QString, step);
    MatrixView &view = m_pane->view();
    MatrixModel &model = m_pane->model();
    FilterEdit &rows = *m_pane->findChild<FilterEdit *>(); // the first one
    int round = 0;
    const QMap<QString, std::function<void()>> steps{
        {u"unfold"_s, [&] { model.setAllFolded(false); }},
        {u"fold"_s, [&] { model.setAllFolded(true); }},
        {u"edit"_s,
         [&] {
             view.goTo(permission(4'000 + round), u"role1200"_s);
             view.toggle();
         }},
        {u"rename"_s,
         [&] {
             const QString name = permission(6'000 + round);
             QVERIFY(m_open->workspace.edit(
                 u"x"_s,
                 renaming(m_open->workspace.policy(), Change::Kind::Permission, name, name + u"x"_s)));
         }},
        {u"remove"_s,
         [&] {
             QVERIFY(m_open->workspace.edit(
                 u"x"_s,
                 deletion(m_open->workspace.policy(), Change::Kind::Permission, permission(7'000 + round))));
         }},
        {u"undo"_s, [&] { m_open->workspace.undoStack().undo(); }},
        {u"scroll"_s,
         [&] { view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() * round / 5); }},
        {u"sideways"_s,
         [&] { view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum() * round / 5); }},
        {u"filter"_s, [&] { rows.setText(u"service1 %1"_s.arg(round)); }},
        {u"clear filter"_s, [&] { rows.clear(); }},
    };
    constexpr int Rounds = 5;
    double best = std::numeric_limits<double>::max();
    for (round = 1; round <= Rounds; ++round) {
        const double start = threadWork();
        steps.value(step)();
        view.viewport()->repaint();
        QCoreApplication::processEvents();
        best = std::min(best, threadWork() - start);
    }
    qInfo().noquote() << u"%1: %2 ms, painted"_s.arg(step).arg(best, 0, 'f', 1);
    QVERIFY2(best < scaled(StallMaximum), "the window stalls");
}

QTEST_MAIN(tst_MatrixSpeed)
#include "tst_matrixspeed.moc"
