-- One wide row an event.

CREATE VIEW bi.event AS
SELECT e.event_id,
       e.event_type,
       t.label_de AS event_type_de,
       t.label_en AS event_type_en,
       e.event_mode,
       m.label_de AS event_mode_de,
       m.label_en AS event_mode_en,
       e.contexts,
       e.quad_class,
       q.label_de AS quad_class_de,
       q.label_en AS quad_class_en,
       e.status,
       s.label_de AS status_de,
       s.label_en AS status_en,
       e.is_mutual,
       e.source_codes,
       e.target_codes,
       e.source_names,
       e.target_names,
       e.cameo_code,
       c.name AS cameo_name,
       e.goldstein,
       coalesce(m.score, t.score) AS plover_score,
       e.date_start,
       e.date_end,
       e.date_precision,
       e.date_weekday,
       e.date_basis,
       e.place_name,
       e.place_country_code AS place_country,
       e.latitude,
       e.longitude,
       e.attributed_to,
       e.confidence,
       e.article_count,
       e.source_count,
       e.mention_count,
       e.first_reported_at,
       e.last_reported_at,
       e.evidence,
       e.merge_reason,
       e.changed_at
FROM core.event AS e
JOIN core.event_type AS t USING (event_type)
JOIN core.quad_class AS q ON q.quad_class = e.quad_class
JOIN core.event_status AS s ON s.status = e.status
LEFT JOIN core.event_mode AS m ON m.event_type = e.event_type AND m.event_mode = e.event_mode
LEFT JOIN core.cameo AS c ON c.cameo_code = e.cameo_code;
COMMENT ON VIEW bi.event IS 'Events: one row for each thing that happened, however many articles tell of it.';
COMMENT ON COLUMN bi.event.event_id IS 'Key of the event.';
COMMENT ON COLUMN bi.event.event_type IS 'PLOVER type: CONSULT, ACCUSE, …';
COMMENT ON COLUMN bi.event.event_type_de IS 'German label of the type.';
COMMENT ON COLUMN bi.event.event_type_en IS 'English label of the type.';
COMMENT ON COLUMN bi.event.event_mode IS 'PLOVER mode: how it was done; null where none fits.';
COMMENT ON COLUMN bi.event.event_mode_de IS 'German label of the mode.';
COMMENT ON COLUMN bi.event.event_mode_en IS 'English label of the mode.';
COMMENT ON COLUMN bi.event.contexts IS 'PLOVER contexts: what it was about.';
COMMENT ON COLUMN bi.event.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';
COMMENT ON COLUMN bi.event.quad_class_de IS 'German label of the quad class.';
COMMENT ON COLUMN bi.event.quad_class_en IS 'English label of the quad class.';
COMMENT ON COLUMN bi.event.status IS 'actual, planned or denied.';
COMMENT ON COLUMN bi.event.status_de IS 'German label of the status.';
COMMENT ON COLUMN bi.event.status_en IS 'English label of the status.';
COMMENT ON COLUMN bi.event.is_mutual IS 'Whether both sides act alike.';
COMMENT ON COLUMN bi.event.source_codes IS 'Who acts: ISO 3166-1 alpha-3 codes of countries, codes of bodies.';
COMMENT ON COLUMN bi.event.target_codes IS 'Towards whom.';
COMMENT ON COLUMN bi.event.source_names IS 'Persons and bodies who act, as the texts name them.';
COMMENT ON COLUMN bi.event.target_names IS 'Persons and bodies towards whom.';
COMMENT ON COLUMN bi.event.cameo_code IS 'CAMEO code.';
COMMENT ON COLUMN bi.event.cameo_name IS 'English name of the CAMEO code.';
COMMENT ON COLUMN bi.event.goldstein IS 'Goldstein score of the CAMEO code, -10 (conflict) to 10 (cooperation).';
COMMENT ON COLUMN bi.event.plover_score IS 'PLOVER score of type and mode (of the type, where the mode has none), -10 to 10.';
COMMENT ON COLUMN bi.event.date_start IS 'First day of the interval in which it happened; null if unknown.';
COMMENT ON COLUMN bi.event.date_end IS 'Last day of that interval; null if unknown.';
COMMENT ON COLUMN bi.event.date_precision IS 'day; span: it lasted throughout; week, month, season, year, unknown: somewhere inside.';
COMMENT ON COLUMN bi.event.date_weekday IS 'ISO weekday that the text names (Monday is 1).';
COMMENT ON COLUMN bi.event.date_basis IS 'How the date was found.';
COMMENT ON COLUMN bi.event.place_name IS 'Where.';
COMMENT ON COLUMN bi.event.place_country IS 'Code of the country in which that lies.';
COMMENT ON COLUMN bi.event.latitude IS 'Degrees north (WGS 84); null where no gazetteer knows the place.';
COMMENT ON COLUMN bi.event.longitude IS 'Degrees east (WGS 84); null where no gazetteer knows the place.';
COMMENT ON COLUMN bi.event.attributed_to IS 'Who says so, where no text says it in its own voice.';
COMMENT ON COLUMN bi.event.confidence IS 'Probability that it is right: the greatest of its mentions'', 0 to 1.';
COMMENT ON COLUMN bi.event.article_count IS 'Articles that tell of it.';
COMMENT ON COLUMN bi.event.source_count IS 'Independent tellings: near-duplicate articles count as one.';
COMMENT ON COLUMN bi.event.mention_count IS 'Mentions that tell of it: see bi.mention.';
COMMENT ON COLUMN bi.event.first_reported_at IS 'First possible publication of any of its articles.';
COMMENT ON COLUMN bi.event.last_reported_at IS 'First possible publication of the latest of its articles.';
COMMENT ON COLUMN bi.event.evidence IS 'The sentence that tells of it best.';
COMMENT ON COLUMN bi.event.merge_reason IS 'Why its mentions are one event: single, same_day, day_in_span or near_duplicate.';
COMMENT ON COLUMN bi.event.changed_at IS 'When this row was made or last changed.';
