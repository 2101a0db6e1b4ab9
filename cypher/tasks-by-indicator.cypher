// title: 指标对应的任务 | Tasks of an indicator
// param: indicator: str = | 只看这个指标及其下级（编号、代码或名称）；空为全部 | only this indicator and those below it (id, code or name); empty: all
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// column: indicator: str | 指标编号 | id of the indicator
// column: indicator_name: str | 指标名称 | its name
// column: level: int | 指标级别 | its level
// column: code: str | 指标代码 | its code
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号 | id of the task
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// column: basis: str | 关联依据（title、body、table） | where the linking words stand: title, body, table
// column: words: str | 关联的原文 | the linking words
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: coverage.tasks_by_indicator

MATCH (i:Indicator)-[m:MEASURES]->(t:Task)
WHERE $plan = '' OR m.plan = $plan
OPTIONAL MATCH (i)-[o:PART_OF]->(above:Indicator)
WITH i, m, t, above
WHERE $indicator = '' OR i.id = $indicator OR i.code = $indicator OR i.name = $indicator
   OR above.id = $indicator OR above.code = $indicator OR above.name = $indicator
RETURN i.id AS indicator, i.name AS indicator_name, i.level AS level, i.code AS code,
       t.plan AS plan, t.id AS task, t.path AS path, t.title AS title, m.basis AS basis,
       m.words AS words, m.start AS start, m.`end` AS `end`
ORDER BY indicator, plan, t.start, task, m.id
