// SPDX-License-Identifier: Apache-2.0
#include "app/server/sessions.h"

#include "core/admin/administrators.h"
#include "core/edit/apply.h"
#include "core/exchange/policyjson.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace rolewright;
using namespace rolewright::server;
using namespace Qt::StringLiterals;

// The table of who is signed in, on a real store, with a clock of its own.
class TestSessions : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 Hour = 60ll * 60 * 1000;

    QTemporaryDir m_folder;
    Instant m_now = Instant::now();
    StoreKeyFile m_keys;
    TokenTable m_tokens;
    int m_ended = 0;
    std::unique_ptr<Sessions> m_sessions;

    static Secret password()
    {
        QByteArray text = "ann's password";
        return Secret::taking(text);
    }
    StoreOpener opener() const
    {
        return [path = m_folder.filePath(u"s.rolewright"_s)] { return openServed(path, Secret()); };
    }
    Result<Sessions::Tokens> signIn()
    {
        std::optional<Result<Sessions::Tokens>> signedIn;
        QSemaphore done;
        m_sessions->signIn(u"ann"_s, password(), {}, {u"test"_s, m_now, {}},
                           [&](const Result<Sessions::Tokens> &tokens) {
                               signedIn = tokens;
                               done.release();
                           });
        done.acquire();
        return *signedIn;
    }
    Policy policy() const
    {
        const auto store = opener()();
        return (*store)->load()->policy;
    }
    bool isIn(const Sessions::Tokens &tokens) { return m_sessions->find(tokens.token, m_now) != nullptr; }

private Q_SLOTS:
    void initTestCase()
    {
        Policy first;
        QVERIFY(apply(first, makingAdministrator(first, u"ann"_s, m_now)));
        const Secret given = password();
        const FirstAdministrator ann{u"ann"_s, given, nullptr};
        const auto made =
            createStore(m_folder.filePath(u"s.rolewright"_s), first, {u"test"_s, u"test"_s}, &ann);
        QVERIFY2(made, qPrintable(made ? QString() : toText(made.error())));
    }

    void init()
    {
        m_ended = 0;
        m_sessions = std::make_unique<Sessions>(
            opener(), m_keys, m_tokens, nullptr, [this] { ++m_ended; }, 2);
    }
    void cleanup()
    {
        m_sessions->drain();
        m_sessions.reset();
    }

    // Whoever else has refreshed it has it no longer, whichever of both comes second.
    void aRefreshTokenThatComesTwiceEndsTheSession()
    {
        const Sessions::Tokens first = signIn().value();
        const Sessions::Tokens other = signIn().value();
        const Policy now = policy();
        const Sessions::Tokens second = m_sessions->refresh(first.refresh, now, m_now).value();
        const Sessions::Tokens third = m_sessions->refresh(second.refresh, now, m_now).value();
        QVERIFY(!isIn(first) && !isIn(second) && isIn(third));
        QVERIFY(!m_sessions->refresh("made up", now, m_now));
        QVERIFY(!m_sessions->refresh(".made up", now, m_now));
        QCOMPARE(m_ended, 0);
        QVERIFY(!m_sessions->refresh(first.refresh, now, m_now));
        QVERIFY(!isIn(third));
        QCOMPARE(m_ended, 1);
        QVERIFY(!m_sessions->refresh(third.refresh, now, m_now));
        QVERIFY(isIn(other));
    }

    // As after a night: the token is over, and what refreshes it is not.
    void signsOutByATokenThatIsOver()
    {
        const Sessions::Tokens ann = signIn().value();
        m_now.msecs += Sessions::TokenLife;
        QVERIFY(!isIn(ann));
        QVERIFY(!m_sessions->signOut("made up"));
        QVERIFY(m_sessions->signOut(ann.token));
        QVERIFY(!m_sessions->signOut(ann.token));
        QVERIFY(!m_sessions->refresh(ann.refresh, policy(), m_now));
        QCOMPARE(m_sessions->count(), 0);
    }

    // Of one that nobody signs out of nothing stays.
    void whatIsOverTakesNoRoom()
    {
        QVERIFY(signIn());
        QVERIFY(signIn());
        const Result<Sessions::Tokens> third = signIn();
        QVERIFY(!third);
        QCOMPARE(third.error().code, ErrorCode::Unavailable);
        m_now.msecs += 13 * Hour;
        QVERIFY(signIn());
        QCOMPARE(m_sessions->count(), 1);
    }

    void oneUserDoesNotTakeAllTheRoom()
    {
        m_sessions = std::make_unique<Sessions>(opener(), m_keys, m_tokens, nullptr, [] {});
        QList<Sessions::Tokens> all;
        for (int i = 0; i <= Sessions::MaximumOfOne; ++i) {
            ++m_now.msecs;
            all.append(signIn().value());
        }
        QCOMPARE(m_sessions->count(), Sessions::MaximumOfOne);
        QVERIFY(!isIn(all.first()));
        QVERIFY(isIn(all.at(1)) && isIn(all.last()));
    }

    void whomThePolicyDoesNotHaveAnyMoreIsOut()
    {
        const Sessions::Tokens ann = signIn().value();
        const Policy now = policy();
        m_sessions->review(now);
        QVERIFY(isIn(ann));
        QCOMPARE(m_ended, 0);
        // Another user of that name.
        const Result<ChangeSet> again = readChangeSet(
            R"({"rolewright-changes": 1, "changes": [{"rename": "user", "was": "ann", "to": "anna"},
                {"add": "user", "value": {"id": "ann"}}]})");
        Policy later = now;
        QVERIFY(again && apply(later, again->changes));
        QVERIFY(!m_sessions->refresh(ann.refresh, later, m_now));
        const Sessions::Tokens back = signIn().value();
        QVERIFY(isIn(back));
        m_sessions->review(later);
        QVERIFY(!isIn(back));
        QCOMPARE(m_ended, 1);
    }

    // Whoever is signed in does not wait for who only tries to be.
    void signInsComeAfterWhatIsAsked()
    {
        m_sessions = std::make_unique<Sessions>(opener(), m_keys, m_tokens, nullptr, [] {});
        const Sessions::Tokens people[] = {signIn().value(), signIn().value()}; // each on a lane
        QSemaphore gates[2];
        const auto post = [&](int lane, const std::function<void()> &task) {
            ServerSession::post(
                m_sessions->find(people[lane].token, m_now), [task](PolicyStore &) { task(); },
                [task](const Error &) { task(); });
        };
        for (int lane : {0, 1})
            post(lane, [&gate = gates[lane]] { gate.acquire(); });
        QSemaphore tried;
        for (int i = 0; i < 4; ++i) {
            QByteArray wrong = "wrong";
            m_sessions->signIn(u"somebody %1"_s.arg(i), Secret::taking(wrong), {}, {u"test"_s, m_now, {}},
                               [&](const Result<Sessions::Tokens> &) { tried.release(); });
        }
        QSemaphore asked;
        int before = -1;
        post(0, [&] {
            before = tried.available();
            asked.release();
        });
        gates[0].release();
        asked.acquire();
        QCOMPARE(before, 0);
        gates[1].release();
        tried.acquire(4);
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
