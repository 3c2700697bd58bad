// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/openworkspace.h"
#include "ui/matrix/matrixdrag.h"
#include "ui/matrix/matrixpane.h"

#include <QApplication>
#include <QDropEvent>

namespace rolewright {

using namespace Qt::StringLiterals;

inline const QByteArray Newspaper = R"({
  "rolewright": 1,
  "permissions": [{"name": "article:create"}, {"name": "article:publish", "sensitive": true},
                  {"name": "article:update"}, {"name": "article:update:own"}, {"name": "comment:delete"}],
  "roles": [{"name": "author", "grants": ["article:create", "article:update:own"]},
            {"name": "chief", "inherits": ["editor"], "grants": ["*:delete"]},
            {"name": "editor", "inherits": ["author"], "grants": ["article:update"]},
            {"name": "idle", "enabled": false, "grants": ["article:publish"]}],
  "users": [{"id": "alice", "name": "Alice", "assignments": [{"role": "author"}]},
            {"id": "bob", "assignments": [{"role": "chief", "from": "2020-01-01T00:00:00Z",
                                           "until": "2999-01-01T00:00:00.250Z"},
                                          {"role": "editor", "until": "2999-01-01T00:00:00Z"}]},
            {"id": "eve", "active": false, "assignments": [{"role": "chief"}]}]
})";

// The heads as a person reads them, groups in brackets.
inline QString columnsOf(const MatrixModel &model)
{
    QStringList names;
    for (int column = 0; column < model.columnCount(); ++column)
        names.append(model.columnName(column));
    return names.join(u' ');
}

inline QString rowsOf(const MatrixModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.isGroup(row) ? u'[' + model.rowName(row) + u']' : model.rowName(row));
    return names.join(u' ');
}

template <class Model>
std::unique_ptr<MatrixPane> paneOf(Workspace &workspace)
{
    const auto count = [](int n) { return QString::number(n); };
    auto pane = std::make_unique<MatrixPane>(
        std::make_unique<Model>(workspace), MatrixPane::Words{u"rows"_s, u"columns"_s, count, count, u"none"_s, {}, {}});
    pane->resize(700, 500);
    pane->show();
    return pane;
}

// What the window system does when names are dropped there; whether they were taken.
inline bool drop(QWidget *viewport, const QPoint &position, const DraggedNames &dragged)
{
    const std::unique_ptr<QMimeData> data(mimeDataOf(dragged));
    QDragEnterEvent enter(position, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &enter);
    QDragMoveEvent move(position, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &move);
    if (!enter.isAccepted() || !move.isAccepted())
        return false;
    QDropEvent dropped(position, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &dropped);
    return dropped.isAccepted();
}

} // namespace rolewright
