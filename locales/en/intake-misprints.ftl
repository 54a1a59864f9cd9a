# Where a careful reader stops: nothing to answer, only to compare with the original.
doubt-count-differs = The text says { $said } things and lists { $named }; please compare with the original whether one is missing or miscounted.
doubt-slip = This looks like a wrong or a missing character; please compare with the original.
doubt-only-in-content = Only the cell of key content says this, the requirement does not; please see whether it is to be done: { $clauses }.
doubt-fewer-items = The key content has { $listed } items and the requirement only { $asked }; please see whether the others are to be assigned.
doubt-towns-in-words = The text also asks “{ $towns }”, whom the cell of responsible bodies does not name; please see whether they are to be assigned too.
doubt-year-report = An annual report is made and published in the next year, which the time limit of this row does not cover; please see whether to make it an item of its own.

# Words beside tables and lists.
doubt-imprint = This line looks like the imprint of a page or a document; does it name who is responsible for the task?
choice-as-imprint = an imprint, only keep the words
choice-as-field = it names who is responsible
doubt-line-aside = This line speaks of bodies or time and was not counted to the item above; please check.
doubt-bracket-open = A bracket of this item has no partner; please check whether a body or a time in it was missed.
doubt-deadline-partly = “{ $rest }” in the cell of the deadline was not read; please check.
