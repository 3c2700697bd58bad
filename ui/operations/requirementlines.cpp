// SPDX-License-Identifier: Apache-2.0
#include "ui/operations/requirementlines.h"

#include "core/policy/names.h"

#include <QCoreApplication>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Requirement::Kind;
using Part = RequirementSpot::Part;

class LineMaker
{
    Q_DECLARE_TR_FUNCTIONS(rolewright::RequirementLines)

public:
    static TreeLine make(const Requirement &node, const QList<int> &path)
    {
        TreeLine line = leaf(kindText(node.kind), {path, Part::Node, 0});
        switch (node.kind) {
        case Kind::Access:
            line.text = tr("may access %1").arg(node.names.value(0));
            break;
        case Kind::Owner:
            addNames(line, path, node.names, Part::Name, tr("of any thing: %1"));
            addNames(line, path, node.own, Part::Own, tr("of one's own: %1"));
            break;
        case Kind::AnyPermission:
        case Kind::AllPermissions:
            addNames(line, path, node.names, Part::Name, u"%1"_s);
            for (TreeLine &name : line.children)
                warnOfScope(name);
            break;
        case Kind::AnyRole:
            addNames(line, path, node.names, Part::Name, u"%1"_s);
            break;
        case Kind::AllOf:
        case Kind::AnyOf:
            for (int i = 0; i < node.children.size(); ++i)
                line.children.append(make(node.children.at(i), path + QList<int>{i}));
            break;
        case Kind::Authenticated:
        case Kind::Public:
            break;
        }
        return line;
    }

    static QString kindText(Kind kind)
    {
        switch (kind) {
        case Kind::AnyPermission:
            return tr("holds any of");
        case Kind::AllPermissions:
            return tr("holds all of");
        case Kind::AnyRole:
            return tr("has any role of");
        case Kind::Access:
            return tr("may access");
        case Kind::Owner:
            return tr("by who owns the thing");
        case Kind::AllOf:
            return tr("all of these");
        case Kind::AnyOf:
            return tr("any of these");
        case Kind::Authenticated:
            return tr("any active user");
        case Kind::Public:
            return tr("everybody");
        }
        return {};
    }

private:
    static TreeLine leaf(const QString &text, const RequirementSpot &spot)
    {
        TreeLine line;
        line.text = text;
        line.data = QVariant::fromValue(spot);
        return line;
    }
    static void addNames(TreeLine &line, const QList<int> &path, const QStringList &names, Part part,
                         const QString &form)
    {
        for (int i = 0; i < names.size(); ++i)
            line.children.append(leaf(form.arg(names.at(i)), {path, part, i}));
    }
    static void warnOfScope(TreeLine &line)
    {
        const Result<PermissionName> name = parsePermission(line.text);
        if (name && name->hasScope())
            line.mark = TreeLine::Mark::Warning;
    }
};

} // namespace

QList<TreeLine> linesOf(const std::optional<Requirement> &requirement)
{
    return requirement ? QList<TreeLine>{LineMaker::make(*requirement, {})} : QList<TreeLine>();
}

QString kindText(Requirement::Kind kind)
{
    return LineMaker::kindText(kind);
}

} // namespace rolewright
