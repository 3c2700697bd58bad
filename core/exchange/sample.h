// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace rolewright {

// The newsroom of the guide as a policy document in canonical form: what `init --sample newsroom` and the
// desktop's sample open. Any thread.
QByteArray newsroomSample();

} // namespace rolewright
