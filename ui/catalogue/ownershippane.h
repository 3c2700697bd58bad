// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QGroupBox>

class QLabel;

namespace rolewright {

class NameField;

// The policy's setting `ownership`: which property of a thing is compared with which attribute of the user.
class OwnershipPane : public QGroupBox
{
    Q_OBJECT

public:
    explicit OwnershipPane(Workspace &workspace, QWidget *parent = nullptr);

private:
    void refresh();

    Workspace &m_workspace;
    NameField *m_property;
    NameField *m_attribute;
    QLabel *m_meaning;
};

} // namespace rolewright
