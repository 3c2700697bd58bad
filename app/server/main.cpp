// SPDX-License-Identifier: Apache-2.0
#include "app/server/options.h"
#include "app/server/requestlog.h"
#include "app/server/routes.h"
#include "app/server/sealclock.h"
#include "core/base/descriptor.h"
#include "core/base/readfile.h"
#include "core/security/secretfile.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <csignal>
#include <cstdio>
#include <ctime>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr time_t KeepAlive = 5; // seconds between comments to those who listen for events

int refuseToStart(const Error &error)
{
    std::fprintf(stderr, "rolewrightd: %s\n", qPrintable(toText(error)));
    return 5;
}

Status addAllRoutes(Router &router, const Services &services)
{
    for (const auto add : {addSessionRoutes, addPolicyRoutes, addHistoryRoutes, addRequestRoutes, addCredentialRoutes,
                           addAuditRoutes, addAccessRoutes, addServiceRoutes}) {
        if (Status added = add(router, services); !added)
            return added;
    }
    return {};
}

Result<RedisClient::Trust> redisTrust(const Options &options)
{
    RedisClient::Trust trust;
    if (options.redis.isEmpty())
        return trust;
    if (const Status fits = RedisClient::check(options.redis); !fits)
        return failure(fits.error());
    if (!options.redisPasswordFile.isEmpty()) {
        const Result<Secret> password = readSecretFile(options.redisPasswordFile);
        if (!password)
            return failure(password.error());
        trust.password = QByteArray(password->data(), password->size());
    }
    if (!options.redisAuthorities.isEmpty()) {
        const Result<QByteArray> authorities = readInput(options.redisAuthorities);
        if (!authorities)
            return failure(authorities.error());
        trust.authorities = *authorities;
    }
    return trust;
}

QString urlOf(const Options &options, quint16 port)
{
    if (!options.url.isEmpty())
        return options.url;
    const QString address =
        options.http.address.contains(u':') ? u'[' + options.http.address + u']' : options.http.address;
    return u"%1://%2:%3"_s.arg(options.http.certificate.isEmpty() ? u"http"_s : u"https"_s, address)
        .arg(port);
}

// Waits for signals, which all threads leave to this one.
void serveUntilStopped(HttpServer &server, bool hasCertificate, EventHub &events, StoreKeyFile &keys,
                       Issuer *issuer, const sigset_t &signals)
{
    for (;;) {
        const timespec timeout{KeepAlive, 0};
        const int signal = ::sigtimedwait(&signals, nullptr, &timeout);
        if (signal == SIGTERM || signal == SIGINT)
            return;
        if (signal == SIGHUP) {
            const auto log = [](const QString &what, const Status &reloaded) {
                logEvent(what + (reloaded ? u"-reloaded"_s : u"-kept"_s),
                         reloaded ? QString() : toText(reloaded.error()));
            };
            if (hasCertificate)
                log(u"certificate"_s, server.reloadCertificate());
            log(u"store-keys"_s, keys.reload());
            if (issuer)
                log(u"issuer-keys"_s, issuer->reload());
        } else {
            events.keepAlive();
        }
    }
}

int serve(const Options &options, const sigset_t &signals)
{
    Secret password;
    if (!options.passwordFile.isEmpty()) {
        Result<Secret> read = readSecretFile(options.passwordFile);
        if (!read)
            return refuseToStart(read.error());
        password = std::move(*read);
    }
    const StoreOpener open = [&options, &password] { return openServed(options.store, password); };
    EventHub events;
    StoreKeyFile keys;
    if (const Status opened = keys.open(options.keyFile); !opened)
        return refuseToStart(opened.error());
    std::unique_ptr<Issuer> issuer;
    if (!options.issuerKeys.isEmpty()) {
        Result<std::unique_ptr<Issuer>> opened = Issuer::open(options.issuer, options.issuerKeys);
        if (!opened)
            return refuseToStart(opened.error());
        issuer = std::move(*opened);
    }
    TokenTable tokens;
    Sessions sessions(open, keys, tokens, issuer.get(), [&events] { events.review(); });
    const Result<RedisClient::Trust> trust = redisTrust(options);
    if (!trust)
        return refuseToStart(trust.error());
    RedisCache redis(options.redis, *trust);
    Result<std::unique_ptr<PolicyFeed>> feed = PolicyFeed::follow(
        open,
        {[&events, &sessions](const ServedPolicy &newest) {
             sessions.review(newest.index.policy());
             events.announce(newest.version);
         },
         [&redis](const RedisCache::Served &served, qint64 asked) { redis.heard(served, asked); },
         [&sessions](const QString &user) { sessions.reviewUser(user); },
         [&tokens](PolicyStore &store, bool mayDiffer) -> Status {
             if (mayDiffer) {
                 if (Status read = tokens.read(store); !read)
                     return read;
             }
             if (const Status noted = tokens.noteUses(store); !noted)
                 logEvent(u"token-use-not-noted"_s, toText(noted.error()));
             return Status();
         },
         [&events](PolicyStore &store) {
             if (const Status met = events.meet(store); !met)
                 logEvent(u"presence-not-known"_s, toText(met.error()));
         }});
    if (!feed)
        return refuseToStart(feed.error());
    if (!(*feed)->traits().guarded)
        return refuseToStart({ErrorCode::Usage,
                              u"The store is open: anybody could change it. Make it guarded with "
                              "\"rolewrightctl --store STORE enrol USER\" first."_s,
                              options.store,
                              {}});
    // Not at the first change only.
    if (const auto store = open(); store) {
        if (const Result<int> given = keys.give(*(*store)->guard()); !given)
            return refuseToStart(given.error());
    }
    Metrics metrics;
    Router router(**feed, sessions, metrics);
    Result<std::unique_ptr<HttpServer>> server = HttpServer::listen(options.http, router);
    if (!server)
        return refuseToStart(server.error());
    const Services services{
        **feed, sessions, tokens, events, redis, metrics, urlOf(options, (*server)->port()), [&server] {
            return (*server)->counts();
        }};
    if (const Status added = addAllRoutes(router, services); !added)
        return refuseToStart(added.error());
    if (options.check) {
        std::printf("rolewrightd could start: store %s at version %lld, listening on %s\n",
                    qPrintable((*feed)->traits().name), static_cast<long long>((*feed)->served()->version),
                    qPrintable(services.url));
        return 0;
    }
    const SealClock seals(open, keys, options.sealEvery);
    (*server)->start();
    logEvent(u"listening"_s, services.url);
    std::printf("%s\n", qPrintable(services.url)); // for who started it with port 0
    std::fflush(stdout);
    serveUntilStopped(**server, !options.http.certificate.isEmpty(), events, keys, issuer.get(), signals);
    logEvent(u"stopping"_s);
    events.close();
    (*server)->stop(options.grace);
    // What took longer than the grace replies to a server that is still there.
    QThreadPool::globalInstance()->waitForDone();
    sessions.drain();
    redis.finish();
    return 0;
}

} // namespace

} // namespace rolewright::server

int main(int argc, char **argv)
{
    rolewright::keepStandardDescriptors();
    const rolewright::server::Parsed parsed = rolewright::server::parseOptions(argc, argv);
    if (parsed.exit)
        return *parsed.exit;
    rolewright::makeUndumpable();
    // Before any thread is there, so that all of them leave these to sigtimedwait().
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    int noArguments = 1;
    const QCoreApplication application(noArguments, argv);
    return rolewright::server::serve(parsed.options, signals);
}
