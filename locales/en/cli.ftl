# The words of the terminal. Up to "end of help" there are no variables: help is read without Fluent.
cli-about = gongkai: reminds departments of what they must make public.
cli-usage = Usage:
cli-any-command = COMMAND …
cli-more = How to use one command: gongkai COMMAND --help. Exit codes: 0 done, 1 refused, 2 wrong usage.

# One line a command
cli-run = start: on Telegram with a token, as a rehearsal in the browser without
cli-preview = what the morning of a day would push; nothing is sent
cli-status = how one department stands
cli-due = which day is the n-th working day after a date
cli-plan-import = import a plan (Word, Excel, text, web page, or .toml) as a draft
cli-plan-show = list a plan row by row
cli-plan-questions = list the doubts about the text that the office should settle
cli-plan-diff = what a new plan changes in the one in force
cli-plan-activate = put a plan in force and write its obligations
cli-departments-import = import the list of departments (CSV or Excel): names, short names, groups, liaisons, successors
cli-departments-list = list the departments; “list” may be left out
cli-departments-invite = make an invitation for every department without a liaison
cli-departments-succeed = record that one department takes over from another, or from several
cli-event-add = register a meeting, a change of powers and the like; counted from the day it happened
cli-event-kinds = list the kinds of events that can be registered
cli-invite = make a one-time invitation code
cli-audit-verify = check that the log is whole
cli-doctor = check settings, database, calendar and unsent messages

# Options
cli-option-help = show the usage
cli-option-version = show the version
cli-option-traceback = before the command: show technical details when something unexpected happens
cli-option-day = which day, written 2018-09-27
cli-option-on = which day, written 2018-09-27; today when left out
cli-option-department = the department, by its name or an alias of the plan
cli-option-departments = a department concerned, as often as needed; must be exact
cli-option-json = write JSON for other programs
cli-option-name = the department, such as 区财政局
cli-option-start = the day to count from, not counted itself
cli-option-workdays = how many working days, at least 1
cli-option-file = the plan file
cli-option-district = the district's full name; not needed where there is only one, or the title says it
cli-option-year = the year; not needed where the title says it
cli-option-key = the plan's key; when left out the one in force or the newest
cli-option-kind = the kind of event, see gongkai event kinds
cli-option-when = the day it happened, with the time where hours count, such as "2018-09-21 14:30"
cli-option-listing = the list of departments, .csv or .xlsx
cli-option-names = the old bodies, one or several, and last the succeeding one
cli-option-title = its name, such as the 12th executive meeting
cli-option-role = office, or liaison (with --department)

# What an option takes
cli-value-day = DATE
cli-value-on = DATE
cli-value-department = NAME
cli-value-departments = NAME
cli-value-name = NAME
cli-value-start = DATE
cli-value-workdays = N
cli-value-file = FILE
cli-value-district = DISTRICT
cli-value-year = YEAR
cli-value-key = KEY
cli-value-kind = KIND
cli-value-when = DATE
cli-value-listing = FILE
cli-value-names = OLD… NEW
cli-value-title = TITLE
cli-value-role = office|liaison

# Wrong usage
cli-wrong-missingparameter = “{ $what }” is missing; please add it, see { $help }.
cli-wrong-nosuchoption = There is no option “{ $what }”; please check it, see { $help }.
cli-wrong-badoptionusage = “{ $what }” needs a value; please add it, see { $help }.
cli-wrong-badparameter = “{ $what }” has a wrong value; please check it, see { $help }.
cli-wrong-usageerror = The command is incomplete or misspelt; please check it, see { $help }.
# end of help

# Preview
cli-preview-day-off = { $day }, { $weekday }, is a day off: nothing is pushed.
cli-preview-nothing = There is nothing to push on this day.
cli-preview-to = ── to { $person }
cli-preview-nobody = ── no liaison, cannot be sent
cli-preview-sum = { $departments } departments, { $items } items; only a preview, nothing was sent.

