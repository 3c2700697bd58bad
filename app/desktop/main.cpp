// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/desktop.h"
#include "core/base/descriptor.h"
#include "core/security/secret.h"
#include "ui/shell/icons.h"
#include "ui/shell/instance.h"
#include "ui/shell/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

// As another process in another folder understands it.
QString absolute(const QString &store)
{
    static const QRegularExpression scheme(u"^[a-z]+:"_s);
    return scheme.match(store).hasMatch() ? store : QFileInfo(store).absoluteFilePath();
}

} // namespace

int main(int argc, char *argv[])
{
    rolewright::keepStandardDescriptors();
    rolewright::makeUndumpable();
    // What is answered on the terminal needs no display.
    const bool isAsked = std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text == "-h" || text == "--help" || text == "--help-all" || text == "-v" || text == "--version";
    });
    const std::unique_ptr<QCoreApplication> application(isAsked ? new QCoreApplication(argc, argv)
                                                                : new QApplication(argc, argv));
    QCoreApplication::setApplicationName(u"rolewright"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ROLEWRIGHT_VERSION));
    if (!isAsked) {
        QApplication::setApplicationDisplayName(u"Rolewright"_s);
        QApplication::setDesktopFileName(u"org.rolewright.Rolewright"_s);
        QApplication::setWindowIcon(rolewright::icon(u"rolewright"_s, QApplication::palette()));
    }

    rolewright::Settings settings;
    rolewright::installLanguage(settings.language());

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main",
        "Edits role-based access control policies.\n\nIt runs once a user: "
        "starting it again hands the store over to the window that is open and "
        "brings it to the front. Without a store, the one of last time is opened."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(u"sample"_s,
                                    QCoreApplication::translate("main", "Open the sample newsroom."));
    parser.addOption(sample);
    parser.addPositionalArgument(u"store"_s, QCoreApplication::translate("main", "The store to open."),
                                 u"[store]"_s);
    parser.process(*application);
    if (parser.positionalArguments().size() > 1)
        parser.showHelp(2);

    QStringList arguments;
    if (parser.isSet(sample))
        arguments.append(u"--sample"_s);
    else if (!parser.positionalArguments().isEmpty())
        arguments.append(absolute(parser.positionalArguments().constFirst()));

    rolewright::Instance instance(rolewright::Instance::runtimeFolder());
    const rolewright::Result<bool> first = instance.start(arguments);
    if (first && !*first)
        return 0;
    if (!first)
        std::fprintf(stderr, "%s\n", qPrintable(toText(first.error())));
    if (!first && first.error().code == rolewright::ErrorCode::Conflict)
        return 1;

    rolewright::applyTheme(settings.theme(), settings.zoom()); // before what measures its font
    rolewright::Desktop desktop(settings);
    QObject::connect(&instance, &rolewright::Instance::argumentsReceived, &desktop.window(),
                     [&desktop](const QStringList &later) { desktop.openAgain(later); });
    if (arguments.isEmpty())
        desktop.window().openLast();
    else
        desktop.open(arguments);
    desktop.window().show();
    return QApplication::exec();
}
