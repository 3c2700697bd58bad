// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace rolewright {

// Bytes that must not stay about: a password, a seed, a key. Wiped when it goes, never shared, never printed.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::vector<char> bytes)
        : m_bytes(std::move(bytes))
    {
    }
    // Takes a copy and wipes what was given, as far as nothing else shares it.
    static Secret taking(QByteArray &bytes);
    Secret(Secret &&other) noexcept
        : m_bytes(std::exchange(other.m_bytes, {}))
    {
    }
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    Secret copy() const { return Secret(m_bytes); }
    const char *data() const { return m_bytes.data(); }
    qsizetype size() const { return qsizetype(m_bytes.size()); }
    bool isEmpty() const { return m_bytes.empty(); }

private:
    void wipe();
    std::vector<char> m_bytes;
};

// From the operating system's generator.
Secret randomSecret(qsizetype size);
// RFC 4648 base 32 without padding, upper case: what people copy by hand.
QString toBase32(const Secret &secret);

// No core dump of this process, and no other process of the same user reads its memory. For programs that
// take passwords, before they do.
void makeUndumpable();

} // namespace rolewright
