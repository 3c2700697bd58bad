// SPDX-License-Identifier: Apache-2.0
#include "app/cli/rights.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

// As over HTTP, reading the policy is one right, in whatever form it is printed; writing it for somebody else, as export
// does, is another one, which is confirmed.
const std::vector<CommandRight> &commandRights()
{
    static const std::vector<CommandRight> all{
        {"export", "policy.export"},
        {"import", "policy.import", {"--dry-run"}, "policy.read"},
        {"enrol", ""},
        {"check", "decision.ask", {"--explain", "--repair", "--at"}, "decision.simulate"},
        {"evaluate", "decision.simulate"}, // a request may ask for the explanation, and name its time
        {"replay", "decision.simulate"},
        {"compare-with", "decision.simulate"},
        {"test", "policy.read"},
        {"who-can", "policy.read"},
        {"what-can", "policy.read"},
        {"which-roles", "policy.read"},
        {"compare", "policy.read"},
        {"analyze", "policy.read"},
        {"diff", "policy.read"},
        {"apply", "", {"--dry-run"}, "policy.read"},
        {"revert", "", {"--dry-run"}, "policy.read"},
        {"request list", "policy.read"},
        {"request approve", ""},
        {"request refuse", ""},
        {"log", "audit.read", {"--json"}, "audit.export"},
        // Which record is bad is no secret, and signing in would write to what is looked at.
        {"log verify", nullptr},
        {"log checkpoint", nullptr},
        {"log erase", ""},
        {"log archive", ""},
        {"keys list", "audit.read"},
        {"keys enrol", ""},
        {"keys rotate", ""},
        {"keys new", nullptr}, // these touch the keys alone
        {"keys backup", nullptr},
        {"keys restore", nullptr},
        {"keys accept", nullptr}, // these sign in themselves, where nothing else can be written
        {"keys recover", nullptr},
        {"token list", "audit.read"},
        {"token add", ""},
        {"token remove", ""},
        {"history", "audit.read"},
        {"show", "policy.read"},
    };
    return all;
}

namespace {

// "log verify", and the command itself.
std::pair<std::string, const CLI::App *> commandOf(const CLI::App &program)
{
    std::string name;
    const CLI::App *command = &program;
    for (auto below = program.get_subcommands(); !below.empty(); below = command->get_subcommands()) {
        command = below.front();
        name += (name.empty() ? "" : " ") + command->get_name();
    }
    return {name, command};
}

// What the trail says was taken away, or brought: "show to standard output".
QString thingOf(const CLI::App &command, const QString &name)
{
    const CLI::Option *output = command.get_option_no_throw("--output");
    if (!output)
        return name;
    const bool named = output->count() > 0 && output->results().front() != "-";
    return u"%1 to %2"_s.arg(name, named ? text(output->results().front()) : u"standard output"_s);
}

} // namespace

Demand demandOf(const CLI::App &program, bool json)
{
    const auto [name, command] = commandOf(program);
    const auto &all = commandRights();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&, &wanted = name](const CommandRight &right) { return wanted == right.command; });
    Demand demand{Demand::Kind::Never, {}, thingOf(*command, text(name))};
    if (found == all.end())
        return demand;
    const bool isFlagged = std::any_of(
        found->flags.begin(), found->flags.end(), [&, app = command](const char *flag) {
            const CLI::Option *option = app->get_option_no_throw(flag);
            return std::string_view(flag) == "--json" ? json : option && option->count() > 0;
        });
    const char *operation = isFlagged ? found->flagged : found->operation;
    demand.kind = !operation ? Demand::Kind::Nothing
        : *operation       ? Demand::Kind::Right
                           : Demand::Kind::SignIn;
    demand.operation = QString::fromLatin1(operation);
    return demand;
}

} // namespace rolewright::cli
