// title: 没有牵头单位的指标 | Indicators that nobody answers for
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// column: plan: str | 方案编号 | id of the plan
// column: indicator: str | 指标编号 | id of the indicator
// column: indicator_name: str | 指标名称 | its name
// column: level: int | 指标级别 | its level
// column: code: str | 指标代码 | its code
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: coverage.indicators_without_lead

// An indicator is answered for where it is led, or the one above it, or all below it.
MATCH (i:Indicator)
WHERE i.plan IS NOT NULL AND ($plan = '' OR i.plan = $plan)
  AND NOT EXISTS { MATCH (x:Unit|Collective)-[l:LEADS]->(i) }
  AND NOT EXISTS { MATCH (y:Unit|Collective)-[m:LEADS]->(above:Indicator)<-[o:PART_OF]-(i) }
OPTIONAL MATCH (below:Indicator)-[q:PART_OF]->(i)
OPTIONAL MATCH (z:Unit|Collective)-[n:LEADS]->(below)
WITH i, count(DISTINCT below.id) AS parts,
     count(DISTINCT CASE WHEN n.id IS NOT NULL THEN below.id END) AS led
WHERE parts = 0 OR led < parts
RETURN i.plan AS plan, i.id AS indicator, i.name AS indicator_name, i.level AS level,
       i.code AS code, i.start AS start, i.`end` AS `end`
ORDER BY plan, start, indicator
