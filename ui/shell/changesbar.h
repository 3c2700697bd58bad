// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QFrame>

class QPushButton;

namespace rolewright {

class ElidedLabel;

// The line at the bottom: what is pending, who gains and who loses by it (computed off the GUI thread), and
// the way to undo, review and apply it. At the right, what the store says about itself.
class ChangesBar : public QFrame
{
    Q_OBJECT

public:
    explicit ChangesBar(Workspace &workspace, QWidget *parent = nullptr);

    QString summary() const;
    void setReviewing(bool reviewing); // the page of the changes is shown: it has these buttons itself

Q_SIGNALS:
    void reviewRequested();
    void applyRequested();

private:
    struct Effect
    {
        Impact impact;
        qsizetype conflicts = 0; // with separation of duty, for which it would be refused
    };
    static QString toText(const Effect &effect);
    void look();
    void computeImpact();

    Workspace &m_workspace;
    LatestJob<std::optional<Effect>> m_impact;
    QString m_effect; // "41 users gain access, 1 conflict"; empty while it is computed
    ElidedLabel *m_summary;
    ElidedLabel *m_notice;
    QPushButton *m_undo;
    QPushButton *m_review;
    QPushButton *m_apply;
    bool m_reviewing = false;
};

} // namespace rolewright
