"""What has to happen to typed text before anything can be read in it; what it means is decided elsewhere."""

import re
from unicodedata import normalize

# Pasted along from web pages and word processors: they show nothing and change nothing.
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200e\u2060-\u2064\ufe00-\ufe0f\ufeff]")

# Bidirectional controls make a text look different from what it is; other controls have no business in it.
HIDDEN_CLASS = "\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(f"[{HIDDEN_CLASS}]")

_SIMPLIFIED = str.maketrans(
    "開發佈結銷無內項號還沒嗎辦網過個條為這網區縣財會號業環衛問樣麼鏈辦點經報請謝審傳載標題錄單"
    "預決閱數據總劃則規範執處罰資訊與聯繫電話員於後將應當換舊錯誤刪連頁務門麗領導師長來時間計讓對",
    "开发布结销无内项号还没吗办网过个条为这网区县财会号业环卫问样么链办点经报请谢审传载标题录单"
    "预决阅数据总划则规范执处罚资讯与联系电话员于后将应当换旧错误删连页务门丽领导师长来时间计让对",
)


def visible(text: str) -> str:
    """`text` without the characters that only take up room; directional and control marks stay."""
    return _INVISIBLE.sub("", text)


def unfolded(text: str) -> str:
    """`text` with full-width and other compatibility forms as plain ones: ＃４１ → #41 (NFKC)."""
    return normalize("NFKC", text)


def simplified(text: str) -> str:
    """`text` with the traditional characters of our own vocabulary simplified; the length stays."""
    return text.translate(_SIMPLIFIED)


def has_hidden(text: str) -> bool:
    """Whether marks stand in `text` that reorder or hide what a reader sees."""
    return _HIDDEN.search(text) is not None


def without_hidden(text: str) -> str:
    """`text` with every hidden mark replaced by a space."""
    return _HIDDEN.sub(" ", text)


def one_line(text: str) -> str:
    """`text` as one line without anything hidden in it: what a name must be before others are shown it."""
    return " ".join(without_hidden(visible(text)).split())
