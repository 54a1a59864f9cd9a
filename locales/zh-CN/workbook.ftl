# 核对表：写给公开办的工作簿，以及改好发回来之后指出的问题

workbook-sheet-guide = 说明
workbook-sheet-tasks = 任务
workbook-sheet-questions = 问题
workbook-sheet-departments = 部门

workbook-guide-title = 怎样核对
workbook-guide-sheets = “任务”左边是原文，右边绿色是系统的理解；“问题”是原文没有说清、要请公开办定的；“部门”是单位和它的各种写法。黄色并写着“系统默认”的，是没有人定过、先这样办的。
workbook-guide-edit = 直接改右边绿色的格子就行：交付要求、派给、时限、公开位置，以及牵头、责任、配合、抄送。几个单位用顿号隔开，单位要照“部门”表里的写法。
workbook-guide-rules = 时限照这些样子写：2018-12-31 前；年底前；每季度；每月 28 日前；会议结束后 3 个工作日内；7月31日前：验收，8月31日前：报送（两步之间用分号）；最晚 9月30日；待上级：省里发文；不催办。写“某日前或某日前”，就按早的提醒，过了晚的才算逾期。
workbook-guide-add = 要加一件：在任务下面插入一行，填行号、交付要求、派给和时限，交付编号空着。
workbook-guide-remove = 不要某一件：把它的“派给”改成“删除”，这一行留着。整行删掉会被当成误删，退回来问。
workbook-guide-departments = 单位改名，直接改名称，旧名会留作写法；两行改成同一个名称，就合成一个单位；新单位写在最下面，编号空着。所在群体写成“甲、乙（2018-09-01 起）”。
workbook-guide-leave = 原文、行号、编号和问题本身不要改；筛选、隐藏、调整列宽、在旁边加一列自己的备注都可以，取消合并以后还可以排序；自己加的列不会读。
workbook-guide-return = 改好存成 .xlsx，发给机器人，或者用 gongkai plan import 再导入一次。看不懂的地方会逐格指出来，不会悄悄丢掉。

workbook-hint = 左边原文不要改；右边绿色的可以改，改法见“说明”。
workbook-source = 原文
workbook-understood = 系统理解
workbook-heading-understood = { $heading }（理解）
workbook-from-above = （取自上一行，系统默认）
workbook-other-words = 原文中表格以外的文字
workbook-section = 栏目
workbook-number = 序号
workbook-content = 工作任务
workbook-requirement = 具体要求
workbook-leading = 牵头单位
workbook-answering = 责任单位
workbook-helping = 配合单位
workbook-deadline = 时限
workbook-task = 行号
workbook-part = 交付编号
workbook-title = 交付要求
workbook-who = 派给
workbook-when = 时限
workbook-where = 公开位置
workbook-lead = 牵头
workbook-responsible = 责任
workbook-supporting = 配合
workbook-informed = 抄送
workbook-questions = 待答问题
workbook-pending = 第 { $numbers } 问未答，先按系统默认

workbook-no = 编号
workbook-question-task = 行号
workbook-place = 位置
workbook-words = 原文
workbook-question = 问题
workbook-choices = 可选的答复
workbook-answer = 答复
workbook-in-use = 目前按
workbook-questions-hint = 在“答复”一格里选一个；不答的，先按标明“系统默认”的那个办。答复不在可选之列时会退回来问，除非问题里写明可以直接写。
workbook-answer-title = 请从列表里选
workbook-answer-listed = 这一问只能从列表里选。
workbook-answer-typed = 列表里没有的，可以照问题里说的写法直接写。
workbook-remarks = 以下只供查看，不用答

workbook-name = 名称
workbook-aliases = 其他写法
workbook-full-name = 全称
workbook-groups = 所在群体
workbook-successor = 由谁承接
workbook-succeeded = 承接日期
workbook-group = { $name }（{ $count } 家）
workbook-departments-hint = 群体：{ $groups }。在“所在群体”里写群体的名称，用顿号隔开。

