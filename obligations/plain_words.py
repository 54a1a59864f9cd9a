"""The vocabulary that may stand beside a report and changes nothing: thanks, places, dates, titles, people.

How these are put together into sentences is decided in `remainder.py`; what always makes us ask stands in
`doubt_words.py` and goes before everything here.
"""

HAN = "\u4e00-\u9fff"

WORDS = {
    "greeting": """
        您好 你好 大家好 各位好 领导好 老师好 早上好 上午好 下午好 中午好 晚上好 早 尊敬的 领导 老师 主任 科长 局长
        同志 各位 您 你 不好意思 抱歉 打扰了 打扰 刚才忘了 忘了 忘记报了 晚了 来晚了 报晚了 迟了 久等了 哈 哦 嗯 啦 哟
        呵呵 汇报 汇报一下 报告 报告一下 报告领导 特此 特
    """,
    "thanks": """
        谢谢 谢了 多谢 感谢 谢 辛苦 辛苦了 麻烦 麻烦了 费心了 有劳 支持 指导 关心 配合 理解 您的 收到 好的 好 是的 是
        对 对的 明白 了解 知道了 妥 祝好 祝 此致 敬礼 愉快 快乐 顺利 周末 国庆 国庆节 节日 元旦 中秋 春节 新年
        工作顺利
    """,
    "close it": """
        查收 查阅 过目 知悉 销号 销一下 销掉 销号申请 申请销号 申请办结 申请核销 可销号 可以销号 望销号 予以销号
        帮忙销号 现申请销号 核销 点击查看 点击链接查看 点开查看 可查看 可点击查看 可点开查看 特此报告 特此说明 供查阅
        备查
    """,
    "done": """
        公开 发布 公布 公示 公告 刊登 刊发 刊载 登载 登出 挂网 挂出 挂出来 挂到 挂在 挂 上网 上线 上墙 上传 传到 传
        上报 发 发到 发在 发出 发出来 放 放到 放在 贴 贴出 报送 报 提交 录入 填报 更新 推送 补发 补充公开 补报 补上
        补公开 重新发布 完成 办结 办理 办 办好 办完 做好 做完 弄好 弄完 搞好 搞定 传好 发好 挂好 落实 反映 处理 销
        销号 印发 出台 编制 制定 报备 备案 张贴 处置 答复 回复 回应 解读 确认 核实 审核通过 通过审核 审核发布 公开发布
    """,
    "how": """
        已 已经 业已 均 都 现 现已 也 早已 早 早就 全 全部 全文 一并 统一 集中 及时 按时 按期 按规定 按要求 按照要求
        按程序 按时限 按时间节点 按照时限 第一时间 依法 依规 主动 对外 向社会 面向社会 重新 同步 同时 成功 正式 如期
        如实 全面 刚 刚刚 刚才 今早 今天 今日 昨天 昨日 昨晚 前天 前几天 上午 中午 下午 晚上 当日 当天 日前 近日 近期
        目前 截至目前 截止目前 截至 截止 于 将其 已将 现将 为准 经 经审核 经核实 国庆前 节前 年初 月初 上旬 中旬 下旬
    """,
    "so it went": "了 完 完毕 完成 好 好了 完了 结束 到位 上 上去 上去了 出 出去 出来 出去了 成功 通过",
    "who": """
        我局 我办 我委 我镇 我乡 我街道 我单位 我中心 我校 我院 我省 我市 我区 我县 我们 我们局 我们办 我们单位 我们镇
        我 本局 本单位 本办 本委 本部门 本镇 本街道 本区 本人 我局的 本单位的 我们的 我单位的 单位 部门 区级 区本级
        镇级 全区 全镇 各镇街道 镇街道 各镇街 机关 局机关 办公室 股室 科室 财务股 财务室 科 股 牵头 责任单位 填报单位
        报送单位 公开办 区公开办
    """,
    "where": """
        在 于 至 到 上 里 中 内 下 网 网上 网站 官网 政府网 政府网站 政务网 门户 门户网 门户网站 政府门户网站 政府门户
        政务公开网 政府信息公开网 信息公开网 信息公开网站 信息公开平台 政务公开平台 公开平台 公开网 平台 系统 子站
        栏目 子栏目 专栏 版块 板块 模块 目录 首页 主页 页面 网页 公众号 微信公众号 微信 微博 官微 官方 客户端 政务微博
        政务微信 新媒体 公示栏 公开栏 宣传栏 报纸 电视台 站 处 这里 此处 如下 后附 下方 下面 以下 以上 上述 下列 底部
        文末 文尾 末尾 页末 位置 公开位置 同一 同一个 同 一个 通过 省 市 区 人民政府 政府 区政府 市政府 省政府
        区人民政府 市人民政府 省人民政府 中国 安徽 安徽省 池州 池州市 贵池 贵池区
    """,
    "pointing": """
        的链接 的网址 的地址 的公开链接 的公开网址 的佐证 的公开情况 的信息 的内容 的文件 的材料 链接 网址 地址
        网络链接 公开链接 公开网址 发布链接 发布网址 网页链接 网站链接 页面链接 链接地址 网页地址 网站地址 信息链接
        文章链接 原文 原文链接 新闻链接 附链接 附网址 附上链接 附 附上 见 详见 详情见 可见 参见链接 见链接 请见
        请看链接 请点击 点击 佐证 佐证材料 佐证链接 证明 证明材料 证明链接 链接为 网址为 地址为 链接是 网址是 地址是
        这是 这个是 此为 以上是 以下是 这里是 即 为 编号 序号 号 项 件 条 个 第 任务 任务号 工作任务 事项 待办 清单
        台账 标题 题目 名称 文件名 内容 正文 附件 备注 截图 图片 公开时间 发布时间 公开日期 发布日期 时间 日期 发布人
        公开方式 公开渠道 公开形式 公开情况 公开栏目 完成情况 落实情况 办理情况 完成时间 状态 情况 结果 信息 材料 文件
        全文 文章 相关 有关 对应 各 各类 两 和 及 与 并 并且 以及 之 共 共计 一共 合计 总 总计 计 对 关于 针对 就 此
        该 、 试行 修订 修订版 定稿 正式稿 最终稿 盖章版 扫描件 发布版
    """,
    "contact": """
        联系人 联系电话 联系方式 电话 手机 手机号 经办人 经办 负责人 分管领导 报送人 填报人 填表人 审核人 联络员 密码
        提取码 访问码 邮箱
    """,
    "english": """
        hi hello dear sir all done published posted uploaded completed finished complete public released online
        updated sent disclosed issued put up link links url urls website site web page pages thanks thank you thx
        please pls kindly check see find below here following attached attachment ok okay item items task number the a
        an is are was were been has have had and on at in of for by to from with our we i it this that now already
        today yesterday report reports notice budget information disclosure document file title date contact name
        phone tel email regards best good morning afternoon received confirm close department office government annual
        quarter final accounts list plan www http https com cn gov html b br p
    """,
}

