// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/causes.h"
#include "ui/shell/latestjob.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTreeView;

namespace rolewright {

class CausesModel;
class ImpactModel;

// What lies between two policies, as access: by user, by the change that does it, or which operations open
// and close. The last two are worked out when they are asked for, on a worker, the newest policies win;
// counts come first, lines as they are seen.
class EffectsView : public QWidget
{
    Q_OBJECT

public:
    // An impact a change: of more changes it would take too long.
    static constexpr qsizetype CausesMaximum = 500; // changes

    struct Sides
    {
        PolicyIndex before;
        PolicyIndex after;
        std::optional<QList<Change>> changes; // that lead from one to the other; nothing while they are made
    };

    explicit EffectsView(QWidget *parent = nullptr);

    void setSides(const std::optional<Sides> &sides); // nothing: there is no difference
    void setImpact(const Impact &impact); // of these sides
    void setTitle(const QString &title);

private:
    enum class By { User, Change, Operation };

    By by() const;
    void look();
    void refresh();
    void findCauses();
    void findOperations();

    std::optional<Sides> m_sides;
    ImpactModel *m_impact;
    CausesModel *m_causes;
    ImpactModel *m_operations;
    LatestJob<Result<QList<Cause>>> m_causing;
    LatestJob<std::optional<OperationImpact>> m_operating;
    QLabel *m_title;
    QComboBox *m_by;
    QLabel *m_note; // what keeps the lines from being there
    QTreeView *m_view;
};

} // namespace rolewright
