// title: 超负荷单位 | Overloaded units
// param: lead: float = 1.0 | 牵头的权重 | weight of a lead
// param: support: float = 0.3 | 配合的权重 | weight of a support
// param: engaged: float = 0.1 | 被协调的权重 | weight of being engaged
// param: split_leads: bool = false | 共同牵头时是否平分 | whether bodies that lead together share the lead
// column: unit: str | 单位编号 | id of the unit
// column: name: str | 单位名称 | its name
// column: jurisdiction: str | 所属地区 | the place that it belongs to
// column: leads: int | 牵头次数（按责任条款计） | attributions that it leads
// column: tasks_led: int | 牵头的任务数 | tasks that it leads
// column: load: float | 负荷 | its load
// column: share: float | 占本地区负荷的比重（0 至 1） | share of the load of its place, 0 to 1
// column: rank: int | 本地区名次 | rank in its place
// column: z: float | 稳健 z 值 | robust z of its load
// column: median: float | 本地区负荷中位数 | median load of its place
// column: threshold: float | z 值为 3.5 的负荷 | load at which z is 3.5
// column: excess: float | 超出该负荷的部分 | load above that
// column: jurisdiction_id: str | 地区编号 | id of the place
// measure: overload.overload

MATCH (u:Unit {kind: 'unit'})
OPTIONAL MATCH (u)-[l:LEADS]->(t:Task) WHERE NOT l.repeats
WITH u, count(l) AS leads, count(DISTINCT t.id) AS tasks_led,
     sum(CASE WHEN l.id IS NULL THEN 0.0
              WHEN $split_leads THEN 1.0 / l.co_leads ELSE 1.0 END) AS shares
OPTIONAL MATCH (u)-[s:SUPPORTS]->(:Task) WHERE NOT s.repeats
WITH u, leads, tasks_led, shares, count(s) AS supports,
     count(CASE WHEN NOT s.boilerplate AND NOT s.standing THEN 1 END) AS weighty
OPTIONAL MATCH (u)-[e:ENGAGED_IN]->(:Task) WHERE NOT e.repeats
WITH u, leads, tasks_led, shares, supports, weighty, count(e) AS engaged
WHERE leads + supports + engaged > 0
WITH coalesce(u.jurisdiction_id, u.jurisdiction, '') AS place,
     collect({id: u.id, leads: leads, tasks_led: tasks_led,
              load: round($lead * shares + $support * weighty + $engaged * engaged, 9)}) AS units
// How many units of the place have less, and how many no more: the ones in the middle are found.
UNWIND units AS one
UNWIND units AS other
WITH place, one, count(*) AS n, round(sum(other.load), 9) AS total,
     count(CASE WHEN other.load < one.load THEN 1 END) AS below,
     count(CASE WHEN other.load <= one.load THEN 1 END) AS up_to
WITH place, n,
     (max(CASE WHEN 2 * below <= n - 1 AND n - 1 < 2 * up_to THEN one.load END)
      + max(CASE WHEN 2 * below <= n AND n < 2 * up_to THEN one.load END)) / 2 AS median,
     collect({id: one.id, leads: one.leads, tasks_led: one.tasks_led, load: one.load,
              share: CASE WHEN total > 0 THEN one.load / total ELSE 0.0 END,
              rank: n - up_to + 1}) AS units
// The same for the distances from the median.
UNWIND units AS one
UNWIND units AS other
WITH place, n, median, one, abs(one.load - median) AS distance,
     avg(abs(other.load - median)) AS mean,
     count(CASE WHEN abs(other.load - median) < abs(one.load - median) THEN 1 END) AS below,
     count(CASE WHEN abs(other.load - median) <= abs(one.load - median) THEN 1 END) AS up_to
WITH place, median, mean,
     (max(CASE WHEN 2 * below <= n - 1 AND n - 1 < 2 * up_to THEN distance END)
      + max(CASE WHEN 2 * below <= n AND n < 2 * up_to THEN distance END)) / 2 AS mad,
     collect(one) AS units
WITH median, CASE WHEN mad > 0 THEN mad / 0.6745 ELSE 1.253314 * mean END AS scale, units
WHERE scale > 0
UNWIND units AS one
WITH one, median, (one.load - median) / scale AS z, median + 3.5 * scale AS threshold
WHERE z > 3.5 AND one.tasks_led >= 3
MATCH (u:Unit) WHERE u.id = one.id
RETURN u.id AS unit, u.name AS name, u.jurisdiction AS jurisdiction, one.leads AS leads,
       one.tasks_led AS tasks_led, one.load AS load, one.share AS share, one.rank AS rank, z,
       median, threshold, one.load - threshold AS excess, u.jurisdiction_id AS jurisdiction_id
ORDER BY load DESC, leads DESC, unit
