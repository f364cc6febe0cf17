WITH named AS (
  SELECT coalesce(entity_id, concat('name:', entity_name)) AS entity_id,
         entity_type, entity_name, article_id,
         CAST(date_trunc('month', published_on) AS DATE) AS period_start
  FROM mentions
),
counts AS (
  SELECT entity_id, entity_type, period_start,
         min(entity_name) AS found_name,
         count(*) AS mention_count,
         count(DISTINCT article_id) AS article_count
  FROM named
  GROUP BY entity_id, entity_type, period_start
)
SELECT entity_id, coalesce(lexicon.name_ar, found_name) AS entity_name, counts.entity_type, period_start,
       mention_count, article_count
FROM counts LEFT JOIN (SELECT entity_id, name_ar FROM entities) AS lexicon USING (entity_id)
