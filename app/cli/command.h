// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"

#include <functional>
#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace rolewright::cli {

// Who signs in to a guarded store.
struct SignInOptions
{
    std::string user; // empty: the login name
    std::string passwordFile; // empty: asked for on the terminal
    std::string codeFile; // of a one-time code, where one is asked for; empty: asked for on the terminal
    bool confirm = false; // a second confirmation is given with the same password
};

// What the command asks of a guarded store before it opens it; see rights.h.
struct Demand
{
    enum class Kind { Never, Nothing, SignIn, Right }; // Never: it has no business there
    Kind kind = Kind::Never;
    QString operation; // of adminregistry.h
    QString what; // is done: for the trail
};

// What every command is given, wherever on the line it stood.
struct Globals
{
    std::string store;
    bool json = false;
    SignInOptions signIn;
    std::string serverPasswordFile; // of rolewrightd's login in a database; empty: it is opened directly
    std::string keyFile; // of the keys of a sealed store; empty: the keychain
    bool makesKeyFile = false; // the command does: it is not there yet
    bool unsealed = false; // of init and enrol
    Demand demand;
};

using Action = std::function<Result<ExitStatus>(const Globals &, Console &)>;

// What the line turned out to say: one action, run after all of it was read.
struct Chosen
{
    Globals globals;
    Action action;
};

// Each adds the commands of its group to the program. `chosen` outlives the App.
void addStoreCommands(CLI::App &app, Chosen &chosen); // init, import, export
void addAdminCommands(CLI::App &app, Chosen &chosen); // enrol
void addKeyCommands(CLI::App &app, Chosen &chosen); // keys
void addTokenCommands(CLI::App &app, Chosen &chosen); // token
void addRequestCommands(CLI::App &app, Chosen &chosen); // request
void addDecisionCommands(CLI::App &app, Chosen &chosen); // check, compare-with, evaluate, replay, test
void addReviewCommands(CLI::App &app, Chosen &chosen); // who-can, what-can, which-roles
void addCompareCommands(CLI::App &app, Chosen &chosen); // compare
void addAnalyzeCommand(CLI::App &app, Chosen &chosen); // analyze
void addChangeCommands(CLI::App &app, Chosen &chosen); // diff, apply, revert
void addTrailCommands(CLI::App &app, Chosen &chosen); // log, history, show
void addCompletionCommand(CLI::App &app, Chosen &chosen);

inline QString text(const std::string &argument)
{
    return QString::fromStdString(argument);
}

} // namespace rolewright::cli
