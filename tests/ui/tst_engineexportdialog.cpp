// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"

#include "ui/importing/engineexportdialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QListView>
#include <QSignalSpy>

using namespace rolewright;
using namespace Qt::StringLiterals;

// The policy for an application that asks another engine.
class TestEngineExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsLeftOut()
    {
        OpenStore store;
        EngineExportDialog dialog(store.workspace.policy());
        auto *list = named<QListView>(dialog, u"What is left out"_s);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        auto *engine = labelled<QComboBox>(dialog, u"Engine that the application asks"_s);
        auto *next = buttonOf(dialog, u"Choose a new folder…"_s);
        dialog.show();
        QTRY_VERIFY(next->isEnabled());
        QVERIFY2(printed(*list->model()).contains(u"carol"_s), qPrintable(printed(*list->model()))); // dates
        QVERIFY2(printed(*list->model()).contains(u"PUT /articles/{id}"_s), qPrintable(printed(*list->model())));
        const QString pictures = qEnvironmentVariable("ROLEWRIGHT_PICTURES");
        if (!pictures.isEmpty())
            QVERIFY(dialog.grab().save(pictures + u"/engineexport.png"_s));
        engine->setCurrentText(u"Cedar"_s);
        QVERIFY(!next->isEnabled());
        QTRY_VERIFY(next->isEnabled());
        QCOMPARE(printed(*list->model()), QString());

        engine->setCurrentText(u"Python (FastAPI)"_s);
        QTRY_VERIFY(next->isEnabled());
        QCOMPARE(printed(*list->model()), QString());
        if (!pictures.isEmpty())
            QVERIFY(dialog.grab().save(pictures + u"/engineexport-python.png"_s));
        QSignalSpy exported(&dialog, &EngineExportDialog::exported);
        dialog.exportTo(store.folder.filePath(u"python"_s));
        QVERIFY(exported.wait());
        QVERIFY(QFile::exists(store.folder.filePath(u"python/rolewright_policy.py"_s)));
    }

    void writesANewFolderOrNothing()
    {
        OpenStore store;
        EngineExportDialog dialog(store.workspace.policy());
        labelled<QComboBox>(dialog, u"Engine that the application asks"_s)->setCurrentText(u"Cerbos"_s);
        dialog.show();
        QTRY_VERIFY(buttonOf(dialog, u"Choose a new folder…"_s)->isEnabled());
        QSignalSpy exported(&dialog, &EngineExportDialog::exported);
        const QString folder = store.folder.filePath(u"cerbos"_s);
        // Something is there: said in the dialog, which stays.
        QVERIFY(QDir().mkpath(folder + u"/old"_s));
        dialog.exportTo(folder);
        const auto problem = [&] {
            QStringList texts;
            for (const QLabel *label : dialog.findChildren<QLabel *>()) {
                if (label->isVisible())
                    texts << label->text();
            }
            return texts.join(u'\n');
        };
        QTRY_VERIFY2(problem().contains(u"Something is there already"_s), qPrintable(problem()));
        QVERIFY(dialog.isVisible());
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList {u"old"_s});
        QVERIFY(QDir(folder).removeRecursively());
        dialog.exportTo(folder);
        QVERIFY(exported.wait());
        QVERIFY(QDir(folder).exists(u"rolewright.constants.json"_s));
        QCOMPARE(exported.first().at(2).toLongLong(), 0);
        QVERIFY(!dialog.isVisible());
    }

    void isInTheFileMenu()
    {
        QTemporaryDir home;
        qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
        Program program(home);
        program.window.show();
        QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
        program.window.openSample();
        QVERIFY(opened.wait());
        program.window.action(u"exportengine"_s)->trigger();
        auto *dialog = program.window.findChild<EngineExportDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTRY_VERIFY(buttonOf(*dialog, u"Choose a new folder…"_s)->isEnabled());
        QSignalSpy raised(&program.workspace, &Workspace::messageRaised);
        dialog->exportTo(home.filePath(u"casbin"_s));
        QVERIFY(raised.wait());
        const QString text = raised.first().first().value<Message>().text;
        QVERIFY2(text.startsWith(u"Version 1 is exported to "_s) && text.contains(u"2 file(s)"_s), qPrintable(text));
        QVERIFY2(text.contains(u"left out"_s), qPrintable(text));
    }
};

QTEST_MAIN(TestEngineExportDialog)
#include "tst_engineexportdialog.moc"
