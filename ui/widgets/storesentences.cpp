// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/coresentences.h"

#include <QtGlobal>

namespace rolewright {

namespace {

using enum CoreSentence::Part;

constexpr CoreSentence Sentences[] = {
    {QT_TRANSLATE_NOOP("core", "create the store")},
    {QT_TRANSLATE_NOOP("core", "Nobody is signed in.")},
    {QT_TRANSLATE_NOOP("core",
                       "The tokens of applications are kept by the server of this store. Nothing was "
                       "changed: ask the server.")},
    {QT_TRANSLATE_NOOP("core", "%1 Nothing was changed."), Nested},
    {QT_TRANSLATE_NOOP("core", "The name of the token %1; choose another."), Nested},
    {QT_TRANSLATE_NOOP("core", "A token is for some of %1.")},
    {QT_TRANSLATE_NOOP("core", "A token is for something.")},
    {QT_TRANSLATE_NOOP("core", "The token would be over already; choose a later time.")},
    {QT_TRANSLATE_NOOP("core", "There is no user %1; add the user first.")},
    {QT_TRANSLATE_NOOP("core", "%1 has no token %2 to replace.")},
    {QT_TRANSLATE_NOOP("core", "There is no token %1.")},
    {QT_TRANSLATE_NOOP("core",
                       "The login %1 may not keep the passwords of the server's users. Have the owner of the "
                       "database make it a member of %2.")},
    {QT_TRANSLATE_NOOP("core", "This kind of store has no administrators to sign in.")},
    {QT_TRANSLATE_NOOP("core", "The password cannot be read: %1. Nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "apply although tests fail: %1")},
    {QT_TRANSLATE_NOOP("core", "confirmed a second time: %1")},
    {QT_TRANSLATE_NOOP("core", "the clock stands %1 s behind the event before")},
    {QT_TRANSLATE_NOOP("core", "set %1 of user %2"), FirstWord},
    {QT_TRANSLATE_NOOP("core", "Look whether they are in the store before you apply them again.")},
    {QT_TRANSLATE_NOOP("core",
                       "Nobody is signed in to this store, and it lets nobody else in. Sign in with your "
                       "name and password.")},
    {QT_TRANSLATE_NOOP("core", "It asks for a login and a password.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The policy is at version %1 by now, and these changes were made on version %2. Nothing was changed: "
        "bring them up to the newer version, look at them again and apply.")},
    {QT_TRANSLATE_NOOP("core", "The changes cannot be recorded. Nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "The test \"%1\" passes now and would fail.")},
    {QT_TRANSLATE_NOOP("core",
                       "The changes would make tests of the policy fail. Nothing was changed: mend the "
                       "changes or the tests, or override the tests.")},
    {QT_TRANSLATE_NOOP("core", "There is no version %1: the newest is %2, the first is 0.")},
    {QT_TRANSLATE_NOOP("core",
                       "This is not the name of a store. Name a file such as acme.rolewright, a policy "
                       "document such as policy.json, a database such as postgresql://user@host/database, or "
                       "a server such as https://host:8443.")},
    {QT_TRANSLATE_NOOP("core",
                       "A server serves a store that is there. Nothing was made: make a file or a database "
                       "where it runs, and start rolewrightd on it.")},
    {QT_TRANSLATE_NOOP("core",
                       "This is not done over HTTP. Nothing was changed: do it where the server runs, with "
                       "rolewrightctl on the store that it serves.")},
    {QT_TRANSLATE_NOOP("core", "%1 Write https://host:8443, or https://user@host:8443?ca=FILE."), Nested},
    {QT_TRANSLATE_NOOP("core", "This is not the address of a server.")},
    {QT_TRANSLATE_NOOP("core",
                       "A store string carries no password: it is asked for, or read from --password-file.")},
    {QT_TRANSLATE_NOOP("core", "A store string ends before \"#\".")},
    {QT_TRANSLATE_NOOP(
        "core",
        "A pin is the SHA-256 of the server's certificate, once: sha256: and 64 hexadecimal digits.")},
    {QT_TRANSLATE_NOOP("core", "The only options of a server are ca, with a PEM file, and pin, each once.")},
    {QT_TRANSLATE_NOOP(
        "core", "A certificate is trusted by its authority or by its pin, not by both: leave one out.")},
    {QT_TRANSLATE_NOOP("core",
                       "Beyond this machine a server is asked over https only: passwords would cross the "
                       "network in the clear.")},
    {QT_TRANSLATE_NOOP("core", "There is no certificate to trust over http: leave ca and pin out.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "%1 Nothing was sent. If the one who runs the server confirms that this digest is its certificate's, "
        "trust it as %2; or name the file of the authority that issued it with ?ca=FILE.")},
    {QT_TRANSLATE_NOOP("core",
                       "%1. Look whether this is the address of rolewrightd, and whether its version is the "
                       "one of this program."),
     Nested},
    {QT_TRANSLATE_NOOP("core", "The server answered with status %1 and no reason. Look at its log.")},
    {QT_TRANSLATE_NOOP("core", "The server answered with status %1 and no reason")},
    {QT_TRANSLATE_NOOP("core", "The server answered with what is no JSON object")},
    {QT_TRANSLATE_NOOP("core", "The server answered with what is no history")},
    {QT_TRANSLATE_NOOP("core", "The server answered with what is no policy")},
    {QT_TRANSLATE_NOOP("core", "The server answered with what is no change set")},
    {QT_TRANSLATE_NOOP("core", "The server answered with what is no audit trail")},
    {QT_TRANSLATE_NOOP("core", "The server answered without a token")},
    {QT_TRANSLATE_NOOP("core", "The server names no version")},
    {QT_TRANSLATE_NOOP("core", "The server does not say who can sign in")},
    {QT_TRANSLATE_NOOP("core", "The server does not say which tokens there are")},
    {QT_TRANSLATE_NOOP("core", "The server does not say what it did")},
    {QT_TRANSLATE_NOOP("core", "The server does not say what waits for an approval")},
    {QT_TRANSLATE_NOOP("core", "The server does not say what the trail has")},
    {QT_TRANSLATE_NOOP("core", "The server does not say whether the trail holds")},
    {QT_TRANSLATE_NOOP("core", "No store was named. Name a file such as acme.rolewright.")},
    {QT_TRANSLATE_NOOP("core",
                       "A store is an SQLite file: give it a name such as acme.rolewright. A policy document "
                       "is written by exporting.")},
    {QT_TRANSLATE_NOOP("core",
                       "A store in a database is always guarded: name its first administrator (init "
                       "--admin). Nothing was made.")},
    {QT_TRANSLATE_NOOP("core", "Cancelled; nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "No store is open.")},
    {QT_TRANSLATE_NOOP("core", "Another store was put in the place of this one. Open it again.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The store has gone back from version %1 to %2: an older copy was put in its place. Open it again.")},
    {QT_TRANSLATE_NOOP("core", "The store is damaged (%1). Nothing was changed: restore it from a backup.")},
    {QT_TRANSLATE_NOOP("core",
                       "A text holds characters that cannot be stored (U+0000 or half of a character). "
                       "Nothing was changed: correct the text.")},
    {QT_TRANSLATE_NOOP("core",
                       "This asks for a second confirmation. Nothing was changed: confirm it with your "
                       "password and apply it again within five minutes.")},
    {QT_TRANSLATE_NOOP("core",
                       "These changes need the approval of a second person. Nothing was changed: ask for it, "
                       "or leave them out.")},
    {QT_TRANSLATE_NOOP("core", "Somebody else who has the role %1 has to approve: %2.")},
    {QT_TRANSLATE_NOOP("core",
                       "You are not signed in yet: a one-time code is asked for too. Give the code that your "
                       "authenticator shows, or a recovery code.")},
    {QT_TRANSLATE_NOOP("core", "The password is right.")},
    {QT_TRANSLATE_NOOP("core", "These changes need nobody's approval. Nothing was changed: apply them.")},
    {QT_TRANSLATE_NOOP("core", "It overrides tests.")},
    {QT_TRANSLATE_NOOP("core", "There is no user %1. Nothing was changed: add the user first.")},
    {QT_TRANSLATE_NOOP("core", "The password %1. Nothing was changed: choose another."), Nested},
    {QT_TRANSLATE_NOOP("core", "The password %1. Nothing was made: choose another."), Nested},
    {QT_TRANSLATE_NOOP("core",
                       "The store is guarded already. Nothing was changed: sign in as an administrator.")},
    {QT_TRANSLATE_NOOP("core",
                       "One-time codes need the keys of this store, which encrypt their seeds. Nothing was "
                       "changed: give the keys first.")},
    {QT_TRANSLATE_NOOP("core",
                       "This is not the code that your authenticator should show by now. Nothing was "
                       "changed: compare the clocks, and give the next code.")},
    {QT_TRANSLATE_NOOP("core", "Every record of this store is signed with its keys.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store is sealed, and its keys are not at hand. Nothing was changed: give the "
                       "keys of this store.")},
    {QT_TRANSLATE_NOOP("core", "The key %1 does not seal this store.")},
    {QT_TRANSLATE_NOOP("core",
                       "These keys are not those of this store, or not any more. Nothing was changed: give "
                       "the keys of this store, or let an administrator enrol yours.")},
    {QT_TRANSLATE_NOOP("core",
                       "The records from %1 on were written without the keys, or are not what was sealed.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The trail is not sealed up to its end: somebody went round Rolewright, or put an older copy back. "
        "Nothing was changed: verify the trail, and restore the store, or accept it as it is.")},
    {QT_TRANSLATE_NOOP(
        "core", "This installation saw record %1; the store does not have it, or has another one there.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store is not the one that this installation left, or an older copy of it. "
                       "Nothing was changed: restore the newer one, or accept the trail as it is.")},
    {QT_TRANSLATE_NOOP("core",
                       "This is no public key. Nothing was changed: give the 64 hexadecimal digits of one.")},
    {QT_TRANSLATE_NOOP(
        "core", "The store has no keys yet, or they are not at hand. Nothing was changed: give them.")},
    {QT_TRANSLATE_NOOP("core", "They stand in for the code that is lost.")},
    {QT_TRANSLATE_NOOP("core",
                       "A lost code is taken away with the keys of the store. Nothing was changed: give "
                       "them, or let another administrator take it away.")},
    {QT_TRANSLATE_NOOP("core", "There is no request %1 that waits. Nothing was changed: list the requests.")},
    {QT_TRANSLATE_NOOP("core",
                       "Who asked for it is no user any more. Nothing was changed: refuse the request.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "Nobody approves what they asked for themselves. Nothing was changed: let somebody else do it.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "You are not signed in: the name, the password or the code is wrong, or there were too many "
        "attempts. Check them, take a code that was not used yet, and after several attempts wait a while.")},
    {QT_TRANSLATE_NOOP("core",
                       "The one-time code cannot be checked without the keys of this store. Give these keys, "
                       "or a recovery code.")},
    {QT_TRANSLATE_NOOP("core", "The store is open: there is nobody to sign in as. Leave the sign-in out.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The store is guarded, and nobody is signed in, or not any more. Nothing was changed: sign in.")},
    {QT_TRANSLATE_NOOP("core", "It is the operation %1.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The database server does not answer. Check the host, the port and the network, and try again.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The database server does not let %1 in: the login or the password is wrong or missing, or it may "
        "not use this database. Check them, or ask the owner of the database.")},
    {QT_TRANSLATE_NOOP(
        "core", "The database server cannot be reached: %1. Check the name of the store and try again.")},
    {QT_TRANSLATE_NOOP("core",
                       "The database server is older than PostgreSQL 12. Update it, or use another.")},
    {QT_TRANSLATE_NOOP("core",
                       "The database server does not give what a store needs to keep what is saved (%1). "
                       "Have it set up otherwise.")},
    {QT_TRANSLATE_NOOP("core",
                       "%1 may not read this store. Ask its owner for membership in one of the roles "
                       "%2_administrator and %2_auditor.")},
    {QT_TRANSLATE_NOOP("core", "The database server took the changes back. Nothing was changed: try again.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The connection to the database server broke. Check the server and the network, and try again.")},
    {QT_TRANSLATE_NOOP("core",
                       "The database server took too long and was stopped. Nothing was changed: try again "
                       "when it has less to do.")},
    {QT_TRANSLATE_NOOP(
        "core", "Another program kept the store locked for too long. Nothing was changed: try again.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "Your database login may not do this (%1). Nothing was changed: ask the owner of the database.")},
    {QT_TRANSLATE_NOOP(
        "core", "The database is read-only, as a standby is. Nothing was changed: use the primary server.")},
    {QT_TRANSLATE_NOOP("core",
                       "The database server lacks disk, memory or connections (%1). Nothing was changed: "
                       "free some, and try again.")},
    {QT_TRANSLATE_NOOP("core", "The database server could not do it: %1 (%2). Nothing was changed.")},
    {QT_TRANSLATE_NOOP("core",
                       "The passwords of this store are those of its database logins. Nothing was changed: "
                       "let the owner of the database set them, with \\password in psql.")},
    {QT_TRANSLATE_NOOP("core",
                       "The database login %1 is no active user of the policy. Nothing was changed: sign in "
                       "as one who is.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The database server lets you in without a password, so nothing can be confirmed with one. Nothing "
        "was changed: have the owner of the database ask for passwords (scram-sha-256).")},
    {QT_TRANSLATE_NOOP("core",
                       "This is not the name of a PostgreSQL store. Write "
                       "postgresql://user@host:5432/database, with %XX for special characters.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "A password does not belong in the name of a store, where others can read it. Leave it out: it is "
        "asked for, or read from --password-file. Change the password if somebody may have seen it.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The name of a PostgreSQL store ends with its database: postgresql://user@host:5432/database.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The name of a PostgreSQL store has an option that is not known; known are %1. Leave it out.")},
    {QT_TRANSLATE_NOOP("core", "sslmode is one of %1.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "The database server has a login or an administrator called %1, which is the name of a role of this "
        "store. Nothing was made: rename it, or use a database of another name.")},
    {QT_TRANSLATE_NOOP("core",
                       "There is a store in this database already. Open it, or use another database.")},
    {QT_TRANSLATE_NOOP(
        "core", "The name of the database is too long for the names of its roles. Use at most 49 bytes.")},
    {QT_TRANSLATE_NOOP(
        "core", "The store is for a newer Rolewright than this one (%1). Update Rolewright to work on it.")},
    {QT_TRANSLATE_NOOP("core",
                       "The owner of the store does not let in a Rolewright as new as this one (%1). Use an "
                       "older one, or ask the owner to raise newest_client.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store is of an older format, %1, and this Rolewright works on %2. Let its owner "
                       "open it once: that brings it up.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store has been tampered with: its tables are not those that Rolewright made "
                       "(%1). Nothing was changed: have its owner look at it.")},
    {QT_TRANSLATE_NOOP("core",
                       "There is no store in this database. Make one with init, or name another database.")},
    {QT_TRANSLATE_NOOP("core",
                       "Your database login only reads this store, or the database is a standby. Nothing was "
                       "changed: use a login that is a member of %1.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store was written by a newer Rolewright: its format is %1, and this one knows up "
                       "to %2. Update Rolewright to open it.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store has been tampered with or is damaged: its tables are not those that "
                       "Rolewright made. Nothing was changed: restore it from a backup.")},
    {QT_TRANSLATE_NOOP("core", "Qt's SQLite driver is missing. Install the package libqt6sql6-sqlite.")},
    {QT_TRANSLATE_NOOP("core", "The store cannot be opened: %1.")},
    {QT_TRANSLATE_NOOP("core", "SQLite does not promise to keep what is saved (synchronous=%1).")},
    {QT_TRANSLATE_NOOP("core",
                       "SQLite cannot keep a write-ahead log for the store here (journal_mode=%1). Keep it "
                       "on a local disk.")},
    {QT_TRANSLATE_NOOP("core", "The disk is full. Nothing was changed: free some space and try again.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store may not be written: the file, its folder or the disk is read-only. Nothing "
                       "was changed: make it writable, or save to another store.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store, or the -wal and -shm files beside it, cannot be opened. Check that file "
                       "and folder are readable and writable, and try again.")},
    {QT_TRANSLATE_NOOP("core", "The store may not be read or written by you. Ask its owner for access.")},
    {QT_TRANSLATE_NOOP("core",
                       "The disk failed to read or write the store (%1). Check the disk and its free space, "
                       "and try again.")},
    {QT_TRANSLATE_NOOP("core", "SQLite could not do it: %1 (%2).")},
    {QT_TRANSLATE_NOOP("core",
                       "The store is read-only: you may not write its file or folder. Nothing was changed: "
                       "make it writable, or save to another store.")},
    {QT_TRANSLATE_NOOP("core", "There is no such file. Check the path, or create a new store.")},
    {QT_TRANSLATE_NOOP("core", "The file may not be read by you. Ask its owner for access.")},
    {QT_TRANSLATE_NOOP("core", "The file cannot be opened: %1.")},
    {QT_TRANSLATE_NOOP("core",
                       "The file is on a network file system (%1), where SQLite cannot keep it safe. Keep it "
                       "on a local disk; to share a policy, use a PostgreSQL store or a server.")},
    {QT_TRANSLATE_NOOP("core",
                       "The file is empty. If a store's creation was interrupted here, remove the file and "
                       "create it again.")},
    {QT_TRANSLATE_NOOP("core", "The file is not a Rolewright store: it is not an SQLite database.")},
    {QT_TRANSLATE_NOOP("core", "The file is an SQLite database of another program, not a Rolewright store.")},
    {QT_TRANSLATE_NOOP("core", "This is a folder, not a store file.")},
    {QT_TRANSLATE_NOOP("core", "This is a device or a pipe, not a store file.")},
    {QT_TRANSLATE_NOOP("core", "The file was replaced while it was opened. Try again.")},
    {QT_TRANSLATE_NOOP("core", "The folder \"%1\" cannot be opened: %2.")},
    {QT_TRANSLATE_NOOP("core", "There is a file of this name already. Open it, or choose another name.")},
    {QT_TRANSLATE_NOOP("core", "The file cannot be created: %1.")},
    {QT_TRANSLATE_NOOP("core",
                       "The store's file was removed or cannot be reached any more (%1). Put it back, or "
                       "open another store.")},
    {QT_TRANSLATE_NOOP("core",
                       "Another file was put in the place of the store while it was open. Open the store "
                       "again to work on the new file.")},
    {QT_TRANSLATE_NOOP("core", "The new file could not be made durable: %1.")},
    {QT_TRANSLATE_NOOP("core", "There is no such file. Check the path.")},
    {QT_TRANSLATE_NOOP("core", "This is not a file.")},
    {QT_TRANSLATE_NOOP("core", "The file cannot be read: %1.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "A policy document is read only here. Nothing was changed: import it into a store to edit it.")},
    {QT_TRANSLATE_NOOP("core", "A policy document has no %1. Import it into a store to have one.")},
    {QT_TRANSLATE_NOOP("core",
                       "The keychain was not opened. Nothing was changed: unlock it, or use a key file.")},
    {QT_TRANSLATE_NOOP("core",
                       "There is no keychain here. Nothing was changed: start one, or use a key file.")},
    {QT_TRANSLATE_NOOP("core",
                       "The keychain failed: %1. Nothing was changed: try again, or use a key file.")},
    {QT_TRANSLATE_NOOP("core",
                       "The keychain did not answer in time. Nothing was changed: unlock it and try again, "
                       "or use a key file.")},
    {QT_TRANSLATE_NOOP("core", "The key file cannot be used: %1. Nothing was changed.")},
    {QT_TRANSLATE_NOOP("core",
                       "The password could not be hashed: there is not enough memory. Nothing was changed: "
                       "close other programs and try again.")},
    {QT_TRANSLATE_NOOP(
        "core", "These are no keys of a store. Nothing was changed: name what \"keys\" or \"init\" wrote.")},
    {QT_TRANSLATE_NOOP("core",
                       "The one-time code cannot be checked with these keys: it was set up with others. Give "
                       "the keys of this store, or a recovery code.")},
    {QT_TRANSLATE_NOOP("core",
                       "The one-time code cannot be checked: its seed in the store was changed. Use a "
                       "recovery code, and set the code up again.")},
    // What is wrong with a password.
    {QT_TRANSLATE_NOOP("core", "is shorter than 8 characters")},
    {QT_TRANSLATE_NOOP("core", "is longer than 1024 bytes")},
};

} // namespace

std::span<const CoreSentence> storeSentences()
{
    return Sentences;
}

} // namespace rolewright
