// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/headercheck.h"

namespace rolewright::server {

namespace beast = boost::beast;
namespace http = beast::http;

namespace {

std::string_view view(const beast::string_view &text)
{
    return {text.data(), text.size()};
}

} // namespace

int problemOfHeader(const http::request<http::string_body> &message)
{
    if (message.version() != 10 && message.version() != 11)
        return 505;
    const std::size_t hosts = message.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && message.version() == 11))
        return 400;
    const std::size_t lengths = message.count(http::field::content_length);
    if (const std::size_t encodings = message.count(http::field::transfer_encoding); encodings > 0) {
        if (message.version() != 11 || encodings > 1 || lengths > 0
            || !beast::iequals(message[http::field::transfer_encoding], "chunked"))
            return 400;
    }
    if (lengths > 1)
        return 400;
    if (lengths == 1) {
        for (const char c : view(message[http::field::content_length])) {
            if (c < '0' || c > '9')
                return 400;
        }
    }
    // Each is acted on, and somebody in between may look at another one of two.
    for (const beast::string_view once : {"Authorization", "Content-Type", "If-Match", "Idempotency-Key"}) {
        if (message.count(once) > 1)
            return 400;
    }
    if (message.count(http::field::content_encoding) > 0
        && !beast::iequals(message[http::field::content_encoding], "identity"))
        return 415;
    if (message.count(http::field::expect) > 0
        && !beast::iequals(message[http::field::expect], "100-continue"))
        return 417;
    for (const auto &field : message) {
        for (const char c : view(field.name_string())) {
            if (c <= ' ' || c == 127)
                return 400;
        }
    }
    return message.target().starts_with('/') ? 0 : 400;
}

} // namespace rolewright::server
