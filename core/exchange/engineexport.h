// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

namespace rolewright {

// A policy in the language of an engine that an application already has, or with an engine of its own (Python).
// What it decides there is what decide() says (semantics.md, sections 3 to 5); Rolewright's own rights, tests and
// administration stay here. Pure; any thread.
enum class Engine {
    Casbin, // node-casbin: model.conf, policy.csv. No times, sessions or operations
    Cedar, // policies.cedar, entities.json
    Cerbos, // a policy file for each resource type, and the users as constants
    Python, // a module that decides, one of FastAPI dependencies, and what decides as JSON
};

struct EngineFile
{
    QString name;
    QByteArray bytes;
};

struct EngineExport
{
    QList<EngineFile> files;
    Findings leftOut; // with `skip`: what the engine cannot express. The export never allows more for it
};

// Invalid, with everything that the engine cannot express and why, unless `skip` leaves it out. Linear in
// roles x permissions.
Result<EngineExport> exportFor(Engine engine, const Policy &policy, bool skip = false);

} // namespace rolewright
