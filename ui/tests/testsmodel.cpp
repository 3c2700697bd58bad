// SPDX-License-Identifier: Apache-2.0
#include "ui/tests/testsmodel.h"

#include "ui/widgets/treelines.h"

#include <QGuiApplication>
#include <QPalette>

namespace rolewright {

using namespace Qt::StringLiterals;

TestsModel::TestsModel(Workspace &workspace, QObject *parent)
    : PermutedModel(workspace, Change::Kind::Test, parent)
    , m_workspace(workspace)
{
    start();
    // What passes on the stored version is another question then.
    connect(&workspace, &Workspace::baseChanged, this, &TestsModel::count);
}

std::optional<TestRun::Result> TestsModel::resultOf(quint32 id) const
{
    const auto found = m_run.results.constFind(keyOf(id));
    return found == m_run.results.cend() ? std::nullopt : std::optional(*found);
}

int TestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TestsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PolicyTest *test = policy().tests().find(TestId{idAt(index.row())});
    if (!test)
        return {}; // gone already, the row follows
    const std::optional<TestRun::Result> result = resultOf(idAt(index.row()));
    if (role == Qt::DecorationRole && index.column() == State && result) {
        return iconOf(result->state == TestState::Passes      ? TreeLine::Mark::Yes
                          : result->state == TestState::Fails ? TreeLine::Mark::No
                                                              : TreeLine::Mark::Warning,
                      QGuiApplication::palette());
    }
    if (role == Qt::ToolTipRole && index.column() == Name)
        return test->name.toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return test->name;
    case Expected:
        return test->expected.decision ? tr("allowed") : tr("denied");
    default:
        return result ? textOf(result->state) : u"…"_s;
    }
}

QVariant TestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::UserRole && section == Expected)
        return tr("allowed");
    if (role == Qt::UserRole && section == State)
        return textOf(TestState::WouldBreak) + u"     "_s; // beside its sign
    if (role == Qt::ToolTipRole && section == State)
        return tr("Would break: it passes on the stored version, and fails on the draft");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Test");
    case Expected:
        return tr("Expected");
    default:
        return tr("State");
    }
}

QString TestsModel::textOf(TestState state)
{
    switch (state) {
    case TestState::Passes:
        return tr("passes");
    case TestState::Fails:
        return tr("fails");
    case TestState::WouldBreak:
        return tr("would break");
    }
    return {};
}

void TestsModel::prepare(const QList<Change> &applied)
{
    if (applied.isEmpty())
        m_run = {};
}

void TestsModel::count()
{
    m_running.start(
        [base = m_workspace.baseIndex(), draft = policyIndex()](const CancelToken &cancel) {
            return runOfTests(base, draft, Instant::now(), cancel);
        },
        [this](const std::optional<TestRun> &run) {
            if (!run)
                return;
            m_run = *run;
            announceCount();
        });
}

qint64 TestsModel::weight(quint32 id, int column) const
{
    if (column == Expected)
        return policy().tests().at(TestId{id}).expected.decision ? 0 : 1;
    const std::optional<TestRun::Result> result = resultOf(id);
    return result ? -qint64(result->state) : 1; // what would break comes first
}

} // namespace rolewright
