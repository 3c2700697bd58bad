// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/opinion/opinion.h"
#include "ui/opinion/opinionserver.h"
#include "ui/shell/latestjob.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace rolewright {

// What another decision point says to the question of the panel, beside ours: asked by a worker once the question
// stands still, the newest one wins. A server that is slow, wrong or away is shown as that, never as an answer.
class OpinionPane : public QWidget
{
    Q_OBJECT

public:
    explicit OpinionPane(OpinionServer &server, QWidget *parent = nullptr);

    void ask(const PolicyIndex &index, const Request &request, Instant now);
    void stop(); // there is no question
    QString text() const; // what is shown; may be empty

protected:
    void showEvent(QShowEvent *event) override; // nothing is sent while it is hidden

private:
    struct Question
    {
        PolicyIndex index;
        Request request;
        Instant now;
    };

    void restart();
    void send();
    void show(const QString &text, bool strong);
    void take(const Opinion &opinion);

    OpinionServer &m_server;
    std::optional<Question> m_question;
    LatestJob<std::optional<Opinion>> m_asking;
    QTimer m_still;
    QLabel *m_said;
};

} // namespace rolewright
