// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/treelines.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

#include <vector>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString signOf(TreeLine::Mark mark)
{
    switch (mark) {
    case TreeLine::Mark::None:
        return {};
    case TreeLine::Mark::Yes:
        return u"[yes] "_s;
    case TreeLine::Mark::No:
        return u"[no] "_s;
    case TreeLine::Mark::Warning:
        return u"[!] "_s;
    case TreeLine::Mark::Hint:
        return u"[?] "_s;
    }
    return {};
}

void print(QString &text, const QList<TreeLine> &lines, int level)
{
    for (const TreeLine &line : lines) {
        text += QString(level * 2, u' ') + signOf(line.mark) + line.text + u'\n';
        print(text, line.children, level + 1);
    }
}

// On a grid of 16 x 16.
void paint(QPainter &painter, TreeLine::Mark mark, const QColor &text)
{
    const QColor green(0x00, 0x9e, 0x73);
    const QColor vermillion(0xd5, 0x5e, 0x00);
    const QColor orange(0xe6, 0x9f, 0x00);
    const auto stroke = [&](const QColor &color, qreal width) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    painter.setBrush(Qt::NoBrush);
    switch (mark) {
    case TreeLine::Mark::None:
        break;
    case TreeLine::Mark::Yes: // a filled disc with a tick
        stroke(green, 1);
        painter.setBrush(green);
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        stroke(Qt::white, 2);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{4.5, 8.5}, {7, 11}, {11.5, 5.5}}));
        break;
    case TreeLine::Mark::No: // a ring with a bar
        stroke(vermillion, 2);
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        painter.drawLine(QPointF(4, 4), QPointF(12, 12));
        break;
    case TreeLine::Mark::Warning: // a triangle
        stroke(orange, 1.6);
        painter.drawPolygon(QPolygonF({{8, 2}, {14.5, 13.5}, {1.5, 13.5}}));
        stroke(text, 1.6);
        painter.drawLine(QPointF(8, 6), QPointF(8, 9.5));
        painter.drawPoint(QPointF(8, 11.7));
        break;
    case TreeLine::Mark::Hint: // an outlined diamond
        stroke(text, 1.4);
        painter.drawPolygon(QPolygonF({{8, 2.5}, {13.5, 8}, {8, 13.5}, {2.5, 8}}));
        break;
    }
}

} // namespace

TreeLine &lineIn(QList<TreeLine> &level, const QString &text, TreeLine::Mark mark)
{
    for (TreeLine &line : level) {
        if (line.text == text && line.mark == mark)
            return line;
    }
    level.append({text, mark, {}, {}});
    return level.last();
}

QString toText(const QList<TreeLine> &lines)
{
    QString text;
    print(text, lines, 0);
    return text;
}

QIcon iconOf(TreeLine::Mark mark, const QPalette &palette)
{
    if (mark == TreeLine::Mark::None)
        return {};
    QIcon icon;
    const auto add = [&](int size, QIcon::Mode mode, const QColor &text) {
        // Views ask for the icon of each line, and more than once.
        const QString key = u"treeline %1 %2 %3"_s.arg(int(mark)).arg(size).arg(text.name());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size, size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.scale(size / 16.0, size / 16.0);
            paint(painter, mark, text);
            painter.end();
            QPixmapCache::insert(key, pixmap);
        }
        icon.addPixmap(pixmap, mode);
    };
    for (const int size : {16, 32, 48, 64}) {
        add(size, QIcon::Normal, palette.color(QPalette::Text));
        add(size, QIcon::Selected, palette.color(QPalette::HighlightedText));
    }
    return icon;
}

struct TreeLinesModel::Node
{
    const TreeLine *line = nullptr;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    void fill(const QList<TreeLine> &lines)
    {
        for (const TreeLine &child : lines) {
            auto node = std::make_unique<Node>();
            node->line = &child;
            node->parent = this;
            node->row = int(children.size());
            node->fill(child.children);
            children.push_back(std::move(node));
        }
    }
};

TreeLinesModel::TreeLinesModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

TreeLinesModel::~TreeLinesModel() = default;

void TreeLinesModel::set(const QList<TreeLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    m_root = std::make_unique<Node>();
    m_root->fill(m_lines);
    endResetModel();
}

const TreeLinesModel::Node *TreeLinesModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex TreeLinesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children.at(size_t(row)).get());
}

QModelIndex TreeLinesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node *parent = nodeOf(child)->parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int TreeLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int TreeLinesModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TreeLinesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeLine &line = *nodeOf(index)->line;
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::AccessibleTextRole:
        return QString(signOf(line.mark) + line.text);
    case Qt::DecorationRole:
        return iconOf(line.mark, QGuiApplication::palette());
    case Qt::UserRole:
        return line.data;
    default:
        return {};
    }
}

} // namespace rolewright
