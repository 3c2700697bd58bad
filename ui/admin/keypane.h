// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/admin/keyring.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rolewright {

class ProblemLabel;

// Whether the keys of the open store are here, and what helps where they are not. Takes no room in a store
// without.
class KeyPane : public QWidget
{
    Q_OBJECT

public:
    explicit KeyPane(KeyRing &keys, QWidget *parent = nullptr);

private:
    void showState();
    void pickFile();

    KeyRing &m_keys;
    QLabel *m_text;
    ProblemLabel *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_again;
    QPushButton *m_pick;
    QPushButton *m_cancel;
};

} // namespace rolewright
