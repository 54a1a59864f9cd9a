# A plan in the chat: taking in a file, answering questions, seeing changes, putting it in force

plan-head-draft = “{ $title }” · draft { $code }
plan-head-active = “{ $title }” · in force { $code }
plan-head-superseded = “{ $title }” · replaced { $code }
plan-counts = { $tasks } rows, { $departments } departments, { $deliverables } things: dated { $dated } · after an event { $events } · others { $ongoing }
plan-open = { $count } questions are for the office to decide; until then the default is in force, marked as such
plan-remarks = { $count } more remarks stand in the review workbook
plan-foot-draft = Not in force yet. You can answer one question at a time here, or edit the review workbook and send it back.
plan-foot-active = In force. For a new version, send the new file here.
plan-foot-superseded = Kept for reference.
plan-known = The same has been taken in already; nothing was made twice:
plan-review-name = review-{ $code }.xlsx
plan-review-caption = The review workbook: the document on the left, what was understood on the right. Edit it, save it, and send it back here.

button-plan-ask = Answer questions ({ $count })
button-plan-differences = See changes
button-plan-activate = Put in force
button-plan-review = Review workbook
button-question-skip = Default for now, next
button-question-stop = Later
button-plan-confirm = Yes, put in force
button-plan-cancel = Not now

question-head = Question { $number } of { $total }, { $left } still open
question-where = { $row } · { $place }
question-quote = The document says: “{ $quote }”
question-choice = { $number }. { $choice }
question-choice-default = { $number }. { $choice } (default)
question-noted = Noted: { $answer }
question-noted-instead = Noted: { $answer } (it was: { $before })
question-noted-revision = . What is in force stays as it is; the change is in draft { $code }, put it in force when you are done
question-noted-by-hand = . This plan was written by hand, so the answer is only kept; to change dates or departments, edit the file and import it
question-stopped = That is all for now, { $count } questions are still open. Send /plan to go on.
questions-done = All are answered. See what would change, then put it in force.
questions-skipped = That was the last one; { $count } are still open and go by their defaults. You can put the plan in force and go on later with /plan.
question-gone = This question is no longer there; send /plan to see the present ones.
question-typed-unknown = “{ $words }” was not recognised and nothing was noted: reply with one of the numbers above, or as the question says (departments as the document writes them, separated by commas; a date as 2018-09-30).
question-number = No answer has that number and nothing was noted: press a button, or reply with one of the numbers above.
question-waiting = This was not understood. A question is still waiting: press a button or reply with the number of an answer; to leave it, send “cancel”.
question-against-edits = Not noted: with this answer { $count } edits of the review workbook would no longer apply; change both in the workbook and send it back.
review-other-district = This review workbook is of { $named }, and here is { $district }: it was not taken in; check whether it is the right file.

activate-head = Once “{ $title }” ({ $code }) is in force:
activate-first = It is the first plan of { $year } and makes the items of { $deliverables } things.
activate-open = { $count } questions are still open and go by their defaults.
activate-cancelled = Not put in force; the draft is still there.
activate-done = “{ $title }” is in force: { $made } new, { $kept } kept, { $dropped } no longer asked for.
activate-told = { $people } liaisons have been told of the changes.
activate-alone = { $count } departments have no liaison yet: { $departments }. Invite one with words like “invite { $example }”.
plan-not-a-draft = { $code } is in force or was replaced and is not changed any more; send /plan to see the present one.
plan-gone = There is no such plan any more; send /plan to see the present one.
plan-by-hand = { $code } was written by hand, there is no document to read again; to change it, edit the file and import it.
plan-none = There is no plan yet. Send its document here (Word, Excel or text).

difference-none = It does not differ from the plan in force.
difference-head = Compared with “{ $title }” in force:
difference-summary = { $new } new, { $changed } changed, { $gone } no longer asked for
difference-new = + { $row } { $title }
difference-gone = - { $row } { $title }
difference-changed = ~ { $row } { $title }
difference-asks = {"  "}{ $who } · { $rule }
difference-field-rule = 　when: { $before } → { $after }
difference-field-who = 　who: { $before } → { $after }
difference-field-title = 　name: { $before } → { $after }
difference-field-text = 　the document's words changed
difference-field-where = 　where: { $before } → { $after }
difference-who-more = { $names } and others, { $count } in all
difference-nobody = nobody has been named yet
difference-departments-new = Departments that join: { $names }
difference-departments-gone = Departments that leave: { $names }
difference-more = { $count } more lines; gongkai plan diff shows them all.

changed-head = { $department }: the plan has a new version, “{ $title }”
changed-group-new = New
changed-group-moved = Other dates
changed-group-gone = No longer asked for (need not be done; what was done is kept)

document-refused = This document was not taken in: { $count } places cannot be read for certain; mend them and send it again.
document-more-faults = and { $count } more.
