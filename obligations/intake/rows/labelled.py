"""Finds the words about who and when that are tied to the end of an item: （责任单位：…；完成时限：…）."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from obligations.intake.document import ANYWHERE, Place
from obligations.intake.rows.labels import TASK, WHO, meaning
from obligations.intake.rows.shapes import is_bodies, is_time
from obligations.intake.source import Column

_GAP = "[ \u3000]{0,3}"


def _any(words: str) -> str:
    """A pattern for one of `words`, blanks between its characters allowed: 责 任 单 位."""
    return "(?:" + "|".join(_GAP.join(word) for word in words.split()) + ")"


# Only these words and nothing glued to them: in 县民政局办结时限：6月 the body is no part of the label.
_ROLE = _any("牵头 责任 承办 配合 协助 协办 主办 主责 落实 实施 执行 完成 负责 参与 参加 协同 承担 主管")
_NOUN = _any("单位 部门 主体 科室 股室 处室 机构 分工")
_WHEN = (_any("完成 办结 办理 落实 整改 推进 实施 工作 任务 公开") + _GAP
         + _any("时限 期限 时间节点 时间 日期 节点 进度") + "|" + _any("时间节点 进度安排 时间安排 时限要求 时限 期限"))
_EDGE = r"(?:^|(?<=[\s（(\[【〔;；,，。.、:：）)\]】〕]))"
_LABEL = re.compile(
    f"[【\\[]{_GAP}(?P<framed>{_ROLE}{_NOUN}|{_WHEN}){_GAP}[】\\]][:：]?\\s*"
    f"|(?P<who>(?:{_any('主要 具体 第一')}{_GAP})?{_ROLE}{_GAP}(?:[及和、/]?{_GAP}{_ROLE}{_GAP})?{_NOUN})"
    f"{_GAP}[:：]\\s*"
    f"|{_EDGE}(?P<short>{_any('牵头 责任 配合 主办 协办 主责 承办 协同 协助')}){_GAP}[:：]\\s*"
    f"|(?P<when>{_WHEN}){_GAP}[:：]\\s*"
    f"|{_EDGE}(?P<other>[\u4e00-\u9fff]{{2,6}})[:：]\\s*")
# 各镇（街道） may stand in it.
_PLAIN = r"[^（）()\[\]【】〔〕]"
_BRACKET = re.compile(rf"[（(\[【〔]((?:{_PLAIN}|[（(〔\[]{_PLAIN}{{1,12}}[)）〕\]]){{2,200}})[)）\]】〕]")
_TIED = re.compile("牵头|负责|配合|落实|承办")
_SEGMENTS = re.compile("[，,；;]")
_COLON = re.compile("[:：]")
_PAIRS = {"（": "）", "(": ")", "[": "]", "【": "】", "〔": "〕"}
_MOST_LABELS = 24    # labels of one group
_EDGES = " \t\u3000\n；;，,。、"


@dataclass(frozen=True, slots=True)
class Field:
    """One label with its words, as in 责任单位：区教育局; OTHER where the label is about something else."""

    kind: Column
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """The fields tied to the words `before` them; `printed` is the whole as it stands, brackets and labels too."""

    before: str
    fields: tuple[Field, ...]
    printed: str
    place: Place = ANYWHERE

    @property
    def is_closed(self) -> bool:
        """Whether its bracket, or its sentence, has ended: no line under it goes on with it."""
        end = self.printed.rstrip()[-1:]
        return end == "。" or (self.printed[:1] in _PAIRS and end in _PAIRS.values())


def groups(text: str) -> tuple[tuple[Group, ...], str]:
    """Every group of fields in `text`, and the words after the last one."""
    found: list[Group] = []
    labels = [one for one in _LABEL.finditer(text) if _kind(one)]
    at = next_label = 0
    while next_label < len(labels):
        if labels[next_label].start() < at or labels[next_label]["other"]:
            next_label += 1
            continue
        group, at = _group(text, at, labels[next_label:next_label + _MOST_LABELS])
        found.append(group)
    if not found and (duties := _unlabelled(text)):
        return duties, ""
    return tuple(found), text[at:]


def extended(group: Group, text: str) -> Group | None:
    """`group` with a line under it that goes on with its last field, or gives its time; None: the line is neither."""
    last = group.fields[-1]
    if group.is_closed or last.kind not in WHO or _COLON.search(text):
        return None
    if is_bodies(text):
        fields = *group.fields[:-1], Field(last.kind, last.label, f"{last.words}\n{text.strip()}")
    elif is_time(text) and not _has_time(group.fields):
        fields = *group.fields, Field(Column.DEADLINE, "", text.strip())
    else:
        return None
    return replace(group, fields=fields, printed=f"{group.printed}\n{text}")


def _kind(label: re.Match[str]) -> Column | None:
    """What a label announces; None: words before a colon that are none."""
    if label["when"]:
        return Column.DEADLINE
    kind = meaning(_words(label))
    return kind if not label["other"] or kind not in TASK else None


def _words(label: re.Match[str]) -> str:
    return "".join(str(label[label.lastgroup or 0]).split())


def _group(text: str, at: int, labels: list[re.Match[str]]) -> tuple[Group, int]:
    """The group that the first of `labels` opens, looked for from `at`; and where it ends."""
    first = labels[0]
    opening = _open_bracket(text, at, first.start())
    start = first.start() if opening is None else opening
    end = _sentence_end(text, labels) if opening is None else _closing(text, start)
    inner_end = end - 1 if opening is not None and text[end - 1] in _PAIRS.values() else end
    inside = [one for one in labels if one.start() < inner_end]
    ends = [one.start() for one in inside[1:]] + [inner_end]
    fields = [_field(one, text[one.end():stop]) for one, stop in zip(inside, ends, strict=True)]
    head = text[start + 1:first.start()].strip(_EDGES) if opening is not None else ""
    if is_time(head):
        fields.insert(0, Field(Column.DEADLINE, "", head))
        head = ""
    return Group(text[at:start] + head, tuple(_with_tail_time(fields)), text[start:end]), end


def _open_bracket(text: str, at: int, before: int) -> int | None:
    """Where the bracket opens that is still open at `before`."""
    opened: list[int] = []
    for place in range(at, before):
        if text[place] in _PAIRS:
            opened.append(place)
        elif opened and text[place] == _PAIRS[text[opened[-1]]]:
            opened.pop()
    return opened[-1] if opened else None


def _closing(text: str, start: int) -> int:
    """The end of the bracket that opens at `start`, or of the text where it never closes."""
    mark, depth = text[start], 0
    for place in range(start, len(text)):
        depth += (text[place] == mark) - (text[place] == _PAIRS[mark])
        if depth == 0:
            return place + 1
    return len(text)


def _sentence_end(text: str, labels: list[re.Match[str]]) -> int:
    """Without brackets a group goes on to the full stop after its last label."""
    for one, after in zip(labels, [*labels[1:], None], strict=True):
        stop = text.find("。", one.end(), after.start() if after else len(text))
        if stop >= 0 and (after is None or text[stop + 1:after.start()].strip(_EDGES)):
            return stop + 1
    return len(text)


def _field(label: re.Match[str], words: str) -> Field:
    return Field(_kind(label) or Column.OTHER, _words(label), words.strip().strip(_EDGES).strip("（(【["))


def _with_tail_time(fields: list[Field]) -> list[Field]:
    """责任单位：区教育局，6月底前完成: the time at the end of the bodies, or before them, is no body."""
    if _has_time(fields):
        return fields
    for at, one in enumerate(fields):
        parts = _SEGMENTS.split(one.words)
        if one.kind not in WHO or len(parts) < 2:
            continue
        if is_time(parts[-1]):
            bodies, time = one.words[:-len(parts[-1])], parts[-1]
        elif is_time(parts[0]):
            bodies, time = one.words[len(parts[0]):], parts[0]
        else:
            continue
        field = Field(one.kind, one.label, bodies.strip(_EDGES))
        return [*fields[:at], field, Field(Column.DEADLINE, "", time.strip()), *fields[at + 1:]]
    return fields


def _has_time(fields: Iterable[Field]) -> bool:
    return any(field.kind is Column.DEADLINE for field in fields)


def _unlabelled(text: str) -> tuple[Group, ...]:
    """（区教育局牵头，区民政局配合，6月底前完成） at the end of an item, without a label; with it, all in the item."""
    duties = [one for one in _BRACKET.finditer(text) if _is_duty(one[1])]
    if not duties or text[duties[-1].end():].strip(_EDGES):
        return ()
    starts = [0, *(one.end() for one in duties[:-1])]
    ends = [*(one.end() for one in duties[:-1]), len(text)]
    return tuple(Group(text[start:one.start()], tuple(_with_tail_time([_duty(one[1])])), text[one.start():end])
                 for start, one, end in zip(starts, duties, ends, strict=True))


def _duty(words: str) -> Field:
    return Field(Column.RESPONSIBLE, "", words.strip(_EDGES))


def _is_duty(words: str) -> bool:
    return any(is_bodies(part) for part in _SEGMENTS.split(words) if part.strip() and _TIED.search(part))