# Plans
cli-plan-imported = Kept as a draft: { $title } ({ $code })
cli-plan-unchanged = The same as imported before, nothing changed: { $title } ({ $code })
cli-plan-summary = { $tasks } tasks · { $departments } departments · { $deliverables } deliverables: { $dated } dated, { $events } set off by events, { $ongoing } all year · { $questions } questions
cli-plan-next = Look at the doubts with gongkai plan questions, then put it in force with gongkai plan activate { $code }.
cli-plan-reading = reading
cli-plan-understanding = understanding rows
cli-plan-writing = writing the draft and the review workbook
cli-plan-review = The review workbook is { $file }: the document on the left, what was understood on the right; edit it and import it again.
cli-plan-head = { $title } ({ $code }) · { $status } · from { $day }
cli-plan-draft = draft
cli-plan-active = in force
cli-plan-superseded = superseded
cli-plan-row = { $row } (printed as { $printed }) · { $section }
cli-plan-part = { "  " }· { $title }: { $who }
cli-plan-when = { "    " }when: { $rule }
cli-plan-named-later = the departments named when the event is registered
cli-plan-activated = { $title } is in force: { $made } items made, { $kept } kept, { $dropped } dropped.
cli-plan-late = { $count } of them are overdue today and will be pushed as such on the first working morning; if this is an old plan, change its dates first.
cli-questions-head = { $title }: { $count } questions open
cli-questions-none = { $title }: no questions open.
cli-question = Question { $number } · { $where }
cli-question-quote = The text: “{ $quote }”
cli-choice = { "  " }- { $choice }
cli-choice-default = { "  " }- { $choice } (assumed)
plan-district-other = This installation is of { $district } and takes no plan of “{ $other }”; please check, or leave out --district.
cli-file-missing = There is no file { $file }; please check the path.
cli-file-folder = { $file } is a folder; please name a file in it.
plan-review-unwritable = The draft { $code } is kept, but its review workbook { $file } cannot be written into this folder; please make the folder writable and import the same file again, which writes the workbook.
cli-file-unreadable = { $file } cannot be read; please check its permissions.
plan-file-not-utf8 = { $file } is not UTF-8; please save it as UTF-8 and import it again.
plan-unknown = There is no plan with the key “{ $code }”; those imported are { $known }.
plan-no-draft = There is no draft to put in force; please import one with gongkai plan import, or name the key of a plan.

# Events and invitations
cli-event-kind = { $code }  { $name }
cli-event-kind-named = { $code }  { $name } (the departments must be named)
invite-office-alone = An invitation for the office takes no department; please leave out --department.
cli-the-office = the office

# The log
cli-audit-whole = The log is whole: { $lines } lines.
cli-audit-chain = Line { $line } of the log was changed, or one before it is missing; please secure the database file and compare it with a backup.
cli-audit-evidence = The evidence recorded in line { $line } of the log was changed; please secure the database file and compare it with a backup.
cli-audit-unrecorded = There is evidence that the log does not record; please secure the database file and compare it with a backup.

# Doctor
cli-doctor-good = good   { $words }
cli-doctor-note = note   { $words }
cli-doctor-fault = fault  { $words }
cli-doctor-settings = The settings can be used.
cli-doctor-token = TELEGRAM_BOT_TOKEN is set: gongkai run will use Telegram.
cli-doctor-no-token = TELEGRAM_BOT_TOKEN is not set: gongkai run will be a rehearsal in the browser.
cli-doctor-calendar = Holiday data { $version }: certain until { $day }, provisional after that.
cli-doctor-sqlite = SQLite { $version }: without the WAL-reset bug.
cli-doctor-sqlite-gate = SQLite { $version }: this version has the WAL-reset bug, which needs two connections writing at once; here every write first takes the same lock, so that never happens.
cli-doctor-disk = { $folder } can be written.
cli-doctor-disk-sick = { $folder } cannot be written ({ $why }); please check the disk's space and permissions.
cli-doctor-no-database = There is no database yet; importing a plan makes it.
cli-doctor-revision = The database's revision { $revision } is the newest.
cli-doctor-revision-old = The database's revision is { $revision } and should be { $newest }; the next start or import upgrades it.
cli-doctor-plan = The plan in force: { $title }.
cli-doctor-reminders = Every one of { $dated } dated items has its next reminder; { $undated } have no date and are shown only.
cli-doctor-forgotten = These items have a date and no next reminder, please report it: { $numbers }
cli-doctor-liaisons = Every department with something to do has a liaison.
cli-doctor-alone = { $count } departments have no liaison; please invite them with gongkai invite: { $departments }
cli-doctor-clock-fits = The machine's clock fits the log.
cli-doctor-clock = The log has a line of { $latest }, later than now: the machine's clock is slow, or was ahead.
cli-doctor-told-ahead = A round was held for { $day }, later than today: the machine's clock was ahead, or is behind now; please set it. If it was ahead, the mornings until then have their pushes all the same.
cli-doctor-outbox = No message is left unsent.
cli-doctor-outbox-left = Unfinished messages: { $states }
cli-outbox-queued = { $count } to be sent
cli-outbox-sending = { $count } being sent
cli-outbox-unknown = { $count } perhaps not delivered
cli-outbox-dead = { $count } undeliverable

cli-unexpected = Something unexpected happened ({ $kind }), and it was not done; please try again with --traceback before the command, and show what it prints to whoever maintains this.
