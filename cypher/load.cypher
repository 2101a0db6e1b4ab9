// title: 单位负荷 | Load of each unit
// param: lead: float = 1.0 | 牵头的权重 | weight of a lead
// param: support: float = 0.3 | 配合的权重 | weight of a support
// param: engaged: float = 0.1 | 被协调的权重 | weight of being engaged
// param: split_leads: bool = false | 共同牵头时是否平分 | whether bodies that lead together share the lead
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: jurisdiction: str | 所属地区 | the place that it belongs to
// column: leads: int | 牵头次数（按责任条款计） | attributions that it leads
// column: sole_leads: int | 其中独家牵头 | of these, alone
// column: co_leads: int | 其中共同牵头 | of these, with others
// column: supports: int | 配合次数 | attributions that it supports
// column: boilerplate_supports: int | 其中套话式配合（不计负荷） | of these, in a tail that most lists have (no load)
// column: standing_supports: int | 其中统一规定的配合（不计负荷） | of these, by a rule stated once (no load)
// column: engaged: int | 被协调次数 | attributions in which others are to coordinate with it
// column: load: float | 负荷 | its load
// column: tasks_led: int | 牵头的任务数 | tasks that it leads
// column: indicator_leads: int | 牵头的指标数 | indicators that it answers for
// column: jurisdiction_id: str | 地区编号 | id of the place
// measure: load.load

MATCH (u:Unit {kind: 'unit'})
OPTIONAL MATCH (u)-[l:LEADS]->(t:Task) WHERE NOT l.repeats
WITH u, count(l) AS leads, count(CASE WHEN l.co_leads = 1 THEN 1 END) AS sole_leads,
     count(DISTINCT t.id) AS tasks_led,
     sum(CASE WHEN l.id IS NULL THEN 0.0
              WHEN $split_leads THEN 1.0 / l.co_leads ELSE 1.0 END) AS shares
OPTIONAL MATCH (u)-[s:SUPPORTS]->(:Task) WHERE NOT s.repeats
WITH u, leads, sole_leads, tasks_led, shares, count(s) AS supports,
     count(CASE WHEN s.boilerplate THEN 1 END) AS boilerplate_supports,
     count(CASE WHEN s.standing THEN 1 END) AS standing_supports
OPTIONAL MATCH (u)-[e:ENGAGED_IN]->(:Task) WHERE NOT e.repeats
WITH u, leads, sole_leads, tasks_led, shares, supports, boilerplate_supports, standing_supports,
     count(e) AS engaged
WHERE leads + supports + engaged > 0
OPTIONAL MATCH (u)-[i:LEADS]->(x:Indicator)
WITH u, leads, sole_leads, tasks_led, shares, supports, boilerplate_supports, standing_supports,
     engaged, count(DISTINCT x.id) AS indicator_leads
RETURN u.id AS unit, u.name AS name, u.jurisdiction AS jurisdiction, leads, sole_leads,
       leads - sole_leads AS co_leads, supports, boilerplate_supports, standing_supports, engaged,
       round($lead * shares + $support * (supports - boilerplate_supports - standing_supports)
             + $engaged * engaged, 9) AS load,
       tasks_led, indicator_leads, u.jurisdiction_id AS jurisdiction_id
ORDER BY load DESC, leads DESC, unit
