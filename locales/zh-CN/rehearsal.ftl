# 演练：页面上的字，以及页面上办不成时的说法

rehearsal-title = 政务公开 · 演练
rehearsal-badge = 演练
rehearsal-hint = 这里没有真人，可以放心试：看推送，回复“已公开 #编号 网址”销号，再用上面的按钮把时间往后拨。
rehearsal-hint-close = 知道了
rehearsal-cast = 人员
rehearsal-cast-open = 换一个人
rehearsal-cast-close = 收起人员名单
rehearsal-search = 查找单位
rehearsal-none-found = 没有这样的单位，请换个词再找。
rehearsal-role-liaison = 联络员
rehearsal-role-office = 公开办
rehearsal-role-visitor = 未登记
rehearsal-unread = 条未读
rehearsal-clock = 演练时间
rehearsal-hour = +1 小时
rehearsal-day = +1 天
rehearsal-next-push = 下一次推送
rehearsal-date = 跳到哪一天
rehearsal-go = 跳到
rehearsal-moving = 正在推进时间，请稍候。
rehearsal-messages = 消息
rehearsal-empty = 还没有消息。按“下一次推送”，看当天早上收到什么。
rehearsal-bot = 机器人
rehearsal-you = 我
rehearsal-edited = 已更新
rehearsal-reply = 回复
rehearsal-replying = 回复：
rehearsal-reply-cancel = 不再回复这一条
rehearsal-gone = 原消息已不在
rehearsal-say = 要说的话
rehearsal-placeholder-liaison = 已公开 #编号 网址
rehearsal-placeholder-office = 状态 区财政局，或者发来文件
rehearsal-placeholder-visitor = 加入 邀请码
rehearsal-send = 发送
rehearsal-sending = 正在发送
rehearsal-new-below = 有新消息
rehearsal-offline = 与演练程序的连接断了，正在重新连接；如果一直连不上，请看程序是否还在运行。
rehearsal-failed = 没有办成，请稍后再试一次。

# 日期与时间
rehearsal-clock-face = { $year }年{ $day } { $time }
rehearsal-day-face = { $month }{ $day }日 { $weekday }
rehearsal-month-1 = 1月
rehearsal-month-2 = 2月
rehearsal-month-3 = 3月
rehearsal-month-4 = 4月
rehearsal-month-5 = 5月
rehearsal-month-6 = 6月
rehearsal-month-7 = 7月
rehearsal-month-8 = 8月
rehearsal-month-9 = 9月
rehearsal-month-10 = 10月
rehearsal-month-11 = 11月
rehearsal-month-12 = 12月
rehearsal-weekday-1 = 周一
rehearsal-weekday-2 = 周二
rehearsal-weekday-3 = 周三
rehearsal-weekday-4 = 周四
rehearsal-weekday-5 = 周五
rehearsal-weekday-6 = 周六
rehearsal-weekday-7 = 周日

# 办不成时
rehearsal-clock-too-far = 一次最多往后拨 { $days } 天，请分几次拨。
rehearsal-not-a-date = 看不懂这个日期，请写成 2018-09-29 这样。
rehearsal-unknown-person = 名单里没有这个人，请在人员名单里另选一位。
rehearsal-unknown-message = 这条消息已经不在，请刷新页面再试。
rehearsal-nothing-said = 还没有写内容，请写好再发送。
rehearsal-text-too-long = 一条消息最多 { $limit } 个字，请分成几条发。
rehearsal-body-too-large = 一次发送的内容太大，请分成几条发。
rehearsal-not-understood = 看不懂页面发来的内容，请刷新页面再试。
rehearsal-not-json = 只接受 JSON 内容，请从演练页面上操作。
rehearsal-not-kept = 这条没有存上，请再发送一次。
rehearsal-foreign-host = 请用演练程序启动时显示的网址打开本页。
rehearsal-foreign-page = 请求来自别的网页，请从演练页面上操作。
rehearsal-no-such-page = 没有这个页面，请回到演练首页。
rehearsal-fault = 程序出了问题，请把编号 { $reference } 告诉维护人员。

# 启动与人员
rehearsal-address = 演练页面：{ $address } （没有令牌，不会发给任何人；按 Ctrl+C 结束）
rehearsal-office = 公开办值班员
rehearsal-liaison = { $department }联络员
