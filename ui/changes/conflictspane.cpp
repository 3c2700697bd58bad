// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/conflictspane.h"

#include "ui/changes/takeback.h"
#include "ui/widgets/changetext.h"
#include "ui/widgets/coretext.h"

#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString linesOf(const QList<Change> &changes)
{
    QStringList lines;
    for (const Change &change : changes)
        lines.append(textOf(change));
    return lines.join(u'\n');
}

// What both began with.
QString linesBefore(const Conflict &conflict)
{
    QStringList lines;
    for (const Change &change : conflict.theirs + conflict.mine)
        lines.append(textBefore(change));
    lines.removeDuplicates();
    return lines.join(u'\n');
}

} // namespace

ConflictsPane::ConflictsPane(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_model(new QStringListModel(this))
    , m_title(new QLabel)
    , m_view(new QListView)
    , m_message(new QLabel)
    , m_before(new QPlainTextEdit)
    , m_theirs(new QPlainTextEdit)
    , m_mine(new QPlainTextEdit)
    , m_keepMine(new QPushButton(tr("&Keep mine")))
    , m_takeTheirs(new QPushButton(tr("Take thei&rs")))
    , m_takeAllTheirs(new QPushButton(tr("Take a&ll theirs")))
{
    makeLayout();
    hide();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ConflictsPane::showCurrent);
    connect(m_keepMine, &QPushButton::clicked, this, &ConflictsPane::keepMine);
    connect(m_takeTheirs, &QPushButton::clicked, this, &ConflictsPane::takeTheirs);
    connect(m_takeAllTheirs, &QPushButton::clicked, this, [this] { setConflicts({}); });
    connect(&workspace, &Workspace::conflicted, this,
            [this](const QList<Conflict> &conflicts) { setConflicts(m_conflicts + conflicts); });
    connect(&workspace, &Workspace::storeChanged, this, [this] { setConflicts({}); });
}

void ConflictsPane::makeLayout()
{
    setFrameShape(QFrame::StyledPanel);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Conflicts"));
    const auto side = [](QPlainTextEdit *text, const QString &title) {
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setAccessibleName(title);
        text->setMaximumHeight(text->fontMetrics().height() * 5);
        auto *label = new QLabel(title);
        label->setBuddy(text);
        return label;
    };
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_keepMine, m_takeTheirs, m_takeAllTheirs})
        buttons->addWidget(button);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_title, 0, 0, 1, 4);
    grid->addWidget(m_view, 1, 0, 3, 1);
    grid->addWidget(m_message, 1, 1, 1, 3);
    grid->addWidget(side(m_before, tr("Before, as both found it")), 2, 1);
    grid->addWidget(side(m_theirs, tr("Theirs, in the store now")), 2, 2);
    grid->addWidget(side(m_mine, tr("Mine, left out of the draft")), 2, 3);
    grid->addWidget(m_before, 3, 1);
    grid->addWidget(m_theirs, 3, 2);
    grid->addWidget(m_mine, 3, 3);
    grid->addLayout(buttons, 4, 0, 1, 4);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    m_view->setMaximumHeight(fontMetrics().height() * 8);
}

void ConflictsPane::setConflicts(const QList<Conflict> &conflicts)
{
    m_conflicts = conflicts;
    QStringList things;
    for (const Conflict &conflict : conflicts)
        things.append(conflict.thing);
    m_model->setStringList(things);
    m_title->setText(
        tr("%Ln conflict(s): changed by you and by somebody else. Nothing is lost until you decide.", nullptr,
           int(conflicts.size())));
    setVisible(!conflicts.isEmpty());
    m_view->setCurrentIndex(m_model->index(0));
    showCurrent();
    Q_EMIT countChanged();
}

void ConflictsPane::showCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    const bool any = current.isValid() && current.row() < m_conflicts.size();
    const Conflict conflict = any ? m_conflicts.at(current.row()) : Conflict();
    m_message->setText(inWindowLanguage(conflict.message));
    m_before->setPlainText(linesBefore(conflict));
    m_theirs->setPlainText(conflict.theirs.isEmpty() && any ? tr("Nothing: only both together are not valid.")
                                                            : linesOf(conflict.theirs));
    m_mine->setPlainText(linesOf(conflict.mine));
    m_keepMine->setEnabled(any);
    m_takeTheirs->setEnabled(any);
    m_takeAllTheirs->setVisible(m_conflicts.size() > 1);
}

void ConflictsPane::keepMine()
{
    const qsizetype row = m_view->currentIndex().row();
    const Conflict &conflict = m_conflicts.at(row);
    if (m_workspace.edit(tr("Keep mine: %1").arg(conflict.thing),
                         overruling(m_workspace.policy(), conflict.mine)))
        drop(row);
}

void ConflictsPane::takeTheirs()
{
    drop(m_view->currentIndex().row());
}

void ConflictsPane::drop(qsizetype row)
{
    QList<Conflict> rest = m_conflicts;
    rest.removeAt(row);
    setConflicts(rest);
    m_view->setCurrentIndex(m_model->index(int(std::min(row, rest.size() - 1))));
}

} // namespace rolewright
