// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/completionfield.h"

class QLabel;
class QListView;
class QPushButton;
class QStringListModel;

namespace rolewright {

class ProblemLabel;

// The names that belong to something (a role's grants, its juniors, its users), with a field to add one and a
// button or Del to take the selected ones away. Decides nothing: it asks through signals and shows what it is
// given.
class MemberList : public QWidget
{
    Q_OBJECT

public:
    // `title` with mnemonic, for the list.
    MemberList(const QString &title, const QString &placeholder, CompletionField::Source source,
               QWidget *parent = nullptr);

    void setNames(const QStringList &names); // those that stay keep their selection
    QStringList names() const;
    void select(const QStringList &names);
    void setEditable(bool editable);
    void clearField(); // and the problem below it
    void setProblem(const QString &problem); // with what is in the field

Q_SIGNALS:
    void addRequested(const QString &name); // what is in the field and not in the list; it stays there until clearField()
    void removeRequested(const QStringList &names);
    void activated(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList selectedNames() const;
    void requestAdd();
    void updateButtons();

    QString m_title;
    QLabel *m_label;
    QStringListModel *m_model;
    QListView *m_view;
    CompletionField *m_field;
    ProblemLabel *m_problem;
    QPushButton *m_add;
    QPushButton *m_remove;
    bool m_editable = true;
};

} // namespace rolewright
