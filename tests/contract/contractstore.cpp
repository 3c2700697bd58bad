// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/contractstore.h"

namespace rolewright {

TestAuthority &ServedStore::authority()
{
    static TestAuthority made;
    return made;
}

Policy ServedStore::withBob(Policy policy)
{
    QList<Change> changes = makingAdministrator(policy, u"bob"_s, noon);
    for (const Approval &approval : policy.approvals()) {
        Change gone;
        gone.verb = Change::Verb::Remove;
        gone.kind = Change::Kind::Approval;
        gone.was = approval;
        changes.prepend(gone);
    }
    const Status applied = apply(policy, changes);
    Q_ASSERT(applied);
    return policy;
}

ServedStore::ServedStore(const QString &path, const Policy &policy)
{
    static const TestAuthority::Issued issued = authority().issue(u"server"_s);
    const Secret mine = password();
    const FirstAdministrator bob{u"bob"_s, mine};
    const auto made = createStore(path, policy, by(u"bob"_s), &bob);
    Q_ASSERT_X(made, "createStore", qPrintable(made ? QString() : toText(made.error())));
    m_server = std::make_unique<RunningServer>(path, issued.options());
    Q_ASSERT_X(!m_server->url.isEmpty(), "rolewrightd", m_server->log().constData());
}

std::unique_ptr<PolicyStore> ServedStore::signedIn() const
{
    const Status held = useLogin(location(), u"bob"_s, password());
    Q_ASSERT(held);
    Result<std::unique_ptr<PolicyStore>> opened = openStore(location());
    Q_ASSERT_X(opened, "openStore", qPrintable(opened ? QString() : toText(opened.error())));
    return std::move(*opened);
}

} // namespace rolewright
