// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/rolelayout.h"

#include <QMutex>

#include <memory>

#include <graphviz/gvc.h>

namespace rolewright {

namespace {

constexpr double PointsPerInch = 72;

QMutex &graphviz()
{
    static QMutex mutex;
    return mutex;
}

struct CloseGraph
{
    void operator()(Agraph_t *graph) const { agclose(graph); }
};
struct FreeContext
{
    void operator()(GVC_t *context) const { gvFreeContext(context); }
};

// Its interface takes what it does not change as non-const.
void set(void *object, const char *name, const QByteArray &value)
{
    agsafeset(object, const_cast<char *>(name), const_cast<char *>(value.constData()),
              const_cast<char *>(""));
}

QByteArray inches(double points)
{
    return QByteArray::number(points / PointsPerInch, 'f', 4);
}

} // namespace

std::optional<Layout> layOut(const LayoutInput &input, const CancelToken &cancelled)
{
    Layout layout;
    if (input.boxes.isEmpty())
        return layout;
    const QMutexLocker lock(&graphviz());
    if (cancelled)
        return {};
    agseterrf([](char *) { return 0; }); // what went wrong is in the results
    const std::unique_ptr<GVC_t, FreeContext> context(gvContext());
    if (!context)
        return {};
    QByteArray name = "roles";
    const std::unique_ptr<Agraph_t, CloseGraph> graph(agopen(name.data(), Agstrictdirected, nullptr));
    if (!graph)
        return {};
    set(graph.get(), "ranksep", inches(44));
    set(graph.get(), "nodesep", inches(18));
    QList<Agnode_t *> nodes;
    for (qsizetype i = 0; i < input.boxes.size(); ++i) {
        QByteArray number = QByteArray::number(i);
        Agnode_t *node = agnode(graph.get(), number.data(), 1);
        set(node, "shape", "box");
        set(node, "fixedsize", "true");
        set(node, "label", "-");
        set(node, "width", inches(input.boxes.at(i).width()));
        set(node, "height", inches(input.boxes.at(i).height()));
        nodes.append(node);
    }
    QList<Agedge_t *> edges;
    for (const auto &[senior, junior] : input.edges)
        edges.append(agedge(graph.get(), nodes.at(senior), nodes.at(junior), nullptr, 1));
    if (gvLayout(context.get(), graph.get(), "dot") != 0)
        return {};

    const boxf &box = GD_bb(graph.get());
    const auto point = [&box](pointf p) { return QPointF(p.x - box.LL.x, box.UR.y - p.y); };
    layout.size = {box.UR.x - box.LL.x, box.UR.y - box.LL.y};
    for (Agnode_t *node : std::as_const(nodes))
        layout.centers.append(point(ND_coord(node)));
    for (Agedge_t *edge : std::as_const(edges)) {
        QList<QPointF> curve;
        const splines *found = ED_spl(edge);
        if (found && found->size > 0) {
            const bezier &first = found->list[0];
            for (int i = 0; i < int(first.size); ++i)
                curve.append(point(first.list[i]));
            if (first.eflag) // where the arrow's tip belongs
                curve.append({point(first.ep), point(first.ep), point(first.ep)});
        }
        layout.curves.append(curve);
    }
    gvFreeLayout(context.get(), graph.get());
    return layout;
}

} // namespace rolewright
