"""The districts of an installation: most have exactly one."""

from sqlmodel import Session, col, select

from storage.tables import District


def name_of(session: Session, district: int) -> str:
    """A district's name."""
    return session.get_one(District, district).name


def names(session: Session) -> dict[str, int]:
    """Every district of this installation by its name, in the order of their coming."""
    return {row.name: row.id or 0 for row in session.exec(select(District).order_by(col(District.id)))}


def called(session: Session, name: str) -> int | None:
    """The district of that name; None: there is none."""
    return session.exec(select(District.id).where(District.name == name)).first()


def found(session: Session, name: str) -> int:
    """The district of that name, which is made if there is none."""
    row = session.exec(select(District).where(District.name == name)).first() or District(name=name)
    session.add(row)
    session.flush()
    return row.id or 0
