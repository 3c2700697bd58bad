// SPDX-License-Identifier: Apache-2.0
#include "windows.h"

#include "ratios.h"
#include "scenario.h"
#include "stores.h"

#include "core/store/policystore.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/permissionrolemodel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPixmap>
#include <QScrollBar>
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

private:
    int m_rows;
    int m_columns;
};

// The same pitch as the matrix, so that both paint as many cells.
void fit(QTableView &empty, const QTableView &matrix)
{
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

struct Scene
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"bench.rolewright"_s);
    PolicyService service;
    Workspace workspace {service};
    std::unique_ptr<PermissionRoleModel> model;
    std::unique_ptr<MatrixView> view;
    std::unique_ptr<EmptyModel> emptyModel;
    std::unique_ptr<QTableView> empty;

    Scene()
    {
        if (const auto store = createStore(path, gcpPolicy(), {u"bench"_s, u"bench"_s}); !store) {
            std::fprintf(stderr, "%s\n", qPrintable(toText(store.error())));
            std::exit(1);
        }
        openAndWait(workspace, path);
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

void scroll(QTableView &view)
{
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(bar->value() + 23 > bar->maximum() ? 0 : bar->value() + 23);
    QPixmap frame(view.viewport()->size());
    view.viewport()->render(&frame);
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
    addPair({"scroll frame of the matrix", 1.5, [scene] { scroll(*scene->view); }, [scene] { scroll(*scene->empty); }});
}

} // namespace rolewright::bench
