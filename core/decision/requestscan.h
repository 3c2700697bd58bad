// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/request.h"

namespace rolewright {

// parseRequest() for millions of lines: one pass over an ordinary request, into a Request whose buffers are used again.
// Ordinary is: ASCII without escapes, known members, and members of single values beside them. True: `request` is what
// parseRequest() gives. False: ask parseRequest(), which knows everything; `request` is anything then.
bool scanRequest(QByteArrayView text, Request &request);

} // namespace rolewright
