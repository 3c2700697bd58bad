<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BeforeAfter</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The entry&apos;s change cannot be read.</source>
        <translation>Die Änderung dieses Eintrags ist nicht lesbar.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>not granted</source>
        <translation>nicht erteilt</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>by pattern</source>
        <translation>durch Muster</translation>
    </message>
    <message>
        <source>in some scope only</source>
        <translation>nur in einem Bereich</translation>
    </message>
    <message>
        <source>covered without scope</source>
        <translation>ohne Bereich enthalten</translation>
    </message>
    <message>
        <source>all of the group</source>
        <translation>die ganze Gruppe</translation>
    </message>
    <message>
        <source>some of the group</source>
        <translation>ein Teil der Gruppe</translation>
    </message>
    <message>
        <source>temporary</source>
        <translation>befristet</translation>
    </message>
    <message>
        <source>without effect now</source>
        <translation>zurzeit ohne Wirkung</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>heikel</translation>
    </message>
    <message>
        <source>breaks separation of duty</source>
        <translation>verletzt die Funktionstrennung</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>%1 grants %2, but %3</source>
        <translation>%1 erteilt %2, aber %3</translation>
    </message>
    <message>
        <source>Roles that would give it</source>
        <translation>Rollen, die es geben würden</translation>
    </message>
    <message>
        <source>%1, and nothing else</source>
        <translation>%1, und sonst nichts</translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n further permission(s)</source>
        <translation>
            <numerusform>%1, mit %n weiteren Berechtigung</numerusform>
            <numerusform>%1, mit %n weiteren Berechtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, inherited by %2</source>
        <translation>%1, geerbt von %2</translation>
    </message>
    <message>
        <source>%1, acting in this session</source>
        <translation>%1, in dieser Sitzung aktiv</translation>
    </message>
    <message>
        <source>%1, assigned</source>
        <translation>%1, zugewiesen</translation>
    </message>
    <message>
        <source>is the role that is asked for</source>
        <translation>ist die verlangte Rolle</translation>
    </message>
    <message>
        <source>grants %1</source>
        <translation>erteilt %1</translation>
    </message>
    <message>
        <source>grants %1, and %2 owns it</source>
        <translation>erteilt %1, und es gehört %2</translation>
    </message>
    <message>
        <source>grants %1, and the relation %2 holds</source>
        <translation>erteilt %1, und die Beziehung %2 besteht</translation>
    </message>
    <message>
        <source>%1, and owns it</source>
        <translation>%1, und ist Eigentümer</translation>
    </message>
    <message>
        <source>holds at least one of these permissions</source>
        <translation>hat mindestens eine dieser Berechtigungen</translation>
    </message>
    <message>
        <source>holds every one of these permissions</source>
        <translation>hat jede dieser Berechtigungen</translation>
    </message>
    <message>
        <source>has at least one of these roles</source>
        <translation>hat mindestens eine dieser Rollen</translation>
    </message>
    <message>
        <source>has access to this resource</source>
        <translation>hat Zugriff auf diese Ressource</translation>
    </message>
    <message>
        <source>holds one of these, or owns it and holds one of those for owners</source>
        <translation>hat eine davon, oder ist Eigentümer und hat eine für Eigentümer</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>alles davon</translation>
    </message>
    <message>
        <source>at least one of these</source>
        <translation>mindestens eines davon</translation>
    </message>
    <message>
        <source>is an active user</source>
        <translation>ist ein aktiver Benutzer</translation>
    </message>
    <message>
        <source>is open to everybody</source>
        <translation>steht allen offen</translation>
    </message>
    <message>
        <source>and further ways</source>
        <translation>und weitere Wege</translation>
    </message>
    <message>
        <source>The constraint %1 forbids these roles to act together</source>
        <translation>Die Einschränkung %1 verbietet diesen Rollen, zusammen zu handeln</translation>
    </message>
