"""Why a step of a scenario cannot be carried out, by the code of the reason."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.reports.wording import Wording

STEP_REASONS: Mapping[str, Wording] = {
    "no-step": Wording(
        "步骤只能是 move_lead、demote_lead、add_supporter、drop_supporter、merge、dissolve 或 "
        "drop_boilerplate",
        "a step is one of move_lead, demote_lead, add_supporter, drop_supporter, merge, dissolve "
        "and drop_boilerplate",
    ),
    "bad-number": Wording("须是不小于 0 的整数", "the value has to be a whole number, 0 or more"),
    "no-such-task": Wording("没有这项任务", "there is no such task"),
    "ambiguous-task": Wording("有几项任务用这个编号", "several tasks have this number"),
    "no-such-unit": Wording("没有这个单位", "there is no such body"),
    "ambiguous-unit": Wording("有几个单位叫这个名称", "several bodies have this name"),
    "same-unit": Wording("两者是同一单位", "both are one body"),
    "no-lead": Wording("该单位没有牵头这项任务", "this body does not lead the task"),
    "leads-already": Wording("该单位已经牵头这项任务", "this body leads the task already"),
    "supports-already": Wording(
        "该单位在这项任务中已有分工", "this body has a part in the task already"
    ),
    "no-supporter": Wording("该单位没有配合这项任务", "this body does not support the task"),
}
