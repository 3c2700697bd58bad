// SPDX-License-Identifier: Apache-2.0
#include "trails.h"

#include "ratios.h"

#include "core/store/policystore.h"

#include <benchmark/benchmark.h>
#include <openssl/evp.h>

#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>
#include <mutex>
#include <sqlite3.h>
#include <thread>

namespace rolewright::bench {

using namespace Qt::StringLiterals;

namespace {

const CommitContext someone{u"alice"_s, u"rolewrightctl 0.1.0 on laptop"_s, {1'790'000'000'000}, false};

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

// As verifyTrail() feeds them, and as many bytes in as many pieces.
void addChain()
{
    constexpr int Records = 100'000;
    auto events = std::make_shared<QList<AuditEvent>>();
    auto bytes = std::make_shared<QByteArray>();
    QByteArray hash = chainStart();
    for (int i = 1; i <= Records; ++i) {
        AuditEvent event;
        event.sequence = i;
        event.time = {someone.time.msecs + i};
        event.actor = someone.actor;
        event.origin = someone.origin;
        event.action = u"grant.add"_s;
        event.target = u"role/editor%1"_s.arg(i % 500);
        event.summary = u"grant article:update%1 to editor%2"_s.arg(i).arg(i % 500);
        event.change =
            uR"({"add": "grant", "role": "editor%1", "grant": "article:update%2"})"_s.arg(i % 500).arg(i);
        event.reason = u"ticket 17"_s;
        event.operation = u"0b7c3f1e-6f4e-4a39-9d4e-2c1f3a5b7d90"_s;
        event.version = i / 10;
        event.result = u"done"_s;
        event.hash = hash = chainHash(hash, event);
        events->append(event);
        qsizetype size = hash.size() + 11 * 8 + 3 * 8;
        for (const QString &text : {event.actor, event.origin, event.action, event.target, event.summary,
                                    event.change, event.reason, event.operation, event.result})
            size += text.size();
        bytes->append(QByteArray(size, char('a' + i % 20)));
    }
    const qsizetype each = bytes->size() / Records;
    const auto ours = [events] {
        ChainVerifier verifier;
        for (const AuditEvent &event : *events)
            verifier.add(event);
        if (verifier.state().intactTo != Records)
            giveUp(u"the chain does not hold"_s);
    };
    const auto floor = [bytes, each] {
        unsigned char digest[32] = {};
        EVP_MD *const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        EVP_MD_CTX *const context = EVP_MD_CTX_new();
        for (int i = 0; i < Records; ++i) {
            std::memcpy(bytes->data() + i * each, digest, sizeof digest);
            EVP_DigestInit_ex2(context, sha256, nullptr);
            EVP_DigestUpdate(context, bytes->constData() + i * each, size_t(each));
            EVP_DigestFinal_ex(context, digest, nullptr);
        }
        EVP_MD_CTX_free(context);
        EVP_MD_free(sha256);
        benchmark::DoNotOptimize(digest);
    };
    addPair({"verifying the chain of 100,000 records", 1 / 0.7, ours, floor});
}

// One change of a small policy, and the same rows without anything of ours: both are on the disk.
class Raw
{
public:
    explicit Raw(const QString &path)
    {
        if (sqlite3_open(QFile::encodeName(path).constData(), &m_database) != SQLITE_OK)
            giveUp(u"raw: no database"_s);
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE change_set (version INTEGER "
            "PRIMARY KEY, time, actor, "
            "origin, reason, operation UNIQUE, changes, body BLOB); CREATE TABLE event (sequence INTEGER "
            "PRIMARY KEY, version, line, "
            "action, target, target_name, summary, result, hash BLOB); CREATE TABLE event_thing (thing, "
            "sequence, PRIMARY KEY (thing, "
            "sequence)) WITHOUT ROWID; CREATE TABLE head (one INTEGER PRIMARY KEY, version, sequence, "
            "chain); INSERT INTO head "
            "VALUES (1, 0, 0, 0); CREATE TABLE role (id INTEGER PRIMARY KEY, name, description)");
    }
    ~Raw() { sqlite3_close(m_database); }
    Raw(const Raw &) = delete;
    Raw &operator=(const Raw &) = delete;

