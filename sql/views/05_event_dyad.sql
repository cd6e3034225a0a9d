-- One row an event and pair: what the dyad views count.

CREATE VIEW bi.event_dyad AS
WITH pair AS (
    SELECT e.event_id, side.source_code, side.target_code
    FROM core.event AS e
    JOIN core.event_type AS t USING (event_type)
    CROSS JOIN LATERAL (
        SELECT DISTINCT s.code AS source_code, g.code AS target_code
        FROM unnest(e.source_codes) AS s (code) CROSS JOIN unnest(e.target_codes) AS g (code)
        WHERE t.symmetry = 'never' OR (t.symmetry = 'mutual' AND NOT e.is_mutual)
        UNION
        SELECT one.code, other.code
        FROM unnest(e.source_codes || e.target_codes) AS one (code)
        JOIN unnest(e.source_codes || e.target_codes) AS other (code) ON one.code < other.code
        WHERE t.symmetry = 'always' OR (t.symmetry = 'mutual' AND e.is_mutual)
        UNION
        SELECT s.code, NULL FROM unnest(e.source_codes) AS s (code) WHERE e.target_codes = '{}'
        UNION
        SELECT NULL, g.code FROM unnest(e.target_codes) AS g (code) WHERE e.source_codes = '{}'
    ) AS side
    WHERE side.source_code IS DISTINCT FROM side.target_code
)
SELECT event_id, source_code, target_code, 1.0 / count(*) OVER (PARTITION BY event_id) AS weight
FROM pair;
COMMENT ON VIEW bi.event_dyad IS 'Pairs of each event. What both sides do together has its pair once, in the alphabet''s order.';
COMMENT ON COLUMN bi.event_dyad.event_id IS 'The event.';
COMMENT ON COLUMN bi.event_dyad.source_code IS 'Who acts; null where the text names nobody.';
COMMENT ON COLUMN bi.event_dyad.target_code IS 'Towards whom; null where the text names nobody.';
COMMENT ON COLUMN bi.event_dyad.weight IS 'One divided by the number of the event''s pairs.';
