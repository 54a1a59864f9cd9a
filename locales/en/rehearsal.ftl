# Rehearsal: the words on the page, and what it says when something cannot be done

rehearsal-title = Open government · rehearsal
rehearsal-badge = Rehearsal
rehearsal-hint = Nobody real is here, so try anything: read the push, reply “已公开 #number link” to close an item, then move the time on with the buttons above.
rehearsal-hint-close = Got it
rehearsal-cast = People
rehearsal-cast-open = Choose another person
rehearsal-cast-close = Close the list of people
rehearsal-search = Find a department
rehearsal-none-found = No such department, please try another word.
rehearsal-role-liaison = Liaisons
rehearsal-role-office = Office
rehearsal-role-visitor = Not enrolled
rehearsal-unread = unread
rehearsal-clock = Rehearsal time
rehearsal-hour = +1 hour
rehearsal-day = +1 day
rehearsal-next-push = Next push
rehearsal-date = Go to which day
rehearsal-go = Go
rehearsal-moving = Moving the time on, please wait.
rehearsal-messages = Messages
rehearsal-empty = No messages yet. Press “Next push” to see what arrives in the morning.
rehearsal-bot = Bot
rehearsal-you = Me
rehearsal-edited = updated
rehearsal-reply = Reply
rehearsal-replying = Replying to:
rehearsal-reply-cancel = Do not reply to this one
rehearsal-gone = The message is no longer there
rehearsal-say = Your words
rehearsal-placeholder-liaison = 已公开 #number link
rehearsal-placeholder-office = /status department, or send a file
rehearsal-placeholder-visitor = /join CODE
rehearsal-send = Send
rehearsal-sending = Sending
rehearsal-new-below = New message
rehearsal-offline = The connection is lost and being restored; if this stays, please check that the program is still running.
rehearsal-failed = That did not work, please try again in a moment.

# Dates and times
rehearsal-clock-face = { $day } { $year }, { $time }
rehearsal-day-face = { $weekday } { $day } { $month }
rehearsal-month-1 = January
rehearsal-month-2 = February
rehearsal-month-3 = March
rehearsal-month-4 = April
rehearsal-month-5 = May
rehearsal-month-6 = June
rehearsal-month-7 = July
rehearsal-month-8 = August
rehearsal-month-9 = September
rehearsal-month-10 = October
rehearsal-month-11 = November
rehearsal-month-12 = December
rehearsal-weekday-1 = Mon
rehearsal-weekday-2 = Tue
rehearsal-weekday-3 = Wed
rehearsal-weekday-4 = Thu
rehearsal-weekday-5 = Fri
rehearsal-weekday-6 = Sat
rehearsal-weekday-7 = Sun

# What cannot be done
rehearsal-clock-too-far = One move covers at most { $days } days, please take several.
rehearsal-not-a-date = This is not a date we can read, please write it like 2018-09-29.
rehearsal-unknown-person = Nobody of that name is in the cast, please choose someone from the list.
rehearsal-unknown-message = This message is no longer there, please reload the page and try again.
rehearsal-nothing-said = There is nothing written yet, please write something and send it.
rehearsal-text-too-long = A message holds at most { $limit } characters, please send it in parts.
rehearsal-body-too-large = This is too much for one go, please send it in parts.
rehearsal-not-understood = The page sent something we cannot read, please reload it and try again.
rehearsal-not-json = Only JSON is taken here, please use the rehearsal page.
rehearsal-not-kept = This was not saved, please send it again.
rehearsal-foreign-host = Please open this page at the address that the program showed when it started.
rehearsal-foreign-page = This came from another web page, please use the rehearsal page.
rehearsal-no-such-page = There is no such page, please go back to the start of the rehearsal.
rehearsal-fault = Something went wrong, please tell the maintainer the reference { $reference }.

# starting, and the cast
rehearsal-address = Rehearsal page: { $address } (no token, so nobody is written to; Ctrl+C ends it)
rehearsal-office = Open-government office, on duty
rehearsal-liaison = { $department } liaison
