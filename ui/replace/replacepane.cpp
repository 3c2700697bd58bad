// SPDX-License-Identifier: Apache-2.0
#include "ui/replace/replacepane.h"

#include "core/base/text.h"
#include "ui/widgets/coretext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

ReplacePane::ReplacePane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new ReplaceModel(this))
    , m_field(new QComboBox)
    , m_find(new QLineEdit)
    , m_with(new QLineEdit)
    , m_expression(new QCheckBox(tr("Regular e&xpression")))
    , m_case(new QCheckBox(tr("&Match case")))
    , m_view(new QTreeView)
    , m_state(new QLabel)
    , m_replace(new QPushButton(tr("&Replace all")))
{
    makeLayout();
    connect(m_field, &QComboBox::activated, this, &ReplacePane::look);
    for (QLineEdit *edit : {m_find, m_with}) {
        connect(edit, &QLineEdit::textChanged, this, &ReplacePane::look);
        connect(edit, &QLineEdit::returnPressed, m_replace, &QPushButton::click);
    }
    for (QCheckBox *box : {m_expression, m_case})
        connect(box, &QCheckBox::toggled, this, &ReplacePane::look);
    connect(m_replace, &QPushButton::clicked, this, &ReplacePane::replace);
    connect(m_model, &ReplaceModel::chosenChanged, this, &ReplacePane::updateState);
    connect(&workspace, &Workspace::changed, this, &ReplacePane::look);
    connect(&workspace, &Workspace::storeChanged, this, &ReplacePane::look);
    look();
}

void ReplacePane::makeLayout()
{
    // In the order of ReplacedField.
    m_field->addItems({tr("Role names"), tr("User ids"), tr("Display names of users"),
                       tr("Whole names of permissions"), tr("Resources of permissions"),
                       tr("Actions of permissions"), tr("Scopes of permissions"), tr("Names of constraints"),
                       tr("Names of operations"), tr("Names of tests")});
    m_case->setChecked(true);
    m_find->setClearButtonEnabled(true);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("What is renamed"));
    for (int column = 0; column < ReplaceModel::ColumnCount; ++column)
        m_view->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);

    const auto label = [](const QString &text, QWidget *buddy) {
        auto *made = new QLabel(text);
        made->setBuddy(buddy);
        return made;
    };
    auto *grid = new QGridLayout;
    grid->addWidget(label(tr("&In"), m_field), 0, 0);
    grid->addWidget(m_field, 0, 1);
    grid->addWidget(label(tr("Fi&nd"), m_find), 1, 0);
    grid->addWidget(m_find, 1, 1);
    grid->addWidget(label(tr("Replace &with"), m_with), 2, 0);
    grid->addWidget(m_with, 2, 1);
    auto *boxes = new QHBoxLayout;
    boxes->addWidget(m_expression);
    boxes->addWidget(m_case);
    boxes->addStretch(1);
    grid->addLayout(boxes, 3, 1);
    auto *form = new QVBoxLayout;
    form->addLayout(grid);
    form->addStretch(1);
    form->addWidget(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_replace);
    form->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->addLayout(form, 1);
    row->addWidget(m_view, 2);
    setFocusProxy(m_find);
}

void ReplacePane::open(std::optional<ReplacedField> likely)
{
    show();
    if (likely && m_find->text().isEmpty())
        m_field->setCurrentIndex(int(*likely));
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void ReplacePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void ReplacePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
}

Replacing ReplacePane::replacing() const
{
    // A regular expression stays as it was typed.
    const bool expression = m_expression->isChecked();
    return {ReplacedField(m_field->currentIndex()), expression ? m_find->text() : toNfc(m_find->text()),
            toNfc(m_with->text()), expression, m_case->isChecked()};
}

void ReplacePane::look()
{
    m_replacing.cancel();
    const Replacing what = replacing();
    if (!isVisible() || what.find.isEmpty() || !what.problem().isEmpty()) {
        m_finding.cancel();
        m_model->set({});
        updateState();
        return;
    }
    m_finding.start(
        [policy = m_workspace.policy(), what](const CancelToken &cancel) {
            return findReplacements(policy, what, &cancel);
        },
        [this](const QList<ReplacedName> &names) {
            m_model->set(names);
            updateState();
        });
    updateState();
}

void ReplacePane::updateState()
{
    const int chosen = int(m_model->chosen().size());
    const int problems = m_model->problemCount();
    m_replace->setEnabled(chosen > 0 && !m_workspace.isReadOnly() && !m_replacing.isRunning());
    const QString problem = replacing().problem();
    if (!problem.isEmpty())
        m_state->setText(inWindowLanguage(problem));
    else if (m_find->text().isEmpty())
        m_state->setText(tr("Names that contain the text are listed while you type."));
    else if (m_finding.isRunning())
        m_state->setText(tr("Looking…"));
    else if (m_model->rowCount() == 0)
        m_state->setText(tr("No name contains it."));
    else
        m_state->setText(problems == 0 ? tr("%Ln name(s) change.", nullptr, chosen)
                                       : tr("%Ln name(s) change,", nullptr, chosen) + QLatin1Char(' ')
                                 + tr("%Ln cannot; see why in the list.", nullptr, problems));
}

void ReplacePane::replace()
{
    const QList<ReplacedName> names = m_model->chosen();
    if (names.isEmpty())
        return;
    const QString text = tr("Replace %1 by %2 in %Ln name(s)", nullptr, int(names.size()))
                             .arg(quoted(m_find->text()), quoted(m_with->text()));
    m_replacing.start(
        [policy = m_workspace.policy(), field = replacing().field, names](const CancelToken &cancel) {
            return replacementChanges(policy, field, names, &cancel);
        },
        [this, text](const Result<QList<Change>> &changes) { m_workspace.edit(text, changes); });
    updateState();
}

} // namespace rolewright
