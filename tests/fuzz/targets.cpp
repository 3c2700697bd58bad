// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/targets.h"

#include "core/base/json.h"
#include "core/decision/decide.h"
#include "core/decision/explain.h"
#include "core/edit/apply.h"
#include "core/exchange/engineexport.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/sample.h"
#include "core/exchange/tableimport.h"
#include "core/filter/filter.h"
#include "core/net/eventparser.h"

namespace rolewright {

namespace {

void expect(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

void readJson(const QByteArray &bytes)
{
    const Result<JsonDocument> document = JsonDocument::parse(bytes);
    if (!document)
        return;
    JsonWriter json;
    json.value(document->root());
    const QByteArray written = json.take();
    const Result<JsonDocument> again = JsonDocument::parse(written);
    expect(again.has_value(), "JSON that was written is not read");
    json.value(again->root());
    expect(json.take() == written, "JSON that was written is not written alike");
}

void readDocument(const QByteArray &bytes)
{
    const Result<Policy> policy = readPolicy(bytes);
    if (!policy)
        return;
    const QByteArray written = writePolicy(*policy);
    const Result<Policy> again = readPolicy(written);
    expect(again.has_value(), "a policy that was written is not read");
    expect(writePolicy(*again) == written, "a canonical document is not written alike");
    for (const Engine engine : {Engine::Casbin, Engine::Cedar, Engine::Cerbos})
        expect(exportFor(engine, *policy, true).has_value(), "a policy is not exported");
}

void readChanges(const QByteArray &bytes)
{
    const Result<ChangeSet> changes = readChangeSet(bytes);
    if (!changes)
        return;
    const QByteArray written = writeChangeSet(*changes);
    const Result<ChangeSet> again = readChangeSet(written);
    expect(again.has_value(), "a change set that was written is not read");
    expect(writeChangeSet(*again) == written, "a change set that was written is not written alike");
}

void readTable(const QByteArray &bytes)
{
    TableOptions options;
    options.dottedNames = bytes.size() % 2;
    shapeOf(bytes);
    Policy policy;
    const Result<TableImport> table = importTable(policy, bytes, options);
    if (table)
        expect(apply(policy, table->changes).has_value(), "what a table says cannot be applied");
}

void readOneRequest(const QByteArray &bytes)
{
    static const PolicyIndex index(*readPolicy(newsroomSample()));
    const Result<Request> request = parseRequest(bytes);
    if (!request)
        return;
    const Result<Request> again = parseRequest(toJson(*request).toUtf8());
    expect(again && *again == *request, "a request that was written is not read alike");
    const Decision decision = decide(index, *request, Instant{});
    expect(explain(index, *request, Instant{}).decision == decision,
           "the explanation is of another decision");
}

void parseFilter(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    for (const FilterAxis axis : {FilterAxis::Permission, FilterAxis::User}) {
        const Filter filter(text, axis);
        if (!filter.isValid())
            continue;
        const QString written = toText(filter.root());
        if (written.size() <= Filter::LengthMaximum)
            expect(Filter(written, axis).root() == filter.root(),
                   "a filter that was written is not parsed alike");
    }
}

// Cut in two anywhere, and byte by byte, the events are the same.
void readEvents(const QByteArray &bytes)
{
    const Result<QList<ServerEvent>> whole = EventParser().take(bytes);
    const auto inPieces = [&](const QList<QByteArray> &pieces) {
        EventParser parser;
        QList<ServerEvent> events;
        for (const QByteArray &piece : pieces) {
            const Result<QList<ServerEvent>> some = parser.take(piece);
            if (!some)
                return !whole;
            events += *some;
        }
        return whole && events == *whole;
    };
    const qsizetype cut = bytes.isEmpty() ? 0 : uchar(bytes.at(0)) % bytes.size();
    expect(inPieces({bytes.first(cut), bytes.sliced(cut)}), "events that come in two pieces are others");
    QList<QByteArray> single;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        single.append(bytes.sliced(i, 1));
    expect(inPieces(single), "events that come byte by byte are others");
    if (!whole || bytes.size() > EventParser::Longest / 8)
        return; // written with a name and a space a line they may be too long
    QByteArray written;
    for (const ServerEvent &event : *whole) {
        written += "event: " + event.name + '\n';
        for (const QByteArray &line : event.data.split('\n'))
            written += "data: " + line + '\n';
        written += '\n';
    }
    const Result<QList<ServerEvent>> again = EventParser().take(written);
    expect(again && *again == *whole, "events that were written are not read alike");
}

} // namespace

const QList<FuzzTarget> &fuzzTargets()
{
    static const QList<FuzzTarget> targets{{"json", readJson},          {"document", readDocument},
                                           {"changes", readChanges},    {"table", readTable},
                                           {"request", readOneRequest}, {"filter", parseFilter},
                                           {"events", readEvents}};
    return targets;
}

} // namespace rolewright
