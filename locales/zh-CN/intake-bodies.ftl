# 读单位一栏时拿不准的地方。$first、$second 两个写法，$default 没有答复时按一个（one）还是两个（two），$group 群体，$name 打进来的名字，$inside 括号里的字，$parent 上级单位。

doubt-no-separator = 两个单位名之间没有顿号，请确认是几个单位。
choice-cut-apart = 几个单位：{ $value }
choice-one-name = 一个单位：{ $value }
doubt-not-a-body = 看不出这是哪个单位，先不派；请选一项，或打出单位名称，用顿号隔开。
choice-keep-as-body = 是单位，照这个名字登记
choice-keep-as-group = 是几个单位的统称，名单随后再问
choice-leave-out = 不是单位，不列入
doubt-like-above = 这里没有写单位名称，像是指另一行的单位，先不派；请选一项，或打出单位名称，用顿号隔开。别处同样写着、指的也一样的，都照此办理。
choice-same-as = 和那一行相同：{ $value }
doubt-open-list = 名单以“等”结尾，只算写出来的单位；还有别的单位，请打出名称，用顿号隔开。
choice-only-named = 只算写出来的单位
doubt-role-reach = 逗号前面的单位算不算在内看不准，请确认这个分工指哪些单位。
choice-role-for-all = 都算：{ $value }
choice-role-for-last = 只算：{ $value }
doubt-in-brackets = 括号里还写着单位，请确认它是不是另外一个责任单位。
choice-only-noted = 只是说明，不另外派件
choice-also-asked = 也是责任单位：{ $value }
doubt-which-level = 这个单位没有写明是哪一级，请选一项。
choice-of-place = { $value }
doubt-same-body =
    { $default ->
        [one] “{ $second }”和“{ $first }”只差最后几个字，先按同一个单位登记，请确认是不是同一个单位。
       *[two] “{ $second }”和“{ $first }”只差最后几个字，先按两个单位登记，请确认是不是同一个单位。
    }
doubt-merged-body = “{ $second }”的职责可能已经并入“{ $first }”，请确认是不是同一个单位。
doubt-misprint-body =
    { $default ->
        [one] “{ $second }”像是“{ $first }”的误写，先按同一个单位登记，请确认是不是同一个单位。
       *[two] “{ $second }”和“{ $first }”的名字只差一点，先按两个单位登记；如果有一个是误写，请选同一个单位。
    }
doubt-misprint-name = 这个名字可能有误字，请确认怎么读。
choice-read-as = 按“{ $value }”读
choice-as-printed = 就是“{ $value }”
doubt-short-name = “{ $second }”和“{ $first }”可能是一个单位的两种写法，请确认。
choice-one-body = 同一个单位
choice-two-bodies = 两个单位
doubt-group-members =
    { $names ->
        [none] “{ $group }”没有写明是哪些单位，可以打出单位名称，用顿号隔开；没有名单之前不派件。
       *[other] “{ $group }”没有写明是哪些单位，请选一项，或打出单位名称，用顿号隔开。文中点名的部门有：{ $names }。
    }
choice-nobody-yet = 暂不派件，等有了名单再说
choice-all-named = 文中点名的这些部门
doubt-words-unread = 单位一栏里这些字没有读懂，请看一看是否影响分工。
doubt-words-in-brackets = 括号里的“{ $inside }”只作说明，请看一看是否影响分工。
doubt-similar-bodies = “{ $second }”和“{ $first }”名字相近，按两个单位登记，请看一看对不对。
doubt-named-twice = “{ $first }”和“{ $second }”写在同一格里，按一个单位登记，请看一看对不对。
doubt-look-alike = 这个名字里有一个形近字，已按“{ $read }”读，请看一看对不对。
doubt-part-of-body = 这像是“{ $parent }”的一个内设机构，按单独的单位登记，请看一看对不对。
doubt-bold-lead = 说明里讲加粗或变色的是牵头单位，而字体读不出来，请在单位一栏写上“牵头”。
doubt-typed-unknown = 没有叫“{ $name }”的单位，请照名单上的写法再答一次。
