// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace rolewright {

// What is there before a store is: the ways to get one.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentStores(const QStringList &locations);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void remoteRequested(); // a database or a server
    void sampleRequested();
    void storeRequested(const QString &location);

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();

    QVBoxLayout *m_recent;
    QWidget *m_recentPart;
};

} // namespace rolewright
