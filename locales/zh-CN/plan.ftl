# 计划文件里的错误。$file 文件，$row 行（任务号，或 departments[3] 即第 3 个部门），$field 栏目。
# plan 指文件开头、不属于任何一行的栏目。

plan-fault-missing = { $file }，{ $row }，{ $field }：缺这一项，请补上。
plan-fault-empty = { $file }，{ $row }，{ $field }：是空的，请填写。
plan-fault-unknown-field = { $file }，{ $row }，{ $field }：没有这个栏目，请核对拼写或删去。
plan-fault-not-text = { $file }，{ $row }，{ $field }：“{ $found }”应为文字，请加上引号。
plan-fault-not-day = { $file }，{ $row }，{ $field }：“{ $found }”应为日期，请写成 2018-12-31 的样子，不加引号。
plan-fault-not-number = { $file }，{ $row }，{ $field }：“{ $found }”应为整数，请写数字，不加引号。
plan-fault-not-flag = { $file }，{ $row }，{ $field }：“{ $found }”应为 true 或 false，请改写。
plan-fault-not-list = { $file }，{ $row }，{ $field }：“{ $found }”应为列表，请用方括号括起来。
plan-fault-not-table = { $file }，{ $row }，{ $field }：“{ $found }”应为一组栏目，请用花括号括起来或另起一段。
plan-fault-unprintable = { $file }，{ $row }，{ $field }：“{ $found }”里有换行或看不见的字符，请删去后重打。
plan-fault-bad-key = { $file }，{ $row }，{ $field }：“{ $found }”不能作编号，请用字母、数字、点和短横，不超过 40 个字符。
plan-fault-out-of-range = { $file }，{ $row }，{ $field }：“{ $found }”超出 { $low } 到 { $high } 的范围，请核对。
plan-fault-unordered = { $file }，{ $row }，{ $field }：“{ $found }”的先后不对，请按从早到晚排列。
plan-fault-not-one-of = { $file }，{ $row }，{ $field }：“{ $found }”不在可选之列，请选用：{ $allowed }。
plan-fault-duplicate = { $file }，{ $row }，{ $field }：“{ $found }”重复了，请改掉其中一个。
plan-fault-spelling-taken = { $file }，{ $row }，{ $field }：“{ $found }”已归“{ $other }”，一个写法只能指一个单位，请改掉其中一个。
plan-fault-unknown-name = { $file }，{ $row }，{ $field }：没有叫“{ $found }”的部门或群体，请核对名称或先添加。
plan-fault-unknown-event = { $file }，{ $row }，{ $field }：没有编号为“{ $found }”的事件，请核对或先添加。
plan-fault-unknown-task = { $file }，{ $row }，{ $field }：没有编号为“{ $found }”的任务，请核对。
plan-fault-nobody = { $file }，{ $row }，{ $field }：这一件不会派给任何部门，请写明部门，或改用登记时指定部门的事件。
plan-fault-syntax = { $file }：第 { $line } 行第 { $column } 个字符处不合 TOML 写法，请检查附近的引号、括号、逗号和日期。
plan-fault-long-line = { $file }：第 { $line } 行超过 { $most } 个字符，请分成几行。
plan-fault-too-deep = { $file }：括号套得太多，请检查是否漏了右括号。
plan-fault-too-big = { $file }：超过 { $megabytes } MB，请确认选对了文件。
