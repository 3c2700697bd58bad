// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/admin/keyring.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace rolewright {

// Where the keys of a store that becomes sealed are to be kept.
class KeyChoiceField : public QWidget
{
    Q_OBJECT

public:
    explicit KeyChoiceField(QWidget *parent = nullptr);

    void setUnsealedOffered(bool offered); // to have none at all
    KeyChoice choice() const;
    bool isComplete() const;

Q_SIGNALS:
    void changed();

private:
    void pickFile();
    void updateState();

    QComboBox *m_place;
    QWidget *m_file;
    QLineEdit *m_path;
    QLabel *m_says;
};

} // namespace rolewright
