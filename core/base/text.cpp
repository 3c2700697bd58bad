// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <memory>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int ValueMaximum = 10'000;

QString codePoint(char32_t c)
{
    return u"U+"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0');
}

// Walks the code points; a lone surrogate comes as itself.
template <class Visit>
bool forEachCodePoint(QStringView text, Visit visit)
{
    int index = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++index) {
        char32_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]), ++i;
        if (!visit(c, index))
            return false;
    }
    return true;
}

bool isNoncharacter(char32_t c)
{
    return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

bool isBidiControl(char32_t c)
{
    return u_hasBinaryProperty(UChar32(c), UCHAR_BIDI_CONTROL);
}

std::optional<QString> lengthProblem(int length, int maximum)
{
    if (length > maximum)
        return u"is %1 characters long; at most %2 are allowed"_s.arg(length).arg(maximum);
    return {};
}

std::optional<QString> problemOfText(const QString &text, bool lineFeeds)
{
    QString problem;
    int length = 0;
    forEachCodePoint(text, [&](char32_t c, int index) {
        length = index + 1;
        if (QChar::isSurrogate(c))
            problem = u"has the lone surrogate %1 at %2"_s.arg(codePoint(c)).arg(index + 1);
        else if (u_charType(UChar32(c)) == U_CONTROL_CHAR && !(lineFeeds && c == U'\n'))
            problem = u"has the control character %1 at %2"_s.arg(codePoint(c)).arg(index + 1);
        else if (isBidiControl(c))
            problem = u"has the bidirectional control character %1 at %2"_s.arg(codePoint(c)).arg(index + 1);
        return problem.isEmpty();
    });
    if (!problem.isEmpty())
        return problem;
    return lengthProblem(length, ValueMaximum);
}

const icu::Normalizer2 &nfc()
{
    static const icu::Normalizer2 *instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(status);
        Q_ASSERT(U_SUCCESS(status));
        return normalizer;
    }();
    return *instance;
}

icu::UnicodeString alias(const QString &text)
{
    return icu::UnicodeString(false, reinterpret_cast<const char16_t *>(text.utf16()), int32_t(text.size()));
}

QString fromIcu(const icu::UnicodeString &text)
{
    return QString(reinterpret_cast<const QChar *>(text.getBuffer()), text.length());
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

std::optional<QString> problemOfName(const QString &text, int maximum)
{
    if (text.isEmpty())
        return u"is empty"_s;
    QString problem;
    int length = 0;
    forEachCodePoint(text, [&](char32_t c, int index) {
        length = index + 1;
        const auto say = [&](const QString &what) {
            problem = u"has %1 %2 at %3"_s.arg(what, codePoint(c)).arg(index + 1);
        };
        if (c >= 0x20 && c < 0x7f)
            return true;
        if (QChar::isSurrogate(c))
            say(u"the lone surrogate"_s);
        else if (isNoncharacter(c))
            say(u"the noncharacter"_s);
        else if (u_charType(UChar32(c)) == U_CONTROL_CHAR)
            say(u"the control character"_s);
        else if (u_charType(UChar32(c)) == U_FORMAT_CHAR)
            say(u"the format character"_s);
        else if (u_charType(UChar32(c)) == U_PRIVATE_USE_CHAR)
            say(u"the private-use character"_s);
        else if (u_isUWhiteSpace(UChar32(c)))
            say(u"the white space"_s);
        return problem.isEmpty();
    });
    if (!problem.isEmpty())
        return problem;
    if (text.front() == u' ' || text.back() == u' ')
        return u"begins or ends with a space"_s;
    if (auto tooLong = lengthProblem(length, maximum))
        return tooLong;
    if (!isAscii(text)) {
        const QString normal = toNfc(text);
        if (normal != text)
            return u"is not in Unicode form NFC; write it composed, as \"%1\""_s.arg(normal);
    }
    return {};
}

std::optional<QString> problemOfValue(const QString &text)
{
    return problemOfText(text, false);
}

std::optional<QString> problemOfDescription(const QString &text)
{
    return problemOfText(text, true);
}

bool isValidUnicode(QStringView text)
{
    return forEachCodePoint(text, [](char32_t c, int) { return !QChar::isSurrogate(c); });
}

QString toNfc(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString normal = nfc().normalize(alias(text), status);
    Q_ASSERT(U_SUCCESS(status));
    return fromIcu(normal);
}

QString textFromUtf8(QByteArrayView bytes)
{
    static constexpr QByteArrayView Mark("\xef\xbb\xbf");
    QString marks;
    for (; bytes.startsWith(Mark); bytes = bytes.sliced(Mark.size()))
        marks += QChar(QChar::ByteOrderMark);
    return marks.isEmpty() ? QString::fromUtf8(bytes) : marks + QString::fromUtf8(bytes);
}

QString shortened(const QString &text, qsizetype maximum)
{
    if (text.size() <= maximum)
        return text;
    qsizetype kept = 0; // of the UTF-16
    qsizetype length = 0;
    forEachCodePoint(text, [&](char32_t c, int) {
        if (++length < maximum)
            kept += QChar::requiresSurrogates(c) ? 2 : 1;
        return length <= maximum;
    });
    return length <= maximum ? text : text.left(kept) + u'\u2026';
}

QString quoted(const QString &text)
{
    static constexpr int Maximum = 80;
    QString shown = u"\""_s;
    forEachCodePoint(text, [&](char32_t c, int index) {
        if (index == Maximum) {
            shown += u'\u2026';
            return false;
        }
        const bool strange = QChar::isSurrogate(c) || isBidiControl(c) || isNoncharacter(c)
            || (c != U' ' && u_isUWhiteSpace(UChar32(c))) || u_charType(UChar32(c)) == U_CONTROL_CHAR
            || u_charType(UChar32(c)) == U_FORMAT_CHAR || u_charType(UChar32(c)) == U_PRIVATE_USE_CHAR;
        if (strange)
            shown += u'<' + codePoint(c) + u'>';
        else
            shown += QChar::fromUcs4(c);
        return true;
    });
    return shown + u'"';
}

bool lessByCodePoint(QStringView a, QStringView b)
{
    const qsizetype common = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < common; ++i) {
        char16_t x = a[i].unicode();
        char16_t y = b[i].unicode();
        if (x == y)
            continue;
        // Surrogates stand for code points above all of U+E000..U+FFFF: rotate them to the top.
        const auto fix = [](char16_t c) -> char16_t {
            return c >= 0xe000 ? char16_t(c - 0x800) : c >= 0xd800 ? char16_t(c + 0x2000) : c;
        };
        return fix(x) < fix(y);
    }
    return a.size() < b.size();
}

void sortByCodePoint(QStringList &names)
{
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return lessByCodePoint(a, b); });
}

QString skeleton(const QString &name)
{
    static const std::unique_ptr<USpoofChecker, void (*)(USpoofChecker *)> checker(
        [] {
            UErrorCode status = U_ZERO_ERROR;
            USpoofChecker *opened = uspoof_open(&status);
            Q_ASSERT(U_SUCCESS(status));
            return opened;
        }(),
        uspoof_close);
    // Case is folded on both sides of the confusables table: "A" is "a", and "0" looks like "O", which is
    // "o".
    const QString folded = name.toCaseFolded();
    icu::UnicodeString result;
    UErrorCode status = U_ZERO_ERROR;
    uspoof_getSkeletonUnicodeString(checker.get(), 0, alias(folded), result, &status);
    Q_ASSERT(U_SUCCESS(status));
    return fromIcu(result).toCaseFolded();
}

} // namespace rolewright
