// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QToolButton;

namespace rolewright {

class CheckList;
class CompletionField;
class MomentEdit;
class SessionEdit;
class VersionChooser;

// The fields of one question: who, what, to which thing or operation; and, folded away, relations, session,
// time and which version of the policy is asked.
class QuestionForm : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionForm(Workspace &workspace, QWidget *parent = nullptr);

    // Each says questionChanged() once. What they do not name is put back to its default.
    void ask(const QString &user, const QString &action, const QString &type);
    void askOperation(const QString &user, const QString &operation);
    // What no field is for (other properties and relations) is left out: request() may differ.
    void ask(const Request &request);

    void askAt(Instant time);
    void changeSession(const QStringList &activate, const QStringList &drop);

    QString missing() const; // what a question still needs, as a hint; empty: it is complete
    Request request() const;
    const VersionChooser &policy() const { return *m_policy; }
    void askOnlyNow(); // no past version can be chosen: for what is kept, as a test is
    void refresh(); // the lists follow the policy

Q_SIGNALS:
    void questionChanged();

private:
    void makeFields();
    void reset();
    void updateRows();
    void say();
    bool asksOperation() const;
    QStringList scopesInQuestion() const;

    Workspace &m_workspace;
    QFormLayout *m_form;
    QFormLayout *m_moreForm;
    CompletionField *m_user;
    QComboBox *m_about;
    CompletionField *m_type;
    CompletionField *m_action;
    QLineEdit *m_resource;
    CompletionField *m_operation;
    CompletionField *m_owner;
    QToolButton *m_more;
    QWidget *m_morePart;
    CheckList *m_relations;
    SessionEdit *m_session;
    MomentEdit *m_time;
    VersionChooser *m_policy;
    bool m_onlyNow = false;
    bool m_quiet = false;
};

} // namespace rolewright
