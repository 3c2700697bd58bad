// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/httpserver.h"
#include "core/net/signedtoken.h"

namespace rolewright::server {

struct Options
{
    QString store;
    QString passwordFile; // of its login in a database
    QString keyFile; // of a sealed store
    qint64 sealEvery = 0; // ms after its last seal; 0: only with what is recorded
    HttpSettings http;
    TokenIssuer issuer; // whose tokens are taken too
    QString issuerKeys; // a JWKS file or its address; empty: none are
    QString redis; // its address; empty: none
    QString redisPasswordFile;
    QString redisAuthorities; // PEM file
    QString url; // as clients name this server; empty: from address and port
    int grace = 10'000; // ms for requests under way when it is stopped
    bool check = false; // say whether all of this would work, and end
};

// From the command line, the environment (ROLEWRIGHTD_STORE, ..) and a configuration file, in this order; an
// option that none of them knows is refused. Returns what to exit with where there is nothing to serve: help,
// or a mistake, which has been said by then.
struct Parsed
{
    Options options;
    std::optional<int> exit;
};
Parsed parseOptions(int argc, char **argv);

} // namespace rolewright::server
