// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/shownonce.h"

#include "core/base/writefile.h"
#include "ui/widgets/flowlayout.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

ShownOnce::ShownOnce(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_what(new QLabel)
    , m_secret(new QPlainTextEdit)
    , m_save(new QPushButton(tr("Save a cop&y…")))
{
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_secret->setReadOnly(true);
    m_secret->setTabChangesFocus(true);
    m_secret->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *print = new QPushButton(tr("P&rint…"));
    auto *copy = new QPushButton(tr("C&opy"));
    auto *done = new QPushButton(tr("I have it: &done"));
    auto *buttons = new FlowLayout;
    m_save->hide();
    for (QPushButton *button : {print, copy, m_save, done})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_what);
    column->addWidget(m_secret);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(print, &QPushButton::clicked, this, &ShownOnce::print);
    connect(copy, &QPushButton::clicked, this, &ShownOnce::copy);
    connect(m_save, &QPushButton::clicked, this, &ShownOnce::pickFile);
    connect(done, &QPushButton::clicked, this, [this] {
        forget();
        Q_EMIT finished();
    });
}

void ShownOnce::open(const QString &what, const QString &title, const QString &secret)
{
    m_what->setText(what);
    m_title = title;
    m_secret->setAccessibleName(title);
    m_secret->setPlainText(secret);
    constexpr int Wide = 90; // characters; what is longer is wrapped
    const int lines = std::max(3, int(secret.count(u'\n') + 1 + secret.size() / Wide));
    m_secret->setFixedHeight(lines * m_secret->fontMetrics().lineSpacing() + 24);
    show();
    m_secret->setFocus(Qt::OtherFocusReason);
}

void ShownOnce::offerFile(const QString &name)
{
    m_fileName = name;
    m_save->show();
}

void ShownOnce::forget()
{
    m_save->hide();
    m_secret->clear();
    m_title.clear();
    hide();
}

// To be pasted where it is needed, so without its title. What keeps a history of the clipboard is asked to
// leave it out.
void ShownOnce::copy()
{
    auto *copied = new QMimeData;
    copied->setText(m_secret->toPlainText());
    copied->setData(u"x-kde-passwordManagerHint"_s, "secret");
    QGuiApplication::clipboard()->setMimeData(copied);
}

void ShownOnce::pickFile()
{
    auto *dialog = new QFileDialog(this, m_title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"savecopy"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &ShownOnce::save);
    dialog->open();
}

void ShownOnce::save(const QString &path)
{
    m_saving.start(
        [path, bytes = m_secret->toPlainText().toUtf8() + '\n'](const CancelToken &) {
            return writeOutput(path, bytes);
        },
        [this, path](const Status &saved) {
            m_workspace.show(saved ? Message{Message::Kind::Information, tr("Saved as %1.").arg(path), {}, {}}
                                   : toMessage(saved.error()));
        });
}

QString ShownOnce::onPaper() const
{
    return m_title + u"\n\n"_s + m_secret->toPlainText() + u'\n';
}

void ShownOnce::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] {
        QPainter painter;
        const bool begun = painter.begin(printer.get());
        if (begun) {
            painter.setFont(m_secret->font());
            painter.drawText(painter.viewport(), Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere,
                             onPaper());
        }
        if (!begun || !painter.end())
            m_workspace.show(
                {Message::Kind::Error,
                 tr("It could not be printed. It is still here: copy it, or try another printer."),
                 {},
                 {}});
    });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // the printer outlives its dialog
    dialog->open();
}

} // namespace rolewright
