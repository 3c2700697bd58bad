// SPDX-License-Identifier: Apache-2.0
#include "ui/print/matrixsnapshot.h"

#include "ui/matrix/cellpainter.h"
#include "ui/matrix/matrixmodel.h"

#include <QElapsedTimer>
#include <QPainter>

namespace rolewright {

namespace {

constexpr int StepMsecs = 6;
constexpr int LookSide = 22; // of a cell on the screen
constexpr int LookRatio = 6; // sharper than the screen's

// Paper is light, whatever the theme.
QPalette paper()
{
    QPalette palette(QColor(0xfff4f5f7));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::black);
    return palette;
}

QImage lookOf(const Cell &cell)
{
    QImage image(LookSide * LookRatio, LookSide * LookRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(LookRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    CellPainter().paint(&painter, QRect(0, 0, LookSide, LookSide), cell, paper());
    painter.end();
    image.setDevicePixelRatio(1);
    return image;
}

} // namespace

MatrixSnapshot::MatrixSnapshot(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &MatrixSnapshot::step);
}

bool MatrixSnapshot::fits(const MatrixModel &model)
{
    return qint64(model.rowCount()) * model.columnCount() <= Maximum;
}

void MatrixSnapshot::start(MatrixModel &model, std::function<void(const Printable::Grid &)> done)
{
    cancel();
    m_model = &model;
    m_done = std::move(done);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MatrixSnapshot::begin);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &MatrixSnapshot::begin);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MatrixSnapshot::begin);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &MatrixSnapshot::begin);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &MatrixSnapshot::begin);
    connect(m_model, &QAbstractItemModel::columnsInserted, this, &MatrixSnapshot::begin);
    connect(m_model, &QAbstractItemModel::columnsRemoved, this, &MatrixSnapshot::begin);
    begin();
    m_timer.start();
}

void MatrixSnapshot::cancel()
{
    m_timer.stop();
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = nullptr;
    m_done = nullptr;
}

void MatrixSnapshot::begin()
{
    m_grid = {};
    m_row = 0;
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_grid.columns.append(m_model->columnName(column));
}

void MatrixSnapshot::step()
{
    QElapsedTimer timer;
    timer.start();
    const int columns = int(m_grid.columns.size());
    while (m_row < m_model->rowCount() && timer.elapsed() < StepMsecs) {
        m_grid.rows.append({m_model->rowName(m_row), m_model->isGroup(m_row)});
        for (int column = 0; column < columns; ++column) {
            const Cell cell = m_model->cell(m_row, column);
            const quint32 key = cell.key();
            m_grid.keys.append(quint16(key));
            if (!m_grid.looks.contains(key)) {
                m_grid.looks.insert(key, lookOf(cell));
                m_grid.words.insert(key, m_model->wordsOf(cell));
            }
        }
        ++m_row;
    }
    if (m_row < m_model->rowCount())
        return;
    const auto done = std::exchange(m_done, nullptr);
    const Printable::Grid grid = std::exchange(m_grid, {});
    cancel();
    done(grid);
}

} // namespace rolewright
