// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"

#include <QAbstractItemModel>
#include <QIcon>

namespace rolewright {

// The net changes of a draft, grouped by what they are about. A line is made when it is shown: a draft that
// imports 100,000 grants is a list of positions.
class ChangesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    struct Group
    {
        Change::Kind kind;
        QList<qsizetype> positions;
    };
    // Those whose line has each of the words, in any case. Pure, any thread: of many it takes longer than a frame.
    static QList<Group> grouped(const QList<Change> &changes, const QStringList &words = {});

    void set(const QList<Change> &changes) { set(changes, grouped(changes)); }
    void set(const QList<Change> &changes, const QList<Group> &groups);
    // What is to be said of some of them, by position: beside the text, with an icon.
    struct Note
    {
        QString text; // "asks for a second confirmation"
        QString why; // a sentence
        QIcon icon;
    };
    void setNotes(const QHash<qsizetype, Note> &notes);
    // Positions in what was set, of these indexes; a group stands for all in it. Ordered, each once.
    QList<qsizetype> positions(const QModelIndexList &indexes) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString titleOf(const Group &group) const;
    qsizetype positionOf(const QModelIndex &index) const; // of a change

    QList<Change> m_changes;
    QList<Group> m_groups;
    QHash<qsizetype, Note> m_notes;
};

} // namespace rolewright
