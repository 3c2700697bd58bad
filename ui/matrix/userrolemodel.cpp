// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/userrolemodel.h"

#include "core/decision/evaluate.h"
#include "ui/matrix/celltext.h"
#include "ui/matrix/whylines.h"
#include "ui/widgets/momentedit.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int KeptMaximum = 5000; // users; some hundred bytes each

QString toText(const Validity &validity)
{
    if (validity.from == Instant::openStart())
        return UserRoleModel::tr("Valid until %1.").arg(shownTime(validity.until));
    if (validity.until == Instant::openEnd())
        return UserRoleModel::tr("Valid from %1.").arg(shownTime(validity.from));
    return UserRoleModel::tr("Valid from %1 until %2.")
        .arg(shownTime(validity.from), shownTime(validity.until));
}

} // namespace

UserRoleModel::UserRoleModel(Workspace &workspace, QObject *parent)
    : UserMatrixModel(workspace, parent)
    , m_acting(KeptMaximum)
{
    reload();
    connect(&workspace, &Workspace::changed, this, &UserRoleModel::findConflicts);
    findConflicts();
}

void UserRoleModel::findConflicts()
{
    const Policy &policy = workspace().policy();
    if (policy.constraints().size() == 0 && m_conflicts.isEmpty())
        return;
    m_search.start([policy](const CancelToken &) { return violations(policy, Instant::now()); },
                   [this](const QList<Violation> &found) {
                       QSet<quint64> conflicts;
                       for (const Violation &violation : found) {
                           for (const RoleId role : violation.roles)
                               conflicts.insert(quint64(violation.user.value) << 32 | role.value);
                       }
                       if (conflicts == m_conflicts)
                           return;
                       m_conflicts = conflicts;
                       touch({.allRows = true, .allColumns = true});
                   });
}

QList<MatrixModel::Line> UserRoleModel::loadColumns() const
{
    const Policy::Roles &roles = workspace().policy().roles();
    QList<Line> columns;
    columns.reserve(roles.size());
    for (const RoleId id : roles.idsByKey())
        columns.append({id.value, roles.at(id).name, {}});
    return columns;
}

const UserRoleModel::Acting &UserRoleModel::actingOf(UserId user) const
{
    const Instant now = Instant::now();
    if (const Acting *kept = m_acting.object(user.value); kept && kept->from <= now && now < kept->until)
        return *kept;
    const PolicyIndex &index = workspace().index();
    auto *acting = new Acting{{}, {}, now, Instant::openEnd()};
    index.policy().assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        const Validity &validity = index.policy().validityOf(row);
        for (const Instant bound : {validity.from, validity.until}) {
            if (bound > now)
                acting->until = std::min(acting->until, bound);
        }
        if (validity.contains(now))
            acting->roles.unite(index.reach(row.role));
    });
    if (!index.dynamicConstraints().isEmpty())
        acting->breaching = breaching(index, index.assignedRoles(user, now));
    m_acting.insert(user.value, acting);
    return *acting;
}

Cell UserRoleModel::cellOf(Place place) const
{
    const Policy &policy = workspace().policy();
    const AssignmentRow *row = policy.assignments().find(place.line, place.column);
    const bool active = policy.users().at({place.line}).active;
    Cell cell;
    if (workspace().draft().isDirty()) {
        const AssignmentRow *before = workspace().draft().base().assignments().find(place.line, place.column);
        cell.pending = (row != nullptr) != (before != nullptr) || (row && !(*row == *before));
    }
    // An assignment that is over gives nothing by itself; another one may bring the role as well.
    const Acting &acting = actingOf({place.line});
    const bool acts = acting.roles.test(place.column);
    if (row) {
        cell.shape = Cell::Shape::Granted;
        cell.temporary = !policy.validityOf(*row).isAlways();
    } else if (acts) {
        cell.shape = Cell::Shape::Inherited;
    }
    cell.dimmed = !active || (cell.isHeld() && !acts);
    cell.conflict = m_conflicts.contains(quint64(place.line) << 32 | place.column)
        || acting.breaching.test(place.column);
    return cell;
}

QString UserRoleModel::textOf(Place place, const Cell &cell) const
{
    const QString text = MatrixModel::textOf(place, cell);
    const AssignmentRow *row = workspace().policy().assignments().find(place.line, place.column);
    return row ? withDates(text, workspace().policy().validityOf(*row)) : text;
}

bool UserRoleModel::isHeldAt(Place place) const
{
    const Policy &policy = workspace().policy();
    const Instant now = Instant::now();
    bool held = false;
    policy.assignments().forEachOf(place.line, [&](const AssignmentRow &row) {
        held = row.role.value == place.column
            || (policy.isValidAt(row, now) && workspace().index().reach(row.role).test(place.column));
        return !held;
    });
    return held;
}

