# 读表：从文件到每一行。原文和位置另行显示；{ $quote } 原文，{ $place } 位置。

# 读不了的地方，逐处指出。
rows-empty = “{ $quote }”里没有文字，请确认选对了文件。
rows-none = 没有找到任务：需要一张带“工作任务”“责任单位”栏名的表，或每条末尾写有“责任单位：…”的清单；文件开头是“{ $quote }”，请核对。
rows-no-header = { $place }：这张表没有认出栏名，开头是“{ $quote }”，请在第一行写上“工作任务”“责任单位”“完成时限”等栏名。
rows-no-task-column = { $place }：这张表有“{ $quote }”一栏，却没有写任务的一栏，请改成每件事一行，任务那一栏的栏名写“工作任务”。
rows-headings-unknown = { $place }：这张表有“{ $quote }”一栏，可是多半的栏名不认识，请改成每件事一行、栏名为“工作任务”“责任单位”“完成时限”的表。
rows-halves = { $place }：“{ $quote }”在栏名里出现了两次，像是左右并排的两张表，请改成上下接着的一张表。
rows-mixed-column = { $place }：“{ $quote }”把两样内容放在一栏里，请分成两栏。
rows-no-task = { $place }：这一行看不出要做什么，只有“{ $quote }”，请补全或删去这一行。
rows-shifted = { $place }：这一行的内容和栏名对不上，可能少了一格或错了位，请对照原件改正：“{ $quote }”。
rows-fields-alone = { $place }：“{ $quote }”上面没有任务，请写明是哪一条的。
rows-unclear-item = { $place }：这一条里的单位或时限不止一组，请分成几条：“{ $quote }”。

# 有疑问的地方，先按第一个选项办，等公开办确认。
doubt-column-bodies = “{ $heading }”一栏写的是责任单位吗？
doubt-two-columns = “{ $headings }”这几栏像是同一样内容，以哪一栏为准？其余的只保留原文。
doubt-no-bodies = 这一行没有写责任单位，由谁负责？
doubt-inherited-bodies = 这一行的责任单位是空的，是否和上一行相同？
doubt-no-deadline = 这一行没有写时限，按什么办？
doubt-inherited-deadline = 这一行的时限是空的，是否和上一行相同？
doubt-hidden-row = 这一行在文件里是隐藏的，要不要读进来？
doubt-hidden-table = 这张表在文件里是隐藏的，要不要读进来？
doubt-lone-cell = 这一行只有一格有字，是标题还是任务？
doubt-item-without-bodies = 这一条没有写责任单位，是任务还是说明文字？
doubt-prose-beside-table = 文件里既有表格又有带责任单位的条目，条目要不要也读成任务？
doubt-table-unread = 这张表不像任务表，没有读，只保留了文字，对吗？
doubt-table-continued = 标题下面的这张表没有栏名，是不是接着上一张表？

choice-as-bodies = 是责任单位
choice-keep-only = 不是，只保留原文
choice-use-column = 第 { $value } 栏
choice-leave-open = 先空着
choice-as-above = 同上：{ $value }
choice-keep = 读进来
choice-drop = 不读
choice-as-heading = 是标题或说明
choice-as-task = 是任务
choice-read = 也读成任务
choice-ignore = 不读，只保留文字
choice-refuse = 不对，请退回改好的文件
choice-continue = 接着上一张表

# 不用回答，但应该看一眼的地方。
doubt-heading-as-section = 这一栏当作栏目来读，请看是否妥当。
doubt-heading-as-requirement = 这一栏当作具体要求来读，请看是否妥当。
doubt-heading-unknown = 第 { $column } 栏的栏名不认识，只保留了原文。
doubt-heading-missing = 第 { $column } 栏没有栏名，按左边一栏来读，请看是否妥当。
doubt-column-hidden = 第 { $column } 栏在文件里是隐藏的，也读了进来。
doubt-cell-across = 这一格横跨几栏，按最要紧的一栏来读，请看是否妥当。
doubt-year-above = 这一行的时限是空的，上一行写的是“{ $above }”。
doubt-no-number = 这一行没有序号。
doubt-no-content = 这一行的任务是空的，按具体要求来读。
doubt-no-requirement = 这一行的具体要求是空的，按任务来读。
doubt-table-turned = 这张表的栏名写在左边一列，一列当作一件来读，请看是否妥当。
doubt-body-in-task = 任务里还写了“{ $name }”，责任单位一栏没有写，没有派给它；要派的请补进责任单位一栏。
doubt-other-column-tells = “{ $heading }”一栏写到单位或时间，没有算进这一件；要算的请写进责任单位或时限一栏。
doubt-note-row = 这一行当作说明，没有读成任务。
doubt-duty-outside = 这句话写在表格和条目以外，写明了时间，没有列成待办；要办的请加进表格里再导入一次。
doubt-number-alone = 这一行只有序号，没有读成任务。
doubt-words-after-bodies = 责任单位后面还有文字，算在同一条里，请看是否妥当。
doubt-number-repeated = 序号“{ $number }”用了两次，在第 { $first } 条和第 { $second } 条。
doubt-number-skipped = 第 { $second } 条的序号是“{ $number }”，前一个是“{ $before }”，不连续。

# 条目清单里单独成行的文字。
doubt-line-goes-on = 这一行是接着上一条写的，还是下面各条的标题、文件的落款？
choice-goes-on = 接着上一条
choice-stands-apart = 是标题或落款，不算在上一条里
doubt-labelled-line = 这一行是上一条的内容，还是另一条任务？
choice-as-detail = 是上一条的内容
choice-as-item = 是另一条任务
doubt-fields-lead = 责任单位写在任务的前面，已算作下面各条的，请看是否妥当。

# 一行里并列的几件事。
doubt-cells-paired = 这一格和任务“{ $task }”列的条数相同，是不是一条对一条？
choice-one-to-one = 一条对一条
choice-all-to-each = 不是，每一条都算
doubt-cells-unpaired = 这一格编了号，和任务“{ $task }”的编号对不上，已算给整件事，请看是否妥当。

# 正文以外的文字。
doubt-comment = 这条批注没有算进任务里，请看要不要照它改。
doubt-beside-text = 这段文字写在文本框、脚注或页眉页脚里，写到单位或时间，没有算进任务里，请看是否妥当。
