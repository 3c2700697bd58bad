// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/coresentences.h"

#include <QtGlobal>

namespace rolewright {

namespace {

using enum CoreSentence::Part;

constexpr CoreSentence Sentences[] = {
    {QT_TRANSLATE_NOOP("core", "The archive cannot be read: %1.")},
    {QT_TRANSLATE_NOOP("core",
                       "Only the owner of the database may remove what is recorded. Nothing was changed: "
                       "erase with \"rolewrightctl log erase\" and the owner's login.")},
    {QT_TRANSLATE_NOOP("core",
                       "The records of a store in a database are never removed by Rolewright. Nothing was "
                       "changed: only the owner of the database could.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The keys of this store and the one-time codes are the business of its server. Nothing was "
        "changed: sign in to the server for codes; change keys where it runs, with "
        "\"rolewrightctl --server-password-file\".")},
    {QT_TRANSLATE_NOOP(
        "core",
        "One-time codes go with a password of the server, and you signed in with your database "
        "login. Nothing was changed: set yourself a password on the server, and sign in with it.")},
    {QT_TRANSLATE_NOOP(
        "core", "%1 is not asked for one-time codes. Nothing was changed: sign in with the password.")},
    {QT_TRANSLATE_NOOP("core",
                       "Only the owner of the database may remove what is recorded. Nothing was changed: "
                       "sign in with a login that is a member of %1, too.")},
    {QT_TRANSLATE_NOOP("core",
                       "Older records of the store were archived, and this installation has not seen it. "
                       "Nothing was changed: verify the trail with the archive, or accept it as it is.")},
    {QT_TRANSLATE_NOOP(
        "core", "The trail begins with %1 or later: there is nothing to archive. Name a later moment.")},
    {QT_TRANSLATE_NOOP("core",
                       "Somebody archived or erased records meanwhile. Nothing was archived: try again.")},
    {QT_TRANSLATE_NOOP("core", "An archive ends in a signed checkpoint.")},
    {QT_TRANSLATE_NOOP("core",
                       "There is no key to sign the archive with. Nothing was archived: give the keys of the "
                       "store, or a key of your own for a store that is not sealed.")},
    {QT_TRANSLATE_NOOP("core", "The trail is not intact: %1. Nothing was archived: see \"log verify\"."),
     Nested},
    {QT_TRANSLATE_NOOP("core",
                       "%1 The archive was written, and stays: \"log verify --archive\" says whether its "
                       "records are still in the store, too; then delete it and archive again."),
     Nested},
    {QT_TRANSLATE_NOOP("core",
                       "The archives are not of the trail that this installation saw at record %1. Nothing "
                       "was changed: restore the store from a backup, or accept the trail as it is.")},
};

} // namespace

std::span<const CoreSentence> archiveSentences()
{
    return Sentences;
}

} // namespace rolewright
