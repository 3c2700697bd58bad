// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace rolewright::server {

// One JSON object a line on standard error, for journald. Routes, not paths, and no queries, headers or
// bodies: what people are called and what they send never gets here. Any thread.
struct LoggedRequest
{
    QByteArray route; // "POST /access/v1/evaluation"
    int status = 0;
    qint64 microseconds = 0;
    QByteArray peer;
};
void logRequest(const LoggedRequest &request);
void logEvent(const QString &what, const QString &detail = {});

} // namespace rolewright::server
