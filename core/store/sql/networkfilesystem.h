// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace rolewright {

// SQLite's locks and shared memory do not hold over a network. The name of the network file system ("NFS")
// that a file is on, or nothing where it is on a local one. Pure: `magic` is statfs(2)'s f_type, `type` the
// mount's name, which tells apart what FUSE puts under one number.
std::optional<QString> networkFileSystem(quint32 magic, const QByteArray &type);

// The same for an open file.
std::optional<QString> networkFileSystem(int descriptor);

} // namespace rolewright
