// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commandline.h"
#include "core/base/descriptor.h"

#include <QCoreApplication>

#include <clocale>
#include <cstring>
#include <langinfo.h>

// Names are Unicode whatever the locale; without this, Qt would say so on standard error under LC_ALL=C.
static void ensureUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

int main(int argc, char **argv)
{
    rolewright::keepStandardDescriptors();
    ensureUtf8();
    QByteArrayList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << argv[i];
    int noArguments = 1; // ours are not Qt's
    const QCoreApplication application(noArguments, argv);
    return int(rolewright::cli::runCommandLine(arguments));
}
