// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/httpclient.h"

namespace rolewright {

struct AuthzenAnswer
{
    bool allowed = false;
    QString reason; // context.reason, where it is a string

    friend bool operator==(const AuthzenAnswer &, const AuthzenAnswer &) = default;
};

// Asks a policy decision point over OpenID AuthZEN 1.0. What is not exactly a decision (another status, no `decision`
// that is true or false, an item's own error, a wrong number of items) is a failure, never a denial.
//
// Blocks, as HttpClient does: on its thread, never the GUI thread.
class AuthzenClient
{
public:
    explicit AuthzenClient(std::unique_ptr<HttpClient> http);

    // `request`: a JSON object, of section 4 of semantics.md.
    Result<AuthzenAnswer> evaluation(const QByteArray &request, const std::atomic_bool *cancel = nullptr);
    // One answer or failure a request, in their order, in one call where the server takes batches. The outer failure
    // means that the server cannot be asked at all.
    Result<QList<Result<AuthzenAnswer>>> evaluations(const QList<QByteArray> &requests,
                                                     const std::atomic_bool *cancel = nullptr);
    QString address() const { return m_http->address(); }

private:
    Result<QList<Result<AuthzenAnswer>>> oneByOne(const QList<QByteArray> &requests, const std::atomic_bool *cancel);

    std::unique_ptr<HttpClient> m_http;
    bool m_takesBatches = true; // until it says otherwise
};

} // namespace rolewright
