// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTreeView;

namespace rolewright {

// Makes the columns of a list as wide as what they show now, each at most half of it; the last one takes the rest.
void fitColumns(QTreeView &view);

} // namespace rolewright
