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
    <message>
        <source>changed by somebody else a moment ago</source>
        <translation>eben von jemand anderem geändert</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>nicht zugewiesen</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>zugewiesen</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>from</source>
        <comment>a moment</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>until</source>
        <comment>a moment</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>in a spreadsheet</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>true</source>
        <comment>in a spreadsheet</comment>
        <translation>wahr</translation>
    </message>
    <message>
        <source>no</source>
        <comment>in a spreadsheet</comment>
        <translation>nein</translation>
    </message>
    <message>
        <source>false</source>
        <comment>in a spreadsheet</comment>
        <translation>falsch</translation>
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
    <message>
        <source>No enabled role gives this.</source>
        <translation>Keine aktive Rolle gibt das.</translation>
    </message>
    <message numerus="yes">
        <source>%1, with %Ln further permission(s)</source>
        <translation>
            <numerusform>%1, mit %Ln weiteren Berechtigung</numerusform>
            <numerusform>%1, mit %Ln weiteren Berechtigungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzern</translation>
    </message>
    <message>
        <source>constraints</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Character %1: this filter is too long or too deep.</source>
        <translation>Zeichen %1: dieser Filter ist zu lang oder zu tief.</translation>
    </message>
    <message>
        <source>Character %1: something to look for is missing here.</source>
        <translation>Zeichen %1: hier fehlt, wonach gesucht wird.</translation>
    </message>
    <message>
        <source>Character %1: this parenthesis is not closed.</source>
        <translation>Zeichen %1: diese Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>Character %1: this parenthesis was not opened.</source>
        <translation>Zeichen %1: diese Klammer wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Character %1: this quotation mark is not closed.</source>
        <translation>Zeichen %1: dieses Anführungszeichen wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>Character %1: the regular expression has an error: %2.</source>
        <translation>Zeichen %1: der reguläre Ausdruck hat einen Fehler: %2.</translation>
    </message>
    <message>
        <source>Character %1: there is no property “%2”. Names with a colon go in quotation marks.</source>
        <translation>Zeichen %1: es gibt keine Eigenschaft „%2“. Namen mit Doppelpunkt stehen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Character %1: “%2” cannot be asked of %3. To look for the word itself, put it in quotation marks.</source>
        <translation>Zeichen %1: nach „%2“ lässt sich bei %3 nicht fragen. Um das Wort selbst zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Character %1: “%2” needs a value.</source>
        <translation>Zeichen %1: „%2“ braucht einen Wert.</translation>
    </message>
    <message>
        <source>Character %1: “%2” is written without a value.</source>
        <translation>Zeichen %1: „%2“ steht ohne Wert.</translation>
    </message>
    <message>
        <source>This still works; better written %1</source>
        <translation>Das geht noch; besser: %1</translation>
    </message>
    <message>
        <source>Character %1: “%2” means nothing here; all that is written must hold. To look for it, put it in quotation marks.</source>
        <translation>Zeichen %1: „%2“ bedeutet hier nichts; alles Geschriebene muss zutreffen. Um es zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Character %1: “%2” is written twice.</source>
        <translation>Zeichen %1: „%2“ steht zweimal da.</translation>
    </message>
    <message>
        <source>Character %1: “%2” is no year, month (2026-01), day (2026-01-31) or time.</source>
        <translation>Zeichen %1: „%2“ ist kein Jahr, Monat (2026-01), Tag (2026-01-31) und keine Zeit.</translation>
    </message>
</context>
<context>
    <name>PasteReader</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>More than %L1 cells cannot be pasted in one step. Import a table instead.</source>
        <translation>Mehr als %L1 Zellen lassen sich nicht in einem Schritt einfügen. Importieren Sie stattdessen eine Tabelle.</translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation>Es gibt keinen Text zum Einfügen.</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>Line %1: it has more cells than the first line has names.</source>
        <translation>Zeile %1: sie hat mehr Zellen, als die erste Zeile Namen hat.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) do not fit below the current cell.</source>
        <translation>
            <numerusform>%Ln Zeile passt nicht unter die aktuelle Zelle.</numerusform>
            <numerusform>%Ln Zeilen passen nicht unter die aktuelle Zelle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) do not fit right of the current cell.</source>
        <translation>
            <numerusform>%Ln Spalte passt nicht rechts neben die aktuelle Zelle.</numerusform>
            <numerusform>%Ln Spalten passen nicht rechts neben die aktuelle Zelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %L1 cells are selected. Select fewer to change them in one step.</source>
        <translation>Mehr als %L1 Zellen sind gewählt. Wählen Sie weniger, um sie in einem Schritt zu ändern.</translation>
    </message>
    <message>
        <source>Line %1, column %2 (%3, %4)</source>
        <translation>Zeile %1, Spalte %2 (%3, %4)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 is nothing that a cell can say. Write x, or leave it empty.</source>
        <translation>%1: %2 kann keine Zelle sagen. Schreiben Sie x, oder lassen Sie sie leer.</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>takes nothing else</source>
        <translation>nimmt sonst nichts</translation>
    </message>
    <message>
        <source>gives nothing else</source>
        <translation>gibt sonst nichts</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 gains %2</source>
        <translation>%1 erhält %2</translation>
    </message>
    <message>
        <source>%1 loses %2</source>
        <translation>%1 verliert %2</translation>
    </message>
    <message>
        <source>activate %1 in the session</source>
        <translation>%1 in der Sitzung aktivieren</translation>
    </message>
    <message>
        <source>leave %1 out of the session</source>
        <translation>%1 aus der Sitzung lassen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what to change, what it gives beside</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how much, whom it affects</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other user(s) affected</source>
        <translation>
            <numerusform>%Ln weiterer Benutzer betroffen</numerusform>
            <numerusform>%Ln weitere Benutzer betroffen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes %Ln further permission(s)</source>
        <translation>
            <numerusform>nimmt %Ln weitere Berechtigung</numerusform>
            <numerusform>nimmt %Ln weitere Berechtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gives %Ln further permission(s)</source>
        <translation>
            <numerusform>gibt %Ln weitere Berechtigung</numerusform>
            <numerusform>gibt %Ln weitere Berechtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln further user(s)</source>
        <translation>
            <numerusform>und %Ln weiterer Benutzer</numerusform>
            <numerusform>und %Ln weitere Benutzer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedTest</name>
    <message>
        <source>%1 may %2 %3</source>
        <comment>user, action, thing</comment>
        <translation>%1 darf %2 %3</translation>
    </message>
    <message>
        <source>%1 may not %2 %3</source>
        <translation>%1 darf nicht %2 %3</translation>
    </message>
    <message>
        <source>, owned by %1</source>
        <translation>, Eigentümer %1</translation>
    </message>
    <message>
        <source>, acting in no role</source>
        <translation>, ohne aktive Rolle</translation>
    </message>
    <message>
        <source>, acting as %1</source>
        <translation>, aktiv als %1</translation>
    </message>
