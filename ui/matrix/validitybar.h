// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace rolewright {

class MatrixView;
class MomentEdit;
class ProblemLabel;
class UserRoleModel;

// The dates of the selected assignments, edited in place below Users x Roles: one validity for all of them, and
// those that are not there yet are made with it, as one step. Follows the selection while it is open; what was
// put in stays when it is refused.
class ValidityBar : public QFrame
{
    Q_OBJECT

public:
    ValidityBar(UserRoleModel &model, MatrixView &view, QWidget *parent = nullptr);

    void open();

protected:
    void keyPressEvent(QKeyEvent *event) override; // Return does it, Escape leaves

private:
    void look();
    void accept();
    void leave();

    UserRoleModel &m_model;
    MatrixView &m_view;
    QLabel *m_question;
    MomentEdit *m_from;
    MomentEdit *m_until;
    ProblemLabel *m_problem;
    QPushButton *m_set;
};

} // namespace rolewright
