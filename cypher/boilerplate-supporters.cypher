// title: 套话式配合单位 | Bodies that support as part of a tail
// param: plan: str = | 只看这个方案（编号）；空为全部 | only this plan (id); empty: all
// column: plan: str | 方案编号 | id of the plan
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: kind: str | 类别（unit、collective、external） | kind of body: unit, collective, external
// column: supports: int | 在该方案中的配合次数 | attributions of the plan that it supports
// column: boilerplate: int | 其中套话式配合 | of these, in a tail that most lists have
// measure: supporters.boilerplate_supporters

MATCH (u:Unit|Collective)-[s:SUPPORTS]->(t:Task)
WHERE ($plan = '' OR s.plan = $plan) AND NOT s.repeats
WITH s.plan AS plan, u.id AS unit, count(s) AS supports,
     count(CASE WHEN s.boilerplate THEN 1 END) AS boilerplate
WHERE boilerplate > 0
MATCH (u:Unit|Collective) WHERE u.id = unit
RETURN plan, unit, u.name AS name, u.kind AS kind, supports, boilerplate
ORDER BY plan, boilerplate DESC, supports DESC, unit
