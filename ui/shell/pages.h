// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace rolewright {

// The pages and the list at the left that chooses one of them. Where the width is small the list is icons
// only, and a page that does not fit scrolls: at 200 % all of them stay usable on a small screen.
class Pages : public QWidget
{
    Q_OBJECT

public:
    explicit Pages(QWidget *parent = nullptr);

    // `name` is what the page is called in settings, and its icon's file.
    void add(const QString &name, const QString &title, QWidget *page);
    int count() const;
    QString nameAt(int index) const;
    QString titleAt(int index) const;
    QWidget *current() const;
    QWidget *at(int index) const;
    int indexOf(const QWidget *page) const;
    int indexOf(const QString &name) const; // -1 where there is none
    void show(int index); // and gives it the focus
    void show(QWidget *page);
    void setNumber(QWidget *page, qsizetype number); // beside its title; 0: none

    QListWidget *list() const; // for going round the panes

Q_SIGNALS:
    void aboutToShow(); // somebody asked for a page
    void currentChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void look();
    void write(); // titles and numbers
    void fitWidth(); // the list, to what it shows
    void fold(); // the list to its icons, where it would take too much of the width

    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<QWidget *> m_pages; // each in a scroll area of the stack
    int m_fullWidth = 0; // of the list with its titles
    int m_numberWidth = 0; // of the widest
    bool m_folded = false;
};

} // namespace rolewright
