// SPDX-License-Identifier: Apache-2.0
#include "ui/opinion/opinionpane.h"

#include "ui/simulate/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace rolewright {

namespace {

constexpr int StandStill = 300; // ms: not at every key

Result<Opinion> fetch(const PolicyIndex &index, const Request &request, Instant now, const QString &address,
                      const CancelToken &cancel)
{
    const PoolWait wait;
    Result<std::unique_ptr<HttpClient>> http = HttpClient::open(address);
    if (!http)
        return failure(http.error());
    AuthzenClient peer(std::move(*http));
    return secondOpinion(index, request, now, peer, &cancel);
}

} // namespace

OpinionPane::OpinionPane(OpinionServer &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_said(new QLabel)
{
    QLineEdit *field = server.makeField();
    auto *label = new QLabel(tr("&Second opinion"));
    label->setBuddy(field);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_said->setObjectName(QStringLiteral("opinion"));
    m_said->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(field, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_said);
    m_still.setSingleShot(true);
    m_still.setInterval(StandStill);
    connect(&m_still, &QTimer::timeout, this, &OpinionPane::send);
    connect(&server, &OpinionServer::addressChanged, this, &OpinionPane::restart);
}

void OpinionPane::ask(const PolicyIndex &index, const Request &request, Instant now)
{
    m_question = Question {index, request, now};
    restart();
}

void OpinionPane::stop()
{
    m_question.reset();
    restart();
}

void OpinionPane::restart()
{
    m_asking.cancel();
    m_still.stop();
    show({}, false); // what is said is about another question
    if (!m_question || m_server.address().isEmpty() || !isVisible())
        return;
    show(tr("Asking %1…").arg(m_server.address()), false);
    m_still.start();
}

void OpinionPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_said->text().isEmpty())
        restart();
}

void OpinionPane::send()
{
    if (const QString problem = m_server.problem(); !problem.isEmpty()) {
        show(tr("No second opinion. %1").arg(problem), false);
        return;
    }
    m_asking.start(
        [question = *m_question, address = m_server.address()](const CancelToken &cancel) -> std::optional<Opinion> {
            const Result<Opinion> opinion = fetch(question.index, question.request, question.now, address, cancel);
            if (opinion)
                return *opinion;
            return Opinion {decide(question.index, question.request, question.now), failure(opinion.error())};
        },
        [this](const std::optional<Opinion> &opinion) { take(*opinion); });
}

void OpinionPane::take(const Opinion &opinion)
{
    if (!opinion.theirs) {
        show(tr("No second opinion from %1. %2").arg(m_server.address(), opinion.theirs.error().message), false);
        return;
    }
    QString answer = word(opinion.theirs->allowed);
    if (!opinion.theirs->reason.isEmpty())
        answer = tr("%1 (%2)").arg(answer, opinion.theirs->reason);
    if (opinion.agrees())
        show(tr("%1 agrees: %2.").arg(m_server.address(), answer), false);
    else
        show(tr("%1 disagrees: %2.").arg(m_server.address(), answer), true);
}

void OpinionPane::show(const QString &text, bool strong)
{
    QFont font = this->font();
    font.setBold(strong);
    m_said->setFont(font);
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

QString OpinionPane::text() const
{
    return m_said->text();
}

} // namespace rolewright
