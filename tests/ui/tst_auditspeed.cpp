// SPDX-License-Identifier: Apache-2.0
// 100,000 entries: looking at them, filtering and choosing a time never holds up the window.
#include "tests/ui/openstore.h"
#include "tests/ui/stallmeter.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/timeline.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestAuditSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysFluent();
};

namespace {

constexpr int Entries = 100'000;

} // namespace

void TestAuditSpeed::staysFluent()
{
    OpenStore store;
    QList<Change> changes;
    for (int i = 0; i < Entries; ++i) {
        const QString id = u"user%1"_s.arg(i);
        changes.append({Change::Verb::Add, Change::Kind::User, id, {}, {}, {}, User{id, id, true, {}, {}}});
    }
    QVERIFY(store.workspace.edit(u"many"_s, changes));
    QSignalSpy committed(&store.workspace, &Workspace::committed);
    store.workspace.apply(u"many"_s);
    QVERIFY(committed.wait(120'000));
    AuditPage page(store.workspace);
    page.resize(1000, 700);
    page.show(); // laying out is paid once
    StallMeter meter;
    auto *trail = named<QTreeView>(page, u"Audit trail"_s);
    QTRY_COMPARE_WITH_TIMEOUT(trail->model()->rowCount(), AuditModel::PageSize, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(page.findChild<Timeline *>()->barCount() > 0, 30'000);
    QCOMPARE(trail->model()->rowCount(), AuditModel::PageSize); // and no more until somebody scrolls there
    for (int i = 0; i < 10; ++i) {
        const int rows = trail->model()->rowCount();
        trail->scrollToBottom();
        QTRY_VERIFY_WITH_TIMEOUT(trail->model()->rowCount() > rows, 30'000);
    }
    labelled<QLineEdit>(page, u"Text"_s)->setText(u"user99999"_s);
    QTRY_COMPARE_WITH_TIMEOUT(trail->model()->rowCount(), 1, 30'000);
    page.exportTo(store.folder.filePath(u"one.csv"_s));
    labelled<QLineEdit>(page, u"Text"_s)->clear();
    QTRY_COMPARE_WITH_TIMEOUT(trail->model()->rowCount(), AuditModel::PageSize, 30'000);
    page.exportTo(store.folder.filePath(u"all.csv"_s));
    QTRY_VERIFY_WITH_TIMEOUT(store.messages.last().contains(u"all.csv"), 60'000);
    qInfo("the window is held up for %.0f ms", meter.longest());
    QVERIFY2(meter.longest() < scaled(StallMaximum), "the window stalls");
}

QTEST_MAIN(TestAuditSpeed)
#include "tst_auditspeed.moc"
