// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

namespace rolewright {

class DeletionBar;
class NameBar;

// What is done to the catalogue from the matrix: creating, renaming, marking as sensitive and deleting
// permissions, each asked in place, above the matrix. Takes no room while nothing is asked.
class PermissionBar : public QWidget
{
    Q_OBJECT

public:
    explicit PermissionBar(Workspace &workspace, QWidget *parent = nullptr);

    void askNew();
    // Null for what is not in the catalogue (patterns, built-in rights). Shown by the caller, deletes itself.
    QMenu *menuFor(const QString &permission);

Q_SIGNALS:
    void permissionMade(const QString &name); // created or renamed

private:
    void take(const QString &text);
    void setSensitive(const QString &permission, bool sensitive);

    Workspace &m_workspace;
    NameBar *m_name;
    DeletionBar *m_deletion;
    QString m_renamed; // what is being renamed; empty: a new one
    QString m_deleted;
};

} // namespace rolewright
