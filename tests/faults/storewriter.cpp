// SPDX-License-Identifier: Apache-2.0
#include "core/security/storekeys.h"
#include "core/store/storeguard.h"
#include "tests/contract/randomhistory.h"

#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// storewriter STORE SEED COUNT [early]: commits COUNT change sets, one after the other, and prints each one's
// operation when it is acknowledged. The mutant `early` prints before it commits. With `archive` all records
// leave for a new file, STORE.1.jsonl and so on, after every third commit. For tests that kill it.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 4)
        return 2;
    const bool early = arguments.value(4) == u"early";
    const bool archives = arguments.value(4) == u"archive";
    const CommitContext context{u"writer "_s + arguments.at(2), u"test"_s, {1'790'000'000'000}, true};
    const auto say = [](const ChangeSet &changes) {
        const QByteArray line = changes.operation.toByteArray() + '\n';
        return write(STDOUT_FILENO, line.constData(), size_t(line.size())) == line.size();
    };

    RandomHistory history(arguments.at(2).toUInt());
    auto store = openStore(arguments.at(1));
    for (int done = 0; store && done < arguments.at(3).toInt();) {
        const Result<Snapshot> head = (*store)->load();
        if (!head)
            return 5;
        const ChangeSet changes = history.next(head->policy, head->version);
        if (early && !say(changes))
            return 1;
        const Result<Snapshot> committed = (*store)->commit(changes, context);
        if (!committed && committed.error().code == ErrorCode::Conflict)
            continue; // somebody was faster: again, on the newer version
        if (!committed)
            return 5;
        if (!early && !say(changes))
            return 1;
        ++done;
        if (!archives || done % 3 != 0)
            continue;
        int number = 1;
        while (QFile::exists(u"%1.%2.jsonl"_s.arg(arguments.at(1)).arg(number)))
            ++number;
        (*store)->guard()->useKeys(newStoreKeys());
        if (!(*store)->guard()->archive(Instant::now(), u"%1.%2.jsonl"_s.arg(arguments.at(1)).arg(number),
                                        context))
            return 6;
    }
    return store ? 0 : 5;
}
