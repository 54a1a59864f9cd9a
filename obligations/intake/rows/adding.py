"""Makes a row of an item that has been read, or a fault where it has two of what a row has once."""

from obligations.intake.inquiry import Choice
from obligations.intake.rows.gathering import Gathering, Printed
from obligations.intake.rows.items import PUNCTUATION, Item
from obligations.intake.rows.labels import WHO
from obligations.intake.source import NOTHING, Column, Quote, SourceRow
from obligations.planfile_row import printable


def add_item(item: Item, to: Gathering) -> None:
    """Add `item` to the rows; what is doubtful about its bodies and brackets is asked or noted."""
    if _is_unclear(item):
        to.fault("rows-unclear-item", item.place, item.printed + "".join(group.printed for group in item.tied))
        return
    text = item.text
    if _is_open(text):
        to.inquiry.remark("bracket-open", Quote(text, item.place), row=len(to.rows))
    _keep_number(item, to)
    _remember(item, to)
    to.rows.append(SourceRow(
        to.outline.names(), item.number, Quote(text, item.place), NOTHING, _bodies(item, to), item.deadline, item.place,
        item.others))


def _is_unclear(item: Item) -> bool:
    times = [one for one in item.fields if one.kind is Column.DEADLINE]
    labels = [one.label for one in item.fields if one.kind in WHO]
    return len(times) > 1 or not printable(item.text).strip(PUNCTUATION) or len(set(labels)) < len(labels)


def _is_open(text: str) -> bool:
    """Whether a bracket in `text` has no partner: what stands in it may have been meant for the fields."""
    return sum(map(text.count, "（(【[〔")) != sum(map(text.count, "）)】]〕"))


def _bodies(item: Item, to: Gathering) -> tuple[tuple[Column, Quote], ...]:
    bodies = item.quotes(*WHO)
    if item.tied and not bodies:
        to.inquiry.ask("no-bodies", Quote(item.text, item.place), (Choice("leave-open"),), row=len(to.rows),
                       context=item.text)
    return bodies


def _keep_number(item: Item, to: Gathering) -> None:
    if item.mark:
        to.outline.rise(item.mark.level)
        to.printed.append(Printed(item.number, item.place, len(to.rows), to.outline.names()))


def _remember(item: Item, to: Gathering) -> None:
    """Count the labels among the columns."""
    known = dict(to.columns)
    to.columns += tuple({one.kind: (one.kind, one.label) for one in item.fields
                         if one.label and one.kind not in known}.values())
