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
    // What the trail says of what is no change of the policy.
    {QT_TRANSLATE_NOOP("core", "sign in")},
    {QT_TRANSLATE_NOOP("core", "confirm %1")},
    {QT_TRANSLATE_NOOP("core", "failed attempts as %1: %2")},
    {QT_TRANSLATE_NOOP("core", "guard the store; %1 administers it")},
    {QT_TRANSLATE_NOOP("core", "set the password of %1")},
    {QT_TRANSLATE_NOOP("core", "take the password of %1")},
    {QT_TRANSLATE_NOOP("core", "set up one-time codes, with %1 recovery codes")},
    {QT_TRANSLATE_NOOP("core", "take the one-time codes of %1 away")},
    {QT_TRANSLATE_NOOP("core",
                       "take the lost one-time codes of %1 away, at the console with the keys of the store")},
    {QT_TRANSLATE_NOOP("core", "let the key %1 seal the trail")},
    {QT_TRANSLATE_NOOP("core", "let the key %1 seal the trail no more")},
    {QT_TRANSLATE_NOOP("core", "accept the trail as it is: at record %1, sealed to %2, last seen at %3")},
    {QT_TRANSLATE_NOOP("core", "give %1 the token %2, \"%3\", for %4 in place of token %5")},
    {QT_TRANSLATE_NOOP("core", "give %1 the token %2, \"%3\", for %4")},
    {QT_TRANSLATE_NOOP("core", "take the token %1 from %2")},
    {QT_TRANSLATE_NOOP("core", "erase %1 names and attribute values of %2")},
    {QT_TRANSLATE_NOOP("core", "archive the records up to %1, and the versions before %2: %3")},
    {QT_TRANSLATE_NOOP("core", "refused, %1 in a day: %2"), Nested},
    // What is wrong with a trail or an archive; ends no sentence, as it stands in one.
    {QT_TRANSLATE_NOOP("core", "the archive %1: %2"), Nested},
    {QT_TRANSLATE_NOOP("core", "record %1 is missing: record %2 stands in its place")},
    {QT_TRANSLATE_NOOP("core", "record %1 is not as it was written: its hash does not match")},
    {QT_TRANSLATE_NOOP("core", "the trail ends at record %1, but %2 were written")},
    {QT_TRANSLATE_NOOP("core", "record %1 was added: only %2 were written")},
    {QT_TRANSLATE_NOOP("core", "the last record, %1, is not the one that the head of the trail names")},
    {QT_TRANSLATE_NOOP("core", "the keys that the store names are not those that its trail names")},
    {QT_TRANSLATE_NOOP("core",
                       "the trail ends at record %1, but was sealed up to record %2: it was cut off")},
    {QT_TRANSLATE_NOOP("core",
                       "the seal of record %1 does not hold: some record from %2 on was written anew, or the "
                       "seal was made with a key that does not count")},
    {QT_TRANSLATE_NOOP("core", "the records from %1 on are not sealed: they were written without a key")},
    {QT_TRANSLATE_NOOP("core",
                       "the trail ends at record %1, but had come to record %2: it was cut off, or an "
                       "older copy put back")},
    {QT_TRANSLATE_NOOP("core", "record %1 is not the one that this installation saw")},
    {QT_TRANSLATE_NOOP("core", "version %1 does not hold the changes that its records name")},
    {QT_TRANSLATE_NOOP("core",
                       "a name or an attribute value of version %1 is not the one that was recorded")},
    {QT_TRANSLATE_NOOP("core", "what stays of the archived records is not readable")},
    {QT_TRANSLATE_NOOP("core", "what stays of the archived records is not what record %1 says")},
    {QT_TRANSLATE_NOOP("core", "the records up to %1 are gone, and no record says that they were archived")},
    {QT_TRANSLATE_NOOP(
        "core",
        "the records up to %1 were archived, as record %2 says, and this installation has seen "
        "neither that record nor the archive")},
    {QT_TRANSLATE_NOOP("core", "something follows the checkpoint that ends it")},
    {QT_TRANSLATE_NOOP("core", "record %1 is not as it was written")},
    {QT_TRANSLATE_NOOP("core", "its checkpoint, line %1, is not as it was signed")},
    {QT_TRANSLATE_NOOP("core",
                       "it ends with record %1, but its checkpoint was signed of record %2 or of another one "
                       "there")},
    {QT_TRANSLATE_NOOP("core", "its checkpoint is of another store")},
    {QT_TRANSLATE_NOOP("core", "it does not end in a checkpoint: records were cut off")},
    {QT_TRANSLATE_NOOP("core", "%1 ends with record %2, and %3 begins with record %4")},
    {QT_TRANSLATE_NOOP("core", "%1 does not go on from %2")},
    {QT_TRANSLATE_NOOP(
        "core",
        "the store has all of its records from the first on: none was archived, or %1 is of an "
        "archiving that did not come to its end")},
    {QT_TRANSLATE_NOOP("core", "%1 ends with record %2, and the trail of the store begins with record %3")},
    {QT_TRANSLATE_NOOP("core", "the trail of the store does not go on from %1")},
};

} // namespace

std::span<const CoreSentence> archiveSentences()
{
    return Sentences;
}

} // namespace rolewright
