// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "ui/admin/administratorspage.h"
#include "ui/admin/confirmationbar.h"
#include "ui/admin/keyring.h"
#include "ui/admin/signinpage.h"
#include "ui/admin/tokenspage.h"
#include "ui/audit/auditpage.h"
#include "ui/catalogue/cataloguepage.h"
#include "ui/changes/changespage.h"
#include "ui/changes/requests.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/differencepage.h"
#include "ui/constraints/constraintspage.h"
#include "ui/filter/filteredit.h"
#include "ui/filter/savedfilters.h"
#include "ui/findings/findingspage.h"
#include "ui/importing/importpage.h"
#include "ui/matrix/matrixpage.h"
#include "ui/operations/operationspage.h"
#include "ui/opinion/opinionpage.h"
#include "ui/print/printing.h"
#include "ui/questions/questionspage.h"
#include "ui/replay/replaypage.h"
#include "ui/roles/rolespage.h"
#include "ui/shell/actions.h"
#include "ui/shell/changesbar.h"
#include "ui/shell/completionkeys.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/fieldundo.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/otherschanges.h"
#include "ui/shell/pages.h"
#include "ui/shell/plaintext.h"
#include "ui/shell/presencelabel.h"
#include "ui/shell/startpage.h"
#include "ui/shell/workbar.h"
#include "ui/simulate/simulatepanel.h"
#include "ui/tests/testspage.h"
#include "ui/users/userspage.h"
#include "ui/widgets/pagescroll.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUndoStack>
#include <QVBoxLayout>

#include <utility>

namespace rolewright {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Workspace &workspace, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_actions(new Actions(workspace, settings, this))
    , m_printing(new Printing(workspace, this))
{
    setObjectName(u"mainwindow"_s);
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks);
    makeFrame();
    makeCorner();
    makePages();
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makePolicyMenu();
    makeToolsMenu();
    makeHelpMenu();
    new FieldUndo(this);
    new CompletionKeys(*m_actions, this);

    connect(&workspace, &Workspace::messageRaised, m_messages, &MessageBar::show);
    using enum Message::About;
    connect(&workspace, &Workspace::changed, m_messages, [this] { m_messages->leave(Edit); });
    connect(&workspace.undoStack(), &QUndoStack::indexChanged, m_messages,
            [this, last = workspace.undoStack().index()](int index) mutable {
                const bool isBack = index < std::exchange(last, index);
                if (isBack && m_workspace.undoStack().canRedo()) // and not cleared
                    m_messages->leaveUndone();
            });
    connect(&workspace, &Workspace::dirtyChanged, m_messages, [this] { m_messages->leave(Apply); });
    connect(&workspace.service(), &PolicyService::recovered, m_messages,
            [this] { m_messages->leave(Store); });
    connect(&workspace, &Workspace::storeChanged, m_messages, [this] {
        for (const Message::About about : {Edit, Apply, Store})
            m_messages->leave(about);
    });
    connect(&workspace, &Workspace::storeLeaving, this, &MainWindow::keepPlace);
    connect(&workspace, &Workspace::storeChanged, this, &MainWindow::takeStore);
    connect(&workspace, &Workspace::sessionChanged, this, &MainWindow::takeSession);
    connect(&workspace, &Workspace::openingChanged, this, [this](bool opening) {
        if (opening)
            m_work->start(tr("Opening the store…"), [this] { m_workspace.cancelOpening(); });
        else
            m_work->end();
    });
    connect(&workspace, &Workspace::dirtyChanged, this, &MainWindow::look);
    connect(&workspace, &Workspace::awayChanged, this, &MainWindow::look);
    connect(&workspace, &Workspace::changed, this, &MainWindow::look);
    connect(&workspace, &Workspace::baseChanged, this, &MainWindow::look);
    connect(&workspace, &Workspace::netChangesMade, this, &MainWindow::look);
    connect(&workspace, &Workspace::openFailed, this, [this](const QString &location, const Error &) {
        // A server may be there again tomorrow.
        if (!isRemote(location) && !QFileInfo::exists(location))
            m_settings.removeRecentStore(location);
        if (!isRemote(location) && m_settings.lastStore() == location && !m_workspace.isOpen())
            m_settings.setLastStore({}); // not at each start again
        updateRecent();
    });
    connect(m_changesBar, &ChangesBar::reviewRequested, this, [this] { m_pages->show(m_changes); });
    connect(m_changesBar, &ChangesBar::applyRequested, this, &MainWindow::apply);
    connect(m_matrix, &MatrixPage::questionAsked, this, &MainWindow::simulate);

