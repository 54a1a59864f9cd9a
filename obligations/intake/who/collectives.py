"""Tells words for several bodies (各部门, 库区各乡镇, 两镇一乡, 行政村) from the name of one.

Who is meant by them is decided in `groups`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_LONGEST = 30
_PLACES = ("乡镇街道|镇街道|苏木乡镇|苏木镇|乡镇场|乡镇|镇街|镇办|镇场|街镇|街乡|街道办事处|街道办|街道|社区|苏木|"
           "嘎查村|嘎查|行政村|村居|农林场|农场|林场|园区|功能区|开发区|管理区|景区|片区|板块|地区|县市区|县区|区县|县市|"
           "市县|旗县区|旗县|居委会|村委会")
_KINDS = ("部门|单位|机构|机关|组织|企业|公司|学校|院校|中小学|医院|卫生院|人民政府|政府|科室|处室|股室|委办局|局委办|"
          "局办|委局|部委|管委会|办事处|窗口|企事业单位|责任主体|站所|媒体|团体|党派|部队|党委政府")
_NOUN = f"(?:{_PLACES}|{_KINDS})"
_OFFICE = "(?:局|委|办|厅|科|股|处|室)"
_RULING = "(?:区委区政府|县委县政府|市委市政府|旗委旗政府|[省市县区旗](?:人民)?政府|[省市县区旗]委)"
_LEVEL = ("(?:[省市县区旗镇乡][级直属](?:机关)?|直属|所属|"
          "[中省市]{0,2}[驻垂][省市县区旗]|全[省市县区旗州盟镇乡]|[本同上下]级|[局委]属|局?机关|本[省市县区旗]|辖区内?|"
          "[省市县区旗乡镇]级?(?:及其?)?以[上下])")
_OF = "(?:各级|各|有关|相关|所有|全体|全部|其[他它余]|主管|职能)"
_SUCH = ("(?:涉及|上述|以上|部分|重点|双管|垂管|条管|行业|业务|成员|试点|牵头|"
         "承办|责任|配合|开设|主办|起草|公共|公用|组成|工作|国有|金融|涉[农改企])")
_SIGN = f"(?:{_LEVEL}|{_OF}|{_SUCH})"
# A level in it only as in 县直: 各乡镇县医院 are two.
_SOME = "(?:[^、，,；;：:。（）局厅委省市县区旗和及与]|[省市县区旗][级直属管]|[农牧林矿城园社][区市])"
_NUMBER = "(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]|[0-9]{1,3})"
_PLACE = "(?:镇|乡|街道|社区|苏木|嘎查|局|委|办)"
_COUNTED = (f"(?:(?:{_NUMBER}余?[个家所大]{_SOME}{{0,4}}?(?:{_NOUN}|[镇乡村局委办区县市])){{1,3}}|"
            f"(?:{_NUMBER}(?:{_PLACE}|[街场区县市旗村园])){{2,4}}|{_NUMBER}(?:{_PLACE}|乡镇街道|镇街道|镇街)|[两三][办院])")
_WHERE = "(?:[^局委办厅部院会中社联、，,；;：:。（）各]{1,5}[区江河海湖线域内县市旗镇乡村统关述上道])"
_GROUP = re.compile(
    f"(?:{_RULING}|{_WHERE}(?=各|有关|相关|{_NUMBER}))?(?:"
    f"(?:各[地市县区旗])?(?:(?:{_SIGN}{{1,5}}{_SOME}{{0,8}}?|各[地市县区旗]){_NOUN}{{1,3}}){{1,3}}|"
    f"{_SIGN}{{0,3}}(?:{_OF}(?:{_OFFICE}|[镇乡村])|各(?:地|县|市|区|旗|{_SOME}{{0,8}}?(?:党委|工委|分局|支局|[校所站场院园村行队])))|"
    f"{_LEVEL}{{0,2}}[省市县区旗]?{_COUNTED})(?:单位|部门|主要)?|{_RULING}{_NOUN}"
)
# What stands for many without saying so: there is no one village committee of a county.
_GENERIC = re.compile(
    f"(?:部门|单位|中小学校?|中心校|学校|医院|卫生院|幼儿园|银行|{_PLACES}|(?:社区)?(?:居|村)民?委员?会|[乡镇村]|自然村|村级组织|村民小组|"
    "乡镇(?:人民)?政府|管委会|派出所|司法所|律师事务所|会计师事务所|行业(?:协会|商会)|商业银行|专业合作社|[\u4e00-\u9fff]{0,6}企业|"
    "[\u4e00-\u9fff]{2,6}(?:机构|媒体)|社会组织|群团组织|[省市县区旗]?四[大套家]班子|(?:乡镇|镇|各级)?党委(?:和|及)?政府|党政机关)"
)
_OF_A_BODY = re.compile("[\u4e00-\u9fff“”\"]{2,20}(?:成员|开设)单位|[\u4e00-\u9fff]{1,10}部门|"
                        "[\u4e00-\u9fff]{1,8}(?:承办|主办|起草|运营|建设|用人)单位")
_MANY = re.compile(
    "各|有关|相关|(?<!业)主管|党委政府|中小学$|^(?:全体|所有|全部|部分|其[他它余]|[本同上下]级|上述|[中省市]{0,2}[驻垂][省市县区旗]|乡镇(?!企业))|..乡镇$|^全[省市县区旗盟乡](?!县)|"
    f"[省市县区旗乡镇]级?(?:及其?)?以[上下]|^{_NUMBER}(?:乡镇|镇街|街道)|"
    "[^一二三四五六七八九十][两三四五六七八九十](?:局|委|办)$|..[^一二三四五六七八九十][两三四五六七八九十](?:镇|乡|街道)$"
)
_EXCEPT = re.compile("除(.{2,40}?)(?:之|以)?外[，,]?的?")
_BRACKETS = re.compile("[（(〔][^（()）〔〕]*[)）〕]")
_QUOTES = str.maketrans("", "", "“”\"")
_START = re.compile(
    f"(?:区委区政府|县委县政府|市委市政府|[省市县区](?:人民)?政府|[省市县区][级直属](?:机关)?|[省市县区]委|直属|驻[区县市]|全[区县市省]|"
    f"本级|本[区县市]|辖区内?|其[他它])?(?:各级|{_OF}|{_SUCH})+(?:{_NOUN}|[地县市区镇乡村](?=[各（(、，,要应须按在]|人民政府))"
    f"(?:[（(][^（()）]{{1,8}}[)）](?:人民政府|政府|办事处|管委会)?)?(?:各{_NOUN})*"
    f"(?!网站|门户|预算|决算|公报|热线|之间)|(?:[省市县区](?:人民)?政府|[省市县区][级直属](?:机关)?)(?:部门|单位)|镇街道|乡镇街道|"
    "[“\"][\u4e00-\u9fff]{1,8}[”\"](?:开设|主办|相关)单位"
)


@lru_cache(maxsize=65536)
def is_group(words: str) -> bool:
    """Whether `words` are a collective name; a body's own name never is."""
    plain = excepted(_BRACKETS.sub("", words))[0].translate(_QUOTES)
    if not plain or len(plain) > _LONGEST:
        return False
    return any(form.fullmatch(plain) for form in (_GENERIC, _GROUP, _OF_A_BODY))


def is_many(words: str) -> bool:
    """Whether `words` bear a sign that they are more than one body, so that they are no body's name in silence."""
    return bool(_MANY.search(words))


def excepted(words: str) -> tuple[str, str]:
    """The group in `words`, and the words for those who are not meant, "" for none: 除县公安局外的县政府各部门."""
    found = _EXCEPT.match(words)
    return (words[found.end():], found.group(1)) if found else (words, "")


def group_at_start(clause: str) -> str:
    """The collective words that a clause of prose begins with, "" if it begins with none."""
    found = _START.match(clause)
    return found.group() if found and is_group(found.group()) else ""


def groups_at_start(clause: str) -> Iterator[str]:
    """All of them: 试点单位及各乡镇（街道）要… are two."""
    while group := group_at_start(clause):
        yield group
        clause = clause[len(group):]
        clause = clause.lstrip("、和及与") if clause.startswith(("、", "和", "及", "与")) else ""
