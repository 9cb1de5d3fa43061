-- The fifteen sums per agent and day under Heng's definitions, for SQLite, PostgreSQL, DuckDB and ClickHouse.
-- msg(day, buyer, account, seq, ts, kind, len, target): a buyer belongs to one shop, an account is its agent, seq orders a shop's day;
-- kind 0 buyer, 1 human, 2 automatic, 3 transfer to target. A chain of transfers without a message between would need recursion; the data has none.
with before_transfer as (
  select day, buyer, account, target, seq, ts, kind, lag(kind) over (partition by day, buyer, account order by seq) as previous
  from msg where kind <> 2 and (day, buyer, account) in (select day, buyer, account from msg where kind = 3)
), event as (
  -- kind 4 is a transfer in that brings an open round, 5 one that doesn't
  select day, buyer, account, seq, ts, kind, len, 0 as arrives from msg
  union all
  select day, buyer, target, seq, ts, case when previous = 0 then 4 else 5 end, 0, 1 from before_transfer where kind = 3
), gap as (
  select day, buyer, account, seq, ts, kind, len, arrives,
    case when ts - lag(ts) over (partition by day, buyer, account order by seq) <= 600 then 0 else 1 end as opens
  from event
), numbered as (
  select day, buyer, account, ts, kind, len, arrives,
    sum(opens) over (partition by day, buyer, account order by seq rows between unbounded preceding and current row) as session,
    sum(case when kind in (1, 3) then 1 else 0 end) over (partition by day, buyer, account order by seq rows between unbounded preceding and current row)
      - case when kind in (1, 3) then 1 else 0 end as turn
  from gap
), part as (
  select day, buyer, account, session, turn, min(ts) as first_ts, max(ts) as last_ts,
    sum(case when kind = 0 then 1 else 0 end) as asked_messages, sum(case when kind = 1 then 1 else 0 end) as human_messages,
    sum(case when kind = 1 then len else 0 end) as characters, max(arrives) as arrived, max(case when kind = 3 then 1 else 0 end) as passed_on,
    min(case when kind in (0, 4) then ts end) as asked, max(case when kind = 1 then ts end) as answered
  from numbered group by day, buyer, account, session, turn
), turn as (
  select day, buyer, account, turn, sum(asked_messages) as asked_messages, sum(human_messages) as human_messages, sum(characters) as characters,
    max(arrived) as arrived, max(passed_on) as passed_on, min(asked) as asked, max(answered) as answered,
    min(case when min(asked) is not null then turn end) over (partition by day, buyer, account) as first_asked_turn
  from part group by day, buyer, account, turn
), reception as (
  select day, buyer, account, sum(asked_messages) as asked_messages, sum(human_messages) as human_messages, sum(characters) as characters,
    max(arrived) as arrived, max(passed_on) as passed_on, min(asked) as asked, min(case when turn >= first_asked_turn then answered end) - min(asked) as first_response,
    sum(answered - asked) as waits, sum(case when answered - asked >= 0 then 1 else 0 end) as rounds, sum(case when answered - asked <= 30 then 1 else 0 end) as within_30
  from turn group by day, buyer, account having min(asked) is not null or sum(human_messages) > 0
), session as (
  select p.day as day, p.buyer as buyer, p.account as account, p.session as session, min(first_ts) as first_ts, max(last_ts) as last_ts
  from part p join reception r on p.day = r.day and p.buyer = r.buyer and p.account = r.account
  group by p.day, p.buyer, p.account, p.session
), edge as (
  select account, day, first_ts as ts, 1 as step from session union all select account, day, last_ts, -1 from session
), open_now as (
  select account, day, sum(step) over (partition by account, day order by ts, step desc rows between unbounded preceding and current row) as sessions from edge
), largest as (
  select account, day, max(sessions) as sessions from open_now group by account, day
), lengths as (
  select account, day, sum(last_ts - first_ts) as seconds, count(*) as sessions from session group by account, day
), people as (
  select account, day, sum(case when asked is not null then 1 else 0 end) as consulted, sum(case when human_messages > 0 then 1 else 0 end) as received,
    coalesce(sum(first_response), 0) as frt_sum, count(first_response) as frt_cnt, coalesce(sum(waits), 0) as rt_sum, sum(rounds) as rt_cnt, sum(within_30) as w30,
    sum(asked_messages) as buyer_msgs, sum(human_messages) as agent_msgs, sum(characters) as agent_chars, sum(arrived) as tin, sum(passed_on) as tout
  from reception group by account, day
)
select p.account as agent, p.day as day, consulted, received, frt_sum, frt_cnt, rt_sum, rt_cnt, w30, buyer_msgs, agent_msgs, agent_chars,
  l.seconds as dur_sum, l.sessions as segs, m.sessions as maxc, tin, tout
from people p join lengths l on p.account = l.account and p.day = l.day join largest m on p.account = m.account and p.day = m.day
order by 1, 2
