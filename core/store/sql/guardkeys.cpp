// SPDX-License-Identifier: Apache-2.0
#include "core/admin/adminregistry.h"
#include "core/store/sql/seals.h"
#include "core/store/sql/sqlguard.h"
#include "core/store/sql/sqlstore.h"
#include "core/store/trailacceptance.h"

// The keys of an installation: seals, and what they are held against.
namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString KeysNeeded = u"keys-needed"_s;

QString hex(const QByteArray &key)
{
    return QString::fromLatin1(key.toHex());
}

Error refusal(const QString &code, const QString &why, const QString &advice)
{
    return {ErrorCode::NotPermitted, advice, {}, {{Severity::Error, code, why, {}, 0, 0}}};
}

} // namespace

Error keysNeeded(const QString &why, const QString &advice)
{
    return refusal(KeysNeeded, why, advice);
}

bool needsKeys(const Error &error)
{
    return error.code == ErrorCode::NotPermitted && !error.findings.isEmpty()
        && error.findings.first().code == KeysNeeded;
}

bool needsAcceptance(const Error &error)
{
    return error.code == ErrorCode::NotPermitted && !error.findings.isEmpty()
        && error.findings.first().code.startsWith("trail-"_L1);
}

void SqlGuard::useKeys(const StoreKeys &keys, const std::optional<Anchor> &anchor,
                       const std::function<void(const Anchor &)> &moved)
{
    m_keys = keys.copy();
    m_key = publicKeyOf(keys.signing);
    m_anchor = anchor;
    m_moved = moved;
}

Result<QByteArrayList> SqlGuard::sealingKeys()
{
    if (Status ready = m_store.checkReady(); !ready) // it may rest
        return failure(ready.error());
    return Seals(*m_store.m_database).keys();
}

Status SqlGuard::seal(const Head &before, const Head &after, Instant time)
{
    m_sealed.reset();
    if (after.sequence == before.sequence)
        return {};
    Seals seals(*m_store.m_database);
    const Result<QByteArrayList> keys = seals.keys();
    if (!keys)
        return failure(keys.error());
    if (keys->isEmpty() && !(m_keys && m_anchor))
        return {};
    if (!m_keys)
        return failure(keysNeeded(
            u"Every record of this store is signed with its keys."_s,
            u"The store is sealed, and its keys are not at hand. Nothing was changed: give the keys "
            u"of this store."_s));
    if (!keys->contains(m_key))
        return failure(keysNeeded(
            u"The key %1 does not seal this store."_s.arg(hex(m_key)),
            u"These keys are not those of this store, or not any more. Nothing was changed: give the "
            u"keys of this store, or let an administrator enrol yours."_s));
    if (Status status = checkBefore(before); !status)
        return status;
    if (Status status = seals.add(after, time, m_keys->signing); !status)
        return status;
    m_sealed = Anchor{after.sequence, after.chain};
    return {};
}

// Nobody signs what somebody else wrote past the keys, or what is not what it was.
Status SqlGuard::checkBefore(const Head &before)
{
    if (m_accepting)
        return {};
    Seals seals(*m_store.m_database);
    const Result<std::optional<Instant>> first = seals.lastTime();
    if (!first)
        return failure(first.error());
    if (*first) { // else this transaction enrolled the first key
        const Result<QByteArrayList> trusted = seals.trustedBy(m_key, before.sequence);
        if (!trusted)
            return failure(trusted.error());
        const Result<qint64> sealed = seals.sealedTo(before, *trusted);
        if (!sealed)
            return failure(sealed.error());
        if (*sealed != before.sequence)
            return failure(
                refusal(u"trail-unsealed"_s,
                        u"The records from %1 on were written without the keys, or are not what was sealed."_s.arg(
                            *sealed + 1),
                        u"The trail is not sealed up to its end: somebody went round Rolewright, or put an older copy "
                        u"back. Nothing was changed: verify the trail, and restore the store, or accept it as it is."_s));
    }
    const Result<bool> anchored = isAnchored(seals, before);
    if (!anchored)
        return failure(anchored.error());
    const Result<std::optional<TrailBase>> base = seals.base();
    if (!base)
        return failure(base.error());
    if (*base) {
        const Result<qint64> seen = seals.seenBy(m_key, m_anchor ? m_anchor->sequence : 0);
        if (!seen)
            return failure(seen.error());
        if (*seen > 0 && *seen < (*base)->event)
            return failure(
                refusal(u"trail-archived"_s, archivedUnseen(**base),
                        u"Older records of the store were archived, and this installation has not seen it. "
                        u"Nothing was changed: verify the trail with the archive, or accept it as it is."_s));
    }
    if (!*anchored)
        return failure(refusal(
            u"trail-behind-anchor"_s,
            u"This installation saw record %1; the store does not have it, or has another one there."_s.arg(
                m_anchor->sequence),
            u"The store is not the one that this installation left, or an older copy of it. Nothing was changed: "
            u"restore the newer one, or accept the trail as it is."_s));
    return {};
}

