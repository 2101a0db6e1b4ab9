// title: 单位牵头的任务 | Tasks that a unit leads
// param: unit: str | 单位编号或名称 | id or name of the unit
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号 | id of the task
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// column: group: int | 第几个责任条款（从 0 起） | number of the attribution within the task, from 0
// column: basis: str | 牵头依据 | how the lead is known
// column: co_leads: int | 该条款的牵头单位数 | bodies that lead in the same attribution
// column: mention: str | 原文写法 | the words that name it
// column: due: date | 最早期限 | first day on which something of the task is due
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: tasks.leads_of_unit

MATCH (u:Unit)-[l:LEADS]->(t:Task)
WHERE (u.id = $unit OR u.name = $unit) AND NOT l.repeats
RETURN u.id AS unit, u.name AS name, t.plan AS plan, t.id AS task, t.path AS path,
       t.title AS title, l.`group` AS `group`, l.basis AS basis, l.co_leads AS co_leads,
       l.mention AS mention, t.due AS due, l.start AS start, l.`end` AS `end`
ORDER BY unit, plan, t.start, task, `group`
