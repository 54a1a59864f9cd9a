# What is doubtful in the cells about who. $first, $second: two spellings; $default: whether they are one or two until it is
# answered; $group: a group; $name: a name that was typed; $inside: the words in brackets; $parent: the body above.

doubt-no-separator = Nothing stands between these names; please say how many bodies there are.
choice-cut-apart = Several bodies: { $value }
choice-one-name = One body: { $value }
doubt-not-a-body = It is not clear which body this is, and nobody is asked yet; choose, or type the names of bodies, separated by commas.
choice-keep-as-body = It is a body, keep it under this name
choice-keep-as-group = It stands for several bodies, ask for their names next
choice-leave-out = It is not a body, leave it out
doubt-like-above = This names nobody and seems to mean the bodies of another row; nobody is asked yet. Choose, or type the names of bodies, separated by commas. It holds wherever the same words point to the same.
choice-same-as = same as that row: { $value }
doubt-open-list = The list ends with "and others", only those named are counted; please type any others with commas between them.
choice-only-named = Only those named
doubt-role-reach = It is not clear how far back this role reaches over the comma; please say whom it means.
choice-role-for-all = All of them: { $value }
choice-role-for-last = Only: { $value }
doubt-in-brackets = Another body stands in brackets; please say whether it is asked as well.
choice-only-noted = It is a note, nothing more is asked
choice-also-asked = It is asked as well: { $value }
doubt-which-level = The name does not say which level the body belongs to; please choose.
choice-of-place = { $value }
doubt-same-body =
    { $default ->
        [one] "{ $second }" and "{ $first }" differ only in their ending and are kept as one body for now; please say whether they are.
       *[two] "{ $second }" and "{ $first }" differ only in their ending and are kept as two bodies for now; please say whether they are one.
    }
doubt-merged-body = The work of "{ $second }" may have passed to "{ $first }"; please say whether they are one body.
doubt-misprint-body =
    { $default ->
        [one] "{ $second }" looks like a misprint of "{ $first }" and is kept as the same body for now; please say whether it is.
       *[two] "{ $second }" and "{ $first }" differ by a letter and are kept as two bodies for now; if one of them is a misprint, please choose one body.
    }
doubt-misprint-name = This name may have a misprint; please say how to read it.
choice-read-as = Read it as "{ $value }"
choice-as-printed = It is "{ $value }"
doubt-short-name = "{ $second }" and "{ $first }" may be two spellings of one body; please say whether they are.
choice-one-body = One body
choice-two-bodies = Two bodies
doubt-group-members =
    { $names ->
        [none] The document does not say who "{ $group }" are; please type their names with commas between them, until then nobody is asked.
       *[other] The document does not say who "{ $group }" are; please choose, or type their names with commas between them. Departments named in it: { $names }.
    }
choice-nobody-yet = Nobody for now, until there is a list
choice-all-named = These departments named in the document
doubt-words-unread = These words among the bodies were not understood; please see whether they matter.
doubt-words-in-brackets = "{ $inside }" in brackets is kept as a note; please see whether it matters.
doubt-similar-bodies = "{ $second }" and "{ $first }" have similar names and are kept as two bodies; please see whether that is right.
doubt-named-twice = "{ $first }" and "{ $second }" stand in one cell and are kept as one body; please see whether that is right.
doubt-look-alike = This name has a character that looks like another and was read as "{ $read }"; please see whether that is right.
doubt-part-of-body = This looks like a part of "{ $parent }" and is kept as a body of its own; please see whether that is right.
doubt-bold-lead = A note says that bold or coloured names lead, but type cannot be read; please write the role into the cells.
doubt-typed-unknown = There is no body called "{ $name }"; please answer again with a name from the list.
