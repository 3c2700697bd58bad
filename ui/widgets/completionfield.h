// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

#include <functional>

class QStringListModel;

namespace rolewright {

// A line to type a name into, with what exists offered while one types, and on the down key. Anything may be
// typed; name() is what the policy would call it.
class CompletionField : public QLineEdit
{
    Q_OBJECT

public:
    using Source = std::function<QStringList(const QString &typed)>; // the best few, in order

    explicit CompletionField(Source source, QWidget *parent = nullptr);

    QString name() const; // trimmed, in NFC

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offer(const QString &typed);

    Source m_source;
    QStringListModel *m_offers;
};

} // namespace rolewright
