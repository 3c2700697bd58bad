// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace rolewright {

// Things in a row, as far as they fit; the others in the next one. What wants to grow (fields) shares what is
// left of a row. Buttons get their room in any language, at any size.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addGap() { m_gap = int(m_items.size()); } // what follows stands at the right end of its row
    void addBreak() { m_break = int(m_items.size()); } // what follows begins a row

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override; // all in one row
    QSize minimumSize() const override; // the widest one
    void setGeometry(const QRect &rect) override;

private:
    int layOut(const QRect &rect, bool apply) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_gap = -1; // index of the first one at the right
    int m_break = -1; // index of the first one in a row of its own
};

// A field with its label (with mnemonic) before it, to stand in one together.
QWidget *labelledField(const QString &label, QWidget *field);

} // namespace rolewright
