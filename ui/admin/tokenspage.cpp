// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/tokenspage.h"

#include "core/admin/changereview.h"
#include "core/security/applicationtoken.h"
#include "ui/admin/confirmationbar.h"
#include "ui/admin/shownonce.h"
#include "ui/admin/tokenpane.h"
#include "ui/shell/plaintext.h"
#include "ui/widgets/fitcolumns.h"
#include "ui/widgets/flowlayout.h"

#include <QFrame>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

TokensPage::TokensPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new TokensModel(this))
    , m_intro(new QLabel)
    , m_view(new QTreeView)
    , m_empty(new QLabel(tr("No application has a token.")))
    , m_guard(new QPushButton(tr("&Administrators…")))
    , m_buttons(makeButtons())
    , m_asking(makeQuestion())
    , m_pane(new TokenPane(workspace))
    , m_once(new ShownOnce(workspace))
    , m_confirmation(new ConfirmationBar)
{
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Tokens of applications"));
    m_view->setMinimumHeight(fontMetrics().height() * 6); // less is no list; the page scrolls
    auto *guard = new FlowLayout;
    guard->addWidget(m_guard);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_intro);
    column->addLayout(guard);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty);
    column->addWidget(m_buttons);
    column->addWidget(m_asking);
    column->addWidget(m_pane);
    column->addWidget(m_once);
    column->addWidget(m_confirmation);
    column->addStretch(0);

    connect(m_guard, &QPushButton::clicked, this, &TokensPage::guardRequested);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TokensPage::updateState);
    connect(m_pane, &TokenPane::accepted, this,
            [this](const ApplicationToken &token) { make(token, m_pane->replaces()); });
    connect(m_pane, &TokenPane::givenUp, this, [this] {
        hidePanes();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_once, &ShownOnce::finished, this, [this] {
        refresh();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_confirmation, &ConfirmationBar::givenUp, this, [this] { m_pane->setBusy(false); });
    connect(&workspace, &Workspace::sessionChanged, this, [this] {
        if (!m_once->isVisibleTo(this) || m_workspace.isShut())
            refresh();
    });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_offered = false;
        m_model->set({}, Instant::now());
        refresh();
    });
    connect(&workspace, &Workspace::baseChanged, this, [this] {
        if (isVisible() && !isPaneOpen())
            refresh();
    });
    hidePanes();
}

QWidget *TokensPage::makeButtons()
{
    m_new = new QPushButton(tr("&New token…"));
    m_replace = new QPushButton(tr("&Replace it…"));
    m_end = new QPushButton(tr("En&d it…"));
    auto *part = new QWidget;
    auto *row = new FlowLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_new, m_replace, m_end})
        row->addWidget(button);
    connect(m_new, &QPushButton::clicked, this, [this] {
        hidePanes();
        m_pane->open();
    });
    connect(m_replace, &QPushButton::clicked, this, [this] {
        hidePanes();
        m_pane->open(selected());
    });
    connect(m_end, &QPushButton::clicked, this, &TokensPage::askWhetherToEnd);
    return part;
}

QFrame *TokensPage::makeQuestion()
{
    m_question = new QLabel;
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    auto *yes = new QPushButton(tr("End it n&ow"));
    auto *no = new QPushButton(tr("Cancel"));
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(frame);
    column->addWidget(m_question);
    auto *row = new FlowLayout;
    row->addWidget(yes);
    row->addWidget(no);
    column->addLayout(row);
    frame->setFocusProxy(yes);
    connect(yes, &QPushButton::clicked, this, [this] { end(m_ending); });
    connect(no, &QPushButton::clicked, this, [this] {
        hidePanes();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    return frame;
}

void TokensPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!isPaneOpen())
        refresh();
}

void TokensPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_asking->isVisible()) {
        hidePanes();
        m_view->setFocus(Qt::OtherFocusReason);
    } else {
        QWidget::keyPressEvent(event);
    }
}

const ApplicationToken *TokensPage::selected() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->at(rows.first().row());
}

void TokensPage::hidePanes()
{
    m_asking->hide();
    m_pane->hide();
    m_once->forget();
    m_confirmation->end();
}

bool TokensPage::isPaneOpen() const
{
    for (const QWidget *pane : {static_cast<QWidget *>(m_asking), static_cast<QWidget *>(m_pane),
                                static_cast<QWidget *>(m_once), static_cast<QWidget *>(m_confirmation)}) {
        if (pane->isVisibleTo(this))
            return true;
    }
    return false;
}

void TokensPage::showList(bool shown)
{
    m_view->setVisible(shown);
    m_empty->setVisible(shown && m_model->rowCount() == 0);
    m_buttons->setVisible(shown);
}

