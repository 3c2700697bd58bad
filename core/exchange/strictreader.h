// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"
#include "core/base/json.h"

#include <array>
#include <optional>
#include <span>

namespace rolewright {

// A value of a document and the way to it, linked upwards, so that a JSON pointer is only made when something
// is wrong. Lives on the stack of the reader, above the places below it.
struct Place
{
    JsonValue value; // invalid: an optional member that is not there
    const Place *up = nullptr;
    QStringView name; // of a member
    qsizetype index = -1; // of an element

    bool isThere() const { return value.isValid(); }
    QString pointer() const;
};

// Reads values of a document one by one and collects everything that is wrong with them (semantics.md,
// section 8). Every getter reports what it refuses and then returns a value to go on with; an absent member
// reads as its default. After ProblemMaximum problems it reads no further, so that a damaged document cannot
// fill the memory.
class StrictReader
{
public:
    static constexpr qsizetype ProblemMaximum = 100'000;

    explicit StrictReader(const JsonDocument &document)
        : m_document(document)
    {
    }

    void report(const Place &at, const QString &code, const QString &message);
    void report(qint64 offset, const QString &pointer, const QString &code, const QString &message);
    // A finding that has its place already; it stands where the value does.
    void report(const Place &at, const Finding &finding);
    bool isGood() const { return m_problems.isEmpty(); }
    // All that was reported, in document order; where it is full, the last one says that there is more.
    Findings findings() const;

    // The members of an object in the order of `known`; unknown and duplicate ones are reported.
    template <std::size_t N>
    std::array<Place, N> members(const Place &object, const std::array<QStringView, N> &known)
    {
        std::array<Place, N> places;
        for (std::size_t i = 0; i < N; ++i)
            places[i] = {{}, &object, known[i], -1};
        fill(object, places);
        return places;
    }
    // The same where what is known depends on what has been read.
    QList<Place> members(const Place &object, const QList<QStringView> &known);
    // False where a required member of an object is missing.
    bool require(const Place &member);

    // visit(place) for each element.
    template <class Visit>
    void each(const Place &list, Visit visit)
    {
        if (!isArray(list))
            return;
        qsizetype index = 0;
        for (JsonValue child = list.value.firstChild(); child.isValid() && !isFull();
             child = child.nextSibling())
            visit(Place{child, &list, {}, index++});
    }
    // visit(place) for each member of an object with free keys; duplicates are reported and left out.
    template <class Visit>
    void eachMember(const Place &object, Visit visit)
    {
        if (!isObject(object))
            return;
        for (JsonValue child = object.value.firstChild(); child.isValid() && !isFull();
             child = child.nextSibling()) {
            const QString key = child.key();
            if (child.isDuplicate())
                reportDuplicate(object, child);
            else
                visit(Place{child, &object, key, -1});
        }
    }

    std::optional<QString> text(const Place &at); // any string
    QString name(const Place &at); // section 1; the text also where the rule is broken
    QString value(const Place &at, const QString &otherwise = {}); // a display name or an attribute's value
    QString description(const Place &at);
    bool flag(const Place &at, bool otherwise);
    std::optional<qint64> integer(const Place &at);
    Instant time(const Place &at, Instant open); // null or absent: open
    // The names of a list, in the order given; one that is there twice is reported and left out.
    QStringList names(const Place &list);
    void reportTwice(const Place &at, const QString &text);

private:
    struct Problem
    {
        qint64 offset;
        Finding finding;
    };

    bool isFull() const { return m_problems.size() >= ProblemMaximum; }
    bool isObject(const Place &at);
    bool isArray(const Place &at);
    void wrongType(const Place &at, const QString &wanted);
    void fill(const Place &object, std::span<Place> places);
    void reportDuplicate(const Place &object, const JsonValue &member);

    const JsonDocument &m_document;
    QList<Problem> m_problems;
};

} // namespace rolewright
