// SPDX-License-Identifier: Apache-2.0
#include "app/cli/completion.h"

#include "app/cli/arguments.h"
#include "core/base/text.h"
#include "core/store/policystore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 StoreMaximum = 16ll << 20; // a larger one takes too long to read at a keystroke

const CLI::Option *optionNamed(const CLI::App &command, const std::string &word)
{
    for (const CLI::App *app = &command; app; app = app->get_parent()) {
        for (const CLI::Option *option : app->get_options()) {
            if (!option->get_positional() && option->check_name(word))
                return option;
        }
    }
    return nullptr;
}

bool takesValue(const CLI::Option &option)
{
    return option.get_items_expected_max() > 0;
}

// The line up to the word being completed.
struct Line
{
    const CLI::App *command;
    const CLI::Option *pending = nullptr; // whose value the last word is
    size_t positionals = 0;
    QString store;
};

Line readLine(const CLI::App &program, const QByteArrayList &words)
{
    Line line{&program, nullptr, 0, {}};
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const std::string word = words.at(i).toStdString();
        if (line.pending) {
            if (line.pending->check_name("--store"))
                line.store = QFile::decodeName(words.at(i));
            line.pending = nullptr;
            continue;
        }
        if (word.size() > 1 && word.front() == '-') {
            if (word.starts_with("--store="))
                line.store = QFile::decodeName(words.at(i).mid(8));
            const CLI::Option *option = optionNamed(*line.command, word);
            line.pending = option && takesValue(*option) ? option : nullptr;
            continue;
        }
        const auto commands =
            line.command->get_subcommands([&](const CLI::App *sub) { return sub->get_name() == word; });
        if (!commands.empty() && line.positionals == 0)
            line.command = commands.front();
        else
            ++line.positionals;
    }
    return line;
}

class Candidates
{
public:
    Candidates(const QByteArray &prefix, Console &console)
        : m_prefix(QString::fromUtf8(prefix))
        , m_console(console)
    {
    }

    void offer(const QString &word, const std::string &description = {})
    {
        if (word.startsWith(m_prefix))
            m_console.data((word + u'\t' + QString::fromStdString(description)).toUtf8() + '\n');
    }
    void offerAll(QStringList words)
    {
        sortByCodePoint(words);
        words.removeDuplicates();
        for (const QString &word : words)
            offer(word);
    }

private:
    QString m_prefix;
    Console &m_console;
};

std::optional<Policy> policyOf(QString location)
{
    if (location.startsWith("~/"_L1))
        location.replace(0, 1, QDir::homePath());
    const QFileInfo file(location);
    if (!file.isFile() || file.size() > StoreMaximum)
        return std::nullopt;
    const auto store = openStore(location);
    if (!store || (*store)->traits().guarded) // nobody signs in between two keys
        return std::nullopt;
    Result<Snapshot> snapshot = (*store)->load();
    if (!snapshot)
        return std::nullopt;
    return std::move(snapshot->policy);
}

void offerNames(const std::string &kind, const QString &location, Candidates &candidates)
{
    if (kind != "USER" && kind != "ROLE" && kind != "ACTION" && kind != "TYPE")
        return;
    const std::optional<Policy> policy = policyOf(location);
    if (!policy)
        return;
    QStringList names;
    if (kind == "USER")
        policy->users().forEach([&](UserId, const User &user) { names << user.id; });
    else if (kind == "ROLE")
        policy->roles().forEach([&](RoleId, const Role &role) { names << role.name; });
    else
        policy->permissions().forEach([&](PermissionId, const Permission &permission) {
            names << (kind == "TYPE" ? permission.name.resource : permission.name.action);
        });
    candidates.offerAll(names);
}

void offerValues(const CLI::Option &option, const QString &location, Candidates &candidates)
{
    const std::string kind = option.get_type_name().empty() ? option.get_name(true) : option.get_type_name();
    if (kind.empty() || !std::islower(static_cast<unsigned char>(kind.front())))
        return offerNames(kind, location, candidates);
    for (const std::string &word : CLI::detail::split(kind, '|'))
        candidates.offer(QString::fromStdString(word));
}

void offerOptions(const CLI::App &command, Candidates &candidates)
{
    for (const CLI::App *app = &command; app; app = app->get_parent()) {
        for (const CLI::Option *option : app->get_options()) {
            const bool isCommon =
                app != &command && (option->check_name("--help") || option->check_name("--version"));
            if (!isCommon && !option->get_lnames().empty())
                candidates.offer(u"--"_s + text(option->get_lnames().front()), option->get_description());
        }
    }
}

Result<ExitStatus> printScript(const std::string &shell, Console &console)
{
    QFile script(u":/completion/rolewrightctl."_s + text(shell));
    if (!script.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, u"The completion script is missing from this program."_s);
    console.data(script.readAll());
    return ExitStatus::Done;
}

} // namespace

void complete(const CLI::App &program, const QByteArrayList &words, Console &console)
{
    const QByteArray current = words.isEmpty() ? QByteArray() : words.last();
    const Line line = readLine(program, words);
    Candidates candidates(current, console);
    if (line.pending)
        return offerValues(*line.pending, line.store, candidates);
    if (current.startsWith('-'))
        return offerOptions(*line.command, candidates);
    if (line.positionals == 0) {
        for (const CLI::App *command : line.command->get_subcommands([](const CLI::App *) { return true; }))
            candidates.offer(text(command->get_name()), command->get_description());
    }
    size_t position = 0;
    for (const CLI::Option *option : line.command->get_options()) {
        if (option->get_positional() && position++ == line.positionals)
            offerValues(*option, line.store, candidates);
    }
}

void addCompletionCommand(CLI::App &app, Chosen &chosen)
{
    CLI::App *command =
        app.add_subcommand("completion", "Print the script that completes this program in a shell");
    command->group("Shell");
    const auto shell = std::make_shared<std::string>();
    restrictTo({"bash", "zsh", "fish"}, command->add_option("SHELL", *shell, "The shell"))->required();
    command->footer("Bash: source <(rolewrightctl completion bash)\n"
                    "Zsh:  source <(rolewrightctl completion zsh)\n"
                    "Fish: rolewrightctl completion fish | source");
    command->callback([&chosen, shell] {
        chosen.action = [shell](const Globals &, Console &console) { return printScript(*shell, console); };
    });
}

} // namespace rolewright::cli
