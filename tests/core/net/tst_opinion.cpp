// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/engineexport.h"
#include "core/exchange/policyjson.h"
#include "core/opinion/opinion.h"
#include "tests/support/peerserver.h"
#include "tests/support/policytext.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const char *const Document = R"({"rolewright": 1,
 "permissions": [{"name": "article:publish"}, {"name": "article:read"}, {"name": "article:update:own"}],
 "roles": [{"name": "author", "grants": ["article:read", "article:update:own"]},
           {"name": "editor", "inherits": ["author"], "grants": ["article:publish"]}],
 "users": [{"id": "alice", "assignments": [{"role": "editor", "until": "2027-01-01T00:00:00Z"}, {"role": "author"}]},
           {"id": "bob", "assignments": [{"role": "author"}]}]})";

const Instant Now = *parseDocumentTime(u"2026-06-01T12:00:00Z");

Request asked(const QString &user, const QString &action)
{
    Request request;
    request.subject = user;
    request.action = action;
    request.resourceType = u"article"_s;
    request.resource = u"1"_s;
    return request;
}

struct Comparison
{
    Result<OpinionCounts> counts;
    QStringList found;
};

Comparison compare(const PolicyIndex &index, const QString &address, const QList<Request> &requests,
                   const CancelToken *cancel = nullptr)
{
    Result<std::unique_ptr<HttpClient>> http = HttpClient::open(address);
    if (!http)
        return {failure(http.error()), {}};
    AuthzenClient peer(std::move(*http));
    qsizetype at = 0;
    QStringList found;
    const OpinionStreams streams {
        [&]() -> Result<std::optional<OpinionQuestion>> {
            if (at == requests.size())
                return std::optional<OpinionQuestion>();
            ++at;
            return std::optional(OpinionQuestion {at, requests.at(at - 1)});
        },
        [&](const OpinionQuestion &question, const Opinion &opinion) {
            found << u"%1 %2 %3: %4, they %5"_s.arg(QString::number(question.number), question.request.subject,
                                                   question.request.action, opinion.ours.allowed ? u"allow"_s : u"deny"_s,
                                                   !opinion.theirs             ? opinion.theirs.error().message
                                                       : opinion.theirs->allowed ? u"allow"_s
                                                                                 : u"deny"_s);
        },
        {},
    };
    return {compareOpinions(index, Now, peer, streams, cancel), found};
}

} // namespace

// The same questions asked of another decision point.
class OpinionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void disagreementsAreListed()
    {
        const BadServer server;
        const PolicyIndex index(policyOf(Document));
        const QList<Request> requests {asked(u"alice"_s, u"publish"_s), asked(u"bob"_s, u"publish"_s), asked(u"bob"_s, u"read"_s)};
        const Comparison all = compare(index, server.at(u"deny"_s), requests);
        QVERIFY(all.counts);
        QCOMPARE(all.found.join(u'\n'), u"1 alice publish: allow, they deny\n3 bob read: allow, they deny"_s);
        QCOMPARE(*all.counts, (OpinionCounts {3, 2, 0}));
        const Comparison some = compare(index, server.at(u"item"_s), requests);
        QCOMPARE(*some.counts, (OpinionCounts {3, 1, 1}));
        QVERIFY2(some.found.last().startsWith(u"3 bob read: allow, they The answer is no decision"_s), qPrintable(some.found.last()));
    }

    void aServerThatGoesEndsTheComparison()
    {
        const BadServer server;
        QList<Request> requests;
        for (int i = 0; i < 120; ++i)
            requests.append(asked(u"bob"_s, i % 2 ? u"read"_s : u"publish"_s));
        const Comparison part = compare(PolicyIndex(policyOf(Document)), server.at(u"down"_s), requests);
        QVERIFY(!part.counts);
        QCOMPARE(part.counts.error().code, ErrorCode::Unavailable);
        QCOMPARE(part.found.size(), 25); // of the batch that was answered
    }

    void cancelStopsTheComparison()
    {
        const BadServer server;
        CancelToken cancel = true;
        const Comparison none = compare(PolicyIndex(policyOf(Document)), server.at(u"slow"_s), {asked(u"bob"_s, u"read"_s)}, &cancel);
        QVERIFY(!none.counts);
        QCOMPARE(none.counts.error().code, ErrorCode::Cancelled);
    }

    void timesAndSessionsAreSaidTwice()
    {
        Request request = asked(u"alice"_s, u"read"_s);
        QCOMPARE(toPeer(request), toJson(request).toUtf8());
        request.time = Now;
        request.roles = {u"author"_s};
        QCOMPARE(toPeer(request),
                 R"({"subject": {"type": "user", "id": "alice", "properties": {"time": "2026-06-01T12:00:00Z", "roles": ["author"]}}, )"
                 R"("action": {"name": "read"}, "resource": {"type": "article", "id": "1"}, )"
                 R"("context": {"time": "2026-06-01T12:00:00Z", "roles": ["author"]}})");
    }

    // Our export in the real Cerbos agrees on everything, also on sessions and times in one batch; another policy does not.
    void cerbosAgrees()
    {
        const Policy policy = policyOf(Document);
        CerbosServer cerbos;
        QVERIFY(cerbos.start([&](const QString &folder) {
            const Result<EngineExport> made = exportFor(Engine::Cerbos, policy);
            QVERIFY(made);
            for (const EngineFile &exported : made->files) {
                QFile file(folder + u'/' + exported.name);
                QVERIFY(file.open(QIODevice::WriteOnly));
                QCOMPARE(file.write(exported.bytes), exported.bytes.size());
            }
        }));
        QList<Request> requests;
        for (const QString &user : {u"alice"_s, u"bob"_s, u"zoe"_s}) {
            for (const QString &action : {u"publish"_s, u"read"_s, u"update"_s}) {
                for (int variant = 0; variant < 6; ++variant) {
                    Request request = asked(user, action);
                    if (variant % 2)
                        request.properties[u"owner"_s] = user;
                    if (variant / 2 == 1)
                        request.roles = {u"author"_s};
                    if (variant / 2 == 2)
                        request.time = *parseDocumentTime(u"2027-02-01T00:00:00Z");
                    requests.append(request);
                }
            }
        }
        const Comparison same = compare(PolicyIndex(policy), cerbos.address(), requests);
        QVERIFY2(same.counts, same.counts ? "" : qPrintable(toText(same.counts.error())));
        QCOMPARE(same.found.join(u'\n'), QString());
        QCOMPARE(*same.counts, (OpinionCounts {54, 0, 0}));

        const PolicyIndex other(policyOf(QByteArray(Document).replace(R"(, "grants": ["article:publish"])", "")));
        const Comparison differing = compare(other, cerbos.address(), requests);
        QVERIFY(differing.counts);
        QCOMPARE(differing.found.join(u'\n'), u"1 alice publish: deny, they allow\n2 alice publish: deny, they allow"_s);
    }
};

QTEST_GUILESS_MAIN(OpinionTest)
#include "tst_opinion.moc"
