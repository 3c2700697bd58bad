// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/authenticator.h"
#include "tests/ui/guardedstore.h"
#include "ui/admin/administratorspage.h"
#include "ui/admin/shownonce.h"

#include <QAction>
#include <QPlainTextEdit>

namespace rolewright {

// One-time codes in the real window, as a person sets them up and uses them.
class CodeSteps
{
public:
    CodeSteps(GuardedProgram &program, const QString &user, const QString &password)
        : m_program(program)
        , m_user(user)
        , m_password(password)
    {
    }

    QString code(qint64 seconds) const
    {
        return codeOf(m_secret, {Instant::now().msecs + seconds * 1000});
    } // from now
    const QStringList &recovery() const { return m_recovery; }

    static QString textOn(const QWidget &page)
    {
        QString text;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible())
                text += label->text() + QLatin1Char('\n');
        }
        return text;
    }
    static AdministratorsPage &administratorsOf(GuardedProgram &program)
    {
        program.window.action(QStringLiteral("administrators"))->trigger();
        return *program.window.findChild<AdministratorsPage *>();
    }

    // First with a code that is not the one of now, then with the one before it.
    void setUp()
    {
        AdministratorsPage &page = administratorsOf(m_program);
        auto *setUp = buttonOf(page, QStringLiteral("Set up codes…"));
        QTRY_VERIFY_WITH_TIMEOUT(setUp->isEnabled(), Patience);
        QTest::mouseClick(setUp, Qt::LeftButton);
        QVERIFY(m_program.picture(QStringLiteral("codes")));
        m_secret = labelled<QLineEdit>(page, QStringLiteral("Secret"))->text().remove(QLatin1Char(' '));
        auto *field = labelled<QLineEdit>(page, QStringLiteral("Code"));
        field->setFocus();
        type(code(-3600));
        press(Qt::Key_Return);
        QVERIFY(m_program.confirmWith(m_password));
        QTRY_VERIFY_WITH_TIMEOUT(textOn(page).contains(QStringLiteral("not the code")), Patience);
        QTRY_VERIFY(!field->isReadOnly());
        field->setFocus();
        field->selectAll();
        type(code(-30));
        press(Qt::Key_Return); // the confirmation still counts: nothing was done by it
        auto *once = page.findChild<ShownOnce *>();
        QTRY_VERIFY_WITH_TIMEOUT(once->isVisible(), Patience);
        QVERIFY(m_program.picture(QStringLiteral("recovery-codes")));
        m_recovery = once->findChild<QPlainTextEdit *>()->toPlainText().split(QLatin1Char('\n'));
        QCOMPARE(m_recovery.size(), 10);
        QTest::mouseClick(buttonOf(*once, QStringLiteral("I have it: done")), Qt::LeftButton);
    }
    // Out, and in again; false where the code is refused.
    bool signInWith(const QString &code)
    {
        m_program.workspace.session().signOut();
        m_program.enter(m_user, m_password);
        auto *asked = labelled<QLineEdit>(m_program.signIn(), QStringLiteral("Code"));
        if (!QTest::qWaitFor([&] { return asked->isVisible(); }, Patience))
            return false;
        asked->setFocus();
        type(code);
        m_program.picture(QStringLiteral("sign-in-code"));
        press(Qt::Key_Return);
        const auto isIn = [&] { return m_program.workspace.session().isSignedIn(); };
        return QTest::qWaitFor([&] { return isIn() || !asked->isVisible(); }, Patience) && isIn();
    }
    // A code confirms, too.
    void takeAway()
    {
        AdministratorsPage &page = administratorsOf(m_program);
        auto *take = buttonOf(page, QStringLiteral("Take codes away…"));
        QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), Patience);
        QTest::mouseClick(take, Qt::LeftButton);
        QVERIFY(m_program.confirmWith(QStringLiteral("123456")));
        QTRY_VERIFY_WITH_TIMEOUT(textOn(page).contains(QStringLiteral("It is not confirmed")), Patience);
        m_program.messages.clear();
        QVERIFY(m_program.confirmWith(code(30)));
        QTRY_VERIFY_WITH_TIMEOUT(!m_program.messages.isEmpty(), Patience);
        QVERIFY2(m_program.messages.last().contains(QStringLiteral("signs in with the password alone")),
                 qPrintable(m_program.messages.last()));
    }

private:
    static constexpr int Patience = 20'000; // ms

    GuardedProgram &m_program;
    QString m_user;
    QString m_password;
    QString m_secret;
    QStringList m_recovery;
};

} // namespace rolewright
