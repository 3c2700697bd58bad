// SPDX-License-Identifier: Apache-2.0
#include "ui/tests/testspage.h"

#include "ui/tests/testdetails.h"
#include "ui/tests/testsmodel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

EntityPage::Words words()
{
    return {TestsPage::tr("Tests"),
            TestsPage::tr("Filter by name; pending"),
            TestsPage::tr("Name of the new test:"),
            {},
            TestsPage::tr("Delete the test %1?"),
            TestsPage::tr("Create test %1"),
            {},
            TestsPage::tr("Delete test %1"),
            [](int count) { return TestsPage::tr("Delete %Ln test(s)?", nullptr, count); },
            [](int count) { return TestsPage::tr("Delete %Ln test(s)", nullptr, count); }};
}

} // namespace

TestsPage::TestsPage(Workspace &workspace, QWidget *parent)
    : TestsPage(workspace, new TestsModel(workspace), parent)
{
}

TestsPage::TestsPage(Workspace &workspace, TestsModel *model, QWidget *parent)
    : EntityPage(workspace, Change::Kind::Test, model, words(), parent)
    , m_model(model)
    , m_details(new TestDetails(workspace, *model))
    , m_breaking(new QLabel)
    , m_override(new QPushButton(tr("Apply an&yway…")))
    , m_untestedTitle(new QLabel)
    , m_untested(new QStringListModel(this))
    , m_untestedView(new QListView)
{
    setDetails(m_details);
    layout()->addWidget(makeFoot());
    connect(m_details, &TestDetails::questionAsked, this, &TestsPage::questionAsked);
    connect(m_override, &QPushButton::clicked, this, &TestsPage::overrideRequested);
    connect(model, &TestsModel::counted, this, &TestsPage::showRun);
    start();
    showRun();
    model->setWatched(true);
}

QWidget *TestsPage::makeFoot()
{
    for (QLabel *label : {m_breaking, m_untestedTitle}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_override->setToolTip(tr("To the page of the changes, where it is said so and audited"));
    m_untestedView->setModel(m_untested);
    m_untestedView->setUniformItemSizes(true);
    m_untestedView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_untestedView->setAccessibleName(tr("Permissions that no test touches"));
    constexpr int ShownLines = 5;
    m_untestedView->setFixedHeight(fontMetrics().lineSpacing() * ShownLines
                                   + 2 * m_untestedView->frameWidth());
    auto *row = new QHBoxLayout;
    row->addWidget(m_breaking, 1);
    row->addWidget(m_override);
    auto *foot = new QWidget;
    foot->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(foot);
    column->addLayout(row);
    column->addWidget(m_untestedTitle);
    column->addWidget(m_untestedView);
    return foot;
}

// They run whether the page is seen or not.
void TestsPage::hideEvent(QHideEvent *event)
{
    EntityPage::hideEvent(event);
    m_model->setWatched(true);
}

void TestsPage::showRun()
{
    const TestRun &run = m_model->run();
    m_breaking->setText(tr("%Ln test(s) pass on the stored version and would fail once the draft is applied.",
                           nullptr, int(run.breaking)));
    m_breaking->setVisible(run.breaking > 0);
    m_override->setVisible(run.breaking > 0);
    m_untestedTitle->setText(
        run.untested.isEmpty() ? tr("The tests touch every permission.")
                               : tr("No test touches %Ln permission(s):", nullptr, int(run.untested.size())));
    if (run.untested != m_untested->stringList())
        m_untested->setStringList(run.untested);
    m_untestedView->setVisible(!run.untested.isEmpty());
    Q_EMIT failing(run.failing);
}

// Something to begin with: that the first user may not do the first thing.
Change TestsPage::addition(const QString &key) const
{
    const Policy &policy = workspace().policy();
    const QList<UserId> users = policy.users().idsByKey();
    const QList<PermissionId> permissions = policy.permissions().idsByKey();
    Request request;
    request.subject = users.isEmpty() ? u"user"_s : policy.users().at(users.first()).id;
    request.resourceType =
        permissions.isEmpty() ? u"resource"_s : policy.permissions().at(permissions.first()).name.resource;
    request.action =
        permissions.isEmpty() ? u"action"_s : policy.permissions().at(permissions.first()).name.action;
    request.resource = u"any"_s;
    return {Change::Verb::Add,
            Change::Kind::Test,
            key,
            {},
            {},
            {},
            PolicyTest{key, toJson(request), {false, {}}}};
}

std::optional<QString> TestsPage::problemOfKey(const QString &key) const
{
    return problemOfTestName(workspace().policy(), key);
}

void TestsPage::showDetails(quint32 id)
{
    m_details->setTest(TestId{id});
}

} // namespace rolewright
