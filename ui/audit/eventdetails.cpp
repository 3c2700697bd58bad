// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/eventdetails.h"

#include "core/exchange/policyjson.h"
#include "ui/audit/beforeafter.h"
#include "ui/audit/linediff.h"
#include "ui/audit/policytext.h"
#include "ui/audit/reverting.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/foldingsplitter.h"
#include "ui/widgets/momentedit.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace rolewright {

using namespace Qt::StringLiterals;

EventDetails::EventDetails(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_reverting(new Reverting(workspace, this))
    , m_summary(new QLabel)
    , m_form(new QFormLayout)
    , m_operation(new QLineEdit)
    , m_hash(new QLineEdit)
    , m_before(new QPlainTextEdit)
    , m_after(new QPlainTextEdit)
    , m_comparison(makeComparison())
    , m_revert(new QPushButton)
    , m_show(new QPushButton)
{
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    for (const QString &title : {tr("When"), tr("Who"), tr("Program"), tr("Reason"), tr("Thing"), tr("Action"),
                                 tr("Result"), tr("Version"), tr("Entry")}) {
        auto *value = new QLabel;
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(title);
        m_values.append(value);
        m_form->addRow(title, value);
    }
    // One long word each, which a label would not break.
    for (QLineEdit *field : {m_operation, m_hash}) {
        field->setReadOnly(true);
        field->setFrame(false);
    }
    m_form->addRow(tr("Change set"), m_operation);
    m_form->addRow(tr("Hash"), m_hash);
    m_form->setVerticalSpacing(2);

    auto *buttons = new FlowLayout;
    buttons->addWidget(m_revert);
    buttons->addWidget(m_show);
    auto *fields = new QWidget;
    fields->setLayout(m_form);
    m_form->setContentsMargins(0, 0, 0, 0);
    // A splitter does not ask how high wrapped texts are at their width, nor how long the longest word is.
    auto *scroll = new QScrollArea;
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // its texts take it
    constexpr int ReadableCharacters = 42;
    scroll->setMinimumSize(
        std::max(fields->minimumSizeHint().width(), fontMetrics().averageCharWidth() * ReadableCharacters) +
            scroll->verticalScrollBar()->sizeHint().width(),
        fontMetrics().height() * 6);
    auto *parts = new FoldingSplitter;
    parts->addWidget(scroll);
    parts->addWidget(m_comparison);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_summary);
    column->addLayout(buttons);
    column->addWidget(parts, 1);
    connect(m_revert, &QPushButton::clicked, this, [this] { m_reverting->revert(m_versions); });
    connect(m_show, &QPushButton::clicked, this, &EventDetails::showPolicy);
    setEvent({});
}

QWidget *EventDetails::makeComparison()
{
    auto *part = new QWidget;
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    int column = 0;
    for (QPlainTextEdit *text : {m_before, m_after}) {
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        const QString title = text == m_before ? tr("Before") : tr("After");
        text->setAccessibleName(title);
        text->setMinimumHeight(text->fontMetrics().height() * 6);
        grid->addWidget(new QLabel(title), 0, column);
        grid->addWidget(text, 1, column++);
    }
    return part;
}

void EventDetails::setEvent(const std::optional<AuditEvent> &event)
{
    m_event = event;
    m_versions = event ? QList<qint64>{event->version} : QList<qint64>();
    updateButtons();
    m_comparison->setVisible(event.has_value());
    for (QLabel *value : std::as_const(m_values))
        m_form->setRowVisible(value, event.has_value());
    m_form->setRowVisible(m_operation, event && !event->operation.isEmpty());
    m_form->setRowVisible(m_hash, event.has_value());
    if (!event) {
        m_summary->setText(tr("Choose an entry to see what it changed."));
        return;
    }
    m_summary->setText(summaryInWindowLanguage(event->summary));
    const QStringList values{
        shownTime(event->time),
        event->actor,
        event->origin,
        event->reason.isEmpty() ? tr("none was given") : event->reason,
        event->targetName.isEmpty() ? event->target : tr("%1 (%2)").arg(event->target, event->targetName),
        event->action,
        event->result,
        QString::number(event->version),
        QString::number(event->sequence)};
    for (qsizetype i = 0; i < values.size(); ++i) {
        m_values.at(i)->setText(values.at(i));
        m_form->setRowVisible(m_values.at(i), !values.at(i).isEmpty());
    }
    m_hash->setText(QString::fromLatin1(event->hash.toHex()));
    m_hash->setCursorPosition(0);
    m_operation->setText(event->operation);
    m_operation->setCursorPosition(0);
    const BeforeAfter texts = beforeAfter(event->change);
    m_before->setPlainText(texts.before);
    m_after->setPlainText(texts.after);
    markDifference(*m_before, *m_after);
    m_comparison->setVisible(!(texts == BeforeAfter()));
}

void EventDetails::setVersions(const QList<qint64> &versions)
{
    m_versions = versions;
    updateButtons();
}

void EventDetails::showPolicy()
{
    const qint64 version = m_event->version;
    m_workspace.service().load(version, this, [this, version](const Result<Snapshot> &then) {
        if (!then) {
            m_workspace.show(toMessage(then.error()));
            return;
        }
        const QString title =
            tr("%1 as it was at version %2").arg(m_workspace.service().traits().name).arg(version);
        (new PolicyText(title, writePolicy(then->policy), this))->show();
    });
}

void EventDetails::updateButtons()
{
    const bool any = m_event && m_event->version > 0;
    m_revert->setVisible(any);
    m_show->setVisible(any);
    if (!any)
        return;
    const bool one = m_versions.size() == 1;
    m_revert->setText(one ? tr("&Revert version %1 in the draft").arg(m_versions.first())
                          : tr("&Revert %Ln version(s) in the draft", nullptr, int(m_versions.size())));
    m_revert->setEnabled(!m_workspace.isReadOnly() && !m_versions.isEmpty()
                         && (!one || (!m_event->change.isEmpty() && !m_event->operation.isEmpty())));
    m_show->setText(tr("&Show the policy of version %1").arg(m_event->version));
}

} // namespace rolewright
