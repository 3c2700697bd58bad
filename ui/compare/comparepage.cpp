// SPDX-License-Identifier: Apache-2.0
#include "ui/compare/comparepage.h"

#include "core/base/text.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/suggestions.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

ComparePage::ComparePage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new CompareModel(this))
    , m_kind(new QComboBox)
    , m_shown(new QComboBox)
    , m_view(new QTreeView)
    , m_state(new QLabel)
    , m_toLeft(new QPushButton)
    , m_toRight(new QPushButton)
    , m_allToLeft(new QPushButton)
    , m_allToRight(new QPushButton)
{
    const auto offer = [this](const QString &typed) {
        return kind() == Kind::Roles ? suggestRoles(m_workspace.policy(), typed)
                                     : suggestUsers(m_workspace.policy(), typed);
    };
    m_left = new CompletionField(offer);
    m_right = new CompletionField(offer);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAccessibleName(tr("Differences"));
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(CompareModel::What, letter * 14);
    header->resizeSection(CompareModel::Difference, letter * 6);
    for (const int column : {CompareModel::Name, CompareModel::Left, CompareModel::Right})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->addLayout(makeHead());
    column->addWidget(m_view, 1);
    column->addLayout(makeFoot());
    setFocusProxy(m_left);

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ComparePage::updateState);
    connect(&workspace, &Workspace::changed, this, &ComparePage::start);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_left->clear();
        m_right->clear();
        start();
    });
    start();
}

QLayout *ComparePage::makeHead()
{
    m_kind->addItems({tr("Roles"), tr("Users")});
    m_kind->setAccessibleName(tr("What is compared"));
    m_left->setAccessibleName(tr("Left side"));
    m_right->setAccessibleName(tr("Right side"));
    m_left->setPlaceholderText(tr("Name"));
    m_right->setPlaceholderText(tr("Name to compare with"));
    m_shown->addItems({tr("Differences"), tr("Only on the left"), tr("Only on the right"), tr("On both"),
                       tr("Everything")});
    m_shown->setAccessibleName(tr("Show"));
    auto *swap = new QPushButton(tr("S&wap"));
    swap->setToolTip(tr("Left becomes right"));
    auto *head = new FlowLayout;
    head->addWidget(m_kind);
    head->addWidget(m_left);
    head->addWidget(swap);
    head->addWidget(m_right);
    head->addWidget(m_shown);
    connect(swap, &QPushButton::clicked, this, &ComparePage::swap);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_left->clear();
        m_right->clear();
        start();
    });
    for (CompletionField *field : {m_left, m_right})
        connect(field, &QLineEdit::textChanged, this, &ComparePage::start);
    connect(m_left, &QLineEdit::returnPressed, m_right, qOverload<>(&QWidget::setFocus));
    connect(m_right, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_shown, &QComboBox::activated, this, [this](int row) {
        m_model->setShown(CompareModel::Shown(row));
        updateState();
    });
    return head;
}

QLayout *ComparePage::makeFoot()
{
    m_toRight->setText(tr("Selected: make the &right like the left"));
    m_toLeft->setText(tr("Selected: make the &left like the right"));
    m_allToRight->setText(tr("All to the ri&ght"));
    m_allToLeft->setText(tr("&All to the left"));
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_toLeft, m_toRight, m_allToLeft, m_allToRight})
        buttons->addWidget(button);
    connect(m_toLeft, &QPushButton::clicked, this, [this] { takeOver(true, false); });
    connect(m_toRight, &QPushButton::clicked, this, [this] { takeOver(false, false); });
    connect(m_allToLeft, &QPushButton::clicked, this, [this] { takeOver(true, true); });
    connect(m_allToRight, &QPushButton::clicked, this, [this] { takeOver(false, true); });
    auto *foot = new QVBoxLayout;
    foot->addWidget(m_state);
    foot->addLayout(buttons);
    return foot;
}

ComparePage::Kind ComparePage::kind() const
{
    return m_kind->currentIndex() == 0 ? Kind::Roles : Kind::Users;
}

void ComparePage::compare(Kind kind, const QString &left, const QString &right)
{
    m_kind->setCurrentIndex(kind == Kind::Roles ? 0 : 1);
    m_left->setText(left);
    m_right->setText(right);
    start();
    if (right.isEmpty())
        m_right->setFocus(Qt::OtherFocusReason);
    else
        m_view->setFocus(Qt::OtherFocusReason);
}

