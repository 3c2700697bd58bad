// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace rolewright {

class Workspace;

void showAbout(QWidget *window); // what the program is
void showAboutStore(Workspace &workspace, QWidget *window); // what the open store says about itself

} // namespace rolewright
