// SPDX-License-Identifier: Apache-2.0
#include "ui/help/helpwindow.h"

#include "ui/shell/language.h"
#include "ui/shell/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <QtMath>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Folder = u":/help/"_s;
const QString FirstPage = u"index"_s;

// Local only, whatever a page says. Pictures are of the theme at hand, and no wider than the page.
class Browser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl &name) override
    {
        const QUrl whole = source().resolved(name);
        if (whole.scheme() != "qrc"_L1)
            return {};
        return type == QTextDocument::ImageResource ? picture(u':' + whole.path())
                                                    : QTextBrowser::loadResource(type, whole);
    }

private:
    QVariant picture(QString file) const
    {
        if (isDark(palette()))
            file.replace("-light.png"_L1, "-dark.png"_L1);
        QImage image(file);
        const int bar = verticalScrollBar()->sizeHint().width(); // is not there yet
        const int room = width() - bar - 2 * qCeil(document()->documentMargin());
        if (const double scale = devicePixelRatioF(); image.width() > room * scale)
            image = image.scaledToWidth(qRound(room * scale), Qt::SmoothTransformation);
        image.setDevicePixelRatio(devicePixelRatioF());
        return image;
    }
};

// The first line, "# Stores".
QString titleOf(const QString &page)
{
    QFile file(Folder + page + u".md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return page;
    return QString::fromUtf8(file.readLine()).remove(u'#').trimmed();
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_pages(new QListWidget)
    , m_text(new Browser)
    , m_language(new QLabel(tr("The pages of the help are in English.")))
{
    setObjectName(u"help"_s);
    setWindowTitle(tr("Help"));
    m_pages->setAccessibleName(tr("Pages"));
    m_text->setAccessibleName(tr("Page"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(16);
    QStringList pages = QDir(Folder).entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    pages.removeOne(FirstPage + u".md"_s);
    pages.prepend(FirstPage + u".md"_s);
    for (QString &page : pages) {
        page.chop(3);
        auto *item = new QListWidgetItem(titleOf(page), m_pages);
        item->setData(Qt::UserRole, page);
        item->setToolTip(item->text()); // which the narrow list cuts
    }
    auto *splitter = new QSplitter;
    splitter->addWidget(m_pages);
    splitter->addWidget(m_text);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({310, 690});
    m_language->setTextFormat(Qt::PlainText);
    m_language->setWordWrap(true);
    m_language->setContentsMargins(16, 8, 16, 8);
    m_language->setVisible(languageOfWindow() != u"en");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_language);
    layout->addWidget(splitter, 1);
    connect(m_pages, &QListWidget::currentRowChanged, this, [this] {
        if (page() != m_text->source().fileName().section(u'.', 0, 0))
            m_text->setSource(QUrl(u"qrc"_s + Folder + page() + u".md"_s), QTextDocument::MarkdownResource);
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 40);
}

void HelpWindow::open(const QString &page)
{
    const QString name = page.section(u'#', 0, 0);
    int row = 0;
    for (int i = 0; i < m_pages->count(); ++i) {
        if (m_pages->item(i)->data(Qt::UserRole).toString() == name)
            row = i;
    }
    m_pages->setCurrentRow(row);
    show();
    raise();
    activateWindow();
    m_text->setFocus();
    if (const QString part = page.section(u'#', 1); !part.isEmpty())
        goToHeading(part);
}

// Markdown has no anchors here: the heading is looked for by its words, and stands at the top.
void HelpWindow::goToHeading(const QString &title)
{
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() < 2 || block.text().compare(title, Qt::CaseInsensitive) != 0)
            continue;
        m_text->setTextCursor(QTextCursor(block));
        const QRectF place = m_text->document()->documentLayout()->blockBoundingRect(block);
        m_text->verticalScrollBar()->setValue(int(place.top()));
        return;
    }
}

QString HelpWindow::page() const
{
    return m_pages->currentItem() ? m_pages->currentItem()->data(Qt::UserRole).toString() : QString();
}

void HelpWindow::follow(const QUrl &link)
{
    const QUrl whole = m_text->source().resolved(link);
    if (whole.scheme() == "qrc"_L1 && QFile::exists(u':' + whole.path()))
        open(whole.fileName().section(u'.', 0, 0));
    else
        m_text->setToolTip(tr("Not part of the help: %1").arg(link.toString().toHtmlEscaped()));
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rolewright
