// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/store/policystore.h"

namespace rolewright::cli {

// The store that --store names, opened; says what the store says about itself (that it is open). Of a guarded one
// the command's right is asked for, with sign-in and confirmation (rights.h).
Result<std::unique_ptr<PolicyStore>> openNamedStore(const Globals &globals, Console &console);
Result<std::unique_ptr<PolicyStore>> openStoreAt(const QString &location, const Globals &globals,
                                                 Console &console);

struct OpenPolicy
{
    std::unique_ptr<PolicyStore> store;
    Snapshot head;
    SignInOptions signIn; // for a change, where the store is guarded
};
// The same, with its newest version.
Result<OpenPolicy> openPolicy(const Globals &globals, Console &console);

// "@7" or "7".
Result<qint64> parseVersion(const std::string &argument);
// RFC 3339, or a date for its first moment in UTC; `option` is how the message calls it.
Result<Instant> parseMoment(const std::string &argument, const char *option);
// The moment an --at says, or now.
Result<Instant> momentOrNow(const std::string &argument, const char *option);

// Who acts, on what machine: the login name of the process's user.
CommitContext commitContext(bool overrideTests);
Status checkReason(const std::string &reason);

// `from`, brought to a later version by the change sets between them, so that both are of one lineage and
// renames can be followed.
Result<Policy> broughtTo(PolicyStore &store, const Snapshot &from, qint64 version);

} // namespace rolewright::cli
