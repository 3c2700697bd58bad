// SPDX-License-Identifier: Apache-2.0
#include "windows.h"

#include "ratios.h"
#include "scenario.h"
#include "stores.h"

#include "core/store/policystore.h"
#include "tests/ui/largepolicy.h"
#include "ui/filter/filteredit.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/matrix/userpermissionmodel.h"
#include "ui/matrix/userrolemodel.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QHeaderView>
#include <QPixmap>
#include <QScrollBar>
#include <QStyleFactory>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

namespace rolewright::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize WindowSize(1400, 900);

// As many rows and columns as the matrix has, and nothing in them.
class EmptyModel : public QAbstractTableModel
{
public:
    EmptyModel(int rows, int columns) : m_rows(rows), m_columns(columns) {}
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    void setRows(int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

private:
    int m_rows;
    int m_columns;
};

// The same pitch as the matrix, so that both paint as many cells; in Qt's own style, which is faster than the program's.
void fit(QTableView &empty, const QTableView &matrix)
{
    static const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    for (QWidget *widget : {static_cast<QWidget *>(&empty), static_cast<QWidget *>(empty.horizontalHeader()),
                            static_cast<QWidget *>(empty.verticalHeader())})
        widget->setStyle(fusion.get());
    empty.horizontalHeader()->setDefaultSectionSize(matrix.columnWidth(0));
    empty.verticalHeader()->setDefaultSectionSize(matrix.rowHeight(0));
    empty.horizontalHeader()->setFixedHeight(matrix.horizontalHeader()->height());
    empty.verticalHeader()->setFixedWidth(matrix.verticalHeader()->width());
}

void paint(QWidget &widget)
{
    widget.resize(WindowSize);
    widget.show();
    QPixmap picture(WindowSize);
    widget.render(&picture);
}

void openAndWait(Workspace &workspace, const QString &path)
{
    workspace.open(path);
    while (!workspace.isOpen())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void paintEmpty(const QTableView &like)
{
    EmptyModel model(like.model()->rowCount(), like.model()->columnCount());
    QTableView view;
    view.setModel(&model);
    fit(view, like);
    paint(view);
}

struct OpenedStore
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"bench.rolewright"_s);
    PolicyService service;
    Workspace workspace {service};

    explicit OpenedStore(const Policy &policy)
    {
        if (const auto store = createStore(path, policy, {u"bench"_s, u"bench"_s}); !store) {
            std::fprintf(stderr, "%s\n", qPrintable(toText(store.error())));
            std::exit(1);
        }
        openAndWait(workspace, path);
    }
};

struct Scene : OpenedStore
{
    std::unique_ptr<PermissionRoleModel> model;
    std::unique_ptr<MatrixView> view;
    std::unique_ptr<EmptyModel> emptyModel;
    std::unique_ptr<QTableView> empty;

    Scene()
        : OpenedStore(gcpPolicy())
    {
        model = std::make_unique<PermissionRoleModel>(workspace);
        view = std::make_unique<MatrixView>(*model);
        paint(*view);
        emptyModel = std::make_unique<EmptyModel>(model->rowCount(), model->columnCount());
        empty = std::make_unique<QTableView>();
        empty->setModel(emptyModel.get());
        fit(*empty, *view);
        paint(*empty);
    }
};

qsizetype benchmarkSink = 0; // so that nothing is left out

void frameOf(QTableView &view)
{
    QPixmap frame(view.viewport()->size());
    view.viewport()->render(&frame);
}

void scroll(QTableView &view)
{
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(bar->value() + 23 > bar->maximum() ? 0 : bar->value() + 23);
    frameOf(view);
}

// A pane with its filters and an empty table of the same size, both shown.
struct Pane
{
    OpenedStore store;
    std::unique_ptr<MatrixPane> pane;
    std::unique_ptr<EmptyModel> emptyModel;
    std::unique_ptr<QTableView> empty;
    int typed = 0;

