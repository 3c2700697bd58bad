// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace rolewright {

// The pages and the list at the left that chooses one of them.
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

private:
    void look();

    QListWidget *m_list;
    QStackedWidget *m_stack;
};

} // namespace rolewright
