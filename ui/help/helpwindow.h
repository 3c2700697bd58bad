// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QTextBrowser;

namespace rolewright {

// The documentation, which is compiled in: its pages at the left, the one that is read at the right. Nothing
// is fetched from anywhere; a link that leads out of it is told, not followed. Escape closes it.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent); // a window of its own, over that one

    // "stores", or the part of a page, "access#tests"; where there is no such page, the first one.
    void open(const QString &page);
    QString page() const; // the one that is shown

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow(const QUrl &link);
    void goToHeading(const QString &title);

    QListWidget *m_pages;
    QTextBrowser *m_text;
    QLabel *m_language; // of the pages, where the window speaks another
};

} // namespace rolewright
