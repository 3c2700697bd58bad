// SPDX-License-Identifier: Apache-2.0
#include "app/cli/answer.h"
#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "core/decision/comparison.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct CompareOptions : AnswerOptions
{
    std::string left;
    std::string right;
    std::string kind;
};

// What of it is in effect on either side: permissions of the catalogue and built-in rights.
Result<QList<ComparedThing>> compared(const Asked &asked, const CompareOptions &options)
{
    const Policy &policy = asked.index.policy();
    const QString left = text(options.left);
    const QString right = text(options.right);
    const bool users = policy.users().idOf(left).isValid() && policy.users().idOf(right).isValid();
    const bool roles = policy.roles().idOf(left).isValid() && policy.roles().idOf(right).isValid();
    if (options.kind.empty() && users && roles)
        return failure(ErrorCode::Usage, u"These are users and roles too; say --kind user or --kind role."_s);
    QList<ComparedThing> things;
    if (users && options.kind != "role") {
        things = compareUsers(asked.index, left, right, asked.at);
    } else if (roles && options.kind != "user") {
        things = compareRoles(asked.index, left, right);
    } else {
        const QString wanted = options.kind.empty() ? u"users or two roles"_s : text(options.kind) + u's';
        return failure(ErrorCode::Invalid, u"The policy has no two %1 of these names."_s.arg(wanted),
                       left + u" and "_s + right);
    }
    things.removeIf([](const ComparedThing &thing) {
        return thing.left.path.roles.isEmpty() && thing.right.path.roles.isEmpty();
    });
    return things;
}

// The three parts of a comparison, each in the order of the permissions.
struct Part
{
    QString name; // "only left"
    QString key; // "onlyLeft"
    bool left;
    bool right;

    bool has(const ComparedThing &thing) const
    {
        return thing.left.path.roles.isEmpty() != left && thing.right.path.roles.isEmpty() != right;
    }
};
const QList<Part> &parts()
{
    static const QList<Part> all {{u"only left"_s, u"onlyLeft"_s, true, false},
                                  {u"only right"_s, u"onlyRight"_s, false, true},
                                  {u"both"_s, u"both"_s, true, true}};
    return all;
}

QByteArray comparisonJson(const QList<ComparedThing> &things, const AnswerHead &head)
{
    JsonWriter json;
    beginAnswer(json, head);
    for (const Part &part : parts()) {
        json.key(part.key);
        json.beginArray();
        for (const ComparedThing &thing : things) {
            if (!part.has(thing))
                continue;
            json.beginObject();
            json.member(u"permission", thing.name);
            if (part.left != part.right) {
                writePath(json, part.left ? thing.left.path : thing.right.path);
            } else {
                for (const auto &[key, path] :
                     {std::pair(u"left"_s, &thing.left.path), std::pair(u"right"_s, &thing.right.path)}) {
                    json.key(key);
                    json.beginObject();
                    writePath(json, *path);
                    json.endObject();
                }
            }
            json.endObject();
        }
        json.endArray();
    }
    json.endObject();
    return json.take() + '\n';
}

Result<ExitStatus> answerCompare(const CompareOptions &options, const Globals &globals, Console &console)
{
    const Result<Asked> asked = openAsked(options, globals, console);
    if (!asked)
        return failure(asked.error());
    const Result<QList<ComparedThing>> things = compared(*asked, options);
    if (!things)
        return failure(things.error());
    if (console.json()) {
        console.data(comparisonJson(*things, {asked->version, false, asked->at, {}}));
        return ExitStatus::Done;
    }
    AnswerTable table {{u"WHO"_s, u"PERMISSION"_s, u"LEFT"_s, u"RIGHT"_s}, {}};
    QList<qsizetype> counts;
    for (const Part &part : parts()) {
        const qsizetype before = table.rows.size();
        for (const ComparedThing &thing : *things) {
            if (part.has(thing))
                table.rows.append({part.name, thing.name, throughText(thing.left.path), throughText(thing.right.path)});
        }
        counts.append(table.rows.size() - before);
    }
    printTable(table, options.csv, console);
    console.note(u"%1 only on the left, %2 only on the right, %3 on both."_s.arg(counts.at(0))
                     .arg(counts.at(1))
                     .arg(counts.at(2)));
    return ExitStatus::Done;
}

} // namespace

void addCompareCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *command = app.add_subcommand("compare", "Compare what two users, or two roles, hold");
    const auto options = std::make_shared<CompareOptions>();
    command->add_option("A", options->left, "The user or role on the left")->required();
    command->add_option("B", options->right, "The one on the right, of the same kind")->required();
    restrictTo({"user", "role"},
               command->add_option("--kind", options->kind, "What they are, where the names do not say it"));
    addAnswerOptions(*command, *options, true);
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return answerCompare(*options, globals, console);
        };
    });
}

} // namespace rolewright::cli
