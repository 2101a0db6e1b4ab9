// title: 单位的协作单位 | Partners of a unit
// param: unit: str | 单位编号或名称 | id or name of the unit
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: partner: str | 协作单位编号 | id of the partner
// column: partner_name: str | 协作单位名称 | its name
// column: tasks: int | 共同承担的任务数 | tasks that both have a role in
// column: lead_support: int | 其中一牵头一配合 | of these, one leads and the other supports
// column: co_lead: int | 其中共同牵头 | of these, both lead
// column: support_support: int | 其中都是配合 | of these, both support
// column: boilerplate: int | 其中一方只是套话式或统一规定的配合 | of the tasks, one has only a support without weight
// column: plans: int | 涉及的方案数 | plans in which they share tasks
// measure: partners.partners_of_unit

MATCH (u:Unit)-[c:COLLABORATES_WITH]-(p:Unit)
WHERE u.id = $unit OR u.name = $unit
RETURN u.id AS unit, u.name AS name, p.id AS partner, p.name AS partner_name,
       sum(c.tasks) AS tasks, sum(c.lead_support) AS lead_support, sum(c.co_lead) AS co_lead,
       sum(c.support_support) AS support_support, sum(c.boilerplate) AS boilerplate,
       count(c) AS plans
ORDER BY unit, tasks DESC, lead_support DESC, partner
