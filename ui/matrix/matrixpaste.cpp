// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixpaste.h"

#include "core/base/text.h"
#include "core/exchange/csv.h"
#include "ui/matrix/celltext.h"
#include "ui/widgets/coretext.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

PasteReader::PasteReader(const Policy &policy, const Policy &base, const PasteTarget &target)
    : m_policy(policy)
    , m_base(base)
    , m_target(target)
{
}

PasteReading PasteReader::read(const QString &text)
{
    if (!readTable(text))
        return m_reading;
    m_reading.hasHeads = canBeHeads();
    if (m_reading.hasHeads)
        readWithHeads();
    else if (m_table.size() == 1 && m_width == 1
             && m_target.chosenRows.size() * m_target.chosenColumns.size() > 1)
        fillChosen();
    else
        readFromCurrent();
    plan();
    return m_reading;
}

bool PasteReader::readTable(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    CsvReader reader(bytes, '\t');
    qsizetype cells = 0;
    while (reader.next()) {
        if (reader.problem()) {
            m_reading.problems.append(tr("Line %1: %2").arg(reader.line()).arg(*reader.problem()));
            continue;
        }
        m_table.append(reader.fields());
        m_width = std::max(m_width, reader.fields().size());
        cells += reader.fields().size();
        if (cells > CellMaximum) {
            m_reading.problems = {
                tr("More than %L1 cells cannot be pasted in one step. Import a table instead.").arg(CellMaximum)};
            return false;
        }
    }
    if (m_table.isEmpty() && m_reading.problems.isEmpty())
        m_reading.problems.append(tr("There is no text to paste."));
    return m_reading.problems.isEmpty();
}

std::optional<QString> PasteReader::problemOfRow(const QString &name) const
{
    return m_target.kind == Change::Kind::Grant ? problemOfGrant(m_policy, name)
                                                : problemOfUser(m_policy, name);
}

std::optional<QString> PasteReader::problemOfColumn(const QString &name) const
{
    return problemOfRole(m_policy, name);
}

bool PasteReader::canBeHeads() const
{
    if (m_table.size() < 2 || m_width < 2)
        return false;
    const auto isHead = [](const QString &name, const std::optional<QString> &problem) {
        return !problem || (!name.isEmpty() && !readCellText(name));
    };
    for (const QString &name : m_table.first().mid(1)) {
        if (!isHead(toNfc(name), problemOfColumn(toNfc(name))))
            return false;
    }
    return std::all_of(m_table.begin() + 1, m_table.end(), [&](const QStringList &fields) {
        return isHead(toNfc(fields.first()), problemOfRow(toNfc(fields.first())));
    });
}

void PasteReader::readWithHeads()
{
    QStringList columns; // null where unknown
    for (qsizetype field = 1; field < m_table.first().size(); ++field) {
        const QString name = toNfc(m_table.first().at(field));
        const std::optional<QString> problem = problemOfColumn(name);
        if (problem)
            m_reading.problems.append(tr("Column %1: %2").arg(field + 1).arg(*problem));
        columns.append(problem ? QString() : name);
    }
    for (qsizetype line = 1; line < m_table.size(); ++line) {
        const QStringList &fields = m_table.at(line);
        const QString row = toNfc(fields.first());
        if (const std::optional<QString> problem = problemOfRow(row)) {
            m_reading.problems.append(tr("Line %1: %2").arg(line + 1).arg(*problem));
            continue;
        }
        for (qsizetype field = 1; field < fields.size(); ++field) {
            if (field > columns.size())
                m_reading.problems.append(
                    tr("Line %1: it has more cells than the first line has names.").arg(line + 1));
            if (field > columns.size())
                break;
            if (!columns.at(field - 1).isNull())
                add(row, columns.at(field - 1), line, field);
        }
    }
}

void PasteReader::readFromCurrent()
{
    const qsizetype below = m_table.size() - m_target.rows.size();
    if (below > 0)
        m_reading.problems.append(
            tr("%Ln line(s) do not fit below the current cell.", nullptr, int(below)));
    const qsizetype beside = m_width - m_target.columns.size();
    if (beside > 0)
        m_reading.problems.append(
            tr("%Ln column(s) do not fit right of the current cell.", nullptr, int(beside)));
    for (qsizetype line = 0; line < std::min(m_table.size(), m_target.rows.size()); ++line) {
        const QStringList &fields = m_table.at(line);
        for (qsizetype field = 0; field < std::min(fields.size(), m_target.columns.size()); ++field)
            add(m_target.rows.at(line), m_target.columns.at(field), line, field);
    }
}

void PasteReader::fillChosen()
{
    for (const QString &row : m_target.chosenRows) {
        for (const QString &column : m_target.chosenColumns)
            add(row, column, 0, 0);
        if (m_wishes.size() > CellMaximum || (m_wishes.isEmpty() && !m_reading.problems.isEmpty()))
            break; // the one value means nothing, or the selection is a slip of the hand
    }
    if (m_wishes.size() > CellMaximum) {
        m_wishes.clear();
        m_reading.problems = {tr("More than %L1 cells are selected. Select fewer to change them in one step.")
                                  .arg(CellMaximum)};
    }
}

void PasteReader::add(const QString &row, const QString &column, qsizetype line, qsizetype field)
{
    const QString &text = m_table.at(line).at(field);
    const QString place = tr("Line %1, column %2 (%3, %4)").arg(line + 1).arg(field + 1).arg(row, column);
    ++m_reading.cells;
    const std::optional<CellState> state = readCellText(text);
    if (!state) {
        m_reading.problems.append(
            tr("%1: %2 is nothing that a cell can say. Write x, or leave it empty.").arg(place, quoted(text)));
        return;
    }
    const bool grants = m_target.kind == Change::Kind::Grant;
    m_wishes.append({grants ? column : row, grants ? row : column, *state});
    m_places.append(place);
}

void PasteReader::plan()
{
    m_reading.plan = planCells(m_policy, m_base, m_target.kind, m_wishes);
    for (const CellPlan::Problem &problem : std::as_const(m_reading.plan.problems))
        m_reading.problems.append(
            tr("%1: %2").arg(m_places.at(problem.wish), inWindowLanguage(problem.message)));
}

} // namespace rolewright
