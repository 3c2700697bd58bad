// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgresdatabase.h"

#include <libpq-fe.h>

// What PostgreSQL says of a failure, in words that tell what to do (SQLSTATE: PostgreSQL manual, appendix A).
namespace rolewright {

using namespace Qt::StringLiterals;

Error PostgresDatabase::broken()
{
    m_trouble =
        m_committing || m_trouble == Trouble::BrokenInCommit ? Trouble::BrokenInCommit : Trouble::Broken;
    if (m_interrupted && m_trouble == Trouble::Broken)
        return {ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, place(), {}};
    return {
        ErrorCode::Unavailable,
        u"The connection to the database server broke. Check the server and the network, and try again."_s,
        place(),
        {}};
}

Error PostgresDatabase::errorOf(const PGresult *answer)
{
    const QLatin1StringView state(PQresultErrorField(answer, PG_DIAG_SQLSTATE));
    const QString words = QString::fromUtf8(PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY));
    const auto unavailable = [&](const QString &message) {
        return Error{ErrorCode::Unavailable, message, place(), {}};
    };
    // The server ends sessions with these, and breaks the connection right after.
    if (state.isEmpty() || state.startsWith("08"_L1) || state == "57P01"_L1 || state == "57P02"_L1
        || state == "57P03"_L1 || state == "57P05"_L1 || state == "25P03"_L1)
        return broken();
    if (state == "57014"_L1 && m_interrupted)
        return {ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, place(), {}};
    if (state == "57014"_L1) {
        return unavailable(
            u"The database server took too long and was stopped. Nothing was changed: try again when it has less to do."_s);
    }
    if (state == "55P03"_L1) {
        return unavailable(
            u"Another program kept the store locked for too long. Nothing was changed: try again."_s);
    }
    if (state.startsWith("40"_L1) || state == "23505"_L1) {
        m_trouble = Trouble::Contended;
        return unavailable(
            u"Others changed the store at the same time. Nothing was changed: try again. (%1)"_s.arg(words));
    }
    if (state == "42501"_L1) {
        return {
            ErrorCode::NotPermitted,
            u"Your database login may not do this (%1). Nothing was changed: ask the owner of the database."_s
                .arg(words),
            place(),
            {}};
    }
    if (state == "25006"_L1) {
        return unavailable(
            u"The database is read-only, as a standby is. Nothing was changed: use the primary server."_s);
    }
    if (state.startsWith("53"_L1)) {
        return unavailable(u"The database server lacks disk, memory or connections (%1). Nothing was "
                           u"changed: free some, and try "
                           u"again."_s.arg(words));
    }
    if (state.startsWith("XX"_L1) || state.startsWith("58"_L1))
        return damaged(words).value();
    return unavailable(
        u"The database server could not do it: %1 (%2). Nothing was changed."_s.arg(words, state));
}

} // namespace rolewright
