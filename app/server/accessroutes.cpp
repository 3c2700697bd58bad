// SPDX-License-Identifier: Apache-2.0
// AuthZEN 1.0: decisions, from the policy in memory.
#include "app/server/routes.h"

#include "app/server/problem.h"
#include "core/admin/adminregistry.h"
#include "core/exchange/authzen.h"

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BodyLimit = 64 << 10;

using Answer = Result<QByteArray> (*)(const AccessAsked &, const QByteArray &);

void decide(const Services &services, const Call &call, Answer answer)
{
    if (!isJson(call.request)) {
        call.reply(notJson());
        return;
    }
    if (!services.feed.isFresh()) {
        call.reply(toResponse(Problem{503,
                                      "not-fresh",
                                      u"The server has not heard from its store for a second, and does not "
                                      "decide by what may be old. Ask again in a moment."_s,
                                      {},
                                      {{"Retry-After", "1"}}}));
        return;
    }
    const Caller caller{call.session->user(), {}, {}};
    const auto maySimulate = [&] {
        return mayPerform(call.served->index, caller, u"decision.simulate"_s, call.now).has_value();
    };
    const Result<QByteArray> answered =
        answer({call.served->index, call.served->version, call.now, maySimulate}, call.request.body);
    // Who asks about one user is likely to look into Redis for them.
    if (answered && answer == &evaluateAccess)
        services.redis.asked(call.request.body);
    call.reply(answered ? jsonResponse(*answered) : toResponse(answered.error()));
}

} // namespace

Status addAccessRoutes(Router &router, const Services &services)
{
    const auto add = [&](const QByteArray &path, Answer answer) {
        const bool isOne = answer == &evaluateAccess;
        return router.add({"POST", path, Admission::right(u"decision.ask"_s), BodyLimit,
                           [&services, answer, isOne](const Call &call) {
                               if (isOne)
                                   decide(services, call, answer);
                               else // may take long, and others wait for this thread
                                   offThread([&services, call, answer] { decide(services, call, answer); });
                           }});
    };
    for (const auto &[path, answer] :
         std::initializer_list<std::pair<QByteArray, Answer>>{{"/access/v1/evaluation", evaluateAccess},
                                                              {"/access/v1/evaluations", evaluateAccesses},
                                                              {"/access/v1/search/subject", searchSubjects},
                                                              {"/access/v1/search/resource", searchResources},
                                                              {"/access/v1/search/action", searchActions}}) {
        if (Status added = add(path, answer); !added)
            return added;
    }
    return router.add(
        {"GET", "/.well-known/authzen-configuration", Admission::nothing(), 0,
         [url = services.url](const Call &call) { call.reply(jsonResponse(accessMetadata(url))); }});
}

} // namespace rolewright::server
