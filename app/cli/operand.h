// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/store/policystore.h"

namespace rolewright::cli {

// A policy that a command names: a store, a document, a version of --store ("@7"), or standard input ("-").
struct Operand
{
    QString location; // of the store; empty for standard input
    std::unique_ptr<PolicyStore> store;
    Snapshot snapshot;
};
Result<Operand> openOperand(const std::string &operand, const Globals &globals, Console &console);

} // namespace rolewright::cli
