// SPDX-License-Identifier: Apache-2.0
#include "core/base/instant.h"

#include <QDateTime>

#include <chrono>

namespace rolewright {

namespace {

struct Reader
{
    QStringView text;
    qsizetype at = 0;

    bool done() const { return at == text.size(); }
    char16_t peek() const { return done() ? u'\0' : text[at].unicode(); }
    bool take(char16_t c)
    {
        if (peek() != c)
            return false;
        ++at;
        return true;
    }
    // Exactly `count` ASCII digits, or -1.
    int number(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i, ++at) {
            const char16_t c = peek();
            if (c < u'0' || c > u'9')
                return -1;
            value = value * 10 + (c - u'0');
        }
        return value;
    }
};

enum class Leniency { Document, Request };

std::optional<Instant> parse(QStringView text, Leniency leniency)
{
    Reader in{text};
    const int year = in.number(4);
    if (year < 0 || !in.take(u'-'))
        return {};
    const int month = in.number(2);
    if (month < 0 || !in.take(u'-'))
        return {};
    const int day = in.number(2);
    if (day < 0 || !(in.take(u'T') || in.take(u't')))
        return {};
    const int hour = in.number(2);
    if (hour < 0 || hour > 23 || !in.take(u':'))
        return {};
    const int minute = in.number(2);
    if (minute < 0 || minute > 59)
        return {};
    int second = 0;
    int milli = 0;
    if (in.take(u':')) {
        second = in.number(2);
        if (second < 0 || second > 59)
            return {};
        if (in.take(u'.')) {
            int digits = 0;
            for (; in.peek() >= u'0' && in.peek() <= u'9'; ++in.at, ++digits) {
                if (digits < 3)
                    milli = milli * 10 + (in.peek() - u'0');
                else if (leniency == Leniency::Document)
                    return {};
            }
            if (digits == 0)
                return {};
            for (; digits < 3; ++digits)
                milli *= 10;
        }
    } else if (leniency == Leniency::Document) {
        return {};
    }
    int offset = 0; // minutes east of UTC
    if (!in.take(u'Z') && !in.take(u'z')) {
        const int sign = in.take(u'+') ? 1 : in.take(u'-') ? -1 : 0;
        const int hours = sign ? in.number(2) : -1;
        if (hours < 0 || hours > 23 || !in.take(u':'))
            return {};
        const int minutes = in.number(2);
        if (minutes < 0 || minutes > 59)
            return {};
        offset = sign * (hours * 60 + minutes);
    }
    if (!in.done())
        return {};

    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                              std::chrono::day(unsigned(day))};
    if (!date.ok())
        return {};
    const milliseconds moment = sys_days(date).time_since_epoch() + hours(hour) + minutes(minute - offset)
        + seconds(second) + milliseconds(milli);
    static constexpr milliseconds first = sys_days(std::chrono::year(1) / 1 / 1).time_since_epoch();
    static constexpr milliseconds end = sys_days(std::chrono::year(10000) / 1 / 1).time_since_epoch();
    if (moment < first || moment >= end)
        return {};
    return Instant{moment.count()};
}

} // namespace

Instant Instant::now()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

std::optional<Instant> parseDocumentTime(QStringView text)
{
    return parse(text, Leniency::Document);
}

std::optional<Instant> parseRequestTime(QStringView text)
{
    return parse(text, Leniency::Request);
}

QString toText(Instant instant)
{
    Q_ASSERT(instant != Instant::openStart() && instant != Instant::openEnd());
    using namespace std::chrono;
    const milliseconds moment(instant.msecs);
    const auto dayPoint = floor<days>(moment);
    const year_month_day date{sys_days(dayPoint)};
    const hh_mm_ss<milliseconds> time(moment - dayPoint);
    // By hand: each request that the server logs has one.
    char text[32] = {};
    char *end = text;
    const auto put = [&end](int number, int digits, char after) {
        for (int i = digits - 1; i >= 0; --i, number /= 10)
            end[i] = char('0' + number % 10);
        end += digits;
        *end++ = after;
    };
    put(int(date.year()), 4, '-');
    put(int(unsigned(date.month())), 2, '-');
    put(int(unsigned(date.day())), 2, 'T');
    put(int(time.hours().count()), 2, ':');
    put(int(time.minutes().count()), 2, ':');
    const int fraction = int(time.subseconds().count());
    put(int(time.seconds().count()), 2, fraction != 0 ? '.' : 'Z');
    if (fraction != 0)
        put(fraction, 3, 'Z');
    return QString::fromLatin1(text, end - text);
}

} // namespace rolewright
