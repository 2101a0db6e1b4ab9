// title: 没有任务支撑的一级指标 | First-level indicators without a task
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// column: plan: str | 方案编号 | id of the plan
// column: indicator: str | 指标编号 | id of the indicator
// column: indicator_name: str | 指标名称 | its name
// column: level: int | 指标级别 | its level
// column: code: str | 指标代码 | its code
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: coverage.indicators_without_task

MATCH (i:Indicator {level: 1})
WHERE i.plan IS NOT NULL AND ($plan = '' OR i.plan = $plan)
  AND NOT EXISTS { MATCH (i)-[m:MEASURES]->(t:Task) WHERE m.plan = i.plan }
  AND NOT EXISTS {
    MATCH (i)<-[o:PART_OF]-(below:Indicator)-[n:MEASURES]->(s:Task) WHERE n.plan = i.plan
  }
// A task may be about the indicator of the vocabulary that has the same code.
OPTIONAL MATCH (same:Indicator)-[k:MEASURES]->(r:Task)
WHERE same.code = i.code AND k.plan = i.plan
WITH i, count(k) AS linked
WHERE linked = 0
RETURN i.plan AS plan, i.id AS indicator, i.name AS indicator_name, i.level AS level,
       i.code AS code, i.start AS start, i.`end` AS `end`
ORDER BY plan, start, indicator
