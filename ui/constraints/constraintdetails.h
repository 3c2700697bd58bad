// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace rolewright {

class NameField;
class ProblemLabel;

// One constraint but for its roles, all of it editable in place. Follows the draft.
class ConstraintDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ConstraintDetails(Workspace &workspace, QWidget *parent = nullptr);

    void setConstraint(ConstraintId constraint); // invalid: none

private:
    void makeLayout();
    void connectEdits();
    void refresh();
    QString meaning(const Constraint &constraint) const;
    void set(const QString &field, const Change::Value &to, const QString &text);

    Workspace &m_workspace;
    ConstraintId m_constraint;
    QString m_key; // its name
    NameField *m_name;
    QComboBox *m_kind;
    QSpinBox *m_limit;
    QComboBox *m_mode;
    QLabel *m_meaning;
    ProblemLabel *m_problem;
};

// Why a constraint cannot be called so, as a sentence; nothing where it can. `own` is its name already.
std::optional<QString> problemOfConstraintName(const Policy &policy, const QString &name,
                                               const QString &own = {});

} // namespace rolewright
