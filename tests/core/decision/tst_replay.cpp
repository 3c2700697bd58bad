// SPDX-License-Identifier: Apache-2.0
#include "core/decision/replay.h"
#include "core/decision/rolesession.h"
#include "core/decision/timeline.h"
#include "tests/core/decision/randompolicy.h"
#include "tests/support/policytext.h"

#include <QTest>

using namespace rolewright;

namespace {

const Instant Now = *parseDocumentTime(u"2026-06-01T12:00:00Z");

const char *const Document = R"({"rolewright": 1,
 "permissions": [{"name": "article:publish"}, {"name": "article:read"}, {"name": "bill:pay"}],
 "roles": [{"name": "author", "grants": ["article:read"]},
           {"name": "editor", "inherits": ["author"], "grants": ["article:publish"]},
           {"name": "off", "enabled": false}, {"name": "payer", "grants": ["bill:pay"]}],
 "users": [{"id": "alice", "assignments": [{"role": "editor", "until": "2027-01-01T00:00:00Z"},
                                           {"role": "author", "from": "2026-12-01T00:00:00Z", "until": "2028-01-01T00:00:00Z"},
                                           {"role": "payer"}, {"role": "off"}]},
           {"id": "bob", "active": false}],
 "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2}]
})";

QByteArray line(const char *user, const char *action, const char *type)
{
    return QByteArray(R"({"subject": {"type": "user", "id": ")") + user + R"("}, "action": {"name": ")" + action
        + R"("}, "resource": {"type": ")" + type + R"(", "id": "1"}, "context": {"roles": ["editor"]}})";
}

Request asked(const QString &action, const QString &type, const QStringList &roles)
{
    Request request;
    request.subject = u"alice"_s;
    request.action = action;
    request.resourceType = type;
    request.resource = u"1"_s;
    request.roles = roles;
    return request;
}

