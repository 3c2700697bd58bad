// SPDX-License-Identifier: Apache-2.0
#include "core/security/applicationtoken.h"
#include "core/security/onetimecode.h"
#include "core/security/recoverycode.h"
#include "core/store/http/httplocation.h"
#include "core/store/http/httpsession.h"
#include "core/store/policyservice.h"
#include "tests/contract/contractstore.h"
#include "tests/support/answering.h"
#include "tests/support/authenticator.h"
#include "tests/support/cuttingproxy.h"

#include <QTcpServer>

#include <thread>

using namespace rolewright;
using namespace Qt::StringLiterals;

// What only a store on a server has: its session, and a network between.
class TestHttpStore : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 60'000; // ms, for what should come
    QTemporaryDir m_folder;
    std::unique_ptr<ServedStore> m_served;

    std::unique_ptr<PolicyStore> file() const
    {
        auto opened = openStore(m_served->server().store);
        return opened ? std::move(*opened) : nullptr;
    }
    static ChangeSet addRole(PolicyStore &store, const QByteArray &name)
    {
        const Snapshot head = store.load().value();
        return changeSet(head.version, "{\"add\": \"role\", \"value\": {\"name\": \"" + name + "\"}}",
                         head.policy);
    }
    static QString why(const auto &result) { return result ? QString() : toText(result.error()); }
    // As another store of that place has it.
    struct Joined
    {
        std::shared_ptr<HttpSession> session;
        explicit Joined(const QString &location)
            : session(HttpSession::join(HttpLocation::parse(location)->text()))
        {
        }
        ~Joined() { session->leave(); }
        HttpSession *operator->() const { return session.get(); }
    };
    // The server without TLS, as the proxy speaks.
    QString plain(int port) const { return u"http://127.0.0.1:%1"_s.arg(port); }

