// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/keyring.h"

#include "core/security/keyfile.h"
#include "ui/widgets/coretext.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// As the command line names them.
QString keysName(const QByteArray &publicKey)
{
    return u"keys "_s + QString::fromLatin1(publicKey.toHex());
}

QString anchorName(const QString &store)
{
    return u"anchor "_s + store;
}

QString textOf(const Error &error)
{
    return toMessage(error).text;
}

} // namespace

KeyRing::KeyRing(Workspace &workspace, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
{
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        ++m_run;
        m_wanted.reset();
        m_keychain.cancel();
        m_reading.cancel();
        m_file.clear();
        m_keys.reset();
        m_sealingKeys.clear();
        m_warned = false;
        set(State::NotSealed);
    });
    m_sealing.setParent(this);
    m_sealing.setObjectName(u"sealing"_s);
    m_sealing.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_sealing, &QTimer::timeout, this, &KeyRing::sealAgain);
    startSealing();
}

void KeyRing::set(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT changed();
}

QString KeyRing::place() const
{
    return m_file.isEmpty() ? tr("in the keychain") : tr("in %1").arg(m_file);
}

void KeyRing::look()
{
    if (m_state == State::Looking || m_state == State::Given)
        return;
    const quint64 run = ++m_run;
    if (m_workspace.service().traits().keepsKeys)
        return set(State::Elsewhere);
    set(State::Looking);
    m_workspace.service().guarded<QByteArrayList>(
        [](StoreGuard &guard) { return guard.sealingKeys(); }, this,
        [this, run](const Result<QByteArrayList> &keys) {
            if (run != m_run)
                return;
            if (keys)
                take(*keys, run);
            else if (needsSignIn(keys.error())) // a database lets nobody look before
                set(State::NotSealed);
            else
                set(State::Missing, textOf(keys.error()));
        });
}

void KeyRing::take(const QByteArrayList &sealing, quint64 run)
{
    m_sealingKeys = sealing;
    const QString place = m_settings.keyPlace(storeId());
    if (sealing.isEmpty() && place.isEmpty())
        return set(State::NotSealed);
    if (sealing.isEmpty())
        return set(
            State::Stripped,
            tr("The store was sealed when it was last seen here, and is not any more: somebody went round "
               "Rolewright. Restore it from a backup."));
    if (!place.isEmpty() && place != Settings::KeychainPlace)
        readFile(place, run);
    else
        readKeychain(sealing, run);
}

void KeyRing::useFile(const QString &path)
{
    const quint64 run = ++m_run;
    m_keychain.cancel();
    set(State::Looking);
    readFile(path, run);
}

void KeyRing::cancel()
{
    m_keychain.cancel();
    if (m_state != State::Looking)
        return;
    ++m_run;
    m_reading.cancel();
    set(State::Missing, tr("The keys were not looked for to the end."));
}

Result<KeyRing::Found> KeyRing::readFound(const QString &path)
{
    Result<StoreKeys> keys = readKeyFile(path);
    if (!keys)
        return failure(keys.error());
    const Result<std::optional<QByteArray>> line = readAnchorFile(path);
    if (!line)
        return failure(line.error());
    Found found{std::make_shared<const StoreKeys>(std::move(*keys)), {}};
    if (*line) {
        const Result<Anchor> anchor = parseAnchor(**line);
        if (!anchor)
            return failure(anchor.error().code, anchor.error().message, path);
        found.anchor = *anchor;
    }
    return found;
}

void KeyRing::readFile(const QString &path, quint64 run)
{
    m_file = path;
    m_reading.start([path](const CancelToken &) { return readFound(path); },
                    [this, run](const Result<Found> &found) {
                        if (run != m_run)
                            return;
                        if (found)
                            takeIfItsOwn(*found, run);
                        else
                            set(State::Missing, textOf(found.error()));
                    });
}

// The newest first: it is the one that seals now.
void KeyRing::readKeychain(const QByteArrayList &candidates, quint64 run)
{
    m_file.clear();
    if (candidates.isEmpty())
        return set(State::Missing,
                   tr("The keys of this store are not in the keychain, or it is locked. Unlock it and look "
                      "again, or "
                      "name the file that they are in."));
    m_keychain.read(keysName(candidates.last()), this,
                    [this, candidates, run](const Result<std::shared_ptr<const Secret>> &line) {
                        if (run != m_run)
                            return;
                        if (!line)
                            return set(State::Missing, textOf(line.error()));
                        if (!*line)
                            return readKeychain(candidates.mid(0, candidates.size() - 1), run);
                        Result<StoreKeys> keys = parseStoreKeys(**line);
                        if (!keys)
                            return set(State::Missing, textOf(keys.error()));
                        readAnchor(std::make_shared<const StoreKeys>(std::move(*keys)), run);
                    });
}

void KeyRing::readAnchor(const Keys &keys, quint64 run)
{
    m_keychain.read(
        anchorName(storeId()), this, [this, keys, run](const Result<std::shared_ptr<const Secret>> &line) {
            if (run != m_run)
                return;
            if (!line)
                return set(State::Missing, textOf(line.error()));
            Found found{keys, {}};
            if (*line) {
                const Result<Anchor> anchor = parseAnchor(QByteArray((*line)->data(), (*line)->size()));
                if (!anchor)
                    return set(State::Missing, textOf(anchor.error()));
                found.anchor = *anchor;
            }
            takeIfItsOwn(found, run);
        });
}

