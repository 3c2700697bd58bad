// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/replace/replacemodel.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace rolewright {

// Find and replace in names: what would be renamed is listed while one types, with what cannot be and why;
// replacing is one step.
class ReplacePane : public QWidget
{
    Q_OBJECT

public:
    explicit ReplacePane(Workspace &workspace, QWidget *parent = nullptr);

    // And takes the focus. Where nothing is looked for yet, in what the page at hand is about.
    void open(std::optional<ReplacedField> likely = {});

Q_SIGNALS:
    void closed(); // by Escape

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout();
    Replacing replacing() const;
    void look();
    void updateState();
    void replace();

    Workspace &m_workspace;
    ReplaceModel *m_model;
    QComboBox *m_field;
    QLineEdit *m_find;
    QLineEdit *m_with;
    QCheckBox *m_expression;
    QCheckBox *m_case;
    QTreeView *m_view;
    QLabel *m_state;
    QPushButton *m_replace;
    LatestJob<QList<ReplacedName>> m_finding;
    LatestJob<Result<QList<Change>>> m_replacing; // stale when the draft changes
};

} // namespace rolewright
