// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/networkfilesystem.h"

#include <QFile>
#include <QList>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Fuse = 0x65735546;

struct NetworkType
{
    quint32 magic; // statfs(2), linux/magic.h
    const char *name;
};
constexpr NetworkType networkTypes[] = {
    {0x6969, "NFS"},       {0x517B, "SMB"},          {0xFF534D42, "CIFS"},   {0xFE534D42, "SMB"},
    {0x5346414F, "AFS"},   {0x6B414653, "AFS"},      {0x73757245, "Coda"},   {0x00C36400, "Ceph"},
    {0x01021997, "9P"},    {0x013111A8, "GPFS"},     {0x0BD00BD0, "Lustre"}, {0x01161970, "GFS2"},
    {0x7461636F, "OCFS2"}, {0x20030528, "OrangeFS"}, {0x19830326, "BeeGFS"}, {0xAAD7AAEA, "Panasas"},
};

// What FUSE is known to serve from this machine's own disks. Anything else under FUSE counts as remote.
const QList<QByteArray> localFuseTypes = {
    "fuseblk",    "fuse.ntfs-3g", "fuse.exfat",         "fuse.gocryptfs",
    "fuse.encfs", "fuse.cryfs",   "fuse.fuse-overlayfs"};

// The mount's type from the kernel's table, by device; empty where it does not say.
QByteArray mountType(dev_t device)
{
    QFile table(u"/proc/self/mountinfo"_s);
    if (!table.open(QIODevice::ReadOnly))
        return {};
    const QByteArray wanted = QByteArray::number(major(device)) + ':' + QByteArray::number(minor(device));
    QByteArray type;
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype separator = fields.indexOf("-");
        if (fields.value(2) == wanted && separator >= 0)
            type = fields.value(separator + 1); // the last one lies on top
    }
    return type;
}

} // namespace

std::optional<QString> networkFileSystem(quint32 magic, const QByteArray &type)
{
    for (const NetworkType &network : networkTypes) {
        if (network.magic == magic)
            return QString::fromLatin1(network.name);
    }
    if (magic == Fuse && !localFuseTypes.contains(type))
        return type.isEmpty() ? u"FUSE"_s : QString::fromLatin1(type);
    return {};
}

std::optional<QString> networkFileSystem(int descriptor)
{
    struct statfs system = {};
    struct stat file = {};
    if (fstatfs(descriptor, &system) != 0 || fstat(descriptor, &file) != 0)
        return {};
    const quint32 magic = quint32(system.f_type);
    return networkFileSystem(magic, magic == Fuse ? mountType(file.st_dev) : QByteArray());
}

} // namespace rolewright
