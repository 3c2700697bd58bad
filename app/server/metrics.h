// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <map>
#include <mutex>

namespace rolewright::server {

// What is counted, in the text format of Prometheus. Any thread.
class Metrics
{
public:
    void countRequest(const QByteArray &route, int status);

    // A gauge or counter of elsewhere, for this text.
    struct Value
    {
        QByteArray name;
        QByteArray help;
        bool isCounter = false;
        qint64 value = 0;
    };
    QByteArray text(const QList<Value> &others) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<QByteArray, int>, qint64> m_requests;
};

} // namespace rolewright::server
