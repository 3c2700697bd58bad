// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/permissionrolemodel.h"

#include "core/decision/evaluate.h"
#include "ui/matrix/whylines.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace rolewright {

using namespace Qt::StringLiterals;

PermissionRoleModel::PermissionRoleModel(Workspace &workspace, QObject *parent)
    : MatrixModel(workspace, parent)
{
    reload();
}

QList<MatrixModel::Line> PermissionRoleModel::loadLines()
{
    const Policy &policy = workspace().policy();
    // By group first: comparing thousands of long resources with each other takes longer than all the rest.
    struct Resource
    {
        QString name;
        qsizetype size = 0;
        qsizetype end = 0; // where its next line goes
    };
    QList<Resource> groups;
    QHash<QStringView, int> groupOf; // from 1; of the texts that groups hold
    groupOf.reserve(policy.permissions().size() / 4);
    QList<std::pair<int, Line>> found; // with its group
    found.reserve(policy.permissions().size());
    int group = -1; // neighbours are often of one
    const auto add = [&](GrantId grant, const PermissionName &name) {
        if (group < 0 || groups.at(group).name != name.resource) {
            int &known = groupOf[name.resource];
            if (known == 0) {
                groups.append({name.resource});
                known = int(groups.size());
            }
            group = known - 1;
        }
        ++groups[group].size;
        found.append({group,
                      {grant.value, name.hasScope() ? name.action + u':' + name.scope : name.action,
                       groups.at(group).name}});
    };
    policy.permissions().forEach(
        [&](PermissionId id, const Permission &permission) { add(GrantId::of(id), permission.name); });
    m_patterns = patternsInUse();
    for (auto at = m_patterns.cbegin(); at != m_patterns.cend(); ++at)
        add(GrantId::ofPattern(at.key()), policy.nameOf(GrantId::ofPattern(at.key())));
    QList<int> order(groups.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return lessByCodePoint(groups.at(a).name, groups.at(b).name); });
    qsizetype end = 0;
    for (const int each : std::as_const(order)) {
        groups[each].end = end;
        end += groups.at(each).size;
    }
    QList<Line> lines(found.size());
    for (auto &[of, line] : found)
        lines[groups[of].end++] = std::move(line);
    for (const Resource &each : std::as_const(groups)) {
        const auto last = lines.begin() + each.end;
        std::sort(last - each.size, last,
                  [](const Line &a, const Line &b) { return lessByCodePoint(a.label, b.label); });
    }
    return lines;
}

// Of the stored version too, or a pattern that is being taken from its last role would not show as pending.
QMap<quint32, QString> PermissionRoleModel::patternsInUse() const
{
    const Policy &policy = workspace().policy();
    BitSet numbers;
    const auto collect = [&](const GrantRow &row) {
        if (row.grant.isPattern() && row.grant.pattern() < policy.patterns().size())
            numbers.set(row.grant.pattern());
    };
    policy.grants().forEach(collect);
    workspace().draft().base().grants().forEach(collect);
    QMap<quint32, QString> patterns;
    numbers.forEach(
        [&](quint32 number) { patterns.insert(number, policy.nameOf(GrantId::ofPattern(number)).toText()); });
    return patterns;
}

bool PermissionRoleModel::isCurrent(const Loaded &loaded) const
{
    const Policy &policy = workspace().policy();
    return loaded.hasPermissionsOf(policy) && loaded.hasRolesOf(policy) && patternsInUse() == m_patterns;
}

QList<MatrixModel::Line> PermissionRoleModel::loadColumns() const
{
    const Policy::Roles &roles = workspace().policy().roles();
    QList<Line> columns;
    columns.reserve(roles.size());
    for (const RoleId id : roles.idsByKey())
        columns.append({id.value, roles.at(id).name, {}});
    return columns;
}

Cell PermissionRoleModel::cellOf(Place place) const
{
    const Policy &policy = workspace().policy();
    const GrantId grant{place.line};
    const RoleId role{place.column};
    const bool direct = policy.grants().find(role.value, grant.value);
    Cell cell;
    cell.pending = workspace().draft().isDirty()
        && direct != (workspace().draft().base().grants().find(role.value, grant.value) != nullptr);
    const Breach breach = breachOf(role);
    cell.dimmed = !policy.roles().at(role).enabled || breach == Breach::Dynamic;
    if (direct) {
        cell.shape = Cell::Shape::Granted;
    } else if (grant.isPattern()) {
        workspace().index().reach(role).forEach([&](quint32 junior) {
            if (policy.grants().find(junior, grant.value))
                cell.shape = Cell::Shape::Inherited;
        });
    } else {
        cell.shape = heldShape(grant.permission(), role);
    }
    cell.conflict = cell.isHeld() && breach != Breach::None;
    cell.sensitive =
        cell.isHeld() && !grant.isPattern() && policy.permissions().at(grant.permission()).sensitive;
    return cell;
}

