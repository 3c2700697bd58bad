// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/analyze.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/treelines.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace rolewright {

class WrappingLabel;

// What analyze() finds in the draft, by what it is: looked for on a worker while the page is seen, newest
// wins. What is said twice or does nothing is taken away in the draft; to the rest it leads.
class FindingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPage(Workspace &workspace, QWidget *parent = nullptr);

    static QString titleOf(const QString &code); // in the language of the window

Q_SIGNALS:
    void thingRequested(rolewright::Change::Kind kind, const QString &key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void look();
    void showLines();
    void updateState();
    QList<qsizetype> chosen() const; // places in m_found; of a group: all that it shows
    void mend();
    void go();

    Workspace &m_workspace;
    LatestJob<std::optional<QList<AnalyzedFinding>>> m_looking;
    QList<AnalyzedFinding> m_found;
    bool m_stale = true;
    TreeLinesModel *m_lines;
    QLabel *m_title;
    QLineEdit *m_filter;
    QTreeView *m_view;
    WrappingLabel *m_sentence; // of the current one
    QPushButton *m_go;
    QPushButton *m_mend;
};

} // namespace rolewright
