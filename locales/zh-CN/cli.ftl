# 终端上的字。从这里到“帮助到此为止”没有变量：帮助不经过 Fluent，直接读取。
cli-about = gongkai：政务公开任务到期提醒。
cli-usage = 用法：
cli-any-command = 命令 …
cli-more = 每条命令的用法：gongkai 命令 --help。退出码：0 办成，1 拒绝办理，2 用法不对。

# 每条命令一句
cli-run = 启动：有令牌用 Telegram，没有令牌用网页演练
cli-preview = 看某一天早上会推送什么，不发送
cli-status = 看一个单位的进度
cli-due = 算某日之后第几个工作日是哪一天
cli-plan-import = 导入任务分工：Word、Excel、文本、网页，或 .toml，存为草稿
cli-plan-show = 逐行列出任务分工
cli-plan-questions = 列出原文存疑、待公开办确认的问题
cli-plan-diff = 与启用中的相比，新的任务分工改了什么
cli-plan-activate = 启用任务分工，写入待办
cli-departments-import = 导入单位名录（CSV 或 Excel）：名称、简称、群体、联络员、承接单位
cli-departments-list = 列出单位名录；不写 list 也行
cli-departments-invite = 给还没有联络员的单位各生成一份邀请
cli-departments-succeed = 登记一个单位承接另一个（或几个）单位的职责
cli-event-add = 登记会议、权力变化等事项，从发生的日期起算
cli-event-kinds = 列出可以登记的事项类别
cli-invite = 生成一次性邀请码
cli-audit-verify = 核对留痕是否完整
cli-doctor = 检查设置、数据库、日历和待发消息

# 选项
cli-option-help = 显示用法
cli-option-version = 显示版本
cli-option-traceback = 写在命令之前：出意外时显示技术细节
cli-option-day = 哪一天，写成 2018-09-27
cli-option-on = 哪一天，写成 2018-09-27；不写就是今天
cli-option-department = 单位名称，写全称或任务分工里的别名
cli-option-departments = 涉及的单位，可以写几次；必须写准
cli-option-json = 输出 JSON，供其他程序使用
cli-option-name = 单位名称，如 区财政局
cli-option-start = 起算日，当天不算
cli-option-workdays = 几个工作日，至少 1
cli-option-file = 任务分工文件
cli-option-district = 县区全称；这里只有一个县区，或者标题里写明的，不用写
cli-option-year = 年度；标题里写明的不用写
cli-option-key = 任务分工的编号；不写就用启用中的或最新的
cli-option-kind = 事项类别，见 gongkai event kinds
cli-option-when = 发生日期，按小时计的再写时间，如 "2018-09-21 14:30"
cli-option-listing = 单位名录文件，.csv 或 .xlsx
cli-option-names = 原单位，可以写几个；最后写承接单位
cli-option-title = 名称，如 第 12 次常务会议
cli-option-role = office 公开办，liaison 联络员（要写 --department）

# 选项后面填什么
cli-value-day = 日期
cli-value-on = 日期
cli-value-department = 单位
cli-value-departments = 单位
cli-value-name = 单位
cli-value-start = 日期
cli-value-workdays = 天数
cli-value-file = 文件
cli-value-district = 县区
cli-value-year = 年度
cli-value-key = 编号
cli-value-kind = 类别
cli-value-when = 日期
cli-value-listing = 文件
cli-value-names = 原单位… 承接单位
cli-value-title = 名称
cli-value-role = office|liaison

# 用法不对
cli-wrong-missingparameter = 缺少“{ $what }”，请补上；用法见 { $help }。
cli-wrong-nosuchoption = 没有“{ $what }”这个选项，请核对；用法见 { $help }。
cli-wrong-badoptionusage = “{ $what }”后面要填内容，请补上；用法见 { $help }。
cli-wrong-badparameter = “{ $what }”填得不对，请核对；用法见 { $help }。
cli-wrong-usageerror = 命令不完整或者写错了，请核对；用法见 { $help }。
# 帮助到此为止

# 预览
cli-preview-day-off = { $day } { $weekday }不上班，不推送。
cli-preview-nothing = 这一天没有要推送的内容。
cli-preview-to = ── 发给 { $person }
cli-preview-nobody = ── 没有联络员，发不出去
cli-preview-sum = 共 { $departments } 个单位、{ $items } 件；只是预览，没有发送。

