// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace rolewright {

// How many changes were applied when: a bar for each minute, hour, day or however long it takes to fit. Dragging
// across it, or Left and Right with Shift, chooses a range; a click or Return chooses one bar; Esc all of it.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    struct Moment
    {
        Instant time;
        qsizetype changes = 0;
    };
    static constexpr qsizetype BarMaximum = 90;

    explicit Timeline(QWidget *parent = nullptr);

    void setMoments(const QList<Moment> &moments); // in any order
    void setRange(std::optional<Instant> since, std::optional<Instant> until); // shown; says nothing
    qsizetype barCount() const { return m_bars.size(); }
    qsizetype changesIn(qsizetype bar) const { return m_bars.at(bar); }
    QRect barRect(qsizetype bar) const; // whole column

    QSize sizeHint() const override;

Q_SIGNALS:
    void rangeChosen(std::optional<rolewright::Instant> since, std::optional<rolewright::Instant> until);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    Instant startOf(qsizetype bar) const { return {m_start + m_step * bar}; }
    qsizetype barAt(int x) const;
    bool isInRange(qsizetype bar) const;
    QString textOf(qsizetype first, qsizetype last) const;
    void moveTo(qsizetype bar, bool extend);
    void choose();
    void describe();

    QList<qsizetype> m_bars;
    qsizetype m_highest = 0;
    qint64 m_start = 0; // of the first bar
    qint64 m_step = 60'000;
    std::optional<Instant> m_since;
    std::optional<Instant> m_until;
    qsizetype m_anchor = 0;
    qsizetype m_cursor = 0;
    bool m_dragging = false;
};

} // namespace rolewright
