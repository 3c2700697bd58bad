// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/message.h"
#include "core/base/result.h"

namespace rolewright::server {

// RFC 9457 problem documents: what happened, to what, and what the client can do next.
struct Problem
{
    int status = 400;
    QByteArray type; // the last part of its URI, "confirmation-needed"; empty: about:blank
    QString detail;
    Findings findings = {}; // all errors of an invalid document
    HttpHeaders headers = {};
    QList<std::pair<QString, QString>> members = {}; // further ones, such as the digest to confirm
};
ServerResponse toResponse(const Problem &problem);
// By the class of the error.
ServerResponse toResponse(const Error &error);
int statusOf(ErrorCode code);

ServerResponse jsonResponse(const QByteArray &json, int status = 200);

} // namespace rolewright::server