</context>
<context>
    <name>WhyLines</name>
    <message>
        <source>%1, inherited by %2</source>
        <translation>%1, geerbt von %2</translation>
    </message>
    <message>
        <source>grants %1</source>
        <translation>erteilt %1</translation>
    </message>
    <message>
        <source>and perhaps further ways</source>
        <translation>und vielleicht weitere Wege</translation>
    </message>
    <message>
        <source>The constraint %1 forbids these roles to act together: a session has to choose.</source>
        <translation>Die Einschränkung %1 verbietet diesen Rollen, zusammen zu wirken: Eine Sitzung muss wählen.</translation>
    </message>
    <message>
        <source>%1, assigned from %2 until %3</source>
        <translation>%1, zugewiesen von %2 bis %3</translation>
    </message>
    <message>
        <source>%1, assigned until %2</source>
        <translation>%1, zugewiesen bis %2</translation>
    </message>
    <message>
        <source>%1, assigned since %2</source>
        <translation>%1, zugewiesen seit %2</translation>
    </message>
    <message>
        <source>%1, assigned</source>
        <translation>%1, zugewiesen</translation>
    </message>
    <message>
        <source>%1 is disabled: it gives nothing.</source>
        <translation>%1 ist abgeschaltet: Sie gibt nichts.</translation>
    </message>
    <message>
        <source>No grant of %1, or of a role that it inherits, covers %2.</source>
        <translation>Keine Erteilung an %1 oder an eine Rolle, die sie erbt, deckt %2.</translation>
    </message>
    <message>
        <source>It has %1, which holds in this scope only.</source>
        <translation>Sie hat %1, was nur in diesem Bereich gilt.</translation>
    </message>
    <message>
        <source>%1 is inactive: denied everything that is not public.</source>
        <translation>%1 ist inaktiv: alles nicht Öffentliche ist verwehrt.</translation>
    </message>
    <message>
        <source>%1 was assigned until %2; that is over.</source>
        <translation>%1 war bis %2 zugewiesen; das ist vorbei.</translation>
    </message>
    <message>
        <source>%1 is assigned from %2 on; that has not begun.</source>
        <translation>%1 ist ab %2 zugewiesen; das hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>%1 is assigned, but %2 is disabled or inherited through a disabled role only.</source>
        <translation>%1 ist zugewiesen, aber %2 ist abgeschaltet oder wird nur über eine abgeschaltete Rolle geerbt.</translation>
    </message>
    <message>
        <source>No role that is assigned to %1 is %2 or inherits it.</source>
        <translation>Keine Rolle, die %1 zugewiesen ist, ist %2 oder erbt sie.</translation>
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
    <message>
        <source>let the assignment of %1 to %2 have no beginning</source>
        <translation>die Zuweisung von %1 an %2 ohne Anfang gelten lassen</translation>
    </message>
    <message>
        <source>let the assignment of %1 to %2 have no end</source>
        <translation>die Zuweisung von %1 an %2 ohne Ende gelten lassen</translation>
    </message>
    <message>
        <source>let the assignment of %1 to %2 begin at %3</source>
        <translation>die Zuweisung von %1 an %2 ab %3 gelten lassen</translation>
    </message>
    <message>
        <source>let the assignment of %1 to %2 end at %3</source>
        <translation>die Zuweisung von %1 an %2 bis %3 gelten lassen</translation>
    </message>
    <message>
        <source>It was not there.</source>
        <translation>Es war nicht da.</translation>
    </message>
    <message>
        <source>It was there%1.</source>
        <translation>Es war da%1.</translation>
    </message>
    <message>
        <source>It was called %1.</source>
        <translation>Es hieß %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A public requirement stands alone; inside another one it says nothing.</source>
        <translation>Eine öffentliche Anforderung steht allein; in einer anderen sagt sie nichts.</translation>
    </message>
    <message>
        <source>The list is empty; it names at least one thing.</source>
        <translation>Die Liste ist leer; sie nennt mindestens ein Ding.</translation>
    </message>
    <message>
        <source>The name %1 stands twice in the list; once is enough.</source>
        <translation>Der Name %1 steht zweimal in der Liste; einmal genügt.</translation>
    </message>
    <message>
        <source>The permission %1 %2.</source>
        <translation>Die Berechtigung %1 %2.</translation>
    </message>
    <message>
        <source>The permission %1 is not in the catalogue; add it, or require another.</source>
        <translation>Die Berechtigung %1 steht nicht im Katalog; nehmen Sie sie auf, oder fordern Sie eine andere.</translation>
    </message>
    <message>
        <source>The permission %1 has the scope %2; the owner&apos;s list takes the scope own or none.</source>
        <translation>Die Berechtigung %1 hat den Bereich %2; die Liste des Besitzers nimmt den Bereich own oder keinen.</translation>
    </message>
    <message>
        <source>There is no role %1; add it, or require another.</source>
        <translation>Eine Rolle %1 gibt es nicht; legen Sie sie an, oder fordern Sie eine andere.</translation>
    </message>
    <message>
        <source>access takes exactly one resource:action.</source>
        <translation>access nimmt genau ein resource:action.</translation>
    </message>
    <message>
        <source>No permission of the catalogue has the resource and action %1, under any scope; add one, or require another.</source>
        <translation>Keine Berechtigung des Katalogs hat Ressource und Aktion %1, in keinem Bereich; nehmen Sie eine auf, oder fordern Sie eine andere.</translation>
    </message>
    <message>
        <source>The list is empty; it has at least one requirement.</source>
        <translation>Die Liste ist leer; sie hat mindestens eine Anforderung.</translation>
    </message>
    <message>
        <source>Requirements are nested deeper than %1.</source>
        <translation>Anforderungen sind tiefer als %1 verschachtelt.</translation>
    </message>
    <message>
        <source>Constraint %1 forbids that user %2 has %3 together, also by inheritance. Take a role away, or change the constraint.</source>
        <translation>Die Einschränkung %1 verbietet, dass der Benutzer %2 %3 zusammen hat, auch durch Vererbung. Nehmen Sie eine Rolle weg, oder ändern Sie die Einschränkung.</translation>
    </message>
    <message>
        <source>The ownership property cannot be relations, which holds the relations of a resource.</source>
        <translation>Die Eigenschaft des Besitzers kann nicht relations sein: dort stehen die Beziehungen einer Ressource.</translation>
    </message>
    <message>
        <source>Roles inherit each other in a cycle: %1. Take one of these inheritances away.</source>
        <translation>Rollen erben im Kreis voneinander: %1. Nehmen Sie eine dieser Vererbungen weg.</translation>
    </message>
    <message>
        <source>The assignment of %1 to %2 ends before it begins.</source>
        <translation>Die Zuweisung von %1 an %2 endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>Constraint %1 needs at least two roles; add some, or delete it.</source>
        <translation>Die Einschränkung %1 braucht mindestens zwei Rollen; nehmen Sie welche auf, oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>The limit of constraint %1 is %2; it is between 2 and the number of its roles, %3.</source>
        <translation>Die Grenze der Einschränkung %1 ist %2; sie liegt zwischen 2 und der Zahl ihrer Rollen, %3.</translation>
    </message>
    <message>
        <source>There is no role %1; add it, or name another.</source>
        <translation>Eine Rolle %1 gibt es nicht; legen Sie sie an, oder nennen Sie eine andere.</translation>
    </message>
    <message>
        <source>The grant %1 %2.</source>
        <translation>Die Berechtigung %1 %2.</translation>
    </message>
    <message>
        <source>The permission %1 is not in the catalogue; add it, or name another.</source>
        <translation>Die Berechtigung %1 steht nicht im Katalog; nehmen Sie sie auf, oder nennen Sie eine andere.</translation>
    </message>
    <message>
        <source>An approval names at least one kind of change.</source>
        <translation>Eine Freigabe nennt mindestens eine Art von Änderung.</translation>
    </message>
    <message>
        <source>There is no kind of change %1; use one such as role.delete, grant.sensitive or administration.</source>
        <translation>Eine Art von Änderung %1 gibt es nicht; nehmen Sie eine wie role.delete, grant.sensitive oder administration.</translation>
    </message>
    <message>
        <source>The %1 %2 looks like the %1 %3; they are two different things.</source>
        <translation>%1 %2 sieht aus wie %1 %3; es sind zwei verschiedene Dinge.</translation>
    </message>
    <message>
        <source>The grant %1 of role %2 matches nothing that is known.</source>
        <translation>Die Berechtigung %1 der Rolle %2 passt auf nichts, was bekannt ist.</translation>
    </message>
    <message>
        <source>Role %1 alone breaks constraint %2: by inheritance it has %3. Nobody can use it in a session.</source>
        <translation>Die Rolle %1 verletzt allein schon die Einschränkung %2: durch Vererbung hat sie %3. Niemand kann sie in einer Sitzung nutzen.</translation>
    </message>
    <message>
        <source>User %1 has %2, which constraint %3 forbids together.</source>
        <translation>Der Benutzer %1 hat %2, was die Einschränkung %3 zusammen verbietet.</translation>
    </message>
    <message>
        <source>Operation %1 requires that one holds %2, which says nothing about the thing it works on. Require access to %3, or use owner.</source>
        <translation>Die Operation %1 fordert, dass man %2 hat; das sagt nichts über das Ding, an dem sie arbeitet. Fordern Sie Zugriff auf %3, oder nehmen Sie owner.</translation>
    </message>
    <message>
        <source>The answer of test %1 depends on when it runs, because an assignment of %2 begins or ends. Give it a time.</source>
        <translation>Die Antwort des Tests %1 hängt davon ab, wann er läuft, weil eine Zuweisung von %2 beginnt oder endet. Geben Sie ihm eine Zeit.</translation>
    </message>
    <message>
        <source>The value that is added as %1 calls itself %2.</source>
        <translation>Der Wert, der als %1 aufgenommen wird, nennt sich selbst %2.</translation>
    </message>
    <message>
        <source>There is a %1 already; choose another name.</source>
        <translation>%1 gibt es schon; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>A %1 has no field %2.</source>
        <translation>%1 hat kein Feld %2.</translation>
    </message>
    <message>
        <source>The new %1 of %2 is not a value of its type.</source>
        <translation>Der neue Wert für %1 von %2 hat nicht den richtigen Typ.</translation>
    </message>
    <message>
        <source>The new name of %1 is missing.</source>
        <translation>Der neue Name von %1 fehlt.</translation>
    </message>
    <message>
        <source>The new name of %1, %2, cannot be used: it %3.</source>
        <translation>Der neue Name von %1, %2, ist nicht möglich: er %3.</translation>
    </message>
    <message>
        <source>The new name of %1 is written %2, not %3.</source>
        <translation>Der neue Name von %1 schreibt sich %2, nicht %3.</translation>
    </message>
    <message>
        <source>There is a %1 %2 already; choose another name.</source>
        <translation>%1 %2 gibt es schon; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The name %1 is still used by %2; change that first, or choose another name.</source>
        <translation>Den Namen %1 nutzt noch %2; ändern Sie zuerst das, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Role %1 has %2 already.</source>
        <translation>Die Rolle %1 hat %2 schon.</translation>
    </message>
    <message>
        <source>Role %1 does not have %2.</source>
        <translation>Die Rolle %1 hat %2 nicht.</translation>
    </message>
    <message>
        <source>Role %1 inherits %2 already.</source>
        <translation>Die Rolle %1 erbt %2 schon.</translation>
    </message>
    <message>
        <source>Role %1 does not inherit %2.</source>
        <translation>Die Rolle %1 erbt %2 nicht.</translation>
    </message>
    <message>
        <source>User %1 has the role %2 already.</source>
        <translation>Der Benutzer %1 hat die Rolle %2 schon.</translation>
    </message>
    <message>
        <source>User %1 does not have the role %2.</source>
        <translation>Der Benutzer %1 hat die Rolle %2 nicht.</translation>
    </message>
    <message>
        <source>An assignment has no field %1.</source>
        <translation>Eine Zuweisung hat kein Feld %1.</translation>
    </message>
    <message>
        <source>Constraint %1 has the role %2 already.</source>
        <translation>Die Einschränkung %1 hat die Rolle %2 schon.</translation>
    </message>
    <message>
        <source>Constraint %1 does not have the role %2.</source>
        <translation>Die Einschränkung %1 hat die Rolle %2 nicht.</translation>
    </message>
    <message>
        <source>The %1 has no value.</source>
        <translation>%1 hat keinen Wert.</translation>
    </message>
    <message>
        <source>There is such %1 already.</source>
        <translation>%1 gibt es so schon.</translation>
    </message>
    <message>
        <source>There is no such %1.</source>
        <translation>%1 gibt es so nicht.</translation>
    </message>
    <message>
        <source>The ownership setting has no member %1.</source>
        <translation>Die Einstellung der Besitzer hat kein Feld %1.</translation>
    </message>
    <message>
        <source>The ownership&apos;s %1 is a text.</source>
        <translation>%1 der Besitzer ist ein Text.</translation>
    </message>
    <message>
        <source>The ownership setting %1.</source>
        <translation>Die Einstellung der Besitzer %1.</translation>
    </message>
    <message>
        <source>A %1 that is removed is still %2; remove that first.</source>
        <translation>%1, zum Entfernen vorgesehen, ist noch %2; entfernen Sie zuerst das.</translation>
    </message>
    <message>
        <source>The changes cannot be applied; nothing was changed.</source>
        <translation>Die Änderungen lassen sich nicht anwenden; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no %1 %2; it may have been removed or renamed.</source>
        <translation>%1 %2 gibt es nicht; vielleicht wurde der Eintrag entfernt oder umbenannt.</translation>
    </message>
    <message>
        <source>A change cannot %1 a thing of the kind %2.</source>
        <translation>Eine Änderung kann nicht %1 mit etwas der Art %2.</translation>
    </message>
    <message>
        <source>Cannot %1: %2%3 %4 is not what the change expects; it was changed meanwhile.</source>
        <translation>Nicht möglich: %1. %2%3 %4 ist nicht, was die Änderung erwartet; es wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>The policy would not be valid with these changes; nothing was changed.</source>
        <translation>Die Richtlinie wäre mit diesen Änderungen nicht gültig; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The same cell is pasted twice, with different values.</source>
        <translation>Dieselbe Zelle wird zweimal eingefügt, mit verschiedenen Werten.</translation>
    </message>
    <message>
        <source>A role holds a grant for good: only assignments have dates.</source>
        <translation>Eine Rolle hält eine Berechtigung auf Dauer: nur Zuweisungen haben Daten.</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>Es würde enden, bevor es beginnt.</translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation>Eine Rolle %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation>Einen Benutzer %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The catalogue has no permission %1.</source>
        <translation>Der Katalog hat keine Berechtigung %1.</translation>
    </message>
    <message>
        <source>There is no %1 %2 to copy; it may have been removed or renamed.</source>
        <translation>%1 %2 gibt es nicht zu kopieren; vielleicht wurde der Eintrag entfernt oder umbenannt.</translation>
    </message>
    <message>
        <source>What is still in use cannot be deleted; nothing was changed.</source>
        <translation>Was noch in Gebrauch ist, lässt sich nicht löschen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be deleted: %3 still names it. Change that first.</source>
        <translation>%1 %2 lässt sich nicht löschen: %3 nennt den Eintrag noch. Ändern Sie zuerst das.</translation>
    </message>
    <message>
        <source>The value is not of the kind that is added.</source>
        <translation>Der Wert ist nicht von der Art, die aufgenommen wird.</translation>
    </message>
    <message>
        <source>There is no role %1; add it first, or leave it out of the constraint.</source>
        <translation>Eine Rolle %1 gibt es nicht; legen Sie sie zuerst an, oder lassen Sie sie aus der Einschränkung.</translation>
    </message>
    <message>
        <source>The constraint names the role %1 twice.</source>
        <translation>Die Einschränkung nennt die Rolle %1 zweimal.</translation>
    </message>
    <message>
        <source>You delete %1, and somebody else has changed something in it.</source>
        <translation>Sie löschen %1, und jemand anderes hat darin etwas geändert.</translation>
    </message>
    <message>
        <source>Somebody else has deleted %1, and you change something in it.</source>
        <translation>Jemand anderes hat %1 gelöscht, und Sie ändern darin etwas.</translation>
    </message>
    <message>
        <source>You and somebody else have changed the %1.</source>
        <translation>Sie und jemand anderes haben geändert: %1.</translation>
    </message>
    <message>
        <source>The display name %1.</source>
        <translation>Der Anzeigename %1.</translation>
    </message>
    <message>
        <source>The permission %1.</source>
        <translation>Die Berechtigung %1.</translation>
    </message>
    <message>
        <source>A segment of a permission has no colon.</source>
        <translation>Ein Teil einer Berechtigung hat keinen Doppelpunkt.</translation>
    </message>
    <message>
        <source>Several would be called %1.</source>
        <translation>Mehrere würden %1 heißen.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>Replacing was cancelled.</source>
        <translation>Das Ersetzen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 and others would change names in a circle; replace in two steps.</source>
        <translation>%1 und andere würden im Kreis die Namen tauschen; ersetzen Sie in zwei Schritten.</translation>
    </message>
    <message>
        <source>This regular expression has an error at character %1: %2.</source>
        <translation>Dieser reguläre Ausdruck hat einen Fehler bei Zeichen %1: %2.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>begins or ends with a space</source>
        <translation>beginnt oder endet mit einem Leerzeichen</translation>
    </message>
    <message>
        <source>is %1 characters long; at most %2 are allowed</source>
        <translation>ist %1 Zeichen lang; höchstens %2 sind erlaubt</translation>
    </message>
    <message>
        <source>has the lone surrogate %1 at %2</source>
        <translation>hat das einzelne Ersatzzeichen %1 an Stelle %2</translation>
    </message>
    <message>
        <source>has the noncharacter %1 at %2</source>
        <translation>hat das Nichtzeichen %1 an Stelle %2</translation>
    </message>
    <message>
        <source>has the control character %1 at %2</source>
        <translation>hat das Steuerzeichen %1 an Stelle %2</translation>
    </message>
    <message>
        <source>has the bidirectional control character %1 at %2</source>
        <translation>hat das Zeichen für die Schreibrichtung %1 an Stelle %2</translation>
    </message>
    <message>
        <source>has the format character %1 at %2</source>
        <translation>hat das Formatzeichen %1 an Stelle %2</translation>
    </message>
    <message>
        <source>has the private-use character %1 at %2</source>
        <translation>hat das Zeichen zur privaten Verwendung %1 an Stelle %2</translation>
    </message>
    <message>
        <source>has the white space %1 at %2</source>
        <translation>hat den Leerraum %1 an Stelle %2</translation>
    </message>
    <message>
        <source>is not in Unicode form NFC; write it composed, as &quot;%1&quot;</source>
        <translation>ist nicht in der Unicode-Form NFC; schreiben Sie es zusammengesetzt, als „%1“</translation>
    </message>
    <message>
        <source>is not of the form resource:action or resource:action:scope</source>
        <translation>hat nicht die Form resource:action oder resource:action:scope</translation>
    </message>
    <message>
        <source>has a &apos;*&apos; in its %1; a pattern is allowed in grants only</source>
        <translation>hat ein „*“ im Teil %1; ein Muster ist nur erlaubt, wo erteilt wird</translation>
    </message>
    <message>
        <source>has a &apos;*&apos; in its scope; a scope is never a pattern</source>
        <translation>hat ein „*“ im Bereich; ein Bereich ist nie ein Muster</translation>
    </message>
    <message>
        <source>has a &apos;*&apos; inside its %1; only the whole segment may be &apos;*&apos;</source>
        <translation>hat ein „*“ mitten im Teil %1; nur der ganze Teil darf „*“ sein</translation>
    </message>
    <message>
        <source>is reserved: operations are guarded by what they require</source>
        <translation>ist vergeben: Operationen schützt, was sie fordern</translation>
    </message>
    <message>
        <source>is under rolewright/, whose rights are built in and never in the catalogue</source>
        <translation>steht unter rolewright/, dessen Rechte eingebaut sind und nie im Katalog stehen</translation>
    </message>
    <message>
        <source>has the scope &quot;%1&quot;; rights under rolewright/ know the scope delegated only</source>
        <translation>hat den Bereich „%1“; Rechte unter rolewright/ kennen nur den Bereich delegated</translation>
    </message>
    <message>
        <source>is no right of Rolewright</source>
        <translation>ist kein Recht von Rolewright</translation>
    </message>
    <message>
        <source>has a scope; access takes resource:action and looks at the scopes itself</source>
        <translation>hat einen Bereich; access nimmt resource:action und sieht die Bereiche selbst an</translation>
    </message>
    <message>
        <source>has the property relations, which holds the relations of a resource</source>
        <translation>hat die Eigenschaft relations, in der die Beziehungen einer Ressource stehen</translation>
    </message>
    <message>
        <source>has an attribute named id, which stands for the user&apos;s id itself</source>
        <translation>hat ein Attribut namens id; das steht für die Kennung des Benutzers selbst</translation>
    </message>
    <message>
        <source>The %1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>The policy would be left without an administrator. Nothing was changed: keep at least one active user who can sign in and has %1 and %2 through enabled roles, assigned without an end.</source>
        <translation>Die Richtlinie hätte keinen Administrator mehr. Nichts wurde geändert: Behalten Sie mindestens einen aktiven Benutzer, der sich anmelden kann und %1 und %2 über eingeschaltete, ohne Ende zugewiesene Rollen hat.</translation>
    </message>
    <message>
        <source>Nobody could approve what an administrator asks for. Nothing was changed: give the role %1 and the right %2 to a second active user who can sign in, without an end, or take the approval out.</source>
        <translation>Niemand könnte freigeben, worum ein Administrator bittet. Nichts wurde geändert: Geben Sie die Rolle %1 und das Recht %2 ohne Ende einem zweiten aktiven Benutzer, der sich anmelden kann, oder nehmen Sie die Freigabe heraus.</translation>
    </message>
    <message>
        <source>%1 may not do %2. Nothing was done: ask an administrator for the right %3.</source>
        <translation>%1 darf %2 nicht tun. Nichts wurde getan: Bitten Sie einen Administrator um das Recht %3.</translation>
    </message>
    <message>
        <source>The right %1 is not given to %2: %3.</source>
        <translation>Das Recht %1 ist %2 nicht gegeben: %3.</translation>
    </message>
    <message>
        <source>%1 may change nothing here: %2.</source>
        <translation>%1 darf hier nichts ändern: %2.</translation>
    </message>
    <message>
        <source>There is no right to %1.</source>
        <translation>Hierzu gibt es kein Recht: %1.</translation>
    </message>
    <message>
        <source> No delegation to %1 covers it.</source>
        <translation> Keine Delegation an %1 deckt es ab.</translation>
    </message>
    <message>
        <source>%1 may not %2: that needs the right %3.%4</source>
        <translation>%1 darf das nicht: %2. Dafür ist das Recht %3 nötig.%4</translation>
    </message>
    <message>
        <source>%1 may not make these changes. Nothing was changed: leave out what is named, or ask an administrator for the right.</source>
        <translation>%1 darf diese Änderungen nicht machen. Nichts wurde geändert: Lassen Sie das Genannte weg, oder bitten Sie einen Administrator um das Recht.</translation>
    </message>
    <message>
        <source>It deletes a %1.</source>
        <translation>Gelöscht wird: %1.</translation>
    </message>
    <message>
        <source>It changes a constraint.</source>
        <translation>Eine Einschränkung wird geändert.</translation>
    </message>
    <message>
        <source>It changes who owns what.</source>
        <translation>Geändert wird, wem was gehört.</translation>
    </message>
    <message>
        <source>It changes what an operation requires.</source>
        <translation>Geändert wird, was eine Operation fordert.</translation>
    </message>
    <message>
        <source>It changes who may administer.</source>
        <translation>Geändert wird, wer verwalten darf.</translation>
    </message>
    <message>
        <source>It is about a permission that is marked sensitive.</source>
        <translation>Es geht um eine Berechtigung, die als heikel gekennzeichnet ist.</translation>
    </message>
    <message>
        <source>create the store</source>
        <translation>den Speicher anlegen</translation>
    </message>
    <message>
        <source>apply although tests fail: %1</source>
        <translation>anwenden, obwohl Tests fehlschlagen: %1</translation>
    </message>
    <message>
        <source>confirmed a second time: %1</source>
        <translation>ein zweites Mal bestätigt: %1</translation>
    </message>
    <message>
        <source>the clock stands %1 s behind the event before</source>
        <translation>die Uhr steht %1 s hinter dem Eintrag davor</translation>
    </message>
    <message>
        <source>set %1 of user %2</source>
        <translation>%1 des Benutzers %2 setzen</translation>
    </message>
    <message>
        <source>Look whether they are in the store before you apply them again.</source>
        <translation>Sehen Sie nach, ob sie im Speicher sind, bevor Sie sie noch einmal anwenden.</translation>
    </message>
    <message>
        <source>It asks for a login and a password.</source>
        <translation>Er fragt nach Anmeldung und Kennwort.</translation>
    </message>
    <message>
        <source>The policy is at version %1 by now, and these changes were made on version %2. Nothing was changed: bring them up to the newer version, look at them again and apply.</source>
        <translation>Die Richtlinie hat inzwischen Version %1, und diese Änderungen wurden auf Version %2 gemacht. Nichts wurde geändert: Bringen Sie sie auf die neuere Version, sehen Sie sie noch einmal an und wenden Sie sie an.</translation>
    </message>
    <message>
        <source>The changes cannot be recorded. Nothing was changed.</source>
        <translation>Die Änderungen lassen sich nicht aufzeichnen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The test &quot;%1&quot; passes now and would fail.</source>
        <translation>Der Test „%1“ geht jetzt durch und würde fehlschlagen.</translation>
    </message>
    <message>
        <source>The changes would make tests of the policy fail. Nothing was changed: mend the changes or the tests, or override the tests.</source>
        <translation>Mit den Änderungen würden Tests der Richtlinie fehlschlagen. Nichts wurde geändert: Berichtigen Sie die Änderungen oder die Tests, oder übergehen Sie die Tests.</translation>
    </message>
    <message>
        <source>There is no version %1: the newest is %2, the first is 0.</source>
        <translation>Version %1 gibt es nicht: Die neueste ist %2, die erste ist 0.</translation>
    </message>
    <message>
        <source>No store was named. Name a file such as acme.rolewright.</source>
        <translation>Kein Speicher wurde genannt. Nennen Sie eine Datei wie acme.rolewright.</translation>
    </message>
    <message>
        <source>A store is an SQLite file: give it a name such as acme.rolewright. A policy document is written by exporting.</source>
        <translation>Ein Speicher ist eine SQLite-Datei: Geben Sie ihm einen Namen wie acme.rolewright. Ein Richtliniendokument entsteht beim Exportieren.</translation>
    </message>
    <message>
        <source>A store in a database is always guarded: name its first administrator (init --admin). Nothing was made.</source>
        <translation>Ein Speicher in einer Datenbank ist immer geschützt: Nennen Sie seinen ersten Administrator (init --admin). Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No store is open.</source>
        <translation>Kein Speicher ist offen.</translation>
    </message>
    <message>
        <source>The store has gone back from version %1 to %2: an older copy was put in its place. Open it again.</source>
        <translation>Der Speicher ist von Version %1 auf %2 zurückgefallen: Eine ältere Kopie wurde an seine Stelle gesetzt. Öffnen Sie ihn neu.</translation>
    </message>
    <message>
        <source>The store is damaged (%1). Nothing was changed: restore it from a backup.</source>
        <translation>Der Speicher ist beschädigt (%1). Nichts wurde geändert: Stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>A text holds characters that cannot be stored (U+0000 or half of a character). Nothing was changed: correct the text.</source>
        <translation>Ein Text enthält Zeichen, die sich nicht speichern lassen (U+0000 oder ein halbes Zeichen). Nichts wurde geändert: Berichtigen Sie den Text.</translation>
    </message>
    <message>
        <source>This asks for a second confirmation. Nothing was changed: confirm it with your password and apply it again within five minutes.</source>
        <translation>Das verlangt eine zweite Bestätigung. Nichts wurde geändert: Bestätigen Sie es mit Ihrem Kennwort und wenden Sie es innerhalb von fünf Minuten noch einmal an.</translation>
    </message>
    <message>
        <source>These changes need the approval of a second person. Nothing was changed: ask for it, or leave them out.</source>
        <translation>Diese Änderungen brauchen die Freigabe einer zweiten Person. Nichts wurde geändert: Bitten Sie darum, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Somebody else who has the role %1 has to approve: %2.</source>
        <translation>Jemand anders mit der Rolle %1 muss freigeben: %2.</translation>
    </message>
    <message>
        <source>You are not signed in yet: a one-time code is asked for too. Give the code that your authenticator shows, or a recovery code.</source>
        <translation>Sie sind noch nicht angemeldet: Auch ein Einmalcode wird verlangt. Geben Sie den Code Ihrer Authenticator-App oder einen Wiederherstellungscode ein.</translation>
    </message>
    <message>
        <source>The password is right.</source>
        <translation>Das Kennwort stimmt.</translation>
    </message>
    <message>
        <source>These changes need nobody&apos;s approval. Nothing was changed: apply them.</source>
        <translation>Diese Änderungen brauchen keine Freigabe. Nichts wurde geändert: Wenden Sie sie an.</translation>
    </message>
    <message>
        <source>It overrides tests.</source>
        <translation>Tests werden übergangen.</translation>
    </message>
    <message>
        <source>There is no user %1. Nothing was changed: add the user first.</source>
        <translation>Benutzer %1 gibt es nicht. Nichts wurde geändert: Fügen Sie den Benutzer zuerst hinzu.</translation>
    </message>
    <message>
        <source>The password %1. Nothing was changed: choose another.</source>
        <translation>Das Kennwort %1. Nichts wurde geändert: Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The password %1. Nothing was made: choose another.</source>
        <translation>Das Kennwort %1. Nichts wurde angelegt: Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The store is guarded already. Nothing was changed: sign in as an administrator.</source>
        <translation>Der Speicher ist schon geschützt. Nichts wurde geändert: Melden Sie sich als Administrator an.</translation>
    </message>
    <message>
        <source>One-time codes need the keys of this store, which encrypt their seeds. Nothing was changed: give the keys first.</source>
        <translation>Einmalcodes brauchen die Schlüssel dieses Speichers, die ihre Startwerte verschlüsseln. Nichts wurde geändert: Geben Sie zuerst die Schlüssel an.</translation>
    </message>
    <message>
        <source>This is not the code that your authenticator should show by now. Nothing was changed: compare the clocks, and give the next code.</source>
        <translation>Das ist nicht der Code, den Ihre Authenticator-App jetzt zeigen müsste. Nichts wurde geändert: Vergleichen Sie die Uhren, und geben Sie den nächsten Code ein.</translation>
    </message>
    <message>
        <source>Every record of this store is signed with its keys.</source>
        <translation>Jeder Eintrag dieses Speichers wird mit seinen Schlüsseln signiert.</translation>
    </message>
    <message>
        <source>The store is sealed, and its keys are not at hand. Nothing was changed: give the keys of this store.</source>
        <translation>Der Speicher ist versiegelt, und seine Schlüssel sind nicht zur Hand. Nichts wurde geändert: Geben Sie die Schlüssel dieses Speichers an.</translation>
    </message>
    <message>
        <source>The key %1 does not seal this store.</source>
        <translation>Der Schlüssel %1 versiegelt diesen Speicher nicht.</translation>
    </message>
    <message>
        <source>These keys are not those of this store, or not any more. Nothing was changed: give the keys of this store, or let an administrator enrol yours.</source>
        <translation>Diese Schlüssel sind nicht oder nicht mehr die dieses Speichers. Nichts wurde geändert: Geben Sie die Schlüssel dieses Speichers an, oder lassen Sie Ihre von einem Administrator eintragen.</translation>
    </message>
    <message>
        <source>The records from %1 on were written without the keys, or are not what was sealed.</source>
        <translation>Die Einträge ab %1 wurden ohne die Schlüssel geschrieben oder sind nicht, was versiegelt wurde.</translation>
    </message>
    <message>
        <source>The trail is not sealed up to its end: somebody went round Rolewright, or put an older copy back. Nothing was changed: verify the trail, and restore the store, or accept it as it is.</source>
        <translation>Das Protokoll ist nicht bis zum Ende versiegelt: Jemand hat Rolewright umgangen oder eine ältere Kopie zurückgelegt. Nichts wurde geändert: Prüfen Sie das Protokoll und stellen Sie den Speicher wieder her, oder nehmen Sie es an, wie es ist.</translation>
    </message>
    <message>
        <source>This installation saw record %1; the store does not have it, or has another one there.</source>
        <translation>Diese Installation hat den Eintrag %1 gesehen; der Speicher hat ihn nicht oder hat dort einen anderen.</translation>
    </message>
    <message>
        <source>The store is not the one that this installation left, or an older copy of it. Nothing was changed: restore the newer one, or accept the trail as it is.</source>
        <translation>Der Speicher ist nicht der, den diese Installation verlassen hat, oder eine ältere Kopie davon. Nichts wurde geändert: Stellen Sie den neueren wieder her, oder nehmen Sie das Protokoll an, wie es ist.</translation>
    </message>
    <message>
        <source>This is no public key. Nothing was changed: give the 64 hexadecimal digits of one.</source>
        <translation>Das ist kein öffentlicher Schlüssel. Nichts wurde geändert: Geben Sie die 64 hexadezimalen Ziffern eines Schlüssels an.</translation>
    </message>
    <message>
        <source>The store has no keys yet, or they are not at hand. Nothing was changed: give them.</source>
        <translation>Der Speicher hat noch keine Schlüssel, oder sie sind nicht zur Hand. Nichts wurde geändert: Geben Sie sie an.</translation>
    </message>
    <message>
        <source>They stand in for the code that is lost.</source>
        <translation>Sie stehen für den verlorenen Code ein.</translation>
    </message>
    <message>
        <source>A lost code is taken away with the keys of the store. Nothing was changed: give them, or let another administrator take it away.</source>
        <translation>Ein verlorener Code wird mit den Schlüsseln des Speichers entfernt. Nichts wurde geändert: Geben Sie sie an, oder lassen Sie ihn von einem anderen Administrator entfernen.</translation>
    </message>
    <message>
        <source>There is no request %1 that waits. Nothing was changed: list the requests.</source>
        <translation>Keine Anfrage %1 wartet. Nichts wurde geändert: Sehen Sie die Liste der Anfragen an.</translation>
    </message>
    <message>
        <source>Who asked for it is no user any more. Nothing was changed: refuse the request.</source>
        <translation>Wer darum gebeten hat, ist kein Benutzer mehr. Nichts wurde geändert: Lehnen Sie die Anfrage ab.</translation>
    </message>
    <message>
        <source>Nobody approves what they asked for themselves. Nothing was changed: let somebody else do it.</source>
        <translation>Niemand gibt frei, worum er selbst gebeten hat. Nichts wurde geändert: Lassen Sie es jemand anderen tun.</translation>
    </message>
    <message>
        <source>You are not signed in: the name, the password or the code is wrong, or there were too many attempts. Check them, take a code that was not used yet, and after several attempts wait a while.</source>
        <translation>Sie sind nicht angemeldet: Name, Kennwort oder Code ist falsch, oder es waren zu viele Versuche. Prüfen Sie sie, nehmen Sie einen noch nicht benutzten Code, und warten Sie nach mehreren Versuchen eine Weile.</translation>
    </message>
    <message>
        <source>The one-time code cannot be checked without the keys of this store. Give these keys, or a recovery code.</source>
        <translation>Der Einmalcode lässt sich ohne die Schlüssel dieses Speichers nicht prüfen. Geben Sie diese Schlüssel oder einen Wiederherstellungscode an.</translation>
    </message>
    <message>
        <source>The store is open: there is nobody to sign in as. Leave the sign-in out.</source>
        <translation>Der Speicher ist offen: Es gibt niemanden, als der man sich anmelden könnte. Lassen Sie die Anmeldung weg.</translation>
    </message>
    <message>
        <source>The store is guarded, and nobody is signed in, or not any more. Nothing was changed: sign in.</source>
        <translation>Der Speicher ist geschützt, und niemand ist angemeldet oder nicht mehr. Nichts wurde geändert: Melden Sie sich an.</translation>
    </message>
    <message>
        <source>It is the operation %1.</source>
        <translation>Es ist der Vorgang %1.</translation>
    </message>
    <message>
        <source>The database server does not answer. Check the host, the port and the network, and try again.</source>
        <translation>Der Datenbankserver antwortet nicht. Prüfen Sie Rechnername, Port und Netz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database server does not let %1 in: the login or the password is wrong or missing, or it may not use this database. Check them, or ask the owner of the database.</source>
        <translation>Der Datenbankserver lässt %1 nicht ein: Anmeldung oder Kennwort ist falsch oder fehlt, oder diese Datenbank darf nicht benutzt werden. Prüfen Sie sie, oder fragen Sie den Eigentümer der Datenbank.</translation>
    </message>
    <message>
        <source>The database server cannot be reached: %1. Check the name of the store and try again.</source>
        <translation>Der Datenbankserver ist nicht erreichbar: %1. Prüfen Sie den Namen des Speichers, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database server is older than PostgreSQL 12. Update it, or use another.</source>
        <translation>Der Datenbankserver ist älter als PostgreSQL 12. Aktualisieren Sie ihn, oder verwenden Sie einen anderen.</translation>
    </message>
    <message>
        <source>The database server does not give what a store needs to keep what is saved (%1). Have it set up otherwise.</source>
        <translation>Der Datenbankserver bietet nicht, was ein Speicher braucht, um Gespeichertes zu behalten (%1). Lassen Sie ihn anders einrichten.</translation>
    </message>
    <message>
        <source>%1 may not read this store. Ask its owner for membership in one of the roles %2_administrator and %2_auditor.</source>
        <translation>%1 darf diesen Speicher nicht lesen. Bitten Sie seinen Eigentümer um die Mitgliedschaft in einer der Rollen %2_administrator und %2_auditor.</translation>
    </message>
    <message>
        <source>The database server took the changes back. Nothing was changed: try again.</source>
        <translation>Der Datenbankserver hat die Änderungen zurückgenommen. Nichts wurde geändert: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to the database server broke. Check the server and the network, and try again.</source>
        <translation>Die Verbindung zum Datenbankserver ist abgerissen. Prüfen Sie Server und Netz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database server took too long and was stopped. Nothing was changed: try again when it has less to do.</source>
        <translation>Der Datenbankserver brauchte zu lange und wurde angehalten. Nichts wurde geändert: Versuchen Sie es noch einmal, wenn er weniger zu tun hat.</translation>
    </message>
    <message>
        <source>Another program kept the store locked for too long. Nothing was changed: try again.</source>
        <translation>Ein anderes Programm hielt den Speicher zu lange gesperrt. Nichts wurde geändert: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your database login may not do this (%1). Nothing was changed: ask the owner of the database.</source>
        <translation>Ihre Anmeldung an der Datenbank darf das nicht (%1). Nichts wurde geändert: Fragen Sie den Eigentümer der Datenbank.</translation>
    </message>
    <message>
        <source>The database is read-only, as a standby is. Nothing was changed: use the primary server.</source>
        <translation>Die Datenbank ist nur lesbar wie ein Standby. Nichts wurde geändert: Verwenden Sie den Primärserver.</translation>
    </message>
    <message>
        <source>The database server lacks disk, memory or connections (%1). Nothing was changed: free some, and try again.</source>
        <translation>Dem Datenbankserver fehlt Plattenplatz, Speicher oder eine Verbindung (%1). Nichts wurde geändert: Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database server could not do it: %1 (%2). Nothing was changed.</source>
        <translation>Der Datenbankserver konnte es nicht: %1 (%2). Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The passwords of this store are those of its database logins. Nothing was changed: let the owner of the database set them, with \password in psql.</source>
        <translation>Die Kennwörter dieses Speichers sind die seiner Anmeldungen an der Datenbank. Nichts wurde geändert: Lassen Sie sie den Eigentümer der Datenbank setzen, mit \password in psql.</translation>
    </message>
    <message>
        <source>The database login %1 is no active user of the policy. Nothing was changed: sign in as one who is.</source>
        <translation>Die Anmeldung %1 an der Datenbank ist kein aktiver Benutzer der Richtlinie. Nichts wurde geändert: Melden Sie sich als einer an, der es ist.</translation>
    </message>
    <message>
        <source>The database server lets you in without a password, so nothing can be confirmed with one. Nothing was changed: have the owner of the database ask for passwords (scram-sha-256).</source>
        <translation>Der Datenbankserver lässt Sie ohne Kennwort ein, also lässt sich mit keinem etwas bestätigen. Nichts wurde geändert: Der Eigentümer der Datenbank soll Kennwörter verlangen (scram-sha-256).</translation>
    </message>
    <message>
        <source>This is not the name of a PostgreSQL store. Write postgresql://user@host:5432/database, with %XX for special characters.</source>
        <translation>Das ist kein Name eines PostgreSQL-Speichers. Schreiben Sie postgresql://user@host:5432/database, mit %XX für besondere Zeichen.</translation>
    </message>
    <message>
        <source>A password does not belong in the name of a store, where others can read it. Leave it out: it is asked for, or read from --password-file. Change the password if somebody may have seen it.</source>
        <translation>Ein Kennwort gehört nicht in den Namen eines Speichers, wo andere es lesen können. Lassen Sie es weg: Es wird erfragt oder aus --password-file gelesen. Ändern Sie das Kennwort, wenn es jemand gesehen haben kann.</translation>
    </message>
    <message>
        <source>The name of a PostgreSQL store ends with its database: postgresql://user@host:5432/database.</source>
        <translation>Der Name eines PostgreSQL-Speichers endet mit seiner Datenbank: postgresql://user@host:5432/database.</translation>
    </message>
    <message>
        <source>The name of a PostgreSQL store has an option that is not known; known are %1. Leave it out.</source>
        <translation>Der Name eines PostgreSQL-Speichers hat eine unbekannte Option; bekannt sind %1. Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>sslmode is one of %1.</source>
        <translation>sslmode ist eines von %1.</translation>
    </message>
    <message>
        <source>The database server has a login or an administrator called %1, which is the name of a role of this store. Nothing was made: rename it, or use a database of another name.</source>
        <translation>Der Datenbankserver hat eine Anmeldung oder einen Administrator namens %1, und so heißt eine Rolle dieses Speichers. Nichts wurde angelegt: Benennen Sie sie um, oder verwenden Sie eine Datenbank mit anderem Namen.</translation>
    </message>
    <message>
        <source>There is a store in this database already. Open it, or use another database.</source>
        <translation>In dieser Datenbank ist schon ein Speicher. Öffnen Sie ihn, oder verwenden Sie eine andere Datenbank.</translation>
    </message>
    <message>
        <source>The name of the database is too long for the names of its roles. Use at most 49 bytes.</source>
        <translation>Der Name der Datenbank ist zu lang für die Namen ihrer Rollen. Verwenden Sie höchstens 49 Bytes.</translation>
    </message>
    <message>
        <source>The store is for a newer Rolewright than this one (%1). Update Rolewright to work on it.</source>
        <translation>Der Speicher ist für ein neueres Rolewright als dieses (%1). Aktualisieren Sie Rolewright, um daran zu arbeiten.</translation>
    </message>
    <message>
        <source>The owner of the store does not let in a Rolewright as new as this one (%1). Use an older one, or ask the owner to raise newest_client.</source>
        <translation>Der Eigentümer des Speichers lässt kein so neues Rolewright ein wie dieses (%1). Verwenden Sie ein älteres, oder bitten Sie den Eigentümer, newest_client anzuheben.</translation>
    </message>
    <message>
        <source>The store is of an older format, %1, and this Rolewright works on %2. Let its owner open it once: that brings it up.</source>
        <translation>Der Speicher hat ein älteres Format, %1, und dieses Rolewright arbeitet mit %2. Lassen Sie ihn einmal von seinem Eigentümer öffnen: das hebt ihn an.</translation>
    </message>
    <message>
        <source>The store has been tampered with: its tables are not those that Rolewright made (%1). Nothing was changed: have its owner look at it.</source>
        <translation>Am Speicher wurde manipuliert: Seine Tabellen sind nicht die von Rolewright (%1). Nichts wurde geändert: Lassen Sie seinen Eigentümer nachsehen.</translation>
    </message>
    <message>
        <source>There is no store in this database. Make one with init, or name another database.</source>
        <translation>In dieser Datenbank ist kein Speicher. Legen Sie mit init einen an, oder nennen Sie eine andere Datenbank.</translation>
    </message>
    <message>
        <source>Your database login only reads this store, or the database is a standby. Nothing was changed: use a login that is a member of %1.</source>
        <translation>Ihre Anmeldung an der Datenbank liest diesen Speicher nur, oder die Datenbank ist ein Standby. Nichts wurde geändert: Verwenden Sie eine Anmeldung, die Mitglied von %1 ist.</translation>
    </message>
    <message>
        <source>The store was written by a newer Rolewright: its format is %1, and this one knows up to %2. Update Rolewright to open it.</source>
        <translation>Der Speicher wurde von einem neueren Rolewright geschrieben: Sein Format ist %1, und dieses kennt bis %2. Aktualisieren Sie Rolewright, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The store has been tampered with or is damaged: its tables are not those that Rolewright made. Nothing was changed: restore it from a backup.</source>
        <translation>Am Speicher wurde manipuliert, oder er ist beschädigt: Seine Tabellen sind nicht die von Rolewright. Nichts wurde geändert: Stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>Der SQLite-Treiber von Qt fehlt. Installieren Sie das Paket libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The store cannot be opened: %1.</source>
        <translation>Der Speicher lässt sich nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>SQLite does not promise to keep what is saved (synchronous=%1).</source>
        <translation>SQLite sichert nicht zu, Gespeichertes zu behalten (synchronous=%1).</translation>
    </message>
    <message>
        <source>SQLite cannot keep a write-ahead log for the store here (journal_mode=%1). Keep it on a local disk.</source>
        <translation>SQLite kann hier kein Write-ahead-Log für den Speicher führen (journal_mode=%1). Legen Sie ihn auf eine lokale Platte.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed: free some space and try again.</source>
        <translation>Die Platte ist voll. Nichts wurde geändert: Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The store may not be written: the file, its folder or the disk is read-only. Nothing was changed: make it writable, or save to another store.</source>
        <translation>In den Speicher darf nicht geschrieben werden: Die Datei, ihr Ordner oder die Platte ist nur lesbar. Nichts wurde geändert: Machen Sie ihn beschreibbar, oder speichern Sie in einen anderen.</translation>
    </message>
    <message>
        <source>The store, or the -wal and -shm files beside it, cannot be opened. Check that file and folder are readable and writable, and try again.</source>
        <translation>Der Speicher oder die Dateien -wal und -shm daneben lassen sich nicht öffnen. Prüfen Sie, ob Datei und Ordner lesbar und beschreibbar sind, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The store may not be read or written by you. Ask its owner for access.</source>
        <translation>Sie dürfen den Speicher nicht lesen oder schreiben. Bitten Sie seinen Eigentümer um Zugang.</translation>
    </message>
    <message>
        <source>The disk failed to read or write the store (%1). Check the disk and its free space, and try again.</source>
        <translation>Die Platte konnte den Speicher nicht lesen oder schreiben (%1). Prüfen Sie die Platte und ihren freien Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>SQLite could not do it: %1 (%2).</source>
        <translation>SQLite konnte es nicht: %1 (%2).</translation>
    </message>
    <message>
        <source>The store is read-only: you may not write its file or folder. Nothing was changed: make it writable, or save to another store.</source>
        <translation>Der Speicher ist nur lesbar: Sie dürfen seine Datei oder seinen Ordner nicht beschreiben. Nichts wurde geändert: Machen Sie ihn beschreibbar, oder speichern Sie in einen anderen.</translation>
    </message>
    <message>
        <source>There is no such file. Check the path, or create a new store.</source>
        <translation>Diese Datei gibt es nicht. Prüfen Sie den Pfad, oder legen Sie einen neuen Speicher an.</translation>
    </message>
    <message>
        <source>The file may not be read by you. Ask its owner for access.</source>
        <translation>Sie dürfen die Datei nicht lesen. Bitten Sie ihren Eigentümer um Zugang.</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1.</source>
        <translation>Die Datei lässt sich nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>The file is on a network file system (%1), where SQLite cannot keep it safe. Keep it on a local disk; to share a policy, use a PostgreSQL store or a server.</source>
        <translation>Die Datei liegt auf einem Netzlaufwerk (%1), wo SQLite sie nicht sicher aufbewahren kann. Legen Sie sie auf eine lokale Platte; zum Teilen einer Richtlinie verwenden Sie einen PostgreSQL-Speicher oder einen Server.</translation>
    </message>
    <message>
        <source>The file is empty. If a store&apos;s creation was interrupted here, remove the file and create it again.</source>
        <translation>Die Datei ist leer. Wurde hier das Anlegen eines Speichers unterbrochen, dann entfernen Sie die Datei und legen ihn neu an.</translation>
    </message>
    <message>
        <source>The file is not a Rolewright store: it is not an SQLite database.</source>
        <translation>Die Datei ist kein Speicher von Rolewright: Sie ist keine SQLite-Datenbank.</translation>
    </message>
    <message>
        <source>The file is an SQLite database of another program, not a Rolewright store.</source>
        <translation>Die Datei ist eine SQLite-Datenbank eines anderen Programms, kein Speicher von Rolewright.</translation>
    </message>
    <message>
        <source>This is a folder, not a store file.</source>
        <translation>Das ist ein Ordner, keine Speicherdatei.</translation>
    </message>
    <message>
        <source>This is a device or a pipe, not a store file.</source>
        <translation>Das ist ein Gerät oder eine Pipe, keine Speicherdatei.</translation>
    </message>
    <message>
        <source>The file was replaced while it was opened. Try again.</source>
        <translation>Die Datei wurde beim Öffnen ersetzt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be opened: %2.</source>
        <translation>Der Ordner „%1“ lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Open it, or choose another name.</source>
        <translation>Eine Datei dieses Namens gibt es schon. Öffnen Sie sie, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The file cannot be created: %1.</source>
        <translation>Die Datei lässt sich nicht anlegen: %1.</translation>
    </message>
    <message>
        <source>The store&apos;s file was removed or cannot be reached any more (%1). Put it back, or open another store.</source>
        <translation>Die Datei des Speichers wurde entfernt oder ist nicht mehr erreichbar (%1). Legen Sie sie zurück, oder öffnen Sie einen anderen Speicher.</translation>
    </message>
    <message>
        <source>Another file was put in the place of the store while it was open. Open the store again to work on the new file.</source>
        <translation>Eine andere Datei wurde an die Stelle des offenen Speichers gesetzt. Öffnen Sie den Speicher neu, um an der neuen Datei zu arbeiten.</translation>
    </message>
    <message>
        <source>The new file could not be made durable: %1.</source>
        <translation>Die neue Datei ließ sich nicht dauerhaft machen: %1.</translation>
    </message>
    <message>
        <source>There is no such file. Check the path.</source>
        <translation>Diese Datei gibt es nicht. Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>A policy document is read only here. Nothing was changed: import it into a store to edit it.</source>
        <translation>Ein Richtliniendokument ist hier nur lesbar. Nichts wurde geändert: Importieren Sie es zum Bearbeiten in einen Speicher.</translation>
    </message>
    <message>
        <source>A policy document has no %1. Import it into a store to have one.</source>
        <translation>Ein Richtliniendokument hat kein %1. Importieren Sie es dafür in einen Speicher.</translation>
    </message>
    <message>
        <source>The keychain was not opened. Nothing was changed: unlock it, or use a key file.</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet. Nichts wurde geändert: Entsperren Sie ihn, oder verwenden Sie eine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>There is no keychain here. Nothing was changed: start one, or use a key file.</source>
        <translation>Hier gibt es keinen Schlüsselbund. Nichts wurde geändert: Starten Sie einen, oder verwenden Sie eine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>The keychain failed: %1. Nothing was changed: try again, or use a key file.</source>
        <translation>Der Schlüsselbund versagte: %1. Nichts wurde geändert: Versuchen Sie es noch einmal, oder verwenden Sie eine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time. Nothing was changed: unlock it and try again, or use a key file.</source>
        <translation>Der Schlüsselbund antwortete nicht rechtzeitig. Nichts wurde geändert: Entsperren Sie ihn und versuchen Sie es noch einmal, oder verwenden Sie eine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>The key file cannot be used: %1. Nothing was changed.</source>
        <translation>Die Schlüsseldatei ist nicht zu gebrauchen: %1. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The password could not be hashed: there is not enough memory. Nothing was changed: close other programs and try again.</source>
        <translation>Das Kennwort ließ sich nicht verarbeiten: Der Arbeitsspeicher reicht nicht. Nichts wurde geändert: Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>These are no keys of a store. Nothing was changed: name what &quot;keys&quot; or &quot;init&quot; wrote.</source>
        <translation>Das sind keine Schlüssel eines Speichers. Nichts wurde geändert: Nennen Sie, was „keys“ oder „init“ geschrieben hat.</translation>
    </message>
    <message>
        <source>The one-time code cannot be checked with these keys: it was set up with others. Give the keys of this store, or a recovery code.</source>
        <translation>Der Einmalcode lässt sich mit diesen Schlüsseln nicht prüfen: Er wurde mit anderen eingerichtet. Geben Sie die Schlüssel dieses Speichers oder einen Wiederherstellungscode an.</translation>
    </message>
    <message>
        <source>The one-time code cannot be checked: its seed in the store was changed. Use a recovery code, and set the code up again.</source>
        <translation>Der Einmalcode lässt sich nicht prüfen: Sein Startwert im Speicher wurde verändert. Verwenden Sie einen Wiederherstellungscode, und richten Sie den Code neu ein.</translation>
    </message>
    <message>
        <source>is shorter than 8 characters</source>
        <translation>ist kürzer als 8 Zeichen</translation>
    </message>
    <message>
        <source>is longer than 1024 bytes</source>
        <translation>ist länger als 1024 Bytes</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>The tokens of applications are kept by the server of this store. Nothing was changed: ask the server.</source>
        <translation>Die Tokens von Anwendungen verwahrt der Server dieses Speichers. Nichts wurde geändert: Fragen Sie den Server.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The name of the token %1; choose another.</source>
        <translation>Der Name des Tokens %1; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>A token is for some of %1.</source>
        <translation>Ein Token ist für etwas von diesen: %1.</translation>
    </message>
    <message>
        <source>A token is for something.</source>
        <translation>Ein Token ist für etwas.</translation>
    </message>
    <message>
        <source>The token would be over already; choose a later time.</source>
        <translation>Das Token wäre schon abgelaufen; wählen Sie eine spätere Zeit.</translation>
    </message>
    <message>
        <source>There is no user %1; add the user first.</source>
        <translation>Es gibt keinen Benutzer %1; fügen Sie ihn zuerst hinzu.</translation>
    </message>
    <message>
        <source>%1 has no token %2 to replace.</source>
        <translation>%1 hat kein Token %2, das zu ersetzen wäre.</translation>
    </message>
    <message>
        <source>There is no token %1.</source>
        <translation>Es gibt kein Token %1.</translation>
    </message>
    <message>
        <source>The login %1 may not keep the passwords of the server&apos;s users. Have the owner of the database make it a member of %2.</source>
        <translation>Die Anmeldung %1 darf die Kennwörter der Benutzer des Servers nicht verwahren. Lassen Sie den Eigentümer der Datenbank sie zum Mitglied von %2 machen.</translation>
    </message>
    <message>
        <source>This kind of store has no administrators to sign in.</source>
        <translation>Diese Art von Speicher hat keine Administratoren, die sich anmelden.</translation>
    </message>
    <message>
        <source>The password cannot be read: %1. Nothing was changed.</source>
        <translation>Das Kennwort kann nicht gelesen werden: %1. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nobody is signed in to this store, and it lets nobody else in. Sign in with your name and password.</source>
        <translation>Niemand ist an diesem Speicher angemeldet, und er lässt sonst niemanden ein. Melden Sie sich mit Namen und Kennwort an.</translation>
    </message>
    <message>
        <source>This is not the name of a store. Name a file such as acme.rolewright, a policy document such as policy.json, a database such as postgresql://user@host/database, or a server such as https://host:8443.</source>
        <translation>Das ist kein Name eines Speichers. Nennen Sie eine Datei wie acme.rolewright, ein Richtliniendokument wie policy.json, eine Datenbank wie postgresql://user@host/database oder einen Server wie https://host:8443.</translation>
    </message>
    <message>
        <source>A server serves a store that is there. Nothing was made: make a file or a database where it runs, and start rolewrightd on it.</source>
        <translation>Ein Server stellt einen Speicher bereit, den es schon gibt. Nichts wurde angelegt: Legen Sie dort, wo er läuft, eine Datei oder eine Datenbank an, und starten Sie rolewrightd darauf.</translation>
    </message>
    <message>
        <source>This is not done over HTTP. Nothing was changed: do it where the server runs, with rolewrightctl on the store that it serves.</source>
        <translation>Das geht nicht über HTTP. Nichts wurde geändert: Tun Sie es dort, wo der Server läuft, mit rolewrightctl am Speicher, den er bereitstellt.</translation>
    </message>
    <message>
        <source>%1 Write https://host:8443, or https://user@host:8443?ca=FILE.</source>
        <translation>%1 Schreiben Sie https://host:8443 oder https://user@host:8443?ca=DATEI.</translation>
    </message>
    <message>
        <source>This is not the address of a server.</source>
        <translation>Das ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>A store string carries no password: it is asked for, or read from --password-file.</source>
        <translation>Eine Speicherangabe enthält kein Kennwort: Es wird erfragt oder aus --password-file gelesen.</translation>
    </message>
    <message>
        <source>A store string ends before &quot;#&quot;.</source>
        <translation>Eine Speicherangabe endet vor „#“.</translation>
    </message>
    <message>
        <source>A pin is the SHA-256 of the server&apos;s certificate, once: sha256: and 64 hexadecimal digits.</source>
        <translation>pin ist der SHA-256-Wert des Serverzertifikats, einmal: sha256: und 64 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>The only options of a server are ca, with a PEM file, and pin, each once.</source>
        <translation>Die einzigen Optionen eines Servers sind ca, mit einer PEM-Datei, und pin, jede nur einmal.</translation>
    </message>
    <message>
        <source>A certificate is trusted by its authority or by its pin, not by both: leave one out.</source>
        <translation>Einem Zertifikat wird wegen seiner Zertifizierungsstelle oder wegen seines Fingerabdrucks vertraut, nicht wegen beider: Lassen Sie eines weg.</translation>
    </message>
    <message>
        <source>Beyond this machine a server is asked over https only: passwords would cross the network in the clear.</source>
        <translation>Über diesen Rechner hinaus wird ein Server nur über https gefragt: Kennwörter gingen sonst im Klartext durch das Netz.</translation>
    </message>
    <message>
        <source>There is no certificate to trust over http: leave ca and pin out.</source>
        <translation>Über http gibt es kein Zertifikat, dem zu vertrauen wäre: Lassen Sie ca und pin weg.</translation>
    </message>
    <message>
        <source>%1 Nothing was sent. If the one who runs the server confirms that this digest is its certificate&apos;s, trust it as %2; or name the file of the authority that issued it with ?ca=FILE.</source>
        <translation>%1 Nichts wurde gesendet. Wenn der Betreiber des Servers bestätigt, dass dies der Fingerabdruck seines Zertifikats ist, vertrauen Sie ihm mit %2; oder nennen Sie mit ?ca=DATEI die Datei der Stelle, die es ausgestellt hat.</translation>
    </message>
    <message>
        <source>%1. Look whether this is the address of rolewrightd, and whether its version is the one of this program.</source>
        <translation>%1. Prüfen Sie, ob dies die Adresse von rolewrightd ist und ob dessen Version zu diesem Programm passt.</translation>
    </message>
    <message>
        <source>The server answered with status %1 and no reason. Look at its log.</source>
        <translation>Der Server antwortete mit Status %1 und ohne Begründung. Sehen Sie in sein Protokoll.</translation>
    </message>
    <message>
        <source>The server answered with status %1 and no reason</source>
        <translation>Der Server antwortete mit Status %1 und ohne Begründung</translation>
    </message>
    <message>
        <source>The server answered with what is no JSON object</source>
        <translation>Der Server antwortete mit etwas, das kein JSON-Objekt ist</translation>
    </message>
    <message>
        <source>The server answered with what is no history</source>
        <translation>Der Server antwortete mit etwas, das kein Verlauf ist</translation>
    </message>
    <message>
        <source>The server answered with what is no policy</source>
        <translation>Der Server antwortete mit etwas, das keine Richtlinie ist</translation>
    </message>
    <message>
        <source>The server answered with what is no change set</source>
        <translation>Der Server antwortete mit etwas, das kein Änderungssatz ist</translation>
    </message>
    <message>
        <source>The server answered with what is no audit trail</source>
        <translation>Der Server antwortete mit etwas, das kein Protokoll ist</translation>
    </message>
    <message>
        <source>The server answered without a token</source>
        <translation>Der Server antwortete ohne Token</translation>
    </message>
    <message>
        <source>The server names no version</source>
        <translation>Der Server nennt keine Version</translation>
    </message>
    <message>
        <source>The server does not say who can sign in</source>
        <translation>Der Server sagt nicht, wer sich anmelden kann</translation>
    </message>
    <message>
        <source>The server does not say which tokens there are</source>
        <translation>Der Server sagt nicht, welche Token es gibt</translation>
    </message>
    <message>
        <source>The server does not say what it did</source>
        <translation>Der Server sagt nicht, was er getan hat</translation>
    </message>
    <message>
        <source>The server does not say what waits for an approval</source>
        <translation>Der Server sagt nicht, was auf eine Genehmigung wartet</translation>
    </message>
    <message>
        <source>The server does not say what the trail has</source>
        <translation>Der Server sagt nicht, was das Protokoll enthält</translation>
    </message>
    <message>
        <source>The server does not say whether the trail holds</source>
        <translation>Der Server sagt nicht, ob das Protokoll unversehrt ist</translation>
    </message>
    <message>
        <source>The archive cannot be read: %1.</source>
        <translation>Das Archiv lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>Only the owner of the database may remove what is recorded. Nothing was changed: erase with &quot;rolewrightctl log erase&quot; and the owner&apos;s login.</source>
        <translation>Nur der Eigentümer der Datenbank darf Verzeichnetes entfernen. Nichts wurde geändert: Löschen Sie mit „rolewrightctl log erase“ und der Anmeldung des Eigentümers.</translation>
    </message>
    <message>
        <source>The records of a store in a database are never removed by Rolewright. Nothing was changed: only the owner of the database could.</source>
        <translation>Die Einträge eines Speichers in einer Datenbank entfernt Rolewright nie. Nichts wurde geändert: Nur der Eigentümer der Datenbank könnte es.</translation>
    </message>
    <message>
        <source>Only the owner of the database may remove what is recorded. Nothing was changed: sign in with a login that is a member of %1, too.</source>
        <translation>Nur der Eigentümer der Datenbank darf Verzeichnetes entfernen. Nichts wurde geändert: Melden Sie sich mit einem Zugang an, der auch Mitglied von %1 ist.</translation>
    </message>
    <message>
        <source>Older records of the store were archived, and this installation has not seen it. Nothing was changed: verify the trail with the archive, or accept it as it is.</source>
        <translation>Ältere Einträge des Speichers wurden archiviert, und diese Installation hat das nicht gesehen. Nichts wurde geändert: Prüfen Sie das Protokoll mit dem Archiv, oder nehmen Sie es an, wie es ist.</translation>
    </message>
    <message>
        <source>The trail begins with %1 or later: there is nothing to archive. Name a later moment.</source>
        <translation>Das Protokoll beginnt mit %1 oder später: Es gibt nichts zu archivieren. Nennen Sie einen späteren Zeitpunkt.</translation>
    </message>
    <message>
        <source>Somebody archived or erased records meanwhile. Nothing was archived: try again.</source>
        <translation>Inzwischen hat jemand Einträge archiviert oder gelöscht. Nichts wurde archiviert: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>An archive ends in a signed checkpoint.</source>
        <translation>Ein Archiv endet mit einem signierten Prüfpunkt.</translation>
    </message>
    <message>
        <source>There is no key to sign the archive with. Nothing was archived: give the keys of the store, or a key of your own for a store that is not sealed.</source>
        <translation>Es gibt keinen Schlüssel, um das Archiv zu signieren. Nichts wurde archiviert: Geben Sie die Schlüssel des Speichers an, oder einen eigenen für einen Speicher, der nicht versiegelt ist.</translation>
    </message>
    <message>
        <source>The trail is not intact: %1. Nothing was archived: see &quot;log verify&quot;.</source>
        <translation>Das Protokoll ist nicht unversehrt: %1. Nichts wurde archiviert: siehe „log verify“.</translation>
    </message>
    <message>
        <source>%1 The archive was written, and stays: &quot;log verify --archive&quot; says whether its records are still in the store, too; then delete it and archive again.</source>
        <translation>%1 Das Archiv ist geschrieben und bleibt: „log verify --archive“ sagt, ob seine Einträge auch noch im Speicher sind; löschen Sie es dann und archivieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The archives are not of the trail that this installation saw at record %1. Nothing was changed: restore the store from a backup, or accept the trail as it is.</source>
        <translation>Die Archive gehören nicht zu dem Protokoll, das diese Installation beim Eintrag %1 gesehen hat. Nichts wurde geändert: Stellen Sie den Speicher aus einer Sicherung wieder her, oder nehmen Sie das Protokoll an, wie es ist.</translation>
    </message>
    <message>
        <source>The keys of this store and the one-time codes are the business of its server. Nothing was changed: sign in to the server for codes; change keys where it runs, with &quot;rolewrightctl --server-password-file&quot;.</source>
        <translation>Um die Schlüssel dieses Speichers und die Einmalcodes kümmert sich sein Server. Nichts wurde geändert: Melden Sie sich für Codes am Server an; wechseln Sie Schlüssel dort, wo er läuft, mit „rolewrightctl --server-password-file“.</translation>
    </message>
    <message>
        <source>One-time codes go with a password of the server, and you signed in with your database login. Nothing was changed: set yourself a password on the server, and sign in with it.</source>
        <translation>Einmalcodes gehören zu einem Passwort des Servers, und Sie haben sich mit Ihrem Datenbank-Login angemeldet. Nichts wurde geändert: Setzen Sie sich auf dem Server ein Passwort, und melden Sie sich damit an.</translation>
    </message>
    <message>
        <source>%1 is not asked for one-time codes. Nothing was changed: sign in with the password.</source>
        <translation>%1 wird nicht nach Einmalcodes gefragt. Nichts wurde geändert: Melden Sie sich mit dem Passwort an.</translation>
    </message>
    <message>
        <source>%1 is another spelling of %2.</source>
        <translation>%1 ist eine andere Schreibweise von %2.</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>anmelden</translation>
    </message>
    <message>
        <source>confirm %1</source>
        <translation>%1 bestätigen</translation>
    </message>
    <message>
        <source>failed attempts as %1: %2</source>
        <translation>fehlgeschlagene Versuche als %1: %2</translation>
    </message>
    <message>
        <source>guard the store; %1 administers it</source>
        <translation>den Speicher schützen; %1 verwaltet ihn</translation>
    </message>
    <message>
        <source>set the password of %1</source>
        <translation>das Kennwort von %1 setzen</translation>
    </message>
    <message>
        <source>take the password of %1</source>
        <translation>das Kennwort von %1 wegnehmen</translation>
    </message>
    <message>
        <source>set up one-time codes, with %1 recovery codes</source>
        <translation>Einmalcodes einrichten, mit %1 Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>take the one-time codes of %1 away</source>
        <translation>die Einmalcodes von %1 entziehen</translation>
    </message>
    <message>
        <source>take the lost one-time codes of %1 away, at the console with the keys of the store</source>
        <translation>die verlorenen Einmalcodes von %1 entziehen, an der Konsole mit den Schlüsseln des Speichers</translation>
    </message>
    <message>
        <source>let the key %1 seal the trail</source>
        <translation>den Schlüssel %1 das Protokoll versiegeln lassen</translation>
    </message>
    <message>
        <source>let the key %1 seal the trail no more</source>
        <translation>den Schlüssel %1 das Protokoll nicht mehr versiegeln lassen</translation>
    </message>
    <message>
        <source>accept the trail as it is: at record %1, sealed to %2, last seen at %3</source>
        <translation>das Protokoll annehmen, wie es ist: bei Eintrag %1, versiegelt bis %2, zuletzt gesehen bei %3</translation>
    </message>
    <message>
        <source>give %1 the token %2, &quot;%3&quot;, for %4 in place of token %5</source>
        <translation>%1 das Token %2, „%3“, für %4 geben, anstelle von Token %5</translation>
    </message>
    <message>
        <source>give %1 the token %2, &quot;%3&quot;, for %4</source>
        <translation>%1 das Token %2, „%3“, für %4 geben</translation>
    </message>
    <message>
        <source>take the token %1 from %2</source>
        <translation>das Token %1 von %2 wegnehmen</translation>
    </message>
    <message>
        <source>erase %1 names and attribute values of %2</source>
        <translation>%1 Namen und Attributwerte von %2 löschen</translation>
    </message>
    <message>
        <source>archive the records up to %1, and the versions before %2: %3</source>
        <translation>die Einträge bis %1 und die Versionen vor %2 archivieren: %3</translation>
    </message>
    <message>
        <source>refused, %1 in a day: %2</source>
        <translation>abgelehnt, %1 an einem Tag: %2</translation>
    </message>
    <message>
        <source>the archive %1: %2</source>
        <translation>das Archiv %1: %2</translation>
    </message>
    <message>
        <source>record %1 is missing: record %2 stands in its place</source>
        <translation>Eintrag %1 fehlt: Eintrag %2 steht an seiner Stelle</translation>
    </message>
    <message>
        <source>record %1 is not as it was written: its hash does not match</source>
        <translation>Eintrag %1 ist nicht, wie er geschrieben wurde: Sein Hash passt nicht</translation>
    </message>
    <message>
        <source>the trail ends at record %1, but %2 were written</source>
        <translation>das Protokoll endet mit Eintrag %1, geschrieben wurden aber %2</translation>
    </message>
    <message>
        <source>record %1 was added: only %2 were written</source>
        <translation>Eintrag %1 wurde hinzugefügt: Geschrieben wurden nur %2</translation>
    </message>
    <message>
        <source>the last record, %1, is not the one that the head of the trail names</source>
        <translation>der letzte Eintrag, %1, ist nicht der, den der Kopf des Protokolls nennt</translation>
    </message>
    <message>
        <source>the keys that the store names are not those that its trail names</source>
        <translation>die Schlüssel, die der Speicher nennt, sind nicht die, die sein Protokoll nennt</translation>
    </message>
    <message>
        <source>the trail ends at record %1, but was sealed up to record %2: it was cut off</source>
        <translation>das Protokoll endet mit Eintrag %1, war aber bis Eintrag %2 versiegelt: Es wurde abgeschnitten</translation>
    </message>
    <message>
        <source>the seal of record %1 does not hold: some record from %2 on was written anew, or the seal was made with a key that does not count</source>
        <translation>das Siegel von Eintrag %1 hält nicht: Ein Eintrag ab %2 wurde neu geschrieben, oder das Siegel ist von einem Schlüssel, der nicht gilt</translation>
    </message>
    <message>
        <source>the records from %1 on are not sealed: they were written without a key</source>
        <translation>die Einträge ab %1 sind nicht versiegelt: Sie wurden ohne Schlüssel geschrieben</translation>
    </message>
    <message>
        <source>the trail ends at record %1, but had come to record %2: it was cut off, or an older copy put back</source>
        <translation>das Protokoll endet mit Eintrag %1, war aber bis Eintrag %2 gekommen: Es wurde abgeschnitten oder eine ältere Kopie zurückgespielt</translation>
    </message>
    <message>
        <source>record %1 is not the one that this installation saw</source>
        <translation>Eintrag %1 ist nicht der, den diese Installation gesehen hat</translation>
    </message>
    <message>
        <source>version %1 does not hold the changes that its records name</source>
        <translation>Version %1 enthält nicht die Änderungen, die ihre Einträge nennen</translation>
    </message>
    <message>
        <source>a name or an attribute value of version %1 is not the one that was recorded</source>
        <translation>ein Name oder ein Attributwert von Version %1 ist nicht der, der verzeichnet wurde</translation>
    </message>
    <message>
        <source>what stays of the archived records is not readable</source>
        <translation>was von den archivierten Einträgen bleibt, ist nicht lesbar</translation>
    </message>
    <message>
        <source>what stays of the archived records is not what record %1 says</source>
        <translation>was von den archivierten Einträgen bleibt, ist nicht, was Eintrag %1 sagt</translation>
    </message>
    <message>
        <source>the records up to %1 are gone, and no record says that they were archived</source>
        <translation>die Einträge bis %1 sind weg, und kein Eintrag sagt, dass sie archiviert wurden</translation>
    </message>
    <message>
        <source>the records up to %1 were archived, as record %2 says, and this installation has seen neither that record nor the archive</source>
        <translation>die Einträge bis %1 wurden archiviert, wie Eintrag %2 sagt, und diese Installation hat weder diesen Eintrag noch das Archiv gesehen</translation>
    </message>
    <message>
        <source>something follows the checkpoint that ends it</source>
        <translation>auf den Prüfpunkt, mit dem es endet, folgt noch etwas</translation>
    </message>
    <message>
        <source>record %1 is not as it was written</source>
        <translation>Eintrag %1 ist nicht, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>its checkpoint, line %1, is not as it was signed</source>
        <translation>sein Prüfpunkt, Zeile %1, ist nicht, wie er signiert wurde</translation>
    </message>
    <message>
        <source>it ends with record %1, but its checkpoint was signed of record %2 or of another one there</source>
        <translation>es endet mit Eintrag %1, sein Prüfpunkt wurde aber von Eintrag %2 oder von einem anderen dort signiert</translation>
    </message>
    <message>
        <source>its checkpoint is of another store</source>
        <translation>sein Prüfpunkt ist von einem anderen Speicher</translation>
    </message>
    <message>
        <source>it does not end in a checkpoint: records were cut off</source>
        <translation>es endet nicht mit einem Prüfpunkt: Einträge wurden abgeschnitten</translation>
    </message>
    <message>
        <source>%1 ends with record %2, and %3 begins with record %4</source>
        <translation>%1 endet mit Eintrag %2, und %3 beginnt mit Eintrag %4</translation>
    </message>
    <message>
        <source>%1 does not go on from %2</source>
        <translation>%1 schließt nicht an %2 an</translation>
    </message>
    <message>
        <source>the store has all of its records from the first on: none was archived, or %1 is of an archiving that did not come to its end</source>
        <translation>der Speicher hat alle seine Einträge vom ersten an: Keiner wurde archiviert, oder %1 ist von einem Archivieren, das nicht zu Ende kam</translation>
    </message>
    <message>
        <source>%1 ends with record %2, and the trail of the store begins with record %3</source>
        <translation>%1 endet mit Eintrag %2, und das Protokoll des Speichers beginnt mit Eintrag %3</translation>
    </message>
    <message>
        <source>the trail of the store does not go on from %1</source>
        <translation>das Protokoll des Speichers schließt nicht an %1 an</translation>
    </message>
    <message>
        <source>Another store was put in the place of this one. Open it again.</source>
        <translation>An die Stelle dieses Speichers wurde ein anderer gesetzt. Öffnen Sie ihn neu.</translation>
    </message>
    <message>
        <source>Role %1 grants %2, which its grant of %3 covers already. To revoke it takes nothing from anybody.</source>
        <translation>Die Rolle %1 erteilt %2, was sie mit %3 schon erteilt. Es zu entziehen nimmt niemandem etwas.</translation>
    </message>
    <message>
        <source>Role %1 grants %2, which it inherits from %3 already. To revoke it takes nothing from anybody.</source>
        <translation>Die Rolle %1 erteilt %2, was sie schon von %3 erbt. Es zu entziehen nimmt niemandem etwas.</translation>
    </message>
    <message>
        <source>User %1 is assigned %2, which %3 brings for as long. To take it away changes nothing for them.</source>
        <translation>Dem Benutzer %1 ist %2 zugewiesen, was %3 ebenso lange mitbringt. Die Zuweisung zu entziehen ändert für ihn nichts.</translation>
    </message>
    <message>
        <source>Role %1 gives the sensitive %2 by the pattern %3 only. Name what it is to have, or narrow the pattern.</source>
        <translation>Die Rolle %1 erteilt das heikle %2 nur durch das Muster %3. Nennen Sie, was sie haben soll, oder engen Sie das Muster ein.</translation>
    </message>
    <message>
        <source>The roles %1 give exactly the same; one of them would do.</source>
        <translation>Die Rollen %1 geben genau dasselbe; eine davon würde genügen.</translation>
    </message>
    <message>
        <source>User %1 is inactive and is assigned %2 still, and has it again when made active.</source>
        <translation>Der Benutzer %1 ist inaktiv und hat noch %2 zugewiesen; wieder aktiv hat er es wieder.</translation>
    </message>
    <message>
        <source>User %1 is assigned %2 until a time that is over. To take it away changes nothing for them.</source>
        <translation>Dem Benutzer %1 ist %2 bis zu einem Zeitpunkt zugewiesen, der vorbei ist. Die Zuweisung zu entziehen ändert für ihn nichts.</translation>
    </message>
    <message>
        <source>Role %1 is disabled, and gives nothing to whom it is assigned: %2.</source>
        <translation>Die Rolle %1 ist deaktiviert und gibt denen nichts, denen sie zugewiesen ist: %2.</translation>
    </message>
    <message>
        <source>No active user has the role %1, by assignment or inheritance. Assign it, or delete it.</source>
        <translation>Kein aktiver Benutzer hat die Rolle %1, weder durch Zuweisung noch durch Vererbung. Weisen Sie sie zu, oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>Role %1 gives nothing, and no operation, constraint or approval names it. Grant it something, or delete it.</source>
        <translation>Die Rolle %1 gibt nichts, und keine Operation, Einschränkung oder Freigabe nennt sie. Erteilen Sie ihr etwas, oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>No enabled role gives %1. Grant it, or take it out of the catalogue.</source>
        <translation>Keine aktive Rolle erteilt %1. Erteilen Sie es, oder nehmen Sie es aus dem Katalog.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Open the sample newsroom.</source>
        <translation>Die Beispielredaktion öffnen.</translation>
    </message>
    <message>
        <source>The store to open.</source>
        <translation>Der Speicher, der zu öffnen ist.</translation>
    </message>
    <message>
        <source>Edits role-based access control policies.

