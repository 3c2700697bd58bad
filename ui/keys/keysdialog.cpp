// SPDX-License-Identifier: Apache-2.0
#include "ui/keys/keysdialog.h"

#include "ui/keys/keysmodel.h"
#include "ui/shell/actions.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

KeysDialog::KeysDialog(Actions &actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_model(new KeysModel(actions, this))
    , m_filter(new QLineEdit)
    , m_view(new QTreeView)
    , m_hint(new QLabel)
{
    setObjectName(u"keys"_s);
    setWindowTitle(tr("Keys"));
    m_filter->setPlaceholderText(tr("Filter commands and keys"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Commands"));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(KeysModel::Title, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(KeysModel::Keys, QHeaderView::ResizeToContents);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *resetAll = buttons->addButton(tr("Reset &all"), QDialogButtonBox::ResetRole);
    resetAll->setToolTip(tr("Every command as it was at first"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeEdit());
    layout->addWidget(m_hint);
    layout->addWidget(buttons);
    resize(560, 560);

    connect(m_filter, &QLineEdit::textChanged, m_model, &KeysModel::setFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &KeysDialog::look);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { show(current()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(resetAll, &QPushButton::clicked, this, [this] {
        m_actions.resetAllKeys();
        show(current());
    });
    show(nullptr);
    m_filter->setFocus();
}

QWidget *KeysDialog::makeEdit()
{
    auto *part = new QWidget;
    auto *label = new QLabel(tr("&Keys"));
    m_keys = new QKeySequenceEdit;
    m_keys->setClearButtonEnabled(true);
    m_assign = new QPushButton(tr("A&ssign"));
    m_reset = new QPushButton(tr("&Reset"));
    m_assign->setAutoDefault(false);
    m_reset->setAutoDefault(false);
    label->setBuddy(m_keys);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_keys, 1);
    row->addWidget(m_assign);
    row->addWidget(m_reset);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::look);
    connect(m_assign, &QPushButton::clicked, this, &KeysDialog::assign);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_actions.resetKeys(current());
        show(current());
    });
    return part;
}

QAction *KeysDialog::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model->actionAt(index.row()) : nullptr;
}

QKeySequence KeysDialog::typed() const
{
    const QKeySequence keys = m_keys->keySequence();
    return keys.isEmpty() ? keys : QKeySequence(keys[0]);
}

void KeysDialog::show(const QAction *action)
{
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    look();
}

void KeysDialog::look()
{
    const QAction *action = current();
    const bool isFree = action && !Actions::hasToldKeys(action);
    m_keys->setEnabled(isFree);
    m_reset->setEnabled(isFree && m_actions.hasOwnKeys(action));
    const bool isNew = isFree && typed() != action->shortcut();
    const QAction *other = isNew && !typed().isEmpty() ? m_actions.ownerOf(typed(), action) : nullptr;
    const bool isFixed = other && Actions::hasToldKeys(other);
    m_assign->setEnabled(isNew && !isFixed);
    const QString keys = typed().toString(QKeySequence::NativeText);
    if (!action)
        m_hint->setText(tr("Choose a command to change its keys."));
    else if (!isFree)
        m_hint->setText(tr("This key belongs to the matrix and cannot be changed."));
    else if (isFixed)
        m_hint->setText(
            tr("%1 is “%2” in the matrix and cannot be taken.").arg(keys, Actions::titleOf(other)));
    else if (other)
        m_hint->setText(
            tr("%1 is taken by “%2”, which would have no key then.").arg(keys, Actions::titleOf(other)));
    else if (isNew && typed().isEmpty())
        m_hint->setText(tr("The command would have no key; it is still in the menu and under search."));
    else
        m_hint->clear();
}

void KeysDialog::assign()
{
    m_actions.setKeys(current(), typed());
    show(current());
}

} // namespace rolewright
