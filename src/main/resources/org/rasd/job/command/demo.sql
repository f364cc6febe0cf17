Prisoner exchanges by month and pair of sides:
SELECT period_start, side_a, side_b, occurred_count AS occurred, planned_count AS planned, proposed_count AS proposed, negated_count AS negated, persons_exchanged AS persons, story_count AS stories FROM exchanges_over_time WHERE grain = 'month' AND occurred_count > 0 ORDER BY period_start, side_a, side_b
Agreements signed, by country:
SELECT country, any_value(country_name_en) AS name, CAST(sum(signed_count) AS BIGINT) AS signed, CAST(sum(planned_count) AS BIGINT) AS planned, CAST(sum(proposed_count) AS BIGINT) AS proposed, CAST(sum(broken_count) AS BIGINT) AS broken FROM agreements_by_country GROUP BY country ORDER BY signed DESC, country LIMIT 12
