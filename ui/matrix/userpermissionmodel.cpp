// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/userpermissionmodel.h"

#include "core/decision/evaluate.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int KeptMaximum = 2000; // rows; a few kilobytes each

} // namespace

UserPermissionModel::UserPermissionModel(Workspace &workspace, QObject *parent)
    : UserMatrixModel(workspace, parent)
    , m_kept(KeptMaximum)
{
    reload();
}

QList<MatrixModel::Line> UserPermissionModel::loadColumns() const
{
    const Policy::Permissions &permissions = workspace().policy().permissions();
    QList<Line> columns;
    columns.reserve(permissions.size());
    permissions.forEach([&](PermissionId id, const Permission &permission) {
        columns.append({id.value, permission.name.toText(), {}});
    });
    std::sort(columns.begin(), columns.end(),
              [](const Line &a, const Line &b) { return lessByCodePoint(a.label, b.label); });
    return columns;
}

UserPermissionModel::Held UserPermissionModel::heldOf(const PolicyIndex &index, UserId user, Instant now,
                                                      Row &row)
{
    const Policy &policy = index.policy();
    Held held;
    const User *known = policy.users().find(user);
    if (!known || !known->active)
        return held;
    policy.assignments().forEachOf(user.value, [&](const AssignmentRow &each) {
        const Validity &validity = policy.validityOf(each);
        for (const Instant bound : {validity.from, validity.until}) {
            if (bound > now)
                row.until = std::min(row.until, bound);
        }
        const BitSet &effective = index.effective(each.role);
        if (!validity.contains(now) || !policy.roles().at(each.role).enabled)
            return;
        held.roles.append(each.role);
        held.effective.unite(effective);
        held.own.unite(index.own(each.role));
        if (validity.until == Instant::openEnd())
            held.lasting.unite(effective);
    });
    held.broken = !brokenConstraints(index, held.roles).isEmpty();
    return held;
}

const UserPermissionModel::Row &UserPermissionModel::rowFor(UserId user) const
{
    const Instant now = Instant::now();
    if (const Row *kept = m_kept.object(user.value); kept && kept->from <= now && now < kept->until)
        return *kept;
    auto row = std::make_unique<Row>();
    row->from = now;
    row->until = Instant::openEnd();
    row->draft = heldOf(workspace().index(), user, now, *row);
    if (workspace().draft().isDirty())
        row->base = heldOf(workspace().baseIndex(), user, now, *row);
    const Row &made = *row;
    m_kept.insert(user.value, row.release());
    return made;
}

UserPermissionModel::Asked UserPermissionModel::askedOf(const PolicyIndex &index, PermissionId permission)
{
    const Permission *known = index.policy().permissions().find(permission);
    if (!known)
        return {};
    Asked asked{index.slot(permission), {}};
    const PolicyIndex::Pair *pair =
        known->name.hasScope() ? nullptr : index.pair(known->name.resource, known->name.action);
    for (qsizetype i = 0; pair && i < pair->scoped.size(); ++i)
        asked.scoped.append(pair->scoped.at(i).slot);
    return asked;
}

UserPermissionModel::Level UserPermissionModel::levelOf(const Asked &asked, const BitSet &effective)
{
    if (asked.slot.isValid() && effective.test(asked.slot.value))
        return Level::Full;
    const bool scoped = std::any_of(asked.scoped.begin(), asked.scoped.end(),
                                    [&](SlotId slot) { return effective.test(slot.value); });
    return scoped ? Level::Scoped : Level::None;
}

const UserPermissionModel::Asked &UserPermissionModel::askedFor(PermissionId permission) const
{
    const auto kept = m_asked.constFind(permission.value);
    return kept != m_asked.cend() ? *kept
                                  : *m_asked.insert(permission.value, askedOf(workspace().index(), permission));
}

// Without working out the whole row: a hundred thousand of them may be looked through for the next held one.
bool UserPermissionModel::isHeldAt(Place place) const
{
    const Policy &policy = workspace().policy();
    const Instant now = Instant::now();
    const Asked &asked = askedFor({place.column});
    bool held = false;
    if (policy.users().at({place.line}).active) {
        policy.assignments().forEachOf(place.line, [&](const AssignmentRow &row) {
            held = policy.isValidAt(row, now)
                && levelOf(asked, workspace().index().effective(row.role)) != Level::None;
            return !held;
        });
    }
    return held;
}

Cell::Shape UserPermissionModel::shapeOf(const Held &held, PermissionId permission) const
{
    const PolicyIndex &index = workspace().index();
    const Policy &policy = workspace().policy();
    const Level level = levelOf(askedFor(permission), held.effective);
    if (level != Level::Full)
        return level == Level::Scoped ? Cell::Shape::Scoped : Cell::Shape::None;
    if (std::any_of(held.roles.begin(), held.roles.end(),
                    [&](RoleId role) { return policy.grants().find(role.value, permission.value); }))
        return Cell::Shape::Granted;
    const PermissionName &name = policy.permissions().at(permission).name;
    if (name.hasScope()) {
        const PolicyIndex::Pair *pair = index.pair(name.resource, name.action);
        if (pair && held.effective.test(pair->unscoped.value))
            return Cell::Shape::Covered;
    }
    return held.own.test(index.slot(permission).value) ? Cell::Shape::Pattern : Cell::Shape::Inherited;
}

