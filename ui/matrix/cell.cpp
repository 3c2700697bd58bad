// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/cell.h"

#include <QStringList>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString toText(Cell::Shape shape, Cell::Of what)
{
    switch (shape) {
    case Cell::Shape::None:
        return what == Cell::Of::Grant ? Cell::tr("not granted") : Cell::tr("not assigned");
    case Cell::Shape::Granted:
        return what == Cell::Of::Grant ? Cell::tr("granted") : Cell::tr("assigned");
    case Cell::Shape::Inherited:
        return Cell::tr("inherited");
    case Cell::Shape::Pattern:
        return Cell::tr("by pattern");
    case Cell::Shape::Scoped:
        return Cell::tr("in some scope only");
    case Cell::Shape::Covered:
        return Cell::tr("covered without scope");
    case Cell::Shape::All:
        return Cell::tr("all of the group");
    case Cell::Shape::Some:
        return Cell::tr("some of the group");
    }
    return {};
}

} // namespace

LegendEntry legendOf(Cell::Shape shape, Cell::Of what)
{
    Cell cell;
    cell.shape = shape;
    return {cell, toText(shape, what)};
}

QList<LegendEntry> legendOfMarks(bool temporary, bool sensitive)
{
    using Shape = Cell::Shape;
    QList<LegendEntry> entries;
    if (temporary)
        entries.append({{.shape = Shape::Granted, .temporary = true}, Cell::tr("temporary")});
    entries.append({{.shape = Shape::Granted, .pending = true}, Cell::tr("pending")});
    if (sensitive)
        entries.append({{.shape = Shape::Granted, .sensitive = true}, Cell::tr("sensitive")});
    entries.append({{.shape = Shape::Granted, .conflict = true}, Cell::tr("breaks separation of duty")});
    entries.append({{.shape = Shape::Granted, .dimmed = true}, Cell::tr("without effect now")});
    return entries;
}

QString Cell::toText(Of what) const
{
    QStringList parts{rolewright::toText(shape, what)};
    if (temporary)
        parts.append(tr("temporary"));
    if (dimmed && isHeld())
        parts.append(tr("without effect now"));
    if (pending)
        parts.append(tr("pending"));
    if (others)
        parts.append(tr("changed by somebody else a moment ago"));
    if (sensitive)
        parts.append(tr("sensitive"));
    if (conflict)
        parts.append(tr("breaks separation of duty"));
    return parts.join(u", "_s);
}

} // namespace rolewright