It runs once a user: starting it again hands the store over to the window that is open and brings it to the front. Without a store, the one of last time is opened.</source>
        <translation>Bearbeitet Richtlinien für rollenbasierte Zugriffskontrolle.

Es läuft einmal je Benutzer: ein zweiter Start übergibt den Speicher an das offene Fenster und holt es nach vorn. Ohne Speicher wird der vom letzten Mal geöffnet.</translation>
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
        <source>This store is guarded and sealed: changes need a sign-in, the rights for them and the keys of the store. Whoever can write the file can damage it, but not without being found.</source>
        <translation>Dieser Speicher ist geschützt und versiegelt: Änderungen brauchen eine Anmeldung, die Rechte dafür und die Schlüssel des Speichers. Wer die Datei schreiben darf, kann sie beschädigen, aber nicht unbemerkt.</translation>
    </message>
    <message>
        <source>This store is guarded: changes need a sign-in and the rights for them. Whoever can write the file could still go round Rolewright: its trail is chained but not sealed.</source>
        <translation>Dieser Speicher ist geschützt: Änderungen brauchen eine Anmeldung und die Rechte dafür. Wer die Datei schreiben darf, könnte Rolewright noch umgehen: Das Protokoll ist verkettet, aber nicht versiegelt.</translation>
    </message>
    <message>
        <source>This store is open: whoever can write the file may edit the policy. Its trail is chained but not sealed: it shows mistakes and damage, not a forgery by somebody who can write the file.</source>
        <translation>Dieser Speicher ist offen: Wer die Datei schreiben darf, darf die Richtlinie bearbeiten. Das Protokoll ist verkettet, aber nicht versiegelt: Es zeigt Fehler und Schäden, aber keine Fälschung durch jemanden, der die Datei schreiben darf.</translation>
    </message>
    <message>
        <source>This store is in a database and guarded: changes need a database login and the rights for them. Whoever has an administrator&apos;s login could go round Rolewright, but not change or delete the trail: only the owner of the database could.</source>
        <translation>Dieser Speicher liegt in einer Datenbank und ist geschützt: Änderungen brauchen eine Anmeldung an der Datenbank und die Rechte dafür. Wer die Anmeldung eines Administrators hat, könnte Rolewright umgehen, aber das Protokoll weder ändern noch löschen: das könnte nur der Eigentümer der Datenbank.</translation>
    </message>
    <message>
        <source>This store is on a server, which decides who may read and change it.</source>
        <translation>Dieser Speicher liegt auf einem Server, der entscheidet, wer ihn lesen und ändern darf.</translation>
    </message>
</context>
<context>
    <name>rolewright::AccessBar</name>
    <message>
        <source>Ways to give access</source>
        <translation>Wege, Zugriff zu geben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take %1 away from %2?</source>
        <translation>%1 von %2 wegnehmen?</translation>
    </message>
    <message>
        <source>How should %1 get %2?</source>
        <translation>Wie soll %1 %2 bekommen?</translation>
    </message>
    <message>
        <source>Ta&amp;ke away</source>
        <translation>Weg&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Give access</source>
        <translation>Zugriff &amp;geben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt …</translation>
    </message>
    <message>
        <source>No enabled role gives it without breaking a separation of duty, and there is no role that it could be granted to.</source>
        <translation>Keine eingeschaltete Rolle gibt es, ohne die Funktionstrennung zu verletzen, und es gibt keine Rolle, der es erteilt werden könnte.</translation>
    </message>
    <message>
        <source>Nobody else gains it.</source>
        <translation>Niemand sonst gewinnt es.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further user(s) would gain it.</source>
        <translation>
            <numerusform>%Ln weiterer Benutzer gewänne es.</numerusform>
            <numerusform>%Ln weitere Benutzer gewännen es.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not have it now.</source>
        <translation>%1 hat es jetzt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>This removes the assigned role(s) %1.</source>
        <translation>
            <numerusform>Das entfernt die zugewiesene Rolle %1.</numerusform>
            <numerusform>Das entfernt die zugewiesenen Rollen %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else is lost.</source>
        <translation>Sonst geht nichts verloren.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further permission(s) are lost: %1</source>
        <translation>
            <numerusform>%Ln weitere Berechtigung geht verloren: %1</numerusform>
            <numerusform>%Ln weitere Berechtigungen gehen verloren: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Take %1 away from %2</source>
        <translation>%1 von %2 wegnehmen</translation>
    </message>
    <message>
        <source>Give %1 to %2</source>
        <translation>%1 an %2 geben</translation>
    </message>
</context>
<context>
    <name>rolewright::AccessOffersModel</name>
    <message>
        <source>nobody else</source>
        <translation>niemand sonst</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more: %1</source>
        <translation>
            <numerusform>%Ln mehr: %1</numerusform>
            <numerusform>%Ln mehr: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign the role %1</source>
        <translation>Die Rolle %1 zuweisen</translation>
    </message>
    <message>
        <source>Grant it to the role %1</source>
        <translation>Der Rolle %1 erteilen</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>sonst nichts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further permission(s)</source>
        <translation>
            <numerusform>%Ln weitere Berechtigung</numerusform>
            <numerusform>%Ln weitere Berechtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Zusätzlich</translation>
    </message>
    <message>
        <source>Who else gains it</source>
        <translation>Wer es noch gewinnt</translation>
    </message>
</context>
<context>
    <name>rolewright::AddManyBar</name>
    <message>
        <source>Permissions to add</source>
        <translation>Neue Berechtigungen</translation>
    </message>
    <message>
        <source>Add a&amp;ll</source>
        <translation>A&amp;lle hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new permission(s).</source>
        <translation>
            <numerusform>%Ln neue Berechtigung.</numerusform>
            <numerusform>%Ln neue Berechtigungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln there already.</source>
        <translation>
            <numerusform>%Ln gibt es schon.</numerusform>
            <numerusform>%Ln gibt es schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) to mend first.</source>
        <translation>
            <numerusform>%Ln Zeile ist erst zu berichtigen.</numerusform>
            <numerusform>%Ln Zeilen sind erst zu berichtigen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln permission(s)</source>
        <translation>
            <numerusform>%Ln Berechtigung hinzufügen</numerusform>
            <numerusform>%Ln Berechtigungen hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Permissions to add, one a line; article:{create,read} stands for two, a description may follow after a tab or two spaces:</source>
        <translation>Neue Berechtigungen, eine je Zeile; article:{create,read} steht für zwei, nach einem Tabulator oder zwei Leerzeichen kann eine Beschreibung folgen:</translation>
    </message>
</context>
<context>
    <name>rolewright::AdministratorsModel</name>
    <message numerus="yes">
        <source>password and code, %Ln recovery code(s) left</source>
        <translation>
            <numerusform>Kennwort und Code, noch %Ln Wiederherstellungscode</numerusform>
            <numerusform>Kennwort und Code, noch %Ln Wiederherstellungscodes</numerusform>
        </translation>
    </message>
    <message>
        <source>password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>no: the user is not active</source>
        <translation>nein: der Benutzer ist nicht aktiv</translation>
    </message>
    <message>
        <source>everything, for good</source>
        <translation>alles, auf Dauer</translation>
    </message>
    <message>
        <source>what the roles give</source>
        <translation>was die Rollen geben</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Meldet sich an mit</translation>
    </message>
    <message>
        <source>Administers</source>
        <translation>Verwaltet</translation>
    </message>