void KeyRing::takeIfItsOwn(const Found &found, quint64 run)
{
    if (!m_sealingKeys.contains(publicKeyOf(found.keys->signing)))
        return set(
            State::Missing,
            tr("The keys %1 do not seal this store, or not any more. Name the file of its own, or let an "
               "administrator enrol these.")
                .arg(place()));
    give(found, run, [this](const Status &given) {
        if (given)
            m_settings.setKeyPlace(storeId(), m_file.isEmpty() ? QString(Settings::KeychainPlace) : m_file);
        set(given ? State::Given : State::Missing, given ? QString() : textOf(given.error()));
    });
}

void KeyRing::give(const Found &found, quint64 run, const std::function<void(const Status &)> &given)
{
    m_workspace.service().useKeys(
        found.keys, found.anchor, this, [this](const Anchor &anchor) { moveAnchor(anchor); },
        [this, found, run, given](const Status &status) {
            if (run != m_run)
                return;
            if (status)
                m_keys = found.keys;
            given(status);
        });
}

void KeyRing::moveAnchor(const Anchor &anchor)
{
    m_wanted = anchor;
    if (!m_keeping)
        keepAnchor();
}

// One after the other, and of those that wait the newest: it may be behind the trail, so that this may take
// its time.
void KeyRing::keepAnchor()
{
    QByteArray line = toLine(*std::exchange(m_wanted, {}));
    m_keeping = true;
    const auto told = [this](const Status &kept) {
        m_keeping = false;
        if (!kept && kept.error().code != ErrorCode::Cancelled && !std::exchange(m_warned, true))
            m_workspace.show({Message::Kind::Warning,
                              tr("How far the trail has come could not be kept beside the keys: %1")
                                  .arg(textOf(kept.error())),
                              {},
                              {},
                              Message::About::Store});
        if (m_wanted)
            keepAnchor();
    };
    if (m_file.isEmpty())
        m_keychain.write(anchorName(storeId()), Secret::taking(line), this, told);
    else
        m_anchoring.start([file = m_file, line](const CancelToken &) { return writeAnchorFile(file, line); },
                          told);
}

void KeyRing::makeNext(const KeyChoice &choice, QObject *context, const Kept &done)
{
    const auto keys = std::make_shared<const StoreKeys>(newStoreKeys());
    const quint64 run = ++m_run;
    const auto kept = [this, keys, context = QPointer<QObject>(context), done, run](const Status &status) {
        if (run != m_run || !context)
            return;
        done(status ? Result<Keys>(keys) : Result<Keys>(failure(status.error())));
    };
    if (choice.file.isEmpty())
        m_keychain.write(keysName(publicKeyOf(keys->signing)), toLine(*keys), this, kept);
    else
        m_making.start([file = choice.file, keys](const CancelToken &) { return makeKeyFile(file, *keys); },
                       kept);
}

void KeyRing::make(const KeyChoice &choice, QObject *context, const Made &done)
{
    makeNext(choice, context, [this, choice, context, done](const Result<Keys> &keys) {
        if (!keys)
            done(failure(keys.error()));
        else
            giveNew({*keys, {}}, choice, context, done);
    });
}

void KeyRing::replace(const Keys &next, const KeyChoice &choice, const Anchor &anchor, QObject *context,
                      const Made &done)
{
    giveNew({next, anchor}, choice, context, [this, anchor, done](const Result<SharedSecret> &line) {
        if (line)
            moveAnchor(anchor);
        done(line);
    });
}

void KeyRing::giveNew(const Found &found, const KeyChoice &choice, QObject *context, const Made &done)
{
    m_file = choice.file;
    give(found, m_run, [keys = found.keys, context = QPointer<QObject>(context), done](const Status &given) {
        if (!context)
            return;
        if (given)
            done(SharedSecret(std::make_shared<const Secret>(toLine(*keys))));
        else
            done(failure(given.error()));
    });
}

void KeyRing::keep()
{
    m_sealingKeys.append(publicKey());
    m_settings.setKeyPlace(storeId(), m_file.isEmpty() ? QString(Settings::KeychainPlace) : m_file);
    set(State::Given);
}

void KeyRing::setSealMinutes(int minutes)
{
    m_settings.setSealMinutes(minutes);
    startSealing();
}

void KeyRing::startSealing()
{
    constexpr std::chrono::minutes Look(5); // cheap: one look at the last seal
    const int minutes = m_settings.sealMinutes();
    if (minutes > 0)
        m_sealing.start(std::min<std::chrono::milliseconds>(Look, std::chrono::minutes(minutes)));
    else
        m_sealing.stop();
}

// A trail that was tampered with meanwhile is found out by it, too.
void KeyRing::sealAgain()
{
    if (m_state != State::Given)
        return;
    const qint64 interval = std::chrono::milliseconds(std::chrono::minutes(m_settings.sealMinutes())).count();
    m_workspace.service().guarded<void>(
        [interval](StoreGuard &guard) { return guard.sealAgain(interval, Instant::now()); }, this,
        [this, run = m_run](const Status &sealed) {
            if (sealed || run != m_run || sealed.error().code == ErrorCode::Cancelled
                || std::exchange(m_warned, true))
                return;
            Message message = toMessage(sealed.error());
            message.about = Message::About::Store;
            m_workspace.show(message);
        });
}

} // namespace rolewright