COURTESIES = "烦 敬 恳 特 麻烦 烦劳"
ASKED_OF = "您 你 领导 各位领导 老师 公开办 区公开办 各位 贵办 主任 政务公开办 办公室"
ASKED_SOFTLY = "予以 给予 帮忙 帮助 及时 予 协助 帮 给"
ASKED_FOR = """
    查收 查阅 查看 审核 审阅 审查 核实 核查 过目 知悉 登记 接收 销号 核销 办结 收 收下 销掉 销 确认 备案 存档 阅 看收
    点击 打开
"""

# What a title ends in: only nouns for something that one can open and read.
TITLE_NOUNS = """
    公告 通告 通知 通报 报告 报表 月报 季报 年报 简报 快报 公报 情况 情况表 状况 信息 名单 清单 目录 方案 预案 办法
    细则 规定 规则 条例 制度 机制 意见 决定 决议 批复 答复 回应 函 令 预算 决算 预决算 收支 经费 资金 明细 数据 统计
    统计表 指标 结果 成果 进展 动态 要点 纪要 会议 会议纪要 议题 解读 图解 问答 说明 指南 手册 流程 流程图 标准 规范
    规划 计划 总结 工作 活动 措施 职责 职能 机构设置 分工 简介 简历 履历 任免 招聘 招考 招生 录用 拍卖 出让 招标 中标
    采购 交易 合同 成交 征收 补偿 补助 补贴 救助 许可 处罚 抽查 抽检 监测 测评 督查 检验 执法
    全文 文本 文件 附件 正文 表 图 书 表格 图表 汇总 汇总表 一览表 公开表 名录 台账 汇编 新闻 消息 事项 项目 政策 法规
    服务 权力 责任 专栏 栏目 专题 交办表 建议 提案 质量 价格 收费 程序 电话 概况 舆情 培训 试点 债务 目标 任务 机构
    改革 监管 建设 管理 治理 分配 发放 安置 保障 环境 热线 案例 决定书 责任制 申报表 保护 发展 宣传 帮扶 扶持 
    公积金 社保 医保 教育 卫生 住房 就业 创业 环保 交通 安全 生产 营商 企业 土地 会计 资产 收入 支出 支付 规章
    法律 监督 渠道 电子版 扫描件 年检 公布栏 问题清单
"""
# Verbs that close a title when such a noun stands before them: 财政预算公开, 常务会议召开; 计划公开 is none.
TITLE_VERBS = "公开 公示 公布 发布 召开 开展 举办 举行 印发 出台 办理 整改 落实 执行 安排 审批 登记 验收 审计 检查 评估"
TITLE_FIELDS = "任前 任职前 行政 政务 党务 校务 院务 村务 厂务 办事 三公 双"

