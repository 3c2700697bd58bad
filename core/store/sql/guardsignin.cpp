// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlguard.h"

#include "core/admin/administrators.h"
#include "core/security/onetimecode.h"
#include "core/security/recoverycode.h"
#include "core/store/sql/sqlstore.h"

// Guesses: signing in and confirming.
namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Done = u"done"_s;
const QString Refused = u"refused"_s;

QString counterOf(const QString &user)
{
    return u"sign-in "_s + user;
}

} // namespace

tl::unexpected<Error> signInRefused()
{
    return failure(ErrorCode::NotPermitted,
                   u"You are not signed in: the name, the password or the code is wrong, or there were too many "
                   u"attempts. Check them, take a code that was not used yet, and after several attempts wait a "
                   u"while."_s);
}

// The same work for whoever is guessed at, so that the time it takes tells nothing.
Result<qint64> SqlGuard::longestWait(const Policy &policy, UserId user, const Attempts &attempts, Instant now)
{
    if (attempts.failures < FreeAttempts)
        return LongestWait; // nobody waits yet
    const Result<QSet<UserId>> able = usersWhoCanSignIn(policy);
    if (!able)
        return failure(able.error());
    const QList<UserId> left = administrators(
        PolicyIndex(policy), [&](UserId id) { return able->contains(id); }, now);
    return left == QList<UserId>{user} ? LongestWaitOfTheLast : LongestWait;
}

Result<Credential> SqlGuard::beginGuess(const QString &user, const Occasion &occasion)
{
    Credential credential{hashOfNobody(), 0, {}, 0};
    const Status counted = writing([&](Head &, const Snapshot &newest) -> Status {
        GuardRows rows(*m_store.m_database);
        const UserId id = newest.policy.users().idOf(user);
        const Result<Attempts> attempts = rows.attempts(counterOf(user));
        const Result<std::optional<Credential>> stored = rows.credential(id);
        if (!attempts || !stored)
            return failure(!attempts ? attempts.error() : stored.error());
        const Result<qint64> wait = longestWait(newest.policy, id, *attempts, occasion.time);
        if (!wait)
            return failure(wait.error());
        if (!mayTry(*attempts, occasion.time, *wait))
            return signInRefused();
        if (*stored)
            credential = **stored;
        return rows.setAttempts(counterOf(user), tried(*attempts, occasion.time, *wait));
    });
    if (!counted)
        return failure(counted.error());
    return credential;
}

// Counted already; recorded where the count is a power of ten. Names that are made up count together, for a
// day: each has a first attempt, and whoever needs no password could fill the trail.
Status SqlGuard::failGuess(const Guess &guess, const Occasion &occasion)
{
    const QString &user = guess.user;
    const Status recorded = writing([&](Head &head, const Snapshot &newest) -> Status {
        // Who mistakes the fields must not find the password in the trail.
        const bool isKnown = newest.policy.users().idOf(user).isValid();
        const Result<Attempts> ofUser = GuardRows(*m_store.m_database).attempts(counterOf(user));
        const Result<Attempts> ofAll =
            countInDay(isKnown ? u"known name"_s : u"made-up name"_s, occasion.time); // as long for both
        if (!ofUser || !ofAll)
            return failure(!ofUser ? ofUser.error() : ofAll.error());
        const qint64 failures = isKnown ? ofUser->failures : ofAll->failures;
        if (!isPowerOfTen(failures))
            return {};
        return append(
            head,
            {isKnown ? user : QString(), guess.kind, isKnown ? u"user/"_s + user : QString(),
             u"failed attempts as %1: %2"_s.arg(isKnown ? user : u"somebody unknown"_s, QString::number(failures)),
             Refused},
            occasion);
    });
    return recorded ? Status(signInRefused()) : recorded;
}

Result<bool> SqlGuard::takeCode(UserId user, Credential &credential, const QString &code, Instant now)
{
    const Result<bool> recovered = GuardRows(*m_store.m_database).takeRecoveryCode(user, recoveryHash(code));
    if (!recovered || *recovered)
        return recovered;
    if (credential.seed.isEmpty())
        return false;
    if (!m_keys)
        return failure(ErrorCode::Unavailable,
                       u"The one-time code cannot be checked without the keys of this store. Give these keys, or a "
                       u"recovery code."_s);
    const Result<Secret> seed = decryptedSeed(credential.seed, user.value, *m_keys);
    if (!seed)
        return failure(seed.error());
    const std::optional<qint64> step = matchingStep(*seed, code, now, credential.lastStep);
    if (step)
        credential.lastStep = *step;
    return step.has_value();
}