void TokensPage::refresh()
{
    hidePanes();
    const bool guarded = m_workspace.session().isGuarded();
    m_guard->setVisible(m_workspace.isOpen() && !guarded && !m_workspace.service().traits().readOnly);
    showList(guarded && m_offered);
    if (!m_workspace.isOpen() || m_workspace.isShut())
        return;
    if (!guarded) {
        m_intro->setText(
            tr("Applications that ask a server for decisions have a token in place of a password. A server "
               "serves guarded stores only, and %1 is not one.")
                .arg(m_workspace.service().traits().name));
        return;
    }
    if (!isVisible())
        return;
    m_workspace.session().call<QList<ApplicationToken>>([](StoreGuard &guard) { return guard.tokens(); }, {},
                                                        {}, this,
                                                        [this](const auto &tokens) { take(tokens); });
}

// A store whose tokens are elsewhere says where.
void TokensPage::take(const Result<QList<ApplicationToken>> &tokens)
{
    m_offered = tokens.has_value();
    if (!tokens) {
        m_intro->setText(toMessage(tokens.error()).text);
        m_model->set({}, Instant::now());
        showList(false);
        return;
    }
    m_intro->setText(
        tr("With a token an application asks a server on %1 for decisions, in place of a password. It has "
           "the rights of its user, for what it is for.")
            .arg(m_workspace.service().traits().name));
    const ApplicationToken *before = selected();
    const qint64 id = before ? before->id : 0;
    m_model->set(*tokens, Instant::now());
    fitColumns(*m_view);
    if (m_model->rowCount() > 0)
        m_view->selectionModel()->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(id)), 0),
                                                  QItemSelectionModel::ClearAndSelect
                                                      | QItemSelectionModel::Rows);
    if (!m_once->isVisibleTo(this))
        showList(true);
    updateState();
}

void TokensPage::make(ApplicationToken token, qint64 replaces)
{
    const auto text = std::make_shared<const QByteArray>(newApplicationToken());
    token.hash = hashOfToken(*text);
    m_confirmation->run<qint64>(
        m_workspace,
        [token, replaces](StoreGuard &guard, const Occasion &occasion) {
            ApplicationToken made = token;
            made.created = occasion.time;
            return guard.addToken(made, replaces, occasion);
        },
        operationDigest(u"token.add"_s, token.user), {}, tr("C&onfirm and make"), this,
        [this, token, text](const Result<qint64> &made) {
            m_pane->setBusy(false);
            if (!made) {
                m_workspace.show(toMessage(made.error()));
                return;
            }
            hidePanes();
            showList(false);
            m_once->open(
                tr("The token of %1, “%2”. The application sends it as \"Authorization: Bearer …\" to the "
                   "server. It is not shown again: the store has its hash only.")
                    .arg(token.user, token.name),
                tr("Token %1 of %2 for %3").arg(QString::number(*made), token.user, token.name),
                QString::fromLatin1(*text));
        });
}

void TokensPage::askWhetherToEnd()
{
    const ApplicationToken *token = selected();
    if (!token)
        return;
    hidePanes();
    m_ending = token->id;
    m_question->setText(
        tr("End the token “%1” of %2? The application is let in with it no more. That cannot be undone; "
           "another token can be made.")
            .arg(token->name, token->user));
    m_asking->show();
    m_asking->setFocus(Qt::OtherFocusReason);
}

void TokensPage::end(qint64 id)
{
    const int row = m_model->rowOf(id);
    const QString name = row < 0 ? QString() : m_model->at(row).name;
    hidePanes();
    m_confirmation->run<void>(
        m_workspace,
        [id](StoreGuard &guard, const Occasion &occasion) { return guard.removeToken(id, occasion); },
        operationDigest(u"token.remove"_s, QString::number(id)), {}, tr("C&onfirm and end"), this,
        [this, name](const Status &ended) {
            if (!ended)
                m_workspace.show(toMessage(ended.error()));
            else
                m_workspace.show(
                    {Message::Kind::Information, tr("The token “%1” counts no more.").arg(name), {}, {}});
            refresh();
            m_view->setFocus(Qt::OtherFocusReason);
        });
}

void TokensPage::updateState()
{
    const auto may = [this](QPushButton *button, bool offered, const QString &operation) {
        const QString why = m_workspace.whyNot(operation);
        button->setEnabled(offered && why.isEmpty());
        button->setToolTip(asPlainText(why));
    };
    may(m_new, true, u"token.add"_s);
    may(m_replace, selected() != nullptr, u"token.add"_s);
    may(m_end, selected() != nullptr, u"token.remove"_s);
}

} // namespace rolewright
