// title: 某项指标数值的目标 | Targets of a metric
// param: metric: str | 指标数值名称中的字词 | words in the name of the metric
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// column: target: str | 目标编号 | id of the target
// column: metric: str | 对象 | what is counted
// column: op: str | 比较（<=、>=、=、up_by、down_by） | how the value is to be read: <=, >=, =, up_by, down_by
// column: value: float | 数值 | the number
// column: unit_of_value: str | 计量单位 | what it counts in
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号；整个方案的目标无 | id of the task; none for a goal of the whole plan
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: tasks.targets_of_metric

MATCH (g:Target)
WHERE ($metric = '' OR g.metric CONTAINS $metric) AND ($plan = '' OR g.plan = $plan)
OPTIONAL MATCH (t:Task)-[h:HAS_TARGET]->(g)
RETURN g.id AS target, g.metric AS metric, g.op AS op, g.value AS value, g.unit AS unit_of_value,
       g.plan AS plan, t.id AS task, t.path AS path, t.title AS title, g.start AS start,
       g.`end` AS `end`
ORDER BY plan, start, target
