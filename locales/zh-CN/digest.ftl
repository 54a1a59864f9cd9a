# 日期
day = { $month }月{ $day }日
day-with-year = { $year }年{ $month }月{ $day }日
weekday-0 = 周一
weekday-1 = 周二
weekday-2 = 周三
weekday-3 = 周四
weekday-4 = 周五
weekday-5 = 周六
weekday-6 = 周日
clock-time = { $day } { $time }
list-comma = 、
list-semicolon = ；

# 周期
period-quarter = 第{ $which }季度确认
period-half-1 = 上半年确认
period-half-2 = 下半年确认
period-month = { $month }月确认
period-year = { $year }年度
period-event = { $day } { $title }
ordinal-1 = 一
ordinal-2 = 二
ordinal-3 = 三
ordinal-4 = 四

# 期限
deadline-plain = { $due }前
deadline-made-up = { $due }前（{ $weekday }上班）
deadline-day-off = { $due }放假，请于 { $actby }前办
deadline-day-off-made-up = { $due }放假，请于 { $actby }（{ $weekday }上班）前办
deadline-hours = { $due } { $time } 前
deadline-limit = { $deadline }；最迟 { $limit }，之后计逾期
deadline-provisional = { $deadline }（暂定）
undated-none = 全年持续，不设期限
undated-unset = 期限待公开办确定
undated-gate = 发布前审查，不催办
undated-waiting = 待触发
deadline-today = 今天截止
deadline-left = { $deadline } · 还有 { $left } 个工作日
deadline-passed = { $deadline } · 已过最早时限
deadline-late = 应于 { $deadline } · { $late }
late = 已逾期 { $count } 个工作日
late-now = 已逾期

# 每日提醒
group-0 = 逾期
group-1 = 今天
group-2 = 5个工作日内
group-3 = 预告
digest-head = { $who } · { $day } { $weekday }
digest-counts = 待公开 { $count } 件：{ $groups }
digest-group-count = { $group } { $count }
digest-holiday = { $from }起放假 { $days } 天，期间到期的事项请在放假前办好。
digest-item = #{ $number } { $title }
digest-line = { "    " }{ $line }
digest-whose = { $department } · { $line }
digest-foot = 回复“已公开 #{ $number } 网址”即可销号；直接回复本条消息也行。
digest-foot-period = 本期没有可公开内容的，回复“本期无 #{ $number }”。
digest-continued = { $who } · { $day }（续 { $part }）
digest-repeated = 可能重复：上一条提醒不知是否送达。
answer-repeated = 可能重复：上一条回复不知是否送达。
digest-outage = 机器人停过一段时间，{ $day }以前发来的回复如果没有收到回执，请再发一次。

# 公开办日报
office-head = 公开办日报 · { $day } { $weekday }
office-late = 逾期 { $count } 件
office-late-row = { $department }：{ $count } 件，最久 { $late } 个工作日（{ $numbers }）
office-late-more = 另有 { $count } 个单位，见“状态”。
office-late-none = 没有逾期事项。
office-closed = 上次日报以来销号 { $count } 件
office-closed-row = #{ $number } { $department } · { $title }：{ $links }
office-closed-more = 另有 { $count } 件。
office-nothing = 本期无
office-gap = { $begin } 起约 { $minutes } 分钟连不上消息服务，这段时间的消息晚到。
office-gap-repeated = { $begin } 起约 { $minutes } 分钟连不上消息服务，{ $count } 条不知是否送达，已标“可能重复”再发一次。
office-gaps-more = 另有 { $count } 次中断。
office-undelivered = 未能送达 { $count } 条
office-undelivered-row = { $who }：{ $why }
office-undelivered-more = 另有 { $count } 条。
office-unreached = 有到期事项而没有联络员的单位 { $count } 个：{ $departments }
office-questions = 待确认问题 { $count } 个，发“问题”可以一个一个地答。
trouble-dead = 对方收不到（{ $trouble }）
trouble-late = 当天没有发出，内容并入下一次
trouble-unknown = 再发一次后仍不知是否送达

# 即时提醒
notice-head = { $who }：新任务
notice-for-office = { $department }没有能收到消息的联络员，请转告
notice-moved = { $department }：放假安排已公布，下列日期有变
notice-foot = 回复“已公开 #{ $number } 网址”即可销号。
