// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/print/printable.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace rolewright {

class MatrixModel;

// Takes a matrix down as it is shown, a few milliseconds at a time so that the window stays alive, and starts over
// where the matrix changes meanwhile.
class MatrixSnapshot : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 Maximum = 2'000'000; // cells: some 700 pages, and more than anybody wants

    explicit MatrixSnapshot(QObject *parent = nullptr);

    static bool fits(const MatrixModel &model);
    void start(MatrixModel &model, std::function<void(const Printable::Grid &)> done);
    void cancel();

private:
    void begin();
    void step();

    MatrixModel *m_model = nullptr;
    std::function<void(const Printable::Grid &)> m_done;
    Printable::Grid m_grid;
    int m_row = 0;
    QTimer m_timer;
};

} // namespace rolewright
