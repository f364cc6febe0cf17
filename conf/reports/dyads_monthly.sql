-- The class of an event is that of its sample mention, which has the event's own status.
WITH classed AS (
  SELECT event_id, event_type, side_a, side_b, countries, quad_class,
         CAST(date_trunc('month', counted_on) AS DATE) AS period_start
  FROM (SELECT * FROM events WHERE counted_precision IN ('day', 'month')) AS events
  JOIN (SELECT event_mention_id, quad_class FROM event_mentions) AS sample
    ON sample.event_mention_id = events.sample_event_mention_id
),
pairs AS (
  SELECT event_id, period_start, quad_class, country_a, country_b
  FROM (SELECT *, explode(countries) AS country_a FROM classed)
  LATERAL VIEW explode(countries) AS country_b
  WHERE country_a < country_b
    AND (event_type IN ('PRISONER_EXCHANGE', 'CEASEFIRE', 'AGREEMENT', 'CONSULT', 'COOPERATE')
         OR (country_a = least(side_a, side_b) AND country_b = greatest(side_a, side_b)))
),
counts AS (
  SELECT country_a, country_b, period_start,
         count_if(quad_class = 'verbal_cooperation') AS verbal_cooperation_count,
         count_if(quad_class = 'material_cooperation') AS material_cooperation_count,
         count_if(quad_class = 'verbal_conflict') AS verbal_conflict_count,
         count_if(quad_class = 'material_conflict') AS material_conflict_count,
         count(*) AS event_count
  FROM pairs
  GROUP BY country_a, country_b, period_start
),
reports AS (
  SELECT country_a, country_b, period_start, count(DISTINCT told.article_id) AS article_count
  FROM (SELECT event_id, country_a, country_b, period_start FROM pairs)
  JOIN (SELECT event_id, article_id FROM event_mentions) AS told USING (event_id)
  GROUP BY country_a, country_b, period_start
)
SELECT country_a, country_b, period_start,
       verbal_cooperation_count, material_cooperation_count, verbal_conflict_count, material_conflict_count,
       event_count, article_count
FROM counts JOIN reports USING (country_a, country_b, period_start)
