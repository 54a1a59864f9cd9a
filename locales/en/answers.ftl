# Receipts
receipt-head = Closed: { $count }
receipt-item = #{ $number } { $title }
receipt-nothing = { "    " }nothing to publish this period
receipt-link = { "    " }{ $link }
undone = Taken back: #{ $number } { $title }. It is open again, and the earlier evidence stays on record.
card-closed = Closed { $line }

# Buttons
button-done = Done #{ $number }
button-view = View #{ $number }
button-undo = Undo #{ $number }
button-previous = Previous
button-next = Next
button-confirm = Register
button-cancel = Cancel

# Questions back
ask-no-link = Please send the link for { $numbers }; the link alone is enough.
ask-which-item = Which item is it? Please reply with its number, such as “#{ $example }”.
ask-which-link = It is not clear which link belongs to which item; please write one line an item, such as “done #{ $example } link”.
ask-bad-link = This link cannot serve as evidence: { $why }. Please send the link of the public page.
ask-cut-link = The link does not seem to be complete: { $link } . Please send the whole link again; the link alone is enough.
ask-bad-number = The number cannot be read; please write it like “#41”.
ask-too-long = The message is too long; it has been kept. Please send only “done #number link”.
ask-hidden-marks = The message holds invisible control characters, so nothing was done; please type “done #number link” again.
ask-is-it-done = Is { $numbers } done? Nothing was closed: if it is, send “done #{ $example } link”, or just answer “yes”; if it is not, answer “no”.
left-open = { $numbers } was not closed and stays on the list. Once it is public, please send “done #{ $example } link”.
ask-cancelled = Cancelled, nothing was registered.
nothing-to-confirm = Nothing is waiting to be confirmed.
nothing-to-undo = There is no closure to take back.

# Status
status-head = { $who } · { $weekday } { $day }
status-counts = Open { $open } · overdue { $overdue } · due soon { $soon } · waiting { $waiting } · closed { $closed }
status-guessed = There is no “{ $query }”; this is “{ $name }”.
status-page = Page { $page } of { $pages }
status-empty = No items.
status-group-late = Overdue
status-group-soon = Due soon
status-group-open = Open
status-group-undated = All year
status-group-waiting = Waiting
status-group-closed = Closed
status-group-other = Other
status-row = { $department }: overdue { $overdue } · due soon { $soon } · open { $open } · closed { $closed }
state-waiting = waiting
state-open = open
state-closed = closed
state-returned = returned
state-exempt = exempt by law
state-dropped = not applicable
state-overdue = overdue

# One item
item-head = #{ $number } { $title }
item-department = Department: { $department }
item-state = State: { $state }
item-row = Source: { $row }
item-row-source = Source: { $row } ({ $source })
item-words = The document says: { $words }
item-doubt = By default, until the office decides: { $ask }
item-more-doubts = { $count } more defaults, until the office decides
item-place = To be published at: { $place }
item-next = Next reminder: { $day }
item-deadline = Deadline: { $deadline }
item-why = Why this date: { $why }
item-history = History:
item-history-row = { $at } { $name }: { $what }
said-published = published { $links }
said-nothing = nothing to publish this period
said-withdrawn = closure taken back