    template <class Model>
    static std::shared_ptr<Pane> of(const Policy &policy)
    {
        auto made = std::make_shared<Pane>(policy);
        const auto count = [](int n) { return QString::number(n); };
        made->pane = std::make_unique<MatrixPane>(std::make_unique<Model>(made->store.workspace),
                                                  MatrixPane::Words{{}, {}, count, count, {}, {}, {}});
        while (made->pane->model().rowCount() == 0) // users are sorted by a worker
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        made->pane->model().setAllFolded(false);
        paint(*made->pane);
        MatrixView &view = made->pane->view();
        made->emptyModel = std::make_unique<EmptyModel>(view.model()->rowCount(), view.model()->columnCount());
        made->empty = std::make_unique<QTableView>();
        made->empty->setModel(made->emptyModel.get());
        fit(*made->empty, view);
        made->empty->resize(view.size());
        made->empty->show();
        frameOf(*made->empty);
        return made;
    }
    explicit Pane(const Policy &policy) : store(policy) {}

    // Another text in the field, to the painted rows that it leaves.
    void type(const QStringList &texts)
    {
        auto *field = pane->findChild<FilterEdit *>(); // of the rows
        const FilterSet before = pane->model().rowFilter();
        field->setText(texts.at(++typed % texts.size()));
        while (pane->model().rowFilter() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
        frameOf(pane->view());
    }
    // As many rows come and go in the empty table.
    void reset()
    {
        emptyModel->setRows(pane->model().rowCount());
        QCoreApplication::processEvents();
        frameOf(*empty);
    }
};

// What a screen reader's bridge does with each event: it asks whom it is about.
void listen(QAccessibleEvent *event)
{
    if (QAccessibleInterface *about = event->accessibleInterface())
        benchmarkSink += about->text(QAccessible::Name).size();
}

// The pane is made when it is asked for: what opens before is not to find the memory of a large policy in use.
void addPane(const std::string &name, const std::function<std::shared_ptr<Pane>()> &make, const QStringList &texts)
{
    constexpr double Goal = 1.3;
    const auto made = std::make_shared<std::shared_ptr<Pane>>();
    const auto pane = [make, made]() -> Pane & {
        if (!*made)
            *made = make();
        return **made;
    };
    for (const bool heard : {false, true}) {
        const std::string with = name + (heard ? ", heard" : "");
        const auto prepare = [pane, heard] {
            pane();
            QAccessible::installUpdateHandler(heard ? &listen : nullptr);
            QAccessible::setActive(heard);
        };
        addPair({"scroll frame, " + with, Goal, [=] { scroll(pane().pane->view()); },
                 [=] { scroll(*pane().empty); }, prepare});
        addPair({"keystroke, " + with, Goal, [=] { pane().type(texts); }, [=] { pane().reset(); }, prepare});
    }
}

} // namespace

void addWindows()
{
    const auto scene = std::make_shared<Scene>();
    addPair({"first paint of the matrix", 1.5,
             [scene] {
                 PermissionRoleModel model(scene->workspace);
                 MatrixView view(model);
                 paint(view);
             },
             [scene] { paintEmpty(*scene->view); }});
    addPair({"opening to a painted matrix", 1.5,
             [scene] {
                 PolicyService service;
                 Workspace workspace(service);
                 openAndWait(workspace, scene->path);
                 PermissionRoleModel model(workspace);
                 MatrixView view(model);
                 paint(view);
             },
             [scene] {
                 scanRows(scene->path);
                 paintEmpty(*scene->view);
             }});
    addPane("GCP", [] { return Pane::of<PermissionRoleModel>(gcpPolicy()); }, {u"comp"_s, u"compu"_s, u"compute.i"_s, u"compute.in"_s, u"storage or list"_s, QString()});
    const auto large = [] { return largePolicy(100'000, 2'000, 10'000); };
    const QStringList ids{u"u0"_s, u"u00"_s, u"u001"_s, u"u001 7"_s, u"u1 and 7"_s, QString()}; // as one types
    addPane("100,000 users x roles", [large] { return Pane::of<UserRoleModel>(large()); }, ids);
    addPane("100,000 users x permissions", [large] { return Pane::of<UserPermissionModel>(large()); }, ids);
}

} // namespace rolewright::bench