PermissionRoleModel::Breach PermissionRoleModel::breachOf(RoleId role) const
{
    const PolicyIndex &index = workspace().index();
    if (index.policy().constraints().size() == 0)
        return Breach::None;
    if (const auto known = m_breaches.constFind(role.value); known != m_breaches.cend())
        return *known;
    Breach breach = brokenConstraints(index, {role}).isEmpty() ? Breach::None : Breach::Dynamic;
    index.policy().constraints().forEach([&](ConstraintId, const Constraint &constraint) {
        const auto held = std::count_if(constraint.roles.begin(), constraint.roles.end(), [&](RoleId member) {
            return index.reachAll(role).test(member.value);
        });
        if (breach == Breach::None && constraint.kind == Constraint::Kind::Static && held >= constraint.limit)
            breach = Breach::Static;
    });
    m_breaches.insert(role.value, breach);
    return breach;
}

Cell::Shape PermissionRoleModel::heldShape(PermissionId permission, RoleId role) const
{
    const PolicyIndex &index = workspace().index();
    const BitSet &effective = index.effective(role);
    const PermissionName &name = index.policy().permissions().at(permission).name;
    const SlotId slot = index.slot(permission);
    if (!effective.test(slot.value)) {
        if (name.hasScope())
            return Cell::Shape::None;
        const PolicyIndex::Pair *pair = index.pair(name.resource, name.action);
        const bool scoped = pair
            && std::any_of(pair->scoped.begin(), pair->scoped.end(),
                           [&](const auto &each) { return effective.test(each.slot.value); });
        return scoped ? Cell::Shape::Scoped : Cell::Shape::None;
    }
    if (name.hasScope()) {
        const PolicyIndex::Pair *pair = index.pair(name.resource, name.action);
        if (pair && effective.test(pair->unscoped.value))
            return Cell::Shape::Covered;
    }
    return index.own(role).test(slot.value) ? Cell::Shape::Pattern : Cell::Shape::Inherited;
}

QList<LegendEntry> PermissionRoleModel::legend() const
{
    QList<LegendEntry> entries;
    for (const Cell::Shape shape :
         {Cell::Shape::Granted, Cell::Shape::Inherited, Cell::Shape::Pattern, Cell::Shape::Scoped,
          Cell::Shape::Covered, Cell::Shape::None, Cell::Shape::All, Cell::Shape::Some})
        entries.append(legendOf(shape));
    return entries + legendOfMarks(false, true);
}

MatrixModel::Mark PermissionRoleModel::lineMark(quint32 line) const
{
    const GrantId grant{line};
    if (grant.isPattern())
        return {};
    const Permission *permission = workspace().policy().permissions().find(grant.permission());
    return {.fresh = !workspace().draft().base().permissions().contains(grant.permission()),
            .sensitive = permission && permission->sensitive};
}

MatrixModel::Mark PermissionRoleModel::headMark(quint32 column) const
{
    const Role *role = workspace().policy().roles().find({column});
    return {.fresh = !workspace().draft().base().roles().contains({column}),
            .dimmed = role && !role->enabled};
}

QString PermissionRoleModel::headToolTip(quint32 column) const
{
    const Role &role = workspace().policy().roles().at({column});
    QString text = role.name;
    if (!role.description.isEmpty())
        text += u'\n' + role.description;
    if (!role.enabled)
        text += u'\n' + tr("Disabled: gives nothing.");
    switch (breachOf({column})) {
    case Breach::None:
        break;
    case Breach::Static:
        text += u'\n' + tr("Breaks a separation of duty by what it inherits: nobody may have it.");
        break;
    case Breach::Dynamic:
        text += u'\n' + tr("Breaks a separation of duty by what it inherits: it cannot act.");
        break;
    }
    return text;
}

PermissionRoleModel::Source PermissionRoleModel::sourceOf(Place place) const
{
    const Policy &policy = workspace().policy();
    const PermissionName wanted = policy.nameOf({place.line});
    Source source;
    const auto look = [&](quint32 role) {
        policy.grants().forEachOf(role, [&](const GrantRow &row) {
            const PermissionName name = policy.nameOf(row.grant);
            if (row.grant.value != place.line && !covers(name, wanted))
                return true;
            source = {policy.roles().at({role}).name, name.toText()};
            return false;
        });
        return !source.role.isEmpty();
    };
    if (!look(place.column)) {
        workspace().index().reach({place.column}).forEach([&](quint32 junior) {
            if (source.role.isEmpty())
                look(junior);
        });
    }
    return source;
}

