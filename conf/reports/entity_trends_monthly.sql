-- Names without a code count as one under their spelling variants: seats of hamza, alef maqsura, ta marbuta, Persian letters,
-- and the article of places. The name shown is the most frequent spelling.
WITH spelled AS (
  SELECT entity_id AS code, translate(entity_name, 'أإآٱىةیک', 'اااايهيك') AS plain, entity_type, entity_name, article_id,
         CAST(date_trunc('month', published_on) AS DATE) AS period_start
  FROM mentions
),
named AS (
  SELECT coalesce(code, concat('name:',
           CASE WHEN entity_type = 'LOC' AND plain LIKE 'ال____%' THEN substr(plain, 3) ELSE plain END)) AS entity_id,
         entity_type, entity_name, article_id, period_start
  FROM spelled
),
spellings AS (
  SELECT entity_id, entity_type, period_start, entity_name, count(*) AS uses
  FROM named
  GROUP BY entity_id, entity_type, period_start, entity_name
),
usual AS (
  SELECT entity_id, entity_type, period_start, min(struct(-uses AS fewest, entity_name)).entity_name AS found_name
  FROM spellings
  GROUP BY entity_id, entity_type, period_start
),
counts AS (
  SELECT entity_id, entity_type, period_start, count(*) AS mention_count, count(DISTINCT article_id) AS article_count
  FROM named
  GROUP BY entity_id, entity_type, period_start
)
SELECT entity_id, coalesce(lexicon.name_ar, found_name) AS entity_name, counts.entity_type, period_start,
       mention_count, article_count
FROM counts JOIN usual USING (entity_id, entity_type, period_start)
  LEFT JOIN (SELECT entity_id, name_ar FROM entities) AS lexicon USING (entity_id)
