// SPDX-License-Identifier: Apache-2.0
#include "core/security/keychain.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Service = u"org.rolewright.Rolewright"_s;

Error problemOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::NotPermitted,
                u"The keychain was not opened. Nothing was changed: unlock it, or use a key file."_s, {}, {}};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::Unavailable,
                u"There is no keychain here. Nothing was changed: start one, or use a key file."_s, {}, {}};
    default:
        return {ErrorCode::Unavailable,
                u"The keychain failed: %1. Nothing was changed: try again, or use a key file."_s.arg(
                    job.errorString()),
                {},
                {}};
    }
}

Error tooSlow()
{
    return {ErrorCode::Unavailable,
            u"The keychain did not answer in time. Nothing was changed: unlock it and try again, or use a key file."_s,
            {},
            {}};
}

} // namespace

Keychain::Keychain(QObject *parent)
    : QObject(parent)
{
}

// The job deletes itself when it is done, whenever that is: its answer counts only while `waiting` lives.
template <class Job, class Finish>
void Keychain::run(Job *job, QObject *context, const Finish &finish)
{
    Q_ASSERT(context && context->thread() == thread());
    job->setInsecureFallback(false);
    auto *waiting = new QTimer(this);
    waiting->setSingleShot(true);
    const auto answer = [waiting, context = QPointer<QObject>(context), finish,
                         answered = std::make_shared<bool>(false)](const Job *done,
                                                                   const std::optional<Error> &error) {
        if (std::exchange(*answered, true))
            return;
        waiting->stop();
        waiting->deleteLater();
        if (context)
            finish(done, error);
    };
    connect(job, &QKeychain::Job::finished, waiting, [answer](QKeychain::Job *done) {
        const bool isGood = done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound;
        answer(static_cast<Job *>(done), isGood ? std::nullopt : std::optional(problemOf(*done)));
    });
    connect(waiting, &QTimer::timeout, waiting, [answer] { answer(nullptr, tooSlow()); });
    connect(this, &Keychain::cancelled, waiting,
            [answer] { answer(nullptr, Error{ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, {}, {}}); });
    waiting->start(m_patience);
    job->start();
}

void Keychain::read(const QString &name, QObject *context, const Read &done)
{
    auto *job = new QKeychain::ReadPasswordJob(Service);
    job->setKey(name);
    run(job, context, [done](const QKeychain::ReadPasswordJob *read, const std::optional<Error> &error) {
        if (error)
            done(failure(*error));
        else if (read->error() == QKeychain::EntryNotFound)
            done(std::shared_ptr<const Secret>());
        else {
            QByteArray bytes = read->binaryData();
            done(std::shared_ptr<const Secret>(std::make_shared<Secret>(Secret::taking(bytes))));
        }
    });
}

void Keychain::write(const QString &name, const Secret &value, QObject *context, const Written &done)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setKey(name);
    job->setBinaryData(QByteArray(value.data(), value.size()));
    run(job, context, [done](const QKeychain::WritePasswordJob *written, const std::optional<Error> &error) {
        // Not found, for a write, is a keychain that is locked.
        done(error ? Status(failure(*error))
                   : written->error() == QKeychain::NoError ? Status() : Status(failure(problemOf(*written))));
    });
}

void Keychain::remove(const QString &name, QObject *context, const Written &done)
{
    auto *job = new QKeychain::DeletePasswordJob(Service);
    job->setKey(name);
    run(job, context, [done](const QKeychain::DeletePasswordJob *, const std::optional<Error> &error) {
        done(error ? Status(failure(*error)) : Status());
    });
}

void Keychain::cancel()
{
    Q_EMIT cancelled();
}

} // namespace rolewright
