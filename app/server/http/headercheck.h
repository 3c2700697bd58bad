// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/beast/http.hpp>

namespace rolewright::server {

// What Debian's Beast 1.81 lets pass and may be read as two requests by somebody in between: the status to
// refuse it with, or 0 where it is fine. Before the body is read; any thread.
int problemOfHeader(const boost::beast::http::request<boost::beast::http::string_body> &message);

} // namespace rolewright::server
