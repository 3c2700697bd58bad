// SPDX-License-Identifier: Apache-2.0
#include "pch_core.h"

#include <QAbstractItemModel>
#include <QWidget>
