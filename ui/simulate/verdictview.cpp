// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/verdictview.h"

#include "ui/simulate/wording.h"
#include "ui/widgets/treelines.h"
#include "ui/widgets/wrappinglabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace rolewright {

using namespace Qt::StringLiterals;

VerdictView::VerdictView(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new WrappingLabel)
    , m_detail(new WrappingLabel)
    , m_comparison(new WrappingLabel)
    , m_policy(new WrappingLabel)
    , m_turnRow(new QWidget)
    , m_turn(new WrappingLabel)
    , m_then(new QToolButton)
{
    for (WrappingLabel *label : {m_title, m_detail, m_comparison, m_policy, m_turn})
        label->setAccessibleName(tr("Answer"));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    QFont bold = m_comparison->font();
    bold.setBold(true);
    m_comparison->setFont(bold);

    m_then->setText(tr("As&k then"));
    m_then->setToolTip(tr("Asks the same question at that moment."));
    m_then->setFocusPolicy(Qt::StrongFocus);
    connect(m_then, &QToolButton::clicked, this, &VerdictView::turnAsked);

    // In a widget that can be hidden: a layout of hidden ones would keep the words above as narrow as they
    // get.
    auto *turn = new QHBoxLayout(m_turnRow);
    turn->setContentsMargins(0, 0, 0, 0);
    turn->addWidget(m_turn, 1);
    turn->addWidget(m_then, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    words->addWidget(m_comparison);
    words->addWidget(m_policy);
    words->addWidget(m_turnRow);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

void VerdictView::setVerdict(bool allowed, const QString &reason, const QString &detail,
                             const QString &comparison)
{
    m_allowed = allowed;
    m_title->setText(tr("%1 - %2").arg(word(allowed), reason));
    m_detail->setText(detail);
    m_comparison->setText(comparison);
    m_title->show();
    m_detail->setVisible(!detail.isEmpty());
    m_comparison->setVisible(!comparison.isEmpty());
    setAccessibleName(text());
    updateIcon();
}

void VerdictView::setPolicy(const QString &sentence)
{
    m_policy->setText(sentence);
    m_policy->setVisible(!sentence.isEmpty());
}

void VerdictView::setTurn(const QString &sentence, bool turns)
{
    m_turn->setText(sentence);
    m_turnRow->setVisible(!sentence.isEmpty());
    m_then->setVisible(turns);
}

void VerdictView::setHint(const QString &hint)
{
    m_allowed.reset();
    m_title->setText({});
    m_title->hide();
    m_comparison->setText({});
    m_comparison->hide();
    setPolicy({});
    setTurn({}, false);
    m_detail->setText(hint);
    m_detail->show();
    setAccessibleName(hint);
    updateIcon();
}

QString VerdictView::text() const
{
    QStringList lines{m_title->text(), m_detail->text(), m_comparison->text(), m_policy->text(),
                      m_turn->text()};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void VerdictView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
    QWidget::changeEvent(event);
}

void VerdictView::updateIcon()
{
    m_icon->setVisible(m_allowed.has_value());
    if (!m_allowed)
        return;
    const QIcon icon = iconOf(*m_allowed ? TreeLine::Mark::Yes : TreeLine::Mark::No, palette());
    m_icon->setPixmap(icon.pixmap(QSize(32, 32), devicePixelRatioF()));
}

} // namespace rolewright
