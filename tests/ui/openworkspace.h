// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exchange/policyjson.h"
#include "ui/shell/workspace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace rolewright {

// A workspace on a real store in a folder of its own, for tests.
struct OpenWorkspace
{
    QTemporaryDir folder;
    PolicyService service;
    Workspace workspace{service};
    QStringList messages;

    OpenWorkspace()
    {
        QObject::connect(&workspace, &Workspace::messageRaised,
                         [this](const Message &message) { messages.append(message.text); });
    }
    QString location() const { return folder.filePath(QStringLiteral("test.rolewright")); }

    bool create(const QByteArray &document)
    {
        const Result<Policy> policy = readPolicy(document);
        if (!policy) {
            qWarning().noquote() << toText(policy.error());
            return false;
        }
        QSignalSpy opened(&workspace, &Workspace::storeChanged);
        workspace.create(location(), *policy);
        return opened.wait() && workspace.isOpen();
    }
    bool apply(const QString &reason)
    {
        QSignalSpy committed(&workspace, &Workspace::committed);
        workspace.apply(reason);
        return committed.wait();
    }
};

} // namespace rolewright
