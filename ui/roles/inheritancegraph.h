// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/neighbourhood.h"
#include "ui/roles/rolelayout.h"
#include "ui/shell/latestjob.h"

#include <QGraphicsView>

namespace rolewright {

class RoleNode;

// The roles around one of them, drawn: seniors above, juniors below, disabled ones dashed. Laid out off the GUI
// thread; only the newest picture counts, the old one stays until then.
//
// Arrows go along the edges, Return goes to the role (it asks through roleRequested), + and - and Ctrl with the
// wheel zoom, 0 fits.
class InheritanceGraph : public QGraphicsView
{
    Q_OBJECT

public:
    explicit InheritanceGraph(QWidget *parent = nullptr);

    void showAround(const Policy &policy, RoleId role, int depth);
    QString markedRole() const; // where the keyboard is; empty: nowhere
    qsizetype leftOut() const { return m_shown.left; }
    const Neighbourhood &shown() const { return m_shown; }
    void zoomBy(double factor);
    void fit();

Q_SIGNALS:
    void roleRequested(const QString &role);
    void drawn();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Picture
    {
        Neighbourhood shown;
        QList<QSizeF> boxes;
        std::optional<Layout> layout;
    };

    void draw(const Picture &picture);
    void mark(int node);
    void go(int dx, int dy);
    int nodeAt(const QPoint &position) const;

    LatestJob<Picture> m_job;
    Neighbourhood m_shown;
    QList<RoleNode *> m_nodes; // the scene's
    int m_marked = -1;
    bool m_fitted = true; // until somebody zooms
};

} // namespace rolewright
