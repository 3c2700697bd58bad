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
    // What is shown, by what it is; each group and line stands for the places of its findings.
    struct Shown
    {
        QList<TreeLine> groups;
        qsizetype findings = 0;
    };
    static Shown shownOf(const QList<AnalyzedFinding> &found, const QStringList &words,
                         const CancelToken &cancel);
    void refresh();
    void look();
    void showLines();
    void present(const Shown &shown);
    void updateState();
    QList<qsizetype> chosen() const; // places in m_found; of a group: all that fit the filter
    void mend();
    void go();

    Workspace &m_workspace;
    LatestJob<std::optional<QList<AnalyzedFinding>>> m_looking;
    LatestJob<Shown> m_wording;
    LatestJob<Result<PreparedEdit>> m_mending;
    QList<AnalyzedFinding> m_found; // that the lines stand for
    QList<AnalyzedFinding> m_newest; // that m_wording is about
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
