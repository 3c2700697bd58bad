// SPDX-License-Identifier: Apache-2.0
// What QuestionsPage does with its answer: ask about a row, and write all of it to a file.
#include "core/base/writefile.h"
#include "core/exchange/answers.h"
#include "ui/questions/questionspage.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/momentedit.h"

#include <QFileDialog>

namespace rolewright {

using namespace Qt::StringLiterals;

std::optional<Request> QuestionsPage::requestOf(int row) const
{
    Request request;
    request.resource = u"any"_s;
    request.time = m_time->moment();
    QStringList scopes;
    if (const auto *users = std::get_if<QList<WhoCan>>(&m_model->answer())) {
        request.subject = users->at(row).user;
        request.action = m_action->name();
        request.resourceType = m_type->name();
        scopes = users->at(row).scopes;
    } else if (const auto *held = std::get_if<QList<WhatCan>>(&m_model->answer())) {
        const PermissionName &name = held->at(row).permission;
        request.subject = m_user->name();
        request.action = name.action;
        request.resourceType = name.resource;
        if (!name.scope.isEmpty())
            scopes.append(name.scope);
    } else if (const auto *operations = std::get_if<QList<OperationAccess>>(&m_model->answer())) {
        request.subject = m_user->name();
        request.action = u"perform"_s;
        request.resourceType = u"operation"_s;
        request.resource = operations->at(row).operation;
        if (operations->at(row).reason == Reason::GrantedByScope)
            scopes.append(u"own"_s);
    } else {
        return {};
    }
    // One of the things that the scope lets them have.
    if (scopes.removeAll(u"own"_s) > 0) {
        const Policy &policy = m_workspace.policy();
        const User *user = policy.users().find(policy.users().idOf(request.subject));
        const QString &attribute = policy.ownership().attribute;
        const QString owner = !user ? QString()
            : attribute == u"id"    ? user->id
                                    : user->attributes.value(attribute);
        if (!owner.isEmpty())
            request.properties[policy.ownership().property] = owner;
    }
    request.relations = scopes;
    return request;
}

void QuestionsPage::pickExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the answer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickanswer"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Tables (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u".json"_s) ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &QuestionsPage::exportTo);
    dialog->open();
}

// What is shown, also where it is asked anew meanwhile.
void QuestionsPage::exportTo(const QString &path)
{
    AnswerHead head{m_workspace.draft().baseVersion(), m_workspace.draft().isDirty(), m_at,
                    isAboutUser() ? m_user->name() : QString()};
    if (question() == Question::WhichRoles)
        head.at.reset();
    m_exporting.start(
        [path, head, answer = m_model->answer()](const CancelToken &) {
            const bool json = path.endsWith(u".json"_s, Qt::CaseInsensitive);
            return writeOutput(path,
                               std::visit(
                                   [&](const auto &entries) {
                                       return json ? toJson(head, entries) : toCsv(tableOf(entries));
                                   },
                                   answer));
        },
        [this, path](const Status &status) {
            if (status) {
                m_workspace.show(
                    {Message::Kind::Information, tr("The answer is exported to %1.").arg(path), {}, {}});
                return;
            }
            Message message = toMessage(status.error());
            message.text = u"%1: %2"_s.arg(path, message.text);
            message.actionText = tr("Try again");
            message.action = [this, path] { exportTo(path); };
            m_workspace.show(message);
        });
}

} // namespace rolewright