</context>
<context>
    <name>rolewright::AdministratorsPage</name>
    <message>
        <source>Who can sign in</source>
        <translation>Wer sich anmelden kann</translation>
    </message>
    <message>
        <source>&amp;Let somebody sign in…</source>
        <translation>Jemanden an&amp;melden lassen …</translation>
    </message>
    <message>
        <source>&amp;New password…</source>
        <translation>Neues &amp;Kennwort …</translation>
    </message>
    <message>
        <source>Make an ad&amp;ministrator</source>
        <translation>Zum &amp;Verwalter machen</translation>
    </message>
    <message>
        <source>A pending change: a role with every right of Rolewright, without an end.</source>
        <translation>Eine ausstehende Änderung: eine Rolle mit allen Rechten von Rolewright, ohne Ende.</translation>
    </message>
    <message>
        <source>Ta&amp;ke the password away…</source>
        <translation>Ke&amp;nnwort wegnehmen …</translation>
    </message>
    <message>
        <source>Who can sign in to %1. What each of them may change is in the policy: roles that grant the rights under rolewright/.</source>
        <translation>Wer sich bei %1 anmelden kann. Was jeder davon ändern darf, steht in der Richtlinie: Rollen, die die Rechte unter rolewright/ gewähren.</translation>
    </message>
    <message>
        <source>%1 is read-only: nobody signs in to it.</source>
        <translation>%1 ist nur lesbar: Niemand meldet sich daran an.</translation>
    </message>
    <message>
        <source>%1 is open: whoever can write the file may edit the policy.

Name the first administrator to make it guarded. From then on one signs in, rights are checked with each change, and there is always an administrator. The user gets a role with every right of Rolewright, and is made where there is none of that name. There is no way back to an open store; its policy can be exported.</source>
        <translation>%1 ist offen: Wer die Datei schreiben kann, darf die Richtlinie bearbeiten.

Nennen Sie den ersten Verwalter, um ihn zu schützen. Von da an meldet man sich an, bei jeder Änderung werden Rechte geprüft, und es gibt immer einen Verwalter. Der Benutzer bekommt eine Rolle mit allen Rechten von Rolewright und wird angelegt, wo es keinen mit diesem Namen gibt. Zu einem offenen Speicher führt kein Weg zurück; seine Richtlinie lässt sich exportieren.</translation>
    </message>
    <message>
        <source>&amp;Make the store guarded</source>
        <translation>Speicher &amp;schützen</translation>
    </message>
    <message>
        <source>The store is guarded. You are signed in as %1.</source>
        <translation>Der Speicher ist geschützt. Sie sind als %1 angemeldet.</translation>
    </message>
    <message>
        <source>Your new password. Other windows that you are signed in to are signed out.</source>
        <translation>Ihr neues Kennwort. In anderen Fenstern, in denen Sie angemeldet sind, werden Sie abgemeldet.</translation>
    </message>
    <message>
        <source>A user of the policy who is to sign in, with a first password to hand over.</source>
        <translation>Ein Benutzer der Richtlinie, der sich anmelden soll, mit einem ersten Kennwort zum Übergeben.</translation>
    </message>
    <message>
        <source>A new password for %1, who is signed out everywhere by it.</source>
        <translation>Ein neues Kennwort für %1; damit wird %1 überall abgemeldet.</translation>
    </message>
    <message>
        <source>&amp;Let sign in…</source>
        <translation>An&amp;melden lassen …</translation>
    </message>
    <message>
        <source>&amp;Set the password…</source>
        <translation>Kennwort &amp;setzen …</translation>
    </message>
    <message>
        <source>&amp;Confirm and set</source>
        <translation>Be&amp;stätigen und setzen</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Ihr Kennwort ist geändert.</translation>
    </message>
    <message>
        <source>%1 signs in with the new password.</source>
        <translation>%1 meldet sich mit dem neuen Kennwort an.</translation>
    </message>
    <message>
        <source>Confirm &amp;and take away</source>
        <translation>Be&amp;stätigen und wegnehmen</translation>
    </message>
    <message>
        <source>%1 cannot sign in any more.</source>
        <translation>%1 kann sich nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>Make %1 an administrator</source>
        <translation>%1 zum Verwalter machen</translation>
    </message>
    <message>
        <source>%1 is to administer: that is pending, and counts once it is applied.</source>
        <translation>%1 soll verwalten: Das steht aus und gilt, sobald es angewandt ist.</translation>
    </message>
    <message>
        <source>Somebody else takes yours away.</source>
        <translation>Ihres nimmt jemand anderes weg.</translation>
    </message>
    <message>
        <source>&amp;Seal the store</source>
        <translation>Speicher &amp;versiegeln</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>S&amp;chlüssel</translation>
    </message>
    <message>
        <source>Set up c&amp;odes…</source>
        <translation>C&amp;odes einrichten …</translation>
    </message>
    <message>
        <source>Take co&amp;des away…</source>
        <translation>Codes &amp;entziehen …</translation>
    </message>
    <message>
        <source>Sea&amp;l the trail…</source>
        <translation>Protoko&amp;ll versiegeln …</translation>
    </message>
    <message>
        <source>The trail is sealed with the keys %1. This is their recovery key: with it, and only with it, the store goes on where they are lost. Keep it on paper, away from the store: it is not shown again.</source>
        <translation>Das Protokoll ist mit den Schlüsseln %1 versiegelt. Das ist ihr Wiederherstellungsschlüssel: Mit ihm, und nur mit ihm, geht es weiter, wenn sie verloren sind. Bewahren Sie ihn auf Papier auf, getrennt vom Speicher: Er wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>Recovery key of %1</source>
        <translation>Wiederherstellungsschlüssel von %1</translation>
    </message>
    <message>
        <source>Confi&amp;rm and set up</source>
        <translation>Bestätigen &amp;und einrichten</translation>
    </message>
    <message>
        <source>Codes are set up. Each of these recovery codes signs you in once without the authenticator. Keep them on paper, away from the store: they are not shown again.</source>
        <translation>Die Codes sind eingerichtet. Jeder dieser Wiederherstellungscodes meldet Sie einmal ohne den Authenticator an. Bewahren Sie sie auf Papier auf, getrennt vom Speicher: Sie werden nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>Recovery codes of %1 for %2, each good once</source>
        <translation>Wiederherstellungscodes von %1 für %2, jeder gilt einmal</translation>
    </message>
    <message>
        <source>%1 signs in with the password alone.</source>
        <translation>%1 meldet sich mit dem Kennwort allein an.</translation>
    </message>
    <message>
        <source>Conf&amp;irm and seal</source>
        <translation>Bestätigen und &amp;versiegeln</translation>
    </message>
    <message>
        <source>Everybody sets up their own codes.</source>
        <translation>Alle richten ihre eigenen Codes ein.</translation>
    </message>
    <message>
        <source>Codes need the keys of the store, which encrypt them: seal the trail first.</source>
        <translation>Codes brauchen die Schlüssel des Speichers, die sie verschlüsseln: Versiegeln Sie zuerst das Protokoll.</translation>
    </message>
    <message>
        <source>New keys seal from then on, and encrypt the secrets of one-time codes anew; those in use now seal no more. Other installations keep their own.</source>
        <translation>Neue Schlüssel versiegeln von da an und verschlüsseln die Geheimnisse der Einmalcodes neu; die jetzigen versiegeln nicht mehr. Andere Installationen behalten ihre eigenen.</translation>
    </message>
    <message>
        <source>Make &amp;new keys</source>
        <translation>&amp;Neue Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Con&amp;firm and change</source>
        <translation>Be&amp;stätigen und wechseln</translation>
    </message>
    <message>
        <source>Ne&amp;w keys…</source>
        <translation>Neue Sch&amp;lüssel…</translation>
    </message>
</context>
<context>
    <name>rolewright::AnswerModel</name>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>with chosen roles</source>
        <translation>mit gewählten Rollen</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>selbst</translation>
    </message>
    <message>
        <source>by a pattern</source>
        <translation>durch ein Muster</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>some, within a scope</source>
        <translation>manches, in einem Bereich</translation>
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
        <source>On</source>
        <translation>Worauf</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
</context>
<context>
    <name>rolewright::ArchiveCheck</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Holding the archives against the trail</source>
        <translation>Archive werden gegen das Protokoll gehalten</translation>
    </message>
    <message numerus="yes">
        <source>Reading %Ln archive(s)…</source>
        <translation>
            <numerusform>%Ln Archiv wird gelesen …</numerusform>
            <numerusform>%Ln Archive werden gelesen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying the trail…</source>
        <translation>Das Protokoll wird geprüft …</translation>
    </message>
</context>
<context>
    <name>rolewright::ArchivePane</name>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>Wäh&amp;len…</translation>
    </message>
    <message>
        <source>&amp;Move them there</source>
        <translation>Dorthin &amp;verschieben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Old entries move into a new file, which is signed and ends where the trail of the store goes on. The versions of then can be shown and reverted no more. Keep the file: names and attribute values stand in it in clear.</source>
        <translation>Alte Einträge kommen in eine neue Datei, die signiert ist und dort endet, wo das Protokoll des Speichers weitergeht. Die Versionen von damals lassen sich nicht mehr zeigen oder zurücknehmen. Bewahren Sie die Datei auf: Namen und Attributwerte stehen in ihr im Klartext.</translation>
    </message>
    <message>
        <source>one that is not there yet</source>
        <translation>eine, die es noch nicht gibt</translation>
    </message>
    <message>
        <source>Entries &amp;before (UTC)</source>
        <translation>Einträge &amp;vor (UTC)</translation>
    </message>
    <message>
        <source>&amp;New file</source>
        <translation>&amp;Neue Datei</translation>
    </message>
    <message>
        <source>New file for old entries</source>
        <translation>Neue Datei für alte Einträge</translation>
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
        <source>Fro&amp;m</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>Unti&amp;l</source>
        <translation>Bi&amp;s</translation>
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
        <translation>Ro&amp;lle</translation>
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
    <message>
        <source>&amp;Set dates</source>
        <translation>Da&amp;ten setzen</translation>
    </message>
    <message numerus="yes">
        <source>Unassign %Ln role(s) from %1</source>
        <translation>
            <numerusform>Zuweisung von %Ln Rolle an %1 aufheben</numerusform>
            <numerusform>Zuweisung von %Ln Rollen an %1 aufheben</numerusform>
        </translation>
    </message>
    <message>
        <source>It would be over already: choose a later end, or take the role away.</source>
        <translation>Es wäre schon vorbei: Wählen Sie ein späteres Ende, oder entziehen Sie die Rolle.</translation>
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
        <translation>B&amp;is</translation>
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
        <source>Sho&amp;w everything</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>Pe&amp;rson</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>Thi&amp;ng</source>
        <translation>Sa&amp;che</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Words, or actor:alice target:role/editor action:grant since:2026-01 until:2026-02-14 text:&quot;pay roll&quot;; Ctrl+Space offers what there is.</source>
        <translation>Wörter, oder actor:alice target:role/editor action:grant since:2026-01 until:2026-02-14 text:&quot;Gehalt&quot;; Strg+Leertaste bietet an, was es gibt.</translation>
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
        <source>NOT INTACT from entry %L1 on: %2</source>
        <translation>NICHT UNVERSEHRT ab Eintrag %L1: %2</translation>
    </message>
    <message>
        <source>NOT INTACT: %1</source>
        <translation>NICHT UNVERSEHRT: %1</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Verifying the trail…</source>
        <translation>Das Protokoll wird geprüft …</translation>
    </message>
    <message>
        <source>Report that can be checked, as JSON (*.json)</source>
        <translation>Prüfbarer Bericht als JSON (*.json)</translation>
    </message>
    <message>
        <source>Report that can be checked, as PDF (*.pdf)</source>
        <translation>Prüfbarer Bericht als PDF (*.pdf)</translation>
    </message>
    <message>
        <source>&amp;Confirm and export</source>
        <translation>Be&amp;stätigen und exportieren</translation>
    </message>
    <message>
        <source>The store is open: whoever can write the file could rewrite all of it.</source>
        <translation>Der Speicher ist offen: Wer die Datei schreiben darf, könnte alles neu schreiben.</translation>
    </message>
    <message>
        <source>They are chained, but not sealed: whoever can write the file could rewrite all of it.</source>
        <translation>Sie sind verkettet, aber nicht versiegelt: Wer die Datei schreiben darf, könnte alles neu schreiben.</translation>
    </message>
    <message>
        <source>Sealed to entry %L1, by keys that only the store itself names: the keys of this installation are not here to say so.</source>
        <translation>Versiegelt bis Eintrag %L1, mit Schlüsseln, die nur der Speicher selbst nennt: Die Schlüssel dieser Installation sind nicht hier, um es zu bestätigen.</translation>
    </message>
    <message>
        <source>Sealed to the last one.</source>
        <translation>Versiegelt bis zum letzten.</translation>
    </message>
    <message>
        <source>This installation saw it come to entry %L1.</source>
        <translation>Diese Installation hat es bis Eintrag %L1 gesehen.</translation>
    </message>
    <message>
        <source>Intact: all %L1 entries are as they were written. %2</source>
        <translation>Unversehrt: Alle %L1 Einträge sind, wie sie geschrieben wurden. %2</translation>
    </message>
    <message>
        <source>Intact: the entries from %L1 to %L2 are as they were written, those before were archived. %3</source>
        <translation>Unversehrt: Die Einträge von %L1 bis %L2 sind, wie sie geschrieben wurden, die davor wurden archiviert. %3</translation>
    </message>
    <message>
        <source>Entries of a server&apos;s store are archived where it runs, with rolewrightctl.</source>
        <translation>Einträge eines Speichers auf einem Server werden dort archiviert, wo er läuft, mit rolewrightctl.</translation>
    </message>
    <message>
        <source>An archive is signed with the keys of the store, and there are none here.</source>
        <translation>Ein Archiv wird mit den Schlüsseln des Speichers signiert, und hier sind keine.</translation>
    </message>
    <message>
        <source>Con&amp;firm and archive</source>
        <translation>Be&amp;stätigen und archivieren</translation>
    </message>
    <message>
        <source>The entries %L1 to %L2 are in %3. Keep the file: the store has them no more.</source>
        <translation>Die Einträge %L1 bis %L2 sind in %3. Bewahren Sie die Datei auf: Der Speicher hat sie nicht mehr.</translation>
    </message>
    <message>
        <source>Arch&amp;ive…</source>
        <translation>Archi&amp;vieren…</translation>
    </message>
    <message>
        <source>Sealed to the last one, as the server says, which has the keys.</source>
        <translation>Bis zum letzten versiegelt, wie der Server sagt, der die Schlüssel hat.</translation>
    </message>
    <message>
        <source>Chec&amp;kpoints…</source>
        <translation>Prüf&amp;punkte…</translation>
    </message>
    <message>
        <source>Checkpoints that were kept elsewhere</source>
        <translation>Prüfpunkte, die anderswo aufbewahrt wurden</translation>
    </message>
    <message>
        <source>Checkpoints count by the key that signed them, and there are no keys of the store here. &quot;rolewrightctl log verify --checkpoints&quot; takes any.</source>
        <translation>Prüfpunkte gelten durch den Schlüssel, der sie signiert hat, und hier sind keine Schlüssel des Speichers. „rolewrightctl log verify --checkpoints“ nimmt jeden.</translation>
    </message>
    <message>
        <source>The trail was not found intact.</source>
        <translation>Das Protokoll wurde nicht unversehrt gefunden.</translation>
    </message>
    <message>
        <source>Hold the trail against checkpoints that were kept elsewhere.</source>
        <translation>Das Protokoll gegen Prüfpunkte halten, die anderswo aufbewahrt wurden.</translation>
    </message>
    <message>
        <source>Hold files of archived entries against the trail that goes on from them.</source>
        <translation>Dateien archivierter Einträge gegen das Protokoll halten, das an sie anschließt.</translation>
    </message>
    <message>
        <source>Archives of this trail</source>
        <translation>Archive dieses Protokolls</translation>
    </message>
    <message>
        <source>Archives (*.jsonl)</source>
        <translation>Archive (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln archive(s) have the entries %L1 to %L2, as they were signed, and the trail goes on from there.</source>
        <translation>
            <numerusform>%Ln Archiv hat die Einträge %L1 bis %L2, wie sie signiert wurden, und das Protokoll schließt daran an.</numerusform>
            <numerusform>%Ln Archive haben die Einträge %L1 bis %L2, wie sie signiert wurden, und das Protokoll schließt daran an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify with &amp;archives…</source>
        <translation>&amp;Mit Archiven prüfen …</translation>
    </message>
    <message>
        <source>New &amp;checkpoint…</source>
        <translation>Neuer Prüfp&amp;unkt …</translation>
    </message>
    <message>
        <source>Whoever has the store and its keys could write the trail anew, but not make it fit this line. Keep it away from the store: on paper, in a mail, on another machine. It is signed with the key %1.</source>
        <translation>Wer den Speicher und seine Schlüssel hat, könnte das Protokoll neu schreiben, es aber nicht zu dieser Zeile passend machen. Bewahren Sie sie fern vom Speicher auf: auf Papier, in einer E-Mail, auf einem anderen Rechner. Sie ist mit dem Schlüssel %1 signiert.</translation>
    </message>
    <message>
        <source>Checkpoint of %1 at entry %2, %3</source>
        <translation>Prüfpunkt von %1 bei Eintrag %2, %3</translation>
    </message>
    <message>
        <source>A signed word about how far the trail has come.</source>
        <translation>Ein signiertes Wort darüber, wie weit das Protokoll gekommen ist.</translation>
    </message>
</context>
<context>
    <name>rolewright::CasesModel</name>
    <message>
        <source>refused when it is applied</source>
        <translation>wird beim Anwenden abgelehnt</translation>
    </message>
    <message>
        <source>stands already</source>
        <translation>besteht schon</translation>
    </message>
    <message>
        <source>recorded only</source>
        <translation>wird nur verzeichnet</translation>
    </message>
    <message>
        <source>recorded when all roles act</source>
        <translation>wird verzeichnet, wenn alle Rollen handeln</translation>
    </message>
    <message>
        <source>must say which role acts</source>
        <translation>muss sagen, welche Rolle handelt</translation>
    </message>
    <message>
        <source>by inheritance: nobody can be given it</source>
        <translation>durch Vererbung: niemand kann sie bekommen</translation>
    </message>
    <message>
        <source>by inheritance: nobody can act in it</source>
        <translation>durch Vererbung: niemand kann in ihr handeln</translation>
    </message>
    <message>
        <source>role %1</source>
        <translation>Rolle %1</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Einschränkung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Has, also by inheritance</source>
        <translation>Hat, auch durch Vererbung</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
</context>
<context>
    <name>rolewright::CatalogueModel</name>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Roles that grant it by its name</source>
        <translation>Rollen, die sie namentlich erteilen</translation>
    </message>
    <message>
        <source>Roles that grant it by a pattern</source>
        <translation>Rollen, die sie durch ein Muster erteilen</translation>
    </message>
    <message>
        <source>Users who hold it now</source>
        <translation>Benutzer, die sie jetzt haben</translation>
    </message>
    <message>
        <source>Unused: no role grants it and no operation asks for it</source>
        <translation>Ungenutzt: keine Rolle erteilt sie, und keine Operation fragt nach ihr</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>heikel</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>ungenutzt</translation>
    </message>
</context>
<context>
    <name>rolewright::CataloguePage</name>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>New permission, as resource:action or resource:action:scope:</source>
        <translation>Neue Berechtigung, als resource:action oder resource:action:scope:</translation>
    </message>
    <message>
        <source>Delete the permission %1?</source>
        <translation>Die Berechtigung %1 löschen?</translation>
    </message>
    <message>
        <source>Create permission %1</source>
        <translation>Berechtigung %1 anlegen</translation>
    </message>
    <message>
        <source>Delete permission %1</source>
        <translation>Berechtigung %1 löschen</translation>
    </message>
    <message>
        <source>Not sensitive</source>
        <translation>Nicht heikel</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Heikel</translation>
    </message>
    <message>
        <source>Filter by name or description; unused, pending…</source>
        <translation>Nach Name oder Beschreibung filtern; unused, pending …</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln permission(s)?</source>
        <translation>
            <numerusform>%Ln Berechtigung löschen?</numerusform>
            <numerusform>%Ln Berechtigungen löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln permission(s)</source>
        <translation>
            <numerusform>%Ln Berechtigung löschen</numerusform>
            <numerusform>%Ln Berechtigungen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add many…</source>
        <translation>Viele hinzufügen …</translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln permission(s) as sensitive</source>
        <translation>
            <numerusform>%Ln Berechtigung als heikel markieren</numerusform>
            <numerusform>%Ln Berechtigungen als heikel markieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln permission(s) as not sensitive</source>
        <translation>
            <numerusform>%Ln Berechtigung als nicht heikel markieren</numerusform>
            <numerusform>%Ln Berechtigungen als nicht heikel markieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::CausesModel</name>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
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
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gewinnen</translation>
    </message>
    <message>
        <source>Lose</source>
        <translation>Verlieren</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln user(s) keep it</source>
        <translation>
            <numerusform>%1: %Ln Benutzer behält sie</numerusform>
            <numerusform>%1: %Ln Benutzer behalten sie</numerusform>
        </translation>
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
        <source>&amp;Review…</source>
        <translation>Dur&amp;chsehen …</translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation>A&amp;nwenden …</translation>
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
    <message>
        <source>Counting the pending changes…</source>
        <translation>Die ausstehenden Änderungen werden gezählt …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln Konflikt</numerusform>
            <numerusform>%Ln Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) undone</source>
        <translation>
            <numerusform>%Ln Schritt rückgängig gemacht</numerusform>
            <numerusform>%Ln Schritte rückgängig gemacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) redone</source>
        <translation>
            <numerusform>%Ln Schritt wiederholt</numerusform>
            <numerusform>%Ln Schritte wiederholt</numerusform>
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
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>rolewright::ChangesPage</name>
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
        <translation>Alle verwer&amp;fen</translation>
    </message>
    <message>
        <source>Back to the stored version. Can be undone.</source>
        <translation>Zurück zur gespeicherten Version. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>A&amp;nwenden</translation>
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
    <message>
        <source>This store is read-only.</source>
        <translation>Dieser Speicher ist nur lesbar.</translation>
    </message>
    <message>
        <source>It cannot be applied: %1</source>
        <translation>Es lässt sich nicht anwenden: %1</translation>
    </message>
    <message>
        <source>Looking who gains and who loses…</source>
        <translation>Wer gewinnt und wer verliert, wird ermittelt …</translation>
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
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln Befund</numerusform>
            <numerusform>%Ln Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test(s) of the policy would fail. Apply anyway only if the test is what is wrong.</source>
        <translation>
            <numerusform>%Ln Test der Richtlinie schlüge fehl. Nur anwenden, wenn der Test falsch ist.</numerusform>
            <numerusform>%Ln Tests der Richtlinie schlügen fehl. Nur anwenden, wenn die Tests falsch sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet …</translation>
    </message>
    <message>
        <source>You may not apply it: %1</source>
        <translation>Sie dürfen es nicht anwenden: %1</translation>
    </message>
    <message>
        <source>Request &amp;approval</source>
        <translation>Genehmig&amp;ung anfragen</translation>
    </message>
    <message>
        <source>Asks for your password once more</source>
        <translation>Fragt noch einmal nach Ihrem Kennwort</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Draft or requests</source>
        <translation>Entwurf oder Anfragen</translation>
    </message>
    <message>
        <source>Requests (%L1 for you)</source>
        <translation>Anfragen (%L1 an Sie)</translation>
    </message>
    <message>
        <source>Confirm and re&amp;quest approval</source>
        <translation>Be&amp;stätigen und Genehmigung anfragen</translation>
    </message>
    <message>
        <source>&amp;Confirm and apply</source>
        <translation>Be&amp;stätigen und anwenden</translation>
    </message>
    <message>
        <source>asks for a second confirmation</source>
        <translation>fragt nach einer zweiten Bestätigung</translation>
    </message>
    <message>
        <source>you may not</source>
        <translation>dürfen Sie nicht</translation>
    </message>
    <message>
        <source>It overrides tests.</source>
        <translation>Tests werden übergangen.</translation>
    </message>
    <message>
        <source>Applying will ask for your password once more. %1</source>
        <translation>Beim Anwenden wird noch einmal nach Ihrem Kennwort gefragt. %1</translation>
    </message>
    <message>
        <source>It waits for somebody else with the role %1 to approve it (%2).</source>
        <translation>Es wartet darauf, dass jemand anderes mit der Rolle %1 es genehmigt (%2).</translation>
    </message>
</context>
<context>
    <name>rolewright::CheckpointCheck</name>
    <message>
        <source>The checkpoint is not signed by a key that this trail is known to have had, or was changed since. &quot;rolewrightctl log verify --checkpoints&quot; takes other keys.</source>
        <translation>Der Prüfpunkt ist mit keinem Schlüssel signiert, den dieses Protokoll bekanntermaßen hatte, oder wurde seitdem geändert. „rolewrightctl log verify --checkpoints“ nimmt andere Schlüssel.</translation>
    </message>
    <message>
        <source>There is no checkpoint in this file. Name one with what &quot;rolewrightctl log checkpoint&quot; printed.</source>
        <translation>In dieser Datei ist kein Prüfpunkt. Nennen Sie eine mit dem, was „rolewrightctl log checkpoint“ ausgegeben hat.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkpoint(s) fit; the newest is of entry %L1, %2.</source>
        <translation>
            <numerusform>%Ln Prüfpunkt passt; der neueste ist vom Eintrag %L1, %2.</numerusform>
            <numerusform>%Ln Prüfpunkte passen; der neueste ist vom Eintrag %L1, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkpoint(s) of archived entries can be held against the archive only.</source>
        <translation>
            <numerusform>%Ln Prüfpunkt eines archivierten Eintrags lässt sich nur gegen das Archiv halten.</numerusform>
            <numerusform>%Ln Prüfpunkte archivierter Einträge lassen sich nur gegen das Archiv halten.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is another trail than the one that the checkpoint of %1 was made of.</source>
        <translation>Das ist ein anderes Protokoll als das, von dem der Prüfpunkt vom %1 stammt.</translation>
    </message>
    <message>
        <source>The trail does not have entry %L1, which it had on %2: it was cut off, or an older copy put back.</source>
        <translation>Das Protokoll hat den Eintrag %L1 nicht, den es am %2 hatte: Es wurde abgeschnitten oder eine ältere Kopie zurückgespielt.</translation>
    </message>
    <message>
        <source>Entry %L1, or one before it, is not what it was on %2: the trail was written anew.</source>
        <translation>Der Eintrag %L1 oder einer davor ist nicht, was er am %2 war: Das Protokoll wurde neu geschrieben.</translation>
    </message>
</context>
<context>
    <name>rolewright::CodePane</name>
    <message>
        <source>&amp;Set up codes</source>
        <translation>&amp;Codes einrichten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Se&amp;cret</source>
        <translation>&amp;Geheimnis</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>C&amp;ode</translation>
    </message>
    <message>
        <source>1. Let an authenticator on your telephone read the picture, or type the secret into it. Nobody else may see it: it is not shown again.</source>
        <translation>1. Lassen Sie einen Authenticator auf Ihrem Telefon das Bild lesen, oder tippen Sie das Geheimnis ein. Niemand sonst darf es sehen: Es wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>2. Enter the code that the authenticator shows now.</source>
        <translation>2. Geben Sie den Code ein, den der Authenticator jetzt zeigt.</translation>
    </message>
</context>
<context>
    <name>rolewright::CompareModel</name>
    <message>
        <source>inherits</source>
        <translation>erbt</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>zugewiesen</translation>
    </message>
    <message>
        <source>assigned, %1</source>
        <translation>zugewiesen, %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>both, differently</source>
        <translation>beide, verschieden</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
</context>
<context>
    <name>rolewright::ComparePage</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
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
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Linke Seite</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Rechte Seite</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name to compare with</source>
        <translation>Name, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>Only on the left</source>
        <translation>Nur links</translation>
    </message>
    <message>
        <source>Only on the right</source>
        <translation>Nur rechts</translation>
    </message>
    <message>
        <source>On both</source>
        <translation>Auf beiden</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>Left becomes right</source>
        <translation>Links wird rechts</translation>
    </message>
    <message>
        <source>Selected: make the &amp;right like the left</source>
        <translation>Gew&amp;ählte: rechts wie links machen</translation>
    </message>
    <message>
        <source>Selected: make the &amp;left like the right</source>
        <translation>Gewählte: &amp;links wie rechts machen</translation>
    </message>
    <message>
        <source>All to the ri&amp;ght</source>
        <translation>Alle nach r&amp;echts</translation>
    </message>
    <message>
        <source>&amp;All to the left</source>
        <translation>Alle nach l&amp;inks</translation>
    </message>
    <message>
        <source>Name two of them to see what differs.</source>
        <translation>Nennen Sie zwei, um zu sehen, was sie unterscheidet.</translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation>Es gibt keine Rolle %1.</translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation>Es gibt keinen Benutzer %1.</translation>
    </message>
    <message>
        <source>Neither of them has anything.</source>
        <translation>Keines von beiden hat etwas.</translation>
    </message>
    <message>
        <source>Only on the left: %L1 · only on the right: %L2 · on both: %L3</source>
        <translation>Nur links: %L1 · nur rechts: %L2 · auf beiden: %L3</translation>
    </message>
    <message>
        <source>%1 is like %2 in this already.</source>
        <translation>%1 ist darin schon wie %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) stay different, because they come through something that was not copied.</source>
        <translation>
            <numerusform>%Ln Sache bleibt verschieden, weil sie durch etwas kommt, das nicht übernommen wurde.</numerusform>
            <numerusform>%Ln Sachen bleiben verschieden, weil sie durch etwas kommen, das nicht übernommen wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy from %1 to %2</source>
        <translation>Von %1 nach %2 kopieren</translation>
    </message>