</context>
<context>
    <name>NameFilter</name>
    <message>
        <source>This regular expression has an error at character %1: %2.</source>
        <translation>Dieser reguläre Ausdruck hat bei Zeichen %1 einen Fehler: %2.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>the question is not complete</source>
        <translation>die Frage ist unvollständig</translation>
    </message>
    <message>
        <source>open to everybody</source>
        <translation>offen für alle</translation>
    </message>
    <message>
        <source>unknown user</source>
        <translation>unbekannter Benutzer</translation>
    </message>
    <message>
        <source>the user is inactive</source>
        <translation>der Benutzer ist inaktiv</translation>
    </message>
    <message>
        <source>unknown operation</source>
        <translation>unbekannte Operation</translation>
    </message>
    <message>
        <source>the operation says nothing about who may</source>
        <translation>die Operation sagt nicht, wer darf</translation>
    </message>
    <message>
        <source>unknown permission</source>
        <translation>unbekannte Berechtigung</translation>
    </message>
    <message>
        <source>the session has a role that the user lacks</source>
        <translation>die Sitzung hat eine Rolle, die dem Benutzer fehlt</translation>
    </message>
    <message>
        <source>separation of duty</source>
        <translation>Funktionstrennung</translation>
    </message>
    <message>
        <source>granted by a role</source>
        <translation>durch eine Rolle erteilt</translation>
    </message>
    <message>
        <source>granted by scope %1</source>
        <translation>durch den Bereich %1 erteilt</translation>
    </message>
    <message>
        <source>granted by a scope</source>
        <translation>durch einen Bereich erteilt</translation>
    </message>
    <message>
        <source>the scope does not hold</source>
        <translation>der Bereich trifft nicht zu</translation>
    </message>
    <message>
        <source>not granted</source>
        <translation>nicht erteilt</translation>
    </message>
    <message>
        <source>what it requires is met</source>
        <translation>die Anforderung ist erfüllt</translation>
    </message>
    <message>
        <source>what it requires is not met</source>
        <translation>die Anforderung ist nicht erfüllt</translation>
    </message>
    <message>
        <source>no role in effect</source>
        <translation>keine wirksame Rolle</translation>
    </message>
    <message>
        <source>Something that every question needs is missing.</source>
        <translation>Etwas, das jede Frage braucht, fehlt.</translation>
    </message>
    <message>
        <source>The operation %1 is open to everybody, known or not.</source>
        <translation>Die Operation %1 steht allen offen, ob bekannt oder nicht.</translation>
    </message>
    <message>
        <source>The policy has no user %1.</source>
        <translation>Die Richtlinie hat keinen Benutzer %1.</translation>
    </message>
    <message>
        <source>%1 is inactive and denied everything not public.</source>
        <translation>%1 ist inaktiv; alles nicht Öffentliche ist verwehrt.</translation>
    </message>
    <message>
        <source>The policy has no operation %1, and what it does not know is denied.</source>
        <translation>Die Richtlinie hat keine Operation %1, und was sie nicht kennt, ist verwehrt.</translation>
    </message>
    <message>
        <source>The operation %1 has no requirement; it is denied until it has one.</source>
        <translation>Die Operation %1 hat keine Anforderung; bis dahin ist sie verwehrt.</translation>
    </message>
    <message>
        <source>The catalogue has no permission %1, and what it does not know is denied.</source>
        <translation>Der Katalog hat keine Berechtigung %1, und was er nicht kennt, ist verwehrt.</translation>
    </message>
    <message>
        <source>The session names a role that %1 neither has nor inherits at that time.</source>
        <translation>Die Sitzung nennt eine Rolle, die %1 zu dieser Zeit weder hat noch erbt.</translation>
    </message>
    <message>
        <source>A constraint forbids these roles of %1 to act together. Choose the session&apos;s roles under More.</source>
        <translation>Eine Einschränkung verbietet diesen Rollen von %1, zusammen zu handeln. Wählen Sie unter Mehr die Rollen der Sitzung.</translation>
    </message>
    <message>
        <source>A role of %1 grants %2 on everything.</source>
        <translation>Eine Rolle von %1 erteilt %2 für alles.</translation>
    </message>
    <message>
        <source>A role of %1 grants %2 for this one, not for all.</source>
        <translation>Eine Rolle von %1 erteilt %2 für dieses, nicht für alle.</translation>
    </message>
    <message>
        <source>%1 may do this to some, but not to this one.</source>
        <translation>%1 darf das bei manchen, aber nicht hier.</translation>
    </message>
    <message>
        <source>No role of %1 grants %2.</source>
        <translation>Keine Rolle von %1 erteilt %2.</translation>
    </message>
    <message>
        <source>%1 meets what %2 requires.</source>
        <translation>%1 erfüllt, was %2 verlangt.</translation>
    </message>
    <message>
        <source>%1 does not meet what %2 requires.</source>
        <translation>%1 erfüllt nicht, was %2 verlangt.</translation>
    </message>
    <message>
        <source>%1 has no role in effect at that time.</source>
        <translation>%1 hat zu dieser Zeit keine wirksame Rolle.</translation>
    </message>
    <message>
        <source>May %1 perform %2</source>
        <translation>Darf %1 %2 ausführen</translation>
    </message>
    <message>
        <source>May %1 %2 %3 %4</source>
        <translation>Darf %1 %2 an %3 %4</translation>
    </message>
    <message>
        <source>, owned by %1</source>
        <translation>, Eigentümer %1</translation>
    </message>
    <message>
        <source>, with the relation %1</source>
        <translation>, mit der Beziehung %1</translation>
    </message>
    <message>
        <source>, acting in no role</source>
        <translation>, ohne aktive Rolle</translation>
    </message>
    <message>
        <source>, acting as %1</source>
        <translation>, aktiv als %1</translation>
    </message>
    <message>
        <source>, at %1</source>
        <translation>, am %1</translation>
    </message>
    <message>
        <source>%1 was assigned only until %2</source>
        <translation>%1 war nur bis %2 zugewiesen</translation>
    </message>
    <message>
        <source>%1 is assigned only from %2</source>
        <translation>%1 ist erst ab %2 zugewiesen</translation>
    </message>
    <message>
        <source>%1 is disabled</source>
        <translation>%1 ist abgeschaltet</translation>
    </message>
    <message>
        <source>%1 does not act in this session</source>
        <translation>%1 ist in dieser Sitzung nicht aktiv</translation>
    </message>
    <message>
        <source>the relation %1 does not hold</source>
        <translation>die Beziehung %1 besteht nicht</translation>
    </message>
    <message>
        <source>the question does not say who owns it</source>
        <translation>die Frage sagt nicht, wem es gehört</translation>
    </message>
    <message>
        <source>it belongs to %1, not to %2</source>
        <translation>es gehört %1, nicht %2</translation>
    </message>
</context>
<context>
    <name>change</name>
    <message>
        <source>permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>Einschränkung</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>heikel</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>requires</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>expect</source>
        <translation>Erwartung</translation>
    </message>
    <message>
        <source>from</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>true</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>false</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nothing yet (denied)</source>
        <translation>noch nichts (verwehrt)</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verwehrt</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>any permission of %1</source>
        <translation>eine Berechtigung von %1</translation>
    </message>
    <message>
        <source>all permissions of %1</source>
        <translation>alle Berechtigungen von %1</translation>
    </message>
    <message>
        <source>any role of %1</source>
        <translation>eine Rolle von %1</translation>
    </message>
    <message>
        <source>access to %1</source>
        <translation>Zugriff auf %1</translation>
    </message>
    <message>
        <source>to be the owner with %1</source>
        <translation>Eigentümer zu sein mit %1</translation>
    </message>
    <message>
        <source>any of %1, or to be the owner with %2</source>
        <translation>eines von %1, oder Eigentümer zu sein mit %2</translation>
    </message>
    <message>
        <source>all of %1</source>
        <translation>alles von %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>any of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>an active user</source>
        <translation>ein aktiver Benutzer</translation>
    </message>
    <message>
        <source>nothing: it is public</source>
        <translation>nichts: öffentlich</translation>
    </message>
    <message>
        <source> from %1</source>
        <translation> ab %1</translation>
    </message>
    <message>
        <source> until %1</source>
        <translation> bis %1</translation>
    </message>
    <message>
        <source>assign %1</source>
        <translation>%1 zuweisen</translation>
    </message>
    <message>
        <source>grant %1</source>
        <translation>%1 erteilen</translation>
    </message>
    <message>
        <source>do nothing</source>
        <translation>nichts tun</translation>
    </message>
    <message>
        <source>%1 may %2</source>
        <translation>%1 darf %2</translation>
    </message>
    <message>
        <source> for users whose %1 is %2</source>
        <translation> für Benutzer, deren %1 %2 ist</translation>
    </message>
    <message>
        <source>enable role %1</source>
        <translation>Rolle %1 einschalten</translation>
    </message>
    <message>
        <source>disable role %1</source>
        <translation>Rolle %1 abschalten</translation>
    </message>
    <message>
        <source>activate user %1</source>
        <translation>Benutzer %1 aktivieren</translation>
    </message>
    <message>
        <source>deactivate user %1</source>
        <translation>Benutzer %1 deaktivieren</translation>
    </message>
    <message>
        <source>mark permission %1 as sensitive</source>
        <translation>Berechtigung %1 als heikel markieren</translation>
    </message>
    <message>
        <source>mark permission %1 as not sensitive</source>
        <translation>Berechtigung %1 als nicht heikel markieren</translation>
    </message>
    <message>
        <source>set the ownership %1 to %2</source>
        <translation>Eigentum: %1 auf %2 setzen</translation>
    </message>
    <message>
        <source>set %1 of the assignment of %2 to %3 to %4</source>
        <translation>%1 der Zuweisung von %2 an %3 auf %4 setzen</translation>
    </message>
    <message>
        <source>let operation %1 require %2</source>
        <translation>Operation %1 verlangt %2</translation>
    </message>
    <message>
        <source>expect test %1 to be %2</source>
        <translation>Test %1 soll %2 ergeben</translation>
    </message>
    <message>
        <source>set %1 of %2 %3 to %4</source>
        <translation>%1 von %2 %3 auf %4 setzen</translation>
    </message>
    <message>
        <source>grant %1 to %2</source>
        <translation>%1 an %2 erteilen</translation>
    </message>
    <message>
        <source>revoke %1 from %2</source>
        <translation>%1 von %2 entziehen</translation>
    </message>
    <message>
        <source>let %1 inherit %2</source>
        <translation>%1 soll %2 erben</translation>
    </message>
    <message>
        <source>stop %1 inheriting %2</source>
        <translation>%1 soll %2 nicht mehr erben</translation>
    </message>
    <message>
        <source>assign %1 to %2</source>
        <translation>%1 an %2 zuweisen</translation>
    </message>
    <message>
        <source>unassign %1 from %2</source>
        <translation>Zuweisung von %1 an %2 aufheben</translation>
    </message>
    <message>
        <source>add role %1 to constraint %2</source>
        <translation>Rolle %1 in Einschränkung %2 aufnehmen</translation>
    </message>
    <message>
        <source>take role %1 out of constraint %2</source>
        <translation>Rolle %1 aus Einschränkung %2 nehmen</translation>
    </message>
    <message>
        <source>add delegation: %1</source>
        <translation>Delegation hinzufügen: %1</translation>
    </message>
    <message>
        <source>remove delegation: %1</source>
        <translation>Delegation entfernen: %1</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 braucht %2</translation>
    </message>
    <message>
        <source>add approval: %1</source>
        <translation>Freigabe hinzufügen: %1</translation>
    </message>
    <message>
        <source>remove approval: %1</source>
        <translation>Freigabe entfernen: %1</translation>
    </message>
    <message>
        <source>add %1 %2</source>
        <translation>%1 %2 hinzufügen</translation>
    </message>
    <message>
        <source>remove %1 %2</source>
        <translation>%1 %2 entfernen</translation>
    </message>
    <message>
        <source>rename %1 %2 to %3</source>
        <translation>%1 %2 in %3 umbenennen</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Edits role-based access control policies.</source>
        <translation>Bearbeitet Richtlinien für rollenbasierte Zugriffskontrolle.</translation>
    </message>
    <message>
        <source>Open the sample newsroom.</source>
        <translation>Die Beispielredaktion öffnen.</translation>
    </message>
    <message>
        <source>The store to open.</source>
        <translation>Der Speicher, der zu öffnen ist.</translation>
    </message>
