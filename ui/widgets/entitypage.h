// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"
#include "ui/widgets/permutedmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QTreeView;
class QVBoxLayout;

namespace rolewright {

class DeletionBar;
class NameBar;

// A page on one kind of thing: a list with a filter on the left, the details of one of them on the right, and
// creating, cloning and deleting in place. What is shown stays shown while the list moves under it.
class EntityPage : public QWidget
{
    Q_OBJECT

public:
    // With mnemonics where it is a button; %1 is the thing, %2 the new one.
    struct Words
    {
        QString list; // "Roles"
        QString filter; // "Filter roles"
        QString askNew; // "Name of the new role:"
        QString askClone; // "Name of the new role, with what %1 has:"
        QString askDelete; // "Delete the role %1?"
        QString create; // "Create role %1"
        QString clone; // "Clone role %1 as %2"
        QString remove; // "Delete role %1"
    };

    void select(const QString &key); // clears the filter where that hides it
    QString selectedKey() const;

Q_SIGNALS:
    void comparisonRequested(const QString &left, const QString &right); // empty: to be named

protected:
    EntityPage(Workspace &workspace, Change::Kind kind, PermutedModel *model, const Words &words,
               QWidget *parent);
    // Before setDetails(): also offers to compare what is selected with another one.
    void offerComparison();
    void setDetails(QWidget *details);
    // After the rows are there: chooses the first one.
    void start();

    Workspace &workspace() const { return m_workspace; }

    virtual QString keyOf(quint32 id) const = 0; // null where it is gone
    virtual quint32 idOf(const QString &key) const = 0;
    virtual Change addition(const QString &key) const = 0;
    virtual std::optional<QString> problemOfKey(const QString &key) const = 0; // a sentence
    virtual void showDetails(quint32 id) = 0; // Id::None: nothing to show

private:
    QWidget *makeList();
    void setCurrent(quint32 id);
    void restoreSelection();
    void startNew();
    void startClone();
    void startDelete();
    void create(const QString &key);
    void updateState();

    Workspace &m_workspace;
    const Change::Kind m_kind;
    PermutedModel *m_model;
    const Words m_words;
    quint32 m_current = RoleId::None;
    QString m_source; // what is being cloned; empty: new
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_count;
    NameBar *m_nameBar;
    DeletionBar *m_deletionBar;
    QAction *m_new;
    QAction *m_clone;
    QAction *m_delete;
    QAction *m_compare = nullptr; // where it is offered
};

} // namespace rolewright
