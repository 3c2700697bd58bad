// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 240'000; // milliseconds

Run finished(QProcess &process, const QByteArray &input)
{
    Run run;
    if (!process.waitForStarted())
        qFatal("%s could not be started", qPrintable(process.program()));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(Patience))
        qFatal("%s does not end", qPrintable(process.arguments().join(u' ')));
    run.status =
        process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1000 + process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace

QString programPath()
{
    return QStringLiteral(ROLEWRIGHT_BIN_DIR "/rolewrightctl");
}

Run run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(programPath(), arguments);
    return finished(process, input);
}

Run shell(const QString &script, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"R"_s, programPath());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(u"bash"_s, {u"-c"_s, script});
    return finished(process, {});
}

QString samplePolicyPath()
{
    return QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/tests/cli/data/policy.json");
}

QByteArray exported(const QString &store)
{
    return run({u"--store"_s, store, u"export"_s}).out;
}

Run apply(const QString &store, const QByteArray &changes, const QStringList &options)
{
    return run(QStringList{u"--store"_s, store, u"apply"_s, u"-"_s} + options, changes);
}

QByteArray samplePolicy()
{
    QFile file(samplePolicyPath());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return file.readAll();
}

void Workplace::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
}

QByteArray Workplace::read(const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

QString Workplace::store(const QString &name) const
{
    const QString location = path(name);
    const QStringList first{u"import"_s, u"-"_s, u"--reason"_s, u"somebody"_s};
    const QStringList second{u"import"_s, samplePolicyPath(), u"--reason"_s, u"the start"_s};
    for (const QStringList &arguments : {QStringList{u"init"_s}, first, second}) {
        const Run made = run(QStringList{u"--store"_s, location} + arguments,
                             R"({"rolewright": 1, "users": [{"id": "somebody"}]})");
        if (made.status != 0)
            qFatal("%s: %s", qPrintable(arguments.first()), made.err.constData());
    }
    return location;
}

QString sharedData(const QString &name)
{
    QString shared = qEnvironmentVariable("ROLEWRIGHT_SHARED");
    if (shared.isEmpty())
        shared = QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/../shared");
    const QString path = QDir(shared).filePath(u"data/"_s + name);
    return QFile::exists(path) ? path : QString();
}
