<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BeforeAfter</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry&apos;s change cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>not granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inherited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in some scope only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered without scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without effect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breaks separation of duty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>%1 grants %2, but %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles that would give it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n further permission(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, inherited by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, acting in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the role that is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grants %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grants %1, and %2 owns it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grants %1, and the relation %2 holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and owns it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds at least one of these permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds every one of these permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has at least one of these roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has access to this resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds one of these, or owns it and holds one of those for owners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an active user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is open to everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and further ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The constraint %1 forbids these roles to act together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameFilter</name>
    <message>
        <source>This regular expression has an error at character %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>the question is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open to everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user is inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the operation says nothing about who may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session has a role that the user lacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separation of duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted by a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted by scope %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted by a scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scope does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it requires is met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it requires is not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no role in effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that every question needs is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operation %1 is open to everybody, known or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy has no user %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is inactive and denied everything not public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy has no operation %1, and what it does not know is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operation %1 has no requirement; it is denied until it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue has no permission %1, and what it does not know is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session names a role that %1 neither has nor inherits at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constraint forbids these roles of %1 to act together. Choose the session&apos;s roles under More.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A role of %1 grants %2 on everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A role of %1 grants %2 for this one, not for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may do this to some, but not to this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No role of %1 grants %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 meets what %2 requires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not meet what %2 requires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no role in effect at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May %1 perform %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May %1 %2 %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, owned by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with the relation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, acting in no role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, acting as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was assigned only until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is assigned only from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not act in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the relation %1 does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the question does not say who owns it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it belongs to %1, not to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Edits role-based access control policies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample newsroom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::AssignmentsModel</name>
    <message>
        <source>in effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::AssignmentsPane</name>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unti&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ssign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role to assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must begin before it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the dates of %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassign %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Unassign %n role(s) from %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Set dates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::AttributesModel</name>
    <message>
        <source>(new attribute)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attribute cannot be called id: that is the user&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an attribute %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::AttributesPane</name>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the attributes of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::AuditFilter</name>
    <message>
        <source>&amp;Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unti&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any role, user, permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in what was done or why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show e&amp;verything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;erson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::AuditModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::AuditPage</name>
    <message>
        <source>Verify a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0000-00-00 00:00:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry fits this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store keeps no audit trail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the trail...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT INTACT from entry %L1 on: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT INTACT: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intact: all %L1 entries are as they were written. The trail is not sealed yet: whoever can write the file could rewrite all of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesBar</name>
    <message>
        <source>nobody gains or loses access</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) gain access</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) lose access</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Applying %Ln change(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending change(s): looking at the effect…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending change(s): %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesModel</name>
    <message>
        <source>%1 (%L2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inheritance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles of constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesPage</name>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;ke back the selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As if it had never been changed. Can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gains and who loses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, or the ticket: it stays in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply although these tests &amp;would fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the stored version. Can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes, on version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking who gains and who loses...</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) gain access</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) lose access</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody gains or loses access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test %1 would fail; it passes now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing speaks against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take back %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This store is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be applied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) of the policy would fail. Apply anyway only if the test is what is wrong.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Applying...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::ConflictsPane</name>
    <message>
        <source>&amp;Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take thei&amp;rs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a&amp;ll theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs, in the store now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine, left out of the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): changed by you and by somebody else. Nothing is lost until you decide.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: only both together are not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::DeletionBar</name>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) go with it:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::DraftKeeper</name>
    <message>
        <source>Changes that were not applied are kept in %1, but it cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that were kept for this store cannot be read: %1 They stay in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pending changes are not kept if the program ends: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::EffectiveModel</name>
    <message>
        <source>%1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::EffectivePane</name>
    <message>
        <source>Filter permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive: denied everything that is not public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Holds %n permission(s) now, with all assigned roles.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 permissions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::EntityPage</name>
    <message>
        <source>&amp;New...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lone...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::EventDetails</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an entry to see what it changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of version %1 is left to revert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of version %1 are reverted in the draft; nothing is applied yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, because they were changed again since: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as it was at version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revert version %1 in the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;policy of version %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::FilterEdit</name>
    <message>
        <source>Any part of the name; article:* for whole names; /regular expression/.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::ImpactModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::Legend</name>
    <message>
        <source>granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inherited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some scope only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::MainWindow</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulate access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name in the audit trail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Toggle cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;permission…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard all pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Simulate access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unfold all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;old all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this &amp;store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Rolewright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolewright stores (*.rolewright)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores and policy documents (*.rolewright *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 for the sample cannot be made. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are recorded under this name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Rolewright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy editor for role-based access control.
Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixModel</name>
    <message>
        <source>More than %L1 cells are selected. Select fewer to change them in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixPage</name>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Filter permissions: article:*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to show yet: a matrix needs a permission and a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter users</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to show yet: a matrix needs a user and a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions × Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users × Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has the role %1 now, so there is nobody to ask for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixPane</name>
    <message>
        <source>%L1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixView</name>
    <message>
        <source>Too many cells to copy. Select fewer, or export the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::MemberList</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::NameBar</name>
    <message>
        <source>Crea&amp;te</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::PermissionBar</name>
    <message>
        <source>The permission %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permission %1 exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete permission %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New permission, as resource:action or resource:action:scope:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create permission %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename permission %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as not sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New permission…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name of the permission %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the permission %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::PermissionRoleModel</name>
    <message>
        <source>Disabled: gives nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inherits it from %2, which has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it through the pattern %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it without scope, through %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it without scope, through %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it for some scope only, such as own things; see the rows with a scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Grant %n permission(s) to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n permission(s) from %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant in %n cell(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke in %n cell(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to revoke: no selected cell is granted directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All selected cells are granted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::PolicyText</name>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::QuestionForm</name>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource t&amp;ype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource &amp;id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;wner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Relations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More: relations, roles, time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else holds between the user and this resource, beside owning it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;nly as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roles that act in the session; otherwise all that are assigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which operation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which type of resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which action.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::RoleDetails</name>
    <message>
        <source>The name %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a role %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ena&amp;bled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inherits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role to inherit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own &amp;grants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resource:action, or a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned &amp;users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User to assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename role %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe role %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable role %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable role %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a role, or create one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled: it gives nothing, and nothing flows through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Gives %n permission(s) of the catalogue, </source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them by its own grants.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inherits %2 already: that would be a cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let role %1 inherit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grant %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue has no permission %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n grant(s) from %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Let role %1 no longer inherit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Unassign %1 from %n user(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::RolesModel</name>
    <message>
        <source>%L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::RolesPage</name>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new role:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new role, with the grants of %1 and what it inherits:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the role %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create role %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clone role %1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete role %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::SimulatePanel</name>
    <message>
        <source>Cop&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After your draft: %1. Now: %2 - %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALLOWED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DENIED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ssign %1 to draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign %1 to %2, in the draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::StartPage</name>
    <message>
        <source>Rolewright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles, permissions, and who may do what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newsroom with authors, editors and moderators, to look around in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty policy in a file of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .rolewright file, or a policy document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::UserDetails</name>
    <message>
        <source>The id %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a user %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ac&amp;tive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User &amp;id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename user %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call user %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deactivate user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assi&amp;gned roles (%L1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attri&amp;butes (%L1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::UserRoleModel</name>
    <message>
        <source>Valid until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from %1 until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is inherited through %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Assign %1 to %n user(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %1 from %n user(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n assignment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n assignment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All selected cells are assigned already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to take: no selected cell is assigned directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the dates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::UsersModel</name>
    <message>
        <source>%L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::UsersPage</name>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by id or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the new user:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the new user, with the roles of %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the user %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create user %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clone user %1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete user %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::VerdictView</name>
    <message>
        <source>%1 - %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALLOWED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DENIED</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rolewright::Workspace</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This store is read-only. Save it as a new store to edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard all pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes that were pending when the program ended had been applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending change(s) from last time are back. Nothing of them is applied yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s) with what was applied since; those were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This store is read-only: nothing can be applied to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied as version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was applied; your changes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 was applied by somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of your changes conflict with it and were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your pending changes were carried over to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
