// SPDX-License-Identifier: Apache-2.0
#include "ui/importing/importpreview.h"

#include "core/edit/apply.h"

#include <QFile>
#include <QFileInfo>

namespace rolewright {

using namespace Qt::StringLiterals;

Result<ImportPreview> previewImport(const PolicyIndex &draft, const QByteArray &bytes,
                                    const ImportRequest &request, ImportProgress &progress,
                                    const CancelToken &cancel)
{
    const auto cancelled = [] { return failure(ErrorCode::Cancelled, u"The import was cancelled."_s); };
    progress = ImportStage::Comparing;
    Result<ImportPlan> plan = planImport(draft.policy(), bytes, request);
    if (!plan)
        return failure(plan.error());
    if (cancel)
        return cancelled();
    progress = ImportStage::Applying;
    Result<QList<Change>> complete = completed(draft.policy(), plan->changes);
    if (!complete)
        return failure(complete.error());
    plan->changes = std::move(*complete);
    Policy after = draft.policy();
    if (const Status applied = apply(after, plan->changes); !applied)
        return failure(applied.error());
    if (cancel)
        return cancelled();
    ImportPreview preview{std::move(*plan), draft.updated(after), {}};
    if (cancel)
        return cancelled();
    progress = ImportStage::Reviewing;
    std::optional<DraftReview> review = reviewDraft(draft, preview.after, Instant::now(), cancel);
    if (!review)
        return cancelled();
    preview.review = std::move(*review);
    return preview;
}

Result<QByteArray> readImport(const QString &path)
{
    static const qint64 maximum = JsonLimits().bytes;
    const auto unreadable = [&](const QString &why) {
        return failure(ErrorCode::Unavailable, u"%1 cannot be read: %2."_s.arg(path, why), path);
    };
    if (QFileInfo(path).isDir())
        return unreadable(u"it is a folder"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    QByteArray bytes = file.read(maximum + 1);
    if (file.error() != QFile::NoError)
        return unreadable(file.errorString());
    if (bytes.size() > maximum)
        return failure(ErrorCode::Invalid,
                       u"%1 is larger than %2 MiB, the most that is read."_s.arg(path, QString::number(maximum >> 20)),
                       path);
    return bytes;
}

} // namespace rolewright
