// SPDX-License-Identifier: Apache-2.0
// How an answer of SimulatePanel is kept: copied, or saved as a test.
#include "ui/opinion/opinionpane.h"
#include "ui/simulate/questionform.h"
#include "ui/simulate/savedtest.h"
#include "ui/simulate/simulatepanel.h"
#include "ui/simulate/verdictview.h"
#include "ui/simulate/versionchooser.h"
#include "ui/simulate/wording.h"
#include "ui/widgets/namebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

QWidget *SimulatePanel::makeSaving()
{
    auto *menu = new QMenu(m_copy);
    menu->addAction(tr("As te&xt"), this, [this] { QGuiApplication::clipboard()->setText(asText()); });
    menu->addAction(tr("As &JSON"), this,
                    [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(asJson())); });
    m_copy->setMenu(menu);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_testName->open(tr("Name of the test, which goes into the draft:"),
                         proposedTestName(m_request, m_decision, m_workspace.policy()));
    });
    connect(m_testName, &NameBar::accepted, this, &SimulatePanel::saveAsTest);
    auto *part = new QWidget;
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_testName);
    column->addLayout(buttons);
    return part;
}

void SimulatePanel::saveAsTest(const QString &name)
{
    const PolicyTest test = testOf(name, m_request, m_decision, m_index.policy(), Instant::now());
    if (m_workspace.edit(tr("Add test %1").arg(name),
                         QList<Change>{{Change::Verb::Add, Change::Kind::Test, name, {}, {}, {}, test}}))
        m_testName->hide();
}

QString SimulatePanel::asText() const
{
    QString text = question(m_request, m_index.policy().ownership()) + u'\n' + m_verdict->text() + u'\n';
    if (!m_opinion->text().isEmpty())
        text += m_opinion->text() + u'\n';
    if (m_why)
        text += toText(m_lines->lines());
    return text;
}

QByteArray SimulatePanel::asJson() const
{
    const QByteArray response =
        toResponse(m_decision, m_form->policy().version(), m_why ? &m_why->explanation : nullptr);
    return "{\"request\": " + toJson(m_request).toUtf8() + ",\n \"response\": " + response + "}\n";
}

} // namespace rolewright
