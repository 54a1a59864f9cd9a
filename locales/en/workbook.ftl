# The review workbook, and what is said about one that came back

workbook-sheet-guide = Guide
workbook-sheet-tasks = Tasks
workbook-sheet-questions = Questions
workbook-sheet-departments = Departments

workbook-guide-title = How to check
workbook-guide-sheets = On “Tasks” the document stands on the left and what was understood, in green, on the right; “Questions” asks what the document does not say clearly; “Departments” lists the bodies with their spellings. What is yellow and marked “系统默认” is a default that nobody has decided yet.
workbook-guide-edit = Edit the green cells as you like: what is due, who, when, where, and the four roles. Put “、” between several names, and write names as on “Departments”.
workbook-guide-rules = When is written like this: “2018-12-31 前”; “年底前”; “每季度”; “每月 28 日前”; “会议结束后 3 个工作日内”; “7月31日前：验收；8月31日前：报送；最晚 9月30日”; “待上级：省里发文”; “不催办”. Of two dates joined by “或” the earlier one reminds, and only after the later one it is overdue.
workbook-guide-add = To add an item: insert a line below the task and fill in the row, what is due, who and when; leave the item's number empty.
workbook-guide-remove = To drop an item: write “删除” into its cell about who, and keep the line. A deleted line is taken for a slip and asked about.
workbook-guide-departments = To rename a department, change its name; the old one stays as a spelling. Two lines with one name become one department. A new one goes to the end without a number. Groups are written like “甲、乙（2018-09-01 起）”.
workbook-guide-leave = Please leave the document's words, the numbers and the questions as they are. Filtering, hiding, widths and a column of your own beside it do no harm, nor does sorting once the merged cells are split; a column of your own is not read.
workbook-guide-return = Save it as .xlsx and send it to the bot, or import it again with gongkai plan import. What cannot be understood is pointed out cell by cell; nothing is dropped in silence.

workbook-hint = Leave the document on the left as it is; the green cells on the right may be edited, see the guide.
workbook-source = The document
workbook-understood = What was understood
workbook-heading-understood = { $heading } (understood)
workbook-from-above = (from the row above, “系统默认”)
workbook-other-words = Words of the document outside its table
workbook-section = Section
workbook-number = No.
workbook-content = Task
workbook-requirement = Requirement
workbook-leading = Leading body
workbook-answering = Responsible body
workbook-helping = Supporting body
workbook-deadline = Deadline
workbook-task = Row
workbook-part = Item
workbook-title = What is due
workbook-who = Who hands in
workbook-when = When
workbook-where = Where
workbook-lead = Lead
workbook-responsible = Responsible
workbook-supporting = Supporting
workbook-informed = Informed
workbook-questions = Open questions
workbook-pending = question { $numbers } unanswered, “系统默认” is in use

workbook-no = No.
workbook-question-task = Row
workbook-place = Place
workbook-words = The document's words
workbook-question = Question
workbook-choices = Possible answers
workbook-answer = Answer
workbook-in-use = In use now
workbook-questions-hint = Choose one in the cell “Answer”; until then the one marked “系统默认” is in use. Any other answer is asked about, unless the question says that it may be typed.
workbook-answer-title = Please choose from the list
workbook-answer-listed = This question can only be answered from the list.
workbook-answer-typed = Other answers may be typed as the question says.
workbook-remarks = Only to be seen, nothing to answer

workbook-name = Name
workbook-aliases = Other spellings
workbook-full-name = Full name
workbook-groups = Groups
workbook-successor = Successor
workbook-succeeded = From
workbook-group = { $name } ({ $count })
workbook-departments-hint = Groups: { $groups }. Write the names of groups into the column of groups, parted by “、”.

