// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/policytext.h"

#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace rolewright {

PolicyText::PolicyText(const QString &title, const QByteArray &document, QWidget *parent)
    : QWidget(parent, Qt::Window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    resize(720, 640);
    auto *text = new QPlainTextEdit(QString::fromUtf8(document));
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(title);
    auto *find = new QLineEdit;
    auto *findLabel = new QLabel(tr("Fi&nd"));
    findLabel->setBuddy(find);
    auto *close = new QPushButton(tr("&Close"));
    auto *row = new QHBoxLayout;
    row->addWidget(findLabel);
    row->addWidget(find, 1);
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text, 1);
    column->addLayout(row);

    const auto findNext = [text, find] {
        if (!text->find(find->text())) {
            text->moveCursor(QTextCursor::Start);
            text->find(find->text());
        }
    };
    connect(find, &QLineEdit::returnPressed, this, findNext);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    auto *leave = new QAction(this);
    leave->setShortcuts({QKeySequence::Close, QKeySequence(Qt::Key_Escape)});
    connect(leave, &QAction::triggered, this, &QWidget::close);
    addAction(leave);
}

} // namespace rolewright
