// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/router.h"
#include "core/edit/apply.h"

namespace rolewright::server {

// A change set as it comes over HTTP, to be applied or to wait for a second person.
struct PostedChanges
{
    static constexpr qint64 Limit = 64ll << 20; // bytes

    ChangeSet changes; // its base is that of If-Match
    bool overridesTests = false; // ?override-tests=true

    CommitContext context(const Call &call) const;
};
// Usage where If-Match is missing.
Result<PostedChanges> readPosted(const Call &call);
ServerResponse refusedPost(const Error &error);
// With every `was`, as far as the store is still at its base: the store refuses it otherwise.
Result<ChangeSet> completedPost(PolicyStore &store, const PostedChanges &posted);

// Where the operation of the change set was applied before, as another one or by somebody else: the answer to
// that.
std::optional<ServerResponse> refusedReuse(PolicyStore &store, const Call &call, const PostedChanges &posted);

// Why the store refused it, with what the client needs next: the digest to confirm, or what was applied
// since, for who may read it.
ServerResponse refusedCommit(PolicyStore &store, const Call &call, const Error &error,
                             const ChangeSet &changes, bool overridesTests);
ServerResponse confirmationAsked(const Error &error, const QByteArray &digest);

QByteArray etagOf(qint64 version);

} // namespace rolewright::server
