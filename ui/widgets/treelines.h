// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QIcon>

#include <memory>
#include <optional>

namespace rolewright {

// One line of a small tree that is shown, copied and compared as text.
struct TreeLine
{
    enum class Mark { None, Yes, No, Warning, Hint };

    QString text; // plain
    Mark mark = Mark::None;
    QVariant data; // what the line stands for, for those who made it (Qt::UserRole)
    QList<TreeLine> children;
};

// Two spaces a level, marks as "[yes]", "[no]", "[!]" and "[?]".
QString toText(const QList<TreeLine> &lines);

// The line with this text and mark on a level; made where there is none yet.
TreeLine &lineIn(QList<TreeLine> &level, const QString &text, TreeLine::Mark mark = TreeLine::Mark::None);

// The mark as a picture that differs by shape first and colour second.
QIcon iconOf(TreeLine::Mark mark, const QPalette &palette);

// The lines as a model with one column. Holds a copy; set() replaces all of it.
class TreeLinesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit TreeLinesModel(QObject *parent = nullptr);
    ~TreeLinesModel() override;

    void set(const QList<TreeLine> &lines);
    const QList<TreeLine> &lines() const { return m_lines; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    const Node *nodeOf(const QModelIndex &index) const;

    QList<TreeLine> m_lines;
    std::unique_ptr<Node> m_root;
};

} // namespace rolewright
