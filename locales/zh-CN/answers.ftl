# 回执
receipt-head = 已销号 { $count } 件
receipt-item = #{ $number } { $title }
receipt-nothing = { "    " }本期无可公开内容
receipt-link = { "    " }{ $link }
undone = 已撤销 #{ $number } { $title }，重新计为待办。原佐证留痕，不删除。
card-closed = 已销号 { $line }

# 按钮
button-done = 已公开 #{ $number }
button-view = 查看 #{ $number }
button-undo = 撤销 #{ $number }
button-previous = 上一页
button-next = 下一页
button-confirm = 确认登记
button-cancel = 取消

# 没说清楚时的提问
ask-no-link = 请发送 { $numbers } 的网址，接着单独发链接即可。
ask-which-item = 说的是哪一件？请回复编号，如“#{ $example }”。
ask-which-link = 编号和链接对不上，请每件写一行，如“已公开 #{ $example } 网址”。
ask-bad-link = 这个网址不能作为佐证：{ $why }。请另发公开页面的网址。
ask-cut-link = 链接好像不完整：{ $link } 。请把完整的网址再发一次，单独发链接即可。
ask-bad-number = 编号看不懂，请写成“#41”这样的编号。
ask-too-long = 消息太长，内容已留存；请只发“已公开 #编号 网址”。
ask-hidden-marks = 消息里有看不见的控制字符，没有据此办理；请重新输入“已公开 #编号 网址”。
ask-is-it-done = { $numbers } 办完了吗？还没有销号：办完了请发“已公开 #{ $example } 网址”，或者直接回“是”；没办完请回“没有”。
left-open = { $numbers } 没有销号，仍在待办。公开后请发“已公开 #{ $example } 网址”。
ask-cancelled = 已取消，没有登记。
nothing-to-confirm = 没有等待确认的内容。
nothing-to-undo = 没有可以撤销的销号。

# 状态
status-head = { $who } · { $day } { $weekday }
status-counts = 办理中 { $open } · 逾期 { $overdue } · 临期 { $soon } · 待触发 { $waiting } · 已销号 { $closed }
status-guessed = 没有“{ $query }”，按“{ $name }”查询。
status-page = 第 { $page } / { $pages } 页
status-empty = 没有事项。
status-group-late = 逾期
status-group-soon = 临期
status-group-open = 办理中
status-group-undated = 全年持续
status-group-waiting = 待触发
status-group-closed = 已销号
status-group-other = 其他
status-row = { $department }：逾期 { $overdue } · 临期 { $soon } · 办理中 { $open } · 已销号 { $closed }
state-waiting = 待触发
state-open = 办理中
state-closed = 已销号
state-returned = 退回
state-exempt = 依法不公开
state-dropped = 不适用
state-overdue = 逾期

# 单件
item-head = #{ $number } { $title }
item-department = 责任单位：{ $department }
item-state = 状态：{ $state }
item-row = 出处：{ $row }
item-row-source = 出处：{ $row }（{ $source }）
item-words = 原文：{ $words }
item-doubt = 系统默认，待公开办确认：{ $ask }
item-more-doubts = 另有 { $count } 处系统默认，待公开办确认
item-place = 公开位置：{ $place }
item-next = 下次提醒：{ $day }
item-deadline = 期限：{ $deadline }
item-why = 日期依据：{ $why }
item-history = 留痕：
item-history-row = { $at } { $name }：{ $what }
said-published = 已公开 { $links }
said-nothing = 本期无可公开内容
said-withdrawn = 撤销销号

