// SPDX-License-Identifier: Apache-2.0
#include "ui/catalogue/permissionlines.h"

#include "core/base/text.h"
#include "ui/widgets/coretext.h"

#include <QCoreApplication>
#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

class LineReader
{
    Q_DECLARE_TR_FUNCTIONS(rolewright::PermissionLines)

public:
    explicit LineReader(const Policy &policy)
        : m_policy(policy)
    {
    }

    void read(int line, const QString &text)
    {
        m_line = line;
        const qsizetype end = endOfNames(text);
        const QString names = toNfc(text.left(end).trimmed());
        const QString description = toNfc(text.mid(end).trimmed());
        if (names.isEmpty() && description.isEmpty())
            return;
        if (const auto problem = problemOfDescription(description)) {
            report(tr("The description %1.").arg(*problem));
            return;
        }
        QStringList open{names};
        QStringList closed;
        while (!open.isEmpty()) {
            if (open.size() + closed.size() + m_lines.fresh.size() > PermissionLines::Maximum) {
                report(tr("These are more than %L1 permissions at once.").arg(PermissionLines::Maximum));
                return;
            }
            if (!expand(open.takeFirst(), open, closed))
                return;
        }
        for (const QString &name : std::as_const(closed))
            add(name, description);
    }

    PermissionLines take() { return m_lines; }

private:
    void report(const QString &message) { m_lines.problems.append({m_line, message}); }

    // A tab; without one, two spaces behind the first character that are not in braces.
    static qsizetype endOfNames(const QString &text)
    {
        if (const qsizetype tab = text.indexOf(u'\t'); tab >= 0)
            return tab;
        bool began = false;
        bool inBraces = false;
        for (qsizetype i = 0; i + 1 < text.size(); ++i) {
            const QChar c = text.at(i);
            if (c == u' ' && text.at(i + 1) == u' ' && began && !inBraces)
                return i;
            began = began || c != u' ';
            inBraces = c == u'{' || (inBraces && c != u'}');
        }
        return text.size();
    }

    // The first braces with a comma are replaced by each of what they hold; a text without is done.
    bool expand(const QString &text, QStringList &open, QStringList &closed)
    {
        for (qsizetype from = text.indexOf(u'{'); from >= 0; from = text.indexOf(u'{', from + 1)) {
            const qsizetype to = text.indexOf(u'}', from);
            if (to < 0) {
                report(tr("A { is not closed."));
                return false;
            }
            const QStringList parts = text.mid(from + 1, to - from - 1).split(u',');
            if (parts.size() < 2)
                continue;
            for (qsizetype i = parts.size() - 1; i >= 0; --i)
                open.prepend(text.left(from) + parts.at(i).trimmed() + text.mid(to + 1));
            return true;
        }
        closed.append(text);
        return true;
    }

    void add(const QString &text, const QString &description)
    {
        const Result<PermissionName> name = parsePermission(text);
        if (!name) {
            report(tr("%1 %2.").arg(quoted(text), inWindowLanguage(name.error().message)));
        } else if (const QString key = name->toText();
                   m_seen.contains(key) || m_policy.permissions().idOf(key).isValid()) {
            ++m_lines.known;
        } else {
            m_seen.insert(key);
            m_lines.fresh.append({*name, description, false});
        }
    }

    const Policy &m_policy;
    PermissionLines m_lines;
    QSet<QString> m_seen;
    int m_line = 0;
};

} // namespace

PermissionLines readPermissionLines(const QString &text, const Policy &policy, const CancelToken &cancel)
{
    LineReader reader(policy);
    int line = 0;
    for (const QStringView part : QStringView(text).split(u'\n')) {
        if (cancel.load(std::memory_order_relaxed))
            break;
        reader.read(line++, part.toString());
    }
    return reader.take();
}

} // namespace rolewright
