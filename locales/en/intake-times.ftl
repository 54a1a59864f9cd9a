# Doubts about time: the words of the document are shown beside; here is only how to ask and what to answer

doubt-unreadable-date = The time here cannot be read for sure; which should hold? You may also type a date or a rhythm such as { $year }-09-30 or “每月20日前”.
doubt-like-above-time = This names no time and seems to mean that of another row; it is left open for now. Choose, or type a date or a rhythm such as { $year }-09-30 or “每月20日前”.
doubt-other-year = This is not the year of the plan; was it left over from an older table? You may also type a date such as { $year }-09-30.
doubt-dates-differ = The dates here differ, the earliest is { $first } and the latest { $last }; which should hold?
doubt-several-dates = Several dates stand here; is it due once by each of them?
doubt-hidden-date = Neither the requirement nor the deadline cell has a date, only the content has; should it hold? You may also type a date such as { $year }-09-30.
doubt-hidden-time = Only the content names a period; should it hold?
doubt-at-once-differs = This says at once, and another place of the same item has another time; which should hold? You may also type a date or a rhythm such as { $year }-09-30 or “每月20日前”.
doubt-times-mixed = “{ $words }” are different kinds of time for one item; which should count?
doubt-several-periods = Several periods stand here; which should count?
doubt-several-rhythms = Several rhythms stand here; which should count?
doubt-no-start = It is not clear from which day this period runs; what should be done?
doubt-awaits-superior = This waits for a document or a demand of a superior; what should be done now?
doubt-is-gate = This is a check before publishing; should it be a checklist only, without reminders?
doubt-vague-time = Only this word stands here, without a date; how often should it be confirmed? You may also type a rhythm or a date such as “每月20日前” or { $year }-09-30.
doubt-all-year-rhythm = How often should the rows without a date be confirmed? You may also type a rhythm or a date such as “每月20日前” or { $year }-09-30.

doubt-rhythm-from = This begins at some time of the year; the periods before that are reminded of, too; please check it.
doubt-time-beside = The same item also says “{ $words }” and goes by that; these words have no date and bring no reminder of their own, please check.
doubt-deadline-differs = The deadline cell says the whole year, the text has the date { $date }; the date was taken, please check it.
doubt-deadline-unread = The deadline cell was not understood and the text was followed; please check it.
doubt-typed-date-unread = “{ $typed }” is no readable date, so the default holds; please write it like { $year }-09-30.
doubt-typed-time-unread = “{ $typed }” is no readable date or rhythm, so the default holds; please write it like { $year }-09-30 or “每月20日前”.

choice-as-read = go by “{ $value }”, which is understood
choice-all-kept = keep them all: remind from the earliest, overdue after the latest
choice-each = once by each date
choice-by = by { $value }
choice-quarter = confirm every quarter
choice-month = confirm every month
choice-half_year = confirm every half-year
choice-ongoing = no date: listed only, no reminders
choice-requirement-holds = the requirement holds
choice-content-holds = the content holds
choice-deadline-holds = the deadline cell holds
choice-by-dates = by the date
choice-by-period = by the period, counted from a registration
choice-by-rhythm = by the rhythm
choice-period = { $value }
choice-rhythm = { $value }
choice-from-registration = from the day of the registration
choice-as-dated = do not wait: by the time that is written
choice-await = wait until it is registered
choice-gate = yes, a checklist only
