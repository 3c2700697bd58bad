// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/changereview.h"
#include "core/exchange/policyjson.h"
#include "core/store/storeguard.h"
#include "tests/ui/openstore.h"
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "ui/admin/confirmationbar.h"
#include "ui/admin/secretfield.h"
#include "ui/admin/signinpage.h"

namespace rolewright {

// A newsroom with a security officer, for tests of a guarded store: ann administers, sue approves, ben leads
// a team by a delegation, rae reads only. Everybody's password is the name and "-password".
inline QByteArray guardedNewsroom(const QByteArray &approvals = "[]")
{
    return R"({"rolewright": 1,
 "permissions": [{"name": "article:publish"}, {"name": "article:read"}, {"name": "payroll:pay", "sensitive": true}],
 "roles": [{"name": "author", "grants": ["article:read"]}, {"name": "editor", "inherits": ["author"], "grants": ["article:publish"]},
           {"name": "lead", "grants": ["rolewright/user:assign:delegated", "rolewright/policy:read", "rolewright/audit:read"]},
           {"name": "reader", "grants": ["rolewright/policy:read"]},
           {"name": "root", "grants": ["rolewright\u002f*:*"]},
           {"name": "security", "grants": ["rolewright/request:approve", "rolewright/policy:read", "rolewright/audit:read"]}],
 "users": [{"id": "alice", "assignments": [{"role": "author"}]}, {"id": "ann", "assignments": [{"role": "root"}]},
           {"id": "ben", "assignments": [{"role": "lead"}]}, {"id": "rae", "assignments": [{"role": "reader"}]},
           {"id": "sue", "assignments": [{"role": "root"}, {"role": "security"}]}],
 "constraints": [{"name": "four eyes", "kind": "static", "roles": ["editor", "security"], "limit": 2}],
 "administration": {"delegations": [{"role": "lead", "assign": ["author"]}], "approvals": )"
        + approvals + R"(}})";
}

inline SharedSecret secretOf(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    return std::make_shared<const Secret>(Secret::taking(bytes));
}

inline QString passwordOf(const QString &user)
{
    return user + QStringLiteral("-password");
}

// Makes a guarded store of that policy on disk, as the command line would, or says why not.
// `approval` is the value of one, or empty: it comes last, as two people have to play its parts. Sealed with `keys`,
// where there are some.
inline Status makeGuardedStore(const QString &path, const QByteArray &approval = {}, const StoreKeys *keys = nullptr)
{
    const Result<Policy> policy = readPolicy(guardedNewsroom());
    if (!policy)
        return failure(policy.error());
    const auto store =
        createStore(path, *policy, {QStringLiteral("test"), QStringLiteral("test"), Instant::now(), false});
    if (!store)
        return failure(store.error());
    StoreGuard &guard = *(*store)->guard();
    if (keys)
        guard.useKeys(*keys);
    const QString ann = QStringLiteral("ann");
    const Occasion first{QStringLiteral("test"), Instant::now(), {}};
    if (Status enrolled = guard.enrolFirst(ann, *secretOf(passwordOf(ann)), first); !enrolled)
        return enrolled;
    if (Status in = guard.signIn(ann, *secretOf(passwordOf(ann)), first); !in)
        return in;
    for (const QString &user : {QStringLiteral("ben"), QStringLiteral("rae"), QStringLiteral("sue")}) {
        const Occasion now{QStringLiteral("test"), Instant::now(), {}};
        const QByteArray digest = operationDigest(QStringLiteral("credential.set"), user);
        if (Status confirmed = guard.confirm(digest, *secretOf(passwordOf(ann)), now); !confirmed)
            return confirmed;
        if (Status set = guard.setPassword(user, *secretOf(passwordOf(user)), now); !set)
            return set;
    }
    if (approval.isEmpty())
        return {};
    const Result<ChangeSet> read = readChangeSet(
        R"({"rolewright-changes": 1, "changes": [{"add": "approval", "value": )" + approval + "}]}");
    if (!read)
        return failure(read.error());
    ChangeSet changes = *read;
    changes.base = 1;
    changes.operation = QUuid::createUuid();
    const CommitContext context{ann, QStringLiteral("test"), Instant::now(), false};
    if (Status confirmed = guard.confirm(confirmationDigest(changes, false), *secretOf(passwordOf(ann)),
                                         {context.origin, context.time, {}});
        !confirmed)
        return confirmed;
    const Result<Snapshot> made = (*store)->commit(changes, context);
    return made ? Status() : Status(failure(made.error()));
}

// Such a store, made once for a test program, and copies of it for each test.
class GuardedNewsroom
{
public:
    GuardedNewsroom()
    {
        if (const Status made = makeGuardedStore(m_path); !made)
            qFatal("%s", qPrintable(toText(made.error())));
    }
    // Empty where it cannot be copied.
    QString copyTo(const QTemporaryDir &home) const
    {
        const QString path = home.filePath(QStringLiteral("acme.rolewright"));
        return QFile::copy(m_path, path) ? path : QString();
    }

private:
    QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(QStringLiteral("guarded.rolewright"));
};

// The real window on such a store, and what a person does there.
struct GuardedProgram : Program
{
    QStringList messages;