</context>
<context>
    <name>notice</name>
    <message>
        <source>This is a policy document: it is read only and has no history. Import it into a store to edit it.</source>
        <translation>Dies ist ein Richtliniendokument: nur lesbar und ohne Verlauf. Zum Bearbeiten in einen Speicher importieren.</translation>
    </message>
    <message>
        <source>This policy is kept in memory only: it is gone when the program ends.</source>
        <translation>Diese Richtlinie liegt nur im Arbeitsspeicher: mit dem Programmende ist sie weg.</translation>
    </message>
    <message>
        <source>This store is open: whoever can write the file may edit the policy. Its trail is chained but not yet sealed: it shows mistakes and damage, not a forgery by somebody who can write the file.</source>
        <translation>Dieser Speicher ist offen: wer die Datei schreiben kann, darf die Richtlinie bearbeiten. Sein Protokoll ist verkettet, aber noch nicht versiegelt: es zeigt Fehler und Schäden, nicht die Fälschung durch jemanden, der die Datei schreiben kann.</translation>
    </message>
</context>
<context>
    <name>rolewright::AssignmentsModel</name>
    <message>
        <source>in effect</source>
        <translation>wirksam</translation>
    </message>
    <message>
        <source>over</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>role disabled</source>
        <translation>Rolle abgeschaltet</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>rolewright::AssignmentsPane</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>Unti&amp;l</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>A&amp;ssign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Assigned roles</source>
        <translation>Zugewiesene Rollen</translation>
    </message>
    <message>
        <source>Role to assign</source>
        <translation>Zuzuweisende Rolle</translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation>Es gibt keine Rolle %1.</translation>
    </message>
    <message>
        <source>It must begin before it ends.</source>
        <translation>Der Beginn muss vor dem Ende liegen.</translation>
    </message>
    <message>
        <source>Assign %1 to %2</source>
        <translation>%1 an %2 zuweisen</translation>
    </message>
    <message>
        <source>Change the dates of %1 for %2</source>
        <translation>Die Daten von %1 für %2 ändern</translation>
    </message>
    <message>
        <source>Unassign %1 from %2</source>
        <translation>Zuweisung von %1 an %2 aufheben</translation>
    </message>
    <message numerus="yes">
        <source>Unassign %n role(s) from %1</source>
        <translation>
            <numerusform>Zuweisung von %n Rolle an %1 aufheben</numerusform>
            <numerusform>Zuweisung von %n Rollen an %1 aufheben</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Set dates</source>
        <translation>&amp;Daten setzen</translation>
    </message>
</context>
<context>
    <name>rolewright::AttributesModel</name>
    <message>
        <source>(new attribute)</source>
        <translation>(neues Attribut)</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The value %1.</source>
        <translation>Der Wert %1.</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>An attribute cannot be called id: that is the user&apos;s own.</source>
        <translation>Ein Attribut kann nicht id heißen: das ist die Kennung des Benutzers selbst.</translation>
    </message>
    <message>
        <source>There is an attribute %1 already.</source>
        <translation>Es gibt schon ein Attribut %1.</translation>
    </message>
</context>
<context>
    <name>rolewright::AttributesPane</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Change the attributes of %1</source>
        <translation>Die Attribute von %1 ändern</translation>
    </message>
</context>
<context>
    <name>rolewright::AuditFilter</name>
    <message>
        <source>&amp;Since</source>
        <translation>&amp;Seit</translation>
    </message>
    <message>
        <source>Unti&amp;l</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>wer auch immer</translation>
    </message>
    <message>
        <source>any role, user, permission</source>
        <translation>jede Rolle, Berechtigung, jeder Benutzer</translation>
    </message>
    <message>
        <source>in what was done or why</source>
        <translation>darin, was getan wurde oder warum</translation>
    </message>
    <message>
        <source>Show e&amp;verything</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>P&amp;erson</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>T&amp;hing</source>
        <translation>Sa&amp;che</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
</context>
<context>
    <name>rolewright::AuditModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>rolewright::AuditPage</name>
    <message>
        <source>Verify a&amp;gain</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>0000-00-00 00:00:00 UTC</source>
        <translation>0000-00-00 00:00:00 UTC</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch ist nichts verzeichnet.</translation>
    </message>
    <message>
        <source>No entry fits this filter.</source>
        <translation>Kein Eintrag passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>This store keeps no audit trail.</source>
        <translation>Dieser Speicher führt kein Protokoll.</translation>
    </message>
    <message>
        <source>Verifying the trail...</source>
        <translation>Das Protokoll wird geprüft ...</translation>
    </message>
    <message>
        <source>NOT INTACT from entry %L1 on: %2</source>
        <translation>NICHT UNVERSEHRT ab Eintrag %L1: %2</translation>
    </message>
    <message>
        <source>NOT INTACT: %1</source>
        <translation>NICHT UNVERSEHRT: %1</translation>
    </message>
    <message>
        <source>Intact: all %L1 entries are as they were written. The trail is not sealed yet: whoever can write the file could rewrite all of it.</source>
        <translation>Unversehrt: alle %L1 Einträge sind, wie sie geschrieben wurden. Das Protokoll ist noch nicht versiegelt: wer die Datei schreiben kann, könnte es ganz neu schreiben.</translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesBar</name>
    <message>
        <source>nobody gains or loses access</source>
        <translation>niemand gewinnt oder verliert Zugriff</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) gain access</source>
        <translation>
            <numerusform>%Ln Benutzer gewinnt Zugriff</numerusform>
            <numerusform>%Ln Benutzer gewinnen Zugriff</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) lose access</source>
        <translation>
            <numerusform>%Ln Benutzer verliert Zugriff</numerusform>
            <numerusform>%Ln Benutzer verlieren Zugriff</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Re&amp;view…</source>
        <translation>&amp;Durchsehen …</translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation>An&amp;wenden …</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message numerus="yes">
        <source>Applying %Ln change(s)…</source>
        <translation>
            <numerusform>%Ln Änderung wird angewendet …</numerusform>
            <numerusform>%Ln Änderungen werden angewendet …</numerusform>
        </translation>
    </message>
    <message>
        <source>No pending changes</source>
        <translation>Keine ausstehenden Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending change(s): looking at the effect…</source>
        <translation>
            <numerusform>%Ln ausstehende Änderung: die Wirkung wird ermittelt …</numerusform>
            <numerusform>%Ln ausstehende Änderungen: die Wirkung wird ermittelt …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending change(s): %1</source>
        <translation>
            <numerusform>%Ln ausstehende Änderung: %1</numerusform>
            <numerusform>%Ln ausstehende Änderungen: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesModel</name>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Erteilte Berechtigungen</translation>
    </message>
    <message>
        <source>Inheritance</source>
        <translation>Vererbung</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Zuweisungen</translation>
    </message>
    <message>
        <source>Roles of constraints</source>
        <translation>Rollen von Einschränkungen</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>Delegationen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>Eigentum</translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesPage</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Ta&amp;ke back the selected</source>
        <translation>Gewählte &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>As if it had never been changed. Can be undone.</source>
        <translation>Als wäre es nie geändert worden. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Who gains and who loses</source>
        <translation>Wer gewinnt und wer verliert</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Why, or the ticket: it stays in the audit trail</source>
        <translation>Warum, oder das Ticket: es bleibt im Protokoll</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Apply although these tests &amp;would fail</source>
        <translation>Anwenden, &amp;obwohl diese Tests fehlschlügen</translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>Wird angewendet</translation>
    </message>
    <message>
        <source>&amp;Discard all</source>
        <translation>Alle ver&amp;werfen</translation>
    </message>
    <message>
        <source>Back to the stored version. Can be undone.</source>
        <translation>Zurück zur gespeicherten Version. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
    <message>
        <source>What changes, on version %1</source>
        <translation>Was sich ändert, auf Version %1</translation>
    </message>
    <message>
        <source>Looking who gains and who loses...</source>
        <translation>Wer gewinnt und wer verliert, wird ermittelt ...</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) gain access</source>
        <translation>
            <numerusform>%n Benutzer gewinnt Zugriff</numerusform>
            <numerusform>%n Benutzer gewinnen Zugriff</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) lose access</source>
        <translation>
            <numerusform>%n Benutzer verliert Zugriff</numerusform>
            <numerusform>%n Benutzer verlieren Zugriff</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody gains or loses access.</source>
        <translation>Niemand gewinnt oder verliert Zugriff.</translation>
    </message>
    <message>
        <source>The test %1 would fail; it passes now.</source>
        <translation>Der Test %1 schlüge fehl; jetzt besteht er.</translation>
    </message>
    <message>
        <source>Nothing speaks against it.</source>
        <translation>Nichts spricht dagegen.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Take back %n change(s)</source>
        <translation>
            <numerusform>%n Änderung zurücknehmen</numerusform>
            <numerusform>%n Änderungen zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>This store is read-only.</source>
        <translation>Dieser Speicher ist nur lesbar.</translation>
    </message>
    <message>
        <source>It cannot be applied: %1</source>
        <translation>Es lässt sich nicht anwenden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) of the policy would fail. Apply anyway only if the test is what is wrong.</source>
        <translation>
            <numerusform>%n Test der Richtlinie schlüge fehl. Nur anwenden, wenn der Test falsch ist.</numerusform>
            <numerusform>%n Tests der Richtlinie schlügen fehl. Nur anwenden, wenn die Tests falsch sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying...</source>
        <translation>Wird angewendet ...</translation>
    </message>
</context>
<context>
    <name>rolewright::ConflictsPane</name>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Meines behalten</translation>
    </message>
    <message>
        <source>Take thei&amp;rs</source>
        <translation>&amp;Fremdes nehmen</translation>
    </message>
    <message>
        <source>Take a&amp;ll theirs</source>
        <translation>A&amp;lles Fremde nehmen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Theirs, in the store now</source>
        <translation>Fremdes, jetzt im Speicher</translation>
    </message>
    <message>
        <source>Mine, left out of the draft</source>
        <translation>Meines, nicht im Entwurf</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): changed by you and by somebody else. Nothing is lost until you decide.</source>
        <translation>
            <numerusform>%n Konflikt: von Ihnen und von jemand anderem geändert. Nichts geht verloren, bis Sie entscheiden.</numerusform>
            <numerusform>%n Konflikte: von Ihnen und von jemand anderem geändert. Nichts geht verloren, bis Sie entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: only both together are not valid.</source>
        <translation>Nichts: nur beides zusammen ist ungültig.</translation>
    </message>
    <message>
        <source>Keep mine: %1</source>
        <translation>Meines behalten: %1</translation>
    </message>
</context>
<context>
    <name>rolewright::DeletionBar</name>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation>Was mitgeht</translation>
    </message>
    <message>
        <source>Nothing else goes with it.</source>
        <translation>Nichts anderes geht mit.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) go with it:</source>
        <translation>
            <numerusform>%n Sache geht mit:</numerusform>
            <numerusform>%n Sachen gehen mit:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>rolewright::DraftKeeper</name>
    <message>
        <source>Changes that were not applied are kept in %1, but it cannot be read: %2.</source>
        <translation>Nicht angewendete Änderungen liegen in %1, aber das ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Changes that were kept for this store cannot be read: %1 They stay in %2.</source>
        <translation>Für diesen Speicher aufbewahrte Änderungen sind nicht lesbar: %1 Sie bleiben in %2.</translation>
    </message>
    <message>
        <source>The pending changes are not kept if the program ends: %1</source>
        <translation>Die ausstehenden Änderungen bleiben nicht erhalten, wenn das Programm endet: %1</translation>
    </message>
</context>
<context>
    <name>rolewright::EffectiveModel</name>
    <message>
        <source>%1, by %2</source>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durch</translation>
    </message>
</context>
<context>
    <name>rolewright::EffectivePane</name>
    <message>
        <source>Filter permissions</source>
        <translation>Berechtigungen filtern</translation>
    </message>
    <message>
        <source>Effective permissions</source>
        <translation>Wirksame Berechtigungen</translation>
    </message>
    <message>
        <source>Inactive: denied everything that is not public.</source>
        <translation>Inaktiv: alles nicht Öffentliche ist verwehrt.</translation>
    </message>
    <message numerus="yes">
        <source>Holds %n permission(s) now, with all assigned roles.</source>
        <translation>
            <numerusform>Hat jetzt %n Berechtigung, mit allen zugewiesenen Rollen.</numerusform>
            <numerusform>Hat jetzt %n Berechtigungen, mit allen zugewiesenen Rollen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 permissions</source>
        <translation>%L1 von %L2 Berechtigungen</translation>
    </message>
</context>
<context>
    <name>rolewright::EntityPage</name>
    <message>
        <source>&amp;New...</source>
        <translation>&amp;Neu ...</translation>
    </message>
    <message>
        <source>C&amp;lone...</source>
        <translation>&amp;Klonen ...</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>&amp;Löschen ...</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
</context>
<context>
    <name>rolewright::EventDetails</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Sache</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Change set</source>
        <translation>Änderungssatz</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Choose an entry to see what it changed.</source>
        <translation>Wählen Sie einen Eintrag, um zu sehen, was er geändert hat.</translation>
    </message>
    <message>
        <source>none was given</source>
        <translation>keiner angegeben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing of version %1 is left to revert.</source>
        <translation>Von Version %1 ist nichts mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>Revert version %1</source>
        <translation>Version %1 zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of version %1 are reverted in the draft; nothing is applied yet.</source>
        <translation>
            <numerusform>%n Änderung von Version %1 ist im Entwurf zurückgenommen; noch ist nichts angewendet.</numerusform>
            <numerusform>%n Änderungen von Version %1 sind im Entwurf zurückgenommen; noch ist nichts angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, because they were changed again since: %1.</source>
        <translation>Ausgelassen, weil seither erneut geändert: %1.</translation>
    </message>
    <message>
        <source>%1 as it was at version %2</source>
        <translation>%1, wie es bei Version %2 war</translation>
    </message>
    <message>
        <source>&amp;Revert version %1 in the draft</source>
        <translation>Version %1 im Entwurf &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Show the &amp;policy of version %1</source>
        <translation>&amp;Richtlinie von Version %1 zeigen</translation>
    </message>
</context>
<context>
    <name>rolewright::FilterEdit</name>
    <message>
        <source>Any part of the name; article:* for whole names; /regular expression/.</source>
        <translation>Ein Teil des Namens; article:* für ganze Namen; /regulärer Ausdruck/.</translation>
    </message>
</context>
<context>
    <name>rolewright::ImpactModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>gains</source>
        <translation>gewinnt</translation>
    </message>
    <message>
        <source>loses</source>
        <translation>verliert</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Gewinnt</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Verliert</translation>
    </message>
</context>
<context>
    <name>rolewright::Legend</name>
    <message>
        <source>granted</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>by pattern</source>
        <translation>durch Muster</translation>
    </message>
    <message>
        <source>some scope only</source>
        <translation>nur in einem Bereich</translation>
    </message>
    <message>
        <source>not granted</source>
        <translation>nicht erteilt</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>heikel</translation>
    </message>
    <message>
        <source>temporary</source>
        <translation>befristet</translation>
    </message>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>rolewright::MainWindow</name>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Simulate access</source>
        <translation>Zugriff simulieren</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source> · read-only</source>
        <translation> · nur lesbar</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New store…</source>
        <translation>&amp;Neuer Speicher …</translation>
    </message>
    <message>
        <source>&amp;Open store…</source>
        <translation>Speicher ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Close store</source>
        <translation>Speicher s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Name in the audit trail…</source>
        <translation>Name im &amp;Protokoll …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>Zellen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Toggle cells</source>
        <translation>Zellen &amp;umschalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation>&amp;Erteilen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>Ent&amp;ziehen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>New &amp;permission…</source>
        <translation>Neue &amp;Berechtigung …</translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation>An&amp;wenden …</translation>
    </message>
    <message>
        <source>&amp;Discard all pending changes</source>
        <translation>Alle ausstehenden Änderungen ver&amp;werfen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Simulate access</source>
        <translation>Zugriff &amp;simulieren</translation>
    </message>
    <message>
        <source>&amp;Filter the matrix</source>
        <translation>Matrix &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Unfold all groups</source>
        <translation>Alle Gruppen &amp;aufklappen</translation>
    </message>
    <message>
        <source>F&amp;old all groups</source>
        <translation>Alle Gruppen &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About this &amp;store</source>
        <translation>Über diesen &amp;Speicher</translation>
    </message>
    <message>
        <source>&amp;About Rolewright</source>
        <translation>Ü&amp;ber Rolewright</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Neuer Speicher</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Speicher öffnen</translation>
    </message>
    <message>
        <source>Rolewright stores (*.rolewright)</source>
        <translation>Rolewright-Speicher (*.rolewright)</translation>
    </message>
    <message>
        <source>Stores and policy documents (*.rolewright *.json)</source>
        <translation>Speicher und Richtliniendokumente (*.rolewright *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The folder %1 for the sample cannot be made. Check its permissions.</source>
        <translation>Der Ordner %1 für das Beispiel lässt sich nicht anlegen. Prüfen Sie seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Name in the audit trail</source>
        <translation>Name im Protokoll</translation>
    </message>
    <message>
        <source>Changes are recorded under this name:</source>
        <translation>Änderungen werden unter diesem Namen verzeichnet:</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>About this store</source>
        <translation>Über diesen Speicher</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>About Rolewright</source>
        <translation>Über Rolewright</translation>
    </message>
    <message>
        <source>A policy editor for role-based access control.
Apache License 2.0</source>
        <translation>Ein Editor für Richtlinien rollenbasierter Zugriffskontrolle.
Apache-Lizenz 2.0</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Rolewright speaks that language from its next start.</source>
        <translation>Rolewright spricht diese Sprache ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixModel</name>
    <message>
        <source>More than %L1 cells are selected. Select fewer to change them in one step.</source>
        <translation>Mehr als %L1 Zellen sind gewählt. Wählen Sie weniger, um sie in einem Schritt zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n shown</source>
        <translation>
            <numerusform>%1: %n gezeigt</numerusform>
            <numerusform>%1: %n gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixPage</name>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln Rolle</numerusform>
            <numerusform>%Ln Rollen</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter permissions: article:*</source>
        <translation>Berechtigungen filtern: article:*</translation>
    </message>
    <message>
        <source>Filter roles</source>
        <translation>Rollen filtern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to show yet: a matrix needs a permission and a role.</source>
        <translation>Noch gibt es nichts zu zeigen: eine Matrix braucht eine Berechtigung und eine Rolle.</translation>
    </message>
    <message>
        <source>Filter users</source>
        <translation>Benutzer filtern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to show yet: a matrix needs a user and a role.</source>
        <translation>Noch gibt es nichts zu zeigen: eine Matrix braucht einen Benutzer und eine Rolle.</translation>
    </message>
    <message>
        <source>Permissions × Roles</source>
        <translation>Berechtigungen × Rollen</translation>
    </message>
    <message>
        <source>Users × Roles</source>
        <translation>Benutzer × Rollen</translation>
    </message>
    <message>
        <source>Nobody has the role %1 now, so there is nobody to ask for.</source>
        <translation>Niemand hat jetzt die Rolle %1, also ist nach niemandem zu fragen.</translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixPane</name>
    <message>
        <source>%L1 of %2</source>
        <translation>%L1 von %2</translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixView</name>
    <message>
        <source>Too many cells to copy. Select fewer, or export the policy.</source>
        <translation>Zu viele Zellen zum Kopieren. Wählen Sie weniger, oder exportieren Sie die Richtlinie.</translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation>&amp;Erteilen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>Ent&amp;ziehen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Warum?</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>rolewright::MemberList</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove the selected from %1</source>
        <translation>Gewählte aus %1 entfernen</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
</context>
<context>
    <name>rolewright::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>rolewright::NameBar</name>
    <message>
        <source>Crea&amp;te</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>rolewright::Pages</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>rolewright::PermissionBar</name>
    <message>
        <source>The permission %1.</source>
        <translation>Die Berechtigung %1.</translation>
    </message>
    <message>
        <source>The permission %1 exists already.</source>
        <translation>Die Berechtigung %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Delete permission %1</source>
        <translation>Berechtigung %1 löschen</translation>
    </message>
    <message>
        <source>New permission, as resource:action or resource:action:scope:</source>
        <translation>Neue Berechtigung, als resource:action oder resource:action:scope:</translation>
    </message>
    <message>
        <source>Create permission %1</source>
        <translation>Berechtigung %1 anlegen</translation>
    </message>
    <message>
        <source>Rename permission %1 to %2</source>
        <translation>Berechtigung %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Mark %1 as sensitive</source>
        <translation>%1 als heikel markieren</translation>
    </message>
    <message>
        <source>Mark %1 as not sensitive</source>
        <translation>%1 als nicht heikel markieren</translation>
    </message>
    <message>
        <source>&amp;Sensitive</source>
        <translation>&amp;Heikel</translation>
    </message>
    <message>
        <source>&amp;New permission…</source>
        <translation>&amp;Neue Berechtigung …</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>New name of the permission %1:</source>
        <translation>Neuer Name der Berechtigung %1:</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Delete the permission %1?</source>
        <translation>Die Berechtigung %1 löschen?</translation>
    </message>
</context>
<context>
    <name>rolewright::PermissionRoleModel</name>
    <message>
        <source>Disabled: gives nothing.</source>
        <translation>Abgeschaltet: gibt nichts.</translation>
    </message>
    <message>
        <source>%1 inherits it from %2, which has %3.</source>
        <translation>%1 erbt es von %2, das %3 hat.</translation>
    </message>
    <message>
        <source>%1 has it through the pattern %2.</source>
        <translation>%1 hat es durch das Muster %2.</translation>
    </message>
    <message>
        <source>%1 has it without scope, through %2.</source>
        <translation>%1 hat es ohne Bereich, durch %2.</translation>
    </message>
    <message>
        <source>%1 has it without scope, through %2 of %3.</source>
        <translation>%1 hat es ohne Bereich, durch %2 von %3.</translation>
    </message>
    <message>
        <source>%1 has it for some scope only, such as own things; see the rows with a scope.</source>
        <translation>%1 hat es nur für einen Bereich, etwa für Eigenes; siehe die Zeilen mit Bereich.</translation>
    </message>
    <message>
        <source>Grant %1 to %2</source>
        <translation>%1 an %2 erteilen</translation>
    </message>
    <message>
        <source>Revoke %1 from %2</source>
        <translation>%1 von %2 entziehen</translation>
    </message>
    <message numerus="yes">
        <source>Grant %n permission(s) to %1</source>
        <translation>
            <numerusform>%n Berechtigung an %1 erteilen</numerusform>
            <numerusform>%n Berechtigungen an %1 erteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n permission(s) from %1</source>
        <translation>
            <numerusform>%n Berechtigung von %1 entziehen</numerusform>
            <numerusform>%n Berechtigungen von %1 entziehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant in %n cell(s)</source>
        <translation>
            <numerusform>In %n Zelle erteilen</numerusform>
            <numerusform>In %n Zellen erteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke in %n cell(s)</source>
        <translation>
            <numerusform>In %n Zelle entziehen</numerusform>
            <numerusform>In %n Zellen entziehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to revoke: no selected cell is granted directly.</source>
        <translation>Nichts zu entziehen: keine gewählte Zelle ist direkt erteilt.</translation>
    </message>
    <message>
        <source>All selected cells are granted already.</source>
        <translation>Alle gewählten Zellen sind schon erteilt.</translation>
    </message>
    <message>
        <source>Change it there.</source>
        <translation>Dort ändern.</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
</context>
<context>
    <name>rolewright::PolicyText</name>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>rolewright::QuestionForm</name>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>Resource t&amp;ype</source>
        <translation>Ressourcen&amp;typ</translation>
    </message>
    <message>
        <source>A&amp;ction</source>
        <translation>A&amp;ktion</translation>
    </message>
    <message>
        <source>Resource &amp;id</source>
        <translation>Ressourcen-&amp;ID</translation>
    </message>
    <message>
        <source>&amp;Operation</source>
        <translation>&amp;Operation</translation>
    </message>
    <message>
        <source>O&amp;wner</source>
        <translation>Ei&amp;gentümer</translation>
    </message>
    <message>
        <source>&amp;Relations</source>
        <translation>Beziehu&amp;ngen</translation>
    </message>
    <message>
        <source>a resource</source>
        <translation>eine Ressource</translation>
    </message>
    <message>
        <source>an operation</source>
        <translation>eine Operation</translation>
    </message>
    <message>
        <source>any one</source>
        <translation>irgendeine</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>&amp;More: relations, roles, time</source>
        <translation>&amp;Mehr: Beziehungen, Rollen, Zeit</translation>
    </message>
    <message>
        <source>What else holds between the user and this resource, beside owning it.</source>
        <translation>Was außer Eigentum noch zwischen dem Benutzer und dieser Ressource besteht.</translation>
    </message>
    <message>
        <source>O&amp;nly as</source>
        <translation>N&amp;ur als</translation>
    </message>
    <message>
        <source>The roles that act in the session; otherwise all that are assigned.</source>
        <translation>Die Rollen, die in der Sitzung aktiv sind; sonst alle zugewiesenen.</translation>
    </message>
    <message>
        <source>Roles of the session</source>
        <translation>Rollen der Sitzung</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;Am</translation>
    </message>
    <message>
        <source>Otherwise now.</source>
        <translation>Sonst jetzt.</translation>
    </message>
    <message>
        <source>Say which user.</source>
        <translation>Sagen Sie, welcher Benutzer.</translation>
    </message>
    <message>
        <source>Say which operation.</source>
        <translation>Sagen Sie, welche Operation.</translation>
    </message>
    <message>
        <source>Say which type of resource.</source>
        <translation>Sagen Sie, welcher Ressourcentyp.</translation>
    </message>
    <message>
        <source>Say which action.</source>
        <translation>Sagen Sie, welche Aktion.</translation>
    </message>
</context>
<context>
    <name>rolewright::RoleDetails</name>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>There is a role %1 already.</source>
        <translation>Es gibt schon eine Rolle %1.</translation>
    </message>
    <message>
        <source>Ena&amp;bled</source>
        <translation>&amp;Eingeschaltet</translation>
    </message>
    <message>
        <source>&amp;Inherits</source>
        <translation>E&amp;rbt</translation>
    </message>
    <message>
        <source>Role to inherit</source>
        <translation>Zu erbende Rolle</translation>
    </message>
    <message>
        <source>Own &amp;grants</source>
        <translation>&amp;Selbst erteilt</translation>
    </message>
    <message>
        <source>resource:action, or a pattern</source>
        <translation>resource:action, oder ein Muster</translation>
    </message>
    <message>
        <source>Assigned &amp;users</source>
        <translation>Zugewiesene &amp;Benutzer</translation>
    </message>
    <message>
        <source>User to assign</source>
        <translation>Zuzuweisender Benutzer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Rename role %1 to %2</source>
        <translation>Rolle %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Describe role %1</source>
        <translation>Rolle %1 beschreiben</translation>
    </message>
    <message>
        <source>Enable role %1</source>
        <translation>Rolle %1 einschalten</translation>
    </message>
    <message>
        <source>Disable role %1</source>
        <translation>Rolle %1 abschalten</translation>
    </message>
    <message>
        <source>Choose a role, or create one.</source>
        <translation>Wählen Sie eine Rolle, oder legen Sie eine an.</translation>
    </message>
    <message>
        <source>Disabled: it gives nothing, and nothing flows through it.</source>
        <translation>Abgeschaltet: sie gibt nichts, und nichts fließt durch sie.</translation>
    </message>
    <message numerus="yes">
        <source>Gives %n permission(s) of the catalogue, </source>
        <translation>
            <numerusform>Gibt %n Berechtigung des Katalogs, </numerusform>
            <numerusform>Gibt %n Berechtigungen des Katalogs, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them by its own grants.</source>
        <translation>
            <numerusform>%n davon selbst erteilt.</numerusform>
            <numerusform>%n davon selbst erteilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation>Es gibt keine Rolle %1.</translation>
    </message>
    <message>
        <source>%1 inherits %2 already: that would be a cycle.</source>
        <translation>%1 erbt schon %2: das wäre ein Kreis.</translation>
    </message>
    <message>
        <source>Let role %1 inherit %2</source>
        <translation>Rolle %1 soll %2 erben</translation>
    </message>
    <message>
        <source>The grant %1.</source>
        <translation>Die Berechtigung %1.</translation>
    </message>
    <message>
        <source>The catalogue has no permission %1.</source>
        <translation>Der Katalog hat keine Berechtigung %1.</translation>
    </message>
    <message>
        <source>Grant %1 to %2</source>
        <translation>%1 an %2 erteilen</translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation>Es gibt keinen Benutzer %1.</translation>
    </message>
    <message>
        <source>Assign %1 to %2</source>
        <translation>%1 an %2 zuweisen</translation>
    </message>
    <message>
        <source>Revoke %1 from %2</source>
        <translation>%1 von %2 entziehen</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n grant(s) from %1</source>
        <translation>
            <numerusform>%1 %n Berechtigung entziehen</numerusform>
            <numerusform>%1 %n Berechtigungen entziehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let role %1 no longer inherit %2</source>
        <translation>Rolle %1 soll %2 nicht mehr erben</translation>
    </message>
    <message numerus="yes">
        <source>Unassign %1 from %n user(s)</source>
        <translation>
            <numerusform>Zuweisung von %1 an %n Benutzer aufheben</numerusform>
            <numerusform>Zuweisung von %1 an %n Benutzer aufheben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::RolesModel</name>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>rolewright::RolesPage</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Filter by name or description</source>
        <translation>Nach Name oder Beschreibung filtern</translation>
    </message>
    <message>
        <source>Name of the new role:</source>
        <translation>Name der neuen Rolle:</translation>
    </message>
    <message>
        <source>Name of the new role, with the grants of %1 and what it inherits:</source>
        <translation>Name der neuen Rolle, mit allem, was %1 hat und erbt:</translation>
    </message>
    <message>
        <source>Delete the role %1?</source>
        <translation>Die Rolle %1 löschen?</translation>
    </message>
    <message>
        <source>Create role %1</source>
        <translation>Rolle %1 anlegen</translation>
    </message>
    <message>
        <source>Clone role %1 as %2</source>
        <translation>Rolle %1 als %2 klonen</translation>
    </message>
    <message>
        <source>Delete role %1</source>
        <translation>Rolle %1 löschen</translation>
    </message>
</context>
<context>
    <name>rolewright::SimulatePanel</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation>Als &amp;Text</translation>
    </message>
    <message>
        <source>As &amp;JSON</source>
        <translation>Als &amp;JSON</translation>
    </message>
    <message>
        <source>After your draft: %1. Now: %2 - %3.</source>
        <translation>Nach Ihrem Entwurf: %1. Jetzt: %2 - %3.</translation>
    </message>
    <message>
        <source>ALLOWED</source>
        <translation>ERLAUBT</translation>
    </message>
    <message>
        <source>DENIED</source>
        <translation>VERWEHRT</translation>
    </message>
    <message>
        <source>Assign %1 to %2</source>
        <translation>%1 an %2 zuweisen</translation>
    </message>
    <message>
        <source>A&amp;ssign %1 to draft</source>
        <translation>%1 im Entwurf &amp;zuweisen</translation>
    </message>
    <message>
        <source>Assign %1 to %2, in the draft</source>
        <translation>%1 an %2 zuweisen, im Entwurf</translation>
    </message>
</context>
<context>
    <name>rolewright::StartPage</name>
    <message>
        <source>Rolewright</source>
        <translation>Rolewright</translation>
    </message>
    <message>
        <source>Roles, permissions, and who may do what.</source>
        <translation>Rollen, Berechtigungen, und wer was darf.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Das Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>A newsroom with authors, editors and moderators, to look around in</source>
        <translation>Eine Redaktion mit Autoren, Redakteuren und Moderatoren, zum Umsehen</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Neuer Speicher</translation>
    </message>
    <message>
        <source>An empty policy in a file of its own</source>
        <translation>Eine leere Richtlinie in einer eigenen Datei</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Speicher öffnen</translation>
    </message>
    <message>
        <source>A .rolewright file, or a policy document</source>
        <translation>Eine .rolewright-Datei, oder ein Richtliniendokument</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>rolewright::UserDetails</name>
    <message>
        <source>The id %1.</source>
        <translation>Die Kennung %1.</translation>
    </message>
    <message>
        <source>There is a user %1 already.</source>
        <translation>Es gibt schon einen Benutzer %1.</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>Ac&amp;tive</source>
        <translation>Ak&amp;tiv</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzerkennung</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>User &amp;id</source>
        <translation>Benutzer&amp;kennung</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Effective permissions</source>
        <translation>Wirksame Berechtigungen</translation>
    </message>
    <message>
        <source>Rename user %1 to %2</source>
        <translation>Benutzer %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Call user %1 %2</source>
        <translation>Benutzer %1 %2 nennen</translation>
    </message>
    <message>
        <source>Activate user %1</source>
        <translation>Benutzer %1 aktivieren</translation>
    </message>
    <message>
        <source>Deactivate user %1</source>
        <translation>Benutzer %1 deaktivieren</translation>
    </message>
    <message>
        <source>Synchronised from %1.</source>
        <translation>Synchronisiert aus %1.</translation>
    </message>
    <message>
        <source>Assi&amp;gned roles (%L1)</source>
        <translation>&amp;Zugewiesene Rollen (%L1)</translation>
    </message>
    <message>
        <source>Attri&amp;butes (%L1)</source>
        <translation>&amp;Attribute (%L1)</translation>
    </message>
</context>
<context>
    <name>rolewright::UserRoleModel</name>
    <message>
        <source>Valid until %1.</source>
        <translation>Gültig bis %1.</translation>
    </message>
    <message>
        <source>Valid from %1.</source>
        <translation>Gültig ab %1.</translation>
    </message>
    <message>
        <source>Valid from %1 until %2.</source>
        <translation>Gültig von %1 bis %2.</translation>
    </message>
    <message>
        <source>%1 is inherited through %2.</source>
        <translation>%1 ist über %2 geerbt.</translation>
    </message>
    <message>
        <source>Assign %1 to %2</source>
        <translation>%1 an %2 zuweisen</translation>
    </message>
    <message>
        <source>Take %1 from %2</source>
        <translation>%1 von %2 nehmen</translation>
    </message>
    <message numerus="yes">
        <source>Assign %1 to %n user(s)</source>
        <translation>
            <numerusform>%1 an %n Benutzer zuweisen</numerusform>
            <numerusform>%1 an %n Benutzer zuweisen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %1 from %n user(s)</source>
        <translation>
            <numerusform>%1 von %n Benutzer nehmen</numerusform>
            <numerusform>%1 von %n Benutzern nehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n assignment(s)</source>
        <translation>
            <numerusform>%n Zuweisung vornehmen</numerusform>
            <numerusform>%n Zuweisungen vornehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n assignment(s)</source>
        <translation>
            <numerusform>%n Zuweisung aufheben</numerusform>
            <numerusform>%n Zuweisungen aufheben</numerusform>
        </translation>
    </message>
    <message>
        <source>All selected cells are assigned already.</source>
        <translation>Alle gewählten Zellen sind schon zugewiesen.</translation>
    </message>
    <message>
        <source>Nothing to take: no selected cell is assigned directly.</source>
        <translation>Nichts aufzuheben: keine gewählte Zelle ist direkt zugewiesen.</translation>
    </message>
    <message>
        <source>Change the dates</source>
        <translation>Die Daten ändern</translation>
    </message>
</context>
<context>
    <name>rolewright::UsersModel</name>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>rolewright::UsersPage</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Filter by id or name</source>
        <translation>Nach Kennung oder Name filtern</translation>
    </message>
    <message>
        <source>Id of the new user:</source>
        <translation>Kennung des neuen Benutzers:</translation>
    </message>
    <message>
        <source>Id of the new user, with the roles of %1:</source>
        <translation>Kennung des neuen Benutzers, mit den Rollen von %1:</translation>
    </message>
    <message>
        <source>Delete the user %1?</source>
        <translation>Den Benutzer %1 löschen?</translation>
    </message>
    <message>
        <source>Create user %1</source>
        <translation>Benutzer %1 anlegen</translation>
    </message>
    <message>
        <source>Clone user %1 as %2</source>
        <translation>Benutzer %1 als %2 klonen</translation>
    </message>
    <message>
        <source>Delete user %1</source>
        <translation>Benutzer %1 löschen</translation>
    </message>
</context>
<context>
    <name>rolewright::VerdictView</name>
    <message>
        <source>%1 - %2</source>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>ALLOWED</source>
        <translation>ERLAUBT</translation>
    </message>
    <message>
        <source>DENIED</source>
        <translation>VERWEHRT</translation>
    </message>
</context>
<context>
    <name>rolewright::Workspace</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(und %n weiterer)</numerusform>
            <numerusform>(und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>This store is read-only. Save it as a new store to edit it.</source>
        <translation>Dieser Speicher ist nur lesbar. Sichern Sie ihn als neuen Speicher, um ihn zu bearbeiten.</translation>
    </message>
    <message>
        <source>Discard all pending changes</source>
        <translation>Alle ausstehenden Änderungen verwerfen</translation>
    </message>
    <message>
        <source>The changes that were pending when the program ended had been applied.</source>
        <translation>Die Änderungen, die beim Programmende ausstanden, waren angewendet worden.</translation>
    </message>
    <message>
        <source>Restore pending changes</source>
        <translation>Ausstehende Änderungen wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending change(s) from last time are back. Nothing of them is applied yet.</source>
        <translation>
            <numerusform>%Ln ausstehende Änderung vom letzten Mal ist wieder da. Sie ist noch nicht angewendet.</numerusform>
            <numerusform>%Ln ausstehende Änderungen vom letzten Mal sind wieder da. Noch ist keine davon angewendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s) with what was applied since; those were left out.</source>
        <translation>
            <numerusform>%Ln Konflikt mit seither Angewendetem; er wurde ausgelassen.</numerusform>
            <numerusform>%Ln Konflikte mit seither Angewendetem; sie wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This store is read-only: nothing can be applied to it.</source>
        <translation>Dieser Speicher ist nur lesbar: nichts lässt sich darauf anwenden.</translation>
    </message>
    <message>
        <source>Applied as version %1.</source>
        <translation>Als Version %1 angewendet.</translation>
    </message>
    <message>
        <source>Nothing was applied; your changes are kept.</source>
        <translation>Nichts wurde angewendet; Ihre Änderungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Version %1 was applied by somebody else.</source>
        <translation>Version %1 wurde von jemand anderem angewendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your changes conflict with it and were left out.</source>
        <translation>
            <numerusform>%n Ihrer Änderungen widerspricht ihr und wurde ausgelassen.</numerusform>
            <numerusform>%n Ihrer Änderungen widersprechen ihr und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your pending changes were carried over to it.</source>
        <translation>Ihre ausstehenden Änderungen wurden darauf übertragen.</translation>
    </message>
</context>
</TS>