private Q_SLOTS:
    void initTestCase()
    {
        m_served = std::make_unique<ServedStore>(m_folder.filePath(u"acme.rolewright"_s),
                                                 ServedStore::withBob(newsroom()));
    }

    void locationsReadBack()
    {
        const QString digits(64, u'a');
        const QString pin = u"sha256:"_s + digits;
        for (const QString &text :
             {u"https://host:8443"_s, u"https://ann@host"_s, u"http://[::1]:8080"_s,
              u"https://ann%40news@host/base?ca=/etc/my%20ca%26.pem"_s, u"https://host?pin="_s + pin}) {
            const Result<HttpLocation> parsed = HttpLocation::parse(text);
            QVERIFY2(parsed, qPrintable(why(parsed)));
            QCOMPARE(parsed->text(), text);
            QCOMPARE(HttpLocation::parse(parsed->text()).value(), *parsed);
        }
        const HttpLocation full =
            HttpLocation::parse(u"https://ann%40news@host/base/?ca=/etc/my%20ca%26.pem"_s).value();
        QCOMPARE(full.user, u"ann@news"_s);
        QCOMPARE(full.address, u"https://host/base"_s);
        QCOMPARE(full.authorities, u"/etc/my ca&.pem"_s);
        // As openssl prints a fingerprint.
        QString printed;
        for (int i = 0; i < 32; ++i)
            printed += i == 0 ? u"AA"_s : u":AA"_s;
        QCOMPARE(HttpLocation::parse(u"https://host?pin=sha256:"_s + printed)->pin,
                 QByteArray::fromHex(digits.toLatin1()));
        QVERIFY(!HttpLocation::parse(u"https://host?pin=sha256:"_s + QString(63, u'a')));
        QVERIFY(!HttpLocation::parse(u"https://host?pin=md5:"_s + digits));
    }

    void saysWhatTheFileSays()
    {
        const auto store = m_served->signedIn();
        for (const char *name : {"one", "two", "three"})
            QVERIFY(store->commit(addRole(*store, name), by(u"bob"_s)));
        const auto direct = file();
        QVERIFY(direct);
        QCOMPARE(store->version().value(), direct->version().value());
        QCOMPARE(store->history().value(), direct->history().value());
        for (qint64 version = 0; version <= direct->version().value(); ++version)
            QCOMPARE(writePolicy(store->load(version)->policy), writePolicy(direct->load(version)->policy));
        QList<AuditQuery> queries(8);
        queries[1].limit = 2;
        queries[2].limit = 3;
        queries[2].before = 6;
        queries[3].action = u"role"_s;
        queries[4].target = u"user/alice"_s;
        queries[5].text = u"ÉDITOR+&%"_s;
        queries[6].result = u"refused"_s;
        queries[7].since = noon;
        queries[7].until = Instant{Instant::now().msecs + 1};
        queries[7].actor = u"bob"_s;
        for (const AuditQuery &query : std::as_const(queries)) {
            QCOMPARE(store->events(query).value(), direct->events(query).value());
            QCOMPARE(store->facets(query).value(), direct->facets(query).value());
        }
        QVERIFY(!store->events({}).value().isEmpty());
        const TrailState state = store->verifyTrail().value();
        QVERIFY2(state.isIntact(), qPrintable(state.problem));
        QCOMPARE(state.intactTo, direct->verifyTrail()->intactTo);
    }

    // A server, or what stands before it, that says the trail holds and sends other records.
    void theTrailIsVerifiedHere()
    {
        RunningServer server;
        CuttingProxy proxy(server.url.port(), "nothing");
        const QString location = plain(proxy.port());
        QVERIFY(useLogin(location, u"ann"_s, secret("ann's password")));
        const auto opened = openStore(location);
        QVERIFY2(opened, qPrintable(why(opened)));
        PolicyStore &store = **opened;
        const Snapshot head = store.load().value();
        QVERIFY(store.commit(changeSet(head.version, R"({"add": "role", "value": {"name": "seen"}})",
                                       head.policy, u"ticket 4711"_s),
                             by(u"ann"_s)));
        const TrailState before = store.verifyTrail().value();
        QVERIFY2(before.isIntact(), qPrintable(before.problem));
        QCOMPARE(before.intactTo, store.events({}).value().size());

        AuditQuery query;
        query.text = u"ticket 4711"_s;
        const qint64 changed = store.events(query)->first().sequence;
        proxy.swap("ticket 4711", "ticket 4712");
        const TrailState altered = store.verifyTrail().value();
        QVERIFY(proxy.swaps() > 0);
        QCOMPARE(altered.firstBad, std::optional(changed));
        QVERIFY2(altered.problem.contains(u"its hash does not match"_s), qPrintable(altered.problem));
        // Another trail that holds by itself is not the one that was there.
        proxy.swap({}, {});
        const RunningServer other;
        QVERIFY(store.verifyTrail()->isIntact());
        proxy.passTo(other.url.port());
        proxy.cutAll();
        const Status in =
            store.guard()->signIn(u"ann"_s, secret("ann's password"), {u"test"_s, Instant::now(), {}});
        QVERIFY2(in, qPrintable(why(in)));
        const TrailState replaced = store.verifyTrail().value();
        QVERIFY2(!replaced.isIntact(), qPrintable(QString::number(replaced.intactTo)));
        qInfo("%s", qPrintable(replaced.problem));
    }

    void newVersionsShareTheirIds()
    {
        const auto mine = m_served->signedIn();
        const Snapshot before = mine->load().value();
        const auto theirs = m_served->signedIn();
        QVERIFY(theirs->commit(addRole(*theirs, "theirs"), by(u"bob"_s)));
        const Snapshot after = mine->load().value();
        QCOMPARE(after.version, before.version + 1);
        QCOMPARE(after.policy.roles().idOf(u"editor"_s), before.policy.roles().idOf(u"editor"_s));
        QVERIFY(after.policy.roles().idOf(u"theirs"_s).isValid());
        QCOMPARE(mine->version().value(), after.version);
    }

    void nobodyReadsBeforeTheySignIn()
    {
        const auto opened = openStore(m_served->location());
        QVERIFY2(opened, qPrintable(why(opened)));
        PolicyStore &store = **opened;
        QVERIFY(store.traits().guarded);
        for (const Error &refused : {store.version().error(), store.load().error(), store.history().error(),
                                     store.events({}).error(), store.guard()->requests(noon).error()})
            QVERIFY(needsSignIn(refused));
        const Occasion occasion{u"test"_s, noon, {}};
        const Status wrong = store.guard()->signIn(u"bob"_s, secret("wrong"), occasion);
        QCOMPARE(wrong.error().code, ErrorCode::NotPermitted);
        QVERIFY(!needsCode(wrong.error()) && !needsSignIn(wrong.error()));
        QVERIFY(!store.guard()->isSignedIn());
        const Status right = store.guard()->signIn(u"bob"_s, ServedStore::password(), occasion);
        QVERIFY2(right, qPrintable(why(right)));
        QVERIFY(store.guard()->isSignedIn());
        QVERIFY(store.load());
        store.guard()->signOut();
        QVERIFY(needsSignIn(store.load().error()));
    }

    void aLoginIsUsedOnce()
    {
        QCOMPARE(loginOf(u"https://ann@host:8443"_s).value(), u"ann"_s);
        QVERIFY(useLogin(m_served->location(), u"bob"_s, secret("wrong")));
        const auto refused = openStore(m_served->location());
        QCOMPARE(refused.error().code, ErrorCode::NotPermitted);
        QVERIFY(!needsSignIn(refused.error()));
        const auto opened = openStore(m_served->location());
        QVERIFY2(opened, qPrintable(why(opened)));
        QVERIFY(needsSignIn((*opened)->version().error()));
    }

    // The window's reader and writer.
    void storesOfOnePlaceAreOneSession()
    {
        const auto reader = m_served->signedIn();
        const auto writer = openStore(m_served->location());
        QVERIFY((*writer)->load());
        QVERIFY((*writer)->guard()->isSignedIn());
        (*writer)->guard()->signOut();
        QVERIFY(needsSignIn(reader->load().error()));
    }

    void tokensAreRenewed()
    {
        const auto store = m_served->signedIn();
        const auto bytes = [](const Secret &held) { return QByteArray(held.data(), held.size()); };
        const Joined session(m_served->location());
        const HttpSession::Tokens first = session->tokens();
        HttpSession::Tokens almostOver = first.copy();
        almostOver.over = QDeadlineTimer(1000);
        session->set(std::move(almostOver));
        QVERIFY(store->version());
        const HttpSession::Tokens second = session->tokens();
        QVERIFY(bytes(second.token) != bytes(first.token));
        // One that the server does not know is not the end, either.
        HttpSession::Tokens lost = second.copy();
        lost.token = secret("not a token");
        session->set(std::move(lost));
        QVERIFY(store->version());
        QVERIFY(bytes(session->tokens().token) != bytes(second.token));
        // Where the next one is not to be had either, it is.
        HttpSession::Tokens gone = second.copy();
        session->set(std::move(gone));
        QVERIFY(needsSignIn(store->version().error()));
        QVERIFY(!store->guard()->isSignedIn());
    }

    void refusalsKeepTheirKinds()
    {
        const auto store = m_served->signedIn();
        const Snapshot head = store->load().value();
        const ChangeSet gone = changeSet(head.version, R"({"remove": "user", "id": "alice"})", head.policy);
        const Result<Snapshot> sensitive = store->commit(gone, by(u"bob"_s));
        QVERIFY2(!sensitive && needsConfirmation(sensitive.error()), qPrintable(why(sensitive)));
        const Occasion occasion{u"test"_s, noon, {}};
        const Status wrong =
            store->guard()->confirm(confirmationDigest(gone, false), secret("wrong"), occasion);
        QCOMPARE(wrong.error().code, ErrorCode::NotPermitted);
        QVERIFY(store->guard()->isSignedIn());
        // Another change set than the one that was confirmed.
        ChangeSet other = gone;
        other.reason = u"another"_s;
        QVERIFY(store->guard()->confirm(confirmationDigest(gone, true), ServedStore::password(), occasion));
        QVERIFY(needsConfirmation(store->commit(gone, by(u"bob"_s)).error()));
        QVERIFY(needsConfirmation(store->commit(other, by(u"bob"_s)).error()));
        const Result<Snapshot> invalid = store->commit(
            changeSet(head.version, R"({"add": "inheritance", "role": "author", "inherits": "editor"})",
                      head.policy),
            by(u"bob"_s));
        QCOMPARE(invalid.error().code, ErrorCode::Invalid);
        QVERIFY(!invalid.error().findings.isEmpty());
        QCOMPARE(store->guard()->enrolFirst(u"bob"_s, secret("x"), occasion).error().code,
                 ErrorCode::NotPermitted);
        QCOMPARE(store->guard()->enrolKey("key", occasion).error().code, ErrorCode::Usage);
        QVERIFY(store->guard()->perform(u"policy.read"_s, u"a test"_s, occasion));
        const Status exported = store->guard()->perform(u"policy.export"_s, u"out.json"_s, occasion);
        QVERIFY(needsConfirmation(exported.error()));
        QVERIFY(store->guard()->confirm(operationDigest(u"policy.export"_s, u"out.json"_s),
                                        ServedStore::password(), occasion));
        QVERIFY(store->guard()->perform(u"policy.export"_s, u"out.json"_s, occasion));
        AuditQuery query;
        query.action = u"policy.export"_s;
        query.result = u"done"_s;
        QCOMPARE(store->events(query)->size(), 1);
    }

    void passwordsAreGivenAndTaken()
    {
        const auto store = m_served->signedIn();
        const Occasion occasion{u"test"_s, noon, {}};
        StoreGuard &guard = *store->guard();
        QVERIFY(
            needsConfirmation(guard.setPassword(u"alice"_s, secret("alice's password"), occasion).error()));
        QVERIFY(guard.confirm(operationDigest(u"credential.set"_s, u"alice"_s), ServedStore::password(),
                              occasion));
        QVERIFY(guard.setPassword(u"alice"_s, secret("alice's password"), occasion));
        const QList<CredentialState> people = guard.credentials().value();
        QCOMPARE(people.size(), 2);
        QCOMPARE(people.first(), (CredentialState{u"alice"_s, false, 0}));
        QVERIFY(guard.tokens().value().isEmpty());
        QVERIFY(guard.confirm(operationDigest(u"credential.remove"_s, u"alice"_s), ServedStore::password(),
                              occasion));
        const Status taken = guard.removeCredential(u"alice"_s, occasion);
        QVERIFY2(taken, qPrintable(why(taken)));
        QCOMPARE(guard.credentials().value().size(), 1);
    }

    // Made here: the server gets their hashes.
    void tokensAreGivenAndTaken()
    {
        const auto store = m_served->signedIn();
        const Occasion occasion{u"test"_s, noon, {}};
        StoreGuard &guard = *store->guard();
        ApplicationToken token;
        token.user = u"alice"_s;
        token.name = u"front desk"_s;
        token.scope = tokenScopes();
        token.hash = hashOfToken("rolewright_of a test");
        token.expires = {Instant::now().msecs + 3'600'000};
        const auto added = [&](qint64 replaces) {
            const Result<qint64> unconfirmed = guard.addToken(token, replaces, occasion);
            const Status given =
                guard.confirm(operationDigest(u"token.add"_s, token.user), ServedStore::password(), occasion);
            return needsConfirmation(unconfirmed.error()) && given ? guard.addToken(token, replaces, occasion)
                                                                   : unconfirmed;
        };
        const Result<qint64> first = added(0);
        QVERIFY2(first, qPrintable(why(first)));
        const QList<ApplicationToken> there = guard.tokens().value();
        QCOMPARE(there.size(), 1);
        QCOMPARE(there.first().id, *first);
        QCOMPARE(there.first().user, token.user);
        QCOMPARE(there.first().name, token.name);
        QCOMPARE(there.first().scope, token.scope);
        QCOMPARE(there.first().expires, token.expires);
        token.hash = hashOfToken("rolewright_of another test");
        const Result<qint64> second = added(*first);
        QVERIFY2(second, qPrintable(why(second)));
        QVERIFY(guard.removeToken(*first, occasion));
        QCOMPARE(guard.tokens().value().size(), 1);
        QVERIFY(guard.removeToken(*second, occasion));
        QVERIFY(guard.tokens().value().isEmpty());
        const Status gone = guard.removeToken(*second, occasion);
        QVERIFY2(!gone && gone.error().code == ErrorCode::Invalid, qPrintable(why(gone)));
        QVERIFY(added(0).value() > *second); // no number comes again
    }

    // Whoever has set up codes: the password is not enough, and says so.
    void codesAreAskedFor()
    {
        RunningServer server({}, RunningServer::Store::SealedFile);
        const QString location = server.url.toString();
        const QString ann = u"ann"_s;
        const Secret password = secret("ann's password");
        const Occasion occasion{u"test"_s, Instant::now(), {}};
        const RecoveryCodes recovery = newRecoveryCodes(4);
        {
            QVERIFY(useLogin(location, ann, password));
            const auto store = openStore(location);
            QVERIFY2(store, qPrintable(why(store)));
            StoreGuard &guard = *(*store)->guard();
            const Secret seed = newSeed();
            const auto set = [&](const QString &code) {
                const Status given =
                    guard.confirm(operationDigest(u"code.change"_s, ann), password, occasion);
                return given ? guard.setCode(seed, code, recovery.hashes, occasion) : given;
            };
            QVERIFY(needsConfirmation(guard.setCode(seed, u"000000"_s, recovery.hashes, occasion).error()));
            QCOMPARE(set(u"12345"_s).error().code, ErrorCode::Invalid);
            const Status done = set(codeOf(seed, Instant::now()));
            QVERIFY2(done, qPrintable(why(done)));
            QVERIFY(guard.credentials()->contains(CredentialState{ann, true, 4}));
        }
        QVERIFY(useLogin(location, ann, password));
        const auto asked = openStore(location);
        QVERIFY2(!asked && needsCode(asked.error()), qPrintable(why(asked)));
        QVERIFY(useLogin(location, ann, password, recovery.codes.at(0)));
        const auto store = openStore(location);
        QVERIFY2(store, qPrintable(why(store)));
        StoreGuard &guard = *(*store)->guard();
        QVERIFY((*store)->load());
        guard.signOut();
        QVERIFY(needsCode(guard.signIn(ann, password, occasion).error()));
        QCOMPARE(guard.signIn(ann, {password, recovery.codes.at(0)}, occasion).error().code,
                 ErrorCode::NotPermitted);
        const Status in = guard.signIn(ann, {password, recovery.codes.at(1)}, occasion);
        QVERIFY2(in, qPrintable(why(in)));
        const QByteArray digest = operationDigest(u"code.change"_s, ann);
        QVERIFY(guard.confirm(digest, {{}, recovery.codes.at(2)}, occasion));
        const Status removed = guard.removeCode(ann, occasion);
        QVERIFY2(removed, qPrintable(why(removed)));
        QVERIFY(guard.credentials()->contains(CredentialState{ann, false, 0}));
    }

    void aSecondPersonApproves()
    {
        const auto store = m_served->signedIn();
        const Occasion occasion{u"test"_s, Instant::now(), {}};
        const auto commit = [&](const QByteArray &json) {
            const Snapshot head = store->load().value();
            const ChangeSet changes = changeSet(head.version, json, head.policy);
            const Status given = store->guard()->confirm(confirmationDigest(changes, false),
                                                         ServedStore::password(), occasion);
            return given ? store->commit(changes, by(u"bob"_s)) : Result<Snapshot>(failure(given.error()));
        };
        Result<Snapshot> made = commit(
            R"({"add": "role", "value": {"name": "second", "grants": ["rolewright/request:approve", "rolewright/policy:read"]}},
               {"add": "assignment", "user": "alice", "role": "second"},
               {"add": "role", "value": {"name": "passing"}}, {"add": "role", "value": {"name": "going"}})");
        QVERIFY2(made, qPrintable(why(made)));
        const Secret hers = secret("alice's password");
        QVERIFY(store->guard()->confirm(operationDigest(u"credential.set"_s, u"alice"_s),
                                        ServedStore::password(), occasion));
        QVERIFY(store->guard()->setPassword(u"alice"_s, hers, occasion));

        made = commit(R"({"add": "approval", "value": {"changes": ["role.delete"], "by": "second"}})");
        QVERIFY2(made, qPrintable(why(made)));
        const ChangeSet gone =
            changeSet(made->version, R"({"remove": "role", "name": "passing"})", made->policy);
        QVERIFY(store->guard()->confirm(confirmationDigest(gone, false), ServedStore::password(), occasion));
        const Result<Snapshot> alone = store->commit(gone, by(u"bob"_s));
        QVERIFY2(!alone && needsApproval(alone.error()), qPrintable(why(alone)));
        QVERIFY(store->guard()->confirm(confirmationDigest(gone, false), ServedStore::password(), occasion));
        const Result<qint64> asked = store->guard()->ask(gone, by(u"bob"_s));
        QVERIFY2(asked, qPrintable(why(asked)));

        // Another person is another session.
        const QString location = m_served->location().replace(u"https://"_s, u"https://alice@"_s);
        QCOMPARE(loginOf(location).value(), u"alice"_s);
        QVERIFY(useLogin(location, u"alice"_s, hers));
        const auto second = openStore(location);
        QVERIFY2(second, qPrintable(why(second)));
        StoreGuard &guard = *(*second)->guard();
        const QList<ApprovalRequest> requests = guard.requests(Instant::now()).value();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().id, *asked);
        QCOMPARE(requests.first().requester, u"bob"_s);
        QCOMPARE(requests.first().state, u"waiting"_s);
        QCOMPARE(requests.first().changes, gone);
        QVERIFY(needsConfirmation(guard.approve(*asked, occasion).error()));
        QVERIFY(
            guard.confirm(operationDigest(u"request.approve"_s, QString::number(*asked)), hers, occasion));
        const Result<Snapshot> approved = guard.approve(*asked, {u"test"_s, Instant::now(), u"seen"_s});
        QVERIFY2(approved, qPrintable(why(approved)));
        QVERIFY(!approved->policy.roles().idOf(u"passing"_s).isValid());
        QCOMPARE(store->load()->version, made->version + 1);
        QCOMPARE(guard.requests(Instant::now())->first().state, u"applied"_s);

        // The server applied another one, and its answer never came: nobody says that nothing was changed.
        const ChangeSet going =
            changeSet(approved->version, R"({"remove": "role", "name": "going"})", approved->policy);
        QVERIFY(store->guard()->confirm(confirmationDigest(going, false), ServedStore::password(), occasion));
        const Result<qint64> also = store->guard()->ask(going, by(u"bob"_s));
        QVERIFY2(also, qPrintable(why(also)));
        RunningServer server(m_served->server().store, {});
        CuttingProxy proxy(server.url.port(), "POST /api/v1/requests/");
        QVERIFY(useLogin(plain(proxy.port()), u"alice"_s, hers));
        const auto cut = openStore(plain(proxy.port()));
        QVERIFY2(cut, qPrintable(why(cut)));
        QVERIFY((*cut)->guard()->confirm(operationDigest(u"request.approve"_s, QString::number(*also)), hers,
                                         occasion));
        proxy.arm(CuttingProxy::Cut::Reply, 1000);
        const Result<Snapshot> unknown = (*cut)->guard()->approve(*also, occasion);
        QVERIFY(proxy.cuts() > 0);
        QVERIFY2(!unknown && isOutcomeUnknown(unknown.error()), qPrintable(why(unknown)));
        proxy.arm(CuttingProxy::Cut::None);
        QTRY_VERIFY_WITH_TIMEOUT(!store->load()->policy.roles().idOf(u"going"_s).isValid(), Patience);

        QVERIFY(store->guard()->confirm(operationDigest(u"trail.erase"_s, u"alice"_s),
                                        ServedStore::password(), occasion));
        const Result<qint64> erased = store->guard()->erase(u"alice"_s, occasion);
        QVERIFY2(erased, qPrintable(why(erased)));
        QVERIFY(store->verifyTrail()->isIntact());
    }

    // The server made the version, and its answer never came.
    void aLostAnswerIsAskedFor()
    {
        RunningServer server(m_served->server().store, {});
        CuttingProxy proxy(server.url.port(), "POST /api/v1/changesets");
        const QString location = plain(proxy.port());
        QVERIFY(useLogin(location, u"bob"_s, ServedStore::password()));
        const auto store = openStore(location);
        QVERIFY2(store, qPrintable(why(store)));
        const qint64 before = (*store)->version().value();
        const ChangeSet changes = addRole(**store, "found");
        proxy.arm(CuttingProxy::Cut::Reply, 1000);
        const Result<Snapshot> made = (*store)->commit(changes, by(u"bob"_s));
        QVERIFY(proxy.cuts() > 0);
        QVERIFY2(made, qPrintable(why(made)));
        QVERIFY(made->policy.roles().idOf(u"found"_s).isValid());
        QCOMPARE(made->version, before + 1);
        proxy.arm(CuttingProxy::Cut::None);
        // Once, however often it was sent.
        QCOMPARE((*store)->version().value(), before + 1);
        QVERIFY((*store)->commit(changes, by(u"bob"_s)));
        QCOMPARE((*store)->version().value(), before + 1);
    }

    // It never arrived; whether it will, nobody knows.
    void aLostQuestionIsUnknown()
    {
        RunningServer server(m_served->server().store, {});
        CuttingProxy proxy(server.url.port(), "POST /api/v1/changesets");
        const QString location = plain(proxy.port());
        QVERIFY(useLogin(location, u"bob"_s, ServedStore::password()));
        const auto store = openStore(location);
        QVERIFY2(store, qPrintable(why(store)));
        const qint64 before = (*store)->version().value();
        const ChangeSet changes = addRole(**store, "lost");
        proxy.arm(CuttingProxy::Cut::Request, 1000);
        const Result<Snapshot> cut = (*store)->commit(changes, by(u"bob"_s));
        QVERIFY(!cut && isOutcomeUnknown(cut.error()));
        proxy.arm(CuttingProxy::Cut::None);
        QCOMPARE((*store)->version().value(), before);
        const Result<Snapshot> made = (*store)->commit(changes, by(u"bob"_s));
        QVERIFY2(made, qPrintable(why(made)));
        QCOMPARE(made->version, before + 1);
    }

    void aServerThatGoesAndComesBack()
    {
        const QString file = m_served->server().store;
        auto server = std::make_unique<RunningServer>(file, QStringList());
        CuttingProxy proxy(server->url.port(), "nothing is cut"); // an address that stays
        const QString location = plain(proxy.port());
        QVERIFY(useLogin(location, u"bob"_s, ServedStore::password()));
        const auto store = openStore(location);
        QVERIFY2(store, qPrintable(why(store)));
        const ChangeSet changes = addRole(**store, "patient");
        server.reset();
        QCOMPARE((*store)->version().error().code, ErrorCode::Unavailable);
        QCOMPARE((*store)->commit(changes, by(u"bob"_s)).error().code, ErrorCode::Unavailable);
        server = std::make_unique<RunningServer>(file, QStringList());
        proxy.passTo(server->url.port());
        QVERIFY(needsSignIn((*store)->version().error())); // it knows nobody any more
        QVERIFY((*store)->guard()->signIn(u"bob"_s, ServedStore::password(), {u"test"_s, noon, {}}));
        const Result<Snapshot> made = (*store)->commit(changes, by(u"bob"_s));
        QVERIFY2(made, qPrintable(why(made)));
    }

    void nothingIsUnknownWhereNothingWasSent()
    {
        const QString nobody = plain(1);
        const Joined session(nobody);
        session->set({u"bob"_s, secret("token"), secret("refresh"), QDeadlineTimer(3600000)});
        const auto store = openStore(nobody);
        QVERIFY2(store, qPrintable(why(store)));
        const Result<Snapshot> down = (*store)->commit(
            changeSet(1, R"({"add": "role", "value": {"name": "x"}})", newsroom()), by(u"bob"_s));
        QCOMPARE(down.error().code, ErrorCode::Unavailable);
        QVERIFY(!isOutcomeUnknown(down.error()));
        session->set({});
    }

    // What the window works through: two stores of one session, on threads of their own.
    void theServiceFollowsTheServer()
    {
        PolicyService service;
        QList<qint64> appeared;
        connect(&service, &PolicyService::versionAppeared, this,
                [&](const Snapshot &snapshot) { appeared.append(snapshot.version); });
        std::optional<Result<Snapshot>> answer;
        const auto take = [&](const Result<Snapshot> &result) { answer = result; };
        const auto there = [&] { return answer.has_value(); };
        Snapshot opened;
        // What the tests before this one cut on its way may still arrive, once.
        for (int attempt = 0; attempt < 2; ++attempt) {
            answer.reset();
            QVERIFY(useLogin(m_served->location(), u"bob"_s, ServedStore::password()));
            service.open(m_served->location(), this, take);
            QVERIFY(QTest::qWaitFor(there, Patience));
            QVERIFY2(*answer, qPrintable(why(*answer)));
            QVERIFY(service.traits().guarded);
            opened = **answer;
            answer.reset();
            service.commit(
                changeSet(opened.version, R"({"add": "role", "value": {"name": "ours"}})", opened.policy),
                by(u"bob"_s), this, take);
            QVERIFY(QTest::qWaitFor(there, Patience));
            if (*answer || answer->error().code != ErrorCode::Conflict)
                break;
        }
        QVERIFY2(*answer, qPrintable(why(*answer)));
        QCOMPARE((*answer)->version, opened.version + 1);
        // Somebody else's appears by itself.
        const auto other = m_served->signedIn();
        QVERIFY(other->commit(addRole(*other, "elsewhere"), by(u"bob"_s)));
        QVERIFY(QTest::qWaitFor([&] { return appeared.contains(opened.version + 2); }, Patience));
        service.close();
    }

    void whatRunsIsCancelled()
    {
        // Takes the question, and says nothing.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString location = plain(silent.serverPort());
        Result<std::unique_ptr<PolicyStore>> opened;
        const Joined session(location);
        session->set({u"bob"_s, secret("token"), secret("refresh"), QDeadlineTimer(3600000)});
        opened = openStore(location);
        QVERIFY2(opened, qPrintable(why(opened)));
        std::thread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            (*opened)->cancel();
        });
        const Result<qint64> cancelled = (*opened)->version();
        other.join();
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        session->set({});
    }

    // Not rolewrightd, or not as it should be: said, and nothing of it is believed.
    void strangersAreRefused()
    {
        const Answering stranger("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        const QString location = stranger.address();
        const auto opened = openStore(location);
        QCOMPARE(opened.error().code, ErrorCode::Unavailable);
        QVERIFY2(opened.error().message.contains(u"rolewrightd"), qPrintable(opened.error().message));
    }
};

QTEST_GUILESS_MAIN(TestHttpStore)
#include "tst_httpstore.moc"
