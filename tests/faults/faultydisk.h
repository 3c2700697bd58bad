// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <functional>
#include <random>

struct sqlite3_file;

namespace rolewright {

// A disk below SQLite that fails when it is told to: a VFS over the real one, the default of the process
// while the object lives. Counts the calls that reach the disk. One at a time, one thread.
class FaultyDisk
{
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk &) = delete;
    FaultyDisk &operator=(const FaultyDisk &) = delete;

    struct Fault
    {
        long at = 0; // the call that fails, from 1; 0: none
        bool forGood = false; // and every later one
        int code = 0; // what it returns; 0: the call's own I/O error
        bool writesOnly = false; // count and fail only calls that change the disk
        bool readOnly = false; // files open for reading only
        std::function<void()> meanwhile = {}; // called at the call, which works then
        std::function<void()> logSynced = {}; // called after each sync of the write-ahead log

        // Mutants: what a store with a mistake would do, for the tests to catch.
        bool swallowed = false; // the call does nothing and says that it worked
        bool walNotSynced = false; // as with synchronous=NORMAL
    };
    // Counts anew from here.
    void arm(const Fault &fault);
    void disarm() { arm({}); }
    long calls() const { return m_calls; }
    long failures() const { return m_failures; }

    // The power goes at the failing call: nothing reaches the disk any more. Afterwards, with everything
    // closed, each write since its file's last sync is there, half there or not there, as `random` says.
    void losePower(std::mt19937 &random);

private:
    friend struct FaultyFile;
    struct Unsynced
    {
        QByteArray synced; // what the file certainly holds
        struct Write
        {
            qint64 offset;
            QByteArray bytes;
            qint64 truncatedTo; // or -1
        };
        QList<Write> writes;
    };
    enum class Effect { Works, Fails, Swallowed };
    Effect next(bool changes);

    Fault m_fault;
    long m_calls = 0;
    long m_failures = 0;
    QHash<QByteArray, Unsynced> m_unsynced; // by path, since arm()
};

} // namespace rolewright
