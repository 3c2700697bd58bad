// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/pastebar.h"

#include "ui/widgets/changetext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LineMaximum = 1000; // of each sort, in the list

void append(QStringList &lines, const QStringList &more)
{
    lines += more.mid(0, LineMaximum);
    if (more.size() > LineMaximum)
        lines.append(PasteBar::tr("and %Ln more", nullptr, int(more.size() - LineMaximum)));
}

} // namespace

PasteBar::PasteBar(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_title(new QLabel)
    , m_lines(new QStringListModel(this))
    , m_view(new QListView)
    , m_apply(new QPushButton(tr("&Apply")))
    , m_applyRest(new QPushButton(tr("Leave &out what does not fit")))
{
    setFrameShape(QFrame::StyledPanel);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_view->setModel(m_lines);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("What pasting does"));
    m_view->setMaximumHeight(fontMetrics().height() * 9);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_apply, m_applyRest, cancel})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_view);
    column->addLayout(buttons);
    hide();

    connect(m_apply, &QPushButton::clicked, this, &PasteBar::apply);
    connect(m_applyRest, &QPushButton::clicked, this, &PasteBar::apply);
    connect(cancel, &QPushButton::clicked, this, &PasteBar::leave);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!m_text.isNull())
            read();
    });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_text = QString();
        m_reader.cancel();
        hide();
    });
}

void PasteBar::paste(const QString &text, const PasteTarget &target)
{
    m_text = text.isNull() ? u""_s : text;
    m_target = target;
    hide();
    read();
}

void PasteBar::read()
{
    m_reader.start(
        [policy = m_workspace.policy(), base = m_workspace.draft().base(), target = m_target,
         text = m_text](const CancelToken &) { return PasteReader(policy, base, target).read(text); },
        [this](const PasteReading &reading) { take(reading); });
}

void PasteBar::take(const PasteReading &reading)
{
    m_reading = reading;
    if (isVisible() || !reading.problems.isEmpty() || reading.cells > PreviewFrom) {
        present(reading);
        return;
    }
    if (reading.plan.changes.isEmpty())
        m_workspace.show({Message::Kind::Information, tr("All pasted cells are so already."), {}, {}});
    apply();
}

void PasteBar::present(const PasteReading &reading)
{
    const CellPlan &plan = reading.plan;
    QStringList parts;
    const auto part = [&](const QString &text, qsizetype count) {
        if (count > 0)
            parts.append(text);
    };
    part(tr("%Ln cell(s) given", nullptr, int(plan.given)), plan.given);
    part(tr("%Ln cell(s) taken", nullptr, int(plan.taken)), plan.taken);
    part(tr("%Ln cell(s) with other dates", nullptr, int(plan.redated)), plan.redated);
    part(tr("%Ln cell(s) as they are", nullptr, int(plan.same)), plan.same);
    QString title = reading.hasHeads ? tr("Paste by the names of rows and columns:")
                                     : tr("Paste from the current cell on:");
    title += u' ' + (parts.isEmpty() ? tr("nothing to change") : parts.join(u", "_s)) + u'.';
    if (!reading.problems.isEmpty())
        title += u' '
            + tr("%Ln thing(s) do not fit; nothing is changed before you decide.", nullptr,
                 int(reading.problems.size()));
    m_title->setText(title);

    QStringList lines;
    append(lines, reading.problems);
    QStringList changes;
    for (const Change &change : plan.changes.mid(0, LineMaximum + 1))
        changes.append(textOf(change));
    if (plan.changes.size() > LineMaximum + 1)
        changes.resize(plan.changes.size()); // only counted
    append(lines, changes);
    m_lines->setStringList(lines);
    m_view->setVisible(!lines.isEmpty());

    const bool any = !plan.changes.isEmpty() && !m_workspace.isReadOnly();
    m_apply->setVisible(reading.problems.isEmpty());
    m_apply->setEnabled(any);
    m_applyRest->setVisible(!reading.problems.isEmpty() && any);
    const bool fresh = !isVisible();
    show();
    if (!fresh)
        return;
    if (m_apply->isVisible() && m_apply->isEnabled())
        m_apply->setFocus(Qt::OtherFocusReason);
    else
        m_view->setFocus(Qt::OtherFocusReason);
}

void PasteBar::apply()
{
    const QString text = tr("Paste %Ln cell(s)", nullptr, int(m_reading.cells));
    const bool shown = isVisible();
    const QString kept = std::exchange(m_text, QString()); // or the edit would be read as somebody else's
    if (!m_workspace.edit(text, m_reading.plan.changes)) {
        m_text = kept;
        if (!isVisible())
            present(m_reading);
        return;
    }
    // An empty cell takes, which is easily meant otherwise.
    if (!shown && m_reading.plan.taken > 0)
        m_workspace.show(
            {Message::Kind::Information,
             tr("%Ln cell(s) are taken by this paste: empty ones take.", nullptr, int(m_reading.plan.taken)),
             tr("Undo"), [workspace = &m_workspace] { workspace->undoStack().undo(); }});
    leave();
}

void PasteBar::leave()
{
    m_text = QString();
    m_reader.cancel();
    if (!isVisible())
        return;
    hide();
    Q_EMIT closed();
}

void PasteBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rolewright
