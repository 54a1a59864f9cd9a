# Dates
day = { $iso }
day-with-year = { $iso }
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
clock-time = { $day } { $time }
list-comma = { ", " }
list-semicolon = { "; " }

# Periods
period-quarter = { $which } quarter confirmation
period-half-1 = first half-year confirmation
period-half-2 = second half-year confirmation
period-month = confirmation for month { $month }
period-year = year { $year }
period-event = { $day } { $title }
ordinal-1 = first
ordinal-2 = second
ordinal-3 = third
ordinal-4 = fourth

# Deadlines
deadline-plain = by { $due }
deadline-made-up = by { $due } ({ $weekday }, a working day)
deadline-day-off = { $due } is a day off: act by { $actby }
deadline-day-off-made-up = { $due } is a day off: act by { $actby } ({ $weekday }, a working day)
deadline-hours = by { $due } { $time }
deadline-limit = { $deadline }; overdue after { $limit }
deadline-provisional = { $deadline } (provisional)
undated-none = all year, without a deadline
undated-unset = the open-government office has yet to set a deadline
undated-gate = a check before publishing, no reminders
undated-waiting = waiting
deadline-today = due today
deadline-left = { $deadline } · working days left: { $left }
deadline-passed = { $deadline } · the earliest deadline has passed
deadline-late = was due { $deadline } · { $late }
late = working days overdue: { $count }
late-now = overdue

# The morning digest
group-0 = Overdue
group-1 = Today
group-2 = Within 5 working days
group-3 = Ahead
digest-head = { $who } · { $weekday } { $day }
digest-counts = To publish: { $count } ({ $groups })
digest-group-count = { $group } { $count }
digest-holiday = Days off from { $from }: { $days }. Please finish what falls due in them before.
digest-item = #{ $number } { $title }
digest-line = { "    " }{ $line }
digest-whose = { $department } · { $line }
digest-foot = Reply “done #{ $number } link” to close an item, or answer this message directly.
digest-foot-period = If there is nothing to publish this period, reply “nothing to publish #{ $number }”.
digest-continued = { $who } · { $day } (part { $part })
digest-repeated = Possibly a repeat: it is not known whether the last reminder arrived.
answer-repeated = Possibly a repeat: it is not known whether the last answer arrived.
digest-outage = The bot was not running for a while. If a reply sent before { $day } got no receipt, please send it again.

# The office's morning digest
office-head = Office digest · { $weekday } { $day }
office-late = Overdue items: { $count }
office-late-row = { $department }: items { $count }, working days overdue at most { $late } ({ $numbers })
office-late-more = Further departments: { $count }, see “/status”.
office-late-none = Nothing is overdue.
office-closed = Closed since the last digest: { $count }
office-closed-row = #{ $number } { $department } · { $title }: { $links }
office-closed-more = Further items: { $count }.
office-nothing = nothing this period
office-gap = From { $begin } on, for about { $minutes } min, the messenger could not be reached; messages of that time came late.
office-gap-repeated = From { $begin } on, for about { $minutes } min, the messenger could not be reached; { $count } messages that may or may not have arrived were sent once more, marked “possibly a repeat”.
office-gaps-more = { $count } more interruptions.
office-undelivered = Not delivered: { $count }
office-undelivered-row = { $who }: { $why }
office-undelivered-more = Further messages: { $count }.
office-unreached = Departments with items due and no liaison: { $count } ({ $departments })
office-questions = Open questions: { $count }. Send “/questions” to answer them one by one.
trouble-dead = cannot be reached ({ $trouble })
trouble-late = not sent on its day, its items are in the next one
trouble-unknown = not known whether it arrived, even when sent once more

# Notices that cannot wait
notice-head = { $who }: new items
notice-for-office = { $department } has no liaison who can be reached, please pass this on
notice-moved = { $department }: the holidays have been published, these dates have changed
notice-foot = Reply “done #{ $number } link” to close an item.
