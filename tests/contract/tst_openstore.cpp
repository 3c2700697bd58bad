// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/storefixture.h"

#include <QFile>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Which store a string names (interfaces.md, Stores), and the one that is a policy document.
class TestOpenStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString written(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s", qPrintable(file.errorString()));
        return path;
    }

private Q_SLOTS:
    void whatIsNoStore_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << QString() << ErrorCode::Usage << u"No store was named."_s;
        QTest::newRow("sqlite without a path")
            << u"sqlite:"_s << ErrorCode::Usage << u"No store was named."_s;
        QTest::newRow("PostgreSQL with a password") << u"postgresql://bob:secret@db/acme"_s << ErrorCode::Usage
                                                    << u"A password does not belong in the name of a store"_s;
        QTest::newRow("a server with a password")
            << u"https://bob:secret@host:8443"_s << ErrorCode::Usage << u"A store string carries no password"_s;
        QTest::newRow("a server in the clear")
            << u"http://host:8443"_s << ErrorCode::Usage << u"a server is asked over https only"_s;
        QTest::newRow("no server") << u"http://127.0.0.1:1"_s << ErrorCode::Unavailable << u"Nothing answers there."_s;
        QTest::newRow("something else")
            << u"ftp://host/x"_s << ErrorCode::Usage << u"This is not the name of a store."_s;
        QTest::newRow("no such file")
            << m_folder.filePath(u"x.rolewright"_s) << ErrorCode::Unavailable << u"There is no such file."_s;
        QTest::newRow("no such document")
            << m_folder.filePath(u"x.json"_s) << ErrorCode::Unavailable << u"There is no such file."_s;
        QTest::newRow("a document that is none")
            << written(u"bad.json"_s, R"({"rolewright": 1, "roles": [{"name": "a", "extra": 1}]})")
            << ErrorCode::Invalid << QString();
    }

    void whatIsNoStore()
    {
        QFETCH(QString, location);
        QFETCH(ErrorCode, code);
        QFETCH(QString, message);
        const auto store = openStore(location);
        QVERIFY(!store);
        QCOMPARE(store.error().code, code);
        QVERIFY2(store.error().message.contains(message), qPrintable(store.error().message));
        // Nobody reads a password back.
        QVERIFY(!toText(store.error()).contains(u"secret"_s));
        if (code == ErrorCode::Invalid)
            QCOMPARE(store.error().findings.size(), 1);
    }

    void aStoreUnderAnyName()
    {
        const QString path = m_folder.filePath(u"plain name"_s);
        QVERIFY(createStore(u"sqlite:"_s + path, newsroom(), by(u"bob"_s)));
        QVERIFY(openStore(path));
        QCOMPARE(createStore(m_folder.filePath(u"new.json"_s), {}, by(u"bob"_s)).error().code,
                 ErrorCode::Usage);
        QCOMPARE(createStore(u"https://host"_s, {}, by(u"bob"_s)).error().code, ErrorCode::Usage);
    }

    void aDocumentIsReadOnly()
    {
        const QByteArray text = writePolicy(newsroom());
        const QString path = written(u"acme.json"_s, text);
        const auto store = openStore(path);
        QVERIFY2(store, qPrintable(store ? QString() : toText(store.error())));
        const StoreTraits traits = (*store)->traits();
        QCOMPARE(traits.name, u"acme.json"_s);
        QVERIFY(traits.readOnly);
        QVERIFY(!traits.versioned);
        QVERIFY(traits.notice.contains(u"read only"_s));
        QCOMPARE((*store)->version().value(), 1);
        QCOMPARE(writePolicy((*store)->load()->policy), text);
        QCOMPARE(writePolicy((*store)->load(1)->policy), text);
        QCOMPARE(writePolicy((*store)->load(0)->policy), writePolicy({}));
        QCOMPARE((*store)->load(2).error().code, ErrorCode::Usage);
        QCOMPARE((*store)->history()->size(), 1);
        QCOMPARE((*store)->changeSet(1).error().code, ErrorCode::Usage);
        QCOMPARE((*store)->events({}).error().code, ErrorCode::Usage);
        QCOMPARE((*store)->verifyTrail().error().code, ErrorCode::Usage);

        const ChangeSet changes = changeSet(1, R"({"add": "role", "value": {"name": "guest"}})", newsroom());
        QCOMPARE((*store)->commit(changes, by(u"bob"_s)).error().code, ErrorCode::Unavailable);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }
};

QTEST_GUILESS_MAIN(TestOpenStore)
#include "tst_openstore.moc"
