// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/trailfilter.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace rolewright {

class CompletionField;
class MomentEdit;

// What to show of the trail: by whom, about what, from when until when, with which words.
// The field for the text takes a line as well (TrailFilter): what it says of a person or thing wins over the
// fields, moments are both held. While it is invalid, the last valid one stays in effect.
class AuditFilter : public QWidget
{
    Q_OBJECT

public:
    explicit AuditFilter(Workspace &workspace, QWidget *parent = nullptr);

    AuditQuery query() const;
    void showThing(const QString &target); // "role/editor", and nothing else restricts
    enum class Facet { Actor, Target, Action, Result };
    void restrict(Facet facet, const QString &name); // to that; not any more where it is already
    QString line() const; // all of it as one line, as setLine() takes it
    void setLine(const QString &line);
    bool isValid() const { return !m_problem->isVisible(); }
    QLineEdit &field() { return *m_text; }
    void setRange(std::optional<Instant> since, std::optional<Instant> until);
    void clear();

Q_SIGNALS:
    void changed(); // once one stops typing

private:
    void readText();
    QString targetOf(const QString &typed) const;

    Workspace &m_workspace;
    QTimer m_pause;
    CompletionField *m_person;
    CompletionField *m_thing;
    MomentEdit *m_since;
    MomentEdit *m_until;
    QLineEdit *m_text;
    QAction *m_problem;
    TrailFilter m_line; // the last valid one
};

} // namespace rolewright