Cell UserPermissionModel::cellOf(Place place) const
{
    const Row &row = rowFor({place.line});
    const PermissionId permission{place.column};
    const PolicyIndex &index = workspace().index();
    Cell cell;
    cell.shape = shapeOf(row.draft, permission);
    cell.sensitive = cell.isHeld() && workspace().policy().permissions().at(permission).sensitive;
    cell.conflict = cell.dimmed = cell.isHeld() && row.draft.broken;
    cell.temporary = cell.shape != Cell::Shape::Scoped && cell.isHeld()
        && !row.draft.lasting.test(index.slot(permission).value);
    if (workspace().draft().isDirty()) {
        const Level before = levelOf(askedOf(workspace().baseIndex(), permission), row.base.effective);
        const Level after = levelOf(askedFor(permission), row.draft.effective);
        cell.pending = before != after || (after != Level::None && row.draft.broken != row.base.broken);
    }
    return cell;
}

QList<LegendEntry> UserPermissionModel::legend() const
{
    QList<LegendEntry> entries;
    for (const Cell::Shape shape : {Cell::Shape::Granted, Cell::Shape::Inherited, Cell::Shape::Pattern,
                                    Cell::Shape::Scoped, Cell::Shape::Covered, Cell::Shape::None})
        entries.append(legendOf(shape));
    return entries + legendOfMarks(true, true);
}

MatrixModel::Mark UserPermissionModel::headMark(quint32 column) const
{
    const Permission *permission = workspace().policy().permissions().find({column});
    return {.fresh = !workspace().draft().base().permissions().contains({column}),
            .sensitive = permission && permission->sensitive};
}

QString UserPermissionModel::headToolTip(quint32 column) const
{
    const Permission &permission = workspace().policy().permissions().at({column});
    QString text = permission.name.toText();
    if (!permission.description.isEmpty())
        text += u'\n' + permission.description;
    return permission.sensitive ? text + u'\n' + tr("Sensitive.") : text;
}

QString UserPermissionModel::explain(Place place, const Cell &cell) const
{
    const Policy &policy = workspace().policy();
    const User &user = policy.users().at({place.line});
    if (!user.active)
        return tr("%1 is inactive: denied everything that is not public.").arg(user.id);
    QString text;
    if (cell.isHeld()) {
        const Held &held = rowFor({place.line}).draft;
        const Asked &asked = askedFor({place.column});
        const Level level = levelOf(asked, held.effective);
        QStringList through;
        for (const RoleId role : held.roles) {
            if (levelOf(asked, workspace().index().effective(role)) == level)
                through.append(policy.roles().at(role).name);
        }
        sortByCodePoint(through);
        text = cell.shape == Cell::Shape::Scoped
            ? tr("%1 has it for some scope only, through %2.").arg(user.id, through.join(u", "_s))
            : tr("%1 has it through %2.").arg(user.id, through.join(u", "_s));
    } else if (cell.pending) {
        text = tr("%1 has it in the stored version.").arg(user.id);
    }
    if (cell.conflict)
        text += u' ' + tr("But all roles of %1 together break a separation of duty: until a session chooses some of "
                          "them, it is denied.")
                           .arg(user.id);
    return text;
}

MatrixModel::Effect UserPermissionModel::effectOf(const QList<Change> &applied) const
{
    Effect effect;
    effect.allColumns = true;
    for (const Change &change : applied) {
        switch (change.kind) {
        case Change::Kind::Assignment:
        case Change::Kind::User:
            effect.reload = effect.reload
                || (change.kind == Change::Kind::User
                    && (change.verb != Change::Verb::Set || change.field == u"name"));
            if (const UserId user = workspace().policy().users().idOf(change.key); user.isValid())
                effect.lines.insert(user.value);
            break;
        case Change::Kind::Permission:
            effect.reload = effect.reload || change.verb != Change::Verb::Set;
            effect.allRows = true;
            break;
        case Change::Kind::Role:
        case Change::Kind::Grant:
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

bool UserPermissionModel::edit(const QItemSelection &cells, Edit how)
{
    bool tooMany = false;
    const QList<Place> places = placesIn(cells, &tooMany);
    if (places.isEmpty() && !tooMany)
        return false;
    const bool oneColumn = std::all_of(places.begin(), places.end(), [&](const Place &place) {
        return place.column == places.first().column;
    });
    if (tooMany || !oneColumn) {
        workspace().show({Message::Kind::Information,
                          tr("Access is given one permission at a time: select cells of one column."), {}, {}});
        return false;
    }
    QList<Place> without;
    for (const Place &place : places) {
        const Cell::Shape shape = cellOf(place).shape;
        const bool active = workspace().policy().users().at({place.line}).active;
        if (active && (shape == Cell::Shape::None || shape == Cell::Shape::Scoped))
            without.append(place);
    }
    const bool take = how == Edit::Take || (how == Edit::Toggle && without.isEmpty());
    if (take && places.size() > 1) {
        workspace().show(
            {Message::Kind::Information, tr("Access is taken away from one user at a time."), {}, {}});
        return false;
    }
    if (take ? !cellOf(places.first()).isHeld() : without.isEmpty()) {
        refuse(places.first(), cellOf(places.first()));
        return false;
    }
    const QString permission = workspace().policy().textOf({places.first().column});
    if (take) {
        Q_EMIT takeRequested(workspace().policy().users().at({places.first().line}).id, permission);
        return true;
    }
    QStringList users;
    for (const Place &place : std::as_const(without))
        users.append(workspace().policy().users().at({place.line}).id);
    Q_EMIT giveRequested(users, permission);
    return true;
}

QString UserPermissionModel::editText(Edit how) const
{
    return how == Edit::Take ? tr("&Take access away…") : tr("&Give access…");
}

void UserPermissionModel::refuse(Place place, const Cell &cell)
{
    QString text = cell.isHeld() ? tr("All selected users have access already.")
                                 : tr("Nothing to take away: there is no access.");
    if (!workspace().policy().users().at({place.line}).active)
        text = explain(place, cell);
    workspace().show({Message::Kind::Information, text, {}, {}});
}

} // namespace rolewright
