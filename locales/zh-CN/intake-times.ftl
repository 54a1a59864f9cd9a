# 读时限时的疑问：原文的字句显示在旁边，这里只写怎么问、怎么答

doubt-unreadable-date = 这里的时间读不准，按哪种办？也可以直接回日期或周期，例如 { $year }-09-30、每月20日前。
doubt-like-above-time = 这里没有写时间，像是指另一行的时限，先空着；请选一项，也可以直接回日期或周期，例如 { $year }-09-30、每月20日前。
doubt-other-year = 这里写的不是本年度，是不是沿用了旧表？可以直接回日期，例如 { $year }-09-30。
doubt-dates-differ = 几处写的日期不一样，最早 { $first }，最晚 { $last }，以哪个为准？
doubt-several-dates = 这一处写了几个日期，是每个日期各办一次吗？
doubt-hidden-date = 具体要求和时限里都没有日期，只有重点内容里写了，按它办吗？可以直接回日期，例如 { $year }-09-30。
doubt-hidden-time = 只有重点内容里写了期限，按它办吗？
doubt-at-once-differs = 这里写的是马上办，同一件的另一处写了别的时间，按哪个办？也可以直接回日期或周期，例如 { $year }-09-30、每月20日前。
doubt-times-mixed = 这一件写着“{ $words }”，是几种不同的时间，按哪个算？
doubt-several-periods = 这一件里写了几个期限，按哪个算？
doubt-several-rhythms = 这一件里写了几种周期，按哪个确认？
doubt-no-start = 这个期限没有写清从哪天起算，怎么办？
doubt-awaits-superior = 这一件要等上级的文件或要求，现在怎么办？
doubt-is-gate = 这一条是公开前的审查要求，只作自查清单、不催办，对吗？
doubt-vague-time = 只写了这个词，没有日期，多久确认一次？也可以直接回周期或日期，例如 每月20日前、{ $year }-09-30。
doubt-all-year-rhythm = 没有写具体日期的各行，多久确认一次？也可以直接回周期或日期，例如 每月20日前、{ $year }-09-30。

doubt-rhythm-from = 这里写明从某时起才按周期办，开始以前的各期也会提醒，请核对。
doubt-time-beside = 同一件另写着“{ $words }”，已按它办；这里写的没有日期，不另提醒，请核对。
doubt-deadline-differs = 时限写的是全年，正文里有日期 { $date }，已按日期办，请核对。
doubt-deadline-unread = 时限这一格没有读懂，已按正文办，请核对。
doubt-typed-date-unread = 回复的“{ $typed }”不是看得懂的日期，仍按默认办，请改写成 { $year }-09-30 的样子。
doubt-typed-time-unread = 回复的“{ $typed }”不是看得懂的日期或周期，仍按默认办，请改写成 { $year }-09-30 或 每月20日前 的样子。

choice-as-read = 按读懂的“{ $value }”办
choice-all-kept = 都保留：按最早的提醒，过了最晚的才算逾期
choice-each = 各办一次，到一个日期提醒一次
choice-by = { $value } 前
choice-quarter = 每季度确认一次
choice-month = 每月确认一次
choice-half_year = 每半年确认一次
choice-ongoing = 不定日期，只列出，不催办
choice-requirement-holds = 以具体要求为准
choice-content-holds = 以重点内容为准
choice-deadline-holds = 以时限一格为准
choice-by-dates = 按日期
choice-by-period = 按期限，登记之后起算
choice-by-rhythm = 按周期确认
choice-period = { $value }
choice-rhythm = { $value }
choice-from-registration = 登记的那天起算
choice-as-dated = 不等，按写明的时间办
choice-await = 先等，登记之后再办
choice-gate = 对，只作自查清单