// Whether the trail has the record of the anchor. True where there is no anchor, and of one that was
// archived: what has become of that, the archive says.
Result<bool> SqlGuard::isAnchored(Seals &seals, const Head &head)
{
    if (!m_anchor)
        return true;
    if (m_anchor->sequence == head.sequence)
        return head.chain == m_anchor->head;
    const Result<QByteArray> there = seals.hashOf(m_anchor->sequence);
    const Result<std::optional<TrailBase>> base = seals.base();
    if (!there || !base)
        return failure(!there ? there.error() : base.error());
    return *there == m_anchor->head
        || (there->isEmpty() && *base && m_anchor->sequence < (*base)->checkpoint.sequence);
}

Status SqlGuard::verifySeals(TrailState &state, const Head &head)
{
    Seals seals(*m_store.m_database);
    const Result<bool> anchored = isAnchored(seals, head);
    if (!anchored)
        return failure(anchored.error());
    const Result<qint64> seen =
        m_keys ? seals.seenBy(m_key, m_anchor && *anchored ? m_anchor->sequence : 0) : Result<qint64>(0);
    if (!seen)
        return failure(seen.error());
    if (Status status = seals.verify(state, head, m_keys ? QByteArrayList{m_key} : QByteArrayList(), *seen);
        !status)
        return status;
    if (!m_anchor)
        return {};
    const Result<QByteArray> there = seals.hashOf(m_anchor->sequence);
    if (!there)
        return failure(there.error());
    if (*there == m_anchor->head) {
        state.anchoredTo = m_anchor->sequence;
    } else if (!*anchored && !state.firstBad) { // else it was archived, which verify() had a look at
        state.firstBad = std::min(m_anchor->sequence, head.sequence + 1);
        state.problem = there->isEmpty()
            ? u"the trail ends at record %1, but had come to record %2: it was cut off, or an older copy put back"_s
                  .arg(head.sequence)
                  .arg(m_anchor->sequence)
            : u"record %1 is not the one that this installation saw"_s.arg(m_anchor->sequence);
    }
    return {};
}

void SqlGuard::committed()
{
    if (!m_sealed)
        return; // what others wrote is not vouched for by having seen it
    m_anchor = std::exchange(m_sealed, {});
    if (m_moved)
        m_moved(*m_anchor);
}

Status SqlGuard::recordKey(Head &head, const QString &action, const QByteArray &key, const QString &actor,
                           const Occasion &occasion)
{
    const bool enrols = action == "key.enrol"_L1;
    if (Status status =
            append(head,
                   {actor, action, keyThing(key),
                    (enrols ? u"let the key %1 seal the trail"_s : u"let the key %1 seal the trail no more"_s).arg(hex(key)),
                    u"done"_s},
                   occasion);
        !status)
        return status;
    Seals seals(*m_store.m_database);
    return enrols ? seals.addKey(key, head.sequence) : seals.retireKey(key, head.sequence);
}

Status SqlGuard::enrolKey(const QByteArray &key, const Occasion &occasion)
{
    if (key.size() != SigningSeedSize)
        return failure(ErrorCode::Invalid,
                       u"This is no public key. Nothing was changed: give the 64 hexadecimal digits of one."_s);
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        QString by;
        if (Status may = require(newest.policy, u"key.enrol"_s, hex(key), occasion.time, by); !may)
            return may;
        return recordKey(head, u"key.enrol"_s, key, by, occasion);
    });
}

