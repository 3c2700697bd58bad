// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/archivepane.h"

#include "ui/widgets/flowlayout.h"

#include <QDateEdit>
#include <QFileDialog>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

ArchivePane::ArchivePane(QWidget *parent)
    : QWidget(parent)
    , m_before(new QDateEdit)
    , m_path(new QLineEdit)
    , m_pick(new QPushButton(tr("Ch&oose…")))
    , m_archive(new QPushButton(tr("&Move them there")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    auto *what = new QLabel(tr("Old entries move into a new file, which is signed and ends where the trail "
                               "of the store goes on. The versions "
                               "of then can be shown and reverted no more. Keep the file: names and "
                               "attribute values stand in it in clear."));
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_before->setTimeSpec(Qt::UTC);
    m_before->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_before->setLayoutDirection(Qt::LeftToRight);
    m_before->setCalendarPopup(true);
    m_before->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_before->setMaximumDate(QDateTime::currentDateTimeUtc().date());
    m_path->setPlaceholderText(tr("one that is not there yet"));
    m_path->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    auto *file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(m_pick);
    file->addStretch(0);
    auto *form = new QFormLayout;
    form->addRow(tr("Entries &before (UTC)"), m_before);
    form->addRow(tr("&New file"), file);
    static_cast<QLabel *>(form->labelForField(file))->setBuddy(m_path);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_archive);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(what);
    column->addLayout(form);
    column->addLayout(buttons);
    connect(m_path, &QLineEdit::textChanged, this, &ArchivePane::updateState);
    connect(m_pick, &QPushButton::clicked, this, &ArchivePane::pickFile);
    connect(m_archive, &QPushButton::clicked, this, [this] {
        Q_EMIT accepted({m_before->date().startOfDay(Qt::UTC).toMSecsSinceEpoch()}, m_path->text().trimmed());
    });
    connect(m_cancel, &QPushButton::clicked, this, &ArchivePane::givenUp);
    hide();
}

void ArchivePane::open()
{
    m_before->setDate(QDateTime::currentDateTimeUtc().date().addYears(-1));
    m_path->clear();
    setBusy(false);
    show();
    m_before->setFocus(Qt::OtherFocusReason);
}

void ArchivePane::setBusy(bool busy)
{
    m_busy = busy;
    updateState();
}

void ArchivePane::updateState()
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_before), static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_pick)})
        part->setEnabled(!m_busy);
    m_archive->setEnabled(!m_busy && !m_path->text().trimmed().isEmpty());
}

void ArchivePane::pickFile()
{
    auto *dialog = new QFileDialog(this, tr("New file for old entries"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pickarchive"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // never overwritten; the refusal says so
    dialog->setDefaultSuffix(u"jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void ArchivePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_cancel->click();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rolewright
