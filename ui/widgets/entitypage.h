// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"
#include "ui/widgets/permutedmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QTreeView;

namespace rolewright {

class DeletionBar;
class FilterEdit;
class NameBar;

// A page on one kind of thing: a list with a filter on the left, the details of one of them on the right, and
// creating, cloning and deleting in place; several at once may be deleted. The details are those of the
// selection: what the filter hides is not shown any more, and is not cloned or deleted either. (An edit hides
// nothing: FilterFinder.)
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
        QString askClone; // "Name of the new role, with what %1 has:"; empty: such a thing is not cloned
        QString askDelete; // "Delete the role %1?"
        QString create; // "Create role %1"
        QString clone; // "Clone role %1 as %2"
        QString remove; // "Delete role %1"
        QString (*askDeleteMany)(int count) = nullptr; // "Delete 3 roles?"
        QString (*removeMany)(int count) = nullptr; // "Delete 3 roles"
    };

    void select(const QString &key); // clears the filter where that hides it
    QString selectedKey() const; // the one whose details are shown
    QStringList selectedKeys() const; // in the order of the list; only what one sees
    void askNew(); // a name for a new one
    // Filter, order and selection, for the next time that the store is open.
    QVariantMap place() const;
    void restore(const QVariantMap &place);

Q_SIGNALS:
    void comparisonRequested(const QString &left, const QString &right); // empty: to be named
    void trailRequested(Change::Kind kind, const QString &key); // everything that was done about it

protected:
    EntityPage(Workspace &workspace, Change::Kind kind, PermutedModel *model, const Words &words,
               QWidget *parent);
    // Before setDetails(): also offers to compare what is selected with another one.
    void offerComparison();
    // What a kind of thing has beside creating and deleting: before setDetails().
    void addListAction(QAction *action); // a button and a line of the context menu
    void addListBar(QWidget *bar); // below the list
    void hideBars();
    void setDetails(QWidget *details, int listShare = 1000); // of a width of 1000 for the details
    void addBelow(QWidget *below); // list and details, which are there already
    // After the rows are there: chooses the first one.
    void start();

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

    Workspace &workspace() const { return m_workspace; }

    virtual Change addition(const QString &key) const = 0;
    virtual std::optional<QString> problemOfKey(const QString &key) const = 0; // a sentence
    virtual void showDetails(quint32 id) = 0; // Id::None: nothing to show
    virtual void updateListActions() {} // what is selected, or may be edited, is another now

private:
    QWidget *makeList();
    void fitFont();
    void fitColumns();
    void setCurrent(quint32 id);
    void restoreSelection();
    void followFilter();
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
    FilterEdit *m_filter;
    QTreeView *m_view;
    QWidget *m_list = nullptr; // with what belongs to it
    QList<int> m_nameColumns; // that share the width
    QLabel *m_count;
    NameBar *m_nameBar;
    DeletionBar *m_deletionBar;
    QAction *m_new;
    QAction *m_clone;
    QAction *m_delete;
    QAction *m_trail;
    QAction *m_compare = nullptr; // where it is offered
    QList<QAction *> m_actions; // as their buttons stand
    QList<QWidget *> m_bars;
    LatestJob<Result<QList<Change>>> m_deleting; // what goes with many
};

} // namespace rolewright