</context>
<context>
    <name>rolewright::ConfirmationBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>Wird bestätigt</translation>
    </message>
    <message>
        <source>Pass&amp;word or code</source>
        <translation>&amp;Kennwort oder Code</translation>
    </message>
    <message>
        <source>%1 Confirm it with your password once more, or with a code. It counts once, for five minutes and for nothing else.</source>
        <translation>%1 Bestätigen Sie es noch einmal mit Ihrem Kennwort oder mit einem Code. Das gilt einmal, fünf Minuten lang und für nichts anderes.</translation>
    </message>
    <message>
        <source>It exports the trail.</source>
        <translation>Das Protokoll wird exportiert.</translation>
    </message>
    <message>
        <source>It changes your one-time codes.</source>
        <translation>Ihre Einmalcodes werden geändert.</translation>
    </message>
    <message>
        <source>It takes somebody&apos;s one-time codes away.</source>
        <translation>Jemandem werden die Einmalcodes entzogen.</translation>
    </message>
    <message>
        <source>It changes your password.</source>
        <translation>Ihr Kennwort wird geändert.</translation>
    </message>
    <message>
        <source>It takes somebody&apos;s password away.</source>
        <translation>Jemandem wird das Kennwort weggenommen.</translation>
    </message>
    <message>
        <source>It lets somebody sign in with this password.</source>
        <translation>Jemand kann sich mit diesem Kennwort anmelden.</translation>
    </message>
    <message>
        <source>It seals the trail with these keys.</source>
        <translation>Das Protokoll wird mit diesen Schlüsseln versiegelt.</translation>
    </message>
    <message>
        <source>It changes the keys of the store.</source>
        <translation>Die Schlüssel des Speichers werden gewechselt.</translation>
    </message>
    <message>
        <source>It exports the policy.</source>
        <translation>Die Richtlinie wird exportiert.</translation>
    </message>
    <message>
        <source>It approves what somebody else asked for.</source>
        <translation>Genehmigt wird, worum jemand anderes gebeten hat.</translation>
    </message>
    <message>
        <source>It lets an application in.</source>
        <translation>Eine Anwendung wird eingelassen.</translation>
    </message>
    <message>
        <source>It takes the trail as it is.</source>
        <translation>Das Protokoll wird angenommen, wie es ist.</translation>
    </message>
    <message>
        <source>It moves old entries out of the store.</source>
        <translation>Alte Einträge verlassen den Speicher.</translation>
    </message>
    <message>
        <source>It erases names and values from the trail.</source>
        <translation>Namen und Werte werden aus dem Protokoll gelöscht.</translation>
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
    <message>
        <source>Nothing: only both together are not valid.</source>
        <translation>Nichts: nur beides zusammen ist ungültig.</translation>
    </message>
    <message>
        <source>Keep mine: %1</source>
        <translation>Meines behalten: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s): changed by you and by somebody else. Nothing is lost until you decide.</source>
        <translation>
            <numerusform>%Ln Konflikt: von Ihnen und von jemand anderem geändert. Nichts geht verloren, bis Sie entscheiden.</numerusform>
            <numerusform>%Ln Konflikte: von Ihnen und von jemand anderem geändert. Nichts geht verloren, bis Sie entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before, as both found it</source>
        <translation>Vorher, wie beide es vorfanden</translation>
    </message>
</context>
<context>
    <name>rolewright::ConnectDialog</name>
    <message>
        <source>Opening the store</source>
        <translation>Der Speicher wird geöffnet</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>Diesem Zertifikat &amp;vertrauen</translation>
    </message>
    <message>
        <source>Open a database or server</source>
        <translation>Datenbank oder Server öffnen</translation>
    </message>
    <message>
        <source>A policy that several administrators work on, in a PostgreSQL database or behind a Rolewright server.</source>
        <translation>Eine Richtlinie, an der mehrere Administratoren arbeiten, in einer PostgreSQL-Datenbank oder hinter einem Rolewright-Server.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is vouched for by nobody whom this computer trusts. %1 Its fingerprint is %2: trust it if whoever runs the server confirms that.</source>
        <translation>Für das Zertifikat des Servers bürgt niemand, dem dieser Rechner vertraut. %1 Sein Fingerabdruck ist %2: Vertrauen Sie ihm, wenn der Betreiber des Servers ihn bestätigt.</translation>
    </message>
</context>
<context>
    <name>rolewright::ConstraintDetails</name>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>There is a constraint %1 already.</source>
        <translation>Es gibt schon eine Einschränkung %1.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Enforce: it is refused</source>
        <translation>Erzwingen: es wird abgelehnt</translation>
    </message>
    <message>
        <source>Record: it is only reported</source>
        <translation>Verzeichnen: es wird nur gemeldet</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Ar&amp;t</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Rename constraint %1 to %2</source>
        <translation>Einschränkung %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Change the kind of constraint %1</source>
        <translation>Die Art der Einschränkung %1 ändern</translation>
    </message>
    <message>
        <source>Change the limit of constraint %1</source>
        <translation>Die Grenze der Einschränkung %1 ändern</translation>
    </message>
    <message>
        <source>Change the mode of constraint %1</source>
        <translation>Den Modus der Einschränkung %1 ändern</translation>
    </message>
    <message>
        <source>Choose a constraint, or create one.</source>
        <translation>Wählen Sie eine Einschränkung, oder legen Sie eine an.</translation>
    </message>
    <message>
        <source> of %L1</source>
        <translation> von %L1</translation>
    </message>
    <message>
        <source>Check its roles in the grid below.</source>
        <translation>Kreuzen Sie ihre Rollen unten im Raster an.</translation>
    </message>
    <message>
        <source>Nobody may be assigned or inherit %L1 or more of %2.</source>
        <translation>Niemandem dürfen %L1 oder mehr von %2 zugewiesen oder vererbt sein.</translation>
    </message>
    <message>
        <source>Nobody may use %L1 or more of %2 at a time; who has them says which one acts.</source>
        <translation>Niemand darf %L1 oder mehr von %2 gleichzeitig nutzen; wer sie hat, sagt, welche handelt.</translation>
    </message>
    <message>
        <source>C&amp;onflict at</source>
        <translation>K&amp;onflikt ab</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Static</source>
        <translation>Statisch</translation>
    </message>
    <message>
        <source>Dynamic</source>
        <translation>Dynamisch</translation>
    </message>
    <message>
        <source>Nobody may have them together</source>
        <translation>Niemand darf sie zusammen haben</translation>
    </message>
    <message>
        <source>Nobody may use them together</source>
        <translation>Niemand darf sie zusammen nutzen</translation>
    </message>
</context>
<context>
    <name>rolewright::ConstraintGridModel</name>
    <message>
        <source>%1 belongs to %2</source>
        <translation>%1 gehört zu %2</translation>
    </message>
    <message>
        <source>%1 does not belong to %2</source>
        <translation>%1 gehört nicht zu %2</translation>
    </message>
    <message>
        <source>Add %1 to constraint %2</source>
        <translation>%1 in Einschränkung %2 aufnehmen</translation>
    </message>
    <message>
        <source>Take %1 out of constraint %2</source>
        <translation>%1 aus Einschränkung %2 nehmen</translation>
    </message>
</context>
<context>
    <name>rolewright::ConstraintsModel</name>
    <message>
        <source>static</source>
        <translation>statisch</translation>
    </message>
    <message>
        <source>dynamic</source>
        <translation>dynamisch</translation>
    </message>
    <message>
        <source>It needs at least two roles; until then it cannot be applied.</source>
        <translation>Sie braucht mindestens zwei Rollen; bis dahin lässt sie sich nicht anwenden.</translation>
    </message>
    <message>
        <source>Its limit is above the number of its roles; until that is mended it cannot be applied.</source>
        <translation>Ihre Grenze liegt über der Zahl ihrer Rollen; bis das berichtigt ist, lässt sie sich nicht anwenden.</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unfertig</translation>
    </message>
    <message>
        <source>record only</source>
        <translation>nur verzeichnen</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Einschränkung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Verletzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Nobody may hold this many of its roles together</source>
        <translation>So viele ihrer Rollen darf niemand zusammen haben</translation>
    </message>
    <message>
        <source>Conflict at</source>
        <translation>Konflikt ab</translation>
    </message>
</context>
<context>
    <name>rolewright::ConstraintsPage</name>
    <message>
        <source>Constraints</source>
        <translation>Einschränkungen</translation>
    </message>
    <message>
        <source>Name of the new constraint:</source>
        <translation>Name der neuen Einschränkung:</translation>
    </message>
    <message>
        <source>Delete the constraint %1?</source>
        <translation>Die Einschränkung %1 löschen?</translation>
    </message>
    <message>
        <source>Create constraint %1</source>
        <translation>Einschränkung %1 anlegen</translation>
    </message>
    <message>
        <source>Delete constraint %1</source>
        <translation>Einschränkung %1 löschen</translation>
    </message>
    <message>
        <source>&amp;Roles in constraints</source>
        <translation>Rollen in Einschr&amp;änkungen</translation>
    </message>
    <message>
        <source>Filter roles</source>
        <translation>Rollen filtern</translation>
    </message>
    <message>
        <source>Only roles in a &amp;constraint</source>
        <translation>N&amp;ur Rollen in einer Einschränkung</translation>
    </message>
    <message>
        <source>Roles in constraints</source>
        <translation>Rollen in Einschränkungen</translation>
    </message>
    <message>
        <source>Broken constraints</source>
        <translation>Verletzte Einschränkungen</translation>
    </message>
    <message>
        <source>&amp;Go to the user</source>
        <translation>&amp;Zum Benutzer</translation>
    </message>
    <message>
        <source>&amp;Go to the role</source>
        <translation>Zur Ro&amp;lle</translation>
    </message>
    <message>
        <source>Broken (%L1, %L2 refused)</source>
        <translation>Verletzt (%L1, %L2 abgelehnt)</translation>
    </message>
    <message>
        <source>Broken (%L1)</source>
        <translation>Verletzt (%L1)</translation>
    </message>
    <message>
        <source>Filter by name; role:…</source>
        <translation>Nach Name filtern; role:…</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln constraint(s)?</source>
        <translation>
            <numerusform>%Ln Einschränkung löschen?</numerusform>
            <numerusform>%Ln Einschränkungen löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln constraint(s)</source>
        <translation>
            <numerusform>%Ln Einschränkung löschen</numerusform>
            <numerusform>%Ln Einschränkungen löschen</numerusform>
        </translation>
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
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) go with it:</source>
        <translation>
            <numerusform>%Ln Sache geht mit:</numerusform>
            <numerusform>%Ln Sachen gehen mit:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::DifferencePage</name>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>V&amp;on</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Choose what to compare.</source>
        <translation>Wählen Sie, was verglichen wird.</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>the draft</source>
        <translation>der Entwurf</translation>
    </message>
    <message>
        <source>another store or document</source>
        <translation>anderer Speicher oder anderes Dokument</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Store or document</source>
        <translation>Speicher oder Dokument</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a store or a policy document</source>
        <translation>Speicher oder Richtliniendokument wählen</translation>
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
        <source>Loading and comparing…</source>
        <translation>Wird geladen und verglichen …</translation>
    </message>
    <message>
        <source>Not compared.</source>
        <translation>Nicht verglichen.</translation>
    </message>
    <message>
        <source>They are the same.</source>
        <translation>Sie sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Users: %L1 gain access, %L2 lose it.</source>
        <translation>Benutzer: %L1 gewinnen Zugriff, %L2 verlieren ihn.</translation>
    </message>
    <message>
        <source>0 (nothing yet)</source>
        <translation>0 (noch nichts)</translation>
    </message>
</context>
<context>
    <name>rolewright::DraftKeeper</name>
    <message>
        <source>Changes that were not applied are kept in %1, but it cannot be read: %2.</source>
        <translation>Nicht angewendete Änderungen liegen in %1, aber das ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>It cannot be removed.</source>
        <translation>Es lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The pending changes are not kept if the program ends: %1: %2</source>
        <translation>Die ausstehenden Änderungen bleiben nicht erhalten, wenn das Programm endet: %1: %2</translation>
    </message>
    <message>
        <source>Changes that were kept for this store cannot be read. They stay in %1.</source>
        <translation>Für diesen Speicher aufbewahrte Änderungen sind nicht lesbar. Sie bleiben in %1.</translation>
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
    <message>
        <source>%L1 of %L2 permissions</source>
        <translation>%L1 von %L2 Berechtigungen</translation>
    </message>
    <message numerus="yes">
        <source>Holds %Ln permission(s) now, with all assigned roles.</source>
        <translation>
            <numerusform>Hat jetzt %Ln Berechtigung, mit allen zugewiesenen Rollen.</numerusform>
            <numerusform>Hat jetzt %Ln Berechtigungen, mit allen zugewiesenen Rollen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::EffectsView</name>
    <message>
        <source>By user</source>
        <translation>Nach Benutzer</translation>
    </message>
    <message>
        <source>By change</source>
        <translation>Nach Änderung</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>How the effect is shown</source>
        <translation>Wie die Wirkung gezeigt wird</translation>
    </message>
    <message>
        <source>Who gains and who loses</source>
        <translation>Wer gewinnt und wer verliert</translation>
    </message>
    <message>
        <source>Looking which change does what…</source>
        <translation>Es wird ermittelt, welche Änderung was bewirkt …</translation>
    </message>
    <message>
        <source>Looking which operations open and close…</source>
        <translation>Es wird ermittelt, welche Operationen sich öffnen und schließen …</translation>
    </message>
    <message>
        <source>No operation opens or closes for anybody.</source>
        <translation>Keine Operation öffnet oder schließt sich für jemanden.</translation>
    </message>
    <message>
        <source>%L1 opened to a user, %L2 closed.</source>
        <translation>%L1 für einen Benutzer geöffnet, %L2 geschlossen.</translation>
    </message>
    <message>
        <source>Looking which change does what: %L1 of %L2…</source>
        <translation>Es wird nachgesehen, welche Änderung was bewirkt: %L1 von %L2 …</translation>
    </message>
    <message>
        <source>Cancelled. Choose another view, and then this one, to look again.</source>
        <translation>Abgebrochen. Um noch einmal nachzusehen, eine andere Ansicht wählen und dann wieder diese.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is now called %2: %Ln user(s) keep it.</source>
        <translation>
            <numerusform>%1 heißt jetzt %2: %Ln Benutzer behält sie.</numerusform>
            <numerusform>%1 heißt jetzt %2: %Ln Benutzer behalten sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) change: who has what they stand for keeps it.</source>
        <translation>
            <numerusform>%Ln Name ändert sich: Wer hat, wofür er steht, behält es.</numerusform>
            <numerusform>%Ln Namen ändern sich: Wer hat, wofür sie stehen, behält es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Applications that still ask for a permission by its old name are denied.</source>
        <translation>Anwendungen, die noch mit dem alten Namen nach einer Berechtigung fragen, werden abgelehnt.</translation>
    </message>
</context>
<context>
    <name>rolewright::EngineExportDialog</name>
    <message>
        <source>&amp;Choose a new folder…</source>
        <translation>&amp;Neuen Ordner wählen …</translation>
    </message>
    <message>
        <source>Export for an application</source>
        <translation>Für eine Anwendung exportieren</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>Was ausgelassen wird</translation>
    </message>
    <message>
        <source>&amp;Engine that the application asks</source>
        <translation>&amp;Engine, die die Anwendung fragt</translation>
    </message>
    <message>
        <source>A model and a policy for node-casbin: model.conf, policy.csv.</source>
        <translation>Ein Modell und eine Richtlinie für node-casbin: model.conf, policy.csv.</translation>
    </message>
    <message>
        <source>Policies and entities for Cedar: policies.cedar, entities.json.</source>
        <translation>Richtlinien und Entitäten für Cedar: policies.cedar, entities.json.</translation>
    </message>
    <message>
        <source>A policy file for each resource type, and the users and roles as constants.</source>
        <translation>Eine Richtliniendatei je Ressourcentyp, dazu Benutzer und Rollen als Konstanten.</translation>
    </message>
    <message>
        <source>Looking what it can express…</source>
        <translation>Es wird nachgesehen, was sie ausdrücken kann …</translation>
    </message>
    <message>
        <source>It can express all that decides. What it decides there is what Rolewright decides.</source>
        <translation>Sie kann alles ausdrücken, was entscheidet. Sie entscheidet dort, was Rolewright entscheidet.</translation>
    </message>
    <message numerus="yes">
        <source>It cannot express the following %Ln, which is left out. Nobody is ever allowed more for it, but some may be allowed less.</source>
        <translation>
            <numerusform>Sie kann Folgendes nicht ausdrücken (%Ln); es wird ausgelassen. Niemandem wird dadurch mehr erlaubt, manchen vielleicht weniger.</numerusform>
            <numerusform>Sie kann Folgendes nicht ausdrücken (%Ln); es wird ausgelassen. Niemandem wird dadurch mehr erlaubt, manchen vielleicht weniger.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name a new folder for the export</source>
        <translation>Neuen Ordner für den Export benennen</translation>
    </message>
    <message>
        <source>Python (FastAPI)</source>
        <translation>Python (FastAPI)</translation>
    </message>
    <message>
        <source>A module that decides by itself, dependencies for FastAPI, and the policy they read: no engine, nothing to install.</source>
        <translation>Ein Modul, das selbst entscheidet, Abhängigkeiten für FastAPI und die Richtlinie, die sie lesen: keine andere Software, nichts zu installieren.</translation>
    </message>
</context>
<context>
    <name>rolewright::EntityPage</name>
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
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu …</translation>
    </message>
    <message>
        <source>C&amp;lone…</source>
        <translation>K&amp;lonen …</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Co&amp;mpare…</source>
        <translation>&amp;Vergleichen …</translation>
    </message>
    <message>
        <source>&amp;Audit trail of this</source>
        <translation>Pro&amp;tokoll dazu</translation>
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
        <source>%1 as it was at version %2</source>
        <translation>%1, wie es bei Version %2 war</translation>
    </message>
    <message>
        <source>&amp;Revert version %1 in the draft</source>
        <translation>Version %1 im Entwurf &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Show the policy of version %1</source>
        <translation>Richtlinie &amp;von Version %1 zeigen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Revert %Ln version(s) in the draft</source>
        <translation>
            <numerusform>%Ln Version im Entwurf &amp;zurücknehmen</numerusform>
            <numerusform>%Ln Versionen im Entwurf &amp;zurücknehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::FacetsView</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>the most frequent only</source>
        <translation>nur die häufigsten</translation>
    </message>
    <message>
        <source>What the entries have in common</source>
        <translation>Was die Einträge gemeinsam haben</translation>
    </message>
    <message>
        <source>Restrict to this</source>
        <translation>Darauf einschränken</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Sache</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>rolewright::FilterEdit</name>
    <message>
        <source>This filter is in effect.</source>
        <translation>Dieser Filter ist wirksam.</translation>
    </message>
    <message>
        <source>Parts of names; article:* for whole names; /regular expression/; pending and other words: Ctrl+Space offers them; and, or, not, parentheses. Filters, in Help, has them all.</source>
        <translation>Teile von Namen; article:* für ganze Namen; /regulärer Ausdruck/; pending und andere Wörter: Strg+Leertaste bietet sie an; and, or, not, Klammern. „Filters“ in der Hilfe hat sie alle.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt …</translation>
    </message>
</context>
<context>
    <name>rolewright::FindingListModel</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>rolewright::FindingsPage</name>
    <message>
        <source>Filter findings</source>
        <translation>Befunde filtern</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Mend in the draft</source>
        <translation>I&amp;m Entwurf beheben</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>The finding in full</source>
        <translation>Der ganze Befund</translation>
    </message>
    <message>
        <source>To the page of what it is about</source>
        <translation>Zur Seite dessen, worum es geht</translation>
    </message>
    <message>
        <source>Takes away what is said twice or does nothing. Can be undone.</source>
        <translation>Nimmt weg, was doppelt gesagt ist oder nichts bewirkt. Kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Users who have what a constraint forbids together</source>
        <translation>Benutzer, die haben, was eine Einschränkung zusammen verbietet</translation>
    </message>
    <message>
        <source>Roles that break a constraint by themselves</source>
        <translation>Rollen, die für sich eine Einschränkung verletzen</translation>
    </message>
    <message>
        <source>Grants that are given already</source>
        <translation>Erteilt, was es schon gibt</translation>
    </message>
    <message>
        <source>Assignments that another one brings</source>
        <translation>Zuweisungen, die eine andere mitbringt</translation>
    </message>
    <message>
        <source>Sensitive permissions given by a pattern only</source>
        <translation>Heikle Berechtigungen nur durch ein Muster</translation>
    </message>
    <message>
        <source>Roles that give the same</source>
        <translation>Rollen, die dasselbe geben</translation>
    </message>
    <message>
        <source>Inactive users with roles</source>
        <translation>Inaktive Benutzer mit Rollen</translation>
    </message>
    <message>
        <source>Assignments that are over</source>
        <translation>Zuweisungen, die vorbei sind</translation>
    </message>
    <message>
        <source>Disabled roles that are assigned</source>
        <translation>Deaktivierte Rollen, die zugewiesen sind</translation>
    </message>
    <message>
        <source>Roles that nobody has</source>
        <translation>Rollen, die niemand hat</translation>
    </message>
    <message>
        <source>Roles that give nothing</source>
        <translation>Rollen, die nichts geben</translation>
    </message>
    <message>
        <source>Permissions that no role gives</source>
        <translation>Berechtigungen, die keine Rolle erteilt</translation>
    </message>
    <message>
        <source>Names that look alike</source>
        <translation>Namen, die sich ähneln</translation>
    </message>
    <message>
        <source>Patterns that match nothing</source>
        <translation>Muster, die auf nichts passen</translation>
    </message>
    <message>
        <source>Operations that require a scope and look at no thing</source>
        <translation>Operationen, die einen Bereich verlangen und keine Sache ansehen</translation>
    </message>
    <message>
        <source>Tests whose answer depends on when they run</source>
        <translation>Tests, deren Antwort vom Zeitpunkt abhängt</translation>
    </message>
    <message>
        <source>Looking for what is not good…</source>
        <translation>Sucht, was nicht gut ist…</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message>
        <source>Nothing is found: nobody has more than they need, and nothing is dead.</source>
        <translation>Nichts gefunden: Niemand hat mehr als nötig, und nichts ist tot.</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln finding(s)</source>
        <translation>
            <numerusform>%L1 von %Ln Befund</numerusform>
            <numerusform>%L1 von %Ln Befunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln Befund</numerusform>
            <numerusform>%Ln Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mend %Ln finding(s)</source>
        <translation>
            <numerusform>%Ln Befund beheben</numerusform>
            <numerusform>%Ln Befunde beheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft changed meanwhile, and nothing was mended. Try again.</source>
        <translation>Der Entwurf hat sich inzwischen geändert; es wurde nichts behoben. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>rolewright::FrozenColumns</name>
    <message>
        <source>Pinned columns</source>
        <translation>Angeheftete Spalten</translation>
    </message>
</context>
<context>
    <name>rolewright::GuardSession</name>
    <message>
        <source>It is not confirmed, and nothing was done: the password or code is wrong, or there were too many attempts. Check it, and after several attempts wait a while.</source>
        <translation>Es ist nicht bestätigt, und nichts wurde getan: Das Kennwort oder der Code ist falsch, oder es waren zu viele Versuche. Prüfen Sie es, und warten Sie nach mehreren Versuchen eine Weile.</translation>
    </message>
</context>
<context>
    <name>rolewright::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Not part of the help: %1</source>
        <translation>Nicht Teil der Hilfe: %1</translation>
    </message>
    <message>
        <source>The pages of the help are in English.</source>
        <translation>Die Seiten der Hilfe gibt es nur auf Englisch.</translation>
    </message>
</context>
<context>
    <name>rolewright::HitModel</name>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>Einschränkung</translation>
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
    <name>rolewright::ImportOptions</name>
    <message>
        <source>Ma&amp;ke the policy equal to the document: what it lacks goes</source>
        <translation>Die Richtlinie dem Dokument an&amp;gleichen: was ihm fehlt, geht</translation>
    </message>
    <message>
        <source>&amp;Merge: only add and change, remove nothing</source>
        <translation>&amp;Zusammenführen: nur hinzufügen und ändern, nichts entfernen</translation>
    </message>
    <message>
        <source>Names are &amp;dotted: service.resource.action</source>
        <translation>Namen mit &amp;Punkten: service.resource.action</translation>
    </message>
    <message>
        <source>Leave out the column “%1”</source>
        <translation>Die Spalte „%1“ auslassen</translation>
    </message>
</context>
<context>
    <name>rolewright::ImportPage</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Who would gain and who would lose</source>
        <translation>Wer gewänne und wer verlöre</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>&amp;Import as pending changes</source>
        <translation>Als ausstehende Änderungen &amp;importieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Comparing the file with the policy…</source>
        <translation>Die Datei wird mit der Richtlinie verglichen …</translation>
    </message>
    <message>
        <source>Trying the changes…</source>
        <translation>Die Änderungen werden versucht …</translation>
    </message>
    <message>
        <source>Looking who gains and who loses…</source>
        <translation>Wer gewinnt und wer verliert, wird ermittelt …</translation>
    </message>
    <message>
        <source>This is a policy document.</source>
        <translation>Dies ist ein Richtliniendokument.</translation>
    </message>
    <message numerus="yes">
        <source>This is a table of %Ln row(s).</source>
        <translation>
            <numerusform>Dies ist eine Tabelle mit %Ln Zeile.</numerusform>
            <numerusform>Dies ist eine Tabelle mit %Ln Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them repeat another.</source>
        <translation>
            <numerusform>%Ln davon wiederholt eine andere.</numerusform>
            <numerusform>%Ln davon wiederholen eine andere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The column “%1” is left out, with %Ln value(s).</source>
        <translation>
            <numerusform>Die Spalte „%1“ bleibt aus, mit %Ln Wert.</numerusform>
            <numerusform>Die Spalte „%1“ bleibt aus, mit %Ln Werten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nichts änderte sich.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody would gain or lose access.</source>
        <translation>Niemand gewänne oder verlöre Zugriff.</translation>
    </message>
    <message>
        <source>%L1 gain access, %L2 lose it</source>
        <translation>%L1 gewinnen Zugriff, %L2 verlieren ihn</translation>
    </message>
    <message>
        <source>The test “%1” would fail.</source>
        <translation>Der Test „%1“ schlüge fehl.</translation>
    </message>
    <message>
        <source>What is not good about it</source>
        <translation>Was daran nicht in Ordnung ist</translation>
    </message>
    <message>
        <source>Nothing is imported yet.</source>
        <translation>Noch ist nichts importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln error(s):</source>
        <translation>
            <numerusform>%1 %Ln Fehler:</numerusform>
            <numerusform>%1 %Ln Fehler:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is imported.</source>
        <translation>Nichts wird importiert.</translation>
    </message>
</context>
<context>
    <name>rolewright::InheritanceGraph</name>
    <message>
        <source>Inheritance graph</source>
        <translation>Vererbungsgraph</translation>
    </message>
    <message>
        <source>The graph could not be laid out.</source>
        <translation>Der Graph ließ sich nicht zeichnen.</translation>
    </message>
    <message>
        <source>%1 (disabled)</source>
        <translation>%1 (abgeschaltet)</translation>
    </message>
    <message>
        <source>, inherits nothing</source>
        <translation>, erbt nichts</translation>
    </message>
    <message>
        <source>, inherits %1</source>
        <translation>, erbt %1</translation>
    </message>
    <message>
        <source>, inherited by nothing</source>
        <translation>, wird von nichts geerbt</translation>
    </message>
    <message>
        <source>, inherited by %1</source>
        <translation>, wird geerbt von %1</translation>
    </message>
</context>
<context>
    <name>rolewright::InheritancePane</name>
    <message>
        <source>Inher&amp;it it</source>
        <translation>Soll sie &amp;erben</translation>
    </message>
    <message>
        <source>&amp;Let it inherit</source>
        <translation>Soll &amp;von ihr erben</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Role to put above or below</source>
        <translation>Rolle, die darüber oder darunter soll</translation>
    </message>
    <message>
        <source>The role shown inherits the role in the field</source>
        <translation>Die gezeigte Rolle erbt die Rolle im Feld</translation>
    </message>
    <message>
        <source>The role in the field inherits the role shown</source>
        <translation>Die Rolle im Feld erbt die gezeigte Rolle</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Steps shown</source>
        <translation>Gezeigte Schritte</translation>
    </message>
    <message>
        <source>&amp;Steps shown</source>
        <translation>Gezeigte &amp;Schritte</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the graph into its place</source>
        <translation>Den Graphen in seinen Platz einpassen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln Rolle</numerusform>
            <numerusform>%Ln Rollen</numerusform>
        </translation>
    </message>
    <message>
        <source>the nearest %L1 roles; %L2 more are left out</source>
        <translation>die nächsten %L1 Rollen; %L2 weitere bleiben aus</translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation>Es gibt keine Rolle %1.</translation>
    </message>
    <message>
        <source>Let role %1 no longer inherit %2</source>
        <translation>Rolle %1 soll %2 nicht mehr erben</translation>
    </message>
    <message>
        <source>%1 inherits %2 already.</source>
        <translation>%1 erbt schon %2.</translation>
    </message>
    <message>
        <source>Let role %1 inherit %2</source>
        <translation>Rolle %1 soll %2 erben</translation>
    </message>
</context>
<context>
    <name>rolewright::InheritanceTree</name>
    <message>
        <source>%1 cannot inherit itself.</source>
        <translation>%1 kann nicht sich selbst erben.</translation>
    </message>
    <message>
        <source>%1 inherits %2 already: that would be the cycle %3.</source>
        <translation>%1 erbt schon %2: das wäre der Kreis %3.</translation>
    </message>
    <message>
        <source>Inheritance</source>
        <translation>Vererbung</translation>
    </message>
    <message>
        <source>Roles that inherit %1 (%L2)</source>
        <translation>Rollen, die %1 erben (%L2)</translation>
    </message>
    <message>
        <source>Roles that %1 inherits (%L2)</source>
        <translation>Rollen, die %1 erbt (%L2)</translation>
    </message>
    <message>
        <source>%1 (disabled)</source>
        <translation>%1 (abgeschaltet)</translation>
    </message>
</context>
<context>
    <name>rolewright::Instance</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The lock in the folder %1 cannot be made; check its permissions.</source>
        <translation>Die Sperre im Ordner %1 lässt sich nicht anlegen; prüfen Sie seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>A second start cannot be noticed: %1.</source>
        <translation>Ein zweiter Start ist nicht zu bemerken: %1.</translation>
    </message>
    <message>
        <source>Rolewright is running already, as process %1, but does not answer. End that one first.</source>
        <translation>Rolewright läuft schon, als Prozess %1, antwortet aber nicht. Beenden Sie erst diesen.</translation>
    </message>
</context>
<context>
    <name>rolewright::KeyChoiceField</name>
    <message>
        <source>In the keychain</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>In a new file</source>
        <translation>In einer neuen Datei</translation>
    </message>
    <message>
        <source>New file for the keys</source>
        <translation>Neue Datei für die Schlüssel</translation>
    </message>
    <message>
        <source>away from the store, for example on a stick</source>
        <translation>getrennt vom Speicher, etwa auf einem Stick</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>W&amp;ählen …</translation>
    </message>
    <message>
        <source>Nowhere: do not seal it</source>
        <translation>Nirgends: nicht versiegeln</translation>
    </message>
    <message>
        <source>Whoever can write the file of the store could then rewrite its trail unseen.</source>
        <translation>Wer die Datei des Speichers schreiben darf, könnte dann sein Protokoll unbemerkt neu schreiben.</translation>
    </message>
    <message>
        <source>They sign each record of the trail. Without them nothing can be changed, so keep a copy.</source>
        <translation>Sie unterschreiben jeden Eintrag des Protokolls. Ohne sie kann nichts geändert werden: Bewahren Sie eine Kopie auf.</translation>
    </message>
</context>
<context>
    <name>rolewright::KeyPane</name>
    <message>
        <source>Look a&amp;gain</source>
        <translation>Noch ein&amp;mal suchen</translation>
    </message>
    <message>
        <source>&amp;Key file…</source>
        <translation>Schlüsseldate&amp;i …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for the keys</source>
        <translation>Suche nach den Schlüsseln</translation>
    </message>
    <message>
        <source>Looking for the keys of the store…</source>
        <translation>Die Schlüssel des Speichers werden gesucht …</translation>
    </message>
    <message>
        <source>The trail is sealed with the keys %1.</source>
        <translation>Das Protokoll ist mit den Schlüsseln %1 versiegelt.</translation>
    </message>
    <message>
        <source>The keys of this store</source>
        <translation>Die Schlüssel dieses Speichers</translation>
    </message>
    <message>
        <source>The keys of this store, where it has any, are on its server: it seals the trail with them and checks the codes.</source>
        <translation>Die Schlüssel dieses Speichers sind, wo er welche hat, auf seinem Server: Er versiegelt damit das Protokoll und prüft die Codes.</translation>
    </message>
</context>
<context>
    <name>rolewright::KeyRing</name>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>The store was sealed when it was last seen here, and is not any more: somebody went round Rolewright. Restore it from a backup.</source>
        <translation>Der Speicher war versiegelt, als er hier zuletzt gesehen wurde, und ist es nicht mehr: Jemand hat Rolewright umgangen. Stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The keys were not looked for to the end.</source>
        <translation>Die Suche nach den Schlüsseln wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The keys of this store are not in the keychain, or it is locked. Unlock it and look again, or name the file that they are in.</source>
        <translation>Die Schlüssel dieses Speichers sind nicht im Schlüsselbund, oder er ist gesperrt. Entsperren Sie ihn und suchen Sie noch einmal, oder nennen Sie die Datei, in der sie stehen.</translation>
    </message>
    <message>
        <source>The keys %1 do not seal this store, or not any more. Name the file of its own, or let an administrator enrol these.</source>
        <translation>Die Schlüssel %1 versiegeln diesen Speicher nicht, oder nicht mehr. Nennen Sie die Datei mit seinen eigenen, oder lassen Sie einen Administrator diese aufnehmen.</translation>
    </message>
    <message>
        <source>How far the trail has come could not be kept beside the keys: %1</source>
        <translation>Wie weit das Protokoll gekommen ist, konnte nicht bei den Schlüsseln festgehalten werden: %1</translation>
    </message>
</context>
<context>
    <name>rolewright::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Filter commands and keys</source>
        <translation>Befehle und Tasten filtern</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Every command as it was at first</source>
        <translation>Jeder Befehl wie am Anfang</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>A&amp;ssign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation>Wählen Sie einen Befehl, um seine Tasten zu ändern.</translation>
    </message>
    <message>
        <source>This key belongs to the matrix and cannot be changed.</source>
        <translation>Diese Taste gehört der Matrix und lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>%1 is “%2” in the matrix and cannot be taken.</source>
        <translation>%1 ist in der Matrix „%2“ und nicht zu haben.</translation>
    </message>
    <message>
        <source>%1 is taken by “%2”, which would have no key then.</source>
        <translation>%1 hat schon „%2“, das dann keine Taste hätte.</translation>
    </message>
    <message>
        <source>The command would have no key; it is still in the menu and under search.</source>
        <translation>Der Befehl hätte keine Taste; er steht weiter im Menü und in der Suche.</translation>
    </message>
</context>
<context>
    <name>rolewright::KeysModel</name>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>rolewright::Legend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
    <message>
        <source>The whole legend</source>
        <translation>Die ganze Legende</translation>
    </message>
    <message>
        <source>Show the whole legend</source>
        <translation>Die ganze Legende zeigen</translation>
    </message>
    <message>
        <source>Show one line of the legend</source>
        <translation>Eine Zeile der Legende zeigen</translation>
    </message>
</context>
<context>
    <name>rolewright::LocationFields</name>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>asked for when you sign in</source>
        <translation>wird beim Anmelden gefragt</translation>
    </message>
    <message>
        <source>Encrypted, the server&apos;s certificate checked</source>
        <translation>Verschlüsselt, Zertifikat des Servers geprüft</translation>
    </message>
    <message>
        <source>Encrypted, only the certificate&apos;s authority checked</source>
        <translation>Verschlüsselt, nur die Zertifizierungsstelle geprüft</translation>
    </message>
    <message>
        <source>Encrypted, nothing checked</source>
        <translation>Verschlüsselt, nichts geprüft</translation>
    </message>
    <message>
        <source>Encrypted where the server can</source>
        <translation>Verschlüsselt, wenn der Server es kann</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durch&amp;suchen …</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>S&amp;ecurity</source>
        <translation>Sich&amp;erheit</translation>
    </message>
    <message>
        <source>Certificate &amp;authority</source>
        <translation>&amp;Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>&amp;Store</source>
        <translation>S&amp;peicher</translation>
    </message>
    <message>
        <source>The name of the store, the same on the command line. It never holds a password.</source>
        <translation>Der Name des Speichers, derselbe auf der Kommandozeile. Er enthält nie ein Passwort.</translation>
    </message>
    <message>
        <source>Name the database that the store is in.</source>
        <translation>Die Datenbank angeben, in der der Speicher liegt.</translation>
    </message>
    <message>
        <source>This is no host. Enter a name such as db.example.com, or an address.</source>
        <translation>Das ist kein Rechner. Einen Namen wie db.example.com oder eine Adresse eingeben.</translation>
    </message>
    <message>
        <source>Somebody on the way could pose as the server, and read and change what is sent.</source>
        <translation>Jemand auf dem Weg könnte sich als der Server ausgeben und lesen und ändern, was gesendet wird.</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem)</source>
        <translation>Zertifikate (*.crt *.pem)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>PostgreSQL database</source>
        <translation>PostgreSQL-Datenbank</translation>
    </message>
    <message>
        <source>Rolewright server</source>
        <translation>Rolewright-Server</translation>
    </message>
    <message>
        <source>none: its authority is trusted</source>
        <translation>keiner: der Zertifizierungsstelle wird vertraut</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Fingerprint</source>
        <translation>&amp;Fingerabdruck</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>that of your database configuration</source>
        <translation>die der eigenen Datenbank-Einstellungen</translation>
    </message>
    <message>
        <source>Name the host that the server runs on.</source>
        <translation>Den Rechner angeben, auf dem der Server läuft.</translation>
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
    <message>
        <source>Opening the store…</source>
        <translation>Der Speicher wird geöffnet …</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
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
        <source>Import a policy document or a table</source>
        <translation>Richtliniendokument oder Tabelle importieren</translation>
    </message>
    <message>
        <source>Policy documents and tables (*.json *.csv *.tsv *.txt)</source>
        <translation>Richtliniendokumente und Tabellen (*.json *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Open a store first, or make a new one: a file is imported into a store.</source>
        <translation>Öffnen Sie erst einen Speicher, oder legen Sie einen an: eine Datei wird in einen Speicher importiert.</translation>
    </message>
    <message>
        <source>This store is read-only: nothing can be imported into it.</source>
        <translation>Dieser Speicher ist nur lesbar: nichts lässt sich in ihn importieren.</translation>
    </message>
    <message>
        <source>Export the policy document</source>
        <translation>Richtliniendokument exportieren</translation>
    </message>
    <message>
        <source>Policy documents (*.json)</source>
        <translation>Richtliniendokumente (*.json)</translation>
    </message>
    <message>
        <source>Version %1 is exported to %2.</source>
        <translation>Version %1 ist nach %2 exportiert.</translation>
    </message>
    <message>
        <source>What is pending is not in it.</source>
        <translation>Was aussteht, ist nicht darin.</translation>
    </message>
    <message>
        <source>Re&amp;open the last store at start</source>
        <translation>Letzten Speicher beim Start wieder ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Export PDF…</source>
        <translation>Als P&amp;DF exportieren …</translation>
    </message>
    <message>
        <source>Sear&amp;ch or command…</source>
        <translation>&amp;Suche oder Befehl …</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten …</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>Als PDF exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
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
        <source>This page cannot be printed: the matrix, a role and the audit trail can.</source>
        <translation>Diese Seite lässt sich nicht drucken: die Matrix, eine Rolle und das Protokoll schon.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Pa&amp;ste cells</source>
        <translation>Zellen &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Find and replace in names…</source>
        <translation>In Namen &amp;suchen und ersetzen …</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Sort ro&amp;ws</source>
        <translation>&amp;Zeilen sortieren</translation>
    </message>
    <message>
        <source>Sort &amp;columns</source>
        <translation>&amp;Spalten sortieren</translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation>Nach &amp;Namen</translation>
    </message>
    <message>
        <source>By how &amp;much is held</source>
        <translation>Nach der &amp;Menge</translation>
    </message>
    <message>
        <source>By how &amp;like they are to the current one</source>
        <translation>Nach der Ähn&amp;lichkeit mit der aktuellen</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin the current row</source>
        <translation>Aktuelle Zeile an&amp;heften oder lösen</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin the current column</source>
        <translation>Aktuelle Spalte an&amp;heften oder lösen</translation>
    </message>
    <message>
        <source>Find and replace in names</source>
        <translation>In Namen suchen und ersetzen</translation>
    </message>
    <message>
        <source>Where it began</source>
        <translation>Wo es begann</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Who can</source>
        <translation>Wer darf</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Ma&amp;ke tests of the cells</source>
        <translation>Tests aus den &amp;Zellen machen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Richtlinie</translation>
    </message>
    <message>
        <source>New &amp;role…</source>
        <translation>Neue &amp;Rolle …</translation>
    </message>
    <message>
        <source>New &amp;user…</source>
        <translation>Neuer &amp;Benutzer …</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Zweite Meinung</translation>
    </message>
    <message numerus="yes">
        <source>Version %1 is exported to %2: %Ln file(s).</source>
        <translation>
            <numerusform>Version %1 ist nach %2 exportiert: %Ln Datei.</numerusform>
            <numerusform>Version %1 ist nach %2 exportiert: %Ln Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) are left out.</source>
        <translation>
            <numerusform>%Ln Angabe ist ausgelassen.</numerusform>
            <numerusform>%Ln Angaben sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export for an applica&amp;tion…</source>
        <translation>Für eine Anwend&amp;ung exportieren …</translation>
    </message>
    <message>
        <source>&amp;Filter this page</source>
        <translation>Diese Seite &amp;filtern</translation>
    </message>
    <message>
        <source>The page %1 has no filter.</source>
        <translation>Die Seite %1 hat keinen Filter.</translation>
    </message>
    <message>
        <source>Compare the cells &amp;with a second opinion</source>
        <translation>Zellen mit einer z&amp;weiten Meinung vergleichen</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Verwalter</translation>
    </message>
    <message>
        <source>Sign in first: a file is imported by somebody.</source>
        <translation>Melden Sie sich zuerst an: Eine Datei wird von jemandem importiert.</translation>
    </message>
    <message>
        <source>&amp;Administrators…</source>
        <translation>&amp;Verwalter …</translation>
    </message>
    <message>
        <source>Change my &amp;password…</source>
        <translation>Mein &amp;Kennwort ändern …</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>Sign out after a time &amp;without me</source>
        <translation>Nach einer Zeit &amp;ohne mich abmelden</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln minute(s)</source>
        <translation>
            <numerusform>Nach %Ln Minute</numerusform>
            <numerusform>Nach %Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Con&amp;firm and export</source>
        <translation>Be&amp;stätigen und exportieren</translation>
    </message>
    <message>
        <source>Seal the trail when &amp;nothing happens</source>
        <translation>Protokoll versiegeln, we&amp;nn nichts geschieht</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source> · not reachable</source>
        <translation> · nicht erreichbar</translation>
    </message>
    <message>
        <source>Open &amp;database or server…</source>
        <translation>&amp;Datenbank oder Server öffnen …</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>New da&amp;tabase store…</source>
        <translation>Neuer Datenban&amp;kspeicher …</translation>
    </message>
    <message>
        <source>Nothing is changed yet. These are the selected cells: choose it again to change them.</source>
        <translation>Noch ist nichts geändert. Dies sind die gewählten Zellen: Wählen Sie es noch einmal, um sie zu ändern.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>&amp;Tokens of applications…</source>
        <translation>&amp;Tokens von Anwendungen …</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixModel</name>
    <message>
        <source>More than %L1 cells are selected. Select fewer to change them in one step.</source>
        <translation>Mehr als %L1 Zellen sind gewählt. Wählen Sie weniger, um sie in einem Schritt zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln shown</source>
        <translation>
            <numerusform>%1: %Ln gezeigt</numerusform>
            <numerusform>%1: %Ln gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>Ent&amp;ziehen</translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation>&amp;Erteilen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln Name</numerusform>
            <numerusform>%Ln Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Unfold the group and choose one of its rows to see why.</source>
        <translation>Klappen Sie die Gruppe auf und wählen Sie eine ihrer Zeilen, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>%L1 cells are changed at once: %2.</source>
        <translation>%L1 Zellen auf einmal geändert: %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Unassign</source>
        <translation>Zuweisung auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>Zu&amp;weisen</translation>
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
    <message numerus="yes">
        <source>%Ln permission(s)</source>
        <translation>
            <numerusform>%Ln Berechtigung</numerusform>
            <numerusform>%Ln Berechtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Users × Permissions</source>
        <translation>Benutzer × Berechtigungen</translation>
    </message>
    <message>
        <source>There is nothing to show yet: a matrix needs a user and a permission.</source>
        <translation>Noch gibt es nichts zu zeigen: eine Matrix braucht einen Benutzer und eine Berechtigung.</translation>
    </message>
    <message>
        <source>&amp;Open the user</source>
        <translation>Benutzer ö&amp;ffnen</translation>
    </message>
    <message>
        <source>No permission matches %1.</source>
        <translation>Keine Berechtigung passt zu %1.</translation>
    </message>
    <message>
        <source>No role matches %1.</source>
        <translation>Keine Rolle passt zu %1.</translation>
    </message>
    <message>
        <source>No user matches %1.</source>
        <translation>Kein Benutzer passt zu %1.</translation>
    </message>
    <message>
        <source>Nobody has the role %1 now.</source>
        <translation>Niemand hat jetzt die Rolle %1.</translation>
    </message>
    <message>
        <source>Asked beside for %1, who has the role.</source>
        <translation>Nebenan gefragt für %1, wer die Rolle hat.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln permission(s) and patterns</source>
        <translation>
            <numerusform>%Ln Berechtigung oder Muster</numerusform>
            <numerusform>%Ln Berechtigungen und Muster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixPane</name>
    <message>
        <source>%L1 of %2</source>
        <translation>%L1 von %2</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>&amp;Clear both filters</source>
        <translation>Beide Filter &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
</context>
<context>
    <name>rolewright::MatrixView</name>
    <message>
        <source>Too many cells to copy. Select fewer, or export the policy.</source>
        <translation>Zu viele Zellen zum Kopieren. Wählen Sie weniger, oder exportieren Sie die Richtlinie.</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Dates…</source>
        <translation>&amp;Daten …</translation>
    </message>
    <message>
        <source>Nothing can be pasted here: what these cells say follows from others.</source>
        <translation>Hier lässt sich nichts einfügen: was diese Zellen sagen, folgt aus anderen.</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Sort ro&amp;ws</source>
        <translation>&amp;Zeilen sortieren</translation>
    </message>
    <message>
        <source>Sort co&amp;lumns</source>
        <translation>S&amp;palten sortieren</translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation>Nach &amp;Namen</translation>
    </message>
    <message>
        <source>By how &amp;much is held</source>
        <translation>Nach der &amp;Menge</translation>
    </message>
    <message>
        <source>By how &amp;like they are to the current one</source>
        <translation>Nach der Ähn&amp;lichkeit mit der aktuellen</translation>
    </message>
    <message>
        <source>By how &amp;like they are to %1</source>
        <translation>Nach der Ähn&amp;lichkeit mit %1</translation>
    </message>
    <message>
        <source>P&amp;in row</source>
        <translation>Zeile an&amp;heften</translation>
    </message>
    <message>
        <source>Pi&amp;n column</source>
        <translation>Spalte anhef&amp;ten</translation>
    </message>
    <message>
        <source>Co&amp;mpare %1…</source>
        <translation>%1 &amp;vergleichen …</translation>
    </message>
    <message>
        <source>Co&amp;mpare %1 and %2</source>
        <translation>%1 und %2 &amp;vergleichen</translation>
    </message>
    <message>
        <source>Wh&amp;y?</source>
        <translation>W&amp;arum?</translation>
    </message>
    <message>
        <source>Tests are made of what somebody may or a role gives: choose cells of another matrix.</source>
        <translation>Tests entstehen aus dem, was jemand darf oder eine Rolle gibt: wählen Sie Zellen einer anderen Matrix.</translation>
    </message>
    <message>
        <source>Make &amp;tests of this</source>
        <translation>&amp;Tests daraus machen</translation>
    </message>
    <message>
        <source>rows: most held first</source>
        <translation>Zeilen: am meisten gehalten zuerst</translation>
    </message>
    <message>
        <source>columns: most held first</source>
        <translation>Spalten: am meisten gehalten zuerst</translation>
    </message>
    <message>
        <source>rows: most like %1</source>
        <translation>Zeilen: am ähnlichsten zu %1</translation>
    </message>
    <message>
        <source>columns: most like %1</source>
        <translation>Spalten: am ähnlichsten zu %1</translation>
    </message>
    <message>
        <source>Audit trail of %1</source>
        <translation>Protokoll zu %1</translation>
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
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon da.</translation>
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
        <source>&amp;Create</source>
        <translation>A&amp;nlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>rolewright::NetChangesPane</name>
    <message>
        <source>Filter changes</source>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <source>Ta&amp;ke back the selected</source>
        <translation>Gewählte &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>As if it had never been changed. Can be undone.</source>
        <translation>Als wäre es nie geändert worden. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln change(s) matches the filter.</source>
        <translation>
            <numerusform>Die eine Änderung passt nicht zum Filter.</numerusform>
            <numerusform>Keine der %Ln Änderungen passt zum Filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln change(s)</source>
        <translation>
            <numerusform>%L1 von %Ln Änderung</numerusform>
            <numerusform>%L1 von %Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>What changes, on version %1</source>
        <translation>Was sich ändert, auf Version %1</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Take back %Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung zurücknehmen</numerusform>
            <numerusform>%Ln Änderungen zurücknehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::NewCheckpoint</name>
    <message>
        <source>The trail is not intact: %1. Nothing was signed.</source>
        <translation>Das Protokoll ist nicht unversehrt: %1. Nichts wurde signiert.</translation>
    </message>
    <message>
        <source>Entry %L1 is gone since the trail was verified. Nothing was signed: verify it again.</source>
        <translation>Der Eintrag %L1 ist weg, seit das Protokoll geprüft wurde. Nichts wurde signiert: Prüfen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>rolewright::NewDatabaseDialog</name>
    <message>
        <source>New database store</source>
        <translation>Neuer Datenbankspeicher</translation>
    </message>
    <message>
        <source>Makes an empty policy in a PostgreSQL database that is there. The user is a login that may make roles and schemas in it; it is needed this once.</source>
        <translation>Legt eine leere Richtlinie in einer vorhandenen PostgreSQL-Datenbank an. Der Benutzer ist eine Anmeldung, die darin Rollen und Schemas anlegen darf; sie wird nur dieses eine Mal gebraucht.</translation>
    </message>
    <message>
        <source>Pass&amp;word of this user</source>
        <translation>Pass&amp;wort dieses Benutzers</translation>
    </message>
    <message>
        <source>First administrator</source>
        <translation>Erster Administrator</translation>
    </message>
    <message>
        <source>&amp;Name and login</source>
        <translation>&amp;Name und Anmeldung</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>On&amp;ce more</source>
        <translation>No&amp;ch einmal</translation>
    </message>
    <message>
        <source>at least 8 characters</source>
        <translation>mindestens 8 Zeichen</translation>
    </message>
    <message>
        <source>Making the store</source>
        <translation>Der Speicher wird angelegt</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>An&amp;legen</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>The password %1.</source>
        <translation>Das Passwort %1.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter sind verschieden.</translation>
    </message>
</context>
<context>
    <name>rolewright::OperationDetails</name>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>There is an operation %1 already.</source>
        <translation>Es gibt schon eine Operation %1.</translation>
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
        <source>&amp;Description</source>
        <translation>Beschreib&amp;ung</translation>
    </message>
    <message>
        <source>Re&amp;quires</source>
        <translation>Ver&amp;langt</translation>
    </message>
    <message>
        <source>As te&amp;xt</source>
        <translation>Als Te&amp;xt</translation>
    </message>
    <message>
        <source>Ask about one user in the panel Simulate access</source>
        <translation>Im Bereich „Zugriff simulieren“ nach einem Benutzer fragen</translation>
    </message>
    <message>
        <source>Rename operation %1 to %2</source>
        <translation>Operation %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Describe operation %1</source>
        <translation>Operation %1 beschreiben</translation>
    </message>
    <message>
        <source>Holding %1 says nothing about the thing at hand. Require access to %2, or go by who owns it.</source>
        <translation>%1 zu haben sagt nichts über die Sache selbst. Verlangen Sie Zugriff auf %2, oder gehen Sie nach dem Eigentümer.</translation>
    </message>
    <message>
        <source>It requires nothing yet: denied to everybody.</source>
        <translation>Sie verlangt noch nichts: allen verwehrt.</translation>
    </message>
    <message>
        <source>Choose an operation, or create one.</source>
        <translation>Wählen Sie eine Operation, oder legen Sie eine an.</translation>
    </message>
    <message>
        <source>Public: anybody may perform it, known or not.</source>
        <translation>Öffentlich: jeder darf sie ausführen, ob bekannt oder nicht.</translation>
    </message>
    <message>
        <source>Counting who may perform it…</source>
        <translation>Wer sie ausführen darf, wird gezählt …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) may perform it now.</source>
        <translation>
            <numerusform>%Ln Benutzer darf sie jetzt ausführen.</numerusform>
            <numerusform>%Ln Benutzer dürfen sie jetzt ausführen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more on what they own.</source>
        <translation>
            <numerusform>%Ln weiterer für Eigenes.</numerusform>
            <numerusform>%Ln weitere für Eigenes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln must say which role acts.</source>
        <translation>
            <numerusform>%Ln muss sagen, welche Rolle handelt.</numerusform>
            <numerusform>%Ln müssen sagen, welche Rolle handelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Simulate…</source>
        <translation>&amp;Simulieren …</translation>
    </message>
</context>
<context>
    <name>rolewright::OperationsModel</name>
    <message>
        <source>unguarded</source>
        <translation>ungeschützt</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>any user</source>
        <translation>jeder Benutzer</translation>
    </message>
    <message>
        <source>guarded</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>Unguarded: it states no requirement, and is denied to everybody</source>
        <translation>Ungeschützt: sie nennt keine Anforderung und ist allen verwehrt</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>rolewright::OperationsPage</name>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Name of the new operation:</source>
        <translation>Name der neuen Operation:</translation>
    </message>
    <message>
        <source>Delete the operation %1?</source>
        <translation>Die Operation %1 löschen?</translation>
    </message>
    <message>
        <source>Create operation %1</source>
        <translation>Operation %1 anlegen</translation>
    </message>
    <message>
        <source>Delete operation %1</source>
        <translation>Operation %1 löschen</translation>
    </message>
    <message>
        <source>Filter by name or description; permission:…</source>
        <translation>Nach Name oder Beschreibung filtern; permission:…</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln operation(s)?</source>
        <translation>
            <numerusform>%Ln Operation löschen?</numerusform>
            <numerusform>%Ln Operationen löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln operation(s)</source>
        <translation>
            <numerusform>%Ln Operation löschen</numerusform>
            <numerusform>%Ln Operationen löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::OpinionModel</name>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verwehrt</translation>
    </message>
    <message>
        <source>allowed - %1</source>
        <translation>erlaubt - %1</translation>
    </message>
    <message>
        <source>denied - %1</source>
        <translation>verwehrt - %1</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>no answer - %1</source>
        <translation>keine Antwort - %1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
</context>
<context>
    <name>rolewright::OpinionPage</name>
    <message>
        <source>Choose a &amp;log…</source>
        <translation>&amp;Protokoll wählen …</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The policy&apos;s tests</source>
        <translation>Die Tests der Richtlinie</translation>
    </message>
    <message>
        <source>A log of requests</source>
        <translation>Ein Protokoll von Anfragen</translation>
    </message>
    <message>
        <source>Cells of a matrix</source>
        <translation>Zellen einer Matrix</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>asked also &amp;of</source>
        <translation>auch &amp;gestellt an</translation>
    </message>
    <message>
        <source>Questions that are not answered alike</source>
        <translation>Fragen, die nicht gleich beantwortet werden</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleich läuft</translation>
    </message>
    <message>
        <source>Ask this in the panel Simulate access</source>
        <translation>Dies im Bereich „Zugriff simulieren“ fragen</translation>
    </message>
    <message>
        <source>Choose a log of requests</source>
        <translation>Protokoll von Anfragen wählen</translation>
    </message>
    <message>
        <source>Logs of requests (*.jsonl *.ndjson *.log *.json)</source>
        <translation>Protokolle von Anfragen (*.jsonl *.ndjson *.log *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%L1 questions answered…</source>
        <translation>%L1 Fragen beantwortet …</translation>
    </message>
    <message>
        <source>It ended early: %1</source>
        <translation>Der Vergleich endete vorzeitig: %1</translation>
    </message>
    <message>
        <source>%L1 answered alike, %L2 otherwise, %L3 not at all.</source>
        <translation>%L1 gleich beantwortet, %L2 anders, %L3 gar nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are no requests.</source>
        <translation>
            <numerusform>%Ln Zeile ist keine Anfrage.</numerusform>
            <numerusform>%Ln Zeilen sind keine Anfragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) ask nothing: patterns, and roles that nobody has.</source>
        <translation>
            <numerusform>%Ln Zelle fragt nichts: ein Muster oder eine Rolle, die niemand hat.</numerusform>
            <numerusform>%Ln Zellen fragen nichts: Muster und Rollen, die niemand hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %L1 are listed.</source>
        <translation>Die ersten %L1 sind aufgeführt.</translation>
    </message>
    <message>
        <source>The policy has changed since. Compare again to see what differs now.</source>
        <translation>Die Richtlinie hat sich seither geändert. Erneut vergleichen, um zu sehen, was jetzt abweicht.</translation>
    </message>
    <message>
        <source>Choose a log of requests: AuthZEN, one JSON object a line.</source>
        <translation>Ein Protokoll von Anfragen wählen: AuthZEN, ein JSON-Objekt je Zeile.</translation>
    </message>
    <message>
        <source>In a matrix, choose Edit &gt; Compare the cells with a second opinion.</source>
        <translation>In einer Matrix „Bearbeiten &gt; Zellen mit einer zweiten Meinung vergleichen“ wählen.</translation>
    </message>
    <message>
        <source>The policy has no tests yet. Save questions of the panel as tests, or compare a log.</source>
        <translation>Die Richtlinie hat noch keine Tests. Fragen des Bereichs als Tests speichern oder ein Protokoll vergleichen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Compare to see which questions %1 answers otherwise.</source>
        <translation>Vergleichen, um zu sehen, welche Fragen %1 anders beantwortet.</translation>
    </message>
    <message>
        <source>&amp;Simulate…</source>
        <translation>&amp;Simulieren …</translation>
    </message>
</context>
<context>
    <name>rolewright::OpinionPane</name>
    <message>
        <source>&amp;Second opinion</source>
        <translation>Zweite Mein&amp;ung</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>No second opinion. %1</source>
        <translation>Keine zweite Meinung. %1</translation>
    </message>
    <message>
        <source>No second opinion from %1. %2</source>
        <translation>Keine zweite Meinung von %1. %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 agrees: %2.</source>
        <translation>%1 stimmt zu: %2.</translation>
    </message>
    <message>
        <source>%1 disagrees: %2.</source>
        <translation>%1 widerspricht: %2.</translation>
    </message>
</context>
<context>
    <name>rolewright::OpinionServer</name>
    <message>
        <source>Give the address of an AuthZEN server first.</source>
        <translation>Zuerst die Adresse eines AuthZEN-Servers angeben.</translation>
    </message>
    <message>
        <source>http://localhost:3592</source>
        <translation>http://localhost:3592</translation>
    </message>
    <message>
        <source>The address of an AuthZEN server, such as Cerbos. It is sent every question that is asked here: who, what, to which thing. Remembered for this store.</source>
        <translation>Die Adresse eines AuthZEN-Servers, etwa Cerbos. Ihm wird jede Frage geschickt, die hier gestellt wird: wer, was, woran. Wird für diesen Speicher gemerkt.</translation>
    </message>
    <message>
        <source>Server of the second opinion</source>
        <translation>Server der zweiten Meinung</translation>
    </message>
</context>
<context>
    <name>rolewright::OthersChanges</name>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>%1 did this in version %2, a moment ago: %3</source>
        <translation>%1 hat das eben in Version %2 getan: %3</translation>
    </message>
</context>
<context>
    <name>rolewright::OwnershipPane</name>
    <message>
        <source>Who owns a thing</source>
        <translation>Wem eine Sache gehört</translation>
    </message>
    <message>
        <source>The property relations holds the relations of a thing; take another.</source>
        <translation>Die Eigenschaft relations trägt die Beziehungen einer Sache; nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>The property %1.</source>
        <translation>Die Eigenschaft %1.</translation>
    </message>
    <message>
        <source>The attribute %1.</source>
        <translation>Das Attribut %1.</translation>
    </message>
    <message>
        <source>Property of the thing</source>
        <translation>Eigenschaft der Sache</translation>
    </message>
    <message>
        <source>Attribute of the user</source>
        <translation>Attribut des Benutzers</translation>
    </message>
    <message>
        <source>Property &amp;of the thing</source>
        <translation>Ei&amp;genschaft der Sache</translation>
    </message>
    <message>
        <source>Att&amp;ribute of the user</source>
        <translation>A&amp;ttribut des Benutzers</translation>
    </message>
    <message>
        <source>Compare the property %1 for ownership</source>
        <translation>Für Eigentum die Eigenschaft %1 vergleichen</translation>
    </message>
    <message>
        <source>Compare the attribute %1 for ownership</source>
        <translation>Für Eigentum das Attribut %1 vergleichen</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation>Attribut %1</translation>
    </message>
    <message>
        <source>A user owns a thing whose property %1 is the user&apos;s %2. Permissions with the scope own, and operations that ask for the owner, look at it.</source>
        <translation>Einem Benutzer gehört eine Sache, deren Eigenschaft %1 sein %2 ist. Berechtigungen mit dem Bereich own und Operationen, die nach dem Eigentümer fragen, richten sich danach.</translation>
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
    <name>rolewright::PaletteField</name>
    <message>
        <source>Search or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
    <message>
        <source>u: users, r: roles, p: permissions, o: operations, c: constraints</source>
        <translation>u: Benutzer, r: Rollen, p: Berechtigungen, o: Operationen, c: Einschränkungen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Search or command  %1</source>
        <translation>Suche oder Befehl  %1</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Nichts heißt „%1“.</translation>
    </message>
</context>
<context>
    <name>rolewright::PasswordPane</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Be&amp;nutzer</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>Neues &amp;Kennwort</translation>
    </message>
    <message>
        <source>On&amp;ce more</source>
        <translation>No&amp;ch einmal</translation>
    </message>
    <message>
        <source>at least 8 characters</source>
        <translation>mindestens 8 Zeichen</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>The password %1.</source>
        <translation>Das Kennwort %1.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Kennwörter sind verschieden.</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Schl&amp;üssel</translation>
    </message>
