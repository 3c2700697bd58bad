// SPDX-License-Identifier: Apache-2.0
#include "ui/opinion/opinionserver.h"

#include "core/net/httpclient.h"

#include <QLineEdit>
#include <QThreadPool>

namespace rolewright {

void OpinionServer::setAddress(const QString &address)
{
    const QString trimmed = address.trimmed();
    if (trimmed == m_address)
        return;
    m_address = trimmed;
    Q_EMIT addressChanged();
}

QString OpinionServer::problem() const
{
    if (m_address.isEmpty())
        return tr("Give the address of an AuthZEN server first.");
    const Status status = HttpClient::check(m_address);
    return status ? QString() : status.error().message;
}

QLineEdit *OpinionServer::makeField()
{
    auto *field = new QLineEdit(m_address);
    field->setPlaceholderText(tr("http://localhost:3592"));
    field->setToolTip(tr("The address of an AuthZEN server, such as Cerbos. It is sent every question that is asked here: "
                         "who, what, to which thing. Remembered for this store."));
    field->setAccessibleName(tr("Server of the second opinion"));
    field->setClearButtonEnabled(true);
    connect(field, &QLineEdit::editingFinished, this, [this, field] { setAddress(field->text()); });
    connect(field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            setAddress({}); // also by its button, which keeps the focus
    });
    connect(this, &OpinionServer::addressChanged, field, [this, field] {
        if (field->text().trimmed() != m_address)
            field->setText(m_address);
    });
    return field;
}

PoolWait::PoolWait()
{
    QThreadPool::globalInstance()->releaseThread();
}

PoolWait::~PoolWait()
{
    QThreadPool::globalInstance()->reserveThread();
}

} // namespace rolewright
