// SPDX-License-Identifier: Apache-2.0
#include "app/cli/answer.h"
#include "app/cli/command.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

// Of who-can and which-roles.
struct AccessOptions : AnswerOptions
{
    std::string action;
    std::string type;
};

struct WhatCanOptions : AnswerOptions
{
    std::string user;
    bool operations = false;
};

// `consequence`: what follows where the policy knows no such permission. `ask` answers for an action and a type.
template <class Ask>
Result<ExitStatus> answerAccess(const AccessOptions &options, const Globals &globals, Console &console,
                                const QString &consequence, Ask ask)
{
    const Result<Asked> asked = openAsked(options, globals, console);
    if (!asked)
        return failure(asked.error());
    const QString action = text(options.action);
    const QString type = text(options.type);
    if (!asked->index.pair(type, action))
        console.note(u"The policy knows no permission %1:%2, so %3."_s.arg(type, action, consequence));
    return ask(*asked, action, type);
}

Result<ExitStatus> answerWhoCan(const AccessOptions &options, const Globals &globals, Console &console)
{
    return answerAccess(options, globals, console, u"nobody may"_s,
                        [&](const Asked &asked, const QString &action, const QString &type) {
                            return answer(whoCan(asked.index, action, type, asked.at),
                                          {asked.version, false, asked.at, {}}, options, console);
                        });
}

Result<ExitStatus> answerWhichRoles(const AccessOptions &options, const Globals &globals, Console &console)
{
    return answerAccess(options, globals, console, u"no role gives it"_s,
                        [&](const Asked &asked, const QString &action, const QString &type) {
                            return answer(whichRoles(asked.index, action, type), {asked.version, false, {}, {}},
                                          options, console);
                        });
}

Result<ExitStatus> answerWhatCan(const WhatCanOptions &options, const Globals &globals, Console &console)
{
    const Result<Asked> asked = openAsked(options, globals, console);
    if (!asked)
        return failure(asked.error());
    const Policy::Users &users = asked->index.policy().users();
    const QString user = text(options.user);
    const UserId id = users.idOf(user);
    if (!id.isValid())
        return failure(ErrorCode::Invalid, u"The policy has no such user."_s, u"user "_s + user);
    if (!users.at(id).active)
        console.note(u"The user is inactive, and is denied everything that is not public."_s);
    const AnswerHead head {asked->version, false, asked->at, user};
    if (options.operations)
        return answer(whichOperations(asked->index, id, asked->at), head, options, console);
    return answer(whatCan(asked->index, id, asked->at), head, options, console);
}

template <class Options>
void addQuestion(CLI::App &command, const std::shared_ptr<Options> &options, bool hasMoment, Chosen &chosen,
                 Result<ExitStatus> (*run)(const Options &, const Globals &, Console &))
{
    addAnswerOptions(command, *options, hasMoment);
    command.callback([&chosen, options, run] {
        chosen.action = [options, run](const Globals &globals, Console &console) {
            return run(*options, globals, console);
        };
    });
}

std::shared_ptr<AccessOptions> accessOptions(CLI::App &command)
{
    const auto options = std::make_shared<AccessOptions>();
    command.add_option("ACTION", options->action, "The action")->required();
    command.add_option("TYPE", options->type, "The type of resource")->required();
    return options;
}

} // namespace

void addReviewCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *who = app.add_subcommand("who-can", "List the users who may do something to a type of resource");
    addQuestion(*who, accessOptions(*who), true, chosen, answerWhoCan);

    CLI::App *what = app.add_subcommand("what-can", "List what a user holds, and through which roles");
    const auto options = std::make_shared<WhatCanOptions>();
    what->add_option("USER", options->user, "The user")->required();
    what->add_flag("--operations", options->operations, "List the operations that the user can perform");
    addQuestion(*what, options, true, chosen, answerWhatCan);

    CLI::App *roles = app.add_subcommand("which-roles", "List the roles that give a permission, and how");
    addQuestion(*roles, accessOptions(*roles), false, chosen, answerWhichRoles);
}

} // namespace rolewright::cli
