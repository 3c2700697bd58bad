// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixmodel.h"

namespace rolewright {

// A matrix whose rows are the users, by id. Sorting many of them takes longer than a frame, so it is done off
// the GUI thread when another store opens, and there are no rows until then; afterwards only what changed is
// put in its place.
class UserMatrixModel : public MatrixModel
{
    Q_OBJECT

public:
    FilterAxis rowAxis() const override { return FilterAxis::User; }
    bool isPreparing() const override { return m_sorting.isRunning(); }

protected:
    using MatrixModel::MatrixModel;

    QList<Line> loadLines() override;
    bool hasUsersOf(const Policy &policy) const; // as lines
    Mark lineMark(quint32 line) const override;

private:
    struct Sorted
    {
        Policy policy; // whose users these are; shares its chunks
        QList<Line> lines;
    };
    static Line lineOf(UserId id, const User &user);
    static Sorted sorted(const Policy &policy);
    bool follow(const Policy &policy); // false where it is too much to do here

    Sorted m_sorted;
    LatestJob<Sorted> m_sorting;
};

} // namespace rolewright
