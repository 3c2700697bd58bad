// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/http/httplocation.h"
#include "core/store/sql/postgreslocation.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace rolewright {

class ProblemLabel;

// Where a store in a database or on a server is, part by part, and the store string that comes of it
// (interfaces.md, Stores): each follows the other. What is wrong stands at its field.
class LocationFields : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Database, Server };

    explicit LocationFields(QWidget *parent = nullptr);

    void keepTo(Kind kind); // no other one is asked for
    void add(const QString &label, QWidget *field); // below the others
    Kind kind() const;
    // The string of what is entered; empty, and said at its field, where it names no store.
    QString take();
    void setProblem(const QString &problem); // of the whole: why it could not be opened
    // The one certificate that is trusted, as "sha256:" and its digest.
    void setPin(const QString &pin);

private:
    QWidget *addRow(const QString &label, QWidget *field, ProblemLabel *problem = nullptr);
    void takeKind();
    void takeParts();
    void takeText();
    QString textOfDatabase();
    QString textOfServer() const;
    void show(const PostgresLocation &location);
    void show(const HttpLocation &location);
    void clearProblems();
    void showRows();
    void showSecurity();
    void pickAuthority();

    QFormLayout *m_form;
    QComboBox *m_kind;
    QLineEdit *m_host;
    ProblemLabel *m_hostProblem;
    QSpinBox *m_port;
    QLineEdit *m_database;
    ProblemLabel *m_databaseProblem;
    QLineEdit *m_user;
    QComboBox *m_security;
    ProblemLabel *m_securityNote;
    QLineEdit *m_authority;
    QLineEdit *m_pin;
    QLineEdit *m_text;
    ProblemLabel *m_problem;
    QWidget *m_kindRow;
    QWidget *m_databaseRow;
    QWidget *m_securityRow;
    QWidget *m_pinRow;
    bool m_hasChosen = false; // the security, by hand
};

} // namespace rolewright
