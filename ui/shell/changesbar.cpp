// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/changesbar.h"

#include "core/analysis/renames.h"
#include "core/validation/validate.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/plaintext.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int ToldTime = 12'000; // ms

} // namespace

QString ChangesBar::toText(const Effect &effect)
{
    QStringList parts;
    if (effect.impact.gaining == 0 && effect.impact.losing == 0)
        parts.append(tr("nobody gains or loses access"));
    if (effect.impact.gaining > 0)
        parts.append(tr("%Ln user(s) gain access", nullptr, int(effect.impact.gaining)));
    if (effect.impact.losing > 0)
        parts.append(tr("%Ln user(s) lose access", nullptr, int(effect.impact.losing)));
    if (effect.conflicts > 0)
        parts.append(tr("%Ln conflict(s)", nullptr, int(effect.conflicts)));
    return parts.join(u", "_s);
}

ChangesBar::ChangesBar(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_told(new ElidedLabel(this))
    , m_summary(new ElidedLabel(this))
    , m_notice(new ElidedLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_review(new QPushButton(tr("&Review…"), this))
    , m_apply(new QPushButton(tr("&Apply…"), this))
{
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    m_notice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // what is pending comes first
    m_notice->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_apply->setObjectName(u"apply"_s);
    m_apply->setToolTip(tr("Ctrl+S"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_told);
    layout->addWidget(m_summary);
    layout->addSpacing(16);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_review);
    layout->addWidget(m_apply);

    // The same height with and without buttons, or the first edit would push its own cell out of sight.
    setMinimumHeight(m_apply->sizeHint().height() + layout->contentsMargins().top()
                     + layout->contentsMargins().bottom());

    connect(m_undo, &QPushButton::clicked, &workspace.undoStack(), &QUndoStack::undo);
    connect(m_review, &QPushButton::clicked, this, &ChangesBar::reviewRequested);
    connect(m_apply, &QPushButton::clicked, this, &ChangesBar::applyRequested);
    QFont bold = font();
    bold.setBold(true);
    m_told->setFont(bold);
    m_told->hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(ToldTime);
    connect(&m_timer, &QTimer::timeout, m_told, &QWidget::hide);
    const auto refresh = [this] {
        computeImpact();
        look();
    };
    const auto begin = [this, refresh] {
        m_told->hide();
        m_position = m_workspace.draft().position();
        refresh();
    };
    connect(&workspace, &Workspace::changed, this, &ChangesBar::follow);
    connect(&workspace, &Workspace::changed, this, refresh);
    connect(&workspace, &Workspace::baseChanged, this, begin);
    connect(&workspace, &Workspace::storeChanged, this, begin);
    connect(&workspace, &Workspace::netChangesMade, this, &ChangesBar::look);
    connect(&workspace, &Workspace::applyingChanged, this, &ChangesBar::look);
    connect(&workspace.undoStack(), &QUndoStack::canUndoChanged, this, &ChangesBar::look);
    refresh();
}

QString ChangesBar::summary() const
{
    return m_summary->text();
}

QString ChangesBar::told() const
{
    return m_told->isHidden() ? QString() : m_told->text();
}

// An edit is in the draft before it is on the stack; a step on the stack is what moves the draft.
void ChangesBar::follow()
{
    const qsizetype to = m_workspace.draft().position();
    const qsizetype from = std::exchange(m_position, to);
    const bool isStep = from != to && m_workspace.undoStack().index() == to;
    if (isStep)
        tell(from, to);
    else
        m_told->hide();
}

void ChangesBar::tell(qsizetype from, qsizetype to)
{
    const bool undone = to < from;
    const int steps = int(undone ? from - to : to - from);
    const QString text = m_workspace.draft().commandAt(std::min(from, to)).text;
    if (steps == 1)
        m_told->setFullText((undone ? tr("Undone: %1") : tr("Redone: %1")).arg(text));
    else
        m_told->setFullText(undone ? tr("%Ln step(s) undone", nullptr, steps)
                                   : tr("%Ln step(s) redone", nullptr, steps));
    m_told->show();
    m_timer.start();
    m_told->setAccessibleName(m_told->text());
    QAccessibleEvent event(m_told, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ChangesBar::computeImpact()
{
    m_effect.clear();
    m_impact.cancel();
    if (!m_workspace.draft().isDirty())
        return;
    m_impact.start(
        [before = m_workspace.baseIndex(), after = m_workspace.index()](const CancelToken &cancel)
            -> std::optional<Effect> {
            const Instant now = Instant::now();
            std::optional<Impact> found = impact(before, after, now, true, &cancel);
            if (!found || cancel)
                return {};
            Renames(before.policy(), after.policy()).takeFrom(*found);
            return Effect{*std::move(found), newViolations(before.policy(), after.policy(), now).size()};
        },
        [this](const std::optional<Effect> &effect) {
            if (effect)
                m_effect = toText(*effect);
            look();
        });
}

void ChangesBar::look()
{
    const int count = int(m_workspace.netChanges().size());
    const bool dirty = m_workspace.draft().isDirty();
    if (m_workspace.isApplying())
        m_summary->setFullText(tr("Applying %Ln change(s)…", nullptr, count));
    else if (!dirty)
        m_summary->setFullText(tr("No pending changes"));
    else if (count == 0) // many are new: the worker is at it
        m_summary->setFullText(tr("Counting the pending changes…"));
    else if (m_effect.isEmpty())
        m_summary->setFullText(tr("%Ln pending change(s): looking at the effect…", nullptr, count));
    else
        m_summary->setFullText(tr("%Ln pending change(s): %1", nullptr, count).arg(m_effect));
    const bool free = dirty && !m_workspace.isApplying();
    m_undo->setVisible(dirty && !m_reviewing);
    m_undo->setEnabled(free && m_workspace.undoStack().canUndo());
    m_undo->setToolTip(asPlainText(m_workspace.undoStack().undoText()));
    m_review->setVisible(dirty && !m_reviewing);
    m_apply->setVisible(dirty && !m_reviewing);
    m_apply->setEnabled(free);

    const QString notice = m_workspace.isOpen() ? noticeOf(m_workspace.service().traits()) : QString();
    m_notice->setFullText(notice);
}

void ChangesBar::setReviewing(bool reviewing)
{
    m_reviewing = reviewing;
    look();
}

} // namespace rolewright
