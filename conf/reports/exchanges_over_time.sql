WITH exchanges AS (
  SELECT event_id, status, side_a, side_b, persons_count, persons_min, persons_max, counted_on,
         explode(CASE counted_precision
                   WHEN 'day' THEN array('day', 'week', 'month', 'year')
                   WHEN 'month' THEN array('month', 'year')
                   ELSE array('year')
                 END) AS grain
  FROM events
  WHERE event_type = 'PRISONER_EXCHANGE' AND side_a IS NOT NULL AND side_b IS NOT NULL AND counted_on IS NOT NULL
),
placed AS (
  SELECT *, CAST(date_trunc(grain, counted_on) AS DATE) AS period_start
  FROM exchanges
),
counts AS (
  SELECT grain, period_start, side_a, side_b,
         count_if(status = 'occurred') AS occurred_count,
         count_if(status = 'planned') AS planned_count,
         count_if(status = 'proposed') AS proposed_count,
         count_if(status = 'negated') AS negated_count,
         coalesce(sum(if(status = 'occurred', persons_count, 0)), 0) AS persons_exchanged,
         coalesce(sum(if(status = 'occurred', persons_min, 0)), 0) AS persons_min,
         coalesce(sum(if(status = 'occurred', persons_max, 0)), 0) AS persons_max,
         count_if(status = 'occurred' AND persons_count IS NULL) AS persons_unknown_count
  FROM placed
  GROUP BY grain, period_start, side_a, side_b
),
reports AS (
  SELECT grain, period_start, side_a, side_b,
         count(DISTINCT told.story_id) AS story_count,
         count(DISTINCT told.article_id) AS article_count
  FROM placed JOIN (SELECT event_id, story_id, article_id FROM event_mentions) AS told USING (event_id)
  GROUP BY grain, period_start, side_a, side_b
)
SELECT grain, period_start, side_a, side_b,
       occurred_count, planned_count, proposed_count, negated_count,
       persons_exchanged, persons_min, persons_max, persons_unknown_count,
       story_count, article_count
FROM counts JOIN reports USING (grain, period_start, side_a, side_b)
