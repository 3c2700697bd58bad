// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/palette/finder.h"
#include "ui/shell/latestjob.h"

#include <QLineEdit>
#include <QPointer>

class QFrame;
class QLabel;
class QListView;

namespace rolewright {

class HitModel;
class Workspace;

// The field "Search or command" and the list that drops from it. Return goes to what is marked, Ctrl+Return
// to its row in the matrix, Escape back to where one was. The search runs on a worker, newest wins; Return
// that is pressed before its answer is there counts when it is.
class PaletteField : public QLineEdit
{
    Q_OBJECT

public:
    using Commands = std::function<QList<Command>()>; // those that can be started now

    PaletteField(Workspace &workspace, Commands commands, QWidget *parent = nullptr);

    void open(); // takes the focus
    void setKeys(const QString &keys); // told in the field
    const HitModel &hits() const { return *m_hits; }
    QListView *list() const { return m_list; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const rolewright::PaletteHit &hit, bool inMatrix);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void take(const QList<PaletteHit> &hits);
    void place();
    void mark(int row);
    void choose(bool inMatrix);
    void leave();

    Workspace &m_workspace;
    const Commands m_commands;
    HitModel *m_hits;
    QFrame *m_popup;
    QListView *m_list;
    QLabel *m_nothing; // in its place where nothing is found
    QPointer<QWidget> m_before; // where the focus was
    std::optional<bool> m_pending; // choose this as soon as the answer is there: in the matrix?
    LatestJob<QList<PaletteHit>> m_searching;
};

} // namespace rolewright
