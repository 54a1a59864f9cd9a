"""Every table of the log, and nothing else; rules live in `obligations`, queries in the modules beside.
Times are aware UTC; days are local dates. Names of states are those of `obligations/item.py`."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import JSON, Column, Index, Table, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from obligations.item import REMINDED, State


class Numbered(SQLModel):
    """A row with a number of its own."""
    id: int | None = Field(default=None, primary_key=True)


class District(Numbered, table=True):
    """`told_on`, `told_at`: the last finished round; `contact_at`: when the messenger last answered."""
    name: str = Field(unique=True)
    next_number: int = 1
    calendar_version: str = ""
    told_on: date | None = None
    told_at: datetime | None = None
    contact_at: datetime | None = None
    bot_name: str = ""


class Document(Numbered, table=True):
    """An office's file as it came; a plan that was made of it can be made again with other answers."""
    __table_args__ = (UniqueConstraint("district_id", "digest"),)
    district_id: int = Field(foreign_key="district.id")
    name: str
    digest: str
    content: bytes


class Plan(Numbered, table=True):
    """`content` is the plan file, as imported or as drafted from a document after the plan before it, when so much
    was `known` of the district. `answers`: ids of choices by the keys of its questions; `carried`: earlier edits;
    `doubts`: what is doubtful about the document, in ids and values (see `knowing.py`)."""
    __table_args__ = (UniqueConstraint("district_id", "digest"),)
    district_id: int = Field(foreign_key="district.id", index=True)
    key: str
    year: int
    title: str
    status: str
    digest: str
    content: str = Field(sa_column=Column(Text, nullable=False))
    document_id: int | None = Field(default=None, foreign_key="document.id")
    before_id: int | None = Field(default=None, foreign_key="plan.id")
    answers: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}"))
    known: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}"))
    carried: list[dict[str, object]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]"))
    doubts: str = Field(default="[]", sa_column=Column(Text, nullable=False, server_default="[]"))
    imported_at: datetime
    activated_at: datetime | None = None


class Department(Numbered, table=True):
    """`liaisons`: who is expected to enrol; `told_on`: when people were told of its succession, None: not yet."""
    __table_args__ = (UniqueConstraint("district_id", "name"),)
    district_id: int = Field(foreign_key="district.id", index=True)
    name: str
    full_name: str = ""
    aliases: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    liaisons: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]"))
    successor: str | None = None
    successor_from: date | None = Field(default=None, index=True)
    told_on: date | None = None


class Membership(SQLModel, table=True):
    """A department's time in a group such as 区政府各部门; `last` is its last day, None: still a member."""
    district_id: int = Field(foreign_key="district.id", primary_key=True)
    name: str = Field(primary_key=True)
    department_id: int = Field(foreign_key="department.id", primary_key=True)
    first: date = Field(primary_key=True)
    last: date | None = None


class Deliverable(Numbered, table=True):
    """One row a deliverable of an activated plan; `task` is the plan's row (R01)."""
    __table_args__ = (UniqueConstraint("district_id", "year", "key"),)
    district_id: int = Field(foreign_key="district.id")
    plan_id: int = Field(foreign_key="plan.id")
    year: int
    key: str
    task: str
    title: str
    place: str = ""
    source: str = ""


class Event(Numbered, table=True):
    """A registered fact; `natural_key` keeps one fact from being registered twice."""
    __table_args__ = (UniqueConstraint("district_id", "natural_key"),)
    district_id: int = Field(foreign_key="district.id")
    natural_key: str
    kind: str
    on: date
    at: datetime | None = None
    title: str = ""
    registered_by: str
    registered_at: datetime


def in_states(wanted: Iterable[State], table: str = "") -> str:
    """The condition that an obligation is in one of these states, in literals: with bound parameters SQLite uses no
    partial index. `table`: its name, where the statement knows several."""
    column = f"{table}.state" if table else "state"
    return f"{column} IN ({', '.join(repr(state.value) for state in sorted(wanted))})"


# What the morning reads.
MORNING = text(f"{in_states(REMINDED)} AND act_by IS NOT NULL")


class Obligation(Numbered, table=True):
    __table_args__ = (
        UniqueConstraint("district_id", "deliverable_id", "department_id", "period"),
        UniqueConstraint("district_id", "number"), Index("obligation_department", "department_id", "state"),
        Index("obligation_morning", "district_id", "department_id", "act_by", "number", "due", "overdue_after",
              "deliverable_id", "period", "opened_on", "provisional", "state",
              sqlite_where=MORNING, postgresql_where=MORNING),
    )
    district_id: int = Field(foreign_key="district.id")
    number: int
    deliverable_id: int = Field(foreign_key="deliverable.id")
    department_id: int = Field(foreign_key="department.id")
    period: str
    step: str = ""
    event_id: int | None = Field(default=None, foreign_key="event.id")
    state: str
    due: date | None = None
    act_by: date | None = None
    overdue_after: date | None = None
    due_at: datetime | None = None
    provisional: bool = False
    opened_on: date
    explanation: str = Field(default="", sa_column=Column(Text, nullable=False))
    closed_at: datetime | None = Field(default=None, index=True)
    version: int = 1


