// SPDX-License-Identifier: Apache-2.0
#include "core/security/recoverycode.h"

#include <QCryptographicHash>

namespace rolewright {

using namespace Qt::StringLiterals;

RecoveryCodes newRecoveryCodes(int count)
{
    RecoveryCodes made;
    for (int i = 0; i < count; ++i) {
        const QString letters = toBase32(randomSecret(10));
        QStringList groups;
        for (qsizetype at = 0; at < letters.size(); at += 4)
            groups.append(letters.mid(at, 4));
        made.codes.append(groups.join(u'-'));
        made.hashes.append(recoveryHash(made.codes.last()));
    }
    return made;
}

QByteArray recoveryHash(const QString &code)
{
    QString letters = code.toUpper();
    letters.remove(u'-').remove(u' ');
    return QCryptographicHash::hash("rolewright recovery " + letters.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace rolewright
