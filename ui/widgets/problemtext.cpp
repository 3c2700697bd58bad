// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/problemtext.h"

#include "ui/widgets/coretext.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QStringListModel>
#include <QTextBlock>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// A column of a finding counts code points from 1; the editor's counts UTF-16 units.
int columnIn(const QString &line, qint64 column)
{
    qsizetype at = 0;
    for (qint64 point = 1; point < column && at < line.size(); ++point)
        at += line.at(at).isHighSurrogate() && at + 1 < line.size() ? 2 : 1;
    return int(at);
}

} // namespace

ProblemText::ProblemText(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit)
    , m_lines(new QStringListModel(this))
    , m_view(new QListView)
{
    m_edit->setAccessibleName(name);
    m_edit->setTabChangesFocus(true);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setModel(m_lines);
    m_view->setAccessibleName(tr("What is wrong with %1").arg(name));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(true);
    m_view->setResizeMode(QListView::Adjust);
    m_view->hide();
    setFocusProxy(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit, 1);
    column->addWidget(m_view);
    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) { goTo(index.row()); });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) { goTo(index.row()); });
}

void ProblemText::setProblems(const QList<Problem> &problems)
{
    m_problems = problems;
    QStringList lines;
    for (const Problem &problem : problems.mid(0, ShownMaximum))
        lines.append(u"⚠ "_s + tr("Line %L1: %2").arg(problem.line + 1).arg(problem.message));
    if (problems.size() > ShownMaximum)
        lines.append(tr("and %Ln more", nullptr, int(problems.size() - ShownMaximum)));
    if (lines != m_lines->stringList())
        m_lines->setStringList(lines);
    constexpr int ShownLines = 4;
    m_view->setFixedHeight((fontMetrics().lineSpacing() + 4)
                               * std::clamp(int(lines.size()) + 1, 2, ShownLines)
                           + 2 * m_view->frameWidth());
    m_view->setVisible(!lines.isEmpty());
    m_edit->setAccessibleDescription(lines.value(0));
    mark();
}

void ProblemText::setFindings(const Error &error)
{
    QList<Problem> problems;
    for (const Finding &finding : error.findings) {
        const int line = int(std::max<qint64>(1, finding.line)) - 1;
        const QTextBlock block = m_edit->document()->findBlockByNumber(line);
        problems.append({line, columnIn(block.text(), finding.column), inWindowLanguage(finding.message)});
    }
    if (problems.isEmpty())
        problems.append({0, 0, inWindowLanguage(error.message)});
    setProblems(problems);
}

void ProblemText::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const Problem &problem : m_problems.mid(0, ShownMaximum)) {
        const QTextBlock block = m_edit->document()->findBlockByNumber(problem.line);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + std::clamp(problem.column, 0, block.length() - 1));
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        // Nothing behind it: the whole line.
        if (!mark.cursor.hasSelection())
            mark.cursor.select(QTextCursor::LineUnderCursor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(QColor(0xd5, 0x5e, 0x00));
        marks.append(mark);
    }
    m_edit->setExtraSelections(marks);
}

void ProblemText::goTo(int row)
{
    if (row >= m_problems.size())
        return;
    const Problem &problem = m_problems.at(row);
    const QTextBlock found = m_edit->document()->findBlockByNumber(problem.line);
    const QTextBlock block = found.isValid() ? found : m_edit->document()->lastBlock();
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(problem.column, 0, block.length() - 1));
    m_edit->setTextCursor(cursor);
    m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace rolewright
