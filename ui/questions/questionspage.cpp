// SPDX-License-Identifier: Apache-2.0
#include "ui/questions/questionspage.h"

#include "core/base/text.h"
#include "ui/simulate/explanationlines.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/fitcolumns.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/suggestions.h"
#include "ui/widgets/treelines.h"
#include "ui/widgets/wrappingtree.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

Answer emptyAnswer(QuestionsPage::Question question)
{
    switch (question) {
    case QuestionsPage::Question::WhoCan:
        return QList<WhoCan>();
    case QuestionsPage::Question::WhatCan:
        return QList<WhatCan>();
    case QuestionsPage::Question::WhichRoles:
        return QList<RoleGiving>();
    case QuestionsPage::Question::Operations:
        break;
    }
    return QList<OperationAccess>();
}

} // namespace

QuestionsPage::QuestionsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new AnswerModel(this))
    , m_lines(new TreeLinesModel(this))
    , m_question(new QComboBox)
    , m_form(new QFormLayout)
    , m_time(new MomentEdit(tr("&At")))
    , m_view(new QTreeView)
    , m_ways(new WrappingTree)
    , m_state(new QLabel)
    , m_follow(new QPushButton)
    , m_export(new QPushButton(tr("E&xport…")))
{
    m_type = new CompletionField(
        [this](const QString &typed) { return suggestResources(m_workspace.policy(), typed); });
    m_action = new CompletionField(
        [this](const QString &typed) { return suggestActions(m_workspace.policy(), m_type->name(), typed); });
    m_user = new CompletionField(
        [this](const QString &typed) { return suggestUsers(m_workspace.policy(), typed); });
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Answer"));
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_view);
    parts->addWidget(makeWays());
    parts->setChildrenCollapsible(false);
    parts->setSizes({700, 300}); // not pixels
    auto *column = new QVBoxLayout(this);
    column->addLayout(makeHead());
    column->addWidget(parts, 1);
    column->addLayout(makeFoot());
    setFocusProxy(m_type);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &QuestionsPage::showWays);
    connect(m_view, &QTreeView::activated, this, &QuestionsPage::follow);
    connect(&workspace, &Workspace::changed, this, &QuestionsPage::refresh);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        for (CompletionField *field : {m_type, m_action, m_user})
            field->clear();
        refresh();
    });
    refresh();
}

QuestionsPage::Question QuestionsPage::question() const
{
    return Question(m_question->currentIndex());
}

bool QuestionsPage::isAboutUser() const
{
    return question() == Question::WhatCan || question() == Question::Operations;
}

Instant QuestionsPage::moment() const
{
    return m_time->moment().value_or(Instant::now());
}

void QuestionsPage::askAccess(Question question, const QString &action, const QString &type)
{
    m_question->setCurrentIndex(int(question));
    m_type->setText(type);
    m_action->setText(action);
}

void QuestionsPage::askUser(Question question, const QString &user)
{
    m_question->setCurrentIndex(int(question));
    m_user->setText(user);
}

// Why there is no answer; empty: there is one.
QString QuestionsPage::problem() const
{
    if (isAboutUser()) {
        if (m_user->name().isEmpty())
            return tr("Say which user.");
        return m_workspace.policy().users().idOf(m_user->name()).isValid()
            ? QString()
            : tr("There is no user %1.").arg(quoted(m_user->name()));
    }
    if (m_type->name().isEmpty())
        return tr("Say which type of resource.");
    if (m_action->name().isEmpty())
        return tr("Say which action.");
    if (m_workspace.index().pair(m_type->name(), m_action->name()))
        return {};
    return tr("The catalogue has no permission %1, and what it does not know is denied to everybody.")
        .arg(quoted(m_type->name() + u':' + m_action->name()));
}

void QuestionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        start();
}

void QuestionsPage::refresh()
{
    for (QWidget *field : {static_cast<QWidget *>(m_type), static_cast<QWidget *>(m_action)})
        m_form->setRowVisible(field, !isAboutUser());
    m_form->setRowVisible(m_user, isAboutUser());
    m_form->setRowVisible(m_time, question() != Question::WhichRoles);
    m_follow->setText(question() == Question::WhichRoles ? tr("&Go to the role") : tr("&Simulate…"));
    m_stale = true;
    if (isVisible())
        start();
}