class Evidence(Numbered, table=True):
    """What one reply said of one obligation; never changed, an undo adds a `withdrawal`."""
    __table_args__ = (Index("evidence_person", "person_id", "id"), Index("evidence_withdraws", "withdraws"))
    obligation_id: int = Field(foreign_key="obligation.id", index=True)
    person_id: int = Field(foreign_key="person.id")
    kind: str
    links: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    words: str = Field(sa_column=Column(Text, nullable=False))
    source: str
    withdraws: int | None = Field(default=None, foreign_key="evidence.id")
    received_at: datetime


class Person(Numbered, table=True):
    """`account` is the channel's user, `chat` where they are written to; `trouble`: why that fails."""
    __table_args__ = (UniqueConstraint("channel", "account"),)
    district_id: int = Field(foreign_key="district.id", index=True)
    channel: str
    account: str
    chat: str = Field(index=True)
    name: str
    role: str
    active: bool = True
    locale: str = "zh-CN"
    joined_at: datetime
    trouble: str = ""


class Post(SQLModel, table=True):   # which departments a liaison answers for
    __table_args__ = (Index("post_department", "department_id"),)
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    department_id: int = Field(foreign_key="department.id", primary_key=True)


class Invite(Numbered, table=True):
    """A one-time invitation; only the SHA-256 of its code is kept."""
    district_id: int = Field(foreign_key="district.id")
    code_hash: str = Field(unique=True)
    role: str
    department_id: int | None = Field(default=None, foreign_key="department.id")
    created_by: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: int | None = Field(default=None, foreign_key="person.id")


class Pending(SQLModel, table=True):
    """A half-understood reply, or a thing to be confirmed, kept until its answer comes; one a person."""
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    kind: str
    content: dict[str, object] = Field(sa_column=Column(JSON, nullable=False))
    asked_at: datetime


class Inbox(Numbered, table=True):
    """Raw updates as they came, committed before they are confirmed to the messenger; `tries` of what one brought."""
    __table_args__ = (UniqueConstraint("channel", "number"), Index(
        "inbox_new", "channel", "id", sqlite_where=text("state = 'new'"), postgresql_where=text("state = 'new'")))
    channel: str
    number: int
    raw: str = Field(sa_column=Column(Text, nullable=False))
    state: str = "new"
    tries: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    received_at: datetime
    trouble: str = ""


# Literals again; a row that only waits, one for every person each morning, is in the first index alone.
ARRIVED, EDITING = text("message IS NOT NULL"), text("edit IS NOT NULL")
QUEUED, SENDING, TROUBLED = (text(f"state IN ({s})") for s in ("'queued'", "'sending'", "'dead', 'unknown'"))


class Outbox(Numbered, table=True):
    """Notices and answers, planned before they are sent. `key` is natural: the same thing is never
    planned twice. `items`: the numbers shown, in order; `mark`: the last evidence an office digest knew.
    `day`: the only one on which it may leave (None: any). `doubts`: how often nobody could know whether it
    arrived; `claimed_at`: when it was worded last."""
    __table_args__ = (
        Index("outbox_queue", "channel", "priority", "id", sqlite_where=QUEUED, postgresql_where=QUEUED),
        Index("outbox_message", "chat", "message", sqlite_where=ARRIVED, postgresql_where=ARRIVED),
        Index("outbox_edit", "chat", "edit", sqlite_where=EDITING, postgresql_where=EDITING),
        Index("outbox_trouble", "settled_at", sqlite_where=TROUBLED, postgresql_where=TROUBLED),
        Index("outbox_sending", "channel", sqlite_where=SENDING, postgresql_where=SENDING),
    )
    key: str = Field(unique=True)
    channel: str
    chat: str
    person_id: int | None = Field(default=None, foreign_key="person.id")
    kind: str
    priority: int = 5
    content: str = Field(sa_column=Column(Text, nullable=False))
    items: str = ""
    edit: str | None = None
    state: str = "queued"
    day: date | None = None
    attempts: int = 0
    doubts: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    claimed_at: datetime | None = None
    not_before: datetime | None = None
    message: str | None = None
    trouble: str = ""
    mark: int = 0
    created_at: datetime
    settled_at: datetime | None = None


class Interruption(Numbered, table=True):
    """A time in which a channel did not answer like itself, `ended_at` the last moment that is known of it;
    `repeated`: messages that went out once more for it."""
    __table_args__ = (Index("interruption_began", "channel", "began_at"),)
    channel: str
    began_at: datetime
    ended_at: datetime
    lasts: bool = True
    repeated: int = 0


class Audit(Numbered, table=True):
    """The append-only log. `hash` covers the line and the hash before it; see `storage/audit.py`."""
    at: datetime
    actor: str
    action: str
    subject: str
    details: str = Field(sa_column=Column(Text, nullable=False))
    previous: str = Field(unique=True)
    hash: str = Field(unique=True)


def table_of(model: type[SQLModel]) -> Table:
    """The Core table of a model: what is read often is read without making objects."""
    return SQLModel.metadata.tables[str(model.__tablename__)]