    explicit GuardedProgram(const QTemporaryDir &home)
        : Program(home)
    {
        QObject::connect(&workspace, &Workspace::messageRaised,
                         [this](const Message &message) { messages.append(message.text); });
    }
    SignInPage &signIn() { return *window.findChild<SignInPage *>(); }
    bool open(const QString &path)
    {
        QSignalSpy opened(&workspace, &Workspace::storeChanged);
        window.openStore(path);
        return opened.count() || opened.wait(30'000);
    }
    void enter(const QString &user, const QString &password)
    {
        auto *name = labelled<QLineEdit>(signIn(), QStringLiteral("User"));
        name->setFocus();
        name->selectAll();
        press(Qt::Key_Delete);
        type(user);
        labelled<QLineEdit>(signIn(), QStringLiteral("Password"))->setFocus();
        type(password);
        press(Qt::Key_Return);
    }
    bool enterAs(const QString &user)
    {
        enter(user, passwordOf(user));
        return QTest::qWaitFor([&] { return workspace.session().user() == user; }, 20'000);
    }
    bool showAs(const QString &user, const QString &location)
    {
        return show() && open(location) && enterAs(user)
            && QTest::qWaitFor([&] { return !workspace.isShut(); }, 20'000);
    }
    // Of the bar that is shown.
    ConfirmationBar *confirmation()
    {
        for (ConfirmationBar *bar : window.findChildren<ConfirmationBar *>()) {
            if (bar->isVisible())
                return bar;
        }
        return nullptr;
    }
    // In both themes, into the folder that ROLEWRIGHT_PICTURES names, where it does.
    bool picture(const QString &name)
    {
        if (qEnvironmentVariableIsSet("ROLEWRIGHT_PICTURES"))
            QTest::qWait(600); // what workers still have to say
        keepPictures(window, name);
        return !QTest::currentTestFailed();
    }
    bool confirmWith(const QString &secret)
    {
        if (!QTest::qWaitFor([&] { return confirmation() != nullptr; }, 20'000))
            return false;
        confirmation()->findChild<SecretField *>()->setFocus();
        type(secret);
        press(Qt::Key_Return);
        return true;
    }
    bool isRefusedWith(const QString &secret) // and can be tried again
    {
        return confirmWith(secret)
            && QTest::qWaitFor(
                   [&] {
                       const auto *field =
                           confirmation() ? confirmation()->findChild<SecretField *>() : nullptr;
                       return field && field->hasFocus() && !field->isReadOnly();
                   },
                   20'000);
    }
};

} // namespace rolewright
