WITH placed AS (
  SELECT event_id, event_type, status, mention_count, counted_on AS event_date,
         explode(if(size(countries) > 0, countries, array('XXX'))) AS country
  FROM events
  WHERE counted_precision = 'day'
),
counts AS (
  SELECT event_date, event_type, status, country, count(*) AS event_count, sum(mention_count) AS mention_count
  FROM placed
  GROUP BY event_date, event_type, status, country
),
reports AS (
  SELECT event_date, event_type, status, country, count(DISTINCT told.article_id) AS article_count
  FROM (SELECT event_id, event_date, event_type, status, country FROM placed)
  JOIN (SELECT event_id, article_id FROM event_mentions) AS told USING (event_id)
  GROUP BY event_date, event_type, status, country
)
SELECT event_date, event_type, status, country, event_count, mention_count, article_count
FROM counts JOIN reports USING (event_date, event_type, status, country)