    resize(1280, 800);
    restoreGeometry(settings.windowGeometry());
    restoreState(settings.windowState());
    m_dockWanted = m_simulateDock->isVisibleTo(this);
    m_pages->show(0);
    takeStore();
}

void MainWindow::makeFrame()
{
    m_work = new WorkBar(this);
    m_changesBar = new ChangesBar(m_workspace, this);
    m_start = new StartPage(this);
    m_stack = new QStackedWidget(this);
    m_pages = new Pages(this);
    connect(m_pages, &Pages::currentChanged, this,
            [this] { m_changesBar->setReviewing(m_pages->current() == m_changes); });

    m_confirmation = new ConfirmationBar(this);
    m_import = new ImportPage(m_workspace, this);
    connect(m_pages, &Pages::aboutToShow, m_import, &ImportPage::cancel);
    connect(m_import, &ImportPage::finished, this, &MainWindow::endImport);
    m_keys = new KeyRing(m_workspace, m_settings, this);
    m_signIn = new SignInPage(m_workspace, m_settings, *m_keys, this);
    m_stack->addWidget(new PageScroll(m_start));
    m_stack->addWidget(m_pages);
    m_stack->addWidget(new PageScroll(m_import));
    m_stack->addWidget(m_signIn);
    // The bottom line of the whole window, below the docks, while there is something to apply it to.
    auto *bottom = new QStatusBar(this);
    bottom->setSizeGripEnabled(false);
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->addWidget(m_changesBar, 1);
    bottom->addPermanentWidget(new PresenceLabel(m_workspace.service(), bottom));
    setStatusBar(bottom);
    bottom->hide();
    connect(m_stack, &QStackedWidget::currentChanged, bottom,
            [this, bottom] { bottom->setVisible(m_stack->currentWidget() == m_pages); });

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_work);
    layout->addWidget(m_confirmation);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
    m_messages = new MessageBar(central);
    connect(m_pages, &Pages::currentChanged, m_messages, &MessageBar::pageChanged, Qt::QueuedConnection); // laid out by then

    connect(m_start, &StartPage::newRequested, this, [this] { pickStore(true); });
    connect(m_start, &StartPage::openRequested, this, [this] { pickStore(false); });
    connect(m_start, &StartPage::remoteRequested, this, [this] { askRemote(); });
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::storeRequested, this, &MainWindow::openStore);
}

