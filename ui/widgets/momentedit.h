// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"

#include <QWidget>

class QCheckBox;
class QDateTimeEdit;

namespace rolewright {

// A moment that may be left open: a check box that says what it is for, and date and time in UTC while it is
// checked.
class MomentEdit : public QWidget
{
    Q_OBJECT

public:
    // `label` with mnemonic: "&Until".
    explicit MomentEdit(const QString &label, QWidget *parent = nullptr);

    std::optional<Instant> moment() const;
    void setMoment(std::optional<Instant> moment); // says nothing
    void offer(Instant moment); // what it begins with where none was given; says nothing

Q_SIGNALS:
    void momentChanged();

private:
    QCheckBox *m_given;
    QDateTimeEdit *m_edit;
    std::optional<Instant> m_offered;
};

// A midnight that suits as the end of something: today's, with which a field begins, is over.
Instant inAMonth();

// As the program shows a moment everywhere: "2026-01-01 09:00 UTC", with seconds where there are any.
QString shownTime(Instant instant);

} // namespace rolewright
