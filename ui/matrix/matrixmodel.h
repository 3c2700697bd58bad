// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/testblock.h"
#include "core/decision/heldweights.h"
#include "core/edit/cellplan.h"
#include "ui/filter/filterset.h"
#include "ui/matrix/cell.h"
#include "ui/matrix/matrixlines.h"
#include "ui/shell/workspace.h"

#include <QAbstractTableModel>
#include <QItemSelection>
#include <QSet>

namespace rolewright {

class OthersChanges;

// A matrix over the workspace's policy: rows in groups that fold, columns, both filtered. Rows are a
// permutation of lines, group rows are rows of their own. Cells are asked for one by one, when they are
// painted, and come from the policy index. GUI thread.
//
// Edits go to Workspace::edit() as one command; they come back as the workspace's changed(), which alone
// leads to dataChanged().
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int CellRole = Qt::UserRole; // Cell::key()
    enum class Edit { Toggle, Give, Take };

    using Mark = MatrixMark;
    using Why = MatrixWhy;
    using Order = MatrixOrder;

    explicit MatrixModel(Workspace &workspace, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    // A bool for Qt::CheckStateRole: give or take this one.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    Cell cell(int row, int column) const;
    bool isHeld(int row, int column) const; // cell().isHeld(), faster
    bool isGroup(int row) const { return m_rows.at(row) < 0; }
    int groupSize(int row) const; // lines that the filter leaves in the group of that row
    int groupRow(int row) const; // the row of the group that a row is in, or -1
    bool hasGroups() const { return m_hasGroups; }
    QString rowName(int row) const; // the whole name; of a group, the group's
    QString columnName(int column) const;
    int rowOf(const QString &name) const; // -1 where it is not shown
    int columnOf(const QString &name) const;
    Mark rowMark(int row) const;
    Mark columnMark(int column) const;
    int lineCount() const { return int(m_lines.size()); } // without filter and groups
    int shownLineCount() const { return m_shownLines; }
    // The longest labels of all heads, shown or not: what the heads make room for.
    const QStringList &longestRowLabels() const { return m_longestRows; }
    const QStringList &longestColumnLabels() const { return m_longestColumns; }
    int allColumnCount() const { return int(m_allColumns.size()); }
    // Why the cell is as it is, a sentence for tool tips and messages; empty for cells with nothing to say.
    QString explanation(int row, int column) const;

    QString wordsOf(const Cell &cell) const; // as its legend calls it

    // The same from the ground up, for the current cell.
    Why why(int row, int column) const;

    // While nobody looks, what would have to be loaded is not: there are no rows until it is wanted again.
    void setIdle(bool idle);
    virtual bool isPreparing() const { return false; } // rows will come

    bool isFolded(int row) const;
    void setFolded(int row, bool folded);
    void setAllFolded(bool folded);
    // Unfolds what hides it.
    int revealRow(const QString &name);

    const FilterSet &rowFilter() const { return m_rowFilter; }
    const FilterSet &columnFilter() const { return m_columnFilter; }
    virtual FilterAxis rowAxis() const = 0; // what lines and columns are: their ids are of these things
    virtual FilterAxis columnAxis() const = 0;
    void setRowFilter(const FilterSet &filter);
    void setColumnFilter(const FilterSet &filter);

    // What order rows (Qt::Vertical) or columns are in: pinned ones first, then by name, by how much they
    // hold or are held by, or by how like they are to one of them. An order by what is held is made when it
    // is asked for, off the GUI thread, and stays: nothing moves under the hand that edits.
    void sortBy(Qt::Orientation axis, Order order, const QString &like = {});
    Order order(Qt::Orientation axis) const { return arrangement(axis).order; }
    const QString &orderedLike(Qt::Orientation axis) const { return arrangement(axis).like; } // Similar only
    bool canSortByHeld(Qt::Orientation axis) const { return heldAxis(axis).has_value(); }
    const QStringList &pinned(Qt::Orientation axis) const { return arrangement(axis).pinned; }
    void setPinned(Qt::Orientation axis, const QStringList &names);

    // What the rows and columns are, and what a held cell is: a grant, an assignment, or nothing that can be
    // given cell by cell.
    Change::Kind kindOf(Qt::Orientation axis) const;
    virtual std::optional<Change::Kind> cellKind() const { return {}; }

    // The lines that rows stand for, each once, in order: a group stands for those that the filter leaves.
    QList<int> linesIn(const QItemSelection &cells) const;
    QString lineName(int line) const { return m_lines.at(line).name(); }
    // What is copied of a cell, with all that pasting it needs; empty where nothing is held.
    QString copyText(int line, int column) const;

    // One command that gives all of the columns to all of the rows, shown or not.
    bool give(const QStringList &rows, const QStringList &columns);

    // One command for all the cells; a group row stands for its lines. Toggle gives where any cell can be
    // given, else takes. False where nothing was changed; a message says why.
    virtual bool edit(const QItemSelection &cells, Edit how);
    // What the cells say about access, for tests of it; nothing where they say something else.
    QList<AccessCell> accessIn(const QItemSelection &cells) const;
    virtual bool isAboutAccess() const { return false; }
    virtual bool hasDates() const { return false; }
    virtual bool togglesByClick() const { return true; } // on the shape
    virtual QString editText(Edit how) const; // of a menu, with mnemonic
    virtual QList<LegendEntry> legend() const = 0; // the states that cells can be in

    // Marks the cells that others changed a moment ago. They outlive the model.
    void follow(const OthersChanges &others);

    Workspace &workspace() const { return m_workspace; }

Q_SIGNALS:
    void rowRequested(const QString &name); // of an action in a message

protected:
    using Line = MatrixLine;
    using Place = MatrixPlace;
    using Effect = MatrixEffect;
    using Loaded = MatrixLoaded;

    virtual AccessCell accessOf(Place) const { return {}; }
    virtual std::optional<HeldAxis> heldAxis(Qt::Orientation) const { return {}; }
    virtual QString textOf(Place place, const Cell &cell) const; // see copyText()
    virtual QList<Line> loadLines() = 0;
    virtual QList<Line> loadColumns() const = 0;
    // Whether lines and columns that were loaded from this are those of the policy of now.
    virtual bool isCurrent(const Loaded &loaded) const = 0;
    virtual Cell cellOf(Place place) const = 0;
    virtual bool isHeldAt(Place place) const { return cellOf(place).isHeld(); }
    virtual Mark lineMark(quint32 line) const = 0;
    virtual Mark headMark(quint32 column) const = 0;
    virtual QString headToolTip(quint32 column) const = 0;
    virtual QString explain(Place place, const Cell &cell) const = 0;
    virtual QList<TreeLine> whyLines(Place) const { return {}; }
    virtual Effect effectOf(const QList<Change> &applied) const = 0;
    // The changes that give or take those cells, all of which can be; not asked where edit() does something
    // else.
    virtual Result<QList<Change>> changesFor(const QList<Place> &places, bool give) const;
    virtual QString textFor(const QList<Place> &places, bool give) const;
    QString refusal(Place place,
                    const Cell &cell) const; // why who is signed in may not change it; empty: may
    // What Space on a cell that it cannot or should not change has to say.
    virtual void refuse(Place place, const Cell &cell) = 0;

    // The policy, or what it is compared with, is another: drop what was worked out from it.
    virtual void forget() { }

    QList<Place> placesIn(const QItemSelection &cells, bool *tooMany) const;
    void reload();
    void touch(const Effect &effect);

private:
    using Group = MatrixGroup;
    using Arrangement = MatrixArrangement;

    const Arrangement &arrangement(Qt::Orientation axis) const
    {
        return axis == Qt::Vertical ? m_rowArrangement : m_columnArrangement;
    }
    Arrangement &arrangement(Qt::Orientation axis)
    {
        return axis == Qt::Vertical ? m_rowArrangement : m_columnArrangement;
    }
    static void arrange(QList<Line> &lines, const Arrangement &by);
    quint32 idOf(Qt::Orientation axis, const QString &name) const;
    QString titleOf(const Group &group) const;
    bool change(const QList<Place> &places, Edit how);
    void refuseSoMany(qint64 maximum) const;
    void load();
    void followAll();
    void foldNew();
    void arrangeRows();
    void arrangeColumns();
    bool isFoldedGroup(const Group &group) const;
    QSet<QString> &folds() { return m_rowFilter.isEmpty() ? m_folded : m_foldedInFilter; }
    const QSet<QString> &folds() const { return m_rowFilter.isEmpty() ? m_folded : m_foldedInFilter; }
    Cell groupCell(const Group &group, quint32 column) const;
    void markOthers();
    bool isMarked(Place place) const { return m_marked.contains(quint64(place.line) << 32 | place.column); }
    QString othersText(int row, int column) const;
    int groupIndex(int row) const;

    Workspace &m_workspace;
    Loaded m_loaded;
    QList<Line> m_lines;
    QList<Group> m_groups;
    QList<Line> m_allColumns;
    QStringList m_longestRows;
    QStringList m_longestColumns;
    QList<int> m_groupOfLine;
    QList<bool> m_matches; // by line: the row filter lets it through
    QList<int> m_rows; // a line's index, or -1 - a group's index
    QList<int> m_columns;
    FilterSet m_rowFilter;
    FilterSet m_columnFilter;
    QSet<QString> m_folded;
    QSet<QString> m_foldedInFilter;
    Arrangement m_rowArrangement;
    Arrangement m_columnArrangement;
    const OthersChanges *m_others = nullptr;
    QSet<quint64> m_marked; // line and column, by their ids
    int m_shownLines = 0;
    bool m_hasGroups = false;
    bool m_idle = false;
    bool m_stale = false; // was to be loaded while idle
    bool m_foldsNew = false; // a store whose groups have not been folded
};

} // namespace rolewright
