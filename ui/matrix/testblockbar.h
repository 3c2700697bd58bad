// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/testblock.h"
#include "ui/shell/workspace.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QStringListModel;

namespace rolewright {

// Makes policy tests of cells, as one step: each holds what its cell says now. Many are shown above the
// matrix first, and made anew when the policy changes, until they are taken or cancelled. Takes no room
// meanwhile.
class TestBlockBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr qsizetype PreviewFrom = 100; // tests; more are shown before

    explicit TestBlockBar(Workspace &workspace, QWidget *parent = nullptr);

    void make(const QList<AccessCell> &cells);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void start();
    void present(const TestBlock &block);
    void take();
    void leave();

    Workspace &m_workspace;
    QList<AccessCell> m_cells; // of the store that is open
    TestBlock m_block;
    QLabel *m_title;
    QStringListModel *m_lines;
    QPushButton *m_take;
    LatestJob<TestBlock> m_making;
};

} // namespace rolewright
