// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/idlelock.h"

#include <QCoreApplication>
#include <QEvent>

namespace rolewright {

using namespace Qt::StringLiterals;

IdleLock::IdleLock(Workspace &workspace, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
{
    m_timer.setParent(this);
    m_timer.setObjectName(u"idle"_s);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { m_workspace.session().signOut(GuardSession::End::Idle); });
    connect(&workspace, &Workspace::sessionChanged, this, &IdleLock::restart);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::setMinutes(int minutes)
{
    m_settings.setLockMinutes(minutes);
    restart();
}

void IdleLock::restart()
{
    const int minutes = m_settings.lockMinutes();
    if (m_workspace.session().isSignedIn() && minutes > 0)
        m_timer.start(std::chrono::minutes(minutes));
    else
        m_timer.stop();
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_timer.isActive())
            m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace rolewright
