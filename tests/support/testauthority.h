// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace rolewright {

// A certificate authority of the tests, made by openssl, and servers' certificates that it issues.
class TestAuthority
{
public:
    TestAuthority()
    {
        run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
             QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
             path(QStringLiteral("ca.key")), QStringLiteral("-out"), certificate(), QStringLiteral("-days"),
             QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=Test authority")});
    }

    // Nobody else's program knows it.
    QString certificate() const { return path(QStringLiteral("ca.pem")); }

    struct Issued
    {
        QString certificate; // PEM files
        QString key;
        // "sha256:" and the digest, as a store string pins it.
        QString pin() const
        {
            QProcess openssl;
            openssl.start(QStringLiteral("openssl"),
                          {QStringLiteral("x509"), QStringLiteral("-in"), certificate,
                           QStringLiteral("-outform"), QStringLiteral("DER")});
            openssl.waitForFinished();
            const QByteArray der = openssl.readAllStandardOutput();
            return QStringLiteral("sha256:")
                + QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex());
        }
        QStringList options() const // of rolewrightd
        {
            return {QStringLiteral("--certificate"), certificate, QStringLiteral("--key"), key};
        }
    };
    // `names` as in subjectAltName; days -1: it is over.
    Issued issue(const QString &file, const QString &names = QStringLiteral("IP:127.0.0.1,DNS:localhost"),
                 int days = 2)
    {
        const Issued issued{path(file + QStringLiteral(".pem")), path(file + QStringLiteral(".key"))};
        const QString request = path(file + QStringLiteral(".csr"));
        run({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"),
             QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), issued.key,
             QStringLiteral("-out"), request, QStringLiteral("-subj"), QStringLiteral("/CN=policy server")});
        QFile extensions(path(file + QStringLiteral(".ext")));
        const bool written = extensions.open(QIODevice::WriteOnly)
            && extensions.write("subjectAltName=" + names.toUtf8() + "\nbasicConstraints=critical,CA:FALSE\n")
                > 0;
        Q_ASSERT(written);
        extensions.close();
        run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
             QStringLiteral("-CA"), certificate(), QStringLiteral("-CAkey"), path(QStringLiteral("ca.key")),
             QStringLiteral("-CAcreateserial"), QStringLiteral("-days"), QString::number(days),
             QStringLiteral("-extfile"), extensions.fileName(), QStringLiteral("-out"), issued.certificate});
        return issued;
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        const bool ended = openssl.waitForFinished(60'000);
        Q_ASSERT_X(ended && openssl.exitCode() == 0, "openssl", openssl.readAllStandardError().constData());
    }

    QTemporaryDir m_folder;
};

} // namespace rolewright
