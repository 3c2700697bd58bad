// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/desktop.h"
#include "ui/shell/icons.h"
#include "ui/shell/language.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"rolewright"_s);
    QApplication::setApplicationDisplayName(u"Rolewright"_s);
    QApplication::setApplicationVersion(QStringLiteral(ROLEWRIGHT_VERSION));
    QApplication::setDesktopFileName(u"org.rolewright.Rolewright"_s);
    QApplication::setWindowIcon(rolewright::icon(u"rolewright"_s, QApplication::palette()));

    rolewright::Settings settings;
    rolewright::installLanguage(settings.language());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Edits role-based access control policies."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(u"sample"_s,
                                    QCoreApplication::translate("main", "Open the sample newsroom."));
    parser.addOption(sample);
    parser.addPositionalArgument(u"store"_s, QCoreApplication::translate("main", "The store to open."),
                                 u"[store]"_s);
    parser.process(application);
    if (parser.positionalArguments().size() > 1)
        parser.showHelp(2);

    rolewright::Desktop desktop(settings);
    if (parser.isSet(sample))
        desktop.window().openSample();
    else if (!parser.positionalArguments().isEmpty())
        desktop.window().openStore(parser.positionalArguments().constFirst());
    desktop.window().show();
    return QApplication::exec();
}
