// SPDX-License-Identifier: Apache-2.0
#include "app/server/metrics.h"

namespace rolewright::server {

void Metrics::countRequest(const QByteArray &route, int status)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[{route, status}];
}

QByteArray Metrics::text(const QList<Value> &others) const
{
    QByteArray text = "# HELP rolewright_requests_total Requests, by route and status.\n"
                      "# TYPE rolewright_requests_total counter\n";
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[key, count] : m_requests)
            text += "rolewright_requests_total{route=\"" + key.first + "\",status=\""
                + QByteArray::number(key.second) + "\"} " + QByteArray::number(count) + '\n';
    }
    for (const Value &other : others) {
        text += "# HELP " + other.name + ' ' + other.help + "\n# TYPE " + other.name
            + (other.isCounter ? " counter\n" : " gauge\n") + other.name + ' '
            + QByteArray::number(other.value) + '\n';
    }
    return text;
}

} // namespace rolewright::server
