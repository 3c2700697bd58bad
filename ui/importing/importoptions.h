// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exchange/import.h"

#include <QWidget>

class QCheckBox;
class QRadioButton;
class QVBoxLayout;

namespace rolewright {

// What a person may choose about an import: of a document, whether the policy becomes equal to it; of a
// table, how its names are written and which columns are left out. Shows only what fits the file.
class ImportOptions : public QWidget
{
    Q_OBJECT

public:
    explicit ImportOptions(QWidget *parent = nullptr);

    // Starts over for a file of this format; dotted names are taken where they are seen.
    void setFile(ImportFormat format, const QByteArray &bytes);
    ImportRequest request() const;

Q_SIGNALS:
    void requestChanged();

private:
    void setColumns(const QStringList &columns);

    ImportFormat m_format = ImportFormat::Document;
    QWidget *m_document;
    QRadioButton *m_equal;
    QRadioButton *m_merge;
    QCheckBox *m_dotted;
    QVBoxLayout *m_columnLayout;
    QList<QCheckBox *> m_columns; // each named after the column
};

} // namespace rolewright
