// SPDX-License-Identifier: Apache-2.0
#include "ui/tests/testdetails.h"

#include "core/base/text.h"
#include "ui/simulate/explanationlines.h"
#include "ui/simulate/wording.h"
#include "ui/tests/testquestion.h"
#include "ui/tests/testsmodel.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/namefield.h"
#include "ui/widgets/treelines.h"
#include "ui/widgets/wrappingtree.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

bool allows(Reason reason)
{
    return reason == Reason::Public || reason == Reason::Granted || reason == Reason::GrantedByScope
        || reason == Reason::RequirementMet;
}

} // namespace

std::optional<QString> problemOfTestName(const Policy &policy, const QString &name, const QString &own)
{
    if (const auto problem = problemOfName(name))
        return TestDetails::tr("The name %1.").arg(inWindowLanguage(*problem));
    if (name != own && policy.tests().idOf(name).isValid())
        return TestDetails::tr("There is a test %1 already.").arg(name);
    return {};
}

TestDetails::TestDetails(Workspace &workspace, TestsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_name(new NameField(
          [this](const QString &name) { return problemOfTestName(m_workspace.policy(), name, m_key); }))
    , m_decision(new QComboBox)
    , m_reason(new QComboBox)
    , m_question(new TestQuestion(workspace))
    , m_outcome(new QLabel)
    , m_lines(new TreeLinesModel(this))
    , m_tree(new WrappingTree)
{
    makeLayout();
    connectEdits();
    connect(&workspace, &Workspace::changed, this, &TestDetails::refresh);
    connect(&model, &TestsModel::counted, this, &TestDetails::showOutcome);
}

void TestDetails::makeLayout()
{
    m_name->edit()->setAccessibleName(tr("Name"));
    m_decision->addItem(tr("allowed"), true);
    m_decision->addItem(tr("denied"), false);
    m_reason->setAccessibleName(tr("Expected reason"));
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setMinimumContentsLength(16);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_tree->setModel(m_lines);
    m_tree->setAccessibleName(tr("Explanation"));
    auto *expected = new QHBoxLayout;
    expected->addWidget(m_decision);
    expected->addWidget(m_reason, 1);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Na&me"), m_name);
    auto *expectedLabel = new QLabel(tr("E&xpected"));
    expectedLabel->setBuddy(m_decision);
    form->addRow(expectedLabel, expected);
    auto *outcome = new QWidget;
    auto *outcomeColumn = new QVBoxLayout(outcome);
    outcomeColumn->setContentsMargins(0, 0, 0, 0);
    outcomeColumn->addWidget(m_outcome);
    outcomeColumn->addWidget(m_tree, 1);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_question);
    parts->addWidget(outcome);
    parts->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(parts, 1);
}

void TestDetails::connectEdits()
{
    connect(m_name, &NameField::changed, this, [this](const QString &name) {
        m_workspace.edit(tr("Rename test %1 to %2").arg(m_key, name),
                         renaming(m_workspace.policy(), Change::Kind::Test, m_key, name));
    });
    connect(m_decision, &QComboBox::activated, this, [this] {
        expect({m_decision->currentData().toBool(), {}});
    });
    connect(m_reason, &QComboBox::activated, this, [this] {
        expect({m_decision->currentData().toBool(), m_reason->currentData().toString()});
    });
    connect(m_question, &TestQuestion::questionAsked, this, &TestDetails::questionAsked);
}

void TestDetails::setTest(TestId test)
{
    if (test != m_test)
        m_name->clear(); // what was typed for another one is not for this one
    m_test = test;
    refresh();
}

void TestDetails::refresh()
{
    const PolicyTest *test = m_workspace.policy().tests().find(m_test);
    const bool editable = test && !m_workspace.isReadOnly();
    m_key = test ? test->name : QString();
    m_name->setSaved(m_key);
    m_name->setEnabled(editable);
    const Expectation expected = test ? test->expected : Expectation();
    m_decision->setCurrentIndex(m_decision->findData(expected.decision));
    offerReasons(expected);
    m_decision->setEnabled(editable);
    m_reason->setEnabled(editable);
    m_question->setTest(m_test);
    showOutcome();
}

void TestDetails::offerReasons(const Expectation &expected)
{
    m_reason->clear();
    m_reason->addItem(tr("for any reason"), QString());
    for (int i = 0; i <= int(Reason::NoRole); ++i) {
        const auto reason = Reason(i);
        // One that no decision has together with this answer stays to be seen.
        if (reason != Reason::MalformedRequest
            && (allows(reason) == expected.decision || toText(reason) == expected.reason))
            m_reason->addItem(shortReason(reason, nullptr), toText(reason));
    }
    m_reason->setCurrentIndex(m_reason->findData(expected.reason));
}

void TestDetails::expect(const Expectation &expected)
{
    const PolicyTest *test = m_workspace.policy().tests().find(m_test);
    if (!test || test->expected == expected)
        return;
    m_workspace.edit(
        tr("Change what test %1 expects").arg(m_key),
        QList<Change>{{Change::Verb::Set, Change::Kind::Test, m_key, {}, u"expect"_s, {}, expected}});
}

void TestDetails::showOutcome()
{
    const PolicyTest *test = m_workspace.policy().tests().find(m_test);
    const std::optional<TestRun::Result> result = test ? m_model.resultOf(m_test.value) : std::nullopt;
    const Result<Request> request = test ? parseRequest(test->request.toUtf8()) : Result<Request>(Request());
    if (!result || !request) {
        m_explaining.cancel();
        m_lines->set({});
        m_outcome->setText(!test          ? tr("Choose a test, or create one.")
                               : !request ? toText(request.error())
                                          : tr("Running…"));
        return;
    }
    const QString answer = (result->decision.allowed ? tr("allowed - %1") : tr("denied - %1"))
                               .arg(shortReason(result->decision.reason, nullptr));
    m_outcome->setText((result->state == TestState::Passes ? tr("It passes: %1.")
                            : result->state == TestState::Fails
                            ? tr("It fails: %1.")
                            : tr("It would break: %1. It passes on the stored version."))
                           .arg(answer));
    m_explaining.start([index = m_workspace.index(), request = *request,
                        now = Instant::now()](const CancelToken &) { return explain(index, request, now); },
                       [this, request = *request](const Explanation &explanation) {
                           m_lines->set(explanationLines(explanation, m_workspace.policy(), request));
                           m_tree->expandAll();
                       });
}

} // namespace rolewright
