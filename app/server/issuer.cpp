// SPDX-License-Identifier: Apache-2.0
#include "app/server/issuer.h"

#include "app/server/requestlog.h"
#include "core/base/readfile.h"
#include "core/net/httpclient.h"

#include <chrono>

namespace rolewright::server {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

Issuer::Issuer(const TokenIssuer &issuer, const QString &keys)
    : m_issuer(issuer)
    , m_keys(keys)
    , m_isRemote(keys.contains("://"_L1))
{
}

Result<std::unique_ptr<Issuer>> Issuer::open(const TokenIssuer &issuer, const QString &keys)
{
    std::unique_ptr<Issuer> opened(new Issuer(issuer, keys));
    if (const Status loaded = opened->reload(); !loaded)
        return failure(loaded.error());
    if (opened->m_isRemote) {
        opened->m_thread.reset(QThread::create([issuer = opened.get()] { issuer->run(); }));
        opened->m_thread->start();
    }
    return opened;
}

Issuer::~Issuer()
{
    if (!m_thread)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_all();
    m_thread->wait();
}

void Issuer::run()
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, milliseconds(Interval), [this] { return m_isAsked || m_isEnding; });
            if (m_isEnding)
                return;
        }
        if (const Status loaded = reload(); !loaded)
            logEvent(u"issuer-keys-kept"_s, toText(loaded.error()));
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, milliseconds(Pause), [this] { return m_isEnding; }))
            return;
        m_isAsked = false;
    }
}

Result<QByteArray> Issuer::read() const
{
    if (!m_isRemote)
        return readInput(m_keys);
    const qsizetype host = m_keys.indexOf("://"_L1) + 3;
    const qsizetype slash = m_keys.indexOf(u'/', host);
    const Result<std::unique_ptr<HttpClient>> http = HttpClient::open(m_keys.left(slash));
    if (!http)
        return failure(http.error());
    HttpRequest request;
    request.path = slash < 0 ? QString() : m_keys.mid(slash);
    request.headers = {{"Accept", "application/json"}};
    request.deadline = milliseconds(10'000);
    const Result<HttpResponse> response = (*http)->send(request);
    if (!response)
        return failure(response.error());
    if (response->status == 200)
        return response->body;
    return failure(
        ErrorCode::Unavailable,
        u"The issuer's keys cannot be read: its server answers with status %1. Look at the address."_s.arg(
            response->status),
        m_keys);
}

Status Issuer::reload()
{
    const Result<QByteArray> keys = read();
    if (!keys)
        return failure(keys.error());
    Result<TokenVerifier> verifier = TokenVerifier::make(m_issuer, *keys);
    if (!verifier)
        return failure(verifier.error().code, verifier.error().message, m_keys, verifier.error().findings);
    const std::lock_guard lock(m_mutex);
    m_verifier = std::make_shared<const TokenVerifier>(std::move(*verifier));
    ++m_generation;
    return {};
}

int Issuer::generation() const
{
    const std::lock_guard lock(m_mutex);
    return m_generation;
}

std::optional<TokenClaims> Issuer::verify(const QByteArray &token, Instant now)
{
    std::shared_ptr<const TokenVerifier> verifier;
    {
        const std::lock_guard lock(m_mutex);
        verifier = m_verifier;
    }
    const Result<TokenClaims> claims = verifier->verify(token, now);
    if (claims)
        return *claims;
    if (m_isRemote && !verifier->knowsKeyOf(token)) {
        {
            const std::lock_guard lock(m_mutex);
            m_isAsked = true;
        }
        m_wake.notify_all();
    }
    return {};
}

} // namespace rolewright::server
