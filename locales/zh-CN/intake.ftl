# 从文件到任务分工：在文件的什么地方，问什么，答什么

place-line = 第 { $line } 行
place-table = 表 { $table } 第 { $row } 行第 { $column } 格
place-table-row = 表 { $table } 第 { $row } 行
place-sheet = “{ $sheet }”{ $cell }
place-document = 全文
place-rows = { $place }，涉及 { $rows }
rows-more = { $rows } 等 { $count } 行

doubt-several-times = 这一格里写着“{ $words }”，是几件不同时间的事，分开办吗？
choice-each-its-time = 分开办，各按各的时间
choice-one-item = 合成一件，只按一个时间
doubt-several-subjects = 这一格里分别写到 { $names }，是各交各的吗？
choice-apart = 各交各的，分开派
choice-together = 合成一件

doubt-group-beside-lead = 有牵头单位的各行里，“{ $group }”的每个成员也要各交一份吗？
doubt-group-beside-named = 与“{ $group }”并列写着具体单位、又没有日期的各行，每个成员也要各交一份吗？
doubt-group-beside-named-dated = 与“{ $group }”并列写着具体单位、并有日期的各行，每个成员都要各交一份吗？
choice-named-only = 只派给写明的单位，其余抄送
choice-every-member = 每个成员各交一份

doubt-nobody-asked = 这一件派给谁？可以直接回单位名称，几个单位用顿号隔开。
choice-ask-later = 先不派，等公开办明确
choice-nobody = 不用派，只在台账里列出

doubt-same-task = 新稿的这一行，与现行的 { $task }“{ $before }”是同一件吗？是同一件，编号和佐证就接着用。
choice-new-task = 是新的一件
choice-same-task = 是同一件（{ $value }）

doubt-in-force = 文件上没有找到落款日期，从哪一天起执行？可以直接回日期，例如 { $year }-06-01。
choice-in-force-on = { $value }

doubt-other-district = 这里写的是“{ $named }”，本单位是“{ $district }”的，这份文件是不是发错了？没有答“照用”以前不能启用。
choice-not-ours = 不是我们的，不启用
choice-is-ours = 是我们的，照用
doubt-part-asks-group = 这一件的正文写的是“{ $group }”，除了责任单位一格写明的，每个成员也要各交一份吗？
doubt-subject-without-members = 这里写的是“{ $group }”，没有名单，先派给责任单位一格写明的单位。
doubt-subject-not-listed = 这里要“{ $name }”来办，责任单位一格没有写它；已按这里写的派。

doubt-other-year-in-title = 标题写的是 { $named } 年，这里按 { $year } 年读，请核对是不是发错了文件。
doubt-for-comment = 文件上写着“{ $words }”，正式印发以后请换成正式稿再启用。

intake-year-unknown = 在“{ $title }”里没有找到年度，请注明是哪一年的：命令行加 --year 2018，聊天里把年份写在文件的说明中再发一次。
intake-nobody-named = 文件里没有认出一个责任单位，没有收；请在“责任单位”一栏写明单位再发。
intake-district-unknown = 在“{ $title }”里没有找到是哪个县区的，请加 --district 注明，例如 --district 池州市贵池区。
intake-several-years = “{ $title }”里写了几个年度（{ $years }），没有写年份的期限分不清是哪一年，请注明按哪一年读：命令行加 --year，聊天里把年份写在文件的说明中再发一次。

# Headings that govern the rows under them; $words are those in the heading.
doubt-heading-time = 标题里写着“{ $words }”，下面自己没有写时限的各行是不是都按它办？
doubt-heading-body = 标题里写着“{ $words }”，下面各行是不是都有它的份？
doubt-heading-year = 标题写的是 { $words } 年，下面没有写年份的日期是不是都按这一年算？
choice-heading-governs = 是，照标题办
choice-only-heading = 不是，只当标题看
doubt-later-subject = 后半句才提到“{ $names }”，这一件是派给责任单位栏里的单位，还是只派给它？
choice-by-cells = 派给责任单位栏里的单位
choice-by-words = 只派给后半句提到的
