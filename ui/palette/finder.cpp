// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/finder.h"

#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int StartRank = 100;
constexpr int WordRank = 200;
constexpr int InsideRank = 300;
constexpr int PartsRank = 400;
constexpr int LettersRank = 500;
constexpr qsizetype RankWidth = 99;

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

// The letters in their order, whatever is between; the tighter the better.
std::optional<qsizetype> spanOf(const QString &text, const QString &typed)
{
    qsizetype first = -1;
    qsizetype at = 0;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        const QChar wanted = letter.toCaseFolded();
        while (at < text.size() && text.at(at).toCaseFolded() != wanted)
            ++at;
        if (at == text.size())
            return {};
        if (first < 0)
            first = at;
        ++at;
    }
    return first < 0 ? std::nullopt : std::optional(at - first);
}

// The words and parts of names that were typed, each somewhere, in this order: "compute del".
std::optional<qsizetype> partsSpan(const QString &text, QStringView typed)
{
    const auto parts = [](QChar c) { return c == u' ' || c == u'.' || c == u':' || c == u'/'; };
    qsizetype first = -1;
    qsizetype at = 0;
    while (true) {
        while (!typed.isEmpty() && parts(typed.front()))
            typed = typed.mid(1);
        if (typed.isEmpty())
            break;
        const qsizetype length = std::find_if(typed.begin(), typed.end(), parts) - typed.begin();
        at = text.indexOf(typed.left(length), at, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        if (first < 0)
            first = at;
        at += length;
        typed = typed.mid(length);
    }
    return first < 0 ? std::nullopt : std::optional(at - first);
}

bool isBetter(const PaletteHit &a, const PaletteHit &b)
{
    if (a.rank != b.rank)
        return a.rank < b.rank;
    if (a.kind != b.kind)
        return a.kind < b.kind;
    if (a.title.size() != b.title.size())
        return a.title.size() < b.title.size();
    return lessByCodePoint(a.title, b.title);
}

// Keeps the best of many.
class Best
{
public:
    void add(PaletteHit hit)
    {
        m_hits.append(std::move(hit));
        if (m_hits.size() > 8 * HitMaximum)
            cut();
    }
    QList<PaletteHit> take()
    {
        cut();
        std::sort(m_hits.begin(), m_hits.end(), isBetter);
        return m_hits;
    }

private:
    void cut()
    {
        if (m_hits.size() <= HitMaximum)
            return;
        std::nth_element(m_hits.begin(), m_hits.begin() + HitMaximum, m_hits.end(), isBetter);
        m_hits.resize(HitMaximum);
    }

    QList<PaletteHit> m_hits;
};

struct Question
{
    std::optional<PaletteHit::Kind> kind; // of things only
    QString text;
};

Question questionOf(const QString &typed)
{
    static const QHash<QChar, PaletteHit::Kind> prefixes{{u'u', PaletteHit::Kind::User},
                                                  {u'r', PaletteHit::Kind::Role},
                                                  {u'p', PaletteHit::Kind::Permission},
                                                  {u'o', PaletteHit::Kind::Operation},
                                                  {u'c', PaletteHit::Kind::Constraint}};
    if (typed.size() >= 2 && typed.at(1) == u' ' && prefixes.contains(typed.at(0).toLower()))
        return {prefixes.value(typed.at(0).toLower()), toNfc(typed.mid(2).trimmed())};
    return {{}, toNfc(typed.trimmed())};
}

// A permission by any spelling: article:update, article.update, article/update.
QString spelled(QString text)
{
    return text.replace(u':', u'.').replace(u'/', u'.');
}

template <class Entities>
void findIn(const Entities &entities, PaletteHit::Kind kind, const Question &question, const CancelToken &cancel,
            Best &best)
{
    if (question.kind && question.kind != kind)
        return;
    const QString typed = kind == PaletteHit::Kind::Permission ? spelled(question.text) : question.text;
    entities.forEach([&](auto, const auto &entity) {
        if (cancel)
            return;
        const QString key = keyOf(entity);
        QString detail;
        std::optional<int> rank = rankOf(kind == PaletteHit::Kind::Permission ? spelled(key) : key, typed);
        if constexpr (std::is_same_v<std::decay_t<decltype(entity)>, User>) {
            if (entity.name != key) {
                detail = entity.name;
                const std::optional<int> byName = rankOf(entity.name, typed);
                if (byName && (!rank || *byName < *rank))
                    rank = byName;
            }
        }
        if (rank)
            best.add({kind, key, key, detail, *rank});
    });
}

} // namespace

std::optional<int> rankOf(const QString &text, const QString &typed)
{
    if (typed.isEmpty())
        return 0;
    qsizetype at = text.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at == 0)
        return text.size() == typed.size() ? 0 : StartRank;
    if (at < 0) {
        if (const std::optional<qsizetype> span = partsSpan(text, typed))
            return PartsRank + int(std::min(*span, RankWidth));
        constexpr qsizetype LettersMinimum = 2; // one alone is a match inside
        const std::optional<qsizetype> span =
            typed.size() < LettersMinimum ? std::nullopt : spanOf(text, typed);
        return span ? std::optional(LettersRank + int(std::min(*span, RankWidth))) : std::nullopt;
    }
    const int inside = InsideRank + int(std::min(at, RankWidth));
    for (; at >= 0; at = text.indexOf(typed, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, at))
            return WordRank;
    }
    return inside;
}

QList<PaletteHit> findHits(const QList<Command> &commands, const Policy &policy, const QString &typed,
                    const CancelToken &cancel)
{
    const Question question = questionOf(typed);
    if (!question.kind && question.text.isEmpty()) {
        QList<PaletteHit> all;
        for (const Command &command : commands)
            all.append({PaletteHit::Kind::Command, command.name, command.title, command.keys, 0});
        return all;
    }
    Best best;
    if (!question.kind) {
        for (const Command &command : commands) {
            if (const std::optional<int> rank = rankOf(command.title, question.text))
                best.add({PaletteHit::Kind::Command, command.name, command.title, command.keys, *rank});
        }
    }
    findIn(policy.users(), PaletteHit::Kind::User, question, cancel, best);
    findIn(policy.roles(), PaletteHit::Kind::Role, question, cancel, best);
    findIn(policy.permissions(), PaletteHit::Kind::Permission, question, cancel, best);
    findIn(policy.operations(), PaletteHit::Kind::Operation, question, cancel, best);
    findIn(policy.constraints(), PaletteHit::Kind::Constraint, question, cancel, best);
    return best.take();
}

} // namespace rolewright
