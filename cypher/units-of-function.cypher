// title: 各地同职能单位 | Units of one function across places
// param: function: str | 职能代码 | code of the function
// param: lead: float = 1.0 | 牵头的权重 | weight of a lead
// param: support: float = 0.3 | 配合的权重 | weight of a support
// param: engaged: float = 0.1 | 被协调的权重 | weight of being engaged
// param: split_leads: bool = false | 共同牵头时是否平分 | whether bodies that lead together share the lead
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: jurisdiction: str | 所属地区 | the place that it belongs to
// column: leads: int | 牵头次数（按责任条款计） | attributions that it leads
// column: supports: int | 配合次数 | attributions that it supports
// column: engaged: int | 被协调次数 | attributions in which others are to coordinate with it
// column: load: float | 负荷 | its load
// column: jurisdiction_id: str | 地区编号 | id of the place
// column: plans: int | 涉及的方案数 | plans in which it has a role
// measure: comparison.units_of_function

MATCH (u:Unit {kind: 'unit'})
WHERE $function IN u.functions
OPTIONAL MATCH (u)-[l:LEADS]->(:Task) WHERE NOT l.repeats
WITH u, count(l) AS leads,
     sum(CASE WHEN l.id IS NULL THEN 0.0
              WHEN $split_leads THEN 1.0 / l.co_leads ELSE 1.0 END) AS shares
OPTIONAL MATCH (u)-[s:SUPPORTS]->(:Task) WHERE NOT s.repeats
WITH u, leads, shares, count(s) AS supports,
     count(CASE WHEN NOT s.boilerplate AND NOT s.standing THEN 1 END) AS weighty
OPTIONAL MATCH (u)-[e:ENGAGED_IN]->(:Task) WHERE NOT e.repeats
WITH u, leads, shares, supports, weighty, count(e) AS engaged
WHERE leads + supports + engaged > 0
MATCH (u)-[r:LEADS|SUPPORTS|ENGAGED_IN]->(:Task)
WITH u, leads, shares, supports, weighty, engaged, count(DISTINCT r.plan) AS plans
RETURN u.id AS unit, u.name AS name, u.jurisdiction AS jurisdiction, leads, supports, engaged,
       round($lead * shares + $support * weighty + $engaged * engaged, 9) AS load,
       u.jurisdiction_id AS jurisdiction_id, plans
ORDER BY load DESC, leads DESC, unit
