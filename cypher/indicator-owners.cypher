// title: 指标牵头单位 | Who answers for each indicator
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// param: unit: str = | 只看这个单位（编号或名称）；空为全部 | only this unit (id or name); empty: all
// column: plan: str | 方案编号 | id of the plan
// column: indicator: str | 指标编号 | id of the indicator
// column: indicator_name: str | 指标名称 | its name
// column: level: int | 指标级别 | its level
// column: code: str | 指标代码 | its code
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: kind: str | 类别（unit、collective、external） | kind of body: unit, collective, external
// column: basis: str | 牵头依据 | how the lead is known
// column: mention: str | 原文写法 | the words that name it
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// measure: coverage.indicator_owners

MATCH (u:Unit|Collective)-[l:LEADS]->(i:Indicator)
WHERE ($plan = '' OR l.plan = $plan) AND ($unit = '' OR u.id = $unit OR u.name = $unit)
RETURN l.plan AS plan, i.id AS indicator, i.name AS indicator_name, i.level AS level,
       i.code AS code, u.id AS unit, u.name AS name, u.kind AS kind, l.basis AS basis,
       l.mention AS mention, l.start AS start, l.`end` AS `end`
ORDER BY plan, start, indicator, l.id