# Why a date is what it is
why-date = the plan says { $printed }
why-dates = the plan gives several dates ({ $printed }): reminders follow the earliest, overdue starts after the latest
why-assumed = the plan gives no date, { $printed } is the system's default
why-period = it is confirmed { $rhythm }; this one ends on { $printed }
why-period-assumed = the plan names no date, confirming { $rhythm } is the system's default; this one ends on { $printed }
rhythm-month = every month
rhythm-quarter = every quarter
rhythm-half_year = every half-year
rhythm-year = every year
why-act-by = { $due } is a day off, so act by { $actby }
why-workdays = working days from { $anchor } (not counted itself): { $amount }, which is { $due }
why-days = calendar days from { $anchor } (not counted itself): { $amount }, which is { $due }
why-hours = hours from { $anchor }: { $amount }
why-rolled = { $from } is a day off, so it moves on to { $due }
why-skipped = days off passed over: { $days }
why-skipped-day = { $day } ({ $reason })
why-more-days = { ", " }and more: { $count }
why-made-up = weekend days worked: { $days }
why-ongoing = the plan gives no deadline; it is shown, without reminders
why-gate = a check before publishing; it is shown, without reminders
why-waiting = waiting: it counts from the day an event is registered
why-no-date = the superior's document is out, and the open-government office has yet to set a deadline
why-provisional = the holidays of { $year } are not published yet; the date is provisional and will be computed again
why-calendar = holiday data { $version }

# Why a day is off
rest-saturday = Saturday
rest-sunday = Sunday
rest-new_year = New Year's Day
rest-spring_festival = Spring Festival
rest-tomb_sweeping = Tomb-sweeping Day
rest-labour_day = Labour Day
rest-dragon_boat = Dragon Boat Festival
rest-mid_autumn = Mid-autumn Festival
rest-national_day = National Day
rest-victory_day = Victory Day
rest-substitute = day off in lieu
rest-holiday = public holiday

# Counting working days
due-answer = Working days after { $from }: { $count }, which is { $due } { $weekday }{ $mark }
due-provisional = { " (provisional)" }

# Registering events
event-preview = { $kind } · { $day }{ $title }
event-preview-row = { $department }: { $title }, { $deadline }
event-preview-none = An event of this kind brings about no items at present.
event-preview-foot = Once confirmed it is registered and the deadlines run.
event-registered = Registered, new items: { $count }
event-known = This was registered before, nothing new was made:
event-registered-row = #{ $number } { $department }: { $title }, { $deadline }

# People
invite-made = Invitation for { $who }: { $link }
    Valid for { $hours } hours, once only. Please pass it on to the person.
invite-made-code = Invitation code for { $who }: { $code }
    Valid for { $hours } hours, once only. The person sends “/join { $code }”.
joined-liaison = You are enrolled as liaison of { $department }. When items come due you get one reminder each working morning, and nothing else.
joined-office = You are enrolled for the open-government office. You get one digest each working morning.
joined-now = At present:
joined-nothing = Nothing is due at present.
left = You have left and get no more reminders. To come back, ask the open-government office for an invitation.
left-confirm = After leaving you get no more reminders; what is on record stays. To leave, please reply “/leave confirm”.

# Help
help-liaison = Each working morning lists what has to be made public. When it is done, one reply is enough:
    done #41 https://link
    nothing to publish #41 (for a confirmation of a period)
help-office = You can ask and register:
help-undo = undo #41
help-status = /status
help-status-office = /status · /status 区财政局
help-item = /item 41
help-event = /event KIND DATE
help-event-office = /event KIND DATE DEPARTMENT (such as: /event 会议 2018-09-27)
help-plan = /plan (drafts, questions, putting in force); send a new plan's document as it is
help-invite = /invite 区财政局 · /invite office
help-due = /due 2018-09-27 3 (which day is that many working days later)
help-leave = /leave
help-visitor = This bot reminds departments of what they must make public. Please ask the open-government office for an invitation code, then send “/join CODE”.
help-group = A group can only ask: { $commands }. For everything else please write to the bot in private.
not-understood = This was not understood and nothing was done. To report an item send “done #number link”; for everything else send “/help”.
not-understood-office = This was not understood and nothing was done. For the state of things send “/status”, for the plan “/plan”, for everything else “/help”.
heard = Thank you. That closes nothing yet: once it is public, send “done #number link”.
dropped-question = All right, the question is dropped; nothing was done.
command-status = See the state of things
command-item = See one item
command-event = Register an event
command-due = Count working days
command-help = How to use this
command-invite = Invite a liaison
command-plan = The plan, its questions
command-leave = Leave
