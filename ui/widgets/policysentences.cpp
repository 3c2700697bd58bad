// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/coresentences.h"

#include <QtGlobal>

namespace rolewright {

namespace {

using enum CoreSentence::Part;

constexpr CoreSentence Sentences[] = {
    // core/validation
    {QT_TRANSLATE_NOOP("core", "A public requirement stands alone; inside another one it says nothing.")},
    {QT_TRANSLATE_NOOP("core", "The list is empty; it names at least one thing.")},
    {QT_TRANSLATE_NOOP("core", "The name %1 stands twice in the list; once is enough.")},
    {QT_TRANSLATE_NOOP("core", "The permission %1 %2."), Nested},
    {QT_TRANSLATE_NOOP("core", "The permission %1 is not in the catalogue; add it, or require another.")},
    {QT_TRANSLATE_NOOP("core",
                       "The permission %1 has the scope %2; the owner's list takes the scope own or none.")},
    {QT_TRANSLATE_NOOP("core", "There is no role %1; add it, or require another.")},
    {QT_TRANSLATE_NOOP("core", "access takes exactly one resource:action.")},
    {QT_TRANSLATE_NOOP("core",
                       "No permission of the catalogue has the resource and action %1, under any scope; add "
                       "one, or require another.")},
    {QT_TRANSLATE_NOOP("core", "The list is empty; it has at least one requirement.")},
    {QT_TRANSLATE_NOOP("core", "Requirements are nested deeper than %1.")},
    {QT_TRANSLATE_NOOP("core",
                       "Constraint %1 forbids that user %2 has %3 together, also by inheritance. Take a role "
                       "away, or change the constraint.")},
    {QT_TRANSLATE_NOOP(
        "core", "The ownership property cannot be relations, which holds the relations of a resource.")},
    {QT_TRANSLATE_NOOP("core",
                       "Roles inherit each other in a cycle: %1. Take one of these inheritances away.")},
    {QT_TRANSLATE_NOOP("core", "The assignment of %1 to %2 ends before it begins.")},
    {QT_TRANSLATE_NOOP("core", "Constraint %1 needs at least two roles; add some, or delete it.")},
    {QT_TRANSLATE_NOOP("core",
                       "The limit of constraint %1 is %2; it is between 2 and the number of its roles, %3.")},
    {QT_TRANSLATE_NOOP("core", "There is no role %1; add it, or name another.")},
    {QT_TRANSLATE_NOOP("core", "The grant %1 %2."), Nested},
    {QT_TRANSLATE_NOOP("core", "The permission %1 is not in the catalogue; add it, or name another.")},
    {QT_TRANSLATE_NOOP("core", "An approval names at least one kind of change.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "There is no kind of change %1; use one such as role.delete, grant.sensitive or administration.")},
    {QT_TRANSLATE_NOOP("core", "The %1 %2 looks like the %1 %3; they are two different things."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The grant %1 of role %2 matches nothing that is known.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "Role %1 alone breaks constraint %2: by inheritance it has %3. Nobody can use it in a session.")},
    {QT_TRANSLATE_NOOP("core", "User %1 has %2, which constraint %3 forbids together.")},
    {QT_TRANSLATE_NOOP("core",
                       "Operation %1 requires that one holds %2, which says nothing about the thing it works "
                       "on. Require access to %3, or use owner.")},
    {QT_TRANSLATE_NOOP("core",
                       "The answer of test %1 depends on when it runs, because an assignment of %2 begins or "
                       "ends. Give it a time.")},
    // core/analysis
    {QT_TRANSLATE_NOOP("core",
                       "Role %1 grants %2, which its grant of %3 covers already. To revoke it takes nothing from "
                       "anybody.")},
    {QT_TRANSLATE_NOOP("core",
                       "Role %1 grants %2, which it inherits from %3 already. To revoke it takes nothing from anybody.")},
    {QT_TRANSLATE_NOOP("core",
                       "User %1 is assigned %2, which %3 brings for as long. To take it away changes nothing for them.")},
    {QT_TRANSLATE_NOOP("core",
                       "Role %1 gives the sensitive %2 by the pattern %3 only. Name what it is to have, or narrow the "
                       "pattern.")},
    {QT_TRANSLATE_NOOP("core", "The roles %1 give exactly the same; one of them would do.")},
    {QT_TRANSLATE_NOOP("core", "User %1 is inactive and is assigned %2 still, and has it again when made active.")},
    {QT_TRANSLATE_NOOP("core",
                       "User %1 is assigned %2 until a time that is over. To take it away changes nothing for them.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 is disabled, and gives nothing to whom it is assigned: %2.")},
    {QT_TRANSLATE_NOOP("core",
                       "No active user has the role %1, by assignment or inheritance. Assign it, or delete it.")},
    {QT_TRANSLATE_NOOP("core",
                       "Role %1 gives nothing, and no operation, constraint or approval names it. Grant it something, or "
                       "delete it.")},
    {QT_TRANSLATE_NOOP("core", "No enabled role gives %1. Grant it, or take it out of the catalogue.")},
    // core/edit
    {QT_TRANSLATE_NOOP("core", "The value that is added as %1 calls itself %2.")},
    {QT_TRANSLATE_NOOP("core", "There is a %1 already; choose another name."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "A %1 has no field %2."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The new %1 of %2 is not a value of its type."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The %1 %2."), Nested | FirstWord},
    {QT_TRANSLATE_NOOP("core", "The new name of %1 is missing."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The new name of %1, %2, cannot be used: it %3."), Nested},
    {QT_TRANSLATE_NOOP("core", "The new name of %1 is written %2, not %3.")},
    {QT_TRANSLATE_NOOP("core", "There is a %1 %2 already; choose another name."), FirstWord},
    {QT_TRANSLATE_NOOP("core",
                       "The name %1 is still used by %2; change that first, or choose another name.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 has %2 already.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 does not have %2.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 inherits %2 already.")},
    {QT_TRANSLATE_NOOP("core", "Role %1 does not inherit %2.")},
    {QT_TRANSLATE_NOOP("core", "User %1 has the role %2 already.")},
    {QT_TRANSLATE_NOOP("core", "User %1 does not have the role %2.")},
    {QT_TRANSLATE_NOOP("core", "An assignment has no field %1.")},
    {QT_TRANSLATE_NOOP("core", "Constraint %1 has the role %2 already.")},
    {QT_TRANSLATE_NOOP("core", "Constraint %1 does not have the role %2.")},
    {QT_TRANSLATE_NOOP("core", "The %1 has no value."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "There is such %1 already."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "There is no such %1."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The ownership setting has no member %1.")},
    {QT_TRANSLATE_NOOP("core", "The ownership's %1 is a text.")},
    {QT_TRANSLATE_NOOP("core", "The ownership setting %1."), Nested},
    {QT_TRANSLATE_NOOP("core", "A %1 that is removed is still %2; remove that first."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "The changes cannot be applied; nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "There is no %1 %2; it may have been removed or renamed."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "A change cannot %1 a thing of the kind %2.")},
    {QT_TRANSLATE_NOOP("core",
                       "Cannot %1: %2%3 %4 is not what the change expects; it was changed meanwhile.")},
    {QT_TRANSLATE_NOOP("core", "The policy would not be valid with these changes; nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "The same cell is pasted twice, with different values.")},
    {QT_TRANSLATE_NOOP("core", "A role holds a grant for good: only assignments have dates.")},
    {QT_TRANSLATE_NOOP("core", "It would end before it begins.")},
    {QT_TRANSLATE_NOOP("core", "There is no role %1.")},
    {QT_TRANSLATE_NOOP("core", "There is no user %1.")},
    {QT_TRANSLATE_NOOP("core", "The catalogue has no permission %1.")},
    {QT_TRANSLATE_NOOP("core", "There is no %1 %2 to copy; it may have been removed or renamed."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "What is still in use cannot be deleted; nothing was changed.")},
    {QT_TRANSLATE_NOOP("core", "The %1 %2 cannot be deleted: %3 still names it. Change that first."),
     FirstWord},
    {QT_TRANSLATE_NOOP("core", "The value is not of the kind that is added.")},
    {QT_TRANSLATE_NOOP("core", "There is no role %1; add it first, or leave it out of the constraint.")},
    {QT_TRANSLATE_NOOP("core", "The constraint names the role %1 twice.")},
    {QT_TRANSLATE_NOOP("core", "You delete %1, and somebody else has changed something in it.")},
    {QT_TRANSLATE_NOOP("core", "Somebody else has deleted %1, and you change something in it.")},
    {QT_TRANSLATE_NOOP("core", "You and somebody else have changed the %1.")},
    {QT_TRANSLATE_NOOP("core", "The display name %1."), Nested},
    {QT_TRANSLATE_NOOP("core", "The permission %1."), Nested},
    {QT_TRANSLATE_NOOP("core", "The name %1."), Nested},
    {QT_TRANSLATE_NOOP("core", "A segment of a permission has no colon.")},
    {QT_TRANSLATE_NOOP("core", "Several would be called %1.")},
    {QT_TRANSLATE_NOOP("core", "%1 exists already.")},
    {QT_TRANSLATE_NOOP("core", "%1 is another spelling of %2.")},
    {QT_TRANSLATE_NOOP("core", "Replacing was cancelled.")},
    {QT_TRANSLATE_NOOP("core", "%1 and others would change names in a circle; replace in two steps.")},
    {QT_TRANSLATE_NOOP("core", "This regular expression has an error at character %1: %2.")},
    // core/admin
    {QT_TRANSLATE_NOOP(
        "core",
        "The policy would be left without an administrator. Nothing was changed: keep at least one active "
        "user who can sign in and has %1 and %2 through enabled roles, assigned without an end.")},
    {QT_TRANSLATE_NOOP(
        "core",
        "Nobody could approve what an administrator asks for. Nothing was changed: give the role %1 and the "
        "right %2 to a second active user who can sign in, without an end, or take the approval out.")},
    {QT_TRANSLATE_NOOP("core", "%1 may not do %2. Nothing was done: ask an administrator for the right %3.")},
    {QT_TRANSLATE_NOOP("core", "The right %1 is not given to %2: %3.")},
    {QT_TRANSLATE_NOOP("core", "%1 may change nothing here: %2.")},
    {QT_TRANSLATE_NOOP("core", "There is no right to %1."), Described},
    {QT_TRANSLATE_NOOP("core", " No delegation to %1 covers it.")},
    {QT_TRANSLATE_NOOP("core", "%1 may not %2: that needs the right %3.%4"), Described | Nested},
    {QT_TRANSLATE_NOOP("core",
                       "%1 may not make these changes. Nothing was changed: leave out what is named, or ask "
                       "an administrator for the right.")},
    {QT_TRANSLATE_NOOP("core", "It deletes a %1."), FirstWord},
    {QT_TRANSLATE_NOOP("core", "It changes a constraint.")},
    {QT_TRANSLATE_NOOP("core", "It changes who owns what.")},
    {QT_TRANSLATE_NOOP("core", "It changes what an operation requires.")},
    {QT_TRANSLATE_NOOP("core", "It changes who may administer.")},
    {QT_TRANSLATE_NOOP("core", "It is about a permission that is marked sensitive.")},
    // Predicates: what is wrong with a name, a value, a permission.
    {QT_TRANSLATE_NOOP("core", "is empty")},
    {QT_TRANSLATE_NOOP("core", "begins or ends with a space")},
    {QT_TRANSLATE_NOOP("core", "is %1 characters long; at most %2 are allowed")},
    {QT_TRANSLATE_NOOP("core", "has the lone surrogate %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the noncharacter %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the control character %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the bidirectional control character %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the format character %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the private-use character %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "has the white space %1 at %2")},
    {QT_TRANSLATE_NOOP("core", "is not in Unicode form NFC; write it composed, as \"%1\"")},
    {QT_TRANSLATE_NOOP("core", "is not of the form resource:action or resource:action:scope")},
    {QT_TRANSLATE_NOOP("core", "has a '*' in its %1; a pattern is allowed in grants only")},
    {QT_TRANSLATE_NOOP("core", "has a '*' in its scope; a scope is never a pattern")},
    {QT_TRANSLATE_NOOP("core", "has a '*' inside its %1; only the whole segment may be '*'")},
    {QT_TRANSLATE_NOOP("core", "is reserved: operations are guarded by what they require")},
    {QT_TRANSLATE_NOOP("core", "is under rolewright/, whose rights are built in and never in the catalogue")},
    {QT_TRANSLATE_NOOP("core",
                       "has the scope \"%1\"; rights under rolewright/ know the scope delegated only")},
    {QT_TRANSLATE_NOOP("core", "is no right of Rolewright")},
    {QT_TRANSLATE_NOOP("core", "has a scope; access takes resource:action and looks at the scopes itself")},
    {QT_TRANSLATE_NOOP("core", "has the property relations, which holds the relations of a resource")},
    {QT_TRANSLATE_NOOP("core", "has an attribute named id, which stands for the user's id itself")},
};

} // namespace

std::span<const CoreSentence> policySentences()
{
    return Sentences;
}

} // namespace rolewright
