// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/savedfilters.h"

#include "ui/filter/filteredit.h"
#include "ui/filter/filterwords.h"
#include "ui/shell/icons.h"
#include "ui/shell/plaintext.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// As a line of a menu: an ampersand is no mnemonic.
QString asMenuText(const QString &name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

} // namespace

SavedFilters::SavedFilters(FilterEdit &field, Workspace &workspace, Settings &settings)
    : SavedFilters(field,
                   {filterKind(field.axis()), [&field] { return field.text().trimmed(); },
                    [&field](const QString &text) { field.setText(text); },
                    [&field] {
                        return field.state() != FilterEdit::State::Empty
                            && field.state() != FilterEdit::State::Invalid;
                    }},
                   workspace, settings)
{
    connect(&field, &FilterEdit::stateChanged, this, [this] { look(); });
    connect(&field, &FilterEdit::savedRequested, m_open, &QAction::trigger);
}

SavedFilters::SavedFilters(QLineEdit &field, const Source &source, Workspace &workspace, Settings &settings)
    : QObject(&field)
    , m_field(field)
    , m_source(source)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_menu(new QMenu(&field))
    , m_open(new QAction(tr("Saved filters"), this))
{
    m_open->setToolTip(tr("Saved filters (Alt+Down)"));
    look();
    if (!qobject_cast<FilterEdit *>(&field)) { // which has the key itself
        m_open->setShortcut(Qt::ALT | Qt::Key_Down);
        m_open->setShortcutContext(Qt::WidgetShortcut);
    }
    field.addAction(m_open, QLineEdit::LeadingPosition);
    field.installEventFilter(this);
    connect(m_open, &QAction::triggered, this, [this] {
        fill();
        m_menu->popup(m_field.mapToGlobal(QPoint(0, m_field.height())));
    });
}

// Another theme.
bool SavedFilters::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_field && event->type() == QEvent::PaletteChange)
        look();
    return QObject::eventFilter(watched, event);
}

void SavedFilters::look()
{
    m_open->setIcon(icon(u"filter"_s, m_field.palette()));
}

void SavedFilters::fill()
{
    m_menu->clear();
    const QMap<QString, QString> filters = saved();
    const QString text = m_source.text();
    const QString current = filters.key(text);
    for (auto filter = filters.begin(); filter != filters.end(); ++filter) {
        QAction *line = m_menu->addAction(asMenuText(filter.key()));
        line->setCheckable(true);
        line->setChecked(filter.value() == text);
        line->setStatusTip(asPlainText(filter.value()));
        connect(line, &QAction::triggered, this, [this, chosen = filter.value()] {
            m_source.setText(chosen);
            m_field.setFocus();
        });
    }
    if (!filters.isEmpty())
        m_menu->addSeparator();
    QAction *save =
        m_menu->addAction(tr("&Save this filter…"), this, [this] { askName(tr("Save filter"), {}, {}); });
    save->setEnabled(m_source.canSave() && current.isEmpty());
    if (current.isEmpty())
        return;
    m_menu->addAction(tr("&Rename “%1”…").arg(asMenuText(current)), this,
                      [this, current] { askName(tr("Rename filter"), current, current); });
    m_menu->addAction(tr("&Delete “%1”").arg(asMenuText(current)), this, [this, current] {
        QMap<QString, QString> rest = saved();
        rest.remove(current);
        setSaved(rest);
    });
}

QMap<QString, QString> SavedFilters::saved() const
{
    return m_settings.savedFilters(m_workspace.service().traits().location, m_source.kind);
}

void SavedFilters::setSaved(const QMap<QString, QString> &filters)
{
    m_settings.setSavedFilters(m_workspace.service().traits().location, m_source.kind, filters);
}

void SavedFilters::askName(const QString &title, const QString &proposed, const QString &replaced)
{
    auto *dialog = new QInputDialog(m_field.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the filter (one of the same name is replaced):"));
    dialog->setTextValue(proposed);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, replaced](const QString &typed) { keep(typed.simplified().left(NameMaximum), replaced); });
    dialog->open();
}

void SavedFilters::keep(const QString &name, const QString &replaced)
{
    if (name.isEmpty())
        return;
    QMap<QString, QString> filters = saved();
    const QString text = replaced.isEmpty() ? m_source.text() : filters.take(replaced);
    filters.insert(name, text);
    setSaved(filters);
}

} // namespace rolewright
