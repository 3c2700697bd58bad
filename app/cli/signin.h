// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/store/storeguard.h"

namespace rolewright::cli {

// A password: from the file that was named, which nobody else may read, or asked for on the terminal without
// echo. Never from the command line, the environment or standard input that carries data.
Result<Secret> readPassword(const std::string &file, const QString &question);
// The same for a new one: on a terminal asked for twice.
Result<Secret> readNewPassword(const std::string &file, const QString &user);

// Makes an open store guarded, and the user its first administrator.
Status makeGuarded(PolicyStore &store, const QString &user, const Secret &password);

// Who --user is; without that, who the store's name says, or the login name.
QString signInName(const QString &login, const SignInOptions &options);
// To a database in which there is no store yet.
Status logIn(const QString &location, const SignInOptions &options);
Occasion occasion(const QString &reason = {});

// Signs in to a guarded store as --user; nothing on an open one.
Status signIn(PolicyStore &store, const SignInOptions &options);
// Once more, for this digest: where --confirm says so, or somebody at the terminal does; else the refusal
// stands.
Status confirm(PolicyStore &store, const SignInOptions &options, const QByteArray &digest,
               const Error &refusal);
// StoreGuard::perform() by who --user is, with its confirmation.
Status perform(PolicyStore &store, const SignInOptions &options, const QString &operation,
               const QString &what);
// Asks for the approval of the changes as who --user is, with the confirmation that they ask for.
Result<qint64> ask(PolicyStore &store, const SignInOptions &options, const ChangeSet &changes, bool overrideTests);
// Commits as who is signed in, with the confirmation that it asks for.
Result<Snapshot> commit(PolicyStore &store, const SignInOptions &options, const ChangeSet &changes,
                        bool overrideTests);

} // namespace rolewright::cli
