// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/causes.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTreeView;

namespace rolewright {

class CausesModel;
class ImpactModel;

// What a draft does to access: by user, by the change that does it, or which operations it opens and closes. The last
// two are worked out when they are asked for, on a worker, the newest draft wins; counts come first, lines as they are
// seen.
class EffectsView : public QWidget
{
    Q_OBJECT

public:
    // An impact a change: of more changes it would take too long.
    static constexpr qsizetype CausesMaximum = 500; // changes

    explicit EffectsView(Workspace &workspace, QWidget *parent = nullptr);

    void setImpact(const Impact &impact); // of the draft as it is, from the review
    void setTitle(const QString &title);
    void refresh(); // the draft is another

private:
    enum class By { User, Change, Operation };

    By by() const;
    void look();
    void findCauses();
    void findOperations();

    Workspace &m_workspace;
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
