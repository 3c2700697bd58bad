// SPDX-License-Identifier: Apache-2.0
#include "ui/tests/testquestion.h"

#include "core/base/text.h"
#include "core/decision/request.h"
#include "ui/simulate/questionform.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/problemtext.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QTabWidget>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Of a well-formed request; laid out for reading, or as the policy keeps it.
QString indented(const QString &request)
{
    const Result<JsonDocument> document = JsonDocument::parse(request.toUtf8());
    if (!document)
        return request;
    JsonWriter writer;
    writer.value(document->root());
    return QString::fromUtf8(writer.take());
}

QString canonical(const QByteArray &request)
{
    const Result<JsonDocument> document = JsonDocument::parse(request);
    return document ? canonicalRequest(document->root()) : QString();
}

} // namespace

TestQuestion::TestQuestion(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tabs(new QTabWidget)
    , m_form(new QuestionForm(workspace))
    , m_hint(new QLabel)
    , m_missing(new ProblemLabel)
    , m_text(new ProblemText(tr("Question as text")))
    , m_take(new QPushButton(tr("&Update")))
    , m_back(new QPushButton(tr("Re&set")))
    , m_ask(new QPushButton(tr("&Simulate…")))
{
    makeLayout();
    connect(m_form, &QuestionForm::questionChanged, this, &TestQuestion::readForm);
    connect(m_text->edit(), &QPlainTextEdit::textChanged, this, &TestQuestion::readText);
    connect(m_take, &QPushButton::clicked, this, &TestQuestion::take);
    connect(m_back, &QPushButton::clicked, this, &TestQuestion::bringBack);
    connect(m_ask, &QPushButton::clicked, this, [this] {
        if (const Result<Request> request = parseRequest(m_typed.toUtf8()))
            Q_EMIT questionAsked(*request);
    });
    updateState();
}

void TestQuestion::makeLayout()
{
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_form->askOnlyNow();
    m_hint->hide();
    m_text->edit()->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->edit()->installEventFilter(this);
    m_take->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(Qt::CTRL | enter, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, this, &TestQuestion::take);
    m_ask->setToolTip(tr("Ask this in the panel Simulate access"));
    auto *form = new QWidget;
    auto *formColumn = new QVBoxLayout(form);
    formColumn->addWidget(m_hint);
    formColumn->addWidget(m_form);
    formColumn->addWidget(m_missing);
    formColumn->addStretch(1);
    m_tabs->addTab(form, tr("&Question"));
    m_tabs->addTab(m_text, tr("As te&xt"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_ask);
    row->addStretch(1);
    row->addWidget(m_take);
    row->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs, 1);
    column->addLayout(row);
}

void TestQuestion::setTest(TestId test)
{
    const PolicyTest *is = m_workspace.policy().tests().find(test);
    const QString saved = is ? is->request : QString();
    const bool another = test != m_test;
    m_test = test;
    m_text->edit()->setReadOnly(!is || m_workspace.isReadOnly());
    m_form->setEnabled(is && !m_workspace.isReadOnly());
    m_form->refresh();
    if (another || saved != m_saved) {
        m_saved = saved;
        bringBack();
    }
    updateState();
}

void TestQuestion::bringBack()
{
    const QString text = m_saved.isEmpty() ? QString() : indented(m_saved);
    if (m_text->edit()->toPlainText() == text)
        readText();
    else
        m_text->edit()->setPlainText(text);
}

void TestQuestion::readForm()
{
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    m_missing->setProblem(m_form->missing());
    m_typed = m_form->missing().isEmpty() ? canonical(toJson(m_form->request()).toUtf8()) : QString();
    if (!m_typed.isEmpty()) {
        m_text->edit()->setPlainText(indented(m_typed));
        m_text->setProblems({});
    }
    updateState();
}

void TestQuestion::readText()
{
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    m_typed.clear();
    m_missing->setProblem({});
    if (m_saved.isEmpty()) {
        m_text->setProblems({});
        updateState();
        return;
    }
    const QString text = toNfc(m_text->edit()->toPlainText());
    const Result<Request> request = parseRequest(text.toUtf8());
    if (!request) {
        m_text->setFindings(request.error());
    } else if (!fitsTest(text)) {
        m_text->setProblems(
            {{0, 0, tr("It is nested deeper than %1; leave out what is not needed.").arg(TestRequestDepth)}});
    } else {
        m_text->setProblems({});
        m_typed = canonical(text.toUtf8());
        m_form->ask(*request);
        const bool shown = canonical(toJson(m_form->request()).toUtf8()) == m_typed;
        m_form->setVisible(shown);
        m_hint->setVisible(!shown);
        m_hint->setText(tr("This question says more than the form has fields for. Edit it as text."));
    }
    updateState();
}

void TestQuestion::updateState()
{
    const bool differs = m_typed != m_saved;
    m_take->setEnabled(differs && !m_typed.isEmpty() && !m_text->edit()->isReadOnly());
    m_back->setEnabled(differs);
    m_ask->setEnabled(!m_typed.isEmpty());
    m_tabs->setEnabled(!m_saved.isEmpty());
}

void TestQuestion::take()
{
    const PolicyTest *test = m_workspace.policy().tests().find(m_test);
    if (!test || !m_take->isEnabled())
        return;
    m_workspace.edit(
        tr("Change what test %1 asks").arg(test->name),
        QList<Change>{{Change::Verb::Set, Change::Kind::Test, test->name, {}, u"request"_s, {}, m_typed}});
}

bool TestQuestion::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->edit() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && m_back->isEnabled()) {
            bringBack();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolewright
