// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace rolewright {

// The text rules of semantics.md section 1. All functions are pure and may be called from any thread; lengths are in
// code points.

// What is wrong with a text, as the rest of a sentence ("is empty", "has the control character U+0007 at 4"), or
// nothing. A name is 1..maximum code points in NFC without control, format, surrogate, private-use or noncharacter
// code points; its only white space is the plain space, never first or last.
std::optional<QString> problemOfName(const QString &text, int maximum = 200);
// Display names and attribute values: 0..10,000 code points, no control or bidi control.
std::optional<QString> problemOfValue(const QString &text);
// Descriptions: the same, but line feeds are allowed.
std::optional<QString> problemOfDescription(const QString &text);

bool isValidUnicode(QStringView text); // no lone surrogate
QString toNfc(const QString &text);
// Of valid UTF-8, all of it: QString::fromUtf8() leaves out a U+FEFF in front, which inside a document is a
// character.
QString textFromUtf8(QByteArrayView bytes);

// At most `maximum` characters; where there are more, the last one is an ellipsis.
QString shortened(const QString &text, qsizetype maximum);

// In quotation marks, for messages: shortened, with control, format and white space characters but the plain space
// spelled out, so that a name from outside cannot disguise itself or break a terminal.
QString quoted(const QString &text);

// Order by code point. Qt's order is by UTF-16 unit, which differs above U+FFFF.
bool lessByCodePoint(QStringView a, QStringView b);
void sortByCodePoint(QStringList &names);

// Two names with the same skeleton look alike (ICU uspoof) or differ only by case. Warned about, never merged.
QString skeleton(const QString &name);

} // namespace rolewright
