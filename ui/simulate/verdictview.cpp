// SPDX-License-Identifier: Apache-2.0
#include "ui/simulate/verdictview.h"

#include "ui/widgets/treelines.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace rolewright {

using namespace Qt::StringLiterals;

VerdictView::VerdictView(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_detail(new QLabel)
    , m_comparison(new QLabel)
{
    for (QLabel *label : {m_title, m_detail, m_comparison}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    QFont bold = m_comparison->font();
    bold.setBold(true);
    m_comparison->setFont(bold);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    words->addWidget(m_comparison);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

void VerdictView::setVerdict(bool allowed, const QString &reason, const QString &detail,
                             const QString &comparison)
{
    m_allowed = allowed;
    m_title->setText(tr("%1 - %2").arg(allowed ? tr("ALLOWED") : tr("DENIED"), reason));
    m_detail->setText(detail);
    m_comparison->setText(comparison);
    m_title->show();
    m_detail->setVisible(!detail.isEmpty());
    m_comparison->setVisible(!comparison.isEmpty());
    setAccessibleName(text());
    updateIcon();
}

void VerdictView::setHint(const QString &hint)
{
    m_allowed.reset();
    m_title->clear();
    m_title->hide();
    m_comparison->clear();
    m_comparison->hide();
    m_detail->setText(hint);
    m_detail->show();
    setAccessibleName(hint);
    updateIcon();
}

QString VerdictView::text() const
{
    QStringList lines{m_title->text(), m_detail->text(), m_comparison->text()};
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
