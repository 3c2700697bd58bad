// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/importoptions.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rolewright {

using namespace Qt::StringLiterals;

ImportOptions::ImportOptions(QWidget *parent)
    : QWidget(parent)
    , m_document(new QWidget(this))
    , m_equal(new QRadioButton(tr("Ma&ke the policy equal to the document: what it lacks goes"), m_document))
    , m_merge(new QRadioButton(tr("&Merge: only add and change, remove nothing"), m_document))
    , m_dotted(new QCheckBox(tr("Names are &dotted: service.resource.action"), this))
    , m_columnLayout(new QVBoxLayout)
{
    auto *document = new QVBoxLayout(m_document);
    document->setContentsMargins(0, 0, 0, 0);
    document->addWidget(m_equal);
    document->addWidget(m_merge);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_document);
    layout->addWidget(m_dotted);
    layout->addLayout(m_columnLayout);
    m_equal->setChecked(true);
    connect(m_merge, &QRadioButton::toggled, this, &ImportOptions::requestChanged);
    connect(m_dotted, &QCheckBox::toggled, this, &ImportOptions::requestChanged);
}

void ImportOptions::setFile(ImportFormat format, const QByteArray &bytes)
{
    const QSignalBlocker quiet(this);
    m_format = format;
    const bool isTable = format == ImportFormat::Table;
    const TableShape shape = isTable ? shapeOf(bytes) : TableShape();
    m_document->setVisible(!isTable);
    m_equal->setChecked(true);
    m_dotted->setVisible(shape.hasPermissions);
    m_dotted->setChecked(shape.dottedNames);
    setColumns(shape.unknownColumns);
}

// An unknown column is an error until somebody says that it does not matter.
void ImportOptions::setColumns(const QStringList &columns)
{
    qDeleteAll(m_columns);
    m_columns.clear();
    for (const QString &column : columns) {
        auto *box =
            new QCheckBox(tr("Leave out the column “%1”").arg(QString(column).replace(u'&', u"&&"_s)));
        box->setObjectName(column);
        connect(box, &QCheckBox::toggled, this, &ImportOptions::requestChanged);
        m_columnLayout->addWidget(box);
        m_columns.append(box);
    }
}

ImportRequest ImportOptions::request() const
{
    ImportRequest request;
    request.format = m_format;
    if (m_format == ImportFormat::Document) {
        request.merge = m_merge->isChecked();
        return request;
    }
    request.table.dottedNames = m_dotted->isChecked();
    for (const QCheckBox *box : m_columns) {
        if (box->isChecked())
            request.table.ignoredColumns.append(box->objectName());
    }
    return request;
}

} // namespace rolewright