</context>
<context>
    <name>rolewright::PasteBar</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>A&amp;nwenden</translation>
    </message>
    <message>
        <source>Leave &amp;out what does not fit</source>
        <translation>Auslassen, was nicht &amp;passt</translation>
    </message>
    <message>
        <source>What pasting does</source>
        <translation>Was das Einfügen tut</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All pasted cells are so already.</source>
        <translation>Alle eingefügten Zellen sind schon so.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) given</source>
        <translation>
            <numerusform>%Ln Zelle erteilt</numerusform>
            <numerusform>%Ln Zellen erteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) taken</source>
        <translation>
            <numerusform>%Ln Zelle entzogen</numerusform>
            <numerusform>%Ln Zellen entzogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) with other dates</source>
        <translation>
            <numerusform>%Ln Zelle mit anderen Daten</numerusform>
            <numerusform>%Ln Zellen mit anderen Daten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) as they are</source>
        <translation>
            <numerusform>%Ln Zelle wie sie ist</numerusform>
            <numerusform>%Ln Zellen wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste by the names of rows and columns:</source>
        <translation>Nach den Namen der Zeilen und Spalten einfügen:</translation>
    </message>
    <message>
        <source>Paste from the current cell on:</source>
        <translation>Ab der aktuellen Zelle einfügen:</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translation>nichts zu ändern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) do not fit; nothing is changed before you decide.</source>
        <translation>
            <numerusform>%Ln Sache passt nicht; nichts ändert sich, bevor Sie entscheiden.</numerusform>
            <numerusform>%Ln Sachen passen nicht; nichts ändert sich, bevor Sie entscheiden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %Ln cell(s)</source>
        <translation>
            <numerusform>%Ln Zelle einfügen</numerusform>
            <numerusform>%Ln Zellen einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) are taken by this paste: empty ones take.</source>
        <translation>
            <numerusform>%Ln Zelle wird durch dieses Einfügen entzogen: leere entziehen.</numerusform>
            <numerusform>%Ln Zellen werden durch dieses Einfügen entzogen: leere entziehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
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
        <translation>Hei&amp;kel</translation>
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
    <name>rolewright::PermissionDetails</name>
    <message>
        <source>The permission %1.</source>
        <translation>Die Berechtigung %1.</translation>
    </message>
    <message>
        <source>There is a permission %1 already.</source>
        <translation>Es gibt schon eine Berechtigung %1.</translation>
    </message>
    <message>
        <source>&amp;Sensitive</source>
        <translation>Hei&amp;kel</translation>
    </message>
    <message>
        <source>&amp;Granted to</source>
        <translation>&amp;Erteilt an</translation>
    </message>
    <message>
        <source>Role to grant it to</source>
        <translation>Rolle, der sie erteilt wird</translation>
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
        <source>&amp;Description</source>
        <translation>Be&amp;schreibung</translation>
    </message>
    <message>
        <source>Rename permission %1 to %2</source>
        <translation>Berechtigung %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Describe permission %1</source>
        <translation>Berechtigung %1 beschreiben</translation>
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
        <source>Choose a permission, or create one.</source>
        <translation>Wählen Sie eine Berechtigung, oder legen Sie eine an.</translation>
    </message>
    <message>
        <source>Counting who holds it…</source>
        <translation>Wer sie hat, wird gezählt …</translation>
    </message>
    <message>
        <source>Unused: no role grants it and no operation asks for it.</source>
        <translation>Ungenutzt: keine Rolle erteilt sie, und keine Operation fragt nach ihr.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) hold it now.</source>
        <translation>
            <numerusform>%Ln Benutzer hat sie jetzt.</numerusform>
            <numerusform>%Ln Benutzer haben sie jetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>An operation asks for it.</source>
        <translation>Eine Operation fragt nach ihr.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>By pattern: %1</source>
        <translation>Durch Muster: %1</translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation>Es gibt keine Rolle %1.</translation>
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
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %1 from %Ln role(s)</source>
        <translation>
            <numerusform>%1 von %Ln Rolle entziehen</numerusform>
            <numerusform>%1 von %Ln Rollen entziehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::PermissionLines</name>
    <message>
        <source>The description %1.</source>
        <translation>Die Beschreibung %1.</translation>
    </message>
    <message>
        <source>These are more than %L1 permissions at once.</source>
        <translation>Das sind mehr als %L1 Berechtigungen auf einmal.</translation>
    </message>
    <message>
        <source>A { is not closed.</source>
        <translation>Eine { wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
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
        <source>Grant %Ln permission(s) to %1</source>
        <translation>
            <numerusform>%Ln Berechtigung an %1 erteilen</numerusform>
            <numerusform>%Ln Berechtigungen an %1 erteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln permission(s) from %1</source>
        <translation>
            <numerusform>%Ln Berechtigung von %1 entziehen</numerusform>
            <numerusform>%Ln Berechtigungen von %1 entziehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant in %Ln cell(s)</source>
        <translation>
            <numerusform>In %Ln Zelle erteilen</numerusform>
            <numerusform>In %Ln Zellen erteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke in %Ln cell(s)</source>
        <translation>
            <numerusform>In %Ln Zelle entziehen</numerusform>
            <numerusform>In %Ln Zellen entziehen</numerusform>
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
    <message>
        <source>Breaks a separation of duty by what it inherits: nobody may have it.</source>
        <translation>Verletzt durch das, was sie erbt, die Funktionstrennung: Niemand darf sie haben.</translation>
    </message>
    <message>
        <source>Breaks a separation of duty by what it inherits: it cannot act.</source>
        <translation>Verletzt durch das, was sie erbt, die Funktionstrennung: Sie kann nicht wirken.</translation>
    </message>
</context>
<context>
    <name>rolewright::PermutedModel</name>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>%1, pending</source>
        <translation>%1, ausstehend</translation>
    </message>
</context>
<context>
    <name>rolewright::PolicyText</name>
    <message>
        <source>Fi&amp;nd</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>rolewright::PresenceLabel</name>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>%1 with %2, since %3</source>
        <translation>%1 mit %2, seit %3</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere Person</numerusform>
            <numerusform>und %Ln weitere Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln others here</source>
        <translation>
            <numerusform>%Ln weitere Person hier</numerusform>
            <numerusform>%Ln weitere Personen hier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::Printing</name>
    <message>
        <source>Page %L1 of %L2</source>
        <translation>Seite %L1 von %L2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (disabled)</source>
        <translation>%1 (abgeschaltet)</translation>
    </message>
    <message>
        <source>%1, through another</source>
        <translation>%1, durch eine andere</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>Rolle %1</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Own grants (%L1)</source>
        <translation>Selbst erteilt (%L1)</translation>
    </message>
    <message>
        <source>Inherits (%L1)</source>
        <translation>Erbt (%L1)</translation>
    </message>
    <message>
        <source>Is inherited by (%L1)</source>
        <translation>Wird geerbt von (%L1)</translation>
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
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 (inactive)</source>
        <translation>%1 (inaktiv)</translation>
    </message>
    <message>
        <source>Assigned users (%L1)</source>
        <translation>Zugewiesene Benutzer (%L1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s), newest first</source>
        <translation>
            <numerusform>%Ln Eintrag, neueste zuerst</numerusform>
            <numerusform>%Ln Einträge, neueste zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
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
    <message>
        <source>Audit trail</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The printer cannot be used.</source>
        <translation>Der Drucker lässt sich nicht nutzen.</translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation>Der Druck wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The printer takes no further page.</source>
        <translation>Der Drucker nimmt keine weitere Seite.</translation>
    </message>
    <message>
        <source>The printer could not finish.</source>
        <translation>Der Drucker konnte nicht fertig werden.</translation>
    </message>
    <message>
        <source>This matrix would be thousands of pages: filter its rows or columns first.</source>
        <translation>Diese Matrix wären Tausende Seiten: filtern Sie erst ihre Zeilen oder Spalten.</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are printed.</source>
        <translation>
            <numerusform>%Ln Seite ist gedruckt.</numerusform>
            <numerusform>%Ln Seiten sind gedruckt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are in %1.</source>
        <translation>
            <numerusform>%Ln Seite ist in %1.</numerusform>
            <numerusform>%Ln Seiten sind in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing page %L1 of %L2…</source>
        <translation>Seite %L1 von %L2 wird gedruckt …</translation>
    </message>
    <message>
        <source>Preparing to print…</source>
        <translation>Der Druck wird vorbereitet …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %Ln pending change(s)</source>
        <translation>
            <numerusform>%1 mit %Ln ausstehenden Änderung</numerusform>
            <numerusform>%1 mit %Ln ausstehenden Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Report on the audit trail</source>
        <translation>Bericht über das Protokoll</translation>
    </message>
    <message>
        <source>What this is</source>
        <translation>Was dies ist</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
</context>
<context>
    <name>rolewright::ProblemText</name>
    <message>
        <source>What is wrong with %1</source>
        <translation>Was an %1 nicht stimmt</translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <translation>Zeile %L1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::QrPicture</name>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>The same as the text beside it.</source>
        <translation>Dasselbe wie der Text daneben.</translation>
    </message>
</context>
<context>
    <name>rolewright::QuestionForm</name>
    <message>
        <source>&amp;User</source>
        <translation>Benut&amp;zer</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>&amp;Über</translation>
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
        <source>What else holds between the user and this resource, beside owning it.</source>
        <translation>Was außer Eigentum noch zwischen dem Benutzer und dieser Ressource besteht.</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>A&amp;m</translation>
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
    <message>
        <source>&amp;More: session, time, version</source>
        <translation>&amp;Mehr: Sitzung, Zeit, Version</translation>
    </message>
</context>
<context>
    <name>rolewright::QuestionsPage</name>
    <message>
        <source>&amp;At</source>
        <translation>A&amp;m</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Who can do this?</source>
        <translation>Wer darf das?</translation>
    </message>
    <message>
        <source>What can this user do?</source>
        <translation>Was darf dieser Benutzer?</translation>
    </message>
    <message>
        <source>Which roles give this?</source>
        <translation>Welche Rollen geben das?</translation>
    </message>
    <message>
        <source>Which operations can this user perform?</source>
        <translation>Welche Operationen darf dieser Benutzer ausführen?</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Frage</translation>
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
        <source>&amp;User</source>
        <translation>Be&amp;nutzer</translation>
    </message>
    <message>
        <source>Otherwise now.</source>
        <translation>Sonst jetzt.</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Say which user.</source>
        <translation>Sagen Sie, welcher Benutzer.</translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation>Es gibt keinen Benutzer %1.</translation>
    </message>
    <message>
        <source>Say which type of resource.</source>
        <translation>Sagen Sie, welcher Ressourcentyp.</translation>
    </message>
    <message>
        <source>Say which action.</source>
        <translation>Sagen Sie, welche Aktion.</translation>
    </message>
    <message>
        <source>The catalogue has no permission %1, and what it does not know is denied to everybody.</source>
        <translation>Der Katalog hat keine Berechtigung %1, und was er nicht kennt, ist allen verwehrt.</translation>
    </message>
    <message>
        <source>&amp;Go to the role</source>
        <translation>&amp;Zur Rolle</translation>
    </message>
    <message>
        <source>The user is inactive, and is denied everything that is not public.</source>
        <translation>Der Benutzer ist inaktiv, und alles nicht Öffentliche ist ihm verwehrt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s) give it.</source>
        <translation>
            <numerusform>%Ln Rolle gibt es.</numerusform>
            <numerusform>%Ln Rollen geben es.</numerusform>
        </translation>
    </message>
    <message>
        <source>grants %1</source>
        <translation>erteilt %1</translation>
    </message>
    <message>
        <source>%1, inherited by %2</source>
        <translation>%1, geerbt von %2</translation>
    </message>
    <message>
        <source>Export the answer</source>
        <translation>Antwort exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The answer is exported to %1.</source>
        <translation>Die Antwort ist nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Simulate…</source>
        <translation>&amp;Simulieren …</translation>
    </message>
    <message>
        <source>No user has access.</source>
        <translation>Kein Benutzer hat Zugriff.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) have access.</source>
        <translation>
            <numerusform>%Ln Benutzer hat Zugriff.</numerusform>
            <numerusform>%Ln Benutzer haben Zugriff.</numerusform>
        </translation>
    </message>
    <message>
        <source>The user holds no permission.</source>
        <translation>Der Benutzer hat keine Berechtigung.</translation>
    </message>
    <message numerus="yes">
        <source>The user holds %Ln permission(s).</source>
        <translation>
            <numerusform>Der Benutzer hat %Ln Berechtigung.</numerusform>
            <numerusform>Der Benutzer hat %Ln Berechtigungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No role gives it.</source>
        <translation>Keine Rolle erteilt es.</translation>
    </message>
    <message>
        <source>The user can perform no operation.</source>
        <translation>Der Benutzer kann keine Operation ausführen.</translation>
    </message>
    <message numerus="yes">
        <source>The user can perform %Ln operation(s).</source>
        <translation>
            <numerusform>Der Benutzer kann %Ln Operation ausführen.</numerusform>
            <numerusform>Der Benutzer kann %Ln Operationen ausführen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pending changes are included.</source>
        <translation>Ausstehende Änderungen zählen mit.</translation>
    </message>
</context>
<context>
    <name>rolewright::RepairPane</name>
    <message>
        <source>Search a&amp;gain</source>
        <translation>Noch &amp;einmal suchen</translation>
    </message>
    <message>
        <source>Put in &amp;draft</source>
        <translation>In den &amp;Entwurf</translation>
    </message>
    <message>
        <source>Changes that would turn the answer</source>
        <translation>Änderungen, die die Antwort umkehren würden</translation>
    </message>
    <message>
        <source>Searching for the smallest change…</source>
        <translation>Suche nach der kleinsten Änderung…</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No assignment, grant, inheritance or switch would turn this answer.</source>
        <translation>Keine Zuweisung, Berechtigung, Vererbung und kein Schalter würde diese Antwort umkehren.</translation>
    </message>
    <message>
        <source>The search ended at its limits; there may be more.</source>
        <translation>Die Suche endete an ihren Grenzen; es kann mehr geben.</translation>
    </message>
    <message>
        <source>&amp;Change the session</source>
        <translation>&amp;Sitzung ändern</translation>
    </message>
</context>
<context>
    <name>rolewright::ReplaceModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
</context>
<context>
    <name>rolewright::ReplacePane</name>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>Regulärer A&amp;usdruck</translation>
    </message>
    <message>
        <source>&amp;Match case</source>
        <translation>&amp;Groß/klein beachten</translation>
    </message>
    <message>
        <source>&amp;Replace all</source>
        <translation>Alle &amp;ersetzen</translation>
    </message>
    <message>
        <source>Role names</source>
        <translation>Rollennamen</translation>
    </message>
    <message>
        <source>User ids</source>
        <translation>Benutzerkennungen</translation>
    </message>
    <message>
        <source>Display names of users</source>
        <translation>Anzeigenamen von Benutzern</translation>
    </message>
    <message>
        <source>Resources of permissions</source>
        <translation>Ressourcen von Berechtigungen</translation>
    </message>
    <message>
        <source>Actions of permissions</source>
        <translation>Aktionen von Berechtigungen</translation>
    </message>
    <message>
        <source>Scopes of permissions</source>
        <translation>Bereiche von Berechtigungen</translation>
    </message>
    <message>
        <source>Names of constraints</source>
        <translation>Namen von Einschränkungen</translation>
    </message>
    <message>
        <source>Names of operations</source>
        <translation>Namen von Operationen</translation>
    </message>
    <message>
        <source>Names of tests</source>
        <translation>Namen von Tests</translation>
    </message>
    <message>
        <source>What is renamed</source>
        <translation>Was umbenannt wird</translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>Fi&amp;nd</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Replace &amp;with</source>
        <translation>Erse&amp;tzen durch</translation>
    </message>
    <message>
        <source>Names that contain the text are listed while you type.</source>
        <translation>Namen, die den Text enthalten, werden beim Tippen aufgelistet.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt …</translation>
    </message>
    <message>
        <source>No name contains it.</source>
        <translation>Kein Name enthält es.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) change.</source>
        <translation>
            <numerusform>%Ln Name ändert sich.</numerusform>
            <numerusform>%Ln Namen ändern sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) change,</source>
        <translation>
            <numerusform>%Ln Name ändert sich,</numerusform>
            <numerusform>%Ln Namen ändern sich,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot; see why in the list.</source>
        <translation>
            <numerusform>%Ln kann es nicht; warum, steht in der Liste.</numerusform>
            <numerusform>%Ln können es nicht; warum, steht in der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %1 by %2 in %Ln name(s)</source>
        <translation>
            <numerusform>%1 durch %2 in %Ln Namen ersetzen</numerusform>
            <numerusform>%1 durch %2 in %Ln Namen ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole names of permissions</source>
        <translation>Ganze Namen von Berechtigungen</translation>
    </message>
</context>
<context>
    <name>rolewright::ReplayModel</name>
    <message>
        <source>allowed - %1</source>
        <translation>erlaubt - %1</translation>
    </message>
    <message>
        <source>denied - %1</source>
        <translation>verwehrt - %1</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>allowed, then denied</source>
        <translation>erlaubt, dann verwehrt</translation>
    </message>
    <message>
        <source>denied, then allowed</source>
        <translation>verwehrt, dann erlaubt</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>anderer Grund</translation>
    </message>
    <message>
        <source>unknown subject</source>
        <translation>unbekannter Benutzer</translation>
    </message>
    <message>
        <source>unknown permission or operation</source>
        <translation>unbekannte Berechtigung oder Operation</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>no request</source>
        <translation>keine Anfrage</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>rolewright::ReplayPage</name>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Previous pa&amp;ge</source>
        <translation>&amp;Vorige Seite</translation>
    </message>
    <message>
        <source>Ne&amp;xt page</source>
        <translation>Nä&amp;chste Seite</translation>
    </message>
    <message>
        <source>&amp;Choose a log…</source>
        <translation>&amp;Protokoll wählen …</translation>
    </message>
    <message>
        <source>Requests of the past: AuthZEN, one JSON object a line</source>
        <translation>Anfragen der Vergangenheit: AuthZEN, ein JSON-Objekt je Zeile</translation>
    </message>
    <message>
        <source>Fro&amp;m version</source>
        <translation>Von V&amp;ersion</translation>
    </message>
    <message>
        <source>to the draft</source>
        <translation>zum Entwurf</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Lines that differ</source>
        <translation>Zeilen, die abweichen</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>Wird wiederholt</translation>
    </message>
    <message>
        <source>Ask this in the panel Simulate access</source>
        <translation>Dies im Bereich „Zugriff simulieren“ fragen</translation>
    </message>
    <message>
        <source>Choose a log of requests</source>
        <translation>Protokoll von Anfragen wählen</translation>
    </message>
    <message>
        <source>Logs of requests (*.jsonl *.ndjson *.log *.json)</source>
        <translation>Protokolle von Anfragen (*.jsonl *.ndjson *.log *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%L1 lines read…</source>
        <translation>%L1 Zeilen gelesen …</translation>
    </message>
    <message>
        <source>All that differ</source>
        <translation>Alle, die abweichen</translation>
    </message>
    <message>
        <source>no request</source>
        <translation>keine Anfrage</translation>
    </message>
    <message>
        <source>Choose a log to see which requests the draft would decide otherwise.</source>
        <translation>Wählen Sie ein Protokoll, um zu sehen, welche Anfragen der Entwurf anders entschiede.</translation>
    </message>
    <message>
        <source>Loading version %1…</source>
        <translation>Version %1 wird geladen …</translation>
    </message>
    <message>
        <source>Not replayed.</source>
        <translation>Nicht wiederholt.</translation>
    </message>
    <message>
        <source>The policy has changed since. Run it again to see what differs now.</source>
        <translation>Die Richtlinie hat sich seither geändert. Wiederholen Sie es, um zu sehen, was jetzt abweicht.</translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <translation>Zeile %L1: %2</translation>
    </message>
    <message>
        <source>%L1 lines, %L2 decided the same.</source>
        <translation>%L1 Zeilen, %L2 gleich entschieden.</translation>
    </message>
    <message>
        <source>&amp;Simulate…</source>
        <translation>&amp;Simulieren …</translation>
    </message>
    <message>
        <source>%L1 lines, %L2 decided the same, %L3 events that ask nothing.</source>
        <translation>%L1 Zeilen, %L2 gleich entschieden, %L3 Ereignisse, die nichts fragen.</translation>
    </message>
</context>
<context>
    <name>rolewright::ReportExport</name>
    <message>
        <source>the first entry</source>
        <translation>dem ersten Eintrag</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>The report on %Ln entry(s) is in %1.</source>
        <translation>
            <numerusform>Der Bericht über %Ln Eintrag steht in %1.</numerusform>
            <numerusform>Der Bericht über %Ln Einträge steht in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>none: every entry</source>
        <translation>keiner: jeder Eintrag</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Newest entry</source>
        <translation>Neuester Eintrag</translation>
    </message>
    <message>
        <source>%1, hash %2</source>
        <translation>%1, Hash %2</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Signiert mit</translation>
    </message>
    <message>
        <source>nothing: there is no key for this store here</source>
        <translation>nichts: Hier gibt es keinen Schlüssel für diesen Speicher</translation>
    </message>
    <message>
        <source>To check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>%1, beside this file, holds the same. Its second line has this SHA-256: sed -n 2p %1 | tr -d &apos;\n&apos; | sha256sum</source>
        <translation>%1, neben dieser Datei, enthält dasselbe. Die zweite Zeile davon hat diesen SHA-256: sed -n 2p %1 | tr -d &apos;\n&apos; | sha256sum</translation>
    </message>
</context>
<context>
    <name>rolewright::RequestsModel</name>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewandt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>It expires %1.</source>
        <translation>Sie läuft am %1 ab.</translation>
    </message>
    <message>
        <source>It waits for somebody with the role %1: you may approve or refuse it.</source>
        <translation>Sie wartet auf jemanden mit der Rolle %1: Sie dürfen sie genehmigen oder ablehnen.</translation>
    </message>
    <message>
        <source>You asked for it. It waits for somebody else with the role %1.</source>
        <translation>Sie haben angefragt. Es wartet auf jemand anderen mit der Rolle %1.</translation>
    </message>
    <message>
        <source>It waits for somebody with the role %1.</source>
        <translation>Sie wartet auf jemanden mit der Rolle %1.</translation>
    </message>
    <message>
        <source>It was made on version %1, and the policy has moved on since: it cannot be approved any more. Bring it into the draft to ask again, or refuse it.</source>
        <translation>Sie ist auf Version %1 entstanden, und die Richtlinie ist seither weiter: Sie kann nicht mehr genehmigt werden. Holen Sie sie in den Entwurf, um neu anzufragen, oder lehnen Sie sie ab.</translation>
    </message>
    <message>
        <source>It was approved by %1 and is applied.</source>
        <translation>Sie ist von %1 genehmigt und angewandt.</translation>
    </message>
    <message>
        <source>It was refused.</source>
        <translation>Sie ist abgelehnt.</translation>
    </message>
    <message>
        <source>Nobody decided on it until %1: it is over.</source>
        <translation>Bis %1 hat niemand darüber entschieden: Sie ist vorbei.</translation>
    </message>
    <message>
        <source>Who asked took it back.</source>
        <translation>Wer angefragt hat, hat sie zurückgezogen.</translation>
    </message>
    <message>
        <source>The reason: %1</source>
        <translation>Der Grund: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>somebody who is gone</source>
        <translation>jemand, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gefragt hat</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
</context>
<context>
    <name>rolewright::RequestsPane</name>
    <message>
        <source>Nothing waits for a second person, and nothing has.</source>
        <translation>Nichts wartet auf eine zweite Person, und nichts hat gewartet.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>What the request changes</source>
        <translation>Was die Anfrage ändert</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Why you approve or refuse: it stays in the audit trail</source>
        <translation>Warum Sie genehmigen oder ablehnen: Es bleibt im Protokoll</translation>
    </message>
    <message>
        <source>Rea&amp;son</source>
        <translation>Gru&amp;nd</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>&amp;Genehmigen …</translation>
    </message>
    <message>
        <source>&amp;Bring into the draft</source>
        <translation>In den &amp;Entwurf holen</translation>
    </message>
    <message>
        <source>As pending changes on the newest version, to look at, mend and ask again.</source>
        <translation>Als ausstehende Änderungen auf der neuesten Version, zum Ansehen, Verbessern und neu Anfragen.</translation>
    </message>
    <message>
        <source>It is over: what it would change now is not looked at.</source>
        <translation>Sie ist vorbei: Was sie jetzt ändern würde, wird nicht ermittelt.</translation>
    </message>
    <message>
        <source>Looking who gains and who loses…</source>
        <translation>Wer gewinnt und wer verliert, wird ermittelt …</translation>
    </message>
    <message>
        <source>It does not fit the policy of now.</source>
        <translation>Sie passt nicht zur Richtlinie von jetzt.</translation>
    </message>
    <message>
        <source>Who gains and who loses</source>
        <translation>Wer gewinnt und wer verliert</translation>
    </message>
    <message>
        <source>The test %1 would fail; who asked overrides it.</source>
        <translation>Der Test %1 schlüge fehl; wer angefragt hat, übergeht ihn.</translation>
    </message>
    <message>
        <source>The test %1 would fail; it passes now.</source>
        <translation>Der Test %1 schlüge fehl; jetzt besteht er.</translation>
    </message>
    <message>
        <source>Nothing speaks against it.</source>
        <translation>Nichts spricht dagegen.</translation>
    </message>
    <message>
        <source>&amp;Confirm and approve</source>
        <translation>Bestätigen und &amp;genehmigen</translation>
    </message>
    <message>
        <source>Request %1 is approved.</source>
        <translation>Anfrage %1 ist genehmigt.</translation>
    </message>
    <message>
        <source>Confirm and &amp;refuse</source>
        <translation>Bestätigen und ab&amp;lehnen</translation>
    </message>
    <message>
        <source>Request %1 is taken back.</source>
        <translation>Anfrage %1 ist zurückgezogen.</translation>
    </message>
    <message>
        <source>Request %1 is refused.</source>
        <translation>Anfrage %1 ist abgelehnt.</translation>
    </message>
    <message>
        <source>Bring request %1 into the draft</source>
        <translation>Anfrage %1 in den Entwurf holen</translation>
    </message>
    <message>
        <source>Ta&amp;ke back</source>
        <translation>&amp;Zurückziehen</translation>
    </message>
    <message>
        <source>Ref&amp;use</source>
        <translation>Ab&amp;lehnen</translation>
    </message>
</context>
<context>
    <name>rolewright::RequirementBuilder</name>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>holds any of</source>
        <translation>hat eine von</translation>
    </message>
    <message>
        <source>holds all of</source>
        <translation>hat alle von</translation>
    </message>
    <message>
        <source>has any role of</source>
        <translation>hat eine Rolle von</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>may access</source>
        <translation>hat Zugriff auf</translation>
    </message>
    <message>
        <source>resource:action</source>
        <translation>resource:action</translation>
    </message>
    <message>
        <source>owns the thing and holds</source>
        <translation>ist Eigentümer und hat</translation>
    </message>
    <message>
        <source>or, of any thing, holds</source>
        <translation>oder hat, für alle Sachen,</translation>
    </message>
    <message>
        <source>any active user</source>
        <translation>jeder aktive Benutzer</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Kind of requirement</source>
        <translation>Art der Anforderung</translation>
    </message>
    <message>
        <source>What is required</source>
        <translation>Was verlangt wird</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Heraus</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Hinein</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>All / any</source>
        <translation>Alle / eine</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>Add what the owner must hold first.</source>
        <translation>Fügen Sie erst hinzu, was der Eigentümer haben muss.</translation>
    </message>
    <message>
        <source>Change what %1 requires</source>
        <translation>Ändern, was %1 verlangt</translation>
    </message>
</context>
<context>
    <name>rolewright::RequirementLines</name>
    <message>
        <source>may access %1</source>
        <translation>hat Zugriff auf %1</translation>
    </message>
    <message>
        <source>of any thing: %1</source>
        <translation>für alle Sachen: %1</translation>
    </message>
    <message>
        <source>of one&apos;s own: %1</source>
        <translation>für Eigenes: %1</translation>
    </message>
    <message>
        <source>holds any of</source>
        <translation>hat eine von</translation>
    </message>
    <message>
        <source>holds all of</source>
        <translation>hat alle von</translation>
    </message>
    <message>
        <source>has any role of</source>
        <translation>hat eine Rolle von</translation>
    </message>
    <message>
        <source>may access</source>
        <translation>hat Zugriff auf</translation>
    </message>
    <message>
        <source>by who owns the thing</source>
        <translation>nach dem Eigentümer der Sache</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>alles davon</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>eines davon</translation>
    </message>
    <message>
        <source>any active user</source>
        <translation>jeder aktive Benutzer</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>rolewright::RequirementText</name>
    <message>
        <source>Requirement as text</source>
        <translation>Anforderung als Text</translation>
    </message>
    <message>
        <source>{&quot;access&quot;: &quot;resource:action&quot;}, or nothing: denied to everybody</source>
        <translation>{&quot;access&quot;: &quot;resource:action&quot;}, oder nichts: allen verwehrt</translation>
    </message>
    <message>
        <source>Change what %1 requires</source>
        <translation>Ändern, was %1 verlangt</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>rolewright::Reverting</name>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln version(s), %1 to %2</source>
        <translation>
            <numerusform>%Ln Version, %1 bis %2</numerusform>
            <numerusform>%Ln Versionen, %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of %1 is left to revert.</source>
        <translation>Von %1 ist nichts mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>Revert %1</source>
        <translation>%1 zurücknehmen</translation>
    </message>
    <message>
        <source>Left out, because they were changed again since: %1.</source>
        <translation>Ausgelassen, weil seither erneut geändert: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of %1 are reverted in the draft; nothing is applied yet.</source>
        <translation>
            <numerusform>%Ln Änderung von %1 ist im Entwurf zurückgenommen; noch ist nichts angewendet.</numerusform>
            <numerusform>%Ln Änderungen von %1 sind im Entwurf zurückgenommen; noch ist nichts angewendet.</numerusform>
        </translation>
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
        <translation>Erb&amp;t</translation>
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
        <translation>&amp;Zugewiesene Benutzer</translation>
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
        <source>&amp;Description</source>
        <translation>Bes&amp;chreibung</translation>
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
    <message>
        <source>There is no role %1.</source>
        <translation>Es gibt keine Rolle %1.</translation>
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
    <message>
        <source>Let role %1 no longer inherit %2</source>
        <translation>Rolle %1 soll %2 nicht mehr erben</translation>
    </message>
    <message>
        <source>Grants and use&amp;rs</source>
        <translation>Berechtigungen &amp;und Benutzer</translation>
    </message>
    <message>
        <source>Inheritan&amp;ce</source>
        <translation>&amp;Vererbung</translation>
    </message>
    <message numerus="yes">
        <source>Gives %Ln permission(s), %1 of them by its own grants.</source>
        <translation>
            <numerusform>Erteilt %Ln Berechtigung, davon %1 selbst.</numerusform>
            <numerusform>Erteilt %Ln Berechtigungen, davon %1 selbst.</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln grant(s) from %1</source>
        <translation>
            <numerusform>%1 %Ln Berechtigung entziehen</numerusform>
            <numerusform>%1 %Ln Berechtigungen entziehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unassign %1 from %Ln user(s)</source>
        <translation>
            <numerusform>Zuweisung von %1 an %Ln Benutzer aufheben</numerusform>
            <numerusform>Zuweisung von %1 an %Ln Benutzer aufheben</numerusform>
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
    <message numerus="yes">
        <source>Delete %Ln role(s)?</source>
        <translation>
            <numerusform>%Ln Rolle löschen?</numerusform>
            <numerusform>%Ln Rollen löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln role(s)</source>
        <translation>
            <numerusform>%Ln Rolle löschen</numerusform>
            <numerusform>%Ln Rollen löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Saved filters (Alt+Down)</source>
        <translation>Gespeicherte Filter (Alt+Runter)</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Rename filter</source>
        <translation>Filter umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete “%1”</source>
        <translation>„%1“ &amp;löschen</translation>
    </message>
    <message>
        <source>Name of the filter (one of the same name is replaced):</source>
        <translation>Name des Filters (einer gleichen Namens wird ersetzt):</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>Diesen Filter &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Rename “%1”…</source>
        <translation>„%1“ &amp;umbenennen …</translation>
    </message>
</context>
<context>
    <name>rolewright::SessionEdit</name>
    <message>
        <source>I&amp;n a session with these roles</source>
        <translation>I&amp;n einer Sitzung mit diesen Rollen</translation>
    </message>
    <message>
        <source>Only the roles that are active in the session count; otherwise all that are assigned.</source>
        <translation>Nur die Rollen, die in der Sitzung aktiv sind, zählen; sonst alle zugewiesenen.</translation>
    </message>
    <message>
        <source>Roles of the session</source>
        <translation>Rollen der Sitzung</translation>
    </message>
    <message>
        <source>The policy has no user %1, so no session opens. Choose a user.</source>
        <translation>Die Richtlinie hat keinen Benutzer %1, deshalb öffnet sich keine Sitzung. Wählen Sie einen Benutzer.</translation>
    </message>
    <message>
        <source>%1 is inactive, so no session opens. Activate the user first.</source>
        <translation>%1 ist inaktiv, deshalb öffnet sich keine Sitzung. Aktivieren Sie zuerst den Benutzer.</translation>
    </message>
    <message>
        <source>%1 is not activated: %2 neither has nor inherits %3 at that time.</source>
        <translation>%1 wird nicht aktiviert: %2 hat oder erbt %3 zu dieser Zeit nicht.</translation>
    </message>
    <message>
        <source>The role</source>
        <translation>Die Rolle</translation>
    </message>
    <message>
        <source>These roles do not act together: %1 forbids it. Activate fewer.</source>
        <translation>Diese Rollen wirken nicht zusammen: %1 verbietet es. Aktivieren Sie weniger.</translation>
    </message>
    <message>
        <source>%1 is not activated: %2 forbids it together with the active roles. Drop one of them first.</source>
        <translation>%1 wird nicht aktiviert: %2 verbietet es zusammen mit den aktiven Rollen. Legen Sie zuerst eine davon ab.</translation>
    </message>
</context>
<context>
    <name>rolewright::ShownOnce</name>
    <message>
        <source>P&amp;rint…</source>
        <translation>Dru&amp;cken …</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>I have it: &amp;done</source>
        <translation>Ich habe es: &amp;fertig</translation>
    </message>
    <message>
        <source>It could not be printed. It is still here: copy it, or try another printer.</source>
        <translation>Es konnte nicht gedruckt werden. Es ist noch hier: Kopieren Sie es, oder versuchen Sie einen anderen Drucker.</translation>
    </message>
    <message>
        <source>Save a cop&amp;y…</source>
        <translation>Kopie speicher&amp;n …</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>rolewright::SignInPage</name>
    <message>
        <source>&amp;Sign in</source>
        <translation>A&amp;nmelden</translation>
    </message>
    <message>
        <source>&amp;Close store</source>
        <translation>Speicher s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Benu&amp;tzer</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Kennwort</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Wird angemeldet</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Anmelden bei %1</translation>
    </message>
    <message>
        <source>Your pending changes are kept.</source>
        <translation>Ihre ausstehenden Änderungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>You were signed out after %Ln minute(s) without key or mouse.</source>
        <translation>
            <numerusform>Sie wurden nach %Ln Minute ohne Taste oder Maus abgemeldet.</numerusform>
            <numerusform>Sie wurden nach %Ln Minuten ohne Taste oder Maus abgemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 You are signed in, but see nothing of it. Ask an administrator for the right, or sign in as somebody else.</source>
        <translation>%1 Sie sind angemeldet, sehen aber nichts davon. Bitten Sie einen Verwalter um das Recht, oder melden Sie sich als jemand anderes an.</translation>
    </message>
    <message>
        <source>The next attempt as this user is looked at in %1:%2.</source>
        <translation>Der nächste Versuch mit diesem Benutzer wird in %1:%2 angesehen.</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>C&amp;ode</translation>
    </message>
    <message>
        <source>from the authenticator, or a recovery code</source>
        <translation>vom Authenticator, oder ein Wiederherstellungscode</translation>
    </message>
    <message>
        <source>was right</source>
        <translation>war richtig</translation>
    </message>
    <message>
        <source>&amp;Remember the password in the keychain</source>
        <translation>Das Passwort im Schlüsselbund &amp;merken</translation>
    </message>
    <message>
        <source>Else it is kept in memory, until you sign out or close the store.</source>
        <translation>Sonst bleibt es im Arbeitsspeicher, bis zum Abmelden oder Schließen des Speichers.</translation>
    </message>
    <message>
        <source>The password is not in the keychain, or that is locked. Type it.</source>
        <translation>Das Passwort ist nicht im Schlüsselbund, oder dieser ist gesperrt. Bitte eingeben.</translation>
    </message>
    <message>
        <source>You are signed in, but the password is not remembered. %1</source>
        <translation>Sie sind angemeldet, aber das Passwort ist nicht gemerkt. %1</translation>
    </message>
    <message>
        <source>You are signed in, but the password is still in the keychain. %1</source>
        <translation>Sie sind angemeldet, aber das Passwort ist noch im Schlüsselbund. %1</translation>
    </message>
    <message>
        <source>Your session is over: the password was changed or taken away, the user is not active any more, or it had lasted as long as it may.</source>
        <translation>Die Sitzung ist zu Ende: Das Passwort wurde geändert oder entzogen, der Benutzer ist nicht mehr aktiv, oder sie hat so lange gedauert, wie sie darf.</translation>
    </message>
    <message>
        <source>&amp;Accept the trail as it is</source>
        <translation>Protokoll annehmen, wie es &amp;ist</translation>
    </message>
    <message>
        <source>After an older copy was put back on purpose: an administrator does it with the password, and the trail says so for good.</source>
        <translation>Nachdem absichtlich eine ältere Kopie zurückgespielt wurde: Ein Administrator tut es mit dem Passwort, und das Protokoll sagt es für immer.</translation>
    </message>
    <message>
        <source>The trail is accepted. Sign in with the next code.</source>
        <translation>Das Protokoll ist angenommen. Melden Sie sich mit dem nächsten Code an.</translation>
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
        <source>As te&amp;xt</source>
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
        <source>Assign %1 to %2</source>
        <translation>%1 an %2 zuweisen</translation>
    </message>
    <message>
        <source>Assign %1 to %2, in the draft</source>
        <translation>%1 an %2 zuweisen, im Entwurf</translation>
    </message>
    <message>
        <source>Save &amp;as test…</source>
        <translation>Als &amp;Test speichern…</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>There is a test %1 already.</source>
        <translation>Es gibt schon einen Test %1.</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>Waru&amp;m</translation>
    </message>
    <message>
        <source>Name of the test, which goes into the draft:</source>
        <translation>Name des Tests, der in den Entwurf kommt:</translation>
    </message>
    <message>
        <source>Answered by %1.</source>
        <translation>Beantwortet von %1.</translation>
    </message>
    <message>
        <source>How to de&amp;ny it</source>
        <translation>So wird es &amp;verwehrt</translation>
    </message>
    <message>
        <source>How to al&amp;low it</source>
        <translation>So wird es er&amp;laubt</translation>
    </message>
    <message>
        <source>Version %1 is past. Ask the draft to see what would turn its answer.</source>
        <translation>Version %1 ist vergangen. Fragen Sie den Entwurf, um zu sehen, was seine Antwort umkehren würde.</translation>
    </message>
    <message>
        <source>No later date changes this answer.</source>
        <translation>Kein späteres Datum ändert diese Antwort.</translation>
    </message>
    <message>
        <source>Turns to %1 at %2: %3.</source>
        <translation>Wird zu %1 am %2: %3.</translation>
    </message>
    <message>
        <source>At version %4: %1. Now: %2 - %3.</source>
        <translation>In Version %4: %1. Jetzt: %2 - %3.</translation>
    </message>
    <message>
        <source>Add test %1</source>
        <translation>Test %1 hinzufügen</translation>
    </message>
    <message>
        <source>A&amp;ssign in draft</source>
        <translation>Im Entwurf &amp;zuweisen</translation>
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
    <message>
        <source>Open a database or server</source>
        <translation>Datenbank oder Server öffnen</translation>
    </message>
    <message>
        <source>Shared by several administrators: PostgreSQL, or a Rolewright server</source>
        <translation>Von mehreren Administratoren geteilt: PostgreSQL oder ein Rolewright-Server</translation>
    </message>
</context>
<context>
    <name>rolewright::TestBlockBar</name>
    <message numerus="yes">
        <source>%Ln test(s) expect allowed</source>
        <translation>
            <numerusform>%Ln Test erwartet erlaubt</numerusform>
            <numerusform>%Ln Tests erwarten erlaubt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test(s) expect denied</source>
        <translation>
            <numerusform>%Ln Test erwartet verwehrt</numerusform>
            <numerusform>%Ln Tests erwarten verwehrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test(s) are there already</source>
        <translation>
            <numerusform>%Ln Test ist schon da</numerusform>
            <numerusform>%Ln Tests sind schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) are left out: patterns, and roles that nobody has</source>
        <translation>
            <numerusform>%Ln Zelle bleibt weg: Muster, und Rollen, die niemand hat</numerusform>
            <numerusform>%Ln Zellen bleiben weg: Muster, und Rollen, die niemand hat</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Make the tests</source>
        <translation>Tests &amp;machen</translation>
    </message>
    <message>
        <source>Tests to be made</source>
        <translation>Zu machende Tests</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln test(s)</source>
        <translation>
            <numerusform>%Ln Test machen</numerusform>
            <numerusform>%Ln Tests machen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::TestDetails</name>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>There is a test %1 already.</source>
        <translation>Es gibt schon einen Test %1.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
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
        <source>Expected reason</source>
        <translation>Erwarteter Grund</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>E&amp;xpected</source>
        <translation>&amp;Erwartet</translation>
    </message>
    <message>
        <source>Rename test %1 to %2</source>
        <translation>Test %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>for any reason</source>
        <translation>aus beliebigem Grund</translation>
    </message>
    <message>
        <source>Change what test %1 expects</source>
        <translation>Ändern, was Test %1 erwartet</translation>
    </message>
    <message>
        <source>Choose a test, or create one.</source>
        <translation>Wählen Sie einen Test, oder legen Sie einen an.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>allowed - %1</source>
        <translation>erlaubt - %1</translation>
    </message>
    <message>
        <source>denied - %1</source>
        <translation>verwehrt - %1</translation>
    </message>
    <message>
        <source>It passes: %1.</source>
        <translation>Er besteht: %1.</translation>
    </message>
    <message>
        <source>It fails: %1.</source>
        <translation>Er schlägt fehl: %1.</translation>
    </message>
    <message>
        <source>It would break: %1. It passes on the stored version.</source>
        <translation>Er schlüge fehl: %1. In der gespeicherten Version besteht er.</translation>
    </message>
</context>
<context>
    <name>rolewright::TestQuestion</name>
    <message>
        <source>Question as text</source>
        <translation>Frage als Text</translation>
    </message>
    <message>
        <source>Ask this in the panel Simulate access</source>
        <translation>Dies im Bereich „Zugriff simulieren“ fragen</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Frage</translation>
    </message>
    <message>
        <source>As te&amp;xt</source>
        <translation>Als Te&amp;xt</translation>
    </message>
    <message>
        <source>It is nested deeper than %1; leave out what is not needed.</source>
        <translation>Sie ist tiefer als %1 verschachtelt; lassen Sie weg, was nicht nötig ist.</translation>
    </message>
    <message>
        <source>This question says more than the form has fields for. Edit it as text.</source>
        <translation>Diese Frage sagt mehr, als das Formular Felder hat. Bearbeiten Sie sie als Text.</translation>
    </message>
    <message>
        <source>Change what test %1 asks</source>
        <translation>Ändern, was Test %1 fragt</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Simulate…</source>
        <translation>&amp;Simulieren …</translation>
    </message>
</context>
<context>
    <name>rolewright::TestsModel</name>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verwehrt</translation>
    </message>
    <message>
        <source>Would break: it passes on the stored version, and fails on the draft</source>
        <translation>Schlüge fehl: er besteht in der gespeicherten Version und schlägt im Entwurf fehl</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>besteht</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>would break</source>
        <translation>schlüge fehl</translation>
    </message>
</context>
<context>
    <name>rolewright::TestsPage</name>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Filter by name; pending</source>
        <translation>Nach Name filtern; pending</translation>
    </message>
    <message>
        <source>Name of the new test:</source>
        <translation>Name des neuen Tests:</translation>
    </message>
    <message>
        <source>Delete the test %1?</source>
        <translation>Den Test %1 löschen?</translation>
    </message>
    <message>
        <source>Create test %1</source>
        <translation>Test %1 anlegen</translation>
    </message>
    <message>
        <source>Delete test %1</source>
        <translation>Test %1 löschen</translation>
    </message>
    <message>
        <source>Apply an&amp;yway…</source>
        <translation>&amp;Trotzdem anwenden …</translation>
    </message>
    <message>
        <source>To the page of the changes, where it is said so and audited</source>
        <translation>Zur Seite der Änderungen, wo es gesagt und aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Permissions that no test touches</source>
        <translation>Berechtigungen, die kein Test berührt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln test(s) pass on the stored version and would fail once the draft is applied.</source>
        <translation>
            <numerusform>%Ln Test besteht in der gespeicherten Version und schlüge fehl, sobald der Entwurf angewendet ist.</numerusform>
            <numerusform>%Ln Tests bestehen in der gespeicherten Version und schlügen fehl, sobald der Entwurf angewendet ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tests touch every permission.</source>
        <translation>Die Tests berühren jede Berechtigung.</translation>
    </message>
    <message numerus="yes">
        <source>No test touches %Ln permission(s):</source>
        <translation>
            <numerusform>Kein Test berührt %Ln Berechtigung:</numerusform>
            <numerusform>Kein Test berührt %Ln Berechtigungen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln test(s)?</source>
        <translation>
            <numerusform>%Ln Test löschen?</numerusform>
            <numerusform>%Ln Tests löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln test(s)</source>
        <translation>
            <numerusform>%Ln Test löschen</numerusform>
            <numerusform>%Ln Tests löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln change(s) a bar</source>
        <translation>
            <numerusform>höchstens %Ln Änderung je Balken</numerusform>
            <numerusform>höchstens %Ln Änderungen je Balken</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch ist nichts verzeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2: %Ln change(s)</source>
        <translation>
            <numerusform>%1 bis %2: %Ln Änderung</numerusform>
            <numerusform>%1 bis %2: %Ln Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::TokenPane</name>
    <message>
        <source>deci&amp;sions</source>
        <translation>En&amp;tscheidungen</translation>
    </message>
    <message>
        <source>sear&amp;ches</source>
        <translation>Su&amp;chen</translation>
    </message>
    <message>
        <source>Ma&amp;ke the token</source>
        <translation>Token erzeu&amp;gen</translation>
    </message>
    <message>
        <source>the application, and where it runs</source>
        <translation>die Anwendung, und wo sie läuft</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Counts unti&amp;l (UTC)</source>
        <translation>Gilt b&amp;is (UTC)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Another token in the place of “%1”, which counts for an hour more, so that the application can change over.</source>
        <translation>Ein anderes Token anstelle von „%1“, das noch eine Stunde gilt, damit die Anwendung wechseln kann.</translation>
    </message>
    <message>
        <source>A token for an application, which has the rights of its user then, for what the token is for and nothing else.</source>
        <translation>Ein Token für eine Anwendung, die damit die Rechte ihres Benutzers hat, für das, wofür das Token ist, und nichts anderes.</translation>
    </message>
    <message>
        <source>The store has no user %1.</source>
        <translation>Der Speicher hat keinen Benutzer %1.</translation>
    </message>
    <message>
        <source>The name %1.</source>
        <translation>Der Name %1.</translation>
    </message>
    <message>
        <source>Say what it is for.</source>
        <translation>Sagen Sie, wofür es ist.</translation>
    </message>
    <message>
        <source>%1 may not ask for decisions yet: give the user a role that grants rolewright/decision:ask.</source>
        <translation>%1 darf noch nicht nach Entscheidungen fragen: Geben Sie dem Benutzer eine Rolle, die rolewright/decision:ask gewährt.</translation>
    </message>
</context>
<context>
    <name>rolewright::TokensModel</name>
    <message>
        <source>decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>is over since %1</source>
        <translation>abgelaufen seit %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
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
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Counts until</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>rolewright::TokensPage</name>
    <message>
        <source>No application has a token.</source>
        <translation>Keine Anwendung hat ein Token.</translation>
    </message>
    <message>
        <source>&amp;Administrators…</source>
        <translation>&amp;Verwalter …</translation>
    </message>
    <message>
        <source>Tokens of applications</source>
        <translation>Tokens von Anwendungen</translation>
    </message>
    <message>
        <source>&amp;New token…</source>
        <translation>&amp;Neues Token …</translation>
    </message>
    <message>
        <source>&amp;Replace it…</source>
        <translation>Erset&amp;zen …</translation>
    </message>
    <message>
        <source>En&amp;d it…</source>
        <translation>Beend&amp;en …</translation>
    </message>
    <message>
        <source>End it n&amp;ow</source>
        <translation>&amp;Jetzt beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Applications that ask a server for decisions have a token in place of a password. A server serves guarded stores only, and %1 is not one.</source>
        <translation>Anwendungen, die einen Server nach Entscheidungen fragen, haben ein Token anstelle eines Kennworts. Ein Server bedient nur geschützte Speicher, und %1 ist keiner.</translation>
    </message>
    <message>
        <source>With a token an application asks a server on %1 for decisions, in place of a password. It has the rights of its user, for what it is for.</source>
        <translation>Mit einem Token fragt eine Anwendung einen Server auf %1 nach Entscheidungen, anstelle eines Kennworts. Sie hat die Rechte ihres Benutzers, für das, wofür das Token ist.</translation>
    </message>
    <message>
        <source>C&amp;onfirm and make</source>
        <translation>Be&amp;stätigen und erzeugen</translation>
    </message>
    <message>
        <source>The token of %1, “%2”. The application sends it as &quot;Authorization: Bearer …&quot; to the server. It is not shown again: the store has its hash only.</source>
        <translation>Das Token von %1, „%2“. Die Anwendung sendet es dem Server als „Authorization: Bearer …“. Es wird nicht noch einmal gezeigt: Der Speicher hat nur seinen Hash.</translation>
    </message>
    <message>
        <source>Token %1 of %2 for %3</source>
        <translation>Token %1 von %2 für %3</translation>
    </message>
    <message>
        <source>End the token “%1” of %2? The application is let in with it no more. That cannot be undone; another token can be made.</source>
        <translation>Das Token „%1“ von %2 beenden? Die Anwendung wird damit nicht mehr eingelassen. Das lässt sich nicht rückgängig machen; ein anderes Token kann erzeugt werden.</translation>
    </message>
    <message>
        <source>C&amp;onfirm and end</source>
        <translation>Be&amp;stätigen und beenden</translation>
    </message>
    <message>
        <source>The token “%1” counts no more.</source>
        <translation>Das Token „%1“ gilt nicht mehr.</translation>
    </message>
</context>
<context>
    <name>rolewright::TrailExport</name>
    <message numerus="yes">
        <source>%Ln entry(s) of the trail are in %1.</source>
        <translation>
            <numerusform>%Ln Eintrag des Protokolls ist in %1.</numerusform>
            <numerusform>%Ln Einträge des Protokolls sind in %1.</numerusform>
        </translation>
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
        <source>&amp;Active</source>
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
        <source>Attri&amp;butes (%L1)</source>
        <translation>Attr&amp;ibute (%L1)</translation>
    </message>
    <message>
        <source>Ro&amp;les (%L1)</source>
        <translation>Ro&amp;llen (%L1)</translation>
    </message>
</context>
<context>
    <name>rolewright::UserPermissionModel</name>
    <message>
        <source>Sensitive.</source>
        <translation>Heikel.</translation>
    </message>
    <message>
        <source>%1 is inactive: denied everything that is not public.</source>
        <translation>%1 ist inaktiv: alles nicht Öffentliche ist verwehrt.</translation>
    </message>
    <message>
        <source>%1 has it for some scope only, through %2.</source>
        <translation>%1 hat es nur für einen Bereich, durch %2.</translation>
    </message>
    <message>
        <source>%1 has it through %2.</source>
        <translation>%1 hat es durch %2.</translation>
    </message>
    <message>
        <source>%1 has it in the stored version.</source>
        <translation>%1 hat es in der gespeicherten Version.</translation>
    </message>
    <message>
        <source>Access is given one permission at a time: select cells of one column.</source>
        <translation>Zugriff wird je Berechtigung gegeben: wählen Sie Zellen einer Spalte.</translation>
    </message>
    <message>
        <source>Access is taken away from one user at a time.</source>
        <translation>Zugriff wird je Benutzer weggenommen.</translation>
    </message>
    <message>
        <source>&amp;Take access away…</source>
        <translation>Zugriff &amp;wegnehmen …</translation>
    </message>
    <message>
        <source>&amp;Give access…</source>
        <translation>Zugriff &amp;geben …</translation>
    </message>
    <message>
        <source>All selected users have access already.</source>
        <translation>Alle gewählten Benutzer haben schon Zugriff.</translation>
    </message>
    <message>
        <source>Nothing to take away: there is no access.</source>
        <translation>Nichts wegzunehmen: es gibt keinen Zugriff.</translation>
    </message>
    <message>
        <source>But all roles of %1 together break a separation of duty: until a session chooses some of them, it is denied.</source>
        <translation>Aber alle Rollen von %1 zusammen verletzen die Funktionstrennung: Bis eine Sitzung einige von ihnen wählt, wird es verwehrt.</translation>
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
        <source>Assign %1 to %Ln user(s)</source>
        <translation>
            <numerusform>%1 an %Ln Benutzer zuweisen</numerusform>
            <numerusform>%1 an %Ln Benutzer zuweisen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %1 from %Ln user(s)</source>
        <translation>
            <numerusform>%1 von %Ln Benutzer nehmen</numerusform>
            <numerusform>%1 von %Ln Benutzern nehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln assignment(s)</source>
        <translation>
            <numerusform>%Ln Zuweisung vornehmen</numerusform>
            <numerusform>%Ln Zuweisungen vornehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln assignment(s)</source>
        <translation>
            <numerusform>%Ln Zuweisung aufheben</numerusform>
            <numerusform>%Ln Zuweisungen aufheben</numerusform>
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
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %Ln user(s)</source>
        <translation>
            <numerusform>%1 für %Ln Benutzer</numerusform>
            <numerusform>%1 für %Ln Benutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s) for %1</source>
        <translation>
            <numerusform>%Ln Rolle für %1</numerusform>
            <numerusform>%Ln Rollen für %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln assignment(s)</source>
        <translation>
            <numerusform>%Ln Zuweisung</numerusform>
            <numerusform>%Ln Zuweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many cells are selected to change their dates in one step.</source>
        <translation>Zu viele Zellen sind gewählt, um ihre Daten in einem Schritt zu ändern.</translation>
    </message>
    <message>
        <source>Assign %1, with dates</source>
        <translation>%1 mit Daten zuweisen</translation>
    </message>
    <message>
        <source>Change the dates of %1</source>
        <translation>Die Daten von %1 ändern</translation>
    </message>
    <message>
        <source>It may not act together with other roles of %1: a session has to choose.</source>
        <translation>Sie darf nicht mit anderen Rollen von %1 zusammen wirken: Eine Sitzung muss wählen.</translation>
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
    <message numerus="yes">
        <source>Delete %Ln user(s)?</source>
        <translation>
            <numerusform>%Ln Benutzer löschen?</numerusform>
            <numerusform>%Ln Benutzer löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer löschen</numerusform>
            <numerusform>%Ln Benutzer löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolewright::ValidityBar</name>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>Unti&amp;l</source>
        <translation>Bi&amp;s</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A&amp;ssign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;Set dates</source>
        <translation>Da&amp;ten setzen</translation>
    </message>
    <message>
        <source>When is %1 valid?</source>
        <translation>Wann gilt %1?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them will be new.</source>
        <translation>
            <numerusform>%Ln davon wird neu sein.</numerusform>
            <numerusform>%Ln davon werden neu sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their dates differ now.</source>
        <translation>Ihre Daten sind jetzt verschieden.</translation>
    </message>
    <message>
        <source>It must begin before it ends.</source>
        <translation>Der Beginn muss vor dem Ende liegen.</translation>
    </message>
    <message>
        <source>It would be over already: choose a later end, or take the role away.</source>
        <translation>Es wäre schon vorbei: Wählen Sie ein späteres Ende, oder entziehen Sie die Rolle.</translation>
    </message>
</context>
<context>
    <name>rolewright::VerdictView</name>
    <message>
        <source>%1 - %2</source>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>As&amp;k then</source>
        <translation>Dann &amp;fragen</translation>
    </message>
    <message>
        <source>Asks the same question at that moment.</source>
        <translation>Stellt dieselbe Frage zu diesem Zeitpunkt.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>rolewright::VersionChooser</name>
    <message>
        <source>Pa&amp;st version</source>
        <translation>Frühere &amp;Version</translation>
    </message>
    <message>
        <source>Asks the policy as that version had it; otherwise your draft.</source>
        <translation>Fragt die Richtlinie, wie sie in jener Version war; sonst Ihren Entwurf.</translation>
    </message>
    <message>
        <source>Past version</source>
        <translation>Frühere Version</translation>
    </message>
    <message>
        <source>version %1 with your draft</source>
        <translation>Version %1 mit Ihrem Entwurf</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>version %1 as it was applied</source>
        <translation>Version %1, wie sie angewendet wurde</translation>
    </message>
    <message>
        <source>version %1, applied %2 by %3</source>
        <translation>Version %1, angewendet %2 von %3</translation>
    </message>
    <message>
        <source>Fetching version %1 from the store…</source>
        <translation>Version %1 wird aus dem Speicher geholt…</translation>
    </message>
    <message>
        <source>Version %1 cannot be asked: %2</source>
        <translation>Version %1 kann nicht gefragt werden: %2</translation>
    </message>
</context>
<context>
    <name>rolewright::VersionList</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>One is compared with the version before it, two with each other.</source>
        <translation>Eine wird mit der Version davor verglichen, zwei miteinander.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
<context>
    <name>rolewright::VersionsModel</name>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>rolewright::WhyBar</name>
    <message>
        <source>Why the cell is so</source>
        <translation>Warum die Zelle so ist</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>rolewright::WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>rolewright::Workspace</name>
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
    <message>
        <source>Your pending changes were carried over to it.</source>
        <translation>Ihre ausstehenden Änderungen wurden darauf übertragen.</translation>
    </message>
    <message>
        <source>Your changes are kept here, too.</source>
        <translation>Ihre Änderungen sind auch hier aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>(and %Ln more)</source>
        <translation>
            <numerusform>(und %Ln weiterer)</numerusform>
            <numerusform>(und %Ln weitere)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of your changes conflict with it and were left out.</source>
        <translation>
            <numerusform>%Ln Ihrer Änderungen widerspricht ihr und wurde ausgelassen.</numerusform>
            <numerusform>%Ln Ihrer Änderungen widersprechen ihr und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in to change the policy.</source>
        <translation>Niemand ist angemeldet. Melden Sie sich an, um die Richtlinie zu ändern.</translation>
    </message>
    <message>
        <source>All of it is in the policy already.</source>
        <translation>Alles davon steht schon in der Richtlinie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are pending now. Nothing of them is applied yet.</source>
        <translation>
            <numerusform>%Ln Änderung steht jetzt aus. Nichts davon ist schon angewandt.</numerusform>
            <numerusform>%Ln Änderungen stehen jetzt aus. Nichts davon ist schon angewandt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This store is read-only.</source>
        <translation>Dieser Speicher ist nur lesbar.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Request %1 waits for an approval. Its changes are not pending any more; undo brings them back.</source>
        <translation>Anfrage %1 wartet auf eine Genehmigung. Ihre Änderungen stehen nicht mehr aus; Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Nothing was changed: pending changes from last time are still being read. Try again when they are there.</source>
        <translation>Nichts wurde geändert: Ausstehende Änderungen vom letzten Mal werden noch gelesen. Versuchen Sie es noch einmal, wenn sie da sind.</translation>
    </message>
    <message>
        <source>The store cannot be reached at the moment. Nothing was changed: try again when it is back.</source>
        <translation>Der Speicher ist gerade nicht erreichbar. Nichts wurde geändert: noch einmal versuchen, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>The store cannot be reached at the moment. Nothing was applied; your changes are kept.</source>
        <translation>Der Speicher ist gerade nicht erreichbar. Nichts wurde angewendet; die Änderungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>The store cannot be reached at the moment.</source>
        <translation>Der Speicher ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>Until it is back the policy is shown as it was, and read-only. Your pending changes are kept.</source>
        <translation>Bis er wieder da ist, wird die Richtlinie gezeigt, wie sie war, und nur zum Lesen. Die ausstehenden Änderungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Until it is back the policy is shown as it was, and read-only.</source>
        <translation>Bis er wieder da ist, wird die Richtlinie gezeigt, wie sie war, und nur zum Lesen.</translation>
    </message>
    <message>
        <source>The store can be reached again.</source>
        <translation>Der Speicher ist wieder erreichbar.</translation>
    </message>
    <message>
        <source>Your changes are pending.</source>
        <translation>Die Änderungen stehen noch aus.</translation>
    </message>
    <message>
        <source>Apply them now</source>
        <translation>Jetzt anwenden</translation>
    </message>
    <message>
        <source>Version %1 was applied by %2.</source>
        <translation>Version %1 wurde von %2 angewendet.</translation>
    </message>
    <message>
        <source>Version %1 was applied by you, from elsewhere or just before the connection broke.</source>
        <translation>Version %1 haben Sie selbst angewendet, von anderswo oder kurz bevor die Verbindung abbrach.</translation>
    </message>
</context>
</TS>
