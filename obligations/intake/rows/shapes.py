"""What a text looks like from outside: a number, a time, a list of bodies, a note; what it means is read elsewhere."""

import re
from functools import lru_cache

from obligations.intake.rows.labels import compact

_SHORT = 60         # characters; a cell that is only a date is never longer
_LONGEST_PHRASE = 40  # characters; 各镇（街道）、各有关学校 need no word of a body
_LONGEST_LIST = 600  # characters of a cell of bodies worth looking at

_NUMBER = re.compile(r"^\(?\d{1,4}(?:[.\-]\d{1,3})*[.、)]*$")
_CHINESE_NUMBER = re.compile(r"^(?:第?\(?[一二三四五六七八九十百]{1,4}[)、.]*(?:部分|章|节|类|大类)?)$")
_DAY = (r"(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}月|第?[一二三四1234]季度|[上下]半年|[年季月]|每?(?:[月季年]|半年)度?"
        r"|(?:第[一二三四])?周")
_TIME = re.compile(
    r"^(?:按时|持续|并)?(?:"
    r".{0,2}即办|马上办|随时|"
    r"全年|长期|常年|常态化?|贯穿全年|持续(?:推进|开展|落实|实施)?|适时|及时|即时|即日|立即|实时|定期|每[年月周日天]"
    r"|(?:20\d\d年?|每年)?(?:[\-./年]?(?:" + _DAY + r"))?(?:[上中下]旬|[初中底末]|月底|月末)?"
    r"|20\d\d[./\-]\d{1,2}(?:[./\-]\d{1,2})?(?:00:00:00)?"
    r"|\d{1,3}个?(?:工作日|日|天|小时|月)(?:之?内)?"
    r")(?:之?[前内]|以前|为止)?(?:完成|办结|落实|到位|推进|坚持|开展|实施|公开|公布|发布|更新|通报|报送|一次|并)*$"
)
_TELLS_TIME = re.compile(r"[\d年月日季周天]|全年|长期|常年|常态|持续|适时|及时|即时|立即|实时|定期|即办|马上办|随时")
_PLAIN = str.maketrans("，；：（）", "、、、、、")
_RANGE = re.compile(r"[\-—–~至到]")
_PARTS = re.compile(r"[、,;/。.]|\s")
_BODY = re.compile(
    r"(?:局|委|办|办公室|部|厅|署|处|科|股|院|中心|政府|街道|镇|乡|公司|集团|大队|支队|学校|医院|协会|委员会|管委会|"
    r"部门|单位|团委|妇联|工会|残联|工商联|文联|科协|社|台|站|银行|所|馆|法院|检察院)(?:等|等部门|等单位)?"
    r"(?:(?:按(?:照)?职责)?(?:分工)?(?:分别)?(?:牵头|配合|负责|落实)(?:落实)?)?$"
)
# 年底前报县政府办, 即来即办, 按市里部署
_NO_BODY = re.compile(r"\d|年底|季度|[年月]前|[前内]报|^报|部署$"
                      "|^.{0,2}即办$|^(?:马上|随时|及时|尽快|抓紧|按时|限时|持续|长期)办$")
_NOTE = re.compile(
    r"^[*※]?(?:注|备注|附注|说明|填表说明|填报说明|联系人|联系电话|联系方式|填报人|填表人|审核人|审批人|制表人?|"
    r"填报单位|填报日期|填表日期|制表日期|签字|签发|盖章|单位负责人|主要负责人|分管领导)(?:\d{0,2}[:.]|\(|$)"
)
_TOTAL = re.compile(r"^(?:合计|总计|小计|共计)(?:[:(].{0,20})?$")
_PAGE_MARK = 20
_PAGE = re.compile(r"^(?:[\-—–]+\d+[\-—–]+|第\d+页(?:共\d+页)?|\(?(?:续表?|接上页|转下页)\)?)$")
_WHOLE_YEAR = re.compile(r"^(?:20\d\d年?)?(?:全年|长期|常年|常态化?|持续)(?:坚持|推进|落实|开展|实施|进行)*$")


def is_number(text: str) -> bool:
    """Whether `text` is nothing but a printed number: 3, 3., (3), 1.2."""
    return len(text) <= _SHORT and _NUMBER.match(compact(text)) is not None


def is_chinese_number(text: str) -> bool:
    """Whether `text` is nothing but 一, 二、, （三） or 第四部分: the number of a section."""
    return len(text) <= _SHORT and _CHINESE_NUMBER.match(compact(text)) is not None


def is_time(text: str) -> bool:
    """Whether `text` can be nothing but a time: 全年, 6月底前完成, 2025-06-30, 每季度."""
    return len(text) <= _SHORT and _is_time(text)


@lru_cache(maxsize=4096)
def _is_time(text: str) -> bool:
    parts = [part for part in _PARTS.split(compact(text).rstrip("。.;")) if part]
    whole = compact(text).rstrip("。;")
    return bool(whole) and (_is_one_time(whole) or (bool(parts) and all(map(_is_one_time, parts))))


def _is_one_time(words: str) -> bool:
    if not _TELLS_TIME.search(words):
        return False
    return _TIME.match(words) is not None or all(part and _TIME.match(part) for part in _RANGE.split(words))


def is_whole_year(text: str) -> bool:
    """Whether `text` says no more than 全年 or 长期."""
    return len(text) <= _SHORT and _WHOLE_YEAR.match(compact(text).rstrip("。;")) is not None


def is_bodies(text: str) -> bool:
    """Whether `text` can be nothing but one body or a list of them: 区教体局、区民政局."""
    parts = _parts(text) if len(text) <= _LONGEST_LIST else []
    return bool(parts) and all(map(_is_body, parts))


def is_sentences(text: str) -> bool:
    """Whether `text` cannot be about bodies: it is long and names none at the end of a phrase, or goes on after a
    full stop."""
    if len(text) <= _LONGEST_PHRASE:
        return False
    return "。" in text.strip().rstrip("。") or not any(map(_is_body, _parts(text)))


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text.translate(_PLAIN)) if part]


def _is_body(part: str) -> bool:
    return len(part) <= 20 and _BODY.search(part) is not None and not _NO_BODY.search(part)


def is_note(text: str) -> bool:
    """Whether `text` opens like a note under a table, a signature or a total: 注：…, 联系人：…, 合计."""
    opening = compact(text[:_SHORT])
    return _NOTE.match(opening) is not None or _TOTAL.match(opening) is not None


def is_page_mark(text: str) -> bool:
    """Whether `text` only stands there because a page ends: — 2 —, 第3页, （续表）."""
    return _PAGE.match(compact(text[:_PAGE_MARK])) is not None and len(text) <= _PAGE_MARK


def is_total(text: str) -> bool:
    """Whether `text` is 合计 or the like."""
    return len(text) <= _SHORT and _TOTAL.match(compact(text)) is not None
