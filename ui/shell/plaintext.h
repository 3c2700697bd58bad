// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTextDocument>

namespace rolewright {

// For places that guess whether a text is rich text (tool tips, message boxes): names from a policy are shown
// as they are, whatever they look like.
inline QString asPlainText(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

} // namespace rolewright
