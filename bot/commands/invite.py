"""`gongkai invite`: a one-time code by which somebody enrols."""

from bot.commands.installation import ACTOR, installation, print_json
from obligations.errors import Refusal
from storage import people
from storage.people import INVITE_HOURS, Position


def invite(role: str, department: str, *, as_json: bool) -> None:
    """Make a code for the office, or for the liaison of a department, and print it once. Raises Refusal."""
    here, position = installation(), Position(role)
    if position is Position.LIAISON and not department:
        raise Refusal("invite-needs-department")
    if position is not Position.LIAISON and department:
        raise Refusal("invite-office-alone")
    with here.changing() as session:
        context = here.context(session)
        name = context.department_for_writing(department) if department else None
        district = context.plan_in_force.district_id
        code, expires = people.invite(session, district, position, name, here.now, ACTOR)
    if as_json:
        # The address would need the bot's name, which only the messenger knows.
        print_json({"code": code, "link": None, "expires_at": expires.isoformat()})
        return
    who = name or here.say("cli-the-office")
    print(here.say("invite-made-code", who=who, code=code, hours=INVITE_HOURS))