void MainWindow::makePages()
{
    m_others = new OthersChanges(m_workspace, this);
    m_matrix = new MatrixPage(m_workspace, this);
    m_matrix->follow(*m_others);
    m_changes = new ChangesPage(m_workspace, this);
    m_pages->add(u"matrix"_s, tr("Matrix"), m_matrix);
    m_pages->add(u"changes"_s, tr("Changes"), m_changes);
    m_messages->keepClearOf(m_changes->applyPart());
    m_audit = new AuditPage(m_workspace, this);
    m_roles = new RolesPage(m_workspace, this);
    m_pages->add(u"audit"_s, tr("Audit"), m_audit);
    m_pages->add(u"roles"_s, tr("Roles"), m_roles);
    m_users = new UsersPage(m_workspace, this);
    m_pages->add(u"users"_s, tr("Users"), m_users);
    m_pages->add(u"catalogue"_s, tr("Catalogue"), new CataloguePage(m_workspace, this));
    auto *constraints = new ConstraintsPage(m_workspace, this);
    m_pages->add(u"constraints"_s, tr("Constraints"), constraints);
    auto *operations = new OperationsPage(m_workspace, this);
    m_pages->add(u"operations"_s, tr("Operations"), operations);
    connect(operations, &OperationsPage::questionAsked, this, [this](const QString &operation) {
        m_simulateDock->show();
        m_simulate->askOperation({}, operation);
    });
    auto *tests = new TestsPage(m_workspace, this);
    m_pages->add(u"tests"_s, tr("Tests"), tests);
    connect(tests, &TestsPage::questionAsked, this, &MainWindow::simulate);
    connect(tests, &TestsPage::overrideRequested, this, [this] {
        m_pages->show(m_changes);
        m_changes->focusOverride();
    });
    connect(tests, &TestsPage::failing, this, [this, tests](qsizetype count) { m_pages->setNumber(tests, count); });
    auto *findings = new FindingsPage(m_workspace, this);
    m_pages->add(u"findings"_s, tr("Findings"), findings);
    connect(findings, &FindingsPage::thingRequested, this,
            [this](Change::Kind kind, const QString &key) { goTo(kind, key); });
    auto *questions = new QuestionsPage(m_workspace, this);
    m_pages->add(u"questions"_s, tr("Who can"), questions);
    connect(questions, &QuestionsPage::questionAsked, this, &MainWindow::simulate);
    connect(questions, &QuestionsPage::roleRequested, this,
            [this](const QString &role) { goTo(Change::Kind::Role, role); });
    auto *replay = new ReplayPage(m_workspace, this);
    m_pages->add(u"replay"_s, tr("Replay"), replay);
    connect(replay, &ReplayPage::questionAsked, this, &MainWindow::simulate);
    m_compare = new ComparePage(m_workspace, this);
    m_pages->add(u"compare"_s, tr("Compare"), m_compare);
    m_pages->add(u"difference"_s, tr("Versions"), new DifferencePage(m_workspace, this));
    const auto compare = [this](ComparePage::Kind kind) {
        return [this, kind](const QString &left, const QString &right) {
            m_pages->show(m_compare);
            m_compare->compare(kind, left, right);
        };
    };
    for (EntityPage *page : findChildren<EntityPage *>())
        connect(page, &EntityPage::trailRequested, this, &MainWindow::showTrail);
    connect(m_matrix, &MatrixPage::trailRequested, this, &MainWindow::showTrail);
    connect(m_roles, &EntityPage::comparisonRequested, this, compare(ComparePage::Kind::Roles));
    connect(m_users, &EntityPage::comparisonRequested, this, compare(ComparePage::Kind::Users));
    connect(m_matrix, &MatrixPage::rolesCompared, this, compare(ComparePage::Kind::Roles));
    connect(m_matrix, &MatrixPage::usersCompared, this, compare(ComparePage::Kind::Users));
    const auto goToUser = [this](const QString &user) { goTo(Change::Kind::User, user); };
    connect(m_matrix, &MatrixPage::userRequested, this, goToUser);
    connect(constraints, &ConstraintsPage::userRequested, this, goToUser);
    connect(constraints, &ConstraintsPage::roleRequested, this,
            [this](const QString &role) { goTo(Change::Kind::Role, role); });

    m_administrators = new AdministratorsPage(m_workspace, *m_keys, this);
    m_pages->add(u"administrators"_s, tr("Administrators"), m_administrators);
    m_tokens = new TokensPage(m_workspace, this);
    m_pages->add(u"tokens"_s, tr("Tokens"), m_tokens);
    connect(m_tokens, &TokensPage::guardRequested, this, [this] { m_pages->show(m_administrators); });
    connect(m_changes, &ChangesPage::requestsChanged, this, &MainWindow::look);

    m_simulate = new SimulatePanel(m_workspace, this);
    m_opinion = new OpinionPage(m_workspace, m_simulate->opinionServer(), this);
    m_pages->add(u"opinion"_s, tr("Second opinion"), m_opinion);
    connect(m_opinion, &OpinionPage::questionAsked, this, &MainWindow::simulate);
    m_simulateDock = new QDockWidget(tr("Simulate access"), this);
    m_simulateDock->setObjectName(u"simulate"_s);
    m_simulateDock->setWidget(
        new PageScroll(m_simulate)); // as wide as a person makes it, whatever the answer
    addSideDock(m_simulateDock);
    makeBulkPanes();
    for (FilterEdit *field : findChildren<FilterEdit *>())
        new SavedFilters(*field, m_workspace, m_settings);
    m_audit->saveFiltersIn(m_settings);
    m_audit->signReportsWith([this] { return m_keys->keys(); });
    connect(m_keys, &KeyRing::changed, m_audit, &AuditPage::takeKeys);
}

