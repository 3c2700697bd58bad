// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingspage.h"

#include "core/edit/apply.h"
#include "ui/widgets/coretext.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/wrappinglabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ExpandedMaximum = 1000; // lines; with more, groups start folded

struct Thing
{
    Change::Kind kind = Change::Kind::Role;
    QString key; // empty: no page is about it
};

Thing thingOf(const QString &place)
{
    const QString word = place.section(u' ', 0, 0);
    for (const Change::Kind kind : {Change::Kind::Role, Change::Kind::User, Change::Kind::Permission,
                                    Change::Kind::Constraint, Change::Kind::Operation, Change::Kind::Test}) {
        if (word == toText(kind))
            return {kind, place.section(u' ', 1)};
    }
    return {};
}

} // namespace

FindingsPage::FindingsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_lines(new TreeLinesModel(this))
    , m_title(new QLabel)
    , m_filter(new SearchField(tr("Filter findings")))
    , m_view(new QTreeView)
    , m_sentence(new WrappingLabel)
    , m_go(new QPushButton(tr("&Show it")))
    , m_mend(new QPushButton(tr("&Mend in the draft")))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_filter->setObjectName(u"filter"_s); // Ctrl+F finds it
    m_view->setModel(m_lines);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAccessibleName(tr("Findings"));
    m_view->setMinimumHeight(fontMetrics().height() * 7);
    setFocusProxy(m_view);
    m_sentence->setAccessibleName(tr("The finding in full"));
    m_go->setToolTip(tr("To the page of what it is about"));
    m_mend->setToolTip(tr("Takes away what is said twice or does nothing. Can be undone."));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_go);
    buttons->addWidget(m_mend);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addWidget(m_sentence);
    column->addLayout(buttons);

    auto *key = new QAction(this);
    key->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    key->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(key);
    connect(key, &QAction::triggered, this, &FindingsPage::go);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &FindingsPage::go);
    connect(m_go, &QPushButton::clicked, this, &FindingsPage::go);
    connect(m_mend, &QPushButton::clicked, this, &FindingsPage::mend);
    connect(m_filter, &QLineEdit::textChanged, this, &FindingsPage::showLines);
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FindingsPage::updateState);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPage::updateState);
    connect(&workspace, &Workspace::changed, this, &FindingsPage::refresh);
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_found.clear();
        m_filter->clear();
        showLines();
        refresh();
    });
    connect(&workspace, &Workspace::sessionChanged, this, &FindingsPage::updateState);
    updateState();
}

QString FindingsPage::titleOf(const QString &code)
{
    static const QHash<QString, const char *> titles{
        {u"static-separation"_s, QT_TR_NOOP("Users who have what a constraint forbids together")},
        {u"constraint-broken-by-role"_s, QT_TR_NOOP("Roles that break a constraint by themselves")},
        {u"redundant-grant"_s, QT_TR_NOOP("Grants that are given already")},
        {u"redundant-assignment"_s, QT_TR_NOOP("Assignments that another one brings")},
        {u"sensitive-by-pattern"_s, QT_TR_NOOP("Sensitive permissions given by a pattern only")},
        {u"same-roles"_s, QT_TR_NOOP("Roles that give the same")},
        {u"inactive-user"_s, QT_TR_NOOP("Inactive users with roles")},
        {u"assignment-over"_s, QT_TR_NOOP("Assignments that are over")},
        {u"disabled-role"_s, QT_TR_NOOP("Disabled roles that are assigned")},
        {u"idle-role"_s, QT_TR_NOOP("Roles that nobody has")},
        {u"empty-role"_s, QT_TR_NOOP("Roles that give nothing")},
        {u"ungranted"_s, QT_TR_NOOP("Permissions that no role gives")},
        {u"look-alike"_s, QT_TR_NOOP("Names that look alike")},
        {u"idle-pattern"_s, QT_TR_NOOP("Patterns that match nothing")},
        {u"scoped-requirement"_s, QT_TR_NOOP("Operations that require a scope and look at no thing")},
        {u"test-without-time"_s, QT_TR_NOOP("Tests whose answer depends on when they run")}};
    return tr(titles.value(code, ""));
}

void FindingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        look();
}

void FindingsPage::refresh()
{
    m_stale = true;
    if (isVisible())
        look();
}

void FindingsPage::look()
{
    m_stale = false;
    if (!m_workspace.isOpen()) {
        m_looking.cancel();
        return;
    }
    m_title->setText(tr("Looking for what is not good…"));
    m_looking.start([index = m_workspace.index()](
                        const CancelToken &cancel) { return analyze(index, Instant::now(), &cancel); },
                    [this](const std::optional<QList<AnalyzedFinding>> &found) {
                        if (!found)
                            return;
                        m_found = *found;
                        showLines();
                    });
}

void FindingsPage::showLines()
{
    const QStringList words = m_filter->text().simplified().split(u' ', Qt::SkipEmptyParts);
    const int scrolled = m_view->verticalScrollBar()->value();
    QList<TreeLine> groups;
    qsizetype shown = 0;
    for (qsizetype i = 0; i < m_found.size(); ++i) {
        const Finding &finding = m_found.at(i).finding;
        const QString title = titleOf(finding.code);
        const QString text = inWindowLanguage(finding.message);
        const bool fits = std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive) || title.contains(word, Qt::CaseInsensitive);
        });
        if (!fits)
            continue;
        ++shown;
        lineIn(groups, title).children.append({text, TreeLine::Mark::Warning, i, {}});
    }
    for (TreeLine &group : groups)
        group.text = tr("%1 (%L2)").arg(group.text).arg(group.children.size());
    m_lines->set(groups);
    if (shown <= ExpandedMaximum)
        m_view->expandAll();
    m_view->verticalScrollBar()->setValue(scrolled);
    m_title->setText(
        m_found.isEmpty() ? tr("Nothing is found: nobody has more than they need, and nothing is dead.")
            : shown < m_found.size() ? tr("%L1 of %Ln finding(s)", nullptr, int(m_found.size())).arg(shown)
                                     : tr("%Ln finding(s)", nullptr, int(m_found.size())));
    updateState();
}

QList<qsizetype> FindingsPage::chosen() const
{
    QSet<qsizetype> places;
    for (const QModelIndex &index : m_view->selectionModel()->selectedIndexes()) {
        if (index.parent().isValid())
            places.insert(index.data(Qt::UserRole).toLongLong());
        for (int row = 0; row < m_lines->rowCount(index); ++row)
            places.insert(m_lines->index(row, 0, index).data(Qt::UserRole).toLongLong());
    }
    QList<qsizetype> sorted(places.cbegin(), places.cend());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

void FindingsPage::mend()
{
    QList<Change> changes;
    for (const qsizetype place : chosen())
        changes += m_found.at(place).mend;
    // What was found may be about the draft of a moment ago.
    const Result<QList<Change>> complete = completed(m_workspace.policy(), changes);
    if (!complete) {
        m_workspace.show(toMessage(complete.error()));
        return;
    }
    m_workspace.edit(tr("Mend %Ln finding(s)", nullptr, int(chosen().size())), *complete);
}

void FindingsPage::go()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.parent().isValid())
        return;
    const Thing thing = thingOf(m_found.at(current.data(Qt::UserRole).toLongLong()).finding.place);
    if (!thing.key.isEmpty())
        Q_EMIT thingRequested(thing.kind, thing.key);
}

void FindingsPage::updateState()
{
    const QModelIndex current = m_view->currentIndex();
    const bool isOne = current.parent().isValid();
    m_sentence->setText(isOne ? current.data().toString() : QString());
    m_sentence->setVisible(isOne);
    m_go->setEnabled(
        isOne && !thingOf(m_found.at(current.data(Qt::UserRole).toLongLong()).finding.place).key.isEmpty());
    const QList<qsizetype> places = chosen();
    m_mend->setEnabled(!m_workspace.isReadOnly()
                       && std::any_of(places.cbegin(), places.cend(),
                                      [this](qsizetype place) { return !m_found.at(place).mend.isEmpty(); }));
}

} // namespace rolewright
