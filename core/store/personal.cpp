// SPDX-License-Identifier: Apache-2.0
#include "core/store/personal.h"

#include "core/base/json.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Erased = u"(erased)"_s;
constexpr QByteArrayView EscapedMark = "\\u0001"; // as JSON has it

using Replace = std::function<QString(const QString &value)>;

void replaceIn(Change::Value &value, const Change &change, const Replace &replace)
{
    const auto all = [&](QMap<QString, QString> &attributes) {
        for (QString &each : attributes)
            each = replace(each);
    };
    if (User *user = std::get_if<User>(&value)) {
        if (user->name != user->id)
            user->name = replace(user->name);
        all(user->attributes);
    } else if (auto *attributes = std::get_if<QMap<QString, QString>>(&value)) {
        all(*attributes);
    } else if (QString *text = std::get_if<QString>(&value); text && change.field == "name"_L1) {
        *text = replace(*text);
    }
}

Change replaced(const Change &change, const Replace &replace)
{
    Change other = change;
    if (change.kind != Change::Kind::User || change.verb == Change::Verb::Rename)
        return other;
    replaceIn(other.was, change, replace);
    replaceIn(other.to, change, replace);
    return other;
}

} // namespace

QString masked(const QString &name, QList<PersonalValue> &values)
{
    if (name.isEmpty())
        return name;
    values.append(personalValue(name));
    return QChar(DigestMark) + values.last().digest;
}

Change masked(const Change &change, QList<PersonalValue> &values)
{
    return replaced(change, [&](const QString &value) { return masked(value, values); });
}

Change erased(const Change &change, const QSet<QString> &kept, qint64 &count)
{
    return replaced(change, [&](const QString &value) {
        if (value.isEmpty() || value == Erased || kept.contains(value))
            return value;
        ++count;
        return Erased;
    });
}

QByteArray unmaskedJson(const QByteArray &json, const FindValue &find)
{
    if (!json.contains(EscapedMark))
        return json;
    QByteArray text;
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (json.at(i) != '\\') {
            text += json.at(i);
        } else if (QByteArrayView(json).sliced(i).startsWith(EscapedMark)) {
            const QString digest = QString::fromLatin1(json.mid(i + EscapedMark.size(), DigestLength));
            JsonWriter value(JsonWriter::Layout::OneLine);
            value.value(find(digest).value_or(Erased));
            text += value.take().sliced(1).chopped(1); // without its quotes
            i += EscapedMark.size() + DigestLength - 1;
        } else {
            text += json.mid(i++, 2);
        }
    }
    return text;
}

QString unmaskedName(const QString &name, const FindValue &find)
{
    return name.startsWith(QChar(DigestMark)) ? find(name.sliced(1)).value_or(Erased) : name;
}

} // namespace rolewright
