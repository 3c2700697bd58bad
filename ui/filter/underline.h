// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QLineEdit;

namespace rolewright {

// Characters of a line of text that are pointed at: wavy and in a colour for what is wrong, dotted for what
// could be better.
struct Underline
{
    qsizetype place = 0; // behind the end: the last character
    qsizetype length = 0;
    bool isError = true;
};

// Until the next call; after every change of the text.
void underline(QLineEdit &field, const QList<Underline> &places);

} // namespace rolewright
