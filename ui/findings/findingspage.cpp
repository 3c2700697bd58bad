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
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ExpandedMaximum = 1000; // lines; with more, groups start folded
constexpr qsizetype LineMaximum = 1000; // of a group

using Places = QList<qsizetype>;

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
        m_wording.cancel();
        m_mending.cancel();
        m_newest.clear();
        present({});
        m_filter->clear();
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
                        m_newest = *found;
                        showLines();
                    });
}

// Some hundred thousand sentences are many to translate.
FindingsPage::Shown FindingsPage::shownOf(const QList<AnalyzedFinding> &found, const QStringList &words,
                                          const CancelToken &cancel)
{
    Shown shown;
    QList<Places> places; // of each group
    for (qsizetype i = 0; i < found.size() && !cancel; ++i) {
        const Finding &finding = found.at(i).finding;
        const QString title = titleOf(finding.code);
        const QString text = inWindowLanguage(finding.message);
        const bool fits = std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive) || title.contains(word, Qt::CaseInsensitive);
        });
        if (!fits)
            continue;
        ++shown.findings;
        TreeLine &group = lineIn(shown.groups, title);
        places.resize(shown.groups.size());
        Places &ofGroup = places[&group - shown.groups.constData()];
        ofGroup.append(i);
        if (ofGroup.size() <= LineMaximum)
            group.children.append({text, TreeLine::Mark::Warning, QVariant::fromValue(Places{i}), {}});
    }
    for (qsizetype i = 0; i < shown.groups.size(); ++i) {
        TreeLine &group = shown.groups[i];
        const qsizetype count = places.at(i).size();
        group.text = tr("%1 (%L2)").arg(group.text, QLocale().toString(count));
        group.data = QVariant::fromValue(places.at(i));
        if (count > LineMaximum)
            group.children.append({tr("and %Ln more", nullptr, int(count - LineMaximum)), {}, {}, {}});
    }
    return shown;
}

void FindingsPage::showLines()
{
    m_wording.start([found = m_newest, words = m_filter->text().simplified().split(u' ', Qt::SkipEmptyParts)](
                        const CancelToken &cancel) { return shownOf(found, words, cancel); },
                    [this](const Shown &shown) { present(shown); });
}

void FindingsPage::present(const Shown &shown)
{
    const int scrolled = m_view->verticalScrollBar()->value();
    m_found = m_newest;
    m_lines->set(shown.groups);
    if (shown.findings <= ExpandedMaximum)
        m_view->expandAll();
    m_view->verticalScrollBar()->setValue(scrolled);
    m_title->setText(m_found.isEmpty()
                         ? tr("Nothing is found: nobody has more than they need, and nothing is dead.")
                         : shown.findings < m_found.size()
                         ? tr("%L1 of %Ln finding(s)", nullptr, int(m_found.size())).arg(shown.findings)
                         : tr("%Ln finding(s)", nullptr, int(m_found.size())));
    updateState();
}

QList<qsizetype> FindingsPage::chosen() const
{
    QSet<qsizetype> places;
    for (const QModelIndex &index : m_view->selectionModel()->selectedIndexes()) {
        for (const qsizetype place : index.data(Qt::UserRole).value<Places>())
            places.insert(place);
    }
    QList<qsizetype> sorted(places.cbegin(), places.cend());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

void FindingsPage::mend()
{
    m_view->setFocus(Qt::OtherFocusReason); // disabled, the button would give the focus away
    const QList<qsizetype> places = chosen();
    QList<Change> changes;
    for (const qsizetype place : places)
        changes += m_found.at(place).mend;
    m_mending.start(
        [text = tr("Mend %Ln finding(s)", nullptr, int(places.size())), changes, index = m_workspace.index(),
         revision = m_workspace.revision()](const CancelToken &) -> Result<PreparedEdit> {
            // What was found may be about the draft of a moment ago.
            const Result<QList<Change>> complete = completed(index.policy(), changes);
            if (!complete)
                return failure(complete.error());
            Policy after = index.policy();
            if (Status applied = apply(after, *complete); !applied)
                return failure(applied.error());
            return PreparedEdit{revision, {text, *complete}, index.updated(after)};
        },
        [this](const Result<PreparedEdit> &prepared) {
            if (!prepared)
                m_workspace.show(toMessage(prepared.error()));
            else if (prepared->revision != m_workspace.revision())
                m_workspace.show({Message::Kind::Information,
                                  tr("The draft changed meanwhile, and nothing was mended. Try again."),
                                  {},
                                  {}});
            else
                m_workspace.edit(*prepared);
        });
}

void FindingsPage::go()
{
    const Places places = m_view->currentIndex().data(Qt::UserRole).value<Places>();
    if (!m_view->currentIndex().parent().isValid() || places.isEmpty())
        return;
    const Thing thing = thingOf(m_found.at(places.first()).finding.place);
    if (!thing.key.isEmpty())
        Q_EMIT thingRequested(thing.kind, thing.key);
}

void FindingsPage::updateState()
{
    const QModelIndex current = m_view->currentIndex();
    const Places one = current.parent().isValid() ? current.data(Qt::UserRole).value<Places>() : Places();
    m_sentence->setText(one.isEmpty() ? QString() : current.data().toString());
    m_sentence->setVisible(!one.isEmpty());
    m_go->setEnabled(!one.isEmpty() && !thingOf(m_found.at(one.first()).finding.place).key.isEmpty());
    const QList<qsizetype> places = chosen();
    m_mend->setEnabled(!m_workspace.isReadOnly()
                       && std::any_of(places.cbegin(), places.cend(),
                                      [this](qsizetype place) { return !m_found.at(place).mend.isEmpty(); }));
}

} // namespace rolewright
