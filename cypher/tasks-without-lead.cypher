// title: 没有牵头单位的任务 | Tasks that nobody leads
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号 | id of the task
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: coverage.tasks_without_lead

MATCH (t:Task)
WHERE ($plan = '' OR t.plan = $plan)
  AND NOT EXISTS { MATCH (x:Unit|Collective)-[l:LEADS]->(t) }
RETURN t.plan AS plan, t.id AS task, t.path AS path, t.title AS title, t.start AS start,
       t.`end` AS `end`
ORDER BY plan, start, task
