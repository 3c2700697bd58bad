// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/workbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int Delay = 1'000; // ms; what is quicker is not worth a line

} // namespace

WorkBar::WorkBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"work"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(160);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addStretch(1);
    layout->addWidget(m_cancel);
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(Delay);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &WorkBar::cancel);
}

void WorkBar::start(const QString &text, std::function<void()> cancel)
{
    m_text->setText(text);
    m_bar->setAccessibleName(text);
    m_cancelling = std::move(cancel);
    m_cancel->setEnabled(true);
    if (!isVisible())
        m_delay.start();
}

void WorkBar::end()
{
    m_delay.stop();
    m_cancelling = {};
    hide();
}

// The line stays until the work has really ended.
void WorkBar::cancel()
{
    m_cancel->setEnabled(false);
    if (const auto cancelling = m_cancelling)
        cancelling();
}

} // namespace rolewright
