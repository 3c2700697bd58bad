// SPDX-License-Identifier: Apache-2.0
#include "core/net/eventparser.h"

namespace rolewright {

using namespace Qt::StringLiterals;

Result<QList<ServerEvent>> EventParser::take(const QByteArray &piece)
{
    QList<ServerEvent> events;
    for (const char byte : piece) {
        const bool belongsBefore = std::exchange(m_afterReturn, byte == '\r') && byte == '\n';
        if (belongsBefore)
            continue;
        if (byte == '\r' || byte == '\n')
            takeLine(std::exchange(m_line, {}), events);
        else if (m_line.size() + m_event.data.size() < Longest)
            m_line += byte;
        else
            return failure(
                ErrorCode::Invalid,
                u"The server sent an event of more than %1 bytes. Look whether this is the right server."_s
                    .arg(Longest));
    }
    return events;
}

void EventParser::takeLine(QByteArrayView line, QList<ServerEvent> &events)
{
    if (line.isEmpty()) {
        ServerEvent event = std::exchange(m_event, {});
        if (event.data.isEmpty())
            return;
        event.data.chop(1);
        if (event.name.isEmpty())
            event.name = "message";
        events.append(event);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "event")
        m_event.name = value.toByteArray();
    else if (field == "data")
        m_event.data += value.toByteArray() + '\n';
}

} // namespace rolewright
