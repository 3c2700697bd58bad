// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tests/testrun.h"
#include "ui/widgets/permutedmodel.h"

namespace rolewright {

// The draft's policy tests, with what each expects and whether it passes. They run on a worker after every
// edit while the model is watched, the newest draft wins; until then there are dots.
class TestsModel : public PermutedModel
{
    Q_OBJECT

public:
    enum Column { Name, Expected, State, ColumnCount };

    explicit TestsModel(Workspace &workspace, QObject *parent = nullptr);

    const TestRun &run() const { return m_run; } // the last that has ended
    std::optional<TestRun::Result> resultOf(quint32 id) const; // nothing: it has not run yet

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static QString textOf(TestState state);

protected:
    void prepare(const QList<Change> &applied) override;
    void count() override;
    qint64 weight(quint32 id, int column) const override;

private:
    Workspace &m_workspace;
    TestRun m_run;
    LatestJob<std::optional<TestRun>> m_running;
};

} // namespace rolewright
