// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/print/matrixsnapshot.h"
#include "ui/shell/workspace.h"

#include <memory>

class QPagedPaintDevice;
class QPrinter;

namespace rolewright {

// Where a printable goes: a PDF of that name, or a printer.
struct PrintTarget
{
    QString pdf;
    std::shared_ptr<QPrinter> printer;
};

// Prints what is shown, on a snapshot and off the GUI thread; the message bar says how far it is, with Cancel. The
// latest one wins. What a matrix shows is taken down on the GUI thread, a few milliseconds at a time.
class Printing : public QObject
{
    Q_OBJECT

public:
    explicit Printing(Workspace &workspace, QObject *parent = nullptr);

    void printMatrix(MatrixModel &model, const QString &title, const PrintTarget &target);
    void printRole(const QString &role, const PrintTarget &target);
    void printTrail(const QList<AuditEvent> &events, const QString &filter, const PrintTarget &target);
    // The same with what is to be said of all of it in front: rows of two cells.
    void printReport(const QList<QStringList> &facts, const QList<AuditEvent> &events, const PrintTarget &target);
    void cancel();

Q_SIGNALS:
    void finished(bool done);

private:
    using Make = std::function<Printable()>;
    void run(const Make &make, const PrintTarget &target); // on the worker
    void showProgress();
    QStringList facts() const; // store, version, time

    Workspace &m_workspace;
    MatrixSnapshot m_snapshot;
    LatestJob<Result<int>> m_job;
    std::shared_ptr<std::atomic<int>> m_page; // that the worker is at
    std::shared_ptr<std::atomic<int>> m_pages;
    QTimer m_progress;
};

// Paints all pages; Cancelled where the token says so. Any thread.
Result<int> printOn(QPagedPaintDevice &device, const Printable &printable, const CancelToken &cancelled,
                    const std::function<void(int page, int pages)> &progress);

} // namespace rolewright
