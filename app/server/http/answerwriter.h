// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/asio.h"
#include "app/server/http/message.h"

namespace rolewright::server {

// Answers on their way out, on the thread of the connection. `Stream` is Plain or Secure; `lowest` is where
// its deadlines are set.

// False where the connection is over: it broke, or the answer was its last.
template <class Stream>
asio::awaitable<bool> writeAnswer(Stream &stream, Plain &lowest, const ServerResponse &response,
                                  unsigned version, bool keep, bool isHead);
// Says why, and takes what is still coming for a moment: a reset would take the answer along.
template <class Stream>
asio::awaitable<void> writeRefusal(Stream &stream, Plain &lowest, int status);
// "100 Continue"; false where it could not be sent.
template <class Stream>
asio::awaitable<bool> writeContinue(Stream &stream, Plain &lowest);

} // namespace rolewright::server
