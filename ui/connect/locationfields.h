// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace rolewright {

class ProblemLabel;

// Where a store in a database is, part by part, and the store string that comes of it (interfaces.md,
// Stores): each follows the other. What is wrong stands at its field.
class LocationFields : public QWidget
{
    Q_OBJECT

public:
    explicit LocationFields(QWidget *parent = nullptr);

    // The string of what is entered; empty, and said at its field, where it names no store.
    QString take();
    void setLocation(const QString &location);
    void setProblem(const QString &problem); // of the whole: why it could not be opened
    void setUserNote(const QString &placeholder);

Q_SIGNALS:
    void changed();

private:
    void addRow(const QString &label, QWidget *field, ProblemLabel *problem = nullptr);
    void takeParts();
    void takeText();
    void showSecurity();
    void pickAuthority();

    QFormLayout *m_form;
    QLineEdit *m_host;
    ProblemLabel *m_hostProblem;
    QSpinBox *m_port;
    QLineEdit *m_database;
    ProblemLabel *m_databaseProblem;
    QLineEdit *m_user;
    QComboBox *m_security;
    ProblemLabel *m_securityNote;
    QLineEdit *m_authority;
    QLineEdit *m_text;
    ProblemLabel *m_problem;
    bool m_hasChosen = false; // the security, by hand
};

} // namespace rolewright