QString print(const std::optional<SessionRefusal> &refusal)
{
    if (!refusal)
        return u"ok"_s;
    QStringList parts = QStringList {toText(refusal->kind), refusal->role} + refusal->constraints;
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

// Requests under two policies, through time, and in sessions.
class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAreClassed()
    {
        const PolicyIndex before(policyOf(Document));
        const PolicyIndex after(policyOf(QByteArray(Document)
                                             .replace(R"(, "grants": ["article:publish"])", "")
                                             .replace(R"({"name": "payer", "grants")", R"({"name": "payer", "inherits": ["editor"], "grants")")
                                             .replace(R"("constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2}])",
                                                      R"("constraints": [])")
                                             .replace(R"("article:read"]},)", R"("article:read", "bill:pay"]},)")));
        const QList<ReplayLine> lines {
            {line("alice", "publish", "article"), false, false},
            {line("alice", "read", "article"), false, false},
            {line("alice", "pay", "bill"), false, false},
            {"{\"subject\": ", false, false},
            {{}, true, false},
            {line("zoe", "read", "article"), false, false},
            {line("alice", "fly", "article"), false, false},
            {line("bob", "read", "article"), false, false},
        };
        qsizetype at = 0;
        QStringList log;
        const ReplayStreams streams {
            [&]() -> Result<std::optional<ReplayLine>> {
                return at < lines.size() ? std::optional(lines.at(at++)) : std::nullopt;
            },
            [&](qint64 number, const Request &request, const ReplayOutcome &outcome) {
                log.append(u"%1 %2 %3: %4 -> %5"_s.arg(number).arg(toText(outcome.kind), request.subject,
                                                                   toText(outcome.before.reason), toText(outcome.after.reason)));
            },
            [&](qint64 number, const Error &error) { log.append(u"%1 malformed %2"_s.arg(number).arg(!error.message.isEmpty())); },
            {},
        };
        const Result<ReplayCounts> counts = replay(before, after, Now, streams);
        QVERIFY(counts);
        QCOMPARE(log.join(u'\n'),
                 u"1 allowed-to-denied alice: granted -> not-granted\n"
                 "3 denied-to-allowed alice: not-granted -> granted\n"
                 "4 malformed 1\n"
                 "5 malformed 1\n"
                 "6 unknown-subject zoe: unknown-user -> unknown-user\n"
                 "7 unknown-resource alice: unknown-permission -> unknown-permission"_s);
        QCOMPARE(counts->lines, 8);
        QCOMPARE(counts->malformed, 2);
        QCOMPARE(counts->count(ReplayClass::Same), 2);
        QCOMPARE(counts->count(ReplayClass::DeniedToAllowed), 1);
    }

    void reasonsThatChangeAreSaid()
    {
        const PolicyIndex before(policyOf(Document));
        const PolicyIndex after(policyOf(QByteArray(Document).replace(R"("id": "bob", "active": false)", R"("id": "bob")")));
        Request request = asked(u"read"_s, u"article"_s, {});
        request.subject = u"bob"_s;
        request.roles.reset();
        const ReplayOutcome outcome = replay(before, after, request, Now);
        QCOMPARE(toText(outcome.kind), u"reason-changed"_s);
        QCOMPARE(toText(outcome.after.reason), u"no-role"_s);
    }

    // A log asks the same again: what is remembered is what would be decided.
    void whatComesAgainIsDecidedAlike()
    {
        const quint32 start = std::random_device {}();
        qInfo("seed %u", start);
        for (int run = 0; run < 60; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 80; ++i)
                random.edit();
            const PolicyIndex before(random.policy());
            for (int i = 0; i < 6; ++i)
                random.edit();
            const PolicyIndex after = before.updated(random.policy());
            QList<Request> requests;
            for (int i = 0; i < 100; ++i)
                requests.append(random.request());
            QStringList expected;
            QStringList found;
            const auto print = [](const ReplayOutcome &outcome) {
                return toText(outcome.kind) + u' ' + toText(outcome.before.reason) + u' ' + toText(outcome.after.reason);
            };
            qint64 at = 0;
            const ReplayStreams streams {
                [&]() -> Result<std::optional<ReplayLine>> {
                    if (at == 1000)
                        return std::optional<ReplayLine>();
                    Request request = requests.at(random.below(100));
                    request.resource = QString::number(++at); // decides nothing
                    if (const ReplayOutcome outcome = replay(before, after, request, Instant {3}); outcome.kind != ReplayClass::Same)
                        expected.append(print(outcome));
                    return std::optional(ReplayLine {toJson(request).toUtf8(), false, false});
                },
                [&](qint64, const Request &, const ReplayOutcome &outcome) { found.append(print(outcome)); },
                [](qint64, const Error &) {}, {}};
            QVERIFY(replay(before, after, Instant {3}, streams));
            QCOMPARE(found, expected);
        }
    }

    void cancellingStopsTheReplay()
    {
        const PolicyIndex index(policyOf(Document));
        CancelToken cancel = false;
        qint64 read = 0;
        const ReplayStreams streams {
            [&]() -> Result<std::optional<ReplayLine>> {
                cancel = ++read == 10'000;
                return std::optional(ReplayLine {line("alice", "read", "article"), false, false});
            },
            [](qint64, const Request &, const ReplayOutcome &) {}, [](qint64, const Error &) {},
            [](const ReplayCounts &counts) { QVERIFY(counts.lines % 4096 == 0); },
        };
        const Result<ReplayCounts> counts = replay(index, index, Now, streams, &cancel);
        QVERIFY(!counts);
        QCOMPARE(counts.error().code, ErrorCode::Cancelled);
        QCOMPARE(read, 10'000);
    }

    void theAnswerTurnsAtABoundary()
    {
        const PolicyIndex index(policyOf(QByteArray(Document).replace("\"dynamic\"", "\"dynamic\", \"mode\": \"record\"")));
        Request request = asked(u"publish"_s, u"article"_s, {});
        request.roles.reset();
        const auto over = nextChange(index, request, Now);
        QVERIFY(over);
        QCOMPARE(toText(over->at), u"2027-01-01T00:00:00Z"_s);
        QCOMPARE(over->then.allowed, false);
        request.action = u"read"_s; // the other assignment carries on
        const auto later = nextChange(index, request, Now);
        QVERIFY(later);
        QCOMPARE(toText(later->at), u"2028-01-01T00:00:00Z"_s);
        QVERIFY(!nextChange(index, request, later->at));
        request.subject = u"zoe"_s;
        QVERIFY(!nextChange(index, request, Now));
    }

    void nothingTurnsBeforeTheNextChange()
    {
        const quint32 start = std::random_device {}();
        qInfo("seed %u", start);
        for (int run = 0; run < 200; ++run) {
            RandomPolicy random(start + quint32(run));
            for (int i = 0; i < 80; ++i)
                random.edit();
            const PolicyIndex index(random.policy());
            Request request = random.request();
            const auto allowedAt = [&](qint64 t) {
                request.time = Instant {t};
                return decide(index, request, {}).allowed;
            };
            for (qint64 t = 0; t < 9; ++t) {
                std::optional<qint64> expected;
                for (qint64 later = t + 1; later < 10 && !expected; ++later) {
                    if (allowedAt(later) != allowedAt(t))
                        expected = later;
                }
                const auto found = nextChange(index, request, Instant {t});
                QCOMPARE(found.has_value(), expected.has_value());
                if (found)
                    QCOMPARE(found->at.msecs, *expected);
            }
        }
    }

    void sessionsActivateAndDropRoles()
    {
        const PolicyIndex index(policyOf(Document));
        RoleSession session;
        QCOMPARE(print(session.open(index, u"zoe"_s, {}, Now)), u"unknown-user"_s);
        QCOMPARE(print(session.open(index, u"bob"_s, {}, Now)), u"user-inactive"_s);
        QCOMPARE(print(session.open(index, u"alice"_s, {u"off"_s}, Now)), u"role-not-authorized off"_s);
        QCOMPARE(print(session.open(index, u"alice"_s, {u"editor"_s, u"payer"_s}, Now)), u"dynamic-separation four eyes"_s);
        QVERIFY(!session.isOpen());
        QCOMPARE(print(session.open(index, u"alice"_s, {u"author"_s}, Now)), u"ok"_s); // an inherited junior
        QVERIFY(!session.checkAccess(index, asked(u"publish"_s, u"article"_s, {}), Now).allowed);
        QCOMPARE(print(session.addActiveRole(index, u"author"_s, Now)), u"already-active author"_s);
        QCOMPARE(print(session.addActiveRole(index, u"editor"_s, Now)), u"ok"_s);
        QVERIFY(session.checkAccess(index, asked(u"publish"_s, u"article"_s, {}), Now).allowed);
        QCOMPARE(print(session.addActiveRole(index, u"payer"_s, Now)), u"dynamic-separation payer four eyes"_s);
        QCOMPARE(session.activeRoles(), (QStringList {u"author"_s, u"editor"_s}));
        QCOMPARE(print(session.dropActiveRole(u"payer"_s)), u"not-active payer"_s);
        QCOMPARE(print(session.dropActiveRole(u"editor"_s)), u"ok"_s);
        QCOMPARE(print(session.addActiveRole(index, u"payer"_s, Now)), u"ok"_s);
        QCOMPARE(print(session.addActiveRole(index, u"nobody"_s, Now)), u"role-not-authorized nobody"_s);
        // A year later the editor's assignment is over.
        const Instant later = *parseDocumentTime(u"2029-01-01T00:00:00Z");
        QCOMPARE(toText(session.checkAccess(index, asked(u"pay"_s, u"bill"_s, {}), later).reason), u"role-not-authorized"_s);
        QCOMPARE(authorizedRoles(index, u"alice"_s, Now), (QStringList {u"author"_s, u"editor"_s, u"payer"_s}));
    }
};

QTEST_APPLESS_MAIN(ReplayTest)
#include "tst_replay.moc"
