// title: 经常性义务（含未写明报送对象的） | Recurring duties, those owed to nobody too
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// param: unit: str = | 只看这个单位（编号或名称）；空为全部 | only this unit (id or name); empty: all
// column: plan: str | 方案编号 | id of the plan
// column: duty: str | 经常性义务编号 | id of the duty
// column: kind: str | 种类（report、meet、bulletin、assess） | what is to be done: report, meet, bulletin, assess
// column: recurrence: str | 周期 | how often
// column: dates: strings | 日期 | days as given
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: owed_to: str | 报送对象编号；未写明的无 | id of the body that it is owed to; none where nobody is named
// column: owed_to_name: str | 报送对象名称 | its name
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: duties.recurring_duties

MATCH (d:Duty)
WHERE $plan = '' OR d.plan = $plan
OPTIONAL MATCH (u:Unit|Collective)-[o:OWES]->(d)
WITH d, u
WHERE $unit = '' OR u.id = $unit OR u.name = $unit
OPTIONAL MATCH (d)-[w:OWED_TO]->(y:Unit|Collective)
RETURN d.plan AS plan, d.id AS duty, d.kind AS kind, d.recurrence AS recurrence,
       d.dates AS dates, u.id AS unit, u.name AS name, y.id AS owed_to, y.name AS owed_to_name,
       d.start AS start, d.`end` AS `end`
ORDER BY plan, start, duty, unit
