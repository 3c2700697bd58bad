// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QLineEdit;

namespace rolewright {

// The AuthZEN server that is asked for a second opinion, one for each store; no secret. GUI thread.
class OpinionServer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    QString address() const { return m_address; } // empty: none is asked
    void setAddress(const QString &address);
    QString problem() const; // why it cannot be asked

    // A field for the address: it follows, and says it when one has typed it.
    QLineEdit *makeField();

Q_SIGNALS:
    void addressChanged();

private:
    QString m_address;
};

// While it lives, its thread of the pool waits for a network and counts for none: others go on.
class PoolWait
{
public:
    PoolWait();
    ~PoolWait();
    PoolWait(const PoolWait &) = delete;
    PoolWait &operator=(const PoolWait &) = delete;
};

} // namespace rolewright
