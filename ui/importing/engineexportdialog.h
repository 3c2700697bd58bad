// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exchange/engineexport.h"
#include "ui/shell/latestjob.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QListView;

namespace rolewright {

class FindingListModel;

// The policy for an application that asks another engine: which one, and, before anything is written, what that
// engine cannot express and why. A worker makes it; the newest choice wins.
class EngineExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit EngineExportDialog(const Policy &policy, QWidget *parent = nullptr);

    void exportTo(const QString &folder); // a new one; stays open where it fails

Q_SIGNALS:
    void exported(const QString &folder, qsizetype files, qsizetype leftOut);

private:
    static QString aboutOf(Engine engine);
    void look();
    void take(const Result<EngineExport> &made);
    void pickFolder();

    Policy m_policy;
    std::optional<EngineExport> m_made; // of the engine that is chosen
    LatestJob<Result<EngineExport>> m_making;
    LatestJob<Status> m_writing;
    QComboBox *m_engine;
    QLabel *m_about;
    QLabel *m_leftOutTitle;
    FindingListModel *m_leftOut;
    QListView *m_list;
    QLabel *m_problem;
    QPushButton *m_export;
};

} // namespace rolewright
