// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/momentedit.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace rolewright {

using namespace Qt::StringLiterals;

MomentEdit::MomentEdit(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_given(new QCheckBox(label))
    , m_edit(new QDateTimeEdit)
{
    QString plain = label;
    plain.remove(u'&');
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    m_edit->setLayoutDirection(Qt::LeftToRight); // as shownTime() writes it, in any language
    m_edit->setCalendarPopup(true);
    m_edit->setAccessibleName(plain);
    m_edit->setDateTime(QDateTime(QDateTime::currentDateTimeUtc().date(), QTime(0, 0), Qt::UTC));
    m_edit->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_given);
    row->addWidget(m_edit, 1);
    setFocusProxy(m_given);

    connect(m_given, &QCheckBox::toggled, this, [this](bool given) {
        m_edit->setEnabled(given);
        Q_EMIT momentChanged();
    });
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this] {
        if (m_given->isChecked())
            Q_EMIT momentChanged();
    });
}

std::optional<Instant> MomentEdit::moment() const
{
    if (!m_given->isChecked())
        return {};
    return Instant{m_edit->dateTime().toMSecsSinceEpoch()};
}

void MomentEdit::setMoment(std::optional<Instant> moment)
{
    const QSignalBlocker blocker(this);
    m_given->setChecked(moment.has_value());
    if (moment)
        m_edit->setDateTime(QDateTime::fromMSecsSinceEpoch(moment->msecs, Qt::UTC));
    else if (m_offered)
        offer(*m_offered);
}

void MomentEdit::offer(Instant moment)
{
    m_offered = moment;
    if (!m_given->isChecked())
        m_edit->setDateTime(QDateTime::fromMSecsSinceEpoch(moment.msecs, Qt::UTC));
}

Instant inAMonth()
{
    constexpr qint64 Day = 24 * 3'600'000LL;
    return {(Instant::now().msecs / Day + 30) * Day};
}

QString shownTime(Instant instant)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant.msecs, Qt::UTC);
    const bool whole = time.time().second() == 0 && time.time().msec() == 0;
    return time.toString(whole ? u"yyyy-MM-dd HH:mm 'UTC'"_s : u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

} // namespace rolewright