    void commit()
    {
        const QByteArray n = QByteArray::number(++m_number);
        run("BEGIN IMMEDIATE; UPDATE head SET version = " + n + ", sequence = " + n
            + ", chain = zeroblob(32); INSERT INTO change_set VALUES (" + n
            + ", 1790000000000, 'alice', 'rolewrightctl 0.1.0 on laptop', 'ticket 17', "
              "'0b7c3f1e-6f4e-4a39-9d4e-"
            + n + "', 1, zeroblob(120)); INSERT INTO event VALUES (" + n + ", " + n
            + ", 0, 'role.set', 1, '', 'describe author as x', 'done', zeroblob(32)); INSERT INTO "
              "event_thing VALUES (1, "
            + n + "); REPLACE INTO role VALUES (1, 'author', 'description " + n + "'); COMMIT");
    }

private:
    void run(const QByteArray &sql)
    {
        if (sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(QString::fromUtf8(sqlite3_errmsg(m_database)));
    }
    sqlite3 *m_database = nullptr;
    qint64 m_number = 0;
};

void addAppend()
{
    struct Scene
    {
        QTemporaryDir folder;
        std::unique_ptr<PolicyStore> store;
        std::unique_ptr<Raw> raw;
        qint64 number = 0;
    };
    auto scene = std::make_shared<Scene>();
    Policy policy;
    policy.roles().insert({u"author"_s, {}, true});
    auto made = createStore(scene->folder.filePath(u"append.rolewright"_s), policy, someone);
    if (!made)
        giveUp(toText(made.error()));
    scene->store = std::move(*made);
    scene->raw = std::make_unique<Raw>(scene->folder.filePath(u"raw"_s));
    const auto ours = [scene] {
        const Snapshot head = scene->store->load().value();
        Change change{Change::Verb::Set, Change::Kind::Role, u"author"_s, {}, u"description"_s, {}, {}};
        change.was = head.policy.roles().at(head.policy.roles().idOf(u"author"_s)).description;
        change.to = u"description %1"_s.arg(++scene->number);
        const Result<Snapshot> done =
            scene->store->commit({head.version, QUuid::createUuid(), u"ticket 17"_s, {change}}, someone);
        if (!done)
            giveUp(toText(done.error()));
    };
    addPair({"committing a change", 2, ours, [scene] { scene->raw->commit(); }});
}

// 10^6 events: 1,000 change sets that each describe 1,000 roles anew.
struct MillionEvents
{
    QTemporaryDir folder;
    std::unique_ptr<PolicyStore> store;
    sqlite3 *raw = nullptr;

    MillionEvents()
    {
        constexpr int Roles = 1'000;
        std::fputs("Making a store with 1,000,000 events.\n", stderr);
        Policy policy;
        for (int i = 0; i < Roles; ++i)
            policy.roles().insert({u"role %1"_s.arg(i), {}, true});
        const QString path = folder.filePath(u"million.rolewright"_s);
        auto made = createStore(path, policy, someone);
        for (int round = 0; made && round < 999; ++round) {
            const Snapshot head = (*made)->load().value();
            ChangeSet set{head.version, QUuid::createUuid(), u"round %1"_s.arg(round), {}};
            for (int i = 0; i < Roles; ++i) {
                Change change{
                    Change::Verb::Set, Change::Kind::Role, u"role %1"_s.arg(i), {}, u"description"_s, {}, {}};
                change.was = round == 0 ? QString() : u"round %1"_s.arg(round - 1);
                change.to = u"round %1"_s.arg(round);
                set.changes.append(change);
            }
            CommitContext context = someone;
            context.actor = round == 30 ? u"rare"_s : someone.actor;
            context.time.msecs += round * 86'400'000ll;
            if (const Result<Snapshot> done = (*made)->commit(set, context); !done)
                giveUp(toText(done.error()));
        }
        if (!made)
            giveUp(toText(made.error()));
        store = std::move(*made);
        sqlite3_open_v2(QFile::encodeName(path).constData(), &raw, SQLITE_OPEN_READONLY, nullptr);
    }
    ~MillionEvents() { sqlite3_close(raw); }
    MillionEvents(const MillionEvents &) = delete;
    MillionEvents &operator=(const MillionEvents &) = delete;

    // A hundred rows by their index, each read.
    void rawPage(qint64 before) const
    {
        const QByteArray sql = "SELECT event.*, change_set.time, change_set.actor, change_set.reason FROM "
                               "event JOIN change_set USING "
                               "(version) WHERE sequence < "
            + QByteArray::number(before) + " ORDER BY sequence DESC LIMIT 100";
        sqlite3_exec(
            raw, sql.constData(), [](void *, int, char **, char **) { return 0; }, nullptr, nullptr);
    }
};

void addPages()
{
    struct Lazy
    {
        std::once_flag once;
        std::unique_ptr<MillionEvents> events;
        MillionEvents &get()
        {
            std::call_once(once, [this] { events = std::make_unique<MillionEvents>(); });
            return *events;
        }
    };
    auto lazy = std::make_shared<Lazy>();
    constexpr qint64 Newest = 2'000'000;
    const auto floor = [lazy] {
        lazy->get().rawPage(Newest);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    };
    const auto prepare = [lazy] { lazy->get(); };
    const auto add = [&](const char *name, const AuditQuery &query) {
        AuditQuery page = query;
        page.limit = 100;
        addPair({std::string("10^6 events, first page: ") + name, 1,
                 [lazy, page] {
                     const Result<QList<AuditEvent>> events = lazy->get().store->events(page);
                     if (!events || events->isEmpty())
                         giveUp(u"no events"_s);
                 },
                 floor, prepare});
    };
    AuditQuery query;
    add("all", query);
    query.before = 500'000;
    add("from the middle", query);
    query = {};
    query.target = u"role/role 471"_s;
    add("about a role", query);
    query = {};
    query.actor = u"rare"_s;
    add("by somebody", query);
    query = {};
    query.since = Instant{someone.time.msecs + 200 * 86'400'000ll};
    query.until = Instant{someone.time.msecs + 201 * 86'400'000ll};
    add("of a day", query);
    query = {};
    query.action = u"store"_s;
    add("of a rare kind", query);
    query = {};
    query.text = u"role 471"_s;
    add("with words", query);
    addPair({"10^6 events: opening the store and the newest page", 1,
             [lazy] {
                 auto store = openStore(lazy->get().store->traits().location);
                 AuditQuery page;
                 page.limit = 100;
                 if (!store || !(*store)->events(page))
                     giveUp(u"no events"_s);
             },
             floor, prepare});
}

} // namespace

void addTrails()
{
    addChain();
    addAppend();
    addPages();
}

} // namespace rolewright::bench
