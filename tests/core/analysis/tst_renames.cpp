// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/renames.h"

#include "core/edit/apply.h"
#include "tests/core/decision/randompolicy.h"
#include "tests/support/smallpolicy.h"

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

// What a rename and further changes do to the small policy: a line a user and permission, then a line a rename.
QString effectOf(Kind kind, const QString &from, const QString &to, const QList<Change> &further = {})
{
    const Policy before = smallPolicy();
    Policy after = before;
    const Result<QList<Change>> renamed = renaming(before, kind, from, to);
    if (!renamed || !apply(after, *renamed + further))
        return u"refused"_s;
    std::optional<Impact> effect = impact(PolicyIndex(before), PolicyIndex(before).updated(after), Instant {0}, true);
    Renames renames(before, after);
    renames.takeFrom(*effect);
    QString text;
    for (const AccessChange &access : std::as_const(effect->changes)) {
        for (const QString &permission : access.gained)
            text += access.user + u" +"_s + permission + u'\n';
        for (const QString &permission : access.lost)
            text += access.user + u" -"_s + permission + u'\n';
    }
    text += u"%1 gain, %2 lose\n"_s.arg(effect->gaining).arg(effect->losing);
    for (const Renamed &each : renames.list())
        text += u"%1 %2 is %3: %4\n"_s.arg(toText(each.kind), each.from, each.to).arg(each.keeping);
    return text;
}

} // namespace

// A rename takes nothing from anybody, and hides nothing that comes with it.
class RenamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHasItKeepsIt()
    {
        QCOMPARE(effectOf(Kind::Permission, u"a:x"_s, u"a:z"_s), u"0 gain, 0 lose\npermission a:x is a:z: 1\n"_s);
        QCOMPARE(effectOf(Kind::Permission, u"b:x"_s, u"b:y"_s), u"0 gain, 0 lose\npermission b:x is b:y: 0\n"_s);
        QCOMPARE(effectOf(Kind::Role, u"r0"_s, u"chief"_s), u"0 gain, 0 lose\nrole r0 is chief: 1\n"_s);
    }

    void whatElseHappensIsTold()
    {
        const Change given{Verb::Add, Kind::Grant, u"r2"_s, u"b:x"_s, {}, {}, {}};
        QCOMPARE(effectOf(Kind::Permission, u"a:x"_s, u"a:z"_s, {given}),
                 u"u1 +b:x\n1 gain, 0 lose\npermission a:x is a:z: 1\n"_s);
        // Somebody gets it under its new name only.
        const Change widened{Verb::Add, Kind::Grant, u"r2"_s, u"a:z"_s, {}, {}, {}};
        QCOMPARE(effectOf(Kind::Permission, u"a:x"_s, u"a:z"_s, {widened}),
                 u"u1 +a:z\n1 gain, 0 lose\npermission a:x is a:z: 1\n"_s);
    }

    // Less, more or another thing by its new name: these are no mere renames.
    void otherMeaningsStay()
    {
        QCOMPARE(effectOf(Kind::Permission, u"a:x"_s, u"a:x:own"_s), u"u0 +a:x:own\nu0 -a:x\n1 gain, 1 lose\n"_s);
        const Change again{Verb::Add, Kind::Permission, u"a:x"_s, {}, {}, {}, Permission{{u"a"_s, u"x"_s, {}}, {}, false}};
        QCOMPARE(effectOf(Kind::Permission, u"a:x"_s, u"a:z"_s, {again}), u"u0 +a:z\n1 gain, 0 lose\n"_s);
        // Out of the pattern a:* by which it was held, too.
        const Change taken{Verb::Remove, Kind::Grant, u"r0"_s, u"c:x"_s, {}, {}, {}};
        QCOMPARE(effectOf(Kind::Permission, u"a:x"_s, u"c:x"_s, {taken}),
                 u"u0 -a:x\n0 gain, 1 lose\npermission a:x is c:x: 0\n"_s);
    }

    // Whoever keeps something has both names, each on its side; the rest of the impact is untouched.
    void takesOutNothingElse()
    {
        int kept = 0;
        for (quint32 seed = 0; seed < 3000; ++seed) {
            RandomPolicy random(seed);
            for (int i = 0; i < 60; ++i)
                random.edit();
            const PolicyIndex before(random.policy());
            for (int i = 0; i < 6; ++i)
                random.edit();
            const PolicyIndex after = before.updated(random.policy());
            const std::optional<Impact> whole = impact(before, after, Instant {3}, true);
            Impact rest = *whole;
            Renames renames(before.policy(), after.policy());
            renames.takeFrom(rest);
            QHash<QString, QString> newNames;
            for (const Renamed &each : renames.list()) {
                if (each.kind == Kind::Permission)
                    newNames.insert(each.from, each.to);
            }
            QStringList expected;
            for (const AccessChange &access : whole->changes) {
                QStringList lost = access.lost;
                QStringList gained = access.gained;
                for (const QString &name : access.lost) {
                    if (newNames.contains(name) && gained.removeOne(newNames.value(name))) {
                        lost.removeOne(name);
                        ++kept;
                    }
                }
                if (!lost.isEmpty() || !gained.isEmpty())
                    expected.append(access.user + u" +"_s + gained.join(u',') + u" -"_s + lost.join(u','));
            }
            QStringList found;
            for (const AccessChange &access : std::as_const(rest.changes))
                found.append(access.user + u" +"_s + access.gained.join(u',') + u" -"_s + access.lost.join(u','));
            QCOMPARE(found, expected);
        }
        QVERIFY2(kept > 20, qPrintable(QString::number(kept)));
    }
};

QTEST_APPLESS_MAIN(RenamesTest)
#include "tst_renames.moc"
