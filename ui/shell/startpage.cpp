// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/startpage.h"

#include "ui/shell/icons.h"
#include "ui/shell/plaintext.h"
#include "ui/shell/workspace.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QCommandLinkButton *choice(QWidget *parent, const QString &name, const QString &icon, const QString &title,
                           const QString &what)
{
    auto *button = new QCommandLinkButton(title, what, parent);
    button->setObjectName(name);
    button->setProperty("icon-name", icon);
    button->setIconSize({32, 32});
    button->setAutoDefault(true); // Return, too
    button->setAccessibleDescription(what);
    return button;
}

// A file or database, and where it is.
QString nameOf(const QString &location)
{
    if (!isRemote(location))
        return QFileInfo(location).fileName();
    const QUrl url(location);
    const QString database = url.path().mid(1);
    return database.isEmpty() ? url.host() : database;
}

QString placeOf(const QString &location)
{
    if (isRemote(location)) {
        const QUrl url(location);
        return url.scheme() + u"://"_s + url.authority();
    }
    QString folder = QFileInfo(location).absolutePath();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + u'/'))
        folder.replace(0, home.size(), u"~"_s);
    return folder;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new QVBoxLayout)
    , m_recentPart(new QWidget(this))
{
    auto *title = new QLabel(tr("Rolewright"), this);
    QFont big = title->font();
    big.setPointSizeF(big.pointSizeF() * 2);
    big.setBold(true);
    title->setFont(big);
    auto *subtitle = new QLabel(tr("Roles, permissions, and who may do what."), this);
    subtitle->setForegroundRole(QPalette::PlaceholderText);

    QCommandLinkButton *sample =
        choice(this, u"sample"_s, u"sample"_s, tr("Try the sample"),
               tr("A newsroom with authors, editors and moderators, to look around in"));
    QCommandLinkButton *fresh =
        choice(this, u"new"_s, u"new"_s, tr("New store"), tr("An empty policy in a file of its own"));
    QCommandLinkButton *open = choice(this, u"open"_s, u"open"_s, tr("Open a store"),
                                      tr("A .rolewright file, or a policy document"));
    QCommandLinkButton *remote =
        choice(this, u"openremote"_s, u"database"_s, tr("Open a database or server"),
               tr("Shared by several administrators: PostgreSQL, or a Rolewright server"));
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    connect(remote, &QPushButton::clicked, this, &StartPage::remoteRequested);
    connect(fresh, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);

    auto *recentLabel = new QLabel(tr("Recent"), m_recentPart);
    QFont bold = recentLabel->font();
    bold.setBold(true);
    recentLabel->setFont(bold);
    auto *recentPart = new QVBoxLayout(m_recentPart);
    recentPart->setContentsMargins(0, 16, 0, 0);
    recentPart->setSpacing(4);
    recentPart->addWidget(recentLabel);
    recentPart->addLayout(m_recent);

    auto *column = new QWidget(this);
    column->setMaximumWidth(560);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(subtitle);
    layout->addSpacing(16);
    layout->addWidget(sample);
    layout->addWidget(fresh);
    layout->addWidget(open);
    layout->addWidget(remote);
    layout->addWidget(m_recentPart);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 4);
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(2);
    setFocusProxy(sample);
    m_recentPart->hide();
    look();
}

void StartPage::setRecentStores(const QStringList &locations)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &location : locations) {
        auto *button = new QCommandLinkButton(nameOf(location).replace(u'&', u"&&"_s), placeOf(location),
                                              m_recentPart);
        button->setToolTip(asPlainText(location));
        button->setProperty("icon-name", isRemote(location) ? u"database"_s : u"open"_s);
        connect(button, &QPushButton::clicked, this, [this, location] { Q_EMIT storeRequested(location); });
        m_recent->addWidget(button);
    }
    m_recentPart->setVisible(!locations.isEmpty());
    look();
}

void StartPage::look()
{
    for (QCommandLinkButton *button : findChildren<QCommandLinkButton *>())
        button->setIcon(icon(button->property("icon-name").toString(), palette().color(QPalette::Link)));
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        look();
}

} // namespace rolewright
