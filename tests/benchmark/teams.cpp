// SPDX-License-Identifier: Apache-2.0
#include "teams.h"

#include "ratios.h"
#include "scenario.h"

#include "tests/support/postgresserver.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/permissionrolemodel.h"

#include <QCoreApplication>
#include <QPixmap>

#include <libpq-fe.h>
#include <poll.h>

#include <memory>

namespace rolewright::bench {

using namespace Qt::StringLiterals;

namespace {

const QString Administrator = u"ann"_s;

void check(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

template <class Condition>
void waitUntil(Condition holds)
{
    while (!holds())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

// What a database does of it by itself: a durable commit of one row that announces itself, heard on another
// connection.
class Announcement
{
public:
    explicit Announcement(PostgresServer &server)
    {
        const QByteArray target = "host=127.0.0.1 port=" + QByteArray::number(server.port())
            + " dbname=postgres user=" + PostgresServer::Superuser + " password="
            + QByteArray(PostgresServer::superPassword().data(), PostgresServer::superPassword().size());
        for (auto *connection : {&m_writer, &m_listener}) {
            connection->reset(PQconnectdb(target.constData()));
            check(PQstatus(connection->get()) == CONNECTION_OK, PQerrorMessage(connection->get()));
        }
        run(m_writer, "CREATE TABLE bench (n int); INSERT INTO bench VALUES (0)");
        run(m_listener, "LISTEN bench");
    }
    void once()
    {
        run(m_writer, "BEGIN; UPDATE bench SET n = n + 1; NOTIFY bench; COMMIT");
        for (;;) {
            PQconsumeInput(m_listener.get());
            if (PGnotify *heard = PQnotifies(m_listener.get())) {
                PQfreemem(heard);
                return;
            }
            pollfd socket{PQsocket(m_listener.get()), POLLIN, 0};
            check(::poll(&socket, 1, 10'000) == 1, "no announcement");
        }
    }

private:
    struct Closer
    {
        void operator()(PGconn *connection) const { PQfinish(connection); }
    };
    using Connection = std::unique_ptr<PGconn, Closer>;

    static void run(const Connection &connection, const char *sql)
    {
        PGresult *answer = PQexec(connection.get(), sql);
        check(PQresultStatus(answer) == PGRES_COMMAND_OK, PQerrorMessage(connection.get()));
        PQclear(answer);
    }

    Connection m_writer;
    Connection m_listener;
};

struct Desktop
{
    PolicyService service;
    Workspace workspace{service};

    explicit Desktop(const QString &location)
    {
        QObject::connect(&workspace, &Workspace::messageRaised,
                         [](const Message &message) { qWarning("%s", qPrintable(message.text)); });
        workspace.open(location);
        waitUntil([this] { return workspace.isOpen(); });
        workspace.session().signIn(Administrator, std::make_shared<Secret>(PostgresServer::loginPassword()),
                                   {}, workspace.occasion(), &workspace, {});
        waitUntil([this] { return !workspace.isReadOnly(); });
    }
};

// Two desktops on a store: what one applies is painted by the other.
struct Team
{
    PostgresServer &server = PostgresServer::running();
    QString location;
    std::unique_ptr<Desktop> writer;
    std::unique_ptr<Desktop> reader;
    std::unique_ptr<PermissionRoleModel> model;
    std::unique_ptr<MatrixView> view;
    Announcement bare{server};
    QString role;
    QString permission;
    bool held = false;

    Team()
    {
        Policy policy = gcpPolicy();
        const RoleId administrators = policy.roles().insert({u"policy administrator"_s, {}, true});
        policy.grants().insert({administrators, policy.internGrant(*parseGrant(u"rolewright/*:*"_s))});
        const UserId ann = policy.users().insert({Administrator, Administrator, true, {}, {}});
        policy.assignments().insert(policy.internAssignment(ann, administrators, {}));
        location =
            newGuardedPostgresStore(Administrator, policy, {u"bench"_s, u"bench"_s, Instant::now(), false});
        writer = std::make_unique<Desktop>(location);
        reader = std::make_unique<Desktop>(location);
        model = std::make_unique<PermissionRoleModel>(reader->workspace);
        view = std::make_unique<MatrixView>(*model);
        view->resize(1400, 900);
        view->show();
        role = model->columnName(0);
        for (int row = 0; permission.isEmpty(); ++row) {
            if (!model->isGroup(row) && !model->isHeld(row, 0))
                permission = model->rowName(row);
            else if (model->isFolded(row))
                model->setFolded(row, false);
        }
        view->goTo(permission, role);
        check(model->rowOf(permission) >= 0, "the cell is not shown");
    }
    void change()
    {
        Change change;
        change.verb = held ? Change::Verb::Remove : Change::Verb::Add;
        change.kind = Change::Kind::Grant;
        change.key = role;
        change.other = permission;
        check(writer->workspace.edit(u"change"_s, QList<Change>{change}), "not edited");
        writer->workspace.apply(u"bench"_s);
        held = !held;
        waitUntil([this] { return model->isHeld(model->rowOf(permission), 0) == held; });
        QPixmap frame(view->viewport()->size());
        view->viewport()->render(&frame);
        waitUntil([this] { return !writer->workspace.draft().isDirty(); });
    }
};

} // namespace

void addTeams()
{
    // Made when it first runs: to fill a database takes a minute.
    const auto team = []() -> Team & {
        static std::unique_ptr<Team> made;
        if (!made) {
            made = std::make_unique<Team>();
            qAddPostRoutine([] { made.reset(); }); // its windows must not outlive the application
        }
        return *made;
    };
    addPair({"commit here, painted there", 10, [team] { team().change(); }, [team] { team().bare.once(); }});
}

} // namespace rolewright::bench
