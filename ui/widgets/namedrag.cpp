// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/namedrag.h"

namespace rolewright {

using namespace Qt::StringLiterals;

QString draggedNamesType()
{
    return u"application/x-rolewright-names"_s;
}

// The kind and the names, a line each: no name has a line feed (semantics.md, section 1).
QMimeData *mimeDataOf(const DraggedNames &dragged)
{
    auto *data = new QMimeData;
    data->setText(dragged.names.join(u'\n'));
    data->setData(draggedNamesType(), (toText(dragged.kind) + u'\n' + dragged.names.join(u'\n')).toUtf8());
    return data;
}

std::optional<DraggedNames> draggedNames(const QMimeData *data)
{
    if (!data || !data->hasFormat(draggedNamesType()))
        return {};
    QStringList lines = QString::fromUtf8(data->data(draggedNamesType())).split(u'\n');
    const QString kind = lines.takeFirst();
    for (const Change::Kind each : {Change::Kind::Role, Change::Kind::User, Change::Kind::Permission}) {
        if (kind == toText(each) && !lines.isEmpty())
            return DraggedNames{each, lines};
    }
    return {};
}

} // namespace rolewright
