# From a document to a plan: where something stands, what is asked, what may be answered

place-line = line { $line }
place-table = table { $table }, row { $row }, cell { $column }
place-table-row = table { $table }, row { $row }
place-sheet = “{ $sheet }”{ $cell }
place-document = the whole document
place-rows = { $place }, about { $rows }
rows-more = { $rows } and others, { $count } rows

doubt-several-times = This cell speaks of “{ $words }” for different things: is each an item of its own?
choice-each-its-time = each an item with its own time
choice-one-item = one item with one time
doubt-several-subjects = This cell speaks of { $names }: does each hand in its own?
choice-apart = each its own, as separate items
choice-together = one item together

doubt-group-beside-lead = In the rows that have a lead, does every member of “{ $group }” hand in too?
doubt-group-beside-named = In the rows without a date that name bodies beside “{ $group }”, does every member hand in too?
doubt-group-beside-named-dated = In the rows with a date that name bodies beside “{ $group }”, does every member hand in?
choice-named-only = only those named, the others are informed
choice-every-member = every member hands in

doubt-nobody-asked = Who is asked for this? You may answer with names, several separated by commas.
choice-ask-later = nobody until the office says who
choice-nobody = nobody: it only stands in the ledger

doubt-same-task = Is this row the same as { $task } “{ $before }” of the plan in force? If so, its numbers and evidence go on.
choice-new-task = it is a new one
choice-same-task = it is the same ({ $value })

doubt-in-force = The document bears no date: from which day is it in force? You may answer with a date such as { $year }-06-01.
choice-in-force-on = { $value }

doubt-other-district = Here it says “{ $named }”, and this installation is of “{ $district }”: is it the wrong file? Until somebody says that it is ours it cannot be put in force.
choice-not-ours = it is not ours: do not put it in force
choice-is-ours = it is ours: use it as it is
doubt-part-asks-group = These words ask “{ $group }”: besides those named in the cell, does every member hand in too?
doubt-subject-without-members = This speaks of “{ $group }”, whose members nobody has named; those named in the cell are asked.
doubt-subject-not-listed = This asks “{ $name }”, which the cell about who does not name; it has been asked as written here.

doubt-other-year-in-title = The title says { $named }, and the document is read as of { $year }; please check that this is the right file.
doubt-for-comment = The document says “{ $words }”; please replace it by the final version before activating the plan.

intake-year-unknown = “{ $title }” does not say which year it is of: add --year 2018, or in the chat write the year in the file's caption and send it again.
intake-nobody-named = No department was recognised anywhere in the document, so it was not taken in: name them in the column of departments and send it again.
intake-district-unknown = “{ $title }” does not say which district it is of: add --district with the district's full name.
intake-several-years = “{ $title }” names several years ({ $years }), so a date without a year could be of either; please say which year to read it as: --year on the command line, or the year in the caption of the file.

# Headings that govern the rows under them; $words are those in the heading.
doubt-heading-time = The heading says “{ $words }”. Does that hold for all rows under it that say no time themselves?
doubt-heading-body = The heading says “{ $words }”. Has that body a part in all rows under it?
doubt-heading-year = The heading speaks of { $words }. Are the dates under it that name no year of that year?
choice-heading-governs = Yes, as the heading says
choice-only-heading = No, it is only a heading
doubt-later-subject = Only a later clause speaks of “{ $names }”. Is this asked of the bodies in the cell, or of that one alone?
choice-by-cells = Of the bodies in the cell
choice-by-words = Of the one in the later clause alone
