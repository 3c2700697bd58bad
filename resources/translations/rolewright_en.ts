<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Explanation</name>
    <message numerus="yes">
        <source>%1, with %Ln further permission(s)</source>
        <translation>
            <numerusform>%1, with %Ln further permission</numerusform>
            <numerusform>%1, with %Ln further permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteReader</name>
    <message numerus="yes">
        <source>%Ln line(s) do not fit below the current cell.</source>
        <translation>
            <numerusform>%Ln line does not fit below the current cell.</numerusform>
            <numerusform>%Ln lines do not fit below the current cell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) do not fit right of the current cell.</source>
        <translation>
            <numerusform>%Ln column does not fit right of the current cell.</numerusform>
            <numerusform>%Ln columns do not fit right of the current cell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other user(s) affected</source>
        <translation>
            <numerusform>%Ln other user affected</numerusform>
            <numerusform>%Ln other users affected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes %Ln further permission(s)</source>
        <translation>
            <numerusform>takes %Ln further permission</numerusform>
            <numerusform>takes %Ln further permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gives %Ln further permission(s)</source>
        <translation>
            <numerusform>gives %Ln further permission</numerusform>
            <numerusform>gives %Ln further permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln further user(s)</source>
        <translation>
            <numerusform>and %Ln further user</numerusform>
            <numerusform>and %Ln further users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::AccessBar</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further user(s) would gain it.</source>
        <translation>
            <numerusform>%Ln further user would gain it.</numerusform>
            <numerusform>%Ln further users would gain it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This removes the assigned role(s) %1.</source>
        <translation>
            <numerusform>This removes the assigned role %1.</numerusform>
            <numerusform>This removes the assigned roles %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further permission(s) are lost: %1</source>
        <translation>
            <numerusform>%Ln further permission is lost: %1</numerusform>
            <numerusform>%Ln further permissions are lost: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::AccessOffersModel</name>
    <message numerus="yes">
        <source>%Ln more: %1</source>
        <translation>
            <numerusform>%Ln more: %1</numerusform>
            <numerusform>%Ln more: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further permission(s)</source>
        <translation>
            <numerusform>%Ln further permission</numerusform>
            <numerusform>%Ln further permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::AddManyBar</name>
    <message numerus="yes">
        <source>%Ln new permission(s).</source>
        <translation>
            <numerusform>%Ln new permission.</numerusform>
            <numerusform>%Ln new permissions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already.</source>
        <translation>
            <numerusform>%Ln there already.</numerusform>
            <numerusform>%Ln there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) to mend first.</source>
        <translation>
            <numerusform>%Ln line to mend first.</numerusform>
            <numerusform>%Ln lines to mend first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln permission(s)</source>
        <translation>
            <numerusform>Add %Ln permission</numerusform>
            <numerusform>Add %Ln permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::AdministratorsModel</name>
    <message numerus="yes">
        <source>password and code, %Ln recovery code(s) left</source>
        <translation>
            <numerusform>password and code, %Ln recovery code left</numerusform>
            <numerusform>password and code, %Ln recovery codes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ArchiveCheck</name>
    <message numerus="yes">
        <source>Reading %Ln archive(s)…</source>
        <translation>
            <numerusform>Reading %Ln archive…</numerusform>
            <numerusform>Reading %Ln archives…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::AssignmentsPane</name>
    <message numerus="yes">
        <source>Unassign %Ln role(s) from %1</source>
        <translation>
            <numerusform>Unassign %Ln role from %1</numerusform>
            <numerusform>Unassign %Ln roles from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::AuditPage</name>
    <message numerus="yes">
        <source>%Ln archive(s) have the entries %L1 to %L2, as they were signed, and the trail goes on from there.</source>
        <translation>
            <numerusform>%Ln archive has the entries %L1 to %L2, as they were signed, and the trail goes on from there.</numerusform>
            <numerusform>%Ln archives have the entries %L1 to %L2, as they were signed, and the trail goes on from there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::CataloguePage</name>
    <message numerus="yes">
        <source>Delete %Ln permission(s)?</source>
        <translation>
            <numerusform>Delete %Ln permission?</numerusform>
            <numerusform>Delete %Ln permissions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln permission(s)</source>
        <translation>
            <numerusform>Delete %Ln permission</numerusform>
            <numerusform>Delete %Ln permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln permission(s) as sensitive</source>
        <translation>
            <numerusform>Mark %Ln permission as sensitive</numerusform>
            <numerusform>Mark %Ln permissions as sensitive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln permission(s) as not sensitive</source>
        <translation>
            <numerusform>Mark %Ln permission as not sensitive</numerusform>
            <numerusform>Mark %Ln permissions as not sensitive</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::CausesModel</name>
    <message numerus="yes">
        <source>%1: %Ln user(s) keep it</source>
        <translation>
            <numerusform>%1: %Ln user keeps it</numerusform>
            <numerusform>%1: %Ln users keep it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesBar</name>
    <message numerus="yes">
        <source>%Ln user(s) gain access</source>
        <translation>
            <numerusform>%Ln user gains access</numerusform>
            <numerusform>%Ln users gain access</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) lose access</source>
        <translation>
            <numerusform>%Ln user loses access</numerusform>
            <numerusform>%Ln users lose access</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applying %Ln change(s)…</source>
        <translation>
            <numerusform>Applying %Ln change…</numerusform>
            <numerusform>Applying %Ln changes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending change(s): looking at the effect…</source>
        <translation>
            <numerusform>%Ln pending change: looking at the effect…</numerusform>
            <numerusform>%Ln pending changes: looking at the effect…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending change(s): %1</source>
        <translation>
            <numerusform>%Ln pending change: %1</numerusform>
            <numerusform>%Ln pending changes: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) undone</source>
        <translation>
            <numerusform>%Ln step undone</numerusform>
            <numerusform>%Ln steps undone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) redone</source>
        <translation>
            <numerusform>%Ln step redone</numerusform>
            <numerusform>%Ln steps redone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesPage</name>
    <message numerus="yes">
        <source>%Ln user(s) gain access</source>
        <translation>
            <numerusform>%Ln user gains access</numerusform>
            <numerusform>%Ln users gain access</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) lose access</source>
        <translation>
            <numerusform>%Ln user loses access</numerusform>
            <numerusform>%Ln users lose access</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test(s) of the policy would fail. Apply anyway only if the test is what is wrong.</source>
        <translation>
            <numerusform>%Ln test of the policy would fail. Apply anyway only if the test is what is wrong.</numerusform>
            <numerusform>%Ln tests of the policy would fail. Apply anyway only if the test is what is wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::CheckpointCheck</name>
    <message numerus="yes">
        <source>%Ln checkpoint(s) fit; the newest is of entry %L1, %2.</source>
        <translation>
            <numerusform>%Ln checkpoint fits; the newest is of entry %L1, %2.</numerusform>
            <numerusform>%Ln checkpoints fit; the newest is of entry %L1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkpoint(s) of archived entries can be held against the archive only.</source>
        <translation>
            <numerusform>%Ln checkpoint of an archived entry can be held against the archive only.</numerusform>
            <numerusform>%Ln checkpoints of archived entries can be held against the archive only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ComparePage</name>
    <message numerus="yes">
        <source>%Ln thing(s) stay different, because they come through something that was not copied.</source>
        <translation>
            <numerusform>%Ln thing stays different, because it comes through something that was not taken over.</numerusform>
            <numerusform>%Ln things stay different, because they come through something that was not taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ConflictsPane</name>
    <message numerus="yes">
        <source>%Ln conflict(s): changed by you and by somebody else. Nothing is lost until you decide.</source>
        <translation>
            <numerusform>%Ln conflict: changed by you and by somebody else. Nothing is lost until you decide.</numerusform>
            <numerusform>%Ln conflicts: changed by you and by somebody else. Nothing is lost until you decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ConstraintDetails</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ConstraintsPage</name>
    <message numerus="yes">
        <source>Delete %Ln constraint(s)?</source>
        <translation>
            <numerusform>Delete %Ln constraint?</numerusform>
            <numerusform>Delete %Ln constraints?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln constraint(s)</source>
        <translation>
            <numerusform>Delete %Ln constraint</numerusform>
            <numerusform>Delete %Ln constraints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::DeletionBar</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) go with it:</source>
        <translation>
            <numerusform>%Ln thing goes with it:</numerusform>
            <numerusform>%Ln things go with it:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::DifferencePage</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::EffectivePane</name>
    <message numerus="yes">
        <source>Holds %Ln permission(s) now, with all assigned roles.</source>
        <translation>
            <numerusform>Holds %Ln permission now, with all assigned roles.</numerusform>
            <numerusform>Holds %Ln permissions now, with all assigned roles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::EffectsView</name>
    <message numerus="yes">
        <source>%1 is now called %2: %Ln user(s) keep it.</source>
        <translation>
            <numerusform>%1 is now called %2: %Ln user keeps it.</numerusform>
            <numerusform>%1 is now called %2: %Ln users keep it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) change: who has what they stand for keeps it.</source>
        <translation>
            <numerusform>%Ln name changes: who has what it stands for keeps it.</numerusform>
            <numerusform>%Ln names change: who has what they stand for keeps it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::EngineExportDialog</name>
    <message numerus="yes">
        <source>It cannot express the following %Ln, which is left out. Nobody is ever allowed more for it, but some may be allowed less.</source>
        <translation>
            <numerusform>It cannot express the following, which is left out. Nobody is ever allowed more for it, but some may be allowed less.</numerusform>
            <numerusform>It cannot express the following %Ln, which are left out. Nobody is ever allowed more for it, but some may be allowed less.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::EventDetails</name>
    <message numerus="yes">
        <source>&amp;Revert %Ln version(s) in the draft</source>
        <translation>
            <numerusform>&amp;Revert %Ln version in the draft</numerusform>
            <numerusform>&amp;Revert %Ln versions in the draft</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::FacetsView</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::FindingsPage</name>
    <message numerus="yes">
        <source>%L1 of %Ln finding(s)</source>
        <translation>
            <numerusform>%L1 of %Ln finding</numerusform>
            <numerusform>%L1 of %Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend %Ln finding(s)</source>
        <translation>
            <numerusform>Mend %Ln finding</numerusform>
            <numerusform>Mend %Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ImportPage</name>
    <message numerus="yes">
        <source>This is a table of %Ln row(s).</source>
        <translation>
            <numerusform>This is a table of %Ln row.</numerusform>
            <numerusform>This is a table of %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them repeat another.</source>
        <translation>
            <numerusform>%Ln of them repeats another.</numerusform>
            <numerusform>%Ln of them repeat another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The column “%1” is left out, with %Ln value(s).</source>
        <translation>
            <numerusform>The column “%1” is left out, with %Ln value.</numerusform>
            <numerusform>The column “%1” is left out, with %Ln values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln error(s):</source>
        <translation>
            <numerusform>%1 %Ln error:</numerusform>
            <numerusform>%1 %Ln errors:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::InheritancePane</name>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::MainWindow</name>
    <message numerus="yes">
        <source>Version %1 is exported to %2: %Ln file(s).</source>
        <translation>
            <numerusform>Version %1 is exported to %2: %Ln file.</numerusform>
            <numerusform>Version %1 is exported to %2: %Ln files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) are left out.</source>
        <translation>
            <numerusform>%Ln thing is left out.</numerusform>
            <numerusform>%Ln things are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %Ln minute(s)</source>
        <translation>
            <numerusform>After %Ln minute</numerusform>
            <numerusform>After %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixModel</name>
    <message numerus="yes">
        <source>%1: %Ln shown</source>
        <translation>
            <numerusform>%1: %Ln shown</numerusform>
            <numerusform>%1: %Ln shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixPage</name>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln permission(s)</source>
        <translation>
            <numerusform>%Ln permission</numerusform>
            <numerusform>%Ln permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln permission(s) and patterns</source>
        <translation>
            <numerusform>%Ln permission or pattern</numerusform>
            <numerusform>%Ln permissions and patterns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::NetChangesPane</name>
    <message numerus="yes">
        <source>None of the %Ln change(s) matches the filter.</source>
        <translation>
            <numerusform>The one change does not match the filter.</numerusform>
            <numerusform>None of the %Ln changes matches the filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln change(s)</source>
        <translation>
            <numerusform>%L1 of %Ln change</numerusform>
            <numerusform>%L1 of %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %Ln change(s)</source>
        <translation>
            <numerusform>Take back %Ln change</numerusform>
            <numerusform>Take back %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::OperationDetails</name>
    <message numerus="yes">
        <source>%Ln user(s) may perform it now.</source>
        <translation>
            <numerusform>%Ln user may perform it now.</numerusform>
            <numerusform>%Ln users may perform it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more on what they own.</source>
        <translation>
            <numerusform>%Ln more on what they own.</numerusform>
            <numerusform>%Ln more on what they own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln must say which role acts.</source>
        <translation>
            <numerusform>%Ln must say which role acts.</numerusform>
            <numerusform>%Ln must say which role acts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::OperationsPage</name>
    <message numerus="yes">
        <source>Delete %Ln operation(s)?</source>
        <translation>
            <numerusform>Delete %Ln operation?</numerusform>
            <numerusform>Delete %Ln operations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln operation(s)</source>
        <translation>
            <numerusform>Delete %Ln operation</numerusform>
            <numerusform>Delete %Ln operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::OpinionPage</name>
    <message numerus="yes">
        <source>%Ln line(s) are no requests.</source>
        <translation>
            <numerusform>%Ln line is no request.</numerusform>
            <numerusform>%Ln lines are no requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) ask nothing: patterns, and roles that nobody has.</source>
        <translation>
            <numerusform>%Ln cell asks nothing: a pattern, or a role that nobody has.</numerusform>
            <numerusform>%Ln cells ask nothing: patterns, and roles that nobody has.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::PasteBar</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) given</source>
        <translation>
            <numerusform>%Ln cell given</numerusform>
            <numerusform>%Ln cells given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) taken</source>
        <translation>
            <numerusform>%Ln cell taken</numerusform>
            <numerusform>%Ln cells taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) with other dates</source>
        <translation>
            <numerusform>%Ln cell with other dates</numerusform>
            <numerusform>%Ln cells with other dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) as they are</source>
        <translation>
            <numerusform>%Ln cell as it is</numerusform>
            <numerusform>%Ln cells as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) do not fit; nothing is changed before you decide.</source>
        <translation>
            <numerusform>%Ln thing does not fit; nothing is changed before you decide.</numerusform>
            <numerusform>%Ln things do not fit; nothing is changed before you decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %Ln cell(s)</source>
        <translation>
            <numerusform>Paste %Ln cell</numerusform>
            <numerusform>Paste %Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) are taken by this paste: empty ones take.</source>
        <translation>
            <numerusform>%Ln cell is taken by this paste: an empty one takes.</numerusform>
            <numerusform>%Ln cells are taken by this paste: empty ones take.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::PermissionDetails</name>
    <message numerus="yes">
        <source>%Ln user(s) hold it now.</source>
        <translation>
            <numerusform>%Ln user holds it now.</numerusform>
            <numerusform>%Ln users hold it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %1 from %Ln role(s)</source>
        <translation>
            <numerusform>Revoke %1 from %Ln role</numerusform>
            <numerusform>Revoke %1 from %Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::PermissionRoleModel</name>
    <message numerus="yes">
        <source>Grant %Ln permission(s) to %1</source>
        <translation>
            <numerusform>Grant %Ln permission to %1</numerusform>
            <numerusform>Grant %Ln permissions to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln permission(s) from %1</source>
        <translation>
            <numerusform>Revoke %Ln permission from %1</numerusform>
            <numerusform>Revoke %Ln permissions from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant in %Ln cell(s)</source>
        <translation>
            <numerusform>Grant in %Ln cell</numerusform>
            <numerusform>Grant in %Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke in %Ln cell(s)</source>
        <translation>
            <numerusform>Revoke in %Ln cell</numerusform>
            <numerusform>Revoke in %Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::PresenceLabel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln others here</source>
        <translation>
            <numerusform>%Ln other here</numerusform>
            <numerusform>%Ln others here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::Printing</name>
    <message numerus="yes">
        <source>%Ln entry(s), newest first</source>
        <translation>
            <numerusform>%Ln entry, newest first</numerusform>
            <numerusform>%Ln entries, newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are printed.</source>
        <translation>
            <numerusform>%Ln page is printed.</numerusform>
            <numerusform>%Ln pages are printed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are in %1.</source>
        <translation>
            <numerusform>%Ln page is in %1.</numerusform>
            <numerusform>%Ln pages are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with %Ln pending change(s)</source>
        <translation>
            <numerusform>%1 with %Ln pending change</numerusform>
            <numerusform>%1 with %Ln pending changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ProblemText</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::QuestionsPage</name>
    <message numerus="yes">
        <source>%Ln role(s) give it.</source>
        <translation>
            <numerusform>%Ln role gives it.</numerusform>
            <numerusform>%Ln roles give it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) have access.</source>
        <translation>
            <numerusform>%Ln user has access.</numerusform>
            <numerusform>%Ln users have access.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The user holds %Ln permission(s).</source>
        <translation>
            <numerusform>The user holds %Ln permission.</numerusform>
            <numerusform>The user holds %Ln permissions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The user can perform %Ln operation(s).</source>
        <translation>
            <numerusform>The user can perform %Ln operation.</numerusform>
            <numerusform>The user can perform %Ln operations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ReplacePane</name>
    <message numerus="yes">
        <source>%Ln name(s) change.</source>
        <translation>
            <numerusform>%Ln name changes.</numerusform>
            <numerusform>%Ln names change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) change,</source>
        <translation>
            <numerusform>%Ln name changes,</numerusform>
            <numerusform>%Ln names change,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot; see why in the list.</source>
        <translation>
            <numerusform>%Ln cannot; see why in the list.</numerusform>
            <numerusform>%Ln cannot; see why in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %1 by %2 in %Ln name(s)</source>
        <translation>
            <numerusform>Replace %1 by %2 in %Ln name</numerusform>
            <numerusform>Replace %1 by %2 in %Ln names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ReportExport</name>
    <message numerus="yes">
        <source>The report on %Ln entry(s) is in %1.</source>
        <translation>
            <numerusform>The report on %Ln entry is in %1.</numerusform>
            <numerusform>The report on %Ln entries is in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::RequestsModel</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::Reverting</name>
    <message numerus="yes">
        <source>%Ln version(s), %1 to %2</source>
        <translation>
            <numerusform>%Ln version, %1 to %2</numerusform>
            <numerusform>%Ln versions, %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of %1 are reverted in the draft; nothing is applied yet.</source>
        <translation>
            <numerusform>%Ln change of %1 is reverted in the draft; nothing is applied yet.</numerusform>
            <numerusform>%Ln changes of %1 are reverted in the draft; nothing is applied yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::RoleDetails</name>
    <message numerus="yes">
        <source>Gives %Ln permission(s), %1 of them by its own grants.</source>
        <translation>
            <numerusform>Gives %Ln permission, %1 of them by its own grants.</numerusform>
            <numerusform>Gives %Ln permissions, %1 of them by its own grants.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln grant(s) from %1</source>
        <translation>
            <numerusform>Revoke %Ln grant from %1</numerusform>
            <numerusform>Revoke %Ln grants from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unassign %1 from %Ln user(s)</source>
        <translation>
            <numerusform>Unassign %1 from %Ln user</numerusform>
            <numerusform>Unassign %1 from %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::RolesPage</name>
    <message numerus="yes">
        <source>Delete %Ln role(s)?</source>
        <translation>
            <numerusform>Delete %Ln role?</numerusform>
            <numerusform>Delete %Ln roles?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln role(s)</source>
        <translation>
            <numerusform>Delete %Ln role</numerusform>
            <numerusform>Delete %Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::SignInPage</name>
    <message numerus="yes">
        <source>You were signed out after %Ln minute(s) without key or mouse.</source>
        <translation>
            <numerusform>You were signed out after %Ln minute without key or mouse.</numerusform>
            <numerusform>You were signed out after %Ln minutes without key or mouse.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::TestBlockBar</name>
    <message numerus="yes">
        <source>%Ln test(s) expect allowed</source>
        <translation>
            <numerusform>%Ln test expects allowed</numerusform>
            <numerusform>%Ln tests expect allowed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test(s) expect denied</source>
        <translation>
            <numerusform>%Ln test expects denied</numerusform>
            <numerusform>%Ln tests expect denied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test(s) are there already</source>
        <translation>
            <numerusform>%Ln test is there already</numerusform>
            <numerusform>%Ln tests are there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) are left out: patterns, and roles that nobody has</source>
        <translation>
            <numerusform>%Ln cell is left out: patterns, and roles that nobody has</numerusform>
            <numerusform>%Ln cells are left out: patterns, and roles that nobody has</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln test(s)</source>
        <translation>
            <numerusform>Make %Ln test</numerusform>
            <numerusform>Make %Ln tests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::TestsPage</name>
    <message numerus="yes">
        <source>%Ln test(s) pass on the stored version and would fail once the draft is applied.</source>
        <translation>
            <numerusform>%Ln test passes on the stored version and would fail once the draft is applied.</numerusform>
            <numerusform>%Ln tests pass on the stored version and would fail once the draft is applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No test touches %Ln permission(s):</source>
        <translation>
            <numerusform>No test touches %Ln permission:</numerusform>
            <numerusform>No test touches %Ln permissions:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln test(s)?</source>
        <translation>
            <numerusform>Delete %Ln test?</numerusform>
            <numerusform>Delete %Ln tests?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln test(s)</source>
        <translation>
            <numerusform>Delete %Ln test</numerusform>
            <numerusform>Delete %Ln tests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::Timeline</name>
    <message numerus="yes">
        <source>at most %Ln change(s) a bar</source>
        <translation>
            <numerusform>at most %Ln change a bar</numerusform>
            <numerusform>at most %Ln changes a bar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2: %Ln change(s)</source>
        <translation>
            <numerusform>%1 to %2: %Ln change</numerusform>
            <numerusform>%1 to %2: %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::TrailExport</name>
    <message numerus="yes">
        <source>%Ln entry(s) of the trail are in %1.</source>
        <translation>
            <numerusform>%Ln entry of the trail is in %1.</numerusform>
            <numerusform>%Ln entries of the trail are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::UserRoleModel</name>
    <message numerus="yes">
        <source>Assign %1 to %Ln user(s)</source>
        <translation>
            <numerusform>Assign %1 to %Ln user</numerusform>
            <numerusform>Assign %1 to %Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %1 from %Ln user(s)</source>
        <translation>
            <numerusform>Take %1 from %Ln user</numerusform>
            <numerusform>Take %1 from %Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln assignment(s)</source>
        <translation>
            <numerusform>Make %Ln assignment</numerusform>
            <numerusform>Make %Ln assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln assignment(s)</source>
        <translation>
            <numerusform>Take %Ln assignment</numerusform>
            <numerusform>Take %Ln assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %Ln user(s)</source>
        <translation>
            <numerusform>%1 for %Ln user</numerusform>
            <numerusform>%1 for %Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s) for %1</source>
        <translation>
            <numerusform>%Ln role for %1</numerusform>
            <numerusform>%Ln roles for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln assignment(s)</source>
        <translation>
            <numerusform>%Ln assignment</numerusform>
            <numerusform>%Ln assignments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::UsersPage</name>
    <message numerus="yes">
        <source>Delete %Ln user(s)?</source>
        <translation>
            <numerusform>Delete %Ln user?</numerusform>
            <numerusform>Delete %Ln users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln user(s)</source>
        <translation>
            <numerusform>Delete %Ln user</numerusform>
            <numerusform>Delete %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ValidityBar</name>
    <message numerus="yes">
        <source>%Ln of them will be new.</source>
        <translation>
            <numerusform>%Ln of them will be new.</numerusform>
            <numerusform>%Ln of them will be new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::Workspace</name>
    <message numerus="yes">
        <source>%Ln pending change(s) from last time are back. Nothing of them is applied yet.</source>
        <translation>
            <numerusform>%Ln pending change from last time is back. It is not applied yet.</numerusform>
            <numerusform>%Ln pending changes from last time are back. None of them is applied yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s) with what was applied since; those were left out.</source>
        <translation>
            <numerusform>%Ln conflicts with what was applied since and was left out.</numerusform>
            <numerusform>%Ln conflict with what was applied since and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %Ln more)</source>
        <translation>
            <numerusform>(and %Ln more)</numerusform>
            <numerusform>(and %Ln more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your changes conflict with it and were left out.</source>
        <translation>
            <numerusform>%Ln of your changes conflicts with it and was left out.</numerusform>
            <numerusform>%Ln of your changes conflict with it and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are pending now. Nothing of them is applied yet.</source>
        <translation>
            <numerusform>%Ln change is pending now. Nothing of it is applied yet.</numerusform>
            <numerusform>%Ln changes are pending now. Nothing of them is applied yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
