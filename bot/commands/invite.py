"""`gongkai invite`: a one-time code by which somebody enrols."""

from bot.channels.telegram import invite_link
from bot.commands.installation import ACTOR, installation, print_json
from obligations.errors import Refusal
from storage import people
from storage.people import INVITE_HOURS, Position


def invite(role: str, department: str, district: str, *, as_json: bool) -> None:
    """Make a code for the office, or for the liaison of a department, and print it once. Raises Refusal."""
    here, position = installation(district), Position(role)
    if position is Position.LIAISON and not department:
        raise Refusal("invite-needs-department")
    if position is not Position.LIAISON and department:
        raise Refusal("invite-office-alone")
    with here.changing() as session:
        context = here.context(session)
        name = context.department_for_writing(department) if department else None
        code, expires = people.invite(session, context.plan_in_force.district_id, position, name, here.today,
                                      here.now, ACTOR)
        bot = people.bot_name(session, context.plan_in_force.district_id)
    link = invite_link(bot, code)
    if as_json:
        print_json({"code": code, "link": link, "expires_at": expires.isoformat()})
        return
    who = name or here.say("cli-the-office")
    key = "invite-made" if link else "invite-made-code"
    print(here.say(key, who=who, link=link, code=code, hours=INVITE_HOURS))
