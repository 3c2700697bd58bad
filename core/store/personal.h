// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"
#include "core/edit/change.h"

#include <QSet>

namespace rolewright {

// The display names and attribute values of users in the trail and the history (architecture.md, Trail): digests stand
// in their place, and the values beside, where they can be erased. Pure.

// The change as it is recorded; its values are appended. A name that is the id is no name of its own.
Change masked(const Change &change, QList<PersonalValue> &values);
QString masked(const QString &name, QList<PersonalValue> &values); // an empty one stays

// The change with "(erased)" in the place of all but those that are kept; they are counted.
Change erased(const Change &change, const QSet<QString> &kept, qint64 &count);

// The text of a change (JSON) or a name with the values in their place again. Nothing for a digest: it was erased, and
// "(erased)" stands there.
using FindValue = std::function<std::optional<QString>(const QString &digest)>;
QByteArray unmaskedJson(const QByteArray &json, const FindValue &find);
QString unmaskedName(const QString &name, const FindValue &find);

} // namespace rolewright
