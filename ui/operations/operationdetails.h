// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/usage.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace rolewright {

class DescriptionField;
class NameField;
class ProblemLabel;
class RequirementBuilder;
class RequirementText;

// One operation, all of it editable in place: its requirement as a tree and as text, what is doubtful about
// it, and how many could perform it now, which a worker counts while it is seen.
class OperationDetails : public QWidget
{
    Q_OBJECT

public:
    explicit OperationDetails(Workspace &workspace, QWidget *parent = nullptr);

    void setOperation(OperationId operation); // invalid: none

Q_SIGNALS:
    void questionAsked(const QString &operation); // who may, and why

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout();
    void connectEdits();
    void refresh();
    void count();
    QString warning() const;

    Workspace &m_workspace;
    OperationId m_operation;
    QString m_key; // its name
    bool m_stale = false;
    LatestJob<Performers> m_counting;
    NameField *m_name;
    DescriptionField *m_description;
    QTabWidget *m_tabs;
    RequirementBuilder *m_builder;
    RequirementText *m_text;
    ProblemLabel *m_warning;
    QLabel *m_performers;
    QPushButton *m_ask;
};

// Why an operation cannot be called so, as a sentence; nothing where it can. `own` is its name already.
std::optional<QString> problemOfOperationName(const Policy &policy, const QString &name,
                                              const QString &own = {});

} // namespace rolewright
