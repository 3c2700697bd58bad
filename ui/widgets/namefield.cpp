// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/namefield.h"

#include "core/base/text.h"
#include "ui/widgets/problemlabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rolewright {

NameField::NameField(Rule rule, QWidget *parent)
    : QWidget(parent)
    , m_rule(std::move(rule))
    , m_edit(new QLineEdit)
    , m_problem(new ProblemLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_edit);
    column->addWidget(m_problem);
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_problem->setProblem({}); });
    connect(m_edit, &QLineEdit::editingFinished, this, &NameField::commit);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (check())
            Q_EMIT accepted(text());
    });
}

QString NameField::text() const
{
    return toNfc(m_edit->text());
}

void NameField::setSaved(const QString &saved)
{
    if (saved == m_saved)
        return;
    m_saved = saved;
    m_edit->setText(saved);
    m_problem->setProblem({});
}

void NameField::clear()
{
    m_saved.clear();
    m_edit->clear();
    m_problem->setProblem({});
}

bool NameField::check()
{
    const std::optional<QString> problem = m_rule(text());
    setProblem(problem.value_or(QString()));
    return !problem;
}

void NameField::setProblem(const QString &problem)
{
    m_problem->setProblem(problem);
    m_edit->setAccessibleDescription(problem);
}

bool NameField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_edit->text() != m_saved) {
        m_edit->setText(m_saved);
        setProblem({});
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void NameField::commit()
{
    if (text() != m_saved && check())
        Q_EMIT changed(text());
}

} // namespace rolewright