void MainWindow::takeStore()
{
    const bool open = m_workspace.isOpen();
    // The panel comes and goes with the store, unless it was closed by hand.
    if (!open && m_stack->currentIndex() != 0) {
        if (m_stack->currentWidget() != m_signIn)
            m_dockWanted = m_simulateDock->isVisibleTo(this);
        m_settings.setLastStore({}); // it was closed, and stays so at the next start
    }
    const bool shut = open && m_workspace.isShut();
    m_stack->setCurrentIndex(open ? 1 : 0);
    m_simulateDock->setVisible(open && !shut && m_dockWanted);
    if (open) {
        m_settings.addRecentStore(m_workspace.service().traits().location);
        m_settings.setLastStore(m_workspace.service().traits().location);
    }
    if (shut)
        hideWork();
    else if (open)
        restorePlace();
    else
        m_start->setFocus();
    updateRecent();
    look();
}

void MainWindow::simulate(const Request &request)
{
    m_simulateDock->show();
    m_simulate->ask(request);
}

// First to the page that says what would happen, and to the reason there; from there, do it.
void MainWindow::apply()
{
    if (m_pages->current() == m_changes && m_changes->isReasonGiven()) {
        m_changes->apply();
    } else {
        m_pages->show(m_changes);
        m_changes->focusReason();
    }
}

void MainWindow::look()
{
    const bool open = m_workspace.isOpen();
    setWindowModified(m_workspace.draft().isDirty());
    if (open) {
        const StoreTraits &traits = m_workspace.service().traits();
        const qint64 number = m_workspace.draft().baseVersion();
        const QString version = number == 0 && m_workspace.isShut() ? tr("not signed in") : tr("version %1").arg(number);
        const QString state = m_workspace.isAway() ? tr(" · not reachable")
            : traits.readOnly                      ? tr(" · read-only")
                                                   : QString();
        setWindowTitle(u"%1[*] – %2 – Rolewright"_s.arg(traits.name, version));
        m_storeLabel->setFullText(u"%1 · %2%3"_s.arg(traits.name, version, state));
        m_storeLabel->setToolTip(asPlainText(traits.location + u'\n' + m_storeLabel->text()));
    } else {
        setWindowTitle(u"Rolewright[*]"_s);
        m_storeLabel->setFullText({});
    }
    showPerson();
    m_pages->setNumber(m_changes, m_workspace.netChanges().size() + m_changes->requests().waitingForMe());
    fitCorner();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workspace.isOpen() && !m_workspace.isShut())
        keepPlace();
    else if (m_dockWanted)
        m_simulateDock->show(); // remember it as it was with a store
    m_settings.setWindow(saveGeometry(), saveState());
    QMainWindow::closeEvent(event);
}

QAction *MainWindow::action(const QString &name) const
{
    return m_actions->find(name);
}

} // namespace rolewright
