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

// A one-time code or a recovery code, likewise.
Result<QString> readCode(const std::string &file, const QString &question);

// Who --user is; without that, who the store's name says, or the login name.
QString signInName(const QString &login, const SignInOptions &options);
// To a database in which there is no store yet.
Status logIn(const QString &location, const SignInOptions &options);
Occasion occasion(const QString &reason = {});

// What asks for the password of who signs in (signInName()), and for a one-time code where needsCode() says so.
Status withProof(const QString &login, const SignInOptions &options,
                 const std::function<Status(const QString &, const Proof &)> &act);
// Signs in to a guarded store as --user, with a one-time code where one is asked for; nothing on an open one, nor where
// somebody is signed in.
Status signIn(PolicyStore &store, const SignInOptions &options);
// Once more, for this digest: where --confirm says so, or somebody at the terminal does; else the refusal
// stands.
Status confirm(PolicyStore &store, const SignInOptions &options, const QByteArray &digest,
               const Error &refusal);
// What the command asks of this guarded store before it does anything else.
Status admit(PolicyStore &store, const Globals &globals);
// Asks for the approval of the changes as who --user is, with the confirmation that they ask for.
Result<qint64> ask(PolicyStore &store, const SignInOptions &options, const ChangeSet &changes, bool overrideTests);
// Commits as who is signed in, with the confirmation that it asks for.
Result<Snapshot> commit(PolicyStore &store, const SignInOptions &options, const ChangeSet &changes,
                        bool overrideTests);

} // namespace rolewright::cli
