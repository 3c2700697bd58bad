// SPDX-License-Identifier: Apache-2.0
#include "app/server/options.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

// "127.0.0.1:8443" or "[::1]:8443".
std::string readAddress(const std::string &text, HttpSettings &http)
{
    const QString address = QString::fromStdString(text);
    const qsizetype colon = address.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = colon < 0 ? 0 : address.mid(colon + 1).toUInt(&isNumber);
    if (colon < 1 || !isNumber || port > 0xffff)
        return "write an address and a port, such as 127.0.0.1:8443 or [::1]:8443";
    http.address = address.left(colon);
    if (http.address.startsWith(u'[') && http.address.endsWith(u']'))
        http.address = http.address.mid(1, http.address.size() - 2);
    http.port = quint16(port);
    return {};
}

bool isLoopback(const QString &address)
{
    return address.startsWith("127."_L1) || address == "::1"_L1;
}

} // namespace

Parsed parseOptions(int argc, char **argv)
{
    Parsed parsed;
    Options &options = parsed.options;
    std::string store;
    std::string keyFile;
    std::string passwordFile;
    std::string listen = "127.0.0.1:8443";
    std::string certificate;
    std::string key;
    std::string url;
    std::string issuer;
    std::string audience;
    std::string algorithm = "RS256";
    std::string issuerKeys;
    std::string redis;
    std::string redisPasswordFile;
    std::string redisAuthorities;
    int grace = 10;
    int sealEvery = 3600;
    CLI::App app("rolewrightd: serves a policy to several administrators, and decisions to applications.");
    app.set_version_flag("--version", ROLEWRIGHT_VERSION);
    app.set_config("--config", "", "A file with these options, one \"name = value\" a line");
    app.allow_config_extras(false);
    app.add_option("--store", store, "The guarded store: a file, or postgresql://user@host/database")
        ->envname("ROLEWRIGHTD_STORE")
        ->required();
    app.add_option("--password-file", passwordFile,
                   "The password of the server's login in a database; nobody else may read the file")
        ->envname("ROLEWRIGHTD_PASSWORD_FILE");
    app.add_option("--key-file", keyFile,
                   "The keys of a sealed store, as rolewrightctl made them; nobody else may read it")
        ->envname("ROLEWRIGHTD_KEY_FILE");
    app.add_option("--seal-every", sealEvery,
                   "Seconds after which the trail of a sealed store is sealed once more, also when nothing happened; 0: not")
        ->envname("ROLEWRIGHTD_SEAL_EVERY")
        ->check(CLI::Range(0, 366 * 24 * 3600))
        ->capture_default_str();
    app.add_option("--listen", listen, "Address and port")
        ->envname("ROLEWRIGHTD_LISTEN")
        ->capture_default_str();
    app.add_option("--certificate", certificate,
                   "PEM file with the certificate and its chain; read again on SIGHUP")
        ->envname("ROLEWRIGHTD_CERTIFICATE");
    app.add_option("--key", key, "PEM file with the key of the certificate")->envname("ROLEWRIGHTD_KEY");
    app.add_option("--url", url, "How clients name this server, such as https://policy.example.org:8443")
        ->envname("ROLEWRIGHTD_URL");
    app.add_option("--issuer", issuer, "Whose signed tokens (JWT) are taken too: their \"iss\"")
        ->envname("ROLEWRIGHTD_ISSUER");
    app.add_option("--issuer-audience", audience, "What their \"aud\" must name")
        ->envname("ROLEWRIGHTD_ISSUER_AUDIENCE");
    app.add_option("--issuer-algorithm", algorithm, "How they are signed, whatever they say themselves")
        ->envname("ROLEWRIGHTD_ISSUER_ALGORITHM")
        ->capture_default_str();
    app.add_option("--issuer-keys", issuerKeys,
                   "The issuer's keys: a JWKS file, read again on SIGHUP, or its address")
        ->envname("ROLEWRIGHTD_ISSUER_KEYS");
    app.add_option("--redis", redis,
                   "Where applications find what users hold: redis://127.0.0.1:6379 or rediss://user@host/2")
        ->envname("ROLEWRIGHTD_REDIS");
    app.add_option("--redis-password-file", redisPasswordFile, "The password; nobody else may read the file")
        ->envname("ROLEWRIGHTD_REDIS_PASSWORD_FILE");
    app.add_option("--redis-authorities", redisAuthorities,
                   "PEM file with the authorities to trust for rediss://, instead of the system's")
        ->envname("ROLEWRIGHTD_REDIS_AUTHORITIES");
    app.add_option("--threads", options.http.threads, "Threads that answer")
        ->envname("ROLEWRIGHTD_THREADS")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    app.add_option("--connections", options.http.connections,
                   "Most connections at a time; further ones are closed")
        ->envname("ROLEWRIGHTD_CONNECTIONS")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    app.add_option("--grace", grace, "Seconds for requests that are under way when it is stopped")
        ->envname("ROLEWRIGHTD_GRACE")
        ->check(CLI::Range(0, 600))
        ->capture_default_str();
    app.add_flag("--check", options.check, "Say whether the server could start with these options, and end");
    try {
        app.parse(argc, argv);
        if (const std::string wrong = readAddress(listen, options.http); !wrong.empty())
            throw CLI::ValidationError("--listen", wrong);
        if (issuer.empty() != issuerKeys.empty() || issuer.empty() != audience.empty())
            throw CLI::ValidationError("--issuer", "an issuer, its audience and its keys go together");
        if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://"))
            throw CLI::ValidationError("--url", "write an address, such as https://policy.example.org:8443");
        if (certificate.empty() != key.empty())
            throw CLI::ValidationError("--certificate", "a certificate and its key go together");
        if (certificate.empty() && !isLoopback(options.http.address))
            throw CLI::ValidationError(
                "--listen",
                "without --certificate and --key it listens on this machine only: passwords would "
                "cross the network in the clear");
    } catch (const CLI::ConfigError &) {
        std::fprintf(
            stderr,
            "rolewrightd: %s: There is a line that is no option of rolewrightd, which are \"name = value\". "
            "Correct it; --help lists them.\n",
            app.get_config_ptr()->as<std::string>().c_str());
        parsed.exit = 2;
    } catch (const CLI::ParseError &error) {
        const int status = app.exit(error);
        parsed.exit = status == 0 ? 0 : 2;
    }
    options.store = QString::fromStdString(store);
    options.passwordFile = QString::fromStdString(passwordFile);
    options.keyFile = QString::fromStdString(keyFile);
    options.sealEvery = sealEvery * 1000ll;
    options.http.certificate = QString::fromStdString(certificate);
    options.http.key = QString::fromStdString(key);
    options.url = QString::fromStdString(url);
    options.issuer = {QString::fromStdString(issuer), QString::fromStdString(audience),
                      QByteArray::fromStdString(algorithm)};
    options.issuerKeys = QString::fromStdString(issuerKeys);
    options.redis = QString::fromStdString(redis);
    options.redisPasswordFile = QString::fromStdString(redisPasswordFile);
    options.redisAuthorities = QString::fromStdString(redisAuthorities);
    while (options.url.endsWith(u'/'))
        options.url.chop(1);
    options.grace = grace * 1000;
    return parsed;
}

} // namespace rolewright::server