# Signs of talk: a stretch with one of these is no title and no department's name …
TALK = frozenset("我你您他她它咱这那是很太都也就才又后了完着过在给让叫请能可看讲觉送呈知找"
                 "把被弄搞做去来到得怕忘们个些里吧啦呀哦噢嗯哈由已")
# … unless it only is part of one of these nouns.
TALK_NOUNS = """
    报送 推送 送教 送医 送达 输送 配送 运送 会议 社会 知识 能力 职能 功能 性能 节能 能源 能耗 智能 效能 太阳能 技能
    可行 许可 认可 可再生 存在 在建 在校 在编 在岗 在职 在线 在册 申请 提请 请示 邀请 过程 通过 经过 过渡 超过 着力
    着装 看护 看守 来源 未来 来访 外来 往来 来信 来电 去向 去产能 所得税 获得 取得 得分 做好 做法 给付 供给 给水 转让
    出让 让利 灾后 事后 后备 后勤 后评价 善后 产后 后扶 后期 首都 都市 就业 就学 就医 就近 就诊 成就 人才 了解 征地
    被征收 被执行人 其他 其它 我区 我市 我县 我局 我镇 我省 自由 事由 理由 里程 公里 个人 个体 个税 个案 是非 可持续
    能繁 看病 宣讲 讲话 讲解 讲座 演讲 到期 到位 达到 报到 到户 完善 完工 完税 知名 告知 通知 知情 过境 过户 过敏 可燃
    里面 乡里 过街
"""

BODY_ENDINGS = """
    局 委 分局 街道 街道办 街道办事处 办事处 镇 乡 办公室 中心 大队 支队 公司 政府 管委会 法院 检察院 学校 中学 小学
    医院 工会 协会 联合会 银行 委员会 站 所 院 部
"""
# 办 ends 停办, 缓办 and 待办 as well, so the offices that end in it are named.
BODIES = """
    政府办 区政府办 区委办 区编办 编办 政务办 公开办 政务公开办 区公开办 法制办 区法制办 扶贫办 区扶贫办 信访办 人防办
    区人防办 台办 侨办 外侨办 金融办 文明办 党政办 党政综合办 团区委 区妇联 区残联 区人大 区政协 区总工会 各单位
    各部门
"""
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文纪"
    "桂柯阮章操檀舒"
)
RANKS = "主任 科长 局长 老师 书记 主席 镇长 部长 科 工 姐 哥 处 处长 股长 秘书 同志 副主任 副局长 副科长"
DUTIES = """
    联系人 经办人 经办 负责人 分管领导 报送人 填报人 填表人 审核人 审签人 联络员 发布人 办理人 责任人 录入员 姓名
"""
REACHED_BY = """
    联系电话 电话 手机 手机号 联系方式 传真 邮箱 email qq 微信 微信号 tel phone 密码 提取码 访问码 验证码 口令
"""
FILE_ENDINGS = "pdf doc docx xls xlsx wps et ofd ppt pptx jpg jpeg png zip rar txt html htm"
