# Reading the rows of a document. Quote and place are shown beside a doubt; $quote the words, $place where they stand.

# What cannot be read, place by place.
rows-empty = There are no words in “{ $quote }”; please check that this is the right file.
rows-none = No tasks were found: a table with headings for task and responsible body is needed, or a list whose items end with the responsible body; the file begins with “{ $quote }”, please check it.
rows-no-header = { $place }: no headings were recognised in this table, which begins with “{ $quote }”; please put headings for task, responsible body and deadline into its first row.
rows-no-task-column = { $place }: this table has a column “{ $quote }” but none for the task; please give the column of tasks a heading.
rows-headings-unknown = { $place }: this table has a column “{ $quote }”, but most of its headings are unknown; please make it one row a task, headed “工作任务”, “责任单位” and “完成时限”.
rows-halves = { $place }: “{ $quote }” heads two columns, as if two tables stood side by side; please put one below the other.
rows-mixed-column = { $place }: “{ $quote }” puts two things into one column; please split it in two.
rows-no-task = { $place }: this row does not say what is to be done, there is only “{ $quote }”; please complete it or remove it.
rows-shifted = { $place }: the words of this row do not fit the headings, a cell may be missing or misplaced; please correct it after the original: “{ $quote }”.
rows-fields-alone = { $place }: there is no task above “{ $quote }”; please write which item it belongs to.
rows-unclear-item = { $place }: this item has more than one set of bodies or deadlines; please split it: “{ $quote }”.

# What is doubtful; the first choice holds until the office answers.
doubt-column-bodies = Does the column “{ $heading }” name the responsible bodies?
doubt-two-columns = The columns “{ $headings }” look like the same thing; which one counts? The others are only kept.
doubt-no-bodies = This row names no responsible body; who is responsible?
doubt-inherited-bodies = The responsible body is empty here; is it the same as in the row above?
doubt-no-deadline = This row has no deadline; what holds?
doubt-inherited-deadline = The deadline is empty here; is it the same as in the row above?
doubt-hidden-row = This row is hidden in the file; should it be read?
doubt-hidden-table = This table is hidden in the file; should it be read?
doubt-lone-cell = Only one cell of this row has words; is it a heading or a task?
doubt-item-without-bodies = This item names no responsible body; is it a task or an explanation?
doubt-prose-beside-table = The file has both a table and items with responsible bodies; should the items be read as tasks too?
doubt-table-unread = This table does not look like tasks, so only its words were kept; is that right?
doubt-table-continued = This table under a heading has no headings of columns; does it continue the one before?

choice-as-bodies = it names the responsible bodies
choice-keep-only = no, only keep the words
choice-use-column = column { $value }
choice-leave-open = leave it open
choice-as-above = as above: { $value }
choice-keep = read it
choice-drop = leave it out
choice-as-heading = a heading or an explanation
choice-as-task = a task
choice-read = read them as tasks too
choice-ignore = leave it out, keep the words
choice-refuse = no, a corrected file will follow
choice-continue = it continues the one before

# Nothing to answer, but worth a look.
doubt-heading-as-section = This column is read as sections; please see whether that is right.
doubt-heading-as-requirement = This column is read as requirements; please see whether that is right.
doubt-heading-unknown = The heading of column { $column } is not known; its words were only kept.
doubt-heading-missing = Column { $column } has no heading and is read like the one on its left; please see whether that is right.
doubt-column-hidden = Column { $column } is hidden in the file and was read too.
doubt-cell-across = This cell covers several columns and is read as the weightiest of them; please see whether that is right.
doubt-year-above = The deadline is empty here; the row above says “{ $above }”.
doubt-no-number = This row has no number.
doubt-no-content = The task is empty in this row, which is read by its requirement.
doubt-no-requirement = The requirement is empty in this row, which is read by its task.
doubt-table-turned = The headings of this table stand in its first column: each column was read as one task; please check.
doubt-body-in-task = The task also names “{ $name }”, which the column about who does not; nobody there is asked. Add it to that column if it should be.
doubt-other-column-tells = The column “{ $heading }” speaks of a department or a day, which was not taken into account; move it to the column about who or when if it counts.
doubt-note-row = This row was taken for a note, not for a task.
doubt-duty-outside = This sentence stands outside the rows and asks for something by a day; no item was made of it. If it is to be chased, add it to the table and import the document again.
doubt-number-alone = This row has a number only and was not read as a task.
doubt-words-after-bodies = Words follow the responsible bodies and were counted to the same item; please see whether that is right.
doubt-number-repeated = The number “{ $number }” stands twice, in items { $first } and { $second }.
doubt-number-skipped = Item { $second } is numbered “{ $number }” after “{ $before }”, which does not follow.

# Lines that stand alone in a list.
doubt-line-goes-on = Does this line go on with the item above, or is it a heading of the items below or a signature?
choice-goes-on = it goes on with the item above
choice-stands-apart = a heading or a signature, no part of the item above
doubt-labelled-line = Does this line belong to the item above, or is it another task?
choice-as-detail = it belongs to the item above
choice-as-item = it is another task
doubt-fields-lead = The responsible bodies stand above their tasks and were counted to the items below them; please check.

# Several things side by side in one row.
doubt-cells-paired = This cell lists as many things as the task “{ $task }”; do they belong together one by one?
choice-one-to-one = one by one
choice-all-to-each = no, all of it holds for each
doubt-cells-unpaired = This cell is numbered otherwise than the task “{ $task }” and was counted to the whole of it; please check.

# Words beside the text.
doubt-comment = This comment was not counted to any task; please see whether something should be changed.
doubt-beside-text = These words stand in a text box, a note or a margin, speak of bodies or time and were counted to no task; please check.
