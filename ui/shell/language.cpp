// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString systemLanguage()
{
    for (const QString &tag : QLocale::system().uiLanguages()) {
        const QString code = tag.section(u'-', 0, 0);
        if (languages().contains(code))
            return code;
    }
    return u"en"_s;
}

QString &installed()
{
    static QString code = u"en"_s;
    return code;
}

void install(const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    return {u"en"_s, u"de"_s};
}

QString nameOfLanguage(const QString &code)
{
    return code == u"en" ? u"English"_s : QLocale(code).nativeLanguageName(); // not "American English"
}

QString languageOfWindow()
{
    return installed();
}

void installLanguage(const QString &code)
{
    const bool chosen = languages().contains(code);
    const QString language = chosen ? code : systemLanguage();
    // The system's habits for numbers and dates stay where its language is the one that is spoken.
    if (QLocale::system().name().section(u'_', 0, 0) != language)
        QLocale::setDefault(QLocale(language));
    if (language != u"en")
        install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"rolewright_"_s + language, u":/translations"_s);
    installed() = language;
}

} // namespace rolewright
