// title: 一段时间内到期的任务 | Tasks due within a period
// param: since: date | 起始日（含） | first day of the period
// param: until: date | 截止日（含） | last day of the period
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// param: unit: str = | 只看这个单位（编号或名称）；空为全部 | only this unit (id or name); empty: all
// column: date: date | 期限 | the last day
// column: lead: str | 牵头单位编号 | id of a body that leads the task
// column: lead_name: str | 牵头单位名称 | its name
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号 | id of the task
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// column: deadline: str | 期限编号 | id of the deadline
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: deadlines.due_within

MATCH (t:Task)-[h:HAS_DEADLINE]->(d:Deadline)
WHERE d.date >= $since AND d.date <= $until AND ($plan = '' OR d.plan = $plan)
OPTIONAL MATCH (x:Unit|Collective)-[l:LEADS]->(t)
WITH DISTINCT d, t, x.id AS lead, x.name AS lead_name
WHERE $unit = '' OR lead = $unit OR lead_name = $unit
RETURN d.date AS date, lead, lead_name, t.plan AS plan, t.id AS task, t.path AS path,
       t.title AS title, d.id AS deadline, d.start AS start, d.`end` AS `end`
ORDER BY date, plan, start, deadline, lead