# 日期依据
why-date = 文件规定 { $printed }
why-dates = 文件中有几个时限（{ $printed }）：按最早的提醒，过了最晚的才算逾期
why-assumed = 文件没有写明日期，{ $printed }是系统默认
why-period = { $rhythm }确认，本期最后一天是 { $printed }
why-period-assumed = 文件没有写明日期，{ $rhythm }确认是系统默认，本期最后一天是 { $printed }
rhythm-month = 按月
rhythm-quarter = 按季度
rhythm-half_year = 按半年
rhythm-year = 按年
why-act-by = { $due }放假，提前到 { $actby }
why-workdays = { $anchor }起 { $amount } 个工作日（当天不算）：{ $due }
why-days = { $anchor }起 { $amount } 日（自然日，当天不算）：{ $due }
why-hours = { $anchor } 起 { $amount } 小时
why-rolled = { $from }放假，顺延到 { $due }
why-skipped = 跳过 { $days }
why-skipped-day = { $day }{ $reason }
why-more-days = ，另有 { $count } 天
why-made-up = 周末上班 { $days }
why-ongoing = 文件没有期限，只展示，不催办
why-gate = 发布前的审查要求，只展示，不催办
why-waiting = 等待触发：登记事项之后起算
why-no-date = 上级文件已经印发，期限待公开办确定
why-provisional = { $year }年放假安排尚未公布，日期暂定，公布后自动重算
why-calendar = 节假日数据 { $version }

# 放假原因
rest-saturday = 周六
rest-sunday = 周日
rest-new_year = 元旦
rest-spring_festival = 春节
rest-tomb_sweeping = 清明节
rest-labour_day = 劳动节
rest-dragon_boat = 端午节
rest-mid_autumn = 中秋节
rest-national_day = 国庆节
rest-victory_day = 抗战胜利纪念日
rest-substitute = 调休
rest-holiday = 节假日

# 期限计算
due-answer = { $from }后 { $count } 个工作日：{ $due } { $weekday }{ $mark }
due-provisional = （暂定）

# 登记事项
event-preview = { $kind } · { $day }{ $title }
event-preview-row = { $department }：{ $title }，{ $deadline }
event-preview-none = 这类事项目前不产生待办。
event-preview-foot = 确认后登记并起算。
event-registered = 已登记，产生 { $count } 件：
event-known = 这件事已经登记过，没有新增：
event-registered-row = #{ $number } { $department }：{ $title }，{ $deadline }

# 人员
invite-made = { $who }的邀请：{ $link }
    { $hours } 小时内有效，只能用一次。请转发给本人。
invite-made-code = { $who }的邀请码：{ $code }
    { $hours } 小时内有效，只能用一次。请本人发送“/join { $code }”。
joined-liaison = 已登记为{ $department }联络员。有事项到期时，每个工作日早上收到一条提醒，其余时间不打扰。
joined-office = 已登记为区政务公开办。每个工作日早上收到一份日报。
joined-now = 目前：
joined-nothing = 目前没有临近到期的事项。
left = 已退出，不再收到提醒。要恢复请向公开办索取邀请。
left-confirm = 退出后不再收到提醒，已有的记录保留。确认退出请回复“退出 确认”。

# 帮助
help-liaison = 每个工作日早上列出要公开的事项，办完回复一句即可：
    已公开 #41 https://网址
    本期无 #41（周期确认没有内容时）
help-office = 可以问、可以登记：
help-undo = 撤销 #41
help-status = 状态
help-status-office = 状态 · 状态 区财政局
help-item = 查看 41
help-event = 登记 类别 日期
help-event-office = 登记 类别 日期 单位（如：登记 会议 2018-09-27）
help-plan = 任务分工（看草稿、答问题、启用）；新的任务分工文件直接发来
help-invite = 邀请 区财政局 · 邀请 公开办
help-due = 2018-09-27 后 3 个工作日（问期限）
help-leave = 退出（不再收到提醒）
help-visitor = 这里提醒各单位按时做好政务公开。请向区政务公开办索取邀请码，然后发送“/join 邀请码”。
help-group = 群里只能查询：{ $commands }。办理请私聊机器人。
not-understood = 没看懂这句话，没有办理任何事项。报告完成请发“已公开 #编号 网址”，其他用法发“帮助”。
not-understood-office = 没看懂这句话，没有办理任何事项。看进度请发“状态”，看任务分工请发“任务分工”，其他用法发“帮助”。
heard = 好的。收到不算销号，公开以后请发“已公开 #编号 网址”。
dropped-question = 好，刚才的问题不用答了，没有办理任何事项。
command-status = 查看进度
command-item = 查看一件
command-event = 登记会议等事项
command-due = 计算期限
command-help = 怎么用
command-invite = 邀请联络员
command-plan = 任务分工和问题
command-leave = 退出
