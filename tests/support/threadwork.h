// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>

namespace rolewright {

// What this thread has worked so far, in ms of the processor: a busy machine does not count.
inline double threadWork()
{
    timespec spent = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}

template <class Work>
double workOf(Work work)
{
    const double start = threadWork();
    work();
    return threadWork() - start;
}

} // namespace rolewright
