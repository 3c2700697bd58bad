// SPDX-License-Identifier: Apache-2.0
#include "app/cli/operand.h"

#include "app/cli/openstore.h"
#include "core/base/readfile.h"
#include "core/exchange/policyjson.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

Result<Operand> openOperand(const std::string &operand, const Globals &globals, Console &console,
                            const Operand *other)
{
    Operand side;
    if (operand == "-") {
        const Result<QByteArray> bytes = readInput(u"-"_s);
        if (!bytes)
            return failure(bytes.error());
        Result<Policy> policy = readPolicy(*bytes);
        if (!policy) {
            Error error = policy.error();
            error.place = inputName(u"-"_s);
            return failure(error);
        }
        side.snapshot.policy = std::move(*policy);
        return side;
    }
    const bool isVersion = operand.front() == '@';
    Result<qint64> version = -1;
    if (isVersion) {
        version = parseVersion(operand);
        if (!version)
            return failure(version.error());
    }
    side.location = isVersion ? text(globals.store) : text(operand);
    if (other && other->store && other->location == side.location) {
        side.store = other->store;
    } else {
        auto store = isVersion ? openNamedStore(globals, console) : openStoreAt(side.location, globals, console);
        if (!store)
            return failure(store.error());
        side.store = std::move(*store);
    }
    Result<Snapshot> snapshot = isVersion ? side.store->load(*version) : side.store->load();
    if (!snapshot)
        return failure(snapshot.error());
    side.snapshot = std::move(*snapshot);
    return side;
}

} // namespace rolewright::cli
