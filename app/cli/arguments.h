// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

namespace rolewright::cli {

// Restricts an option to some words. They are its type name ("gained|lost"), where --help shows and
// completion finds them.
inline CLI::Option *restrictTo(const std::vector<std::string> &words, CLI::Option *option)
{
    CLI::Validator member = CLI::IsMember(words);
    return option->check(member.description(""))->type_name(CLI::detail::join(words, "|"));
}

} // namespace rolewright::cli
