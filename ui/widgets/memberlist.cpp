// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/memberlist.h"

#include "ui/widgets/elidedname.h"
#include "ui/widgets/problemlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSet>
#include <QStringListModel>

namespace rolewright {

MemberList::MemberList(const QString &title, const QString &placeholder, CompletionField::Source source,
                       QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_label(new QLabel)
    , m_model(new QStringListModel(this))
    , m_view(new QListView)
    , m_field(new CompletionField(std::move(source)))
    , m_problem(new ProblemLabel)
    , m_add(new QPushButton(tr("Add")))
    , m_remove(new QPushButton(tr("Remove")))
{
    QString plain = title;
    plain.remove(u'&');
    m_label->setBuddy(m_view);
    m_view->setModel(m_model);
    m_view->setUniformItemSizes(true);
    m_view->setItemDelegate(new NameDelegate(m_view));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAccessibleName(plain);
    m_view->setMinimumHeight(fontMetrics().height() * 4);
    m_view->installEventFilter(this);
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(placeholder);
    m_add->setAccessibleName(tr("Add to %1").arg(plain));
    m_remove->setAccessibleName(tr("Remove the selected from %1").arg(plain));

    // A style's own minimum would leave no room for the field.
    for (QPushButton *button : {m_add, m_remove})
        button->setMaximumWidth(button->sizeHint().width());
    constexpr int ReadableCharacters = 20;
    m_field->setMinimumWidth(fontMetrics().averageCharWidth() * ReadableCharacters);
    auto *head = new QHBoxLayout;
    head->addWidget(m_label, 1);
    head->addWidget(m_remove);
    auto *row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    column->addWidget(m_problem);

    connect(m_field, &QLineEdit::returnPressed, this, &MemberList::requestAdd);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        setProblem({});
        updateButtons();
    });
    connect(m_add, &QPushButton::clicked, this, &MemberList::requestAdd);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(selectedNames()); });
    connect(m_view, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(index.data().toString()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MemberList::updateButtons);
    setNames({});
    updateButtons();
}

void MemberList::setNames(const QStringList &names)
{
    m_label->setText(tr("%1 (%L2)").arg(m_title).arg(names.size()));
    if (names == m_model->stringList())
        return;
    const QStringList selected = selectedNames();
    m_model->setStringList(names);
    select(selected);
    updateButtons();
}

QStringList MemberList::names() const
{
    return m_model->stringList();
}

void MemberList::select(const QStringList &names)
{
    if (names.isEmpty())
        return;
    const QSet<QString> wanted(names.begin(), names.end());
    const QStringList all = m_model->stringList();
    QItemSelection selection;
    for (int row = 0; row < all.size(); ++row) {
        if (wanted.contains(all.at(row)))
            selection.select(m_model->index(row), m_model->index(row));
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty()) {
        m_view->selectionModel()->setCurrentIndex(selection.first().topLeft(), QItemSelectionModel::NoUpdate);
        m_view->scrollTo(selection.first().topLeft());
    }
}

void MemberList::setEditable(bool editable)
{
    m_editable = editable;
    m_field->setEnabled(editable);
    updateButtons();
}

void MemberList::clearField()
{
    m_field->clear();
    m_problem->setProblem({});
}

void MemberList::setProblem(const QString &problem)
{
    m_problem->setProblem(problem);
    m_field->setAccessibleDescription(problem);
}

QStringList MemberList::selectedNames() const
{
    QStringList names;
    // By ranges: Ctrl+A in a long list is one.
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            names.append(m_model->index(row).data().toString());
    }
    return names;
}

void MemberList::requestAdd()
{
    const QString name = m_field->name();
    if (!m_editable || name.isEmpty())
        return;
    if (names().contains(name)) {
        select({name});
        setProblem(tr("%1 is there already.").arg(name));
    } else {
        Q_EMIT addRequested(name);
    }
}

void MemberList::updateButtons()
{
    m_add->setEnabled(m_editable && !m_field->name().isEmpty());
    m_remove->setEnabled(m_editable && m_view->selectionModel()->hasSelection());
}

bool MemberList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && m_remove->isEnabled()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        Q_EMIT removeRequested(selectedNames());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolewright
