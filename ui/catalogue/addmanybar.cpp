// SPDX-License-Identifier: Apache-2.0
#include "ui/catalogue/addmanybar.h"

#include "ui/widgets/problemtext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

AddManyBar::AddManyBar(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_text(new ProblemText(tr("Permissions to add")))
    , m_summary(new QLabel)
    , m_add(new QPushButton(tr("Add a&ll")))
{
    setFrameShape(QFrame::StyledPanel);
    auto *question = new QLabel(tr("Permissions to add, one a line; article:{create,read} stands for two, "
                                   "a description may follow after a tab or two spaces:"));
    question->setWordWrap(true);
    question->setBuddy(m_text->edit());
    m_text->edit()->setMinimumHeight(fontMetrics().lineSpacing() * 6);
    m_text->edit()->installEventFilter(this);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_summary, 1);
    buttons->addWidget(m_add);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(question);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    hide();

    connect(m_text->edit(), &QPlainTextEdit::textChanged, this, &AddManyBar::read);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (isVisible())
            read();
    });
    connect(m_add, &QPushButton::clicked, this, &AddManyBar::add);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
}

void AddManyBar::open()
{
    show();
    read();
    m_text->edit()->setFocus(Qt::OtherFocusReason);
}

void AddManyBar::read()
{
    m_add->setEnabled(false);
    m_reading.start([text = m_text->edit()->toPlainText(), policy = m_workspace.policy()](
                        const CancelToken &cancel) { return readPermissionLines(text, policy, cancel); },
                    [this](const PermissionLines &lines) { take(lines); });
}

void AddManyBar::take(const PermissionLines &lines)
{
    m_lines = lines;
    QList<ProblemText::Problem> problems;
    for (const PermissionLines::Problem &problem : lines.problems)
        problems.append({problem.line, 0, problem.message});
    m_text->setProblems(problems);
    QString summary = tr("%Ln new permission(s).", nullptr, int(lines.fresh.size()));
    if (lines.known > 0)
        summary += u' ' + tr("%Ln there already.", nullptr, int(lines.known));
    if (!problems.isEmpty())
        summary += u' ' + tr("%Ln line(s) to mend first.", nullptr, int(problems.size()));
    m_summary->setText(summary);
    m_add->setEnabled(problems.isEmpty() && !lines.fresh.isEmpty() && !m_workspace.isReadOnly());
}

void AddManyBar::add()
{
    QList<Change> changes;
    for (const Permission &permission : std::as_const(m_lines.fresh))
        changes.append(
            {Change::Verb::Add, Change::Kind::Permission, keyOf(permission), {}, {}, {}, permission});
    const QString first = changes.first().key;
    if (!m_workspace.edit(tr("Add %Ln permission(s)", nullptr, int(changes.size())), changes))
        return;
    hide();
    m_text->edit()->clear();
    Q_EMIT added(first);
}

void AddManyBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

bool AddManyBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->edit() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() & Qt::ControlModifier) {
            m_add->click();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace rolewright
