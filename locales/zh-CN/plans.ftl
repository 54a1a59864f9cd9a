# 任务分工在聊天里：收文件、回答问题、看变化、启用

plan-head-draft = 《{ $title }》· 草稿 { $code }
plan-head-active = 《{ $title }》· 启用中 { $code }
plan-head-superseded = 《{ $title }》· 已被替代 { $code }
plan-counts = { $tasks } 行，{ $departments } 个部门，{ $deliverables } 件：有日期 { $dated } · 随事件 { $events } · 其他 { $ongoing }
plan-open = 有 { $count } 个问题请公开办定；没有答的先按默认办，标明“系统默认”
plan-remarks = 另有 { $count } 处提示，见核对表
plan-foot-draft = 还没有启用。可以在这里一问一问地答，也可以在核对表里改好再发回来。
plan-foot-active = 正在执行。要换新版，把新的文件发到这里。
plan-foot-superseded = 留着备查。
plan-known = 和已经收到的一样，没有重复建：
plan-review-name = 核对表-{ $code }.xlsx
plan-review-caption = 核对表：左边是原文，右边是系统的理解。改好存盘，发回这里即可。

button-plan-ask = 回答问题（{ $count }）
button-plan-differences = 看变化
button-plan-activate = 启用
button-plan-review = 核对表
button-question-skip = 先按默认，下一问
button-question-stop = 以后再答
button-plan-confirm = 确认启用
button-plan-cancel = 先不启用

question-head = 第 { $number } 问，共 { $total } 问，还有 { $left } 问没有答
question-where = { $row } · { $place }
question-quote = 原文：“{ $quote }”
question-choice = { $number }. { $choice }
question-choice-default = { $number }. { $choice }（系统默认）
question-noted = 记下了：{ $answer }
question-noted-instead = 记下了：{ $answer }（原来答的是：{ $before }）
question-noted-revision = 。正在执行的不动，改在草稿 { $code } 里，答完请启用
question-noted-by-hand = 。这份任务分工是直接写成的，答复只作记录，日期和部门要改请改文件再导入
question-stopped = 先到这里，还有 { $count } 问没有答。发 /plan 接着答。
questions-done = 都答完了。可以看看会变什么，然后启用。
questions-skipped = 到底了，还有 { $count } 问没有答，先按系统默认。可以启用，以后发 /plan 接着答。
question-gone = 这个问题已经不在了，发 /plan 看现在的。
question-typed-unknown = 没有认出“{ $words }”，没有记下；请回上面的编号，或者照问题里说的写（单位写文件里的名称，用顿号隔开；日期写成 2018-09-30）。
question-number = 没有这个编号的答复，没有记下；请按按钮，或者回上面的编号。
question-waiting = 没看懂这句话。刚才的问题还在等答复：请按按钮，或者回答复的编号；先不答请发“算了”。
question-against-edits = 没有记下：这样答，核对表里改过的 { $count } 处就没有着落了，请在核对表里一起改好再发回来。
review-other-district = 这份核对表是{ $named }的，这里是{ $district }，没有收；请核对是不是发错了文件。

activate-head = 启用《{ $title }》（{ $code }）后：
activate-first = 这是 { $year } 年的第一份，会建 { $deliverables } 件交付要求的待办。
activate-open = 还有 { $count } 问没有答，先按系统默认办。
activate-cancelled = 没有启用，草稿还在。
activate-done = 《{ $title }》已启用：新增 { $made } 件，沿用 { $kept } 件，不再要 { $dropped } 件。
activate-told = 变化已经通知 { $people } 位联络员。
activate-alone = 还没有联络员的单位 { $count } 个：{ $departments }。请发“邀请 { $example }”这样的话邀请。
plan-not-a-draft = { $code } 已经启用或已被替代，不再改；发 /plan 看现在的。
plan-gone = 没有这份任务分工了，发 /plan 看现在的。
plan-by-hand = { $code } 是直接写成的任务分工，没有原文件可以重读；要改请改文件再导入。
plan-none = 还没有任务分工。把任务分工文件（Word、Excel 或文本）发到这里就行。

difference-none = 与现行的没有不同。
difference-head = 与现行的《{ $title }》相比：
difference-summary = 新增 { $new } 件，改动 { $changed } 件，不再要 { $gone } 件
difference-new = ＋ { $row } { $title }
difference-gone = － { $row } { $title }
difference-changed = ～ { $row } { $title }
difference-asks = 　{ $who } · { $rule }
difference-field-rule = 　时限：{ $before } → { $after }
difference-field-who = 　派给：{ $before } → { $after }
difference-field-title = 　名称：{ $before } → { $after }
difference-field-text = 　原文有改动
difference-field-where = 　公开位置：{ $before } → { $after }
difference-who-more = { $names }等 { $count } 个
difference-nobody = 还没有定派给谁
difference-departments-new = 部门增加：{ $names }
difference-departments-gone = 部门减少：{ $names }
difference-more = 还有 { $count } 行，用命令 gongkai plan diff 看全部。

changed-head = { $department }：任务分工换了新版《{ $title }》
changed-group-new = 新增
changed-group-moved = 改期
changed-group-gone = 不再要（不用再办，办过的留着）

document-refused = 这份文件没有收：有 { $count } 处读不准，改好再发一次。
document-more-faults = 还有 { $count } 处。
