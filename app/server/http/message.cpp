// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/message.h"

namespace rolewright::server {

std::optional<QByteArray> ServerRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace rolewright::server
