// title: 牵头单位过多的任务 | Tasks that many bodies lead
// param: most: int = 3 | 牵头单位不多于此数的不列 | tasks that no more bodies lead are left out
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号 | id of the task
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// column: leads: int | 牵头单位数 | distinct bodies that lead it
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: coverage.tasks_with_many_leads

MATCH (x:Unit|Collective)-[l:LEADS]->(t:Task)
WHERE ($plan = '' OR l.plan = $plan) AND NOT l.repeats
WITH t, count(DISTINCT x.id) AS leads
WHERE leads > $most
RETURN t.plan AS plan, t.id AS task, t.path AS path, t.title AS title, leads, t.start AS start,
       t.`end` AS `end`
ORDER BY leads DESC, plan, start, task