# 任务分工
cli-plan-imported = 已存为草稿：{ $title }（{ $code }）
cli-plan-unchanged = 和已导入的一样，没有改动：{ $title }（{ $code }）
cli-plan-summary = 任务 { $tasks } 行 · 单位 { $departments } 个 · 交付 { $deliverables } 项：有日期 { $dated }，事件触发 { $events }，全年持续 { $ongoing } · 待确认问题 { $questions } 个
cli-plan-next = 先用 gongkai plan questions 看存疑之处，再用 gongkai plan activate { $code } 启用。
cli-plan-reading = 读文件
cli-plan-understanding = 逐行理解
cli-plan-writing = 写草稿和核对表
cli-plan-review = 核对表写在 { $file }：左边是原文，右边是系统的理解，改好再导入一次。
cli-plan-head = { $title }（{ $code }）· { $status } · { $day } 起执行
cli-plan-draft = 草稿
cli-plan-active = 启用中
cli-plan-superseded = 已被替代
cli-plan-row = { $row }（印号 { $printed }）· { $section }
cli-plan-part = { "  " }· { $title }：{ $who }
cli-plan-when = { "    " }时限：{ $rule }
cli-plan-named-later = 登记事项时指定单位
cli-plan-activated = 已启用 { $title }：新增 { $made } 件，保留 { $kept } 件，取消 { $dropped } 件（每个单位、每一期各算一件）。
cli-plan-late = 其中 { $count } 件按今天算已经逾期，启用后的第一个工作日早上就会按逾期提醒；如果这是往年的任务分工，请先改好日期。
cli-questions-head = { $title }：待确认问题 { $count } 个
cli-questions-none = { $title }：没有待确认的问题。
cli-question = 第 { $number } 问 · { $where }
cli-question-quote = 原文：“{ $quote }”
cli-choice = { "  " }- { $choice }
cli-choice-default = { "  " }- { $choice }（系统默认）
plan-district-other = 这里是{ $district }，不能导入“{ $other }”的任务分工，请核对，或去掉 --district。
cli-file-missing = 没有找到文件 { $file }，请核对路径。
cli-file-folder = { $file } 是文件夹，请写明其中的文件。
plan-review-unwritable = 草稿 { $code } 已经存好，但核对表 { $file } 写不进当前文件夹；请让这个文件夹可以写，再导入一次同一个文件，核对表就会写出来。
cli-file-unreadable = { $file } 读不了，请核对文件权限。
plan-file-not-utf8 = { $file } 不是 UTF-8 编码，请另存为 UTF-8 后再导入。
plan-unknown = 没有编号为“{ $code }”的任务分工，已导入的有：{ $known }。
plan-no-draft = 没有待启用的草稿，请先用 gongkai plan import 导入，或写明编号重新启用。

# 事项与邀请
cli-event-kind = { $code }  { $name }
cli-event-kind-named = { $code }  { $name }（登记时要写明单位）
invite-office-alone = 邀请公开办不用写单位，请去掉 --department。
cli-the-office = 公开办

# 留痕
cli-audit-whole = 留痕完整，共 { $lines } 条。
cli-audit-chain = 留痕第 { $line } 条被改动过或前面缺了，请保全数据库文件并与备份核对。
cli-audit-evidence = 留痕第 { $line } 条记录的佐证被改动过，请保全数据库文件并与备份核对。
cli-audit-unrecorded = 有佐证没有留痕，请保全数据库文件并与备份核对。

# 检查
cli-doctor-good = 正常  { $words }
cli-doctor-note = 注意  { $words }
cli-doctor-fault = 有误  { $words }
cli-doctor-settings = 设置可用。
cli-doctor-token = 已设置 TELEGRAM_BOT_TOKEN，启动后使用 Telegram。
cli-doctor-no-token = 没有设置 TELEGRAM_BOT_TOKEN，启动后是网页演练。
cli-doctor-calendar = 节假日数据 { $version }：{ $day } 之前是确定的，之后的日期暂定。
cli-doctor-sqlite = SQLite { $version }：没有 WAL 重置缺陷。
cli-doctor-sqlite-gate = SQLite { $version }：这个版本有 WAL 重置缺陷，要两个连接同时写入才会触发；这里的每次写入都先取得同一把锁，不会同时发生。
cli-doctor-disk = { $folder } 可以写入。
cli-doctor-disk-sick = { $folder } 写不进去（{ $why }），请检查磁盘空间和权限。
cli-doctor-no-database = 还没有数据库，导入任务分工时自动建立。
cli-doctor-revision = 数据库结构 { $revision }，是最新的。
cli-doctor-revision-old = 数据库结构是 { $revision }，应为 { $newest }，下次启动或导入时自动升级。
cli-doctor-plan = 启用中的任务分工：{ $title }。
cli-doctor-reminders = 待办 { $dated } 件都有下次提醒，另有 { $undated } 件没有期限，只展示不催办。
cli-doctor-forgotten = 这些事项有期限却没有下次提醒，请报告：{ $numbers }
cli-doctor-liaisons = 有事项的单位都有联络员。
cli-doctor-alone = 没有联络员的单位 { $count } 个，请用 gongkai invite 邀请：{ $departments }
cli-doctor-clock-fits = 机器时钟与留痕相符。
cli-doctor-clock = 留痕里有 { $latest } 的记录，比现在还晚：机器时钟现在慢了，或者快过。
cli-doctor-told-ahead = 推送记到了 { $day }，比今天还晚：机器时钟快过，或者现在慢了，请对时。快过的，那以前的推送照常进行。
cli-doctor-outbox = 没有未发出的消息。
cli-doctor-outbox-left = 未了结的消息：{ $states }
cli-outbox-queued = 待发 { $count } 条
cli-outbox-sending = 正在发 { $count } 条
cli-outbox-unknown = 不知是否送达 { $count } 条
cli-outbox-dead = 送不到 { $count } 条

cli-unexpected = 出了意外（{ $kind }），没有办成；请在命令前加 --traceback 再试一次，把显示的内容告诉维护人员。
