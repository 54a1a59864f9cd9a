"""Tells a slip of the pen in a name from the name of somebody else: by its sound, or by the shape of its letters.

Whose names are compared is decided in `likeness`, what becomes of a slip in `alike`.
"""

from functools import lru_cache

# Letters of one word are taken for one another by an eye or a scanner.
_SHAPES = """
己已巳 未末 土士 人入八 日曰目 代伐 候侯 免兔 戊戌戍 要耍 析折 贷货 晴睛 徒徙 暑署 栗粟 抬拾 陪倍 管菅 市巿
国囯 园圆 地池 象像 档挡 案桉 技枝 扶抚 贫贪 信估 访仿坊 编遍偏 广厂 文丈 旅旋 医区 公分 司同 法洁 体休 环坏
保堡 务条 城域 规观 划刘 价介 招昭沼 疾痰 计讨汁 统绕 审宙 税锐 财材则 政攻改 民氏 水永 利刹 林材 农衣 商离
供拱洪 检捡 宣宜 应庆 急怠 监盐 质盾 残线 妇如 侨桥 证征 教救 育盲 通诵 输轮愉 住往佳 房户 发友 社杜 会全 科料 防妨
气汽 电由田 投授
"""
_LOOK_ALIKE = frozenset((one, other) for group in _SHAPES.split() for one in group for other in group if one != other)


def is_slip(wrong: str, right: str) -> bool:
    """Whether `wrong` is `right` with one letter for another of its sound or shape (财正 for 财政), two letters the
    wrong way round (政财), or one written twice (财政政)."""
    if len(wrong) == len(right):
        differing = [at for at in range(len(right)) if wrong[at] != right[at]]
        return _is_mistaken(wrong, right, differing) or _is_swapped(wrong, right, differing)
    return len(wrong) == len(right) + 1 and any(
        wrong[:at] + wrong[at + 1:] == right and _sounds_like(wrong[at - 1], wrong[at]) for at in range(1, len(wrong)))


def is_clipped(wrong: str, right: str) -> bool:
    """Whether `wrong` is `right` without one of its letters: 人力资社会保障."""
    return len(wrong) + 1 == len(right) and any(right[:at] + right[at + 1:] == wrong for at in range(len(right)))


def _is_mistaken(wrong: str, right: str, differing: list[int]) -> bool:
    if len(differing) != 1:
        return False
    pair = wrong[differing[0]], right[differing[0]]
    return pair in _LOOK_ALIKE or _sounds_like(*pair) or _sounds_like(wrong, right)


def _is_swapped(wrong: str, right: str, differing: list[int]) -> bool:
    return (len(differing) == 2 and differing[0] + 1 == differing[1]
            and wrong[differing[0]] == right[differing[1]] and wrong[differing[1]] == right[differing[0]])


def _sounds_like(one: str, other: str) -> bool:
    return _sound(one) == _sound(other)


@lru_cache(maxsize=65536)
def _sound(words: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(words))
