// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

namespace rolewright {

// A command as the palette knows it.
struct Command
{
    QString name;
    QString title; // "Grant", without a mnemonic
    QString keys; // "Insert"; may be empty

    friend bool operator==(const Command &, const Command &) = default;
};

// What a search found: a thing of the policy, or a command.
struct PaletteHit
{
    enum class Kind { Command, User, Role, Permission, Operation, Constraint };

    Kind kind = Kind::Command;
    QString key; // the thing's name, the command's name
    QString title;
    QString detail; // a command's keys; a user's name where it is not the id
    int rank = 0; // less is better

    friend bool operator==(const PaletteHit &, const PaletteHit &) = default;
};

constexpr qsizetype HitMaximum = 50;

// The best matches, best first: equal, at the start, at the start of a word, inside, the parts in this order
// ("compute del"), and last letters in this order ("apub" finds article:publish). In permissions `.` and `/` are as
// good as `:`. `u `, `r `, `p `, `o ` and `c ` ask for users, roles, permissions,
// operations and constraints only. Nothing typed: all commands, in their order. Pure; for a worker: 100,000
// users take some 10 ms.
QList<PaletteHit> findHits(const QList<Command> &commands, const Policy &policy, const QString &typed,
                    const CancelToken &cancel);

// How well a text matches; less is better, nothing where it does not.
std::optional<int> rankOf(const QString &text, const QString &typed);

} // namespace rolewright