QString PermissionRoleModel::explain(Place place, const Cell &cell) const
{
    const QString role = workspace().policy().roles().at({place.column}).name;
    const Source source = sourceOf(place);
    switch (cell.shape) {
    case Cell::Shape::Inherited:
        return tr("%1 inherits it from %2, which has %3.").arg(role, source.role, source.grant);
    case Cell::Shape::Pattern:
        return tr("%1 has it through the pattern %2.").arg(role, source.grant);
    case Cell::Shape::Covered:
        return source.role == role
            ? tr("%1 has it without scope, through %2.").arg(role, source.grant)
            : tr("%1 has it without scope, through %2 of %3.").arg(role, source.grant, source.role);
    case Cell::Shape::Scoped:
        return tr("%1 has it for some scope only, such as own things; see the rows with a scope.").arg(role);
    default:
        return {};
    }
}

QList<TreeLine> PermissionRoleModel::whyLines(Place place) const
{
    return whyRoleHolds(workspace().index(), {place.column}, {place.line});
}

MatrixModel::Effect PermissionRoleModel::effectOf(const QList<Change> &applied) const
{
    const Policy &policy = workspace().policy();
    Effect effect;
    BitSet touched; // roles
    const auto touch = [&](const QString &name) {
        if (const RoleId role = policy.roles().idOf(name); role.isValid())
            touched.set(role.value);
    };
    for (const Change &change : applied) {
        switch (change.kind) {
        case Change::Kind::Grant: {
            const Result<PermissionName> name = parseGrant(change.other);
            touch(change.key);
            if (!name)
                break;
            if (isPattern(*name)) {
                effect.reload =
                    effect.reload || (change.verb == Change::Verb::Add && rowOf(change.other) < 0);
                effect.allRows = true;
            }
            effect.groups.insert(name->resource);
            break;
        }
        case Change::Kind::Inheritance:
            touch(change.key);
            effect.allRows = true;
            break;
        case Change::Kind::Role:
            effect.reload = effect.reload || change.verb != Change::Verb::Set;
            touch(change.key);
            effect.allRows = true;
            break;
        case Change::Kind::Permission:
            effect.reload = effect.reload || change.verb != Change::Verb::Set;
            if (const PermissionId id = policy.permissions().idOf(change.key); id.isValid())
                effect.lines.insert(id.value);
            effect.allColumns = true;
            break;
        case Change::Kind::Constraint:
        case Change::Kind::Member:
            effect.allRows = true;
            effect.allColumns = true;
            break;
        default:
            break;
        }
    }
    if (!effect.reload) {
        policy.roles().forEach([&](RoleId senior, const Role &) {
            if (touched.test(senior.value) || workspace().index().reachAll(senior).intersects(touched))
                effect.columns.insert(senior.value);
        });
    }
    return effect;
}

Result<QList<Change>> PermissionRoleModel::changesFor(const QList<Place> &places, bool give) const
{
    const Policy &policy = workspace().policy();
    QList<Change> changes;
    changes.reserve(places.size());
    for (const Place &place : places) {
        Change change;
        change.verb = give ? Change::Verb::Add : Change::Verb::Remove;
        change.kind = Change::Kind::Grant;
        change.key = policy.roles().at({place.column}).name;
        change.other = policy.textOf({place.line});
        changes.append(change);
    }
    return changes;
}

QString PermissionRoleModel::textFor(const QList<Place> &places, bool give) const
{
    const Policy &policy = workspace().policy();
    const Place &first = places.first();
    const QString role = policy.roles().at({first.column}).name;
    const bool oneRole = std::all_of(places.begin(), places.end(),
                                     [&](const Place &place) { return place.column == first.column; });
    const int count = int(places.size());
    if (count == 1) {
        const QString grant = policy.textOf({first.line});
        return give ? tr("Grant %1 to %2").arg(grant, role) : tr("Revoke %1 from %2").arg(grant, role);
    }
    if (oneRole)
        return give ? tr("Grant %Ln permission(s) to %1", nullptr, count).arg(role)
                    : tr("Revoke %Ln permission(s) from %1", nullptr, count).arg(role);
    return give ? tr("Grant in %Ln cell(s)", nullptr, count) : tr("Revoke in %Ln cell(s)", nullptr, count);
}

void PermissionRoleModel::refuse(Place place, const Cell &cell)
{
    const Source source = sourceOf(place);
    if (!cell.isHeld()) {
        workspace().show({Message::Kind::Information,
                          tr("Nothing to revoke: no selected cell is granted directly."),
                          {},
                          {}});
        return;
    }
    if (cell.shape == Cell::Shape::Granted) {
        workspace().show({Message::Kind::Information, tr("All selected cells are granted already."), {}, {}});
        return;
    }
    const QString advice = tr("Change it there.");
    workspace().show({Message::Kind::Information, explain(place, cell) + u' ' + advice,
                      tr("Go to %1").arg(source.grant),
                      [this, grant = source.grant] { Q_EMIT rowRequested(grant); }});
}

} // namespace rolewright
