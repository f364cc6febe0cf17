WITH placed AS (
  SELECT event_id, status, countries,
         explode(countries) AS country,
         CAST(date_trunc('month', counted_on) AS DATE) AS period_start,
         coalesce(topic, 'other') AS topic
  FROM events
  WHERE event_type = 'AGREEMENT' AND counted_precision IN ('day', 'month')
),
counts AS (
  SELECT country, period_start, topic,
         count_if(status = 'occurred') AS signed_count,
         count_if(status = 'planned') AS planned_count,
         count_if(status = 'proposed') AS proposed_count,
         count_if(status = 'negated') AS broken_count,
         array_sort(array_except(flatten(collect_list(countries)), array(country))) AS partner_countries
  FROM placed
  GROUP BY country, period_start, topic
),
reports AS (
  SELECT country, period_start, topic,
         count(DISTINCT told.story_id) AS story_count,
         count(DISTINCT told.article_id) AS article_count
  FROM (SELECT event_id, country, period_start, topic FROM placed)
  JOIN (SELECT event_id, story_id, article_id FROM event_mentions) AS told USING (event_id)
  GROUP BY country, period_start, topic
)
SELECT country,
       coalesce(names.name_en, country) AS country_name_en,
       coalesce(names.name_ar, country) AS country_name_ar,
       period_start, topic, signed_count, planned_count, proposed_count, broken_count, partner_countries,
       story_count, article_count
FROM counts JOIN reports USING (country, period_start, topic) LEFT JOIN countries AS names USING (country)
