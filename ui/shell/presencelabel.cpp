// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/presencelabel.h"

#include "core/store/policyservice.h"
#include "ui/shell/plaintext.h"
#include "ui/widgets/momentedit.h"

namespace rolewright {

namespace {

constexpr qsizetype Named = 20; // a tool tip is no list

QString lineOf(const Presence &other)
{
    if (other.program.isEmpty())
        return other.since ? PresenceLabel::tr("%1, since %2").arg(other.user, shownTime(*other.since))
                           : other.user;
    return other.since
        ? PresenceLabel::tr("%1 with %2, since %3").arg(other.user, other.program, shownTime(*other.since))
        : PresenceLabel::tr("%1 with %2").arg(other.user, other.program);
}

} // namespace

PresenceLabel::PresenceLabel(const PolicyService &service, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("presence"));
    setTextFormat(Qt::PlainText);
    setContentsMargins(8, 0, 8, 0);
    hide();
    const auto show = [this, &service] {
        const QList<Presence> &others = service.others();
        setVisible(!others.isEmpty());
        QStringList lines;
        for (const Presence &other : others.first(std::min(others.size(), Named)))
            lines << lineOf(other);
        if (others.size() > Named)
            lines << tr("and %Ln more", nullptr, int(others.size() - Named));
        setText(tr("%Ln others here", nullptr, int(others.size())));
        setToolTip(asPlainText(lines.join(u'\n')));
        setAccessibleDescription(lines.join(u'\n'));
    };
    connect(&service, &PolicyService::othersChanged, this, show);
}

} // namespace rolewright
