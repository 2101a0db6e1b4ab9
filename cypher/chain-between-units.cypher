// title: 两个单位之间的任务链 | How tasks link two units
// param: unit: str | 单位编号或名称 | id or name of the unit
// param: other: str | 另一单位编号或名称 | id or name of the other unit
// param: boilerplate: bool = false | 是否算上套话式和统一规定的配合 | whether supports without weight link, too
// column: step: int | 第几步（从 1 起） | step of the chain, from 1
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: partner: str | 协作单位编号 | id of the partner
// column: partner_name: str | 协作单位名称 | its name
// column: plan: str | 方案编号 | id of the plan
// column: task: str | 任务编号 | id of the task
// column: path: str | 条目序号 | printed numbers of the item
// column: title: str | 任务标题 | heading of the item
// measure: chains.chain_between_units

// The units of the chain are found one after the other: of the partners from which the rest of the
// way is shortest, the one with the smallest id. Each way is looked for from its end b, hop by hop
// to nodes that are new, so that no hop starts twice from one unit or joins all pairs of units.
MATCH (u:Unit) WHERE u.id = $unit OR u.name = $unit
WITH min(u.id) AS first
MATCH (v:Unit) WHERE v.id = $other OR v.name = $other
WITH first, min(v.id) AS last
MATCH (b:Unit) WHERE b.id = last AND first <> last
WITH first, b
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, b, count(CASE WHEN n.id = first THEN 1 END) AS direct
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n1:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, b, direct, n1
OPTIONAL MATCH (n1)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, b, direct, min(CASE WHEN n.id = first THEN n1.id END) AS two
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n1:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, b, direct, two, n1
OPTIONAL MATCH (n1)-[c:COLLABORATES_WITH]-(n2:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, b, direct, two, n2
OPTIONAL MATCH (n2)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, b, direct, two, min(CASE WHEN n.id = first THEN n2.id END) AS three
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n1:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, b, direct, two, three, n1
OPTIONAL MATCH (n1)-[c:COLLABORATES_WITH]-(n2:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, b, direct, two, three, n2
OPTIONAL MATCH (n2)-[c:COLLABORATES_WITH]-(n3:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, b, direct, two, three, n3
OPTIONAL MATCH (n3)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, b, direct, two, three, min(CASE WHEN n.id = first THEN n3.id END) AS four
WITH first, b,
     CASE WHEN direct > 0 THEN b.id ELSE coalesce(two, three, four) END AS second
WHERE second IS NOT NULL
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, second, b, count(CASE WHEN n.id = second THEN 1 END) AS direct
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n1:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, second, b, direct, n1
OPTIONAL MATCH (n1)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, second, b, direct, min(CASE WHEN n.id = second THEN n1.id END) AS two
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n1:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, second, b, direct, two, n1
OPTIONAL MATCH (n1)-[c:COLLABORATES_WITH]-(n2:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, second, b, direct, two, n2
OPTIONAL MATCH (n2)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, second, b, direct, two, min(CASE WHEN n.id = second THEN n2.id END) AS three
WITH first, second, b,
     CASE WHEN second = b.id OR direct > 0 THEN b.id ELSE coalesce(two, three) END AS third
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, second, third, b, count(CASE WHEN n.id = third THEN 1 END) AS direct
OPTIONAL MATCH (b)-[c:COLLABORATES_WITH]-(n1:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH DISTINCT first, second, third, b, direct, n1
OPTIONAL MATCH (n1)-[c:COLLABORATES_WITH]-(n:Unit) WHERE ($boilerplate OR c.tasks > c.boilerplate)
WITH first, second, third, b, direct, min(CASE WHEN n.id = third THEN n1.id END) AS two
WITH first, second, third, b.id AS last,
     CASE WHEN third = b.id OR direct > 0 THEN b.id ELSE two END AS fourth
UNWIND [{step: 1, one: first, other: second}, {step: 2, one: second, other: third},
        {step: 3, one: third, other: fourth}, {step: 4, one: fourth, other: last}] AS link
WITH link.step AS step, link.one AS one, link.other AS other
WHERE one <> other
MATCH (u:Unit) WHERE u.id = one
WITH step, other, u
OPTIONAL MATCH (u)-[r:LEADS|SUPPORTS|ENGAGED_IN]->(t:Task)
WHERE NOT r.repeats
  AND ($boilerplate OR r.boilerplate IS NULL OR NOT r.boilerplate AND NOT r.standing)
WITH DISTINCT step, other, u, t
OPTIONAL MATCH (t)<-[q:LEADS|SUPPORTS|ENGAGED_IN]-(p:Unit)
WHERE NOT q.repeats
  AND ($boilerplate OR q.boilerplate IS NULL OR NOT q.boilerplate AND NOT q.standing)
WITH step, other, u, min(CASE WHEN p.id = other THEN t.id END) AS smallest
MATCH (t:Task) WHERE t.id = smallest
WITH step, other, u, t
MATCH (p:Unit) WHERE p.id = other
RETURN step, u.id AS unit, u.name AS name, p.id AS partner, p.name AS partner_name,
       t.plan AS plan, t.id AS task, t.path AS path, t.title AS title
ORDER BY step
