// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace rolewright {

// Offers what the word at the cursor of a field may become, as one types and on Ctrl+Space; what is chosen takes
// the word's place. Owned by the field.
class WordCompletion : public QObject
{
    Q_OBJECT

public:
    struct Offers
    {
        qsizetype place = 0; // where what is chosen begins; it ends at the cursor
        QStringList words; // in order
    };
    // `asked`: also where nothing is typed yet.
    using Source = std::function<Offers(const QString &text, int cursor, bool asked)>;

    WordCompletion(QLineEdit &field, Source source);

    bool isOpen() const;
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // Ctrl+Space

private:
    void offer(bool asked);
    void complete(const QString &chosen);

    QLineEdit &m_field;
    const Source m_source;
    QCompleter *m_completer;
    QStringListModel *m_words;
};

} // namespace rolewright
