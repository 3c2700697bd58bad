// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/renames.h"
#include "ui/changes/causesmodel.h"
#include "ui/shell/latestjob.h"

#include <QTimer>
#include <QWidget>

#include <atomic>

class QComboBox;
class QLabel;
class QTreeView;

namespace rolewright {

class ImpactModel;
class WorkBar;

// What lies between two policies, as access: by user, by the change that does it, or which operations open
// and close. The last two are worked out when they are asked for, on a worker that can be cancelled, the newest
// policies win; counts come first, lines as they are seen.
class EffectsView : public QWidget
{
    Q_OBJECT

public:
    struct Sides
    {
        PolicyIndex before;
        PolicyIndex after;
        std::optional<QList<Change>> changes; // that lead from one to the other; nothing while they are made
    };

    explicit EffectsView(QWidget *parent = nullptr);

    void setSides(const std::optional<Sides> &sides); // nothing: there is no difference
    // Of these sides. What is renamed is told below the title; by change it is taken out here.
    void setImpact(const Impact &impact, const QList<Renamed> &renamed = {});
    void setTitle(const QString &title);

private:
    enum class By { User, Change, Operation };

    By by() const;
    void fitHeads();
    void look();
    void refresh();
    void findCauses();
    void findOperations();
    void stop(); // by hand
    void showProgress();

    std::optional<Sides> m_sides;
    ImpactModel *m_impact;
    CausesModel *m_causes;
    ImpactModel *m_operations;
    LatestJob<Result<ShownCauses>> m_causing;
    LatestJob<std::optional<OperationImpact>> m_operating;
    QLabel *m_title;
    QLabel *m_renamed;
    QComboBox *m_by;
    QLabel *m_note; // what keeps the lines from being there
    WorkBar *m_work;
    std::shared_ptr<std::atomic<qint64>> m_done; // changes looked at
    QTimer m_timer;
    QTreeView *m_view;
};

} // namespace rolewright
