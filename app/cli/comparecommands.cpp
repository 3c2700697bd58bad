// SPDX-License-Identifier: Apache-2.0
#include "app/cli/answer.h"
#include "app/cli/arguments.h"
#include "app/cli/openstore.h"
#include "core/decision/review.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct WhichRolesOptions
{
    std::string action;
    std::string type;
    bool csv = false;
};

struct CompareOptions
{
    std::string left;
    std::string right;
    std::string kind;
    std::string at;
    bool csv = false;
};

Result<ExitStatus> answerWhichRoles(const WhichRolesOptions &options, const Globals &globals, Console &console)
{
    if (const Status form = checkForm(options.csv, globals); !form)
        return failure(form.error());
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    const PolicyIndex index(opened->head.policy);
    const QString action = text(options.action);
    const QString type = text(options.type);
    const QList<RoleGiving> roles = whichRoles(index, action, type);
    if (!index.pair(type, action))
        console.note(u"The policy knows no permission %1:%2, so no role gives it."_s.arg(type, action));
    if (console.json()) {
        JsonWriter json;
        beginAnswer(json, opened->head.version, {});
        json.key(u"roles");
        json.beginArray();
        for (const RoleGiving &giving : roles) {
            json.beginObject();
            json.member(u"role", giving.role);
            json.member(u"how", toText(giving.how));
            if (!giving.scopes.isEmpty()) {
                json.key(u"scopes");
                writeNames(json, giving.scopes);
            }
            json.key(u"path");
            json.beginObject();
            writePath(json, giving.path);
            json.endObject();
            json.endObject();
        }
        json.endArray();
        json.endObject();
        console.data(json.take() + '\n');
        return ExitStatus::Done;
    }
    TextTable table({u"ROLE"_s, u"HOW"_s, u"ON"_s, u"THROUGH"_s});
    for (const RoleGiving &giving : roles) {
        table.add({giving.role, toText(giving.how), giving.scopes.isEmpty() ? u"all"_s : giving.scopes.join(u", "_s),
                   throughText(giving.path)});
    }
    printTable(table, options.csv, console);
    return ExitStatus::Done;
}

Result<AccessComparison> compared(const PolicyIndex &index, const CompareOptions &options, Instant at)
{
    const Policy &policy = index.policy();
    const QString left = text(options.left);
    const QString right = text(options.right);
    const UserId leftUser = policy.users().idOf(left);
    const UserId rightUser = policy.users().idOf(right);
    const RoleId leftRole = policy.roles().idOf(left);
    const RoleId rightRole = policy.roles().idOf(right);
    const bool users = leftUser.isValid() && rightUser.isValid();
    const bool roles = leftRole.isValid() && rightRole.isValid();
    if (options.kind.empty() && users && roles)
        return failure(ErrorCode::Usage, u"These are users and roles too; say --kind user or --kind role."_s);
    if (users && options.kind != "role")
        return *compare(index, leftUser, rightUser, at);
    if (roles && options.kind != "user")
        return *compare(index, leftRole, rightRole);
    const QString wanted = options.kind.empty() ? u"users or two roles"_s : text(options.kind) + u's';
    return failure(ErrorCode::Invalid, u"The policy has no two %1 of these names."_s.arg(wanted),
                   left + u" and "_s + right);
}

void writeSide(JsonWriter &json, QStringView key, const QList<WhatCan> &side)
{
    json.key(key);
    json.beginArray();
    for (const WhatCan &what : side) {
        json.beginObject();
        json.member(u"permission", what.permission.toText());
        writePath(json, what.path);
        json.endObject();
    }
    json.endArray();
}

void writeComparison(Console &console, const AccessComparison &comparison, qint64 version, Instant at)
{
    JsonWriter json;
    beginAnswer(json, version, at);
    writeSide(json, u"onlyLeft", comparison.onlyLeft);
    writeSide(json, u"onlyRight", comparison.onlyRight);
    json.key(u"both");
    json.beginArray();
    for (const AccessComparison::Both &both : comparison.both) {
        json.beginObject();
        json.member(u"permission", both.permission.toText());
        for (const auto &[key, path] : {std::pair(u"left"_s, &both.left), std::pair(u"right"_s, &both.right)}) {
            json.key(key);
            json.beginObject();
            writePath(json, *path);
            json.endObject();
        }
        json.endObject();
    }
    json.endArray();
    json.endObject();
    console.data(json.take() + '\n');
}

Result<ExitStatus> answerCompare(const CompareOptions &options, const Globals &globals, Console &console)
{
    if (const Status form = checkForm(options.csv, globals); !form)
        return failure(form.error());
    const Result<Instant> at = momentOrNow(options.at, "--at");
    if (!at)
        return failure(at.error());
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    const Result<AccessComparison> comparison = compared(PolicyIndex(opened->head.policy), options, *at);
    if (!comparison)
        return failure(comparison.error());
    if (console.json()) {
        writeComparison(console, *comparison, opened->head.version, *at);
        return ExitStatus::Done;
    }
    TextTable table({u"WHO"_s, u"PERMISSION"_s, u"LEFT"_s, u"RIGHT"_s});
    for (const WhatCan &what : comparison->onlyLeft)
        table.add({u"only left"_s, what.permission.toText(), throughText(what.path), {}});
    for (const WhatCan &what : comparison->onlyRight)
        table.add({u"only right"_s, what.permission.toText(), {}, throughText(what.path)});
    for (const AccessComparison::Both &both : comparison->both)
        table.add({u"both"_s, both.permission.toText(), throughText(both.left), throughText(both.right)});
    printTable(table, options.csv, console);
    console.note(u"%1 only on the left, %2 only on the right, %3 on both."_s.arg(comparison->onlyLeft.size())
                     .arg(comparison->onlyRight.size())
                     .arg(comparison->both.size()));
    return ExitStatus::Done;
}

} // namespace

void addCompareCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *rolesCommand =
        app.add_subcommand("which-roles", "List the roles that give a permission, and how");
    rolesCommand->group("Questions");
    const auto roles = std::make_shared<WhichRolesOptions>();
    rolesCommand->add_option("ACTION", roles->action, "The action")->required();
    rolesCommand->add_option("TYPE", roles->type, "The type of resource")->required();
    rolesCommand->add_flag("--csv", roles->csv, "Write comma-separated values");
    rolesCommand->callback([&chosen, roles] {
        chosen.action = [roles](const Globals &globals, Console &console) {
            return answerWhichRoles(*roles, globals, console);
        };
    });

    CLI::App *compareCommand =
        app.add_subcommand("compare", "Compare what two users, or two roles, hold");
    compareCommand->group("Questions");
    const auto options = std::make_shared<CompareOptions>();
    compareCommand->add_option("A", options->left, "The user or role on the left")->required();
    compareCommand->add_option("B", options->right, "The one on the right, of the same kind")->required();
    restrictTo({"user", "role"},
               compareCommand->add_option("--kind", options->kind, "What they are, where the names do not say it"));
    compareCommand->add_option("--at", options->at, "Users: as of then")->type_name("TIME");
    compareCommand->add_flag("--csv", options->csv, "Write comma-separated values");
    compareCommand->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return answerCompare(*options, globals, console);
        };
    });
}

} // namespace rolewright::cli
