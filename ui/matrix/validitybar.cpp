// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/validitybar.h"

#include "ui/matrix/matrixview.h"
#include "ui/matrix/userrolemodel.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/problemlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace rolewright {

namespace {

std::optional<Instant> given(Instant bound)
{
    const bool open = bound == Instant::openStart() || bound == Instant::openEnd();
    return open ? std::nullopt : std::optional(bound);
}

} // namespace

ValidityBar::ValidityBar(UserRoleModel &model, MatrixView &view, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_view(view)
    , m_question(new QLabel)
    , m_from(new MomentEdit(tr("F&rom")))
    , m_until(new MomentEdit(tr("Unti&l")))
    , m_problem(new ProblemLabel)
    , m_set(new QPushButton)
{
    setFrameShape(QFrame::StyledPanel);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *fields = new QHBoxLayout;
    fields->setSpacing(16);
    fields->addWidget(m_from);
    fields->addWidget(m_until);
    fields->addStretch(1);
    fields->addWidget(m_set);
    fields->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addLayout(fields);
    column->addWidget(m_problem);
    hide();

    connect(m_set, &QPushButton::clicked, this, &ValidityBar::accept);
    connect(cancel, &QPushButton::clicked, this, &ValidityBar::leave);
    for (MomentEdit *edit : {m_from, m_until})
        connect(edit, &MomentEdit::momentChanged, this, [this] { m_problem->setProblem({}); });
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &ValidityBar::look);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ValidityBar::look);
}

void ValidityBar::open()
{
    const UserRoleModel::Dates dates = m_model.datesOf(m_view.target());
    if (dates.assigned + dates.unassigned == 0)
        return;
    const Validity validity = dates.common.value_or(Validity());
    m_from->setMoment(given(validity.from));
    m_until->setMoment(given(validity.until));
    m_until->offer(inAMonth());
    m_problem->setProblem({});
    show();
    look();
    m_until->setFocus(Qt::OtherFocusReason);
}

void ValidityBar::look()
{
    if (isHidden())
        return;
    const UserRoleModel::Dates dates = m_model.datesOf(m_view.target());
    m_set->setEnabled(dates.assigned + dates.unassigned > 0);
    m_set->setText(dates.unassigned > 0 ? tr("A&ssign") : tr("&Set dates"));
    QString text = tr("When is %1 valid?").arg(dates.text);
    if (dates.unassigned > 0 && dates.assigned > 0)
        text += u' ' + tr("%Ln of them will be new.", nullptr, int(dates.unassigned));
    if (dates.assigned > 1 && !dates.common)
        text += u' ' + tr("Their dates differ now.");
    m_question->setText(text);
}

void ValidityBar::accept()
{
    const Validity wanted{m_from->moment().value_or(Instant::openStart()),
                          m_until->moment().value_or(Instant::openEnd())};
    if (!(wanted.from < wanted.until)) {
        m_problem->setProblem(tr("It must begin before it ends."));
        return;
    }
    const std::optional<Validity> before = m_model.datesOf(m_view.target()).common;
    if (wanted.until <= Instant::now() && !(before && before->until == wanted.until)) {
        m_problem->setProblem(tr("It would be over already: choose a later end, or take the role away."));
        return;
    }
    if (m_model.setValidity(m_view.target(), wanted))
        leave();
}

void ValidityBar::leave()
{
    hide();
    m_view.setFocus();
}

void ValidityBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rolewright
