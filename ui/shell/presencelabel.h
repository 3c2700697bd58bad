// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace rolewright {

class PolicyService;

// "2 others here": who works on the open store, too; the tool tip, which is the accessible description, has
// who. Hidden while nobody does.
class PresenceLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PresenceLabel(const PolicyService &service, QWidget *parent = nullptr);
};

} // namespace rolewright
