// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace rolewright::server {

// A server's side of TLS 1.2 or later, without renegotiation, from two PEM files. Unavailable where one
// cannot be read, or the key is not that of the certificate. Any thread.
Result<std::shared_ptr<boost::asio::ssl::context>> readCertificate(const QString &certificate,
                                                                   const QString &key);

} // namespace rolewright::server
