// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/renames.h"
#include "core/store/policystore.h"
#include "ui/changes/changesmodel.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeView;

namespace rolewright {

class EffectsView;
class VersionList;

// Two whole policies side by side: versions of this store, the draft, other stores and documents. What
// changes from one to the other, and what that does to access. Begins with what the newest version changed;
// one of the list is compared as soon as it is selected. Loaded and compared on workers; Cancel stops it.
class DifferencePage : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Version, Draft, Other };

    explicit DifferencePage(Workspace &workspace, QWidget *parent = nullptr);

    void compareVersions(qint64 before, qint64 after);
    void compareWith(const QString &location); // from another store or document to the draft

Q_SIGNALS:
    void finished(); // also where it failed

private:
    struct Side
    {
        QComboBox *kind = nullptr;
        QSpinBox *version = nullptr;
        QLineEdit *location = nullptr;
        QPushButton *choose = nullptr;
        std::optional<Policy> policy; // once it is there
        LatestJob<Result<Policy>> opening; // of another store
    };
    // What was found.
    struct Outcome
    {
        PolicyIndex before;
        PolicyIndex after;
        QList<Change> changes;
        QList<ChangesModel::Group> groups;
        Impact impact;
        QList<Renamed> renamed; // what stays with those who have it
    };

    static Result<Outcome> differenceOf(const Policy &before, const Policy &after, const CancelToken &cancel);
    QWidget *makeSide(Side &side, const QString &label);
    void updateSide(Side &side);
    void pickStore(Side &side);
    void start();
    void startVersions(qint64 before, qint64 after);
    void load(Side &side, quint64 run);
    void take(Side &side, quint64 run, const Result<Policy> &policy);
    void present(const Result<Outcome> &outcome);
    void stop();
    void updateState();

    Workspace &m_workspace;
    Side m_before;
    Side m_after;
    quint64 m_run = 0;
    bool m_running = false;
    LatestJob<Result<Outcome>> m_comparing;
    ChangesModel *m_changes;
    VersionList *m_versions;
    QLabel *m_title;
    QTreeView *m_view;
    EffectsView *m_effects;
    QPushButton *m_compare;
    QPushButton *m_cancel;
};

} // namespace rolewright
