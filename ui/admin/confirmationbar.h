// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rolewright {

class ProblemLabel;
class SecretField;

// A second confirmation where it is needed, never a box in the way: says why, takes the password or a code,
// and is gone when it is done. Escape gives up; nothing has happened then.
class ConfirmationBar : public QFrame
{
    Q_OBJECT

public:
    explicit ConfirmationBar(QWidget *parent = nullptr);

    using Taker = std::function<void(const SharedSecret &)>;
    // `act` is the button: "&Confirm and apply". Each entry goes to `take`, until end() or refuse().
    void open(const QString &why, const QString &act, const Taker &take);
    void refuse(const QString &problem); // another try
    void end();
    bool isOpen() const { return isVisibleTo(parentWidget()); }

    // Does it, and where the store wants that confirmed, asks here and does it again. `done` hears of it
    // once, and not where it is given up. `digest` is what the confirmation is bound to.
    template <class T>
    void run(Workspace &workspace, const std::function<Result<T>(StoreGuard &, const Occasion &)> &act,
             const QByteArray &digest, const QString &reason, const QString &button, QObject *context,
             const PolicyService::Callback<T> &done)
    {
        const QPointer<QObject> alive(context);
        attempt<T>(workspace, act, {digest, {}}, reason, [=, this, &workspace](const Result<T> &first) {
            if (first || !needsConfirmation(first.error())) {
                end();
                if (alive)
                    done(first);
                return;
            }
            open(whyOf(first.error()), button, [=, this, &workspace](const SharedSecret &secret) {
                attempt<T>(workspace, act, {digest, secret}, reason, [=, this](const Result<T> &second) {
                    if (!second && isConfirmationRefused(second.error())) {
                        refuse(second.error().message);
                        return;
                    }
                    end();
                    if (alive)
                        done(second);
                });
            });
        });
    }

    static QString whyOf(const Error &refusal); // its findings, once each

Q_SIGNALS:
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    template <class T>
    void attempt(Workspace &workspace, const std::function<Result<T>(StoreGuard &, const Occasion &)> &act,
                 const Confirmation &confirmation, const QString &reason,
                 const PolicyService::Callback<T> &done)
    {
        const Occasion occasion = workspace.occasion(reason);
        workspace.session().call<T>([act, occasion](StoreGuard &guard) { return act(guard, occasion); },
                                    confirmation, occasion, this, done);
    }
    void submit();
    void setBusy(bool busy);

    Taker m_take;
    QLabel *m_why;
    SecretField *m_secret;
    ProblemLabel *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace rolewright
