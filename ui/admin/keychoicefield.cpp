// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/keychoicefield.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

enum Place { InKeychain, InFile, Nowhere };

} // namespace

KeyChoiceField::KeyChoiceField(QWidget *parent)
    : QWidget(parent)
    , m_place(new QComboBox)
    , m_file(new QWidget)
    , m_path(new QLineEdit)
    , m_says(new QLabel)
{
    m_place->addItem(tr("In the keychain"), InKeychain);
    m_place->addItem(tr("In a new file"), InFile);
    m_path->setAccessibleName(tr("New file for the keys"));
    m_path->setPlaceholderText(tr("away from the store, for example on a stick"));
    m_says->setTextFormat(Qt::PlainText);
    m_says->setWordWrap(true);
    m_path->setMaximumWidth(fontMetrics().averageCharWidth() * 44);
    auto *pick = new QPushButton(tr("&Choose…"));
    auto *row = new QHBoxLayout(m_file);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_path, 1);
    row->addWidget(pick);
    row->addStretch(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_place, 0, Qt::AlignLeft);
    column->addWidget(m_file);
    column->addWidget(m_says);
    setFocusProxy(m_place);
    connect(m_place, &QComboBox::currentIndexChanged, this, &KeyChoiceField::updateState);
    connect(m_path, &QLineEdit::textChanged, this, &KeyChoiceField::changed);
    connect(pick, &QPushButton::clicked, this, &KeyChoiceField::pickFile);
    updateState();
}

void KeyChoiceField::setUnsealedOffered(bool offered)
{
    if (offered && m_place->count() <= Nowhere)
        m_place->addItem(tr("Nowhere: do not seal it"), Nowhere);
    else if (!offered && m_place->count() > Nowhere)
        m_place->removeItem(Nowhere);
    m_place->setCurrentIndex(InKeychain);
    m_path->clear();
}

KeyChoice KeyChoiceField::choice() const
{
    const int place = m_place->currentData().toInt();
    return {place != Nowhere, place == InFile ? m_path->text().trimmed() : QString()};
}

bool KeyChoiceField::isComplete() const
{
    return m_place->currentData().toInt() != InFile || !m_path->text().trimmed().isEmpty();
}

void KeyChoiceField::pickFile()
{
    auto *dialog = new QFileDialog(this, tr("New file for the keys"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickkeys"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // never overwritten; the refusal says so
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void KeyChoiceField::updateState()
{
    const int place = m_place->currentData().toInt();
    m_file->setVisible(place == InFile);
    m_says->setText(
        place == Nowhere
            ? tr("Whoever can write the file of the store could then rewrite its trail unseen.")
            : tr("They sign each record of the trail. Without them nothing can be changed, so keep a copy."));
    Q_EMIT changed();
}

} // namespace rolewright
