// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace rolewright {

class ElidedLabel;

// The line at the bottom: what is pending, who gains and who loses by it (computed off the GUI thread), and
// the way to undo, review and apply it. At the left, for a while, what was undone or redone, wherever the key for it was
// pressed. At the right, what the store says about itself.
class ChangesBar : public QFrame
{
    Q_OBJECT

public:
    explicit ChangesBar(Workspace &workspace, QWidget *parent = nullptr);

    QString summary() const;
    QString told() const; // of the last step back or forth; empty after a while, and once the draft is another one
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
    void follow();
    void tell(qsizetype from, qsizetype to);

    Workspace &m_workspace;
    LatestJob<std::optional<Effect>> m_impact;
    QString m_effect; // "41 users gain access, 1 conflict"; empty while it is computed
    ElidedLabel *m_told;
    ElidedLabel *m_summary;
    ElidedLabel *m_notice;
    QPushButton *m_undo;
    QPushButton *m_review;
    QPushButton *m_apply;
    qsizetype m_position = 0; // of the draft
    QTimer m_timer; // until what is told goes
    bool m_reviewing = false;
};

} // namespace rolewright
