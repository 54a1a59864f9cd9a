# Faults in a plan file. $file the file, $row the row (a task's key, or departments[3] for the third
# department), $field the field. The row "plan" is the top of the file.

plan-fault-missing = { $file }, { $row }, { $field }: this is missing; please add it.
plan-fault-empty = { $file }, { $row }, { $field }: this is empty; please fill it in.
plan-fault-unknown-field = { $file }, { $row }, { $field }: there is no such field; please check the spelling or remove it.
plan-fault-not-text = { $file }, { $row }, { $field }: “{ $found }” should be text; please put it in quotes.
plan-fault-not-day = { $file }, { $row }, { $field }: “{ $found }” should be a date; please write it like 2018-12-31, without quotes.
plan-fault-not-number = { $file }, { $row }, { $field }: “{ $found }” should be a whole number; please write digits without quotes.
plan-fault-not-flag = { $file }, { $row }, { $field }: “{ $found }” should be true or false; please change it.
plan-fault-not-list = { $file }, { $row }, { $field }: “{ $found }” should be a list; please put it in square brackets.
plan-fault-not-table = { $file }, { $row }, { $field }: “{ $found }” should be a set of fields; please use braces or a section of its own.
plan-fault-unprintable = { $file }, { $row }, { $field }: “{ $found }” has line breaks or invisible characters; please type it again without them.
plan-fault-bad-key = { $file }, { $row }, { $field }: “{ $found }” cannot be a key; please use letters, digits, dots and hyphens, at most 40.
plan-fault-out-of-range = { $file }, { $row }, { $field }: “{ $found }” is outside { $low } to { $high }; please check it.
plan-fault-unordered = { $file }, { $row }, { $field }: “{ $found }” is out of order; please put the earliest first.
plan-fault-not-one-of = { $file }, { $row }, { $field }: “{ $found }” is not a choice; please use one of: { $allowed }.
plan-fault-duplicate = { $file }, { $row }, { $field }: “{ $found }” stands twice; please change one of them.
plan-fault-spelling-taken = { $file }, { $row }, { $field }: “{ $found }” already stands for “{ $other }”, and a spelling can mean one body only; please change one of them.
plan-fault-unknown-name = { $file }, { $row }, { $field }: no department or group is called “{ $found }”; please check the name or add it first.
plan-fault-unknown-event = { $file }, { $row }, { $field }: no event has the key “{ $found }”; please check it or add it first.
plan-fault-unknown-task = { $file }, { $row }, { $field }: no task has the key “{ $found }”; please check it.
plan-fault-nobody = { $file }, { $row }, { $field }: no department would be asked for this; please name one, or use an event for which departments are named when it is registered.
plan-fault-syntax = { $file }: line { $line }, character { $column } is not valid TOML; please check the quotes, brackets, commas and dates near it.
plan-fault-long-line = { $file }: line { $line } is longer than { $most } characters; please break it up.
plan-fault-too-deep = { $file }: too many brackets within brackets; please look for one that was not closed.
plan-fault-too-big = { $file }: larger than { $megabytes } MB; please check that this is the right file.