Status SqlGuard::look(const Guess &guess, const Occasion &occasion, const Succeed &succeed)
{
    const Result<Credential> credential = beginGuess(guess.user, occasion);
    if (!credential)
        return failure(credential.error());
    const bool all = guess.needs == Needs::All;
    const bool usesPassword = guess.needs != Needs::Either || guess.proof.code.isEmpty();
    // Also where only a code was given: it takes as long.
    const bool matches = verifyPassword(credential->password, guess.proof.password);
    if (credential->generation == 0 || (usesPassword && !matches))
        return failGuess(guess, occasion);
    const bool usesCode = guess.needs == Needs::Password ? false
        : all                                            ? !credential->seed.isEmpty() : !guess.proof.code.isEmpty();
    if (usesCode && guess.proof.code.isEmpty())
        return failure(codeNeeded()); // the guess stays counted
    std::optional<QByteArray> better;
    if (usesPassword && needsRehash(credential->password)) {
        const Result<QByteArray> hash = hashPassword(guess.proof.password);
        if (!hash)
            return failure(hash.error());
        better = *hash;
    }
    bool isWrong = false;
    const Status status = writing([&](Head &head, const Snapshot &newest) -> Status {
        GuardRows rows(*m_store.m_database);
        const UserId id = newest.policy.users().idOf(guess.user);
        const Result<std::optional<Credential>> now = rows.credential(id);
        if (!now)
            return failure(now.error());
        isWrong = !*now || (*now)->generation != credential->generation || !newest.policy.users().at(id).active;
        if (isWrong)
            return {};
        Credential kept = **now;
        if (usesCode) {
            const Result<bool> right = takeCode(id, kept, guess.proof.code, occasion.time);
            if (!right)
                return failure(right.error());
            isWrong = !*right;
            if (isWrong)
                return {};
        }
        if (better)
            kept.password = *better;
        if (Status stored = rows.setCredential(id, kept); !stored)
            return stored;
        Attempts left;
        if (guess.needs == Needs::Either && !kept.seed.isEmpty()) {
            const Result<Attempts> counted = rows.attempts(counterOf(guess.user));
            if (!counted)
                return failure(counted.error());
            left = forgiven(*counted, occasion.time);
        }
        if (Status reset = rows.setAttempts(counterOf(guess.user), left); !reset)
            return reset;
        return succeed(head, id, kept);
    });
    if (!status)
        return status;
    return isWrong ? failGuess(guess, occasion) : status;
}

Status SqlGuard::signIn(const QString &user, const Proof &proof, const Occasion &occasion)
{
    m_session.reset();
    const Result<bool> guarded = isGuarded();
    if (!guarded)
        return failure(guarded.error());
    if (!*guarded)
        return failure(ErrorCode::Usage,
                       u"The store is open: there is nobody to sign in as. Leave the sign-in out."_s);
    std::optional<Session> session;
    const QString kind = u"session.open"_s;
    const Status status = look({user, proof, Needs::All, kind}, occasion,
                               [&](Head &head, UserId id, const Credential &credential) {
                                   session = Session{id, credential.generation};
                                   return append(head, {user, kind, u"user/"_s + user, u"sign in"_s, Done},
                                                 occasion);
                               });
    if (status)
        m_session = session;
    return status;
}

Result<Instant> SqlGuard::nextAttempt(const QString &user)
{
    Instant next;
    const Status read = m_store.readingNewest([&](const Snapshot &) -> Status {
        const Result<Attempts> attempts = GuardRows(*m_store.m_database).attempts(counterOf(user));
        if (!attempts)
            return failure(attempts.error());
        next = attempts->notBefore;
        return {};
    });
    if (!read)
        return failure(read.error());
    return next;
}

Status SqlGuard::confirm(const QByteArray &digest, const Proof &proof, const Occasion &occasion)
{
    const Result<Snapshot> head = m_store.load();
    if (!head)
        return failure(head.error());
    const Result<QString> user = signedInUser(head->policy);
    if (!user)
        return failure(user.error());
    const QString kind = u"session.confirm"_s;
    return look({*user, proof, Needs::Either, kind}, occasion,
                [&](Head &trail, UserId id, const Credential &) -> Status {
                    if (Status added = GuardRows(*m_store.m_database)
                                           .addConfirmation(id, digest, {occasion.time.msecs + ConfirmationLife});
                        !added)
                        return added;
                    return append(trail,
                                  {*user, kind, u"user/"_s + *user,
                                   u"confirm %1"_s.arg(QString::fromLatin1(digest.toHex().left(16))), Done},
                                  occasion);
                });
}

} // namespace rolewright