Status SqlGuard::rotateKeys(const StoreKeys &fresh, const Occasion &occasion)
{
    const QByteArray key = publicKeyOf(fresh.signing);
    const Status rotated = writing([&](Head &head, const Snapshot &newest) -> Status {
        QString by;
        if (Status may = require(newest.policy, u"key.rotate"_s, hex(key), occasion.time, by); !may)
            return may;
        if (!m_keys)
            return failure(ErrorCode::Usage,
                           u"The store has no keys yet, or they are not at hand. Nothing was changed: give them."_s);
        GuardRows rows(*m_store.m_database);
        const Result<QSet<UserId>> users = rows.usersWithCredentials();
        if (!users)
            return failure(users.error());
        for (const UserId user : *users) {
            Result<std::optional<Credential>> credential = rows.credential(user);
            if (!credential)
                return failure(credential.error());
            if (!*credential || (*credential)->seed.isEmpty())
                continue;
            const Result<Secret> seed = decryptedSeed((*credential)->seed, user.value, *m_keys);
            if (!seed)
                return failure(seed.error());
            (*credential)->seed = encryptedSeed(*seed, user.value, fresh);
            if (Status status = rows.setCredential(user, **credential); !status)
                return status;
        }
        // The old key seals this much, and the new one from here on: so the one vouches for the other.
        return recordKey(head, u"key.enrol"_s, key, by, occasion);
    });
    if (!rotated)
        return rotated;
    const QByteArray old = m_key;
    m_keys = fresh.copy();
    m_key = key;
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        const Result<QString> user = signedInUser(newest.policy);
        if (!user)
            return failure(user.error());
        return recordKey(head, u"key.retire"_s, old, *user, occasion);
    });
}

Status SqlGuard::acceptTrail(const QString &user, const Proof &proof, const Occasion &occasion)
{
    m_accepting = true;
    const Status accepted = look(
        {user, proof, Needs::All, u"trail.accept"_s}, occasion,
        [&](Head &head, UserId, const Credential &) -> Status {
            const Result<Snapshot> newest = m_store.newest(head);
            if (!newest)
                return failure(newest.error());
            if (Status may =
                    mayPerform(PolicyIndex(newest->policy), {user, {}, {}}, u"trail.accept"_s, occasion.time);
                !may)
                return may;
            Seals seals(*m_store.m_database);
            const Result<QByteArrayList> keys = seals.keys();
            if (!keys)
                return failure(keys.error());
            const Result<qint64> sealed = seals.sealedTo(head, *keys);
            if (!sealed)
                return failure(sealed.error());
            if (Status status = append(head,
                                       {user, u"trail.accept"_s, {},
                                        u"accept the trail as it is: at record %1, sealed to %2, last seen at %3"_s
                                            .arg(head.sequence)
                                            .arg(*sealed)
                                            .arg(m_anchor ? m_anchor->sequence : 0),
                                        u"done"_s},
                                       occasion);
                !status)
                return status;
            if (!m_keys || keys->contains(m_key))
                return {};
            for (const QByteArray &lost : *keys) {
                if (Status status = recordKey(head, u"key.retire"_s, lost, user, occasion); !status)
                    return status;
            }
            return recordKey(head, u"key.enrol"_s, m_key, user, occasion);
        });
    m_accepting = false;
    return accepted;
}

Status SqlGuard::recoverCode(const QString &user, const Secret &password, const Occasion &occasion)
{
    const Result<QByteArrayList> keys = Seals(*m_store.m_database).keys();
    if (!keys)
        return failure(keys.error());
    if (!m_keys || !keys->contains(m_key))
        return failure(keysNeeded(
            u"They stand in for the code that is lost."_s,
            u"A lost code is taken away with the keys of the store. Nothing was changed: give them, or "
            u"let another administrator take it away."_s));
    return look({user, password, Needs::Password, u"code.recover"_s}, occasion,
                [&](Head &head, UserId id, const Credential &credential) -> Status {
                    if (credential.seed.isEmpty())
                        return failure(ErrorCode::Usage,
                                       u"%1 is not asked for one-time codes. Nothing was changed: sign in with the "
                                       u"password."_s.arg(user));
                    GuardRows rows(*m_store.m_database);
                    Credential without = credential;
                    without.seed.clear();
                    if (Status status = rows.setCredential(id, without); !status)
                        return status;
                    if (Status status = rows.setRecoveryCodes(id, {}); !status)
                        return status;
                    return append(head,
                                  {user, u"code.recover"_s, u"user/"_s + user,
                                   u"take the lost one-time codes of %1 away, at the console with the keys of the store"_s
                                       .arg(user),
                                   u"done"_s},
                                  occasion);
                });
}

Status SqlGuard::sealAgain(qint64 interval, Instant now)
{
    if (!m_keys)
        return {};
    return writing([&](Head &head, const Snapshot &) -> Status {
        Seals seals(*m_store.m_database);
        const Result<QByteArrayList> keys = seals.keys();
        const Result<std::optional<Instant>> last = seals.lastTime();
        if (!keys || !last)
            return failure(!keys ? keys.error() : last.error());
        if (!keys->contains(m_key) || (*last && now.msecs - (*last)->msecs < interval && (*last)->msecs <= now.msecs))
            return {};
        if (Status status = checkBefore(head); !status)
            return status;
        return seals.add(head, now, m_keys->signing);
    });
}

} // namespace rolewright
