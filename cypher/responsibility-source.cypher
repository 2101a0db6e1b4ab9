// title: 责任的原文依据 | Where a responsibility comes from
// param: id: str | 责任、任务或指标的编号 | id of a responsibility, a task or an indicator
// column: id: str | 责任编号 | id of the responsibility
// column: role: str | 角色 | lead, support or engaged
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: mention: str | 原文写法 | the words that name it
// column: basis: str | 牵头依据 | how the lead is known
// column: rule: str | 抽取规则 | the rule of extraction
// column: confidence: str | 可信程度 | how much it can be relied on
// column: plan: str | 方案编号 | id of the plan
// column: source: str | 文件名 | name of the file
// column: start: int | 原文起点（字符） | first code point in the plan's text
// column: end: int | 原文终点（字符） | code point after the last one
// column: about: str | 任务或指标编号 | id of the task or indicator
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题或指标名称 | heading of the task, or name of the indicator
// measure: sources.responsibility_source

MATCH (u:Unit|Collective)-[r:LEADS|SUPPORTS|ENGAGED_IN]->(t:Task|Indicator)
WHERE r.id = $id OR t.id = $id
MATCH (p:Plan) WHERE p.id = r.plan
RETURN r.id AS id,
       CASE WHEN r.co_leads IS NOT NULL THEN 'lead'
            WHEN r.boilerplate IS NOT NULL THEN 'support' ELSE 'engaged' END AS role,
       u.id AS unit, u.name AS name, r.mention AS mention, r.basis AS basis, r.rule AS rule,
       r.confidence AS confidence, r.plan AS plan, p.source AS source, r.start AS start,
       r.`end` AS `end`, t.id AS about, t.path AS path, coalesce(t.title, t.name) AS title
ORDER BY plan, start, id
