// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/auditfilter.h"

#include "core/base/text.h"
#include "ui/audit/trailoffers.h"
#include "ui/filter/filterwords.h"
#include "ui/filter/underline.h"
#include "ui/shell/icons.h"
#include "ui/shell/plaintext.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/suggestions.h"

#include <QAction>
#include <QPushButton>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What may be typed without saying what kind of thing it is.
QStringList targetsNamed(const Policy &policy, const QString &name)
{
    QStringList targets;
    if (policy.roles().idOf(name).isValid())
        targets.append(u"role/"_s + name);
    if (policy.users().idOf(name).isValid())
        targets.append(u"user/"_s + name);
    if (policy.permissions().idOf(name).isValid())
        targets.append(u"permission/"_s + name);
    if (policy.operations().idOf(name).isValid())
        targets.append(u"operation/"_s + name);
    if (policy.constraints().idOf(name).isValid())
        targets.append(u"constraint/"_s + name);
    return targets;
}

} // namespace

AuditFilter::AuditFilter(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_person(new CompletionField(
          [this](const QString &typed) { return suggestUsers(m_workspace.policy(), typed); }))
    , m_thing(new CompletionField(
          [this](const QString &typed) { return suggestTargets(m_workspace.policy(), typed); }))
    , m_since(new MomentEdit(tr("&Since")))
    , m_until(new MomentEdit(tr("Unti&l")))
    , m_text(new QLineEdit)
    , m_problem(m_text->addAction(QIcon(), QLineEdit::TrailingPosition))
{
    m_person->setPlaceholderText(tr("anybody"));
    m_thing->setPlaceholderText(tr("any role, user, permission"));
    m_text->setPlaceholderText(tr("in what was done or why"));
    m_text->setToolTip(asPlainText(tr("Words, or actor:alice target:role/editor action:grant since:2026-01 until:2026-02-14 "
                                      "text:\"pay roll\"; Ctrl+Space offers what there is.")));
    m_text->setObjectName(u"filter"_s); // Ctrl+F finds it
    m_text->setClearButtonEnabled(true);
    m_problem->setVisible(false);
    new WordCompletion(*m_text, [this](const QString &text, int cursor, bool asked) {
        return trailOffers(m_workspace.policy(), text, cursor, asked);
    });
    connect(m_text, &QLineEdit::textChanged, this, &AuditFilter::readText); // before the pause below
    auto *everything = new QPushButton(tr("Sho&w everything"));

    auto *row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(labelledField(tr("Pe&rson"), m_person));
    row->addWidget(labelledField(tr("Thi&ng"), m_thing));
    row->addWidget(labelledField(tr("Te&xt"), m_text));
    row->addBreak();
    row->addWidget(m_since);
    row->addWidget(m_until);
    row->addGap();
    row->addWidget(everything);

    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    const auto pause = [this] { m_pause.start(); };
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_person), static_cast<QLineEdit *>(m_thing), m_text})
        connect(field, &QLineEdit::textChanged, this, pause);
    connect(m_since, &MomentEdit::momentChanged, this, pause);
    connect(m_until, &MomentEdit::momentChanged, this, pause);
    connect(&m_pause, &QTimer::timeout, this, &AuditFilter::changed);
    connect(everything, &QPushButton::clicked, this, &AuditFilter::clear);
}

AuditQuery AuditFilter::query() const
{
    const AuditQuery &line = m_line.query;
    AuditQuery query;
    query.actor = line.actor.isEmpty() ? m_person->name() : line.actor;
    query.action = line.action;
    query.result = line.result;
    query.target = targetOf(line.target.isEmpty() ? m_thing->name() : line.target);
    query.since = line.since;
    if (const std::optional<Instant> since = m_since->moment(); since && (!query.since || *query.since < *since))
        query.since = since;
    query.until = line.until;
    if (const std::optional<Instant> until = m_until->moment(); until && (!query.until || *until < *query.until))
        query.until = until;
    query.text = line.text;
    return query;
}

void AuditFilter::showThing(const QString &target)
{
    clear();
    m_thing->setText(target);
}

void AuditFilter::restrict(Facet facet, const QString &name)
{
    AuditQuery all = query();
    QString &part = facet == Facet::Actor ? all.actor
        : facet == Facet::Target          ? all.target
        : facet == Facet::Action          ? all.action
                                          : all.result;
    part = part == name ? QString() : name;
    // A person and a thing have fields of their own; the rest is in the line, with what was there.
    m_person->setText(all.actor);
    m_thing->setText(all.target);
    m_since->setMoment(all.since);
    m_until->setMoment(all.until);
    all.actor.clear();
    all.target.clear();
    all.since.reset();
    all.until.reset();
    m_text->setText(toText(all));
    m_pause.start();
}

QString AuditFilter::line() const
{
    return toText(query());
}

void AuditFilter::setLine(const QString &line)
{
    clear();
    m_text->setText(line);
}

void AuditFilter::setRange(std::optional<Instant> since, std::optional<Instant> until)
{
    m_since->setMoment(since);
    m_until->setMoment(until);
    m_pause.start();
}

void AuditFilter::clear()
{
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_person), static_cast<QLineEdit *>(m_thing), m_text})
        field->clear();
    m_since->setMoment({});
    m_until->setMoment({});
    m_pause.start();
}

QString AuditFilter::targetOf(const QString &typed) const
{
    return targetsNamed(m_workspace.policy(), typed).value(0, typed);
}

void AuditFilter::readText()
{
    const TrailFilter line = parseTrailFilter(m_text->text());
    if (!line.problem)
        m_line = line;
    const QString text = line.problem ? toSentence(*line.problem, FilterAxis::User) : QString();
    m_problem->setVisible(!text.isEmpty());
    m_problem->setIcon(icon(u"error"_s, palette()));
    m_problem->setToolTip(asPlainText(text));
    m_text->setAccessibleDescription(text);
    QList<Underline> places;
    if (line.problem)
        places.append({line.problem->place, line.problem->length, true});
    underline(*m_text, places);
}

} // namespace rolewright
