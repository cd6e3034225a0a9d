-- Actual events by pair and day: those whose date is a day or a span.

CREATE VIEW bi.dyad_day AS
WITH counted AS (
    SELECT d.source_code, d.target_code, day::date AS event_date, e.quad_class, e.goldstein, e.plover_score,
           d.weight / (e.date_end - e.date_start + 1) AS weight
    FROM bi.event AS e
    JOIN bi.event_dyad AS d USING (event_id)
    CROSS JOIN LATERAL generate_series(e.date_start::timestamp, e.date_end::timestamp, interval '1 day') AS day
    WHERE e.status = 'actual' AND e.date_precision IN ('day', 'span')
), coverage AS (
    SELECT published_start_date AS event_date, count(*) AS articles_covered
    FROM core.article
    WHERE representative_article_id IS NOT NULL AND published_start_date = published_end_date
    GROUP BY published_start_date
)
SELECT c.source_code,
       c.target_code,
       c.event_date,
       count(*) AS event_count,
       sum(c.weight)::double precision AS event_weight,
       coalesce(sum(c.weight) FILTER (WHERE c.quad_class = 1), 0)::double precision AS verbal_cooperation_weight,
       coalesce(sum(c.weight) FILTER (WHERE c.quad_class = 2), 0)::double precision AS material_cooperation_weight,
       coalesce(sum(c.weight) FILTER (WHERE c.quad_class = 3), 0)::double precision AS verbal_conflict_weight,
       coalesce(sum(c.weight) FILTER (WHERE c.quad_class = 4), 0)::double precision AS material_conflict_weight,
       avg(c.goldstein) AS goldstein_mean,
       avg(c.plover_score) AS plover_score_mean,
       coalesce(v.articles_covered, 0) AS articles_covered
FROM counted AS c
LEFT JOIN coverage AS v USING (event_date)
GROUP BY c.source_code, c.target_code, c.event_date, v.articles_covered;
COMMENT ON VIEW bi.dyad_day IS 'Actual events of each pair on each day; only those whose date is a day or a span. Others: bi.dyad_month.';
COMMENT ON COLUMN bi.dyad_day.source_code IS 'Who acts; of what both do together, the first of the pair in the alphabet.';
COMMENT ON COLUMN bi.dyad_day.target_code IS 'Towards whom.';
COMMENT ON COLUMN bi.dyad_day.event_date IS 'The day.';
COMMENT ON COLUMN bi.dyad_day.event_count IS 'Events that happened on or lasted through the day.';
COMMENT ON COLUMN bi.dyad_day.event_weight IS 'The same, where an event of n pairs and d days counts 1/(n d) in each, so that sums are numbers of events.';
COMMENT ON COLUMN bi.dyad_day.verbal_cooperation_weight IS 'Of that: verbal cooperation.';
COMMENT ON COLUMN bi.dyad_day.material_cooperation_weight IS 'Of that: material cooperation.';
COMMENT ON COLUMN bi.dyad_day.verbal_conflict_weight IS 'Of that: verbal conflict.';
COMMENT ON COLUMN bi.dyad_day.material_conflict_weight IS 'Of that: material conflict.';
COMMENT ON COLUMN bi.dyad_day.goldstein_mean IS 'Mean Goldstein score of the events.';
COMMENT ON COLUMN bi.dyad_day.plover_score_mean IS 'Mean PLOVER score of the events.';
COMMENT ON COLUMN bi.dyad_day.articles_covered IS 'Articles in the warehouse that were published on the day: tells no events from no coverage.';
