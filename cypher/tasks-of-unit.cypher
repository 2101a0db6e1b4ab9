// title: 单位承担的任务及协作单位 | Tasks of a unit, with its partners in each
// param: unit: str | 单位编号或名称 | id or name of the unit
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: role: str | 角色（lead、support、engaged，取最重者） | its strongest role: lead, support, engaged
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号 | id of the task
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// column: due: date | 最早期限 | first day on which something of the task is due
// column: partner: str | 协作单位编号 | id of the partner
// column: partner_name: str | 协作单位名称 | its name
// column: partner_role: str | 协作单位的角色 | the partner's strongest role
// measure: tasks.tasks_of_unit

// Only LEADS has co_leads, and only SUPPORTS boilerplate, which tells roles apart in any dialect.
MATCH (u:Unit)-[r:LEADS|SUPPORTS|ENGAGED_IN]->(t:Task)
WHERE (u.id = $unit OR u.name = $unit) AND NOT r.repeats
WITH u, t,
     min(CASE WHEN r.co_leads IS NOT NULL THEN 0
              WHEN r.boilerplate IS NOT NULL THEN 1 ELSE 2 END) AS own
OPTIONAL MATCH (p:Unit|Collective)-[q:LEADS|SUPPORTS|ENGAGED_IN]->(t) WHERE p.id <> u.id
WITH u, t, own, p.id AS partner, p.name AS partner_name,
     min(CASE WHEN p.id IS NULL THEN 3
              WHEN q.co_leads IS NOT NULL THEN 0
              WHEN q.boilerplate IS NOT NULL THEN 1 ELSE 2 END) AS other
RETURN u.id AS unit, u.name AS name,
       CASE WHEN own = 0 THEN 'lead' WHEN own = 1 THEN 'support' ELSE 'engaged' END AS role,
       t.plan AS plan, t.id AS task, t.path AS path, t.title AS title, t.due AS due,
       partner, partner_name,
       CASE WHEN other = 0 THEN 'lead' WHEN other = 1 THEN 'support'
            WHEN other = 2 THEN 'engaged' END AS partner_role
ORDER BY unit, plan, t.start, task, other, partner
