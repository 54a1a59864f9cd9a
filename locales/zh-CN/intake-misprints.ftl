# 细心的人读到会停一下的地方：不用回答，请对照原件看一眼。
doubt-count-differs = 这里说有 { $said } 项，前后列出的是 { $named } 项，请对照原件看是不是少写了或数错了。
doubt-slip = 这里像是误字或漏字，请对照原件看一看。
doubt-only-in-content = 这些话只有重点内容一格写了，具体要求没有写，请看要不要办：{ $clauses }。
doubt-fewer-items = 重点内容有 { $listed } 项，具体要求只有 { $asked } 项，请看其余各项要不要派。
doubt-towns-in-words = 正文还要“{ $towns }”来办，责任单位一格没有写，请看要不要另外派。
doubt-year-report = 年度报告要到第二年才编制公布，这一行的时限装不下，请看要不要另立一件。

# 表格和清单之外的字。
doubt-imprint = 这一行像是网页或文件的落款，是不是任务的责任单位？
choice-as-imprint = 是落款，只保留原文
choice-as-field = 是任务的责任单位
doubt-line-aside = 这一行写到单位或时限，没有算进上一条，请看是否妥当。
doubt-bracket-open = 这一条的括号不成对，请看里面的单位或时限有没有漏读。
doubt-deadline-partly = 时限一格里的“{ $rest }”没有读进去，请核对。
