// SPDX-License-Identifier: Apache-2.0
// The password of a store in a database, in a real keychain where the person asks for it, and only there.
#include "tests/ui/postgreswindow.h"

#include <QCheckBox>
#include <QFile>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestRememberedPassword : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 30'000; // ms, for what a real server and a real keychain have to do
    static QCheckBox *remember(GuardedProgram &program)
    {
        return buttonOf<QCheckBox>(program.signIn(), u"Remember the password in the keychain"_s);
    }
    static bool isRefused(GuardedProgram &program)
    {
        for (const QLabel *label : program.signIn().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"does not let ann in"_s))
                return true;
        }
        return false;
    }
    static bool isIn(GuardedProgram &program)
    {
        return QTest::qWaitFor([&] { return !program.workspace.isShut(); }, Patience);
    }

private Q_SLOTS:
    void isAskedForUnlessRemembered()
    {
        const TeamStore team;
        const QString store = team.location(u"ann"_s);
        QTemporaryDir home;
        {
            GuardedProgram program(home);
            QVERIFY(program.show());
            QVERIFY(program.open(store));
            QVERIFY(remember(program)->isVisible());
            QVERIFY(!remember(program)->isChecked());
            remember(program)->setChecked(true);
            program.enter(u"ann"_s, u"not-the-password"_s);
            QTRY_VERIFY_WITH_TIMEOUT(isRefused(program), Patience);
            QVERIFY(!program.settings.remembersPassword(store)); // not before it was right
            program.enter(u"ann"_s, TeamStore::password());
            QVERIFY(isIn(program));
            QTRY_VERIFY_WITH_TIMEOUT(program.settings.remembersPassword(store), Patience);
        }
        QVERIFY(!PostgresLogins::find(store));
        QFile settings(home.filePath(u"settings.ini"_s));
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("login's password"));
        {
            GuardedProgram program(home);
            QVERIFY(program.show());
            QVERIFY(program.open(store));
            QVERIFY(isIn(program)); // by itself
            QCOMPARE(program.workspace.actor(), u"ann"_s);
            // Who comes by after the end of the session is not let in with it.
            program.workspace.session().signOut();
            QVERIFY(program.signIn().isVisible());
            QTest::qWait(1000);
            QVERIFY(program.workspace.isShut());
            QVERIFY(remember(program)->isChecked());
            remember(program)->setChecked(false);
            program.enter(u"ann"_s, TeamStore::password());
            QVERIFY(isIn(program));
            QTRY_VERIFY_WITH_TIMEOUT(!program.settings.remembersPassword(store), Patience);
        }
        GuardedProgram program(home);
        QVERIFY(program.show());
        QVERIFY(program.open(store));
        QTest::qWait(1000);
        QVERIFY(program.workspace.isShut());
        // It is gone from the keychain, too.
        Keychain keychain;
        std::optional<bool> isThere;
        keychain.read(
            u"password ann %1"_s.arg(store), this,
            [&](const Result<std::shared_ptr<const Secret>> &found) { isThere = !found || *found; });
        QTRY_VERIFY_WITH_TIMEOUT(isThere.has_value(), Patience);
        QVERIFY(!*isThere);
    }
};

QTEST_MAIN(TestRememberedPassword)
#include "tst_rememberedpassword.moc"
