// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/testblock.h"

#include "core/base/text.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype NameMaximum = 200; // characters (semantics.md, section 1)

class Block
{
public:
    Block(const PolicyIndex &index, Instant now)
        : m_index(index)
        , m_policy(index.policy())
        , m_now(now)
        , m_questions(index, now)
    {
    }

    void add(const AccessCell &cell)
    {
        std::optional<Request> question = m_questions.of(cell);
        if (!question) {
            ++m_block.left;
            return;
        }
        Request &request = *question;
        if (hasDates(m_policy.users().idOf(request.subject)))
            request.time = m_now;
        const bool allowed = decide(m_index, request, m_now).allowed;
        QString subject = request.subject;
        if (cell.role.isValid())
            subject += u" as "_s + m_policy.roles().at(cell.role).name;
        add(subject + (allowed ? u" may "_s : u" may not "_s) + m_policy.nameOf(cell.permission).toText(),
            toJson(request), allowed);
    }
    TestBlock take() { return std::move(m_block); }

private:
    void add(const QString &wanted, const QString &request, bool allowed)
    {
        constexpr qsizetype NumberRoom = 10;
        QString name = shortened(wanted, NameMaximum - NumberRoom);
        for (int number = 2;; ++number) {
            const PolicyTest *there = m_policy.tests().find(m_policy.tests().idOf(name));
            if (!there && !m_names.contains(name))
                break;
            if (there && there->expected == Expectation{allowed, {}}
                && there->request == canonical(request)) {
                ++m_block.same;
                return;
            }
            name = u"%1 (%2)"_s.arg(shortened(wanted, NameMaximum - NumberRoom), QString::number(number));
        }
        m_names.insert(name);
        m_block.changes.append({Change::Verb::Add,
                                Change::Kind::Test,
                                name,
                                {},
                                {},
                                {},
                                PolicyTest{name, request, {allowed, {}}}});
        ++(allowed ? m_block.allowed : m_block.denied);
    }
    static QString canonical(const QString &request)
    {
        const Result<JsonDocument> document = JsonDocument::parse(request.toUtf8());
        return document ? canonicalRequest(document->root()) : request;
    }
    bool hasDates(UserId user) const
    {
        bool dates = false;
        m_policy.assignments().forEachOf(
            user.value, [&](const AssignmentRow &row) { dates = dates || row.validity != 0; });
        return dates;
    }

    const PolicyIndex &m_index;
    const Policy &m_policy;
    Instant m_now;
    CellQuestions m_questions;
    TestBlock m_block;
    QSet<QString> m_names; // of the block
};

} // namespace

TestBlock testBlock(const PolicyIndex &index, const QList<AccessCell> &cells, Instant now,
                    const CancelToken *cancel)
{
    Block block(index, now);
    for (const AccessCell &cell : cells) {
        if (cancel && cancel->load(std::memory_order_relaxed))
            break;
        block.add(cell);
    }
    return block.take();
}

} // namespace rolewright
