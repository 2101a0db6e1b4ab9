// title: 两个方案按职能对比 | Two plans side by side, by function
// param: plan: str | 方案编号 | id of the plan
// param: other: str | 另一方案编号 | id of the other plan
// column: function: str | 职能代码 | code of the main function of units
// column: leads: int | 方案中的牵头次数 | attributions that its units lead in the plan
// column: supports: int | 方案中的配合次数（不含套话式和统一规定的） | attributions that they support there, weightless ones left out
// column: other_leads: int | 另一方案中的牵头次数 | leads in the other plan
// column: other_supports: int | 另一方案中的配合次数 | supports in the other plan
// measure: comparison.plans_by_function

MATCH (u:Unit)-[r:LEADS|SUPPORTS]->(t:Task)
WHERE (t.plan = $plan OR t.plan = $other) AND NOT r.repeats
  AND (r.boilerplate IS NULL OR NOT r.boilerplate AND NOT r.standing)
RETURN u.function AS function,
       count(CASE WHEN t.plan = $plan AND r.boilerplate IS NULL THEN 1 END) AS leads,
       count(CASE WHEN t.plan = $plan AND r.boilerplate IS NOT NULL THEN 1 END) AS supports,
       count(CASE WHEN t.plan = $other AND r.boilerplate IS NULL THEN 1 END) AS other_leads,
       count(CASE WHEN t.plan = $other AND r.boilerplate IS NOT NULL THEN 1 END) AS other_supports
ORDER BY function
