// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

namespace rolewright {

// A tree of sentences: each line as high as its text needs at the width there is. For small models.
class WrappingTree : public QTreeView
{
    Q_OBJECT

public:
    explicit WrappingTree(QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace rolewright
