// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/entitypage.h"

class QListView;
class QPushButton;
class QStringListModel;

namespace rolewright {

class TestDetails;
class TestsModel;

// The policy's tests (semantics.md, section 7): create, rename, change and delete them; whether each passes,
// run after every edit, also while another page is shown; which permissions none touches; and the way to an
// override.
class TestsPage : public EntityPage
{
    Q_OBJECT

public:
    explicit TestsPage(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void questionAsked(const rolewright::Request &request);
    void overrideRequested(); // tests that pass now would fail, and somebody means to apply all the same
    void failing(qsizetype count); // tests of the draft that do not pass; after each run

protected:
    void hideEvent(QHideEvent *event) override;
    Change addition(const QString &key) const override;
    std::optional<QString> problemOfKey(const QString &key) const override;
    void showDetails(quint32 id) override;

private:
    TestsPage(Workspace &workspace, TestsModel *model, QWidget *parent);
    QWidget *makeFoot();
    void showRun();

    TestsModel *m_model;
    TestDetails *m_details;
    QLabel *m_breaking;
    QPushButton *m_override;
    QLabel *m_untestedTitle;
    QStringListModel *m_untested;
    QListView *m_untestedView;
};

} // namespace rolewright