void ComparePage::swap()
{
    const QString left = m_left->text();
    m_left->setText(m_right->text());
    m_right->setText(left);
}

void ComparePage::start()
{
    m_takingOver.cancel();
    const Policy &policy = m_workspace.policy();
    const QString left = m_left->name();
    const QString right = m_right->name();
    QString problem;
    for (const QString &name : {left, right}) {
        const bool known =
            kind() == Kind::Roles ? policy.roles().idOf(name).isValid() : policy.users().idOf(name).isValid();
        if (!known && problem.isEmpty())
            problem = name.isEmpty()    ? tr("Name two of them to see what differs.")
                : kind() == Kind::Roles ? tr("There is no role %1.").arg(quoted(name))
                                        : tr("There is no user %1.").arg(quoted(name));
    }
    if (!problem.isEmpty()) {
        m_comparing.cancel();
        m_model->set(left, right, {});
        updateState();
        m_state->setText(problem);
        return;
    }
    m_comparing.start(
        [index = m_workspace.index(), left, right, kind = kind()](const CancelToken &cancel) {
            return kind == Kind::Roles ? compareRoles(index, left, right, &cancel)
                                       : compareUsers(index, left, right, Instant::now(), &cancel);
        },
        [this](const QList<ComparedThing> &things) { present(things); });
}

void ComparePage::present(const QList<ComparedThing> &things)
{
    // What was being looked at stays current: taking over one thing after the other works by keyboard.
    const int row = std::max(0, m_view->currentIndex().row());
    m_model->set(m_left->name(), m_right->name(), things);
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
    updateState();
}

void ComparePage::updateState()
{
    const bool editable = !m_workspace.isReadOnly();
    const bool any = editable && m_view->selectionModel()->hasSelection();
    m_toLeft->setEnabled(any);
    m_toRight->setEnabled(any);
    int left = 0;
    int right = 0;
    int both = 0;
    bool differ = false;
    for (const ComparedThing &thing : m_model->things()) {
        differ = differ || thing.differs();
        left += thing.left.has && !thing.right.has;
        right += thing.right.has && !thing.left.has;
        both += thing.left.has && thing.right.has;
    }
    m_allToLeft->setEnabled(editable && differ);
    m_allToRight->setEnabled(editable && differ);
    m_state->setText(m_model->things().isEmpty()
                         ? tr("Neither of them has anything.")
                         : tr("Only on the left: %L1 · only on the right: %L2 · on both: %L3")
                               .arg(left)
                               .arg(right)
                               .arg(both));
}

QList<ComparedThing> ComparePage::chosen(bool all) const
{
    QList<ComparedThing> things;
    if (all) {
        for (const ComparedThing &thing : m_model->things()) {
            if (thing.differs())
                things.append(thing);
        }
        return things;
    }
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        things.append(m_model->thingAt(index.row()));
    return things;
}

void ComparePage::takeOver(bool toLeft, bool all)
{
    const QString to = (toLeft ? m_left : m_right)->name();
    const QString from = (toLeft ? m_right : m_left)->name();
    m_takingOver.start(
        [index = m_workspace.index(), kind = kind(), things = chosen(all), to, toLeft](const CancelToken &) {
            return kind == Kind::Roles ? takeOverOfRole(index, to, things, toLeft)
                                       : takeOverOfUser(index, to, things, toLeft);
        },
        [this, to, from](const TakeOver &over) { finish(to, from, over); });
}

void ComparePage::finish(const QString &to, const QString &from, const TakeOver &over)
{
    const QString rest = over.left == 0
        ? QString()
        : tr("%Ln thing(s) stay different, because they come through something that was not copied.", nullptr,
             int(over.left));
    if (over.changes.isEmpty()) {
        m_workspace.show({Message::Kind::Information,
                          rest.isEmpty() ? tr("%1 is like %2 in this already.").arg(to, from) : rest,
                          {},
                          {}});
        return;
    }
    if (m_workspace.edit(tr("Copy from %1 to %2").arg(from, to), over.changes) && !rest.isEmpty())
        m_workspace.show({Message::Kind::Information, rest, {}, {}});
}

} // namespace rolewright
