// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/draftkeeper.h"

#include "core/base/writefile.h"
#include "core/edit/difference.h"
#include "core/exchange/policyjson.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int Delay = 400; // ms after the last edit

// On a worker. What cannot be read is put aside, for the next changes are kept in its place.
Result<ChangeSet> readKept(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Unavailable,
            DraftKeeper::tr("Changes that were not applied are kept in %1, but it cannot be read: %2.")
                .arg(path, file.errorString()),
            path);
    Result<ChangeSet> kept = readChangeSet(file.readAll());
    if (kept)
        return kept;
    const QString aside = path + u".unreadable"_s;
    QFile::remove(aside);
    const bool moved = file.rename(aside);
    Error error = kept.error();
    if (error.findings.isEmpty())
        error.findings.append({Severity::Error, {}, error.message, {}});
    error.message =
        DraftKeeper::tr("Changes that were kept for this store cannot be read. They stay in %1.").arg(moved ? aside : path);
    error.place = path;
    return failure(error);
}

} // namespace

DraftKeeper::DraftKeeper(Workspace &workspace, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_folder(folder)
{
    m_writer.setMaxThreadCount(1); // in order
    m_timer.setSingleShot(true);
    m_timer.setInterval(Delay);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::keep);
    connect(&workspace, &Workspace::storeChanged, this, &DraftKeeper::takeStore);
    connect(&workspace, &Workspace::storeLeaving, this, &DraftKeeper::flush);
    connect(&workspace, &Workspace::draftLeaving, this, [this] {
        flush();
        m_file.clear();
    });
    connect(&workspace, &Workspace::sessionChanged, this, &DraftKeeper::takeSession);
    const auto soon = [this] {
        if (!m_file.isEmpty())
            m_timer.start();
    };
    connect(&workspace, &Workspace::changed, this, soon);
    connect(&workspace, &Workspace::baseChanged, this, soon);
}

DraftKeeper::~DraftKeeper()
{
    flush();
}

QString DraftKeeper::stateFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.startsWith(u'/') ? state : QDir::homePath() + u"/.local/state"_s) + u"/rolewright"_s;
}

QString DraftKeeper::fileOf(const QString &location, const QString &user) const
{
    const QString canonical = QFileInfo(location).canonicalFilePath();
    QByteArray name = (canonical.isEmpty() ? location : canonical).toUtf8();
    if (!user.isEmpty())
        name += '\n' + user.toUtf8();
    return u"%1/draft-%2.json"_s.arg(
        m_folder,
        QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(32)));
}

void DraftKeeper::takeStore()
{
    m_timer.stop();
    m_file.clear();
    if (m_workspace.isReadOnly())
        return;
    m_file = fileOf(m_workspace.service().traits().location, m_workspace.session().user());
    if (QFile::exists(m_file))
        m_workspace.restore([file = m_file] { return readKept(file); });
}

void DraftKeeper::takeSession()
{
    if (!m_workspace.session().isSignedIn())
        return;
    if (m_file.isEmpty()) {
        takeStore();
        return;
    }
    const QString file = fileOf(m_workspace.service().traits().location, m_workspace.session().user());
    if (file == m_file)
        return;
    flush();
    QFile::remove(std::exchange(m_file, file)); // the store was open until now: the draft goes along
    keep();
}

void DraftKeeper::flush()
{
    if (m_timer.isActive()) {
        m_timer.stop();
        keep();
    }
    m_writer.waitForDone();
}

void DraftKeeper::keep()
{
    const PolicyDraft &draft = m_workspace.draft();
    ChangeSet kept{draft.baseVersion(), draft.operation(), {}, {}};
    m_writer.start([this, file = m_file, folder = m_folder, changes = std::move(kept), base = draft.base(),
                    policy = draft.policy()]() mutable {
        changes.changes = difference(base, policy);
        Status done;
        if (changes.changes.isEmpty()) {
            if (QFile::exists(file) && !QFile::remove(file))
                done = failure(ErrorCode::Unavailable, tr("It cannot be removed."), file);
        } else if (!QDir().mkpath(folder)) {
            done = failure(ErrorCode::Unavailable, tr("The folder cannot be made."), folder);
        } else {
            done = replaceFile(file, writeChangeSet(changes), 0600);
        }
        if (done)
            return;
        QMetaObject::invokeMethod(
            this, // the destructor waits for this thread
            [this, error = done.error()] {
                Message message = toMessage(error);
                message.kind = Message::Kind::Warning;
                message.text = tr("The pending changes are not kept if the program ends: %1: %2")
                                   .arg(error.place, message.text);
                m_workspace.show(message);
            },
            Qt::QueuedConnection);
    });
}

} // namespace rolewright
