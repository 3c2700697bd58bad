// SPDX-License-Identifier: Apache-2.0
// The pictures of the help: there in both themes, shown in the one at hand, no wider than the page.
#include "ui/help/helpwindow.h"
#include "ui/shell/theme.h"

#include <QDir>
#include <QListWidget>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_HelpPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areInBothThemes();
    void fitThePage();

private:
    // Of all pages, as they are shown.
    static QList<QImage> shown(HelpWindow &help)
    {
        QList<QImage> images;
        auto *pages = help.findChild<QListWidget *>();
        auto *text = help.findChild<QTextBrowser *>();
        for (int row = 0; row < pages->count(); ++row) {
            pages->setCurrentRow(row);
            for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
                for (auto part = block.begin(); part != block.end(); ++part) {
                    const QTextImageFormat format = part.fragment().charFormat().toImageFormat();
                    if (format.isValid())
                        images.append(text->document()
                                          ->resource(QTextDocument::ImageResource, QUrl(format.name()))
                                          .value<QImage>());
                }
            }
        }
        return images;
    }
};

void tst_HelpPictures::areInBothThemes()
{
    const QDir folder(u":/help/pictures"_s);
    const QStringList light = folder.entryList({u"*-light.png"_s});
    QVERIFY(light.size() > 10);
    QCOMPARE(folder.entryList({u"*-dark.png"_s}).size(), light.size());
    for (QString file : light)
        QVERIFY2(folder.exists(file.replace("-light"_L1, "-dark"_L1)), qPrintable(file));
}

void tst_HelpPictures::fitThePage()
{
    QList<QList<QImage>> themes;
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme, 100);
        HelpWindow help(nullptr);
        help.open(u"index"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&help));
        themes.append(shown(help));
        const int width = help.findChild<QTextBrowser *>()->viewport()->width();
        for (const QImage &image : themes.last()) {
            QVERIFY(!image.isNull());
            QVERIFY(image.deviceIndependentSize().width() <= width);
        }
    }
    QVERIFY(themes.first().size() > 10);
    QCOMPARE(themes.last().size(), themes.first().size());
    for (qsizetype i = 0; i < themes.first().size(); ++i)
        QVERIFY(themes.first().at(i) != themes.last().at(i));
}

QTEST_MAIN(tst_HelpPictures)
#include "tst_helppictures.moc"
