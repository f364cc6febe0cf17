WITH records AS (
  SELECT source, published_on, story_id, language, word_count, 'article' AS kind FROM articles
  UNION ALL
  SELECT source, published_on, NULL, NULL, 0, 'duplicate' FROM duplicate_records
  UNION ALL
  SELECT coalesce(source, 'unknown'), published_on, NULL, NULL, 0, 'rejected' FROM rejected_records
  WHERE published_on IS NOT NULL
)
SELECT source, published_on,
       count_if(kind = 'article') AS article_count,
       count(DISTINCT story_id) AS story_count,
       count_if(kind = 'duplicate') AS duplicate_count,
       count_if(kind = 'rejected') AS rejected_count,
       count_if(language = 'ar') AS arabic_count,
       count_if(language NOT IN ('ar', 'und')) AS other_language_count,
       count_if(language = 'und') AS undetermined_count,
       sum(word_count) AS word_count
FROM records
GROUP BY source, published_on
