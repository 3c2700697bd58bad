// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/certificate.h"

#include <boost/asio/ssl.hpp>

namespace rolewright::server {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;

Result<std::shared_ptr<asio::ssl::context>> readCertificate(const QString &certificate, const QString &key)
{
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_compression);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION);
    boost::system::error_code error;
    context->use_certificate_chain_file(certificate.toStdString(), error);
    if (error)
        return failure(ErrorCode::Unavailable,
                       u"The certificate cannot be read: %1."_s.arg(QString::fromStdString(error.message())),
                       certificate);
    context->use_private_key_file(key.toStdString(), asio::ssl::context::pem, error);
    if (error)
        return failure(ErrorCode::Unavailable,
                       u"The key cannot be read, or is not that of the certificate: %1."_s.arg(
                           QString::fromStdString(error.message())),
                       key);
    return context;
}

} // namespace rolewright::server
