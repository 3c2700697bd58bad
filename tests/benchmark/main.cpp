// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"
#include "ratios.h"
#include "stores.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    rolewright::bench::addDecisions();
    rolewright::bench::addStores();
    return rolewright::bench::runAll(argc, argv);
}
