// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "core/exchange/policyjson.h"

#include <QSignalSpy>

namespace rolewright {

using namespace Qt::StringLiterals;

QByteArray newsroom()
{
    return R"({"rolewright": 1,
 "permissions": [{"name": "article:create"}, {"name": "article:delete", "sensitive": true}, {"name": "article:publish"},
                 {"name": "article:read"}, {"name": "article:update"}, {"name": "article:update:own"},
                 {"name": "comment:delete"}, {"name": "comment:delete:team"}],
 "roles": [{"name": "author", "description": "Writes", "inherits": ["reader"], "grants": ["article:create", "article:update:own"]},
           {"name": "editor", "inherits": ["author"], "grants": ["article:publish", "article:update"]},
           {"name": "moderator", "grants": ["comment:delete:team"]},
           {"name": "reader", "grants": ["article:read"]},
           {"name": "retired", "enabled": false, "grants": ["article:*"]}],
 "users": [{"id": "alice", "name": "Alice Ames", "attributes": {"desk": "news"}, "assignments": [{"role": "author"}]},
           {"id": "bob", "assignments": [{"role": "editor"}]},
           {"id": "carol", "assignments": [{"role": "editor", "until": "2020-01-01T00:00:00Z"}, {"role": "moderator"}]},
           {"id": "dave", "active": false, "assignments": [{"role": "editor"}]},
           {"id": "erin", "assignments": [{"role": "retired"}]}],
 "operations": [{"name": "PUT /articles/{id}",
                 "requires": {"owner": {"any": ["article:publish"], "own": ["article:update:own"]}}}],
 "tests": [{"name": "alice does not publish", "expect": false,
            "request": {"subject": {"type": "user", "id": "alice"}, "action": {"name": "publish"},
                        "resource": {"type": "article", "id": "1"}, "context": {"time": "2026-06-01T00:00:00Z"}}}]})";
}

OpenStore::OpenStore(const QByteArray &document)
{
    const Result<Policy> policy = readPolicy(document);
    if (!policy)
        qFatal("%s", qPrintable(toText(policy.error())));
    QObject::connect(&workspace, &Workspace::messageRaised, &workspace,
                     [this](const Message &message) { messages.append(message.text); });
    QSignalSpy opened(&workspace, &Workspace::storeChanged);
    workspace.setActor(u"root"_s);
    workspace.create(folder.filePath(u"acme.rolewright"_s), *policy);
    if (!opened.wait(60'000))
        qFatal("%s", qPrintable(messages.join(u'\n')));
}

bool OpenStore::apply(const QString &reason)
{
    QSignalSpy committed(&workspace, &Workspace::committed);
    workspace.apply(reason);
    return committed.wait(10'000);
}

QStringList OpenStore::changes() const
{
    QStringList lines;
    for (const Change &change : workspace.draft().changes())
        lines.append(describe(change));
    return lines;
}

ModelFilter::ModelFilter(OpenStore &store, PermutedModel &model)
    : m_model(model)
    , m_finder(store.workspace)
{
    m_finder.lookAtDescriptions();
    QObject::connect(&m_finder, &FilterFinder::found, &model, &PermutedModel::setFilter);
}

void ModelFilter::set(const QString &text)
{
    m_finder.setFilter(Filter(text, m_model.axis()));
}

QString printed(const QAbstractItemModel &model, const QModelIndex &parent, int level)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        text += QString(level * 2, u' ') + cells.join(u" | "_s) + u'\n';
        text += printed(model, model.index(row, 0, parent), level + 1);
    }
    return text;
}

} // namespace rolewright
