// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/filter/filterset.h"
#include "ui/filter/wordcompletion.h"

#include <QLineEdit>

namespace rolewright {

class FilterFinder;
class Workspace;

// A field for a filter on one kind of thing. Finds what it lets through and says so with found(); while the
// text is invalid the last valid one stays in effect, and the place of the error is underlined. Words, names
// and attributes are offered as one types, and on Ctrl+Space. Escape closes what is offered, then clears; Return finds anew.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    enum class State { Empty, Busy, Valid, Invalid, Deprecated };

    FilterEdit(Workspace &workspace, FilterAxis axis, const QString &placeholder, QWidget *parent = nullptr);

    State state() const { return m_state; }
    FilterAxis axis() const { return m_axis; }
    void lookAtDescriptions(); // bare words: in names and in descriptions

Q_SIGNALS:
    void found(const rolewright::FilterSet &set);
    void stateChanged();
    void savedRequested(); // Alt+Down

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void read();
    void showState();
    WordCompletion::Offers offersAt(const QString &text, int cursor, bool asked) const;

    Workspace &m_workspace;
    FilterAxis m_axis;
    FilterFinder *m_finder;
    Filter m_filter; // of the text; may be invalid
    State m_state = State::Empty;
    QAction *m_sign;
    WordCompletion *m_completion;
};

} // namespace rolewright
