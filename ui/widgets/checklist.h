// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListWidget>

namespace rolewright {

// A short list of names, each of which may be checked; as high as its content, up to some lines.
class CheckList : public QListWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void setNames(const QStringList &names); // those that stay keep their marks; says nothing
    QStringList checkedNames() const;
    void setCheckedNames(const QStringList &names); // says nothing

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void checkedChanged();
};

} // namespace rolewright
