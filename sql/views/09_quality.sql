-- What the warehouse can say of its own quality, by type.

CREATE VIEW bi.quality AS
SELECT e.event_type,
       count(*) AS event_count,
       avg(e.confidence) AS confidence_mean,
       avg((e.source_count > 1)::integer)::double precision AS several_sources_share,
       avg((e.date_precision IN ('day', 'span'))::integer)::double precision AS dated_share,
       avg((e.latitude IS NOT NULL)::integer)::double precision AS placed_share,
       avg((e.target_codes <> '{}')::integer)::double precision AS with_target_share
FROM core.event AS e
GROUP BY e.event_type;
COMMENT ON VIEW bi.quality IS 'Quality of the events by type, as far as the warehouse itself can tell. Measured precision is not in it.';
COMMENT ON COLUMN bi.quality.event_type IS 'PLOVER type.';
COMMENT ON COLUMN bi.quality.event_count IS 'Events of the type.';
COMMENT ON COLUMN bi.quality.confidence_mean IS 'Mean confidence, 0 to 1.';
COMMENT ON COLUMN bi.quality.several_sources_share IS 'Share told by more than one independent source.';
COMMENT ON COLUMN bi.quality.dated_share IS 'Share whose date is a day or a span.';
COMMENT ON COLUMN bi.quality.placed_share IS 'Share that is on the map.';
COMMENT ON COLUMN bi.quality.with_target_share IS 'Share with a target.';