review-damaged = The hidden sheet “gongkai” of { $name } is gone or was changed, so nothing can be compared; please edit the review workbook as it was sent, and keep all of its sheets when saving.
review-sheet-missing = The sheet “{ $sheet }” is gone; please put it back under its name.
review-headings-missing = “{ $sheet }” has no headings any more ({ $headings }); please put that row back.
review-column-missing = “{ $sheet }” has no column “{ $heading }” any more; please put it back, it may be hidden.
review-column-twice = “{ $sheet }” has two columns called “{ $heading }”; please rename the one of your own.
review-line-unknown = { $place }: there is no number “{ $quote }”; please restore it, or leave the item's number empty for a new item.
review-line-twice = { $place }: the number “{ $quote }” stands there twice; for a new item please leave the number empty.
review-line-without-task = { $place }: the line of “{ $quote }” belongs to no row: for a new item fill in its row, move notes to a column of your own, and add whole rows to the document itself.
review-line-missing = On “{ $sheet }” the line of item { $quote } is gone; to drop the item, please keep the line and write “删除” into its cell about who.
review-two-values = { $place }: “{ $quote }” differs from another line of the same row; please make them the same.
review-source-changed = { $place }: “{ $quote }” is not what the document says; please restore it, and change the document itself where it is wrong.
review-question-twice = { $place }: question { $quote } stands there twice; please delete one line.
review-question-missing = On “{ $sheet }” question { $quote } is gone; please put it back, the answer may stay empty.
review-question-changed = { $place }: “{ $quote }” stands in a cell that is not for answers; please restore it and write the answer under “Answer”.
review-answer-astray = { $place }: there is no question beside “{ $quote }”; please move it to the line that it answers.
review-answer-unknown = { $place }: “{ $quote }” is none of the possible answers; please choose one from the list.
review-body-twice = { $place }: the number “{ $quote }” stands there twice; for a new department please leave the number empty.
review-body-missing = On “{ $sheet }” the line of “{ $quote }” is gone; please put it back, or give it the name of another department to make them one.
review-more-faults = There are { $more } more of this kind; please mend those above and import again.

rule-words-unclear = { $place }: “{ $quote }” is no time rule; please write it as the guide shows.
rule-words-no-day = { $place }: “{ $quote }” is no day that can be used; please check it.
rule-words-order = { $place }: the days in “{ $quote }” are not in order; please write the earliest first and the limit last.

edit-gone = { $place }: { $target } has changed with another answer, so the edit “{ $quote }” has no place; please import the answers alone first, then edit the new workbook.
edit-empty = { $place }: this cell may not be empty; please fill it in, or write “删除” into the cell about who to drop the item.
edit-unknown-name = { $place }: no department or group is called “{ $name }”; please write it as on “Departments”, or add it there first.
edit-nobody = { $place }: with “{ $quote }” nobody would be asked; please say who, or write “删除” to drop the item.
edit-group-empty = { $place }: nobody belongs to “{ $name }” yet; please fill in the groups on “Departments”, or name the departments here.
edit-unknown-group = { $place }: there is no group “{ $name }”; please choose from those listed above the table.
edit-spelling-taken = { $place }: “{ $name }” is a spelling of “{ $other }” already; please remove one of the two, or give both lines one name.
edit-no-name = { $place }: “{ $quote }” is no name, please write that of one body; bodies cannot be deleted here: to give one nothing any more, change who is asked on the sheet of tasks.
edit-several = { $place }: “{ $quote }” looks like several bodies; please write one on a line, a new one at the end without a number.
edit-name-unusable = { $place }: “{ $quote }” cannot be a name; please write one of at most { $longest } characters, without punctuation or control characters.
edit-circle = { $place }: “{ $quote }” makes the successions lead back to where they began ({ $names }); please check who takes over.
edit-is-group = { $place }: “{ $name }” is the name of a group, please write that of one body; to put a body into the group, write that into the column of groups.
edit-succession = { $place }: “{ $quote }” is not complete; please write both the successor and the day, such as 2019-03-01.

# A remark about an edit of the version before that does not hold any more; $field is a column of the workbook.
doubt-edit-lost = In an earlier review workbook, { $field ->
    [title] “What is due”
    [who] “Who hands in”
    [when] “When”
    [where] “Where”
    [lead] “Lead”
    [responsible] “Responsible”
    [supporting] “Supporting”
    [informed] “Informed”
    [name] “Name”
    [aliases] “Other spellings”
    [full-name] “Full name”
    [groups] “Groups”
    [successor] “Successor”
   *[succeeded] “From”
  } of { $target } was changed to these words. That was not taken over: the document says something else there now, or it was changed otherwise since. If it is still wanted, make it again in the workbook.
