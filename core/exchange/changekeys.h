// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/fields.h"

#include <QStringView>

namespace rolewright {

// The members of a change-set document that hold a change's `key` and `other`.
inline QList<QStringView> keyMembers(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Permission:
    case Change::Kind::Role:
    case Change::Kind::Constraint:
    case Change::Kind::Operation:
    case Change::Kind::Test:
        return {u"name"};
    case Change::Kind::User:
        return {u"id"};
    case Change::Kind::Grant:
        return {u"role", u"grant"};
    case Change::Kind::Inheritance:
        return {u"role", u"inherits"};
    case Change::Kind::Assignment:
        return {u"user", u"role"};
    case Change::Kind::Member:
        return {u"constraint", u"role"};
    case Change::Kind::Delegation:
    case Change::Kind::Approval:
    case Change::Kind::Ownership:
        break;
    }
    return {};
}

} // namespace rolewright
