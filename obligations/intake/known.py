"""What is known of the district before a document is read."""

from dataclasses import dataclass

from obligations.plan import Department, Group


@dataclass(frozen=True, slots=True)
class Known:
    """The district's name (池州市贵池区, "" when it is not known), its departments with every spelling in use, and
    its groups with their members, as the office has listed them; empty before it has. `used`: the keys of everything
    that plans of the year have ever asked for: none is given to something else."""

    district: str = ""
    departments: tuple[Department, ...] = ()
    groups: tuple[Group, ...] = ()
    used: tuple[str, ...] = ()