QList<LegendEntry> UserRoleModel::legend() const
{
    using Shape = Cell::Shape;
    constexpr Cell::Of Assignments = Cell::Of::Assignment;
    return QList<LegendEntry>{legendOf(Shape::Granted, Assignments), legendOf(Shape::Inherited),
                              legendOf(Shape::None, Assignments)}
        + legendOfMarks(true, false);
}

MatrixModel::Mark UserRoleModel::headMark(quint32 column) const
{
    const Role *role = workspace().policy().roles().find({column});
    return {.fresh = !workspace().draft().base().roles().contains({column}),
            .dimmed = role && !role->enabled};
}

QString UserRoleModel::headToolTip(quint32 column) const
{
    const Role &role = workspace().policy().roles().at({column});
    return role.description.isEmpty() ? role.name : role.name + u'\n' + role.description;
}

QString UserRoleModel::explain(Place place, const Cell &cell) const
{
    const Policy &policy = workspace().policy();
    const QString role = policy.roles().at({place.column}).name;
    if (cell.shape == Cell::Shape::Inherited) {
        QStringList through;
        policy.assignments().forEachOf(place.line, [&](const AssignmentRow &each) {
            if (workspace().index().reach(each.role).test(place.column))
                through.append(policy.roles().at(each.role).name);
        });
        return tr("%1 is inherited through %2.").arg(role, through.join(u", "_s));
    }
    QStringList sentences;
    if (const AssignmentRow *row = policy.assignments().find(place.line, place.column); row && cell.temporary)
        sentences.append(toText(policy.validityOf(*row)));
    if (actingOf({place.line}).breaching.test(place.column))
        sentences.append(tr("It may not act together with other roles of %1: a session has to choose.")
                             .arg(policy.users().at({place.line}).id));
    return sentences.join(u' ');
}

QList<TreeLine> UserRoleModel::whyLines(Place place) const
{
    return whyUserHasRole(workspace().index(), {place.line}, {place.column}, Instant::now());
}

MatrixModel::Effect UserRoleModel::effectOf(const QList<Change> &applied) const
{
    Effect effect;
    effect.allColumns = true;
    for (const Change &change : applied) {
        switch (change.kind) {
        case Change::Kind::Assignment:
            if (const UserId user = workspace().policy().users().idOf(change.key); user.isValid())
                effect.lines.insert(user.value);
            break;
        case Change::Kind::User:
            effect.reload = effect.reload || change.verb != Change::Verb::Set || change.field == u"name";
            if (const UserId user = workspace().policy().users().idOf(change.key); user.isValid())
                effect.lines.insert(user.value);
            break;
        case Change::Kind::Role:
            effect.reload = effect.reload || change.verb != Change::Verb::Set;
            effect.allRows = true;
            break;
        case Change::Kind::Inheritance:
        case Change::Kind::Constraint:
        case Change::Kind::Member:
            effect.allRows = true;
            break;
        default:
            break;
        }
    }
    return effect;
}

Result<QList<Change>> UserRoleModel::changesFor(const QList<Place> &places, bool give) const
{
    const Policy &policy = workspace().policy();
    const Policy &base = workspace().draft().base();
    QList<Change> changes;
    changes.reserve(places.size());
    for (const Place &place : places) {
        Change change;
        change.kind = Change::Kind::Assignment;
        change.key = policy.users().at({place.line}).id;
        change.other = policy.roles().at({place.column}).name;
        change.verb = give ? Change::Verb::Add : Change::Verb::Remove;
        if (give) {
            // Taking and giving back leaves the validity that is stored.
            const AssignmentRow *stored = base.assignments().find(place.line, place.column);
            change.to = stored ? base.assignmentOf(*stored) : Assignment();
        }
        changes.append(change);
    }
    return changes;
}

QString UserRoleModel::textFor(const QList<Place> &places, bool give) const
{
    const Policy &policy = workspace().policy();
    const Place &first = places.first();
    const QString user = policy.users().at({first.line}).id;
    const QString role = policy.roles().at({first.column}).name;
    const int count = int(places.size());
    if (count == 1)
        return give ? tr("Assign %1 to %2").arg(role, user) : tr("Take %1 from %2").arg(role, user);
    const bool oneRole = std::all_of(places.begin(), places.end(),
                                     [&](const Place &place) { return place.column == first.column; });
    if (oneRole)
        return give ? tr("Assign %1 to %Ln user(s)", nullptr, count).arg(role)
                    : tr("Take %1 from %Ln user(s)", nullptr, count).arg(role);
    return give ? tr("Make %Ln assignment(s)", nullptr, count) : tr("Take %Ln assignment(s)", nullptr, count);
}

void UserRoleModel::refuse(Place place, const Cell &cell)
{
    if (cell.temporary) {
        Q_EMIT datesRequested();
        return;
    }
    const QString why = explain(place, cell);
    Message message{Message::Kind::Information, why, {}, {}};
    if (why.isEmpty())
        message.text = cell.isHeld() ? tr("All selected cells are assigned already.")
                                     : tr("Nothing to take: no selected cell is assigned directly.");
    workspace().show(message);
}

} // namespace rolewright
