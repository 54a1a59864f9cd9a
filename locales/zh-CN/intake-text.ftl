# 读纯文本、网页和 Markdown：分不清的地方，一处一句。{ $quote } 原文，{ $place } 位置。
text-borders-lost = { $place }“{ $quote }”：这里是一张表，但格子的边界已经丢失，分不清哪些字在哪一格，请发送原来的 Word 或 Excel 文件，或者从表格里复制后直接粘贴，保留制表符。
text-row-unclear = { $place }“{ $quote }”：这一行有 { $found } 格，全表是 { $expected } 格，或者内容和别的行对不上，请对照原件补上空格子、改正错位，或者发送原来的 Word 或 Excel 文件。
text-rows-unclear = { $place }“{ $quote }”：从这里起分不清哪几格是一行，请在每行之间空一行，或者发送原来的 Word 或 Excel 文件。
text-line-unclear = { $place }“{ $quote }”：分不清这一行属于上面的格子，还是丢了制表符的一行，请补上制表符，或者与表格之间空一行并以“注：”开头。
text-too-many-lines = “{ $name }”超过 { $lines } 行，不像一份任务分工，请只保留任务分工再发。
text-html-table = { $place }“{ $quote }”：Markdown 里夹着网页表格，请把整份文件另存为网页（.html）再发。
html-cells-overlap = { $place }“{ $quote }”：这一格和别的合并格叠在一起，请改正合并的行数、列数再发。
html-too-deep = “{ $name }”的标签套了 { $deepest } 层以上，读不到底，请用浏览器打开后复制到 Word 或 Excel 再发。
html-too-many-tags = “{ $name }”的标签超过 { $tags } 个，不像一份任务分工，请用浏览器打开，把表格复制到 Word 或 Excel 再发。
