// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>

namespace rolewright {

// An open file, closed at the end. Its number is negative where it could not be opened: errno says why. One that
// O_CREAT makes is its owner's only.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags)
        : m_number(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

// First of all in a program: what was closed when it was started would be the number of the file that is
// opened next, a store or somebody's connection, and get what is said to the terminal. As it is, reading and
// writing there fail.
inline void keepStandardDescriptors()
{
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(number, F_GETFD) < 0)
            std::ignore = ::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

} // namespace rolewright
