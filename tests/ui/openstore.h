// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/filter/filterfinder.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/permutedmodel.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

namespace rolewright {

// A small newsroom, for tests of single pages.
QByteArray newsroom();

// A real workspace on a real SQLite store in a folder of its own.
struct OpenStore
{
    explicit OpenStore(const QByteArray &document = newsroom());

    bool apply(const QString &reason); // waits until it is durable
    bool edit(const Change &change) { return workspace.edit(describe(change), QList<Change>{change}); }
    QStringList changes() const; // of the draft, described

    QTemporaryDir folder;
    PolicyService service;
    Workspace workspace{service};
    QStringList messages; // that were raised
};

// A filter on a model, as the field of a page has it: it follows the draft.
class ModelFilter
{
public:
    ModelFilter(OpenStore &store, PermutedModel &model);
    void set(const QString &text); // small policies: found at once

private:
    PermutedModel &m_model;
    FilterFinder m_finder;
};

// A model as a person reads it: a line a row, columns parted by " | ", two spaces a level.
QString printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, int level = 0);

// The widget that the label of this text (without its mnemonic) is for.
template <class Widget>
Widget *labelled(const QWidget &page, const QString &text)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->text().remove(u'&') != text || !label->buddy())
            continue;
        if (auto *widget = qobject_cast<Widget *>(label->buddy()))
            return widget;
        if (auto *widget = label->buddy()->findChild<Widget *>())
            return widget;
    }
    qWarning("no field is labelled %s", qPrintable(text));
    return nullptr;
}

// The widget that a screen reader calls so.
template <class Widget>
Widget *named(const QWidget &page, const QString &name)
{
    for (Widget *widget : page.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    qWarning("nothing is named %s", qPrintable(name));
    return nullptr;
}

// The button with this text, without its mnemonic.
template <class Button = QPushButton>
Button *buttonOf(const QWidget &page, const QString &text)
{
    for (Button *button : page.findChildren<Button *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    qWarning("no button says %s", qPrintable(text));
    return nullptr;
}

} // namespace rolewright
