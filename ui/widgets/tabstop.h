// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace rolewright {

// What the Tab key of a window comes to from where the focus is, null where there is nothing else. Qt takes a
// page that hands its focus on for a stop of its own: what stands before the one it hands it to is passed
// over then, and from that one Tab comes back to it for ever.
QWidget *tabStop(const QWidget &window, bool next);

} // namespace rolewright
