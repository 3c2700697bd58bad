// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/timeline.h"

#include "ui/shell/theme.h"
#include "ui/widgets/momentedit.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Minute = 60'000;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

qint64 stepFor(qint64 span)
{
    for (const qint64 step : {Minute, 5 * Minute, 15 * Minute, Hour, 6 * Hour, Day, 7 * Day, 30 * Day})
        if (span / step + 2 <= Timeline::BarMaximum)
            return step;
    return (span / (Timeline::BarMaximum - 2) / Day + 1) * Day;
}

} // namespace

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Timeline::sizeHint() const
{
    return {300, fontMetrics().height() * 4};
}

void Timeline::setMoments(const QList<Moment> &moments)
{
    m_bars.clear();
    m_highest = 0;
    if (!moments.isEmpty()) {
        const auto [first, last] =
            std::minmax_element(moments.begin(), moments.end(),
                                [](const Moment &a, const Moment &b) { return a.time < b.time; });
        m_step = stepFor(last->time.msecs - first->time.msecs);
        m_start = first->time.msecs / m_step * m_step;
        m_bars.resize((last->time.msecs - m_start) / m_step + 1);
        for (const Moment &moment : moments)
            m_bars[(moment.time.msecs - m_start) / m_step] += moment.changes;
        m_highest = *std::max_element(m_bars.begin(), m_bars.end());
    }
    m_cursor = std::max<qsizetype>(0, m_bars.size() - 1);
    m_anchor = m_cursor;
    setEnabled(!m_bars.isEmpty());
    describe();
    update();
}

void Timeline::setRange(std::optional<Instant> since, std::optional<Instant> until)
{
    m_since = since;
    m_until = until;
    update();
}

QRect Timeline::barRect(qsizetype bar) const
{
    const qsizetype count = std::max<qsizetype>(1, m_bars.size());
    const int left = int(bar * width() / count);
    return {left, 0, int((bar + 1) * width() / count) - left, height() - fontMetrics().height() - 4};
}

qsizetype Timeline::barAt(int x) const
{
    return std::clamp<qsizetype>(qint64(x) * m_bars.size() / std::max(1, width()), 0, m_bars.size() - 1);
}

bool Timeline::isInRange(qsizetype bar) const
{
    return (!m_since || startOf(bar + 1) > *m_since) && (!m_until || startOf(bar) < *m_until);
}

QString Timeline::textOf(qsizetype first, qsizetype last) const
{
    qsizetype changes = 0;
    for (qsizetype bar = first; bar <= last; ++bar)
        changes += m_bars.at(bar);
    return tr("%1 to %2: %Ln change(s)", nullptr, int(changes))
        .arg(shownTime(startOf(first)), shownTime(startOf(last + 1)));
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int text = fontMetrics().height();
    const QRect place(0, 0, width(), height() - text - 4);
    painter.fillRect(place, palette().color(QPalette::Base));
    const auto [low, high] = std::minmax(m_anchor, m_cursor);
    for (qsizetype bar = 0; bar < m_bars.size(); ++bar) {
        const QRect column = barRect(bar);
        const bool chosen = m_dragging ? bar >= low && bar <= high : isInRange(bar);
        if (chosen && (m_dragging || m_since || m_until))
            painter.fillRect(column, palette().color(QPalette::AlternateBase).darker(isDark(palette()) ? 60 : 108));
        if (const qsizetype changes = m_bars.at(bar); changes > 0) {
            const int tall = std::max(2, int(changes * (place.height() - 6) / m_highest));
            const QRect filled(column.left() + 1, place.bottom() - tall, std::max(1, column.width() - 2), tall);
            if (chosen) {
                painter.fillRect(filled, grantedColor(palette()));
            } else { // hollow: told apart without colour
                painter.setPen(mutedText(palette()));
                painter.drawRect(filled.adjusted(0, 0, -1, -1));
            }
        }
        if (hasFocus() && bar >= low && bar <= high) {
            painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
            painter.drawRect(column.adjusted(0, 0, -1, -1));
        }
    }
    painter.setPen(lineColor(palette()));
    painter.drawRect(place.adjusted(0, 0, -1, -1));
    if (m_bars.isEmpty())
        return;
    painter.setPen(mutedText(palette()));
    const QRect line(0, place.bottom() + 3, width(), text);
    const auto widthOf = [this](const QString &caption) {
        return fontMetrics().horizontalAdvance(caption + u"  "_s);
    };
    const QString highest = tr("at most %Ln change(s) a bar", nullptr, int(m_highest));
    QString first = shownTime(startOf(0));
    QString last = shownTime(startOf(m_bars.size()));
    if (widthOf(first) + widthOf(last) > width()) { // the days alone
        constexpr int DayLength = 10;
        first.truncate(DayLength);
        last.truncate(DayLength);
    }
    painter.drawText(line, Qt::AlignLeft, first);
    painter.drawText(line, Qt::AlignRight, last);
    if (widthOf(highest) + 2 * std::max(widthOf(first), widthOf(last)) <= width())
        painter.drawText(line, Qt::AlignHCenter, highest);
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_bars.isEmpty())
        return;
    m_dragging = true;
    moveTo(barAt(int(event->position().x())), event->modifiers().testFlag(Qt::ShiftModifier));
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging)
        moveTo(barAt(int(event->position().x())), true);
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    choose();
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (m_bars.isEmpty())
        return QWidget::keyPressEvent(event);
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_cursor - 1, extend);
    case Qt::Key_Right:
        return moveTo(m_cursor + 1, extend);
    case Qt::Key_Home:
        return moveTo(0, extend);
    case Qt::Key_End:
        return moveTo(m_bars.size() - 1, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose();
    case Qt::Key_Escape:
        if (m_since || m_until) {
            setRange({}, {});
            Q_EMIT rangeChosen({}, {});
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_bars.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype bar = barAt(help->x());
        QToolTip::showText(help->globalPos(), textOf(bar, bar), this, barRect(bar));
        return true;
    }
    return QWidget::event(event);
}

void Timeline::moveTo(qsizetype bar, bool extend)
{
    m_cursor = std::clamp<qsizetype>(bar, 0, m_bars.size() - 1);
    if (!extend)
        m_anchor = m_cursor;
    describe();
    update();
}

void Timeline::choose()
{
    const auto [low, high] = std::minmax(m_anchor, m_cursor);
    setRange(startOf(low), startOf(high + 1));
    Q_EMIT rangeChosen(m_since, m_until);
}

void Timeline::describe()
{
    const auto [low, high] = std::minmax(m_anchor, m_cursor);
    setAccessibleDescription(m_bars.isEmpty() ? tr("Nothing is recorded yet.") : textOf(low, high));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace rolewright
