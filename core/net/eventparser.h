// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace rolewright {

struct ServerEvent
{
    QByteArray name; // "message" where none was said
    QByteArray data; // lines, without the last line's end

    friend bool operator==(const ServerEvent &, const ServerEvent &) = default;
};

// Reads server-sent events (WHATWG HTML, 9.2.6) out of bytes, cut wherever they are. Comments, ids and what
// is not known are passed over: who reconnects is told the newest. No I/O.
class EventParser
{
public:
    static constexpr qsizetype Longest = 64 << 10; // bytes of an event, or of a line

    // The events that are whole now; Invalid where one is too long, and from then on.
    Result<QList<ServerEvent>> take(const QByteArray &piece);

private:
    void takeLine(QByteArrayView line, QList<ServerEvent> &events);

    QByteArray m_line; // without its end yet
    ServerEvent m_event;
    bool m_afterReturn = false; // a line feed belongs to the line before
};

} // namespace rolewright
