// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/guardedstore.h"
#include "ui/admin/keyring.h"

#include <QFileDialog>

namespace rolewright {

// A guarded store that is sealed, copied for each test, and the keys that seal it.
struct SealedStore
{
    QTemporaryDir m_folder;
    StoreKeys m_keys = newStoreKeys();
    QString m_store;

    Status make()
    {
        m_store = m_folder.filePath(QStringLiteral("sealed.rolewright"));
        return makeGuardedStore(m_store, {}, &m_keys);
    }
    QString copy(const QTemporaryDir &home) const
    {
        const QString path = home.filePath(QStringLiteral("acme.rolewright"));
        return QFile::copy(m_store, path) ? path : QString();
    }
};

inline KeyRing &ringOf(GuardedProgram &program)
{
    return *program.window.findChild<KeyRing *>();
}

inline bool becomes(GuardedProgram &program, KeyRing::State state)
{
    return QTest::qWaitFor([&] { return ringOf(program).state() == state; }, 20'000);
}

inline QString trailOf(GuardedProgram &program)
{
    program.window.action(QStringLiteral("page-audit"))->trigger();
    QString said;
    const bool told = QTest::qWaitFor(
        [&] {
            for (const QLabel *label : program.window.findChildren<QLabel *>()) {
                if (label->isVisible()
                    && (label->text().startsWith(QStringLiteral("Intact"))
                        || label->text().startsWith(QStringLiteral("NOT INTACT"))))
                    said = label->text();
            }
            return !said.isEmpty();
        },
        20'000);
    return told ? said : QStringLiteral("nothing is said of the trail");
}

inline bool applyOne(GuardedProgram &program, const QString &user)
{
    const Change change{
        Change::Verb::Add, Change::Kind::Assignment, user, QStringLiteral("author"), {}, {}, {}};
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    return program.workspace.edit(describe(change), QList<Change>{change})
        && (program.workspace.apply(QStringLiteral("ticket")), committed.wait(20'000));
}

inline void pickKeys(GuardedProgram &program, const QString &file)
{
    QTest::mouseClick(buttonOf(program.signIn(), QStringLiteral("Key file…")), Qt::LeftButton);
    auto *dialog = program.window.findChild<QFileDialog *>(QStringLiteral("pickkeys"));
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(file); // which its own test presses
    dialog->close();
    program.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
}

} // namespace rolewright
