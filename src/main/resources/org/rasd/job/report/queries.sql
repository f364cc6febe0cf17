-- What the page shows: each query after a line "-- NAME"; its rows go into the page under that name.

-- totals
SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(DISTINCT story_id) FROM articles) AS stories,
  (SELECT count(DISTINCT source) FROM articles) AS sources, (SELECT min(published_on) FROM articles) AS first_day,
  (SELECT max(published_on) FROM articles) AS last_day, (SELECT count(*) FROM events) AS events,
  (SELECT count(*) FROM event_mentions) AS mentions, (SELECT count(*) FROM rejected_records) AS rejected,
  (SELECT count(*) FROM duplicate_records) AS duplicates

-- exchanges
SELECT grain, period_start AS period, side_a AS a, side_b AS b, occurred_count AS occurred, planned_count AS planned,
  proposed_count AS proposed, negated_count AS negated, persons_exchanged AS persons, persons_min AS least,
  persons_max AS most, persons_unknown_count AS unknown
FROM exchanges_over_time WHERE grain IN ('month', 'year') ORDER BY grain, period_start, side_a, side_b

-- agreements
SELECT country, year(period_start) AS year, topic, sum(signed_count) AS signed, sum(planned_count) AS planned,
  sum(proposed_count) AS proposed, sum(broken_count) AS broken
FROM agreements_by_country GROUP BY ALL ORDER BY country, year, topic

-- partners
SELECT a.country AS a, b.country AS b, year(counted_on) AS year, coalesce(topic, 'other') AS topic, count(*) AS signed
FROM events, unnest(countries) AS a(country), unnest(countries) AS b(country)
WHERE event_type = 'AGREEMENT' AND status = 'occurred' AND counted_precision IN ('day', 'month') AND a.country <> b.country
GROUP BY ALL ORDER BY a, b, year, topic

-- events
SELECT e.event_id AS id, e.event_type AS type, e.status, e.parties, e.mediators, e.persons_count AS persons,
  e.event_date AS date, e.event_date_precision AS precision, e.last_reported_on AS reported, e.topic,
  e.source_count AS sources, e.article_count AS articles, e.status_history AS history, m.sentence, m.trigger,
  m.confidence, a.title, a.source, a.url
FROM events e
LEFT JOIN event_mentions m ON m.event_mention_id = e.sample_event_mention_id
LEFT JOIN articles a ON a.article_id = m.article_id
ORDER BY e.last_reported_on DESC, e.source_count DESC, e.event_id LIMIT 400

-- coverage
SELECT source, date_trunc('month', published_on) AS month, sum(article_count) AS articles,
  sum(duplicate_count) AS duplicates, sum(rejected_count) AS rejected
FROM coverage_daily GROUP BY ALL ORDER BY source, month

-- rejects
SELECT reason, count(*) AS records FROM rejected_records GROUP BY reason ORDER BY records DESC, reason

-- languages
SELECT coalesce(sum(arabic_count), 0) AS arabic, coalesce(sum(other_language_count), 0) AS other,
  coalesce(sum(undetermined_count), 0) AS undetermined
FROM coverage_daily

-- confidence
SELECT least(floor(confidence * 10), 9) / 10 AS "from", count(*) AS mentions FROM event_mentions GROUP BY ALL ORDER BY 1