review-damaged = { $name } 里隐藏的“gongkai”表没有了，或者被改动过，不能对照；请用原来的核对表重新改，另存时保留全部工作表。
review-sheet-missing = “{ $sheet }”这张表找不到了，请把它放回来，名称不要改。
review-headings-missing = “{ $sheet }”里没有找到列头（{ $headings }），请把列头那一行放回来。
review-column-missing = “{ $sheet }”里没有“{ $heading }”这一列了，请把它放回来；不想看可以隐藏。
review-column-twice = “{ $sheet }”里有两列都叫“{ $heading }”，请给自己加的那一列换个名称。
review-line-unknown = { $place }：没有编号“{ $quote }”，请改回原来的；新加的一件，交付编号要空着。
review-line-twice = { $place }：编号“{ $quote }”出现了两次；如果是新加的一件，请把交付编号清空。
review-line-without-task = { $place }：“{ $quote }”这一行没有行号，不知道是哪一行任务的：加一件就填上行号，自己的备注请移到另加的列；整行任务请加在原来的文件里。
review-line-missing = “{ $sheet }”里交付编号 { $quote } 的那一行不见了：不要这一件，请把这一行留着，在“派给”里写“删除”。
review-two-values = { $place }：“{ $quote }”与同一行任务的另一行写得不一样，请改成一样的。
review-source-changed = { $place }：“{ $quote }”与原文不同。原文请在原来的文件里改，再导入那个文件；这里请改回来。
review-question-twice = { $place }：第 { $quote } 问出现了两次，请删掉一行。
review-question-missing = “{ $sheet }”里第 { $quote } 问不见了，请把它放回来；不想答，答复空着就行。
review-question-changed = { $place }：“{ $quote }”这一格不是填答复的，请改回来，把答复写在“答复”一格。
review-answer-astray = { $place }：“{ $quote }”旁边没有要答的问题，请移到要答的那一行。
review-answer-unknown = { $place }：“{ $quote }”不在可选的答复里，请从列表里选一个。
review-body-twice = { $place }：编号“{ $quote }”出现了两次；如果是新单位，请把编号清空。
review-body-missing = “{ $sheet }”里“{ $quote }”那一行不见了，请放回来；要与别的单位合并，把它的名称改成那个单位的。
review-more-faults = 还有 { $more } 处类似的问题，先改好上面这些再导入。

rule-words-unclear = { $place }：“{ $quote }”看不出是什么时限，请照“说明”里的样子写，例如“2018-12-31 前”或“每季度”。
rule-words-no-day = { $place }：“{ $quote }”不是一个能用的日期，请核对后重写。
rule-words-order = { $place }：“{ $quote }”里的日期先后不对，请从早到晚写，“最晚”放在最后。

edit-gone = { $place }：{ $target } 已经随别的答复变了，这里的修改“{ $quote }”没有地方放；请先只答问题导入一次，再在新的核对表里改。
edit-empty = { $place }：这里不能空着，请填上；不要这一件，就在“派给”里写“删除”。
edit-unknown-name = { $place }：没有叫“{ $name }”的单位或群体，请照“部门”表里的写法写，或者先在那里加上。
edit-nobody = { $place }：改成“{ $quote }”之后就没有人办了，请写明派给谁；不要这一件，请写“删除”。
edit-group-empty = { $place }：“{ $name }”还没有成员，派给它等于没有人办；请先在“部门”表里填“所在群体”，或者直接写单位。
edit-unknown-group = { $place }：没有叫“{ $name }”的群体，请从表上方列出的群体里选。
edit-spelling-taken = { $place }：“{ $name }”已经是“{ $other }”的写法，请去掉其中一处，或者把两行改成同一个名称。
edit-no-name = { $place }：“{ $quote }”不是名称，请写一个单位的名称；这里不能删除单位，不再派给它，请改“任务”里的“派给”。
edit-several = { $place }：“{ $quote }”像是几个单位，请一行写一个；新单位写在最下面，编号空着。
edit-name-unusable = { $place }：“{ $quote }”不能作名称，请改成不超过 { $longest } 个字、不带标点和控制字符的名称。
edit-circle = { $place }：“{ $quote }”使承接关系绕回了自己（{ $names }），请核对由谁承接。
edit-is-group = { $place }：“{ $name }”是群体的名称，请写一个单位的名称；要加进群体，请写在“所在群体”里。
edit-succession = { $place }：“{ $quote }”不完整，承接的单位和日期要一起写，日期写成 2019-03-01。

# A remark about an edit of the version before that does not hold any more; $field is a column of the workbook.
doubt-edit-lost = 早先的核对表把 { $target } 的{ $field ->
    [title] “交付要求”
    [who] “派给”
    [when] “时限”
    [where] “公开位置”
    [lead] “牵头”
    [responsible] “责任”
    [supporting] “配合”
    [informed] “抄送”
    [name] “名称”
    [aliases] “其他写法”
    [full-name] “全称”
    [groups] “所在群体”
    [successor] “由谁承接”
   *[succeeded] “承接日期”
  }改成了这样，没有沿用：这一处的原文变了，或者后来另外改过；还需要的话请在核对表里重新改。
