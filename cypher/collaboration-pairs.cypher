// title: 协作单位对 | Pairs of units that share tasks
// param: least: int = 1 | 至少共同承担的任务数 | tasks that they share at least
// column: unit_a: str | 甲单位编号 | id of the first unit
// column: unit_b: str | 乙单位编号 | id of the second unit
// column: name_a: str | 甲单位名称 | name of the first unit
// column: name_b: str | 乙单位名称 | name of the second unit
// column: tasks: int | 共同承担的任务数 | tasks that both have a role in
// column: lead_support: int | 其中一牵头一配合 | of these, one leads and the other supports
// column: co_lead: int | 其中共同牵头 | of these, both lead
// column: support_support: int | 其中都是配合 | of these, both support
// column: boilerplate: int | 其中一方只是套话式或统一规定的配合 | of the tasks, one has only a support without weight
// measure: partners.collaboration_pairs

MATCH (a:Unit)-[c:COLLABORATES_WITH]->(b:Unit)
WITH a, b, sum(c.tasks) AS tasks, sum(c.lead_support) AS lead_support, sum(c.co_lead) AS co_lead,
     sum(c.support_support) AS support_support, sum(c.boilerplate) AS boilerplate
WHERE tasks >= $least
RETURN a.id AS unit_a, b.id AS unit_b, a.name AS name_a, b.name AS name_b, tasks, lead_support,
       co_lead, support_support, boilerplate
ORDER BY tasks DESC, lead_support DESC, unit_a, unit_b
