// SPDX-License-Identifier: Apache-2.0
#include "ui/operations/requirementtext.h"

#include "core/base/text.h"
#include "core/exchange/requirementjson.h"
#include "ui/widgets/problemtext.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

RequirementText::RequirementText(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new ProblemText(tr("Requirement as text")))
    , m_take(new QPushButton(tr("&Update")))
    , m_back(new QPushButton(tr("Re&set")))
{
    m_text->edit()->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->edit()->setPlaceholderText(
        tr("{\"access\": \"resource:action\"}, or nothing: denied to everybody"));
    m_text->edit()->installEventFilter(this);
    m_take->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_take);
    row->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addLayout(row);
    connect(m_text->edit(), &QPlainTextEdit::textChanged, this, &RequirementText::read);
    connect(m_take, &QPushButton::clicked, this, &RequirementText::take);
    connect(m_back, &QPushButton::clicked, this, &RequirementText::bringBack);
    read();
}

QString RequirementText::textOf(const std::optional<Requirement> &requirement)
{
    return requirement ? QString::fromUtf8(writeRequirement(*requirement)).trimmed() : QString();
}

void RequirementText::setOperation(OperationId operation)
{
    const Operation *is = m_workspace.policy().operations().find(operation);
    const QString saved = is ? textOf(is->required) : QString();
    const bool another = operation != m_operation;
    m_operation = operation;
    m_text->edit()->setReadOnly(!is || m_workspace.isReadOnly());
    if (another || saved != m_saved) {
        m_saved = saved;
        bringBack();
    } else {
        read(); // names may have come or gone
    }
}

void RequirementText::bringBack()
{
    if (m_text->edit()->toPlainText() != m_saved)
        m_text->edit()->setPlainText(m_saved);
    else
        read();
}

void RequirementText::read()
{
    const QString text = m_text->edit()->toPlainText();
    m_read.reset();
    m_text->setProblems({});
    if (!text.trimmed().isEmpty()) {
        const Result<Requirement> requirement = readRequirement(toNfc(text).toUtf8(), m_workspace.policy());
        if (requirement)
            m_read = *requirement;
        else
            m_text->setFindings(requirement.error());
    }
    const bool differs = text != m_saved;
    m_take->setEnabled(differs && !m_text->hasProblems() && !m_text->edit()->isReadOnly());
    m_back->setEnabled(differs);
}

void RequirementText::take()
{
    const Operation *operation = m_workspace.policy().operations().find(m_operation);
    if (!operation || !m_take->isEnabled())
        return;
    const std::optional<Requirement> requirement = m_read;
    if (!m_workspace.edit(tr("Change what %1 requires").arg(operation->name),
                          QList<Change>{{Change::Verb::Set,
                                         Change::Kind::Operation,
                                         operation->name,
                                         {},
                                         u"requires"_s,
                                         {},
                                         requirement}}))
        return;
    bringBack(); // as the policy writes it
}

bool RequirementText::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->edit() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() & Qt::ControlModifier) {
            take();
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_text->edit()->toPlainText() != m_saved) {
            bringBack();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolewright
