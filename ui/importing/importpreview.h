// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exchange/import.h"
#include "ui/changes/draftreview.h"
#include "ui/shell/workspace.h"

#include <memory>

namespace rolewright {

// What a file would do to the draft, with all that is needed to do it.
struct ImportPreview
{
    ImportPlan plan;
    PolicyIndex after; // the draft with the file imported
    DraftReview review; // against the draft without it
};

enum class ImportStage { Comparing, Applying, Reviewing };
using ImportProgress = std::atomic<ImportStage>;

// Pure; for a worker: seconds for a large file. Cancelled where the token is set between two stages.
Result<ImportPreview> previewImport(const PolicyIndex &draft, const QByteArray &bytes,
                                    const ImportRequest &request, ImportProgress &progress,
                                    const CancelToken &cancel);

// A file that a person chose, in one piece; one larger than what is read of a document is refused.
Result<QByteArray> readImport(const QString &path);

} // namespace rolewright
