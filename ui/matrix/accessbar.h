// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/access.h"
#include "ui/shell/workspace.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class AccessOffersModel;

// "Give access..." and its opposite, in place below Users x Permissions: proposes how, says what else it brings
// or takes and who else would gain, and does what is chosen as one step. The proposals are made off the GUI
// thread, and anew when the policy changes.
class AccessBar : public QFrame
{
    Q_OBJECT

public:
    explicit AccessBar(Workspace &workspace, QWidget *parent = nullptr);

    void give(const QStringList &users, const QString &permission);
    void take(const QString &user, const QString &permission);

Q_SIGNALS:
    void left(); // done or not

protected:
    void keyPressEvent(QKeyEvent *event) override; // Return does it, Escape leaves

private:
    void open(const QStringList &users, const QString &permission, bool taking);
    void propose();
    void showOffers(const QList<AccessOffer> &offers);
    void showRemoval(const AccessRemoval &removal);
    void updateNote();
    void accept();
    void leave();
    QString whom() const; // "alice", "3 users"
    QList<Change> giving() const; // by the chosen proposal
    QList<Change> taking() const;

    Workspace &m_workspace;
    QLabel *m_question;
    AccessOffersModel *m_model;
    QTreeView *m_view;
    QLabel *m_note;
    QPushButton *m_accept;
    LatestJob<QList<AccessOffer>> m_offering;
    LatestJob<AccessRemoval> m_removing;
    QStringList m_users;
    QString m_permission;
    bool m_taking = false;
    AccessRemoval m_removal;
};

} // namespace rolewright
