// title: 单位撤销的影响 | What the end of a unit would hit
// param: unit: str | 单位编号或名称 | id or name of the unit
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: role: str | 角色（lead、support、engaged，取最重者） | its strongest role: lead, support, engaged
// column: leaderless: bool | 撤销后任务无人牵头 | whether nobody else leads the task
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号 | id of the task
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// column: due: date | 最早期限 | first day on which something of the task is due
// column: other_leads: int | 其他牵头单位数 | other bodies that lead it
// column: partners: int | 协作单位数 | other bodies with a role in it
// measure: units.dissolution

MATCH (u:Unit)-[r:LEADS|SUPPORTS|ENGAGED_IN]->(t:Task)
WHERE (u.id = $unit OR u.name = $unit) AND NOT r.repeats
WITH u, t,
     min(CASE WHEN r.co_leads IS NOT NULL THEN 0
              WHEN r.boilerplate IS NOT NULL THEN 1 ELSE 2 END) AS own
OPTIONAL MATCH (p:Unit|Collective)-[q:LEADS|SUPPORTS|ENGAGED_IN]->(t) WHERE p.id <> u.id
WITH u, t, own, count(DISTINCT p.id) AS partners,
     count(DISTINCT CASE WHEN q.co_leads IS NOT NULL THEN p.id END) AS other_leads
RETURN u.id AS unit, u.name AS name,
       CASE WHEN own = 0 THEN 'lead' WHEN own = 1 THEN 'support' ELSE 'engaged' END AS role,
       own = 0 AND other_leads = 0 AS leaderless, t.plan AS plan, t.id AS task, t.path AS path,
       t.title AS title, t.due AS due, other_leads, partners
ORDER BY unit, own, leaderless DESC, plan, t.start, task
