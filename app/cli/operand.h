// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/store/policystore.h"

namespace rolewright::cli {

// A policy that a command names: a store, a document, a version of --store ("@7"), or standard input ("-").
struct Operand
{
    QString location; // of the store; empty for standard input
    std::shared_ptr<PolicyStore> store;
    Snapshot snapshot;
};
// `other` was opened before; where it is the same store, it is opened once, and signed in to once.
Result<Operand> openOperand(const std::string &operand, const Globals &globals, Console &console,
                            const Operand *other = nullptr);

} // namespace rolewright::cli
