// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

// What one run of the real program came to.
struct Run
{
    int status = -1; // the exit status, or 1000 + the signal
    QByteArray out;
    QByteArray err;
};

// build/bin/rolewrightctl.
QString programPath();
Run run(const QStringList &arguments, const QByteArray &input = {});
// The same through bash, where $R is the program: for pipes and redirections.
Run shell(const QString &script, const QString &folder);

// What `export` writes of a store, and `apply -` with such changes on standard input.
QByteArray exported(const QString &store);
Run apply(const QString &store, const QByteArray &changes, const QStringList &options = {});

// The policy document of these tests, canonical: alice edits, bob writes, carol is inactive, dave's
// assignment is over, eve has no role, frank has two that four eyes keeps apart.
QByteArray samplePolicy();
QString samplePolicyPath();

// A folder with what most tests begin with.
class Workplace
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;
    // A SQLite store of that name with the sample policy, as version 2, after a version 1 with one user; its
    // path.
    QString store(const QString &name = QStringLiteral("acme.rolewright")) const;

private:
    QTemporaryDir m_folder;
};

// A file of the shared real data, or "" where it is absent; then the test says that it is left out.
QString sharedData(const QString &name);
