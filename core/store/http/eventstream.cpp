// SPDX-License-Identifier: Apache-2.0
#include "core/store/http/eventstream.h"

#include "core/net/eventparser.h"
#include "core/store/http/serverjson.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <limits>

namespace rolewright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(storeLog, "rolewright.store")

constexpr auto Silence = 15s; // the server says something every 5
constexpr auto FirstPause = 100ms;
constexpr auto LongestPause = 800ms; // and up to a quarter: not everybody comes back at once
constexpr auto UntilSignIn = 250ms;

} // namespace

EventStream::EventStream(const HttpLocation &location, const std::function<void()> &wake)
    : m_location(location)
    , m_wake(wake)
    , m_thread(QThread::create([this] { run(); }))
{
    m_thread->start();
}

EventStream::~EventStream()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        if (m_link)
            m_link->cancel();
    }
    m_stopping.notify_all();
    m_thread->wait();
}

std::optional<qint64> EventStream::version() const
{
    const std::lock_guard lock(m_mutex);
    return m_version;
}

QList<Presence> EventStream::others() const
{
    const std::lock_guard lock(m_mutex);
    return m_others;
}

template <class T>
void EventStream::set(T &member, const T &now)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(member, now) == now)
            return;
    }
    m_wake();
}

bool EventStream::isStopped(std::chrono::milliseconds pause)
{
    std::unique_lock lock(m_mutex);
    return m_stopping.wait_for(lock, pause, [this] { return m_stopped; });
}

void EventStream::run()
{
    Result<std::unique_ptr<ServerLink>> link = ServerLink::open(m_location);
    if (!link) {
        qCWarning(storeLog,
                  "The events of %s cannot be listened to, so its version is asked for every second: %s",
                  qPrintable(m_location.text()), qPrintable(toText(link.error())));
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_link = std::move(*link);
    }
    QString logged;
    auto pause = FirstPause;
    while (!isStopped()) {
        if (!m_link->isSignedIn()) {
            set(m_others, {});
            isStopped(UntilSignIn);
            continue;
        }
        const Status ended = listen();
        if (isStopped())
            break;
        const bool wasOpen = version().has_value();
        set(m_version, {});
        if (!wasOpen)
            set(m_others, {});
        if (wasOpen) {
            pause = FirstPause;
            logged.clear();
        } else if (const QString why = ended ? u"the server ended the stream"_s : toText(ended.error());
                   (ended || !needsSignIn(ended.error())) && std::exchange(logged, why) != why) {
            qCWarning(storeLog,
                      "The events of %s are not to be had, so its version is asked for every second: %s",
                      qPrintable(m_location.text()), qPrintable(why));
        }
        isStopped(pause + pause * QRandomGenerator::global()->bounded(250) / 1000);
        pause = std::min<std::chrono::milliseconds>(2 * pause, LongestPause);
    }
    const std::lock_guard lock(m_mutex);
    m_link.reset();
}

Status EventStream::listen()
{
    EventParser parser;
    HttpRequest request;
    request.path = u"/api/v1/events"_s;
    request.headers = {{"Accept", "text/event-stream"}};
    request.silence = Silence;
    request.deadline = std::chrono::milliseconds::max();
    request.bodyMaximum = std::numeric_limits<qint64>::max();
    request.received = [&](const QByteArray &piece) -> Status {
        const Result<QList<ServerEvent>> events = parser.take(piece);
        if (!events)
            return failure(events.error());
        for (const ServerEvent &event : *events) {
            if (Status taken = take(event); !taken)
                return taken;
        }
        return {};
    };
    const Result<HttpResponse> ended = m_link->send(request);
    return ended ? Status() : failure(ended.error());
}

Status EventStream::take(const ServerEvent &event)
{
    if (event.name != "version" && event.name != "presence")
        return {};
    const Result<JsonDocument> document = JsonDocument::parse(event.data);
    if (event.name == "version") {
        const std::optional<qint64> version =
            document ? readNumber(document->root(), u"version") : std::nullopt;
        if (!version)
            return failure(notThisServer(u"The server told of what is no version"_s, m_location.text()));
        set(m_version, version);
        return {};
    }
    const std::optional<QList<Presence>> others = document ? readPresence(document->root()) : std::nullopt;
    if (!others)
        return failure(notThisServer(u"The server told of what is nobody's presence"_s, m_location.text()));
    set(m_others, *others);
    return {};
}

} // namespace rolewright
