// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/keypane.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/problemlabel.h"

#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

KeyPane::KeyPane(KeyRing &keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_text(new QLabel)
    , m_problem(new ProblemLabel)
    , m_progress(new QProgressBar)
    , m_again(new QPushButton(tr("Look a&gain")))
    , m_pick(new QPushButton(tr("&Key file…")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(120);
    m_progress->setAccessibleName(tr("Looking for the keys"));
    auto *row = new FlowLayout;
    for (QWidget *widget : {static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_pick),
                            static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel)})
        row->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_problem);
    column->addLayout(row);
    connect(m_again, &QPushButton::clicked, &keys, &KeyRing::look);
    connect(m_pick, &QPushButton::clicked, this, &KeyPane::pickFile);
    connect(m_cancel, &QPushButton::clicked, &keys, &KeyRing::cancel);
    connect(&keys, &KeyRing::changed, this, &KeyPane::showState);
    showState();
}

void KeyPane::showState()
{
    using enum KeyRing::State;
    const KeyRing::State state = m_keys.state();
    const bool missing = state == Missing;
    m_text->setText(state == Looking         ? tr("Looking for the keys of the store…")
                        : state == Given     ? tr("The trail is sealed with the keys %1.").arg(m_keys.place())
                        : state == Elsewhere ? tr("The keys of this store, where it has any, are on its "
                                                  "server: it seals the trail with them and "
                                                  "checks the codes.")
                                             : QString());
    m_text->setVisible(!m_text->text().isEmpty());
    m_problem->setProblem(m_keys.problem());
    m_progress->setVisible(state == Looking);
    m_cancel->setVisible(state == Looking);
    m_again->setVisible(missing);
    m_pick->setVisible(missing);
    setVisible(state != NotSealed);
}

void KeyPane::pickFile()
{
    auto *dialog = new QFileDialog(this, tr("The keys of this store"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickkeys"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_keys, &KeyRing::useFile);
    dialog->open();
}

} // namespace rolewright
