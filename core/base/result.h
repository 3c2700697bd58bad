// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/finding.h"

#include <tl/expected.hpp>

#include <utility>

namespace rolewright {

// What failed, in the classes that a caller can act on. The command line's exit status follows from it
// (interfaces.md, Command line).
enum class ErrorCode {
    Usage, // the call itself is wrong
    Invalid, // the input is not valid; `findings` has every error
    Conflict, // the policy has moved on, or the same thing was changed twice
    Unavailable, // the store cannot be reached, read or written
    NotPermitted,
    Cancelled,
};

struct Error
{
    ErrorCode code = ErrorCode::Unavailable;
    QString message; // what happened, to what, and what the person can do next
    QString place; // the file, store or thing it happened to; may be empty
    Findings findings; // for Invalid: all errors, in order

    friend bool operator==(const Error &, const Error &) = default;
};

// The message with its place and one finding a line.
QString toText(const Error &error);

// A value, or why there is none. The environment failed -> Result; a policy is not good -> Findings; the programmer
// erred -> Q_ASSERT. No exception crosses an API.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

using Status = Result<void>;

inline tl::unexpected<Error> failure(ErrorCode code, QString message, QString place = {}, Findings findings = {})
{
    return tl::unexpected<Error>(
        Error {code, std::move(message), std::move(place), std::move(findings)});
}

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace rolewright
