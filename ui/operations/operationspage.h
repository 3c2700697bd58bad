// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/entitypage.h"

namespace rolewright {

class OperationDetails;

// The operations (endpoints, commands, buttons): create, rename, describe, delete, and what each requires.
class OperationsPage : public EntityPage
{
    Q_OBJECT

public:
    explicit OperationsPage(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void questionAsked(const QString &operation);

protected:
    Change addition(const QString &key) const override;
    std::optional<QString> problemOfKey(const QString &key) const override;
    void showDetails(quint32 id) override;

private:
    OperationDetails *m_details;
};

} // namespace rolewright