void QuestionsPage::start()
{
    m_stale = false;
    m_asking.cancel();
    if (const QString why = problem(); !why.isEmpty()) {
        m_model->set(emptyAnswer(question()));
        say(why);
        showWays();
        return;
    }
    m_at = moment();
    const auto ask = [index = m_workspace.index(), question = question(), action = m_action->name(),
                      type = m_type->name(), user = m_workspace.policy().users().idOf(m_user->name()),
                      at = m_at](const CancelToken &cancel) -> Answer {
        switch (question) {
        case Question::WhoCan:
            return whoCan(index, action, type, at, &cancel);
        case Question::WhatCan:
            return whatCan(index, user, at, &cancel);
        case Question::WhichRoles:
            return whichRoles(index, action, type, &cancel);
        case Question::Operations:
            break;
        }
        return whichOperations(index, user, at, &cancel);
    };
    m_asking.start(
        [ask, shown = m_model->answer()](const CancelToken &cancel) {
            Answer answer = ask(cancel);
            return answer == shown ? std::nullopt : std::optional(std::move(answer));
        },
        [this](const std::optional<Answer> &answer) { present(answer); });
}

void QuestionsPage::present(const std::optional<Answer> &answer)
{
    if (answer) {
        const QString current = m_model->keyOf(m_view->currentIndex().row());
        m_model->set(*answer);
        fitColumns(*m_view);
        // The one that was looked at, where it is still there.
        if (m_model->rowCount() > 0)
            m_view->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(current)), 0));
    }
    const int count = m_model->rowCount();
    switch (question()) {
    case Question::WhoCan:
        say(count == 0 ? tr("No user has access.") : tr("%Ln user(s) have access.", nullptr, count));
        break;
    case Question::WhatCan: {
        const bool active =
            m_workspace.policy().users().at(m_workspace.policy().users().idOf(m_user->name())).active;
        say(!active          ? tr("The user is inactive, and is denied everything that is not public.")
                : count == 0 ? tr("The user holds no permission.")
                             : tr("The user holds %Ln permission(s).", nullptr, count));
        break;
    }
    case Question::WhichRoles:
        say(count == 0 ? tr("No role gives it.") : tr("%Ln role(s) give it.", nullptr, count));
        break;
    case Question::Operations:
        say(count == 0 ? tr("The user can perform no operation.")
                       : tr("The user can perform %Ln operation(s).", nullptr, count));
        break;
    }
    showWays();
}

void QuestionsPage::say(const QString &text)
{
    m_state->setText(m_workspace.draft().isDirty() && problem().isEmpty()
                         ? text + u' ' + tr("Pending changes are included.")
                         : text);
    m_export->setEnabled(problem().isEmpty());
}

void QuestionsPage::showWays()
{
    const int row = m_view->currentIndex().row();
    m_explaining.cancel();
    m_follow->setEnabled(row >= 0);
    if (row < 0) {
        m_lines->set({});
        return;
    }
    const std::optional<Request> request = requestOf(row);
    if (!request) {
        const GrantPath &path = std::get<QList<RoleGiving>>(m_model->answer()).at(row).path;
        TreeLine line{tr("grants %1").arg(path.grant), TreeLine::Mark::Yes, {}, {}};
        for (qsizetype i = path.roles.size(); i-- > 0;)
            line = {i > 0 ? tr("%1, inherited by %2").arg(path.roles.at(i), path.roles.at(i - 1))
                          : path.roles.at(i),
                    TreeLine::Mark::None,
                    {},
                    {line}};
        m_lines->set({line});
        m_ways->expandAll();
        return;
    }
    m_explaining.start([index = m_workspace.index(), request = *request,
                        at = m_at](const CancelToken &) { return explain(index, request, at); },
                       [this, request = *request](const Explanation &explanation) {
                           m_lines->set(explanationLines(explanation, m_workspace.policy(), request));
                           m_ways->expandAll();
                       });
}

void QuestionsPage::follow()
{
    const int row = m_view->currentIndex().row();
    if (row < 0)
        return;
    if (const std::optional<Request> request = requestOf(row))
        Q_EMIT questionAsked(*request);
    else
        Q_EMIT roleRequested(std::get<QList<RoleGiving>>(m_model->answer()).at(row).role);
}

} // namespace rolewright
