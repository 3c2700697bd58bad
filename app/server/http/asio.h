// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <QByteArray>

// Asio takes the memory of its coroutines and gives it back by functions of its own; GCC 12 sees half of that.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

// What the sources of this folder call the parts of Boost.Asio and Boost.Beast; nobody else includes it.
namespace rolewright::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using Plain = beast::tcp_stream;
using Secure = beast::ssl_stream<beast::tcp_stream>;
using boost::system::error_code;

// Errors as values: the coroutines decide what each of them means.
constexpr auto Await = asio::as_tuple(asio::use_awaitable);

inline QByteArray bytes(const beast::string_view &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace rolewright::server
