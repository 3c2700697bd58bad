// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgresstore.h"

#include "core/store/sql/postgresguard.h"
#include "core/store/sql/postgresschema.h"
#include "core/store/sql/postgresserverguard.h"
#include "core/store/storeguard.h"

#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QThread>

#include <unistd.h>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostAttempts = 10;
constexpr int MostReconnects = 3;
constexpr qint64 LongestSearch = 15'000; // ms, for the outcome of a commit
constexpr qint64 LongestTrust = 1'000; // ms, in announcements alone

std::unique_ptr<SqlGuard> guardFor(PostgresStore &store, bool isServed)
{
    if (isServed)
        return std::make_unique<PostgresServerGuard>(store);
    return std::make_unique<PostgresGuard>(store);
}

} // namespace

// Hears that a session was announced something. With a descriptor of its own: the session's may be closed,
// and be somebody else's, before this has gone.
class PostgresStore::Ear
{
public:
    Ear(const PostgresDatabase &database, const std::function<void()> &wake)
        : session(database.session())
        , m_descriptor(::dup(database.descriptor()))
    {
        if (m_descriptor < 0)
            return; // it is polled all the same
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this, wake] {
            m_notifier->setEnabled(false); // until it was taken
            wake();
        });
    }
    ~Ear()
    {
        m_notifier.reset();
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Ear(const Ear &) = delete;
    Ear &operator=(const Ear &) = delete;

    const int session;
    void listen(const std::function<void()> &afterwards)
    {
        if (!m_notifier)
            return;
        m_notifier->setEnabled(true);
        QMetaObject::invokeMethod(m_notifier.get(), afterwards, Qt::QueuedConnection);
    }

private:
    const int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

PostgresStore::~PostgresStore() = default;

PostgresStore::PostgresStore(const PostgresLocation &location, const PostgresLogins::Held &own)
    : SqlStore(std::make_unique<PostgresDatabase>(location), guardFor(*this, own != nullptr))
    , m_location(location)
    , m_postgres(static_cast<PostgresDatabase &>(*m_database))
    , m_own(own)
{
}

Result<std::unique_ptr<PolicyStore>> PostgresStore::open(const QString &location)
{
    const Result<PostgresLocation> where = PostgresLocation::parse(location);
    if (!where)
        return failure(where.error());
    std::unique_ptr<PostgresStore> store(new PostgresStore(*where));
    const Status ready = store->checkReady();
    if (!ready && !needsSignIn(ready.error()))
        return failure(ready.error());
    return store;
}

Result<std::unique_ptr<PolicyStore>> PostgresStore::openServed(const QString &location,
                                                               const Secret &password)
{
    const Result<PostgresLocation> where = PostgresLocation::parse(location);
    if (!where)
        return failure(where.error());
    const auto own =
        std::make_shared<const PostgresLogins::Login>(PostgresLogins::Login{where->user, password.copy()});
    std::unique_ptr<PostgresStore> store(new PostgresStore(*where, own));
    if (const Status ready = store->checkReady(); !ready)
        return failure(ready.error());
    const Result<qint64> keeps =
        store->m_postgres.number(u"SELECT has_table_privilege('rolewright.credential', 'UPDATE')::int"_s);
    if (!keeps)
        return failure(keeps.error());
    if (*keeps == 0)
        return failure(ErrorCode::NotPermitted,
                       u"The login %1 may not keep the passwords of the server's users. Have the owner of "
                       u"the database make "
                       u"it a member of %2."_s.arg(where->user, PostgresRoles(where->database).server),
                       where->text());
    return store;
}

// With the login that is held for the store, which is another one when somebody has signed in since.
Status PostgresStore::checkReady()
{
    const PostgresLogins::Held held = m_own ? m_own : PostgresLogins::find(m_location.text());
    if (held != m_login)
        m_postgres.close();
    if (m_postgres.isOpen())
        return {};
    if (held)
        return signIn(held);
    if (m_location.user.isEmpty() || std::exchange(m_hasTriedWithout, true))
        return failure(signInNeeded(m_location.text()));
    Status let = m_postgres.open(m_location.user, {});
    if (let) {
        const PostgresLogins::Held mine = PostgresLogins::hold(m_location.text(), m_location.user, {});
        return signIn(mine);
    }
    if (let.error().code == ErrorCode::NotPermitted && !m_postgres.isOpen())
        return failure(signInNeeded(m_location.text()));
    return let;
}

Status PostgresStore::signIn(const PostgresLogins::Held &login)
{
    m_login = login;
    m_sinceRead.invalidate();
    if (!m_postgres.isOpen()) {
        if (Status opened = m_postgres.open(login->user, login->password); !opened) {
            // Not again and again with what the server refuses.
            if (opened.error().code == ErrorCode::NotPermitted && !m_own)
                PostgresLogins::forget(m_location.text(), login);
            return opened;
        }
    }
    if (!m_postgres.hasSchema()) {
        const Error none{
            ErrorCode::Unavailable,
            u"There is no store in this database. Make one with init, or name another database."_s,
            m_location.text(),
            {}};
        close();
        return failure(none);
    }
    Status sound = checkPostgresSchema(m_postgres);
    if (sound)
        sound = migrate();
    if (sound) {
        Statement statement(m_postgres, u"SELECT store FROM head"_s);
        sound = statement.forEachRow([this](const Statement &row) {
            m_id = row.text(0);
            return false;
        });
    }
    if (!sound)
        close();
    return sound;
}

void PostgresStore::close()
{
    m_postgres.close();
    m_login.reset();
}

// Only the owner can; others are told by checkFormat().
Status PostgresStore::migrate()
{
    const Result<qint64> format = m_postgres.number(u"SELECT format FROM head"_s);
    if (!format)
        return failure(format.error());
    if (*format >= postgresMigrations().size())
        return {};
    const QString owner = PostgresRoles(m_location.database).owner;
    qint64 isOwner = 0;
    Statement statement(m_postgres, u"SELECT pg_has_role(?::name, 'MEMBER')::int"_s);
    if (Status status = statement.forEachRow(
            [&](const Statement &row) {
                isOwner = row.integer(0);
                return false;
            },
            owner);
        !status || isOwner == 0)
        return status;
    Result<Transaction> transaction = Transaction::begin(m_postgres, Transaction::Kind::Write);
    if (!transaction)
        return failure(transaction.error());
    if (Status status = m_postgres.run("SET LOCAL ROLE " + PostgresDatabase::quoted(owner)); !status)
        return status;
    const Result<qint64> now =
        m_postgres.number(u"SELECT format FROM head"_s); // another may have been faster
    if (!now)
        return failure(now.error());
    if (Status status = runMigrations(m_postgres, *now); !status)
        return status;
    return transaction->commit();
}

Status PostgresStore::checkWritable()
{
    if (!m_postgres.isReadOnly())
        return {};
    return failure(ErrorCode::NotPermitted,
                   u"Your database login only reads this store, or the database is a standby. Nothing was "
                   u"changed: use a login that "
                   u"is a member of %1."_s.arg(PostgresRoles(m_location.database).administrator),
                   m_location.text());
}

Status PostgresStore::checkFormat()
{
    return checkPostgresFormat(m_postgres);
}

// Only a hint: who misses it reads the version a little later.
Status PostgresStore::announce(qint64 version)
{
    return m_postgres.run("NOTIFY rolewright, '" + QByteArray::number(version) + '\'');
}

bool PostgresStore::isWorthAnother(Status &status, int attempt, Repeat repeat)
{
    using Trouble = PostgresDatabase::Trouble;
    const Trouble trouble = m_postgres.trouble();
    const bool hasAnswer =
        status.error().code != ErrorCode::Unavailable && status.error().code != ErrorCode::Cancelled;
    if (hasAnswer) {
        m_uncertain.invalidate();
        return false;
    }
    if (trouble == Trouble::BrokenInCommit && !m_uncertain.isValid())
        m_uncertain.start();
    if (m_uncertain.isValid()) {
        // The next attempt waits for the lock that the broken session holds, and so sees what became of it.
        if (repeat == Repeat::Freely && !m_cancelled && m_uncertain.elapsed() < LongestSearch) {
            QThread::msleep(200);
            return true;
        }
        m_uncertain.invalidate();
        status = failure(outcomeUnknown(
            u"The connection to the database server broke while it saved the changes"_s, status.error()));
        return false;
    }
    if (m_cancelled)
        return false;
    if (trouble == Trouble::Contended && attempt < MostAttempts) {
        QThread::msleep(QRandomGenerator::global()->bounded(1, 20 * attempt + 1));
        return true;
    }
    // Broken before the COMMIT: nothing has changed.
    if (trouble == Trouble::Broken && attempt < MostReconnects) {
        QThread::msleep(ulong(100 * attempt));
        return true;
    }
    return false;
}

Result<qint64> PostgresStore::version()
{
    const Call call(*this);
    for (int attempt = 1;; ++attempt) {
        Status status = checkReady();
        if (status) {
            const bool announced = m_postgres.takeAnnouncements() | std::exchange(m_announced, false);
            listen();
            if (!announced && m_sinceRead.isValid() && m_sinceRead.elapsed() < LongestTrust)
                return m_version;
            const Result<qint64> version = m_postgres.number(u"SELECT version FROM head"_s);
            if (version) {
                m_version = *version;
                m_sinceRead.start();
                return m_version;
            }
            status = failure(version.error());
        }
        if (!isWorthAnother(status, attempt, Repeat::Freely))
            return failure(status.error());
    }
}

void PostgresStore::watch(const std::function<void()> &wake)
{
    m_wake = wake;
}

void PostgresStore::listen()
{
    if (!m_wake)
        return;
    if (!m_ear || m_ear->session != m_postgres.session())
        m_ear = std::make_unique<Ear>(m_postgres, m_wake);
    // What is announced while a statement waits for its answer comes with that, and wakes nobody.
    m_ear->listen([this] {
        if (m_postgres.takeAnnouncements()) {
            m_announced = true;
            m_wake();
        }
    });
}

StoreTraits PostgresStore::traits() const
{
    StoreTraits traits;
    traits.name = m_location.database;
    traits.location = m_location.text();
    traits.id = m_id;
    if (!m_own)
        traits.login = m_location.user;
    traits.readOnly = m_postgres.isOpen() && m_postgres.isReadOnly();
    traits.guarded = true;
    traits.notice = QString::fromUtf8(QT_TRANSLATE_NOOP(
        "notice",
        "This store is in a database and guarded: changes need a database login and the rights for them. "
        "Whoever has an administrator's login could go round Rolewright, but not change or delete "
        "the trail: only the owner of the database could."));
    return traits;
}

} // namespace rolewright
