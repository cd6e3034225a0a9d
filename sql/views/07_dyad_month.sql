-- Actual events by pair and month, whatever the precision of their dates.

CREATE VIEW bi.dyad_month AS
WITH placed AS (
    SELECT d.source_code, d.target_code, d.weight, e.quad_class, e.goldstein, e.plover_score,
           e.date_start IS NULL AS is_undated,
           date_trunc('month', coalesce(e.date_start::timestamp, e.first_reported_at AT TIME ZONE 'Europe/Berlin'))
               AS first_month,
           date_trunc('month', coalesce(e.date_end::timestamp, e.first_reported_at AT TIME ZONE 'Europe/Berlin'))
               AS last_month
    FROM bi.event AS e
    JOIN bi.event_dyad AS d USING (event_id)
    WHERE e.status = 'actual'
), counted AS (
    SELECT p.*, month::date AS month_start_date,
           p.weight / (12 * (extract(year FROM last_month) - extract(year FROM first_month))
                       + extract(month FROM last_month) - extract(month FROM first_month) + 1) AS share
    FROM placed AS p
    CROSS JOIN LATERAL generate_series(p.first_month, p.last_month, interval '1 month') AS month
), coverage AS (
    SELECT date_trunc('month', published_start_date::timestamp)::date AS month_start_date, count(*) AS articles_covered
    FROM core.article
    WHERE representative_article_id IS NOT NULL
      AND date_trunc('month', published_start_date::timestamp) = date_trunc('month', published_end_date::timestamp)
    GROUP BY 1
)
SELECT c.source_code,
       c.target_code,
       c.month_start_date,
       count(*) FILTER (WHERE NOT c.is_undated) AS event_count,
       coalesce(sum(c.share) FILTER (WHERE NOT c.is_undated), 0)::double precision AS event_weight,
       count(*) FILTER (WHERE c.is_undated) AS undated_event_count,
       coalesce(sum(c.share) FILTER (WHERE c.quad_class = 1 AND NOT c.is_undated), 0)::double precision
           AS verbal_cooperation_weight,
       coalesce(sum(c.share) FILTER (WHERE c.quad_class = 2 AND NOT c.is_undated), 0)::double precision
           AS material_cooperation_weight,
       coalesce(sum(c.share) FILTER (WHERE c.quad_class = 3 AND NOT c.is_undated), 0)::double precision
           AS verbal_conflict_weight,
       coalesce(sum(c.share) FILTER (WHERE c.quad_class = 4 AND NOT c.is_undated), 0)::double precision
           AS material_conflict_weight,
       avg(c.goldstein) FILTER (WHERE NOT c.is_undated) AS goldstein_mean,
       avg(c.plover_score) FILTER (WHERE NOT c.is_undated) AS plover_score_mean,
       coalesce(v.articles_covered, 0) AS articles_covered
FROM counted AS c
LEFT JOIN coverage AS v USING (month_start_date)
GROUP BY c.source_code, c.target_code, c.month_start_date, v.articles_covered;
COMMENT ON VIEW bi.dyad_month IS 'Actual events of each pair in each month, whatever the precision of their dates.';
COMMENT ON COLUMN bi.dyad_month.source_code IS 'Who acts; of what both do together, the first of the pair in the alphabet.';
COMMENT ON COLUMN bi.dyad_month.target_code IS 'Towards whom.';
COMMENT ON COLUMN bi.dyad_month.month_start_date IS 'First day of the month.';
COMMENT ON COLUMN bi.dyad_month.event_count IS 'Dated events whose interval touches the month.';
COMMENT ON COLUMN bi.dyad_month.event_weight IS 'The same, where an event of n pairs and m months counts 1/(n m) in each, so that sums are numbers of events.';
COMMENT ON COLUMN bi.dyad_month.undated_event_count IS 'Events without any date that were first reported in the month.';
COMMENT ON COLUMN bi.dyad_month.verbal_cooperation_weight IS 'Of event_weight: verbal cooperation.';
COMMENT ON COLUMN bi.dyad_month.material_cooperation_weight IS 'Of event_weight: material cooperation.';
COMMENT ON COLUMN bi.dyad_month.verbal_conflict_weight IS 'Of event_weight: verbal conflict.';
COMMENT ON COLUMN bi.dyad_month.material_conflict_weight IS 'Of event_weight: material conflict.';
COMMENT ON COLUMN bi.dyad_month.goldstein_mean IS 'Mean Goldstein score of the dated events.';
COMMENT ON COLUMN bi.dyad_month.plover_score_mean IS 'Mean PLOVER score of the dated events.';
COMMENT ON COLUMN bi.dyad_month.articles_covered IS 'Articles in the warehouse that were published in the month: tells no events from no coverage.';
