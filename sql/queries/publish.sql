-- Statements of demarche.warehouse.publish.publish_load, in the order in which they run: one transaction a load.
-- Every insert is sorted by its key, so that it can run beside another writer without deadlock.

-- name: lock_publishing
SELECT pg_advisory_xact_lock(hashtextextended('demarche.publish', 0))

-- name: resolved_on_number
SELECT resolved_on_number FROM ops.load WHERE load_id = %(load_id)s

-- name: lost_rows
-- Tables of staging that hold fewer or more rows of the load than its batches wrote: after a crash they are empty.
WITH written AS (
    SELECT coalesce(sum(document_count), 0) AS documents, coalesce(sum(article_count), 0) AS articles,
           coalesce(sum(mention_count), 0) AS mentions
    FROM ops.batch WHERE load_id = %(load_id)s
), rejected AS (
    SELECT count(*) FILTER (WHERE table_name = 'article') AS articles,
           count(*) FILTER (WHERE table_name = 'mention') AS mentions
    FROM staging.rejection WHERE load_id = %(load_id)s
), counted AS (
    SELECT 'document' AS table_name, w.documents AS written,
           (SELECT count(*) FROM staging.document WHERE load_id = %(load_id)s) AS found
    FROM written AS w
    UNION ALL
    SELECT 'article', w.articles,
           (SELECT count(*) FROM staging.article WHERE load_id = %(load_id)s) + r.articles
    FROM written AS w CROSS JOIN rejected AS r
    UNION ALL
    SELECT 'mention', w.mentions,
           (SELECT count(*) FROM staging.mention WHERE load_id = %(load_id)s) + r.mentions
    FROM written AS w CROSS JOIN rejected AS r
)
SELECT table_name, written, found FROM counted WHERE written <> found

-- name: vanished_documents
SELECT d.location FROM staging.document AS d
WHERE d.load_id = %(load_id)s AND d.is_known AND d.problem_code IS NULL
  AND NOT EXISTS (SELECT FROM core.article AS a WHERE a.document_id = d.document_id)

-- name: write_revisions
WITH fresh AS (
    SELECT * FROM staging.event WHERE load_id = %(load_id)s
), old AS (
    SELECT e.* FROM core.event AS e JOIN staging.block AS b USING (block_id) WHERE b.load_id = %(load_id)s
), gained AS (
    SELECT DISTINCT n.event_id
    FROM staging.event_mention AS n LEFT JOIN core.event_mention AS o USING (event_id, mention_id)
    WHERE n.load_id = %(load_id)s AND o.event_id IS NULL
), lost AS (
    SELECT DISTINCT o.event_id
    FROM old JOIN core.event_mention AS o USING (event_id)
    LEFT JOIN staging.event_mention AS n
           ON n.load_id = %(load_id)s AND n.event_id = o.event_id AND n.mention_id = o.mention_id
    WHERE n.event_id IS NULL
), compared AS (
    SELECT event_id,
           CASE WHEN old.event_id IS NULL THEN 'created' WHEN fresh.event_id IS NULL THEN 'removed'
                ELSE 'changed' END AS change,
           to_jsonb(old) - ARRAY['load_id', 'changed_at'] IS DISTINCT FROM to_jsonb(fresh) - 'load_id' AS differs,
           to_jsonb(old) AS previous
    FROM old FULL JOIN fresh USING (event_id)
)
INSERT INTO core.event_revision (event_id, load_id, change, reason, previous)
SELECT c.event_id, %(load_id)s, c.change,
       CASE WHEN g.event_id IS NOT NULL AND l.event_id IS NOT NULL THEN 'replaced_evidence'
            WHEN g.event_id IS NOT NULL THEN 'new_evidence'
            WHEN l.event_id IS NOT NULL THEN 'lost_evidence'
            ELSE 'regrouped' END,
       c.previous || CASE WHEN c.previous IS NOT NULL THEN jsonb_build_object('mention_ids', (
           SELECT coalesce(jsonb_agg(m.mention_id ORDER BY m.mention_id), '[]')
           FROM core.event_mention AS m WHERE m.event_id = c.event_id)) END
FROM compared AS c
LEFT JOIN gained AS g USING (event_id)
LEFT JOIN lost AS l USING (event_id)
WHERE c.differs OR g.event_id IS NOT NULL OR l.event_id IS NOT NULL
ORDER BY c.event_id

-- name: publish_places
INSERT INTO core.place (place_id, name, place_country_code, latitude, longitude)
SELECT DISTINCT ON (m.place_id) m.place_id, m.place_name, m.place_country_code, m.latitude, m.longitude
FROM staging.article_state AS s
JOIN ops.load AS l USING (load_id)
JOIN staging.mention AS m ON m.load_id = s.load_id AND m.article_id = s.article_id
WHERE s.load_id = %(load_id)s AND s.is_staged AND m.confidence >= l.min_confidence AND m.place_id IS NOT NULL
ORDER BY m.place_id
ON CONFLICT DO NOTHING

-- name: publish_actors
WITH named AS (
    SELECT a.actor_id, a.actor_key, a.actor_key <> a.actor_code AS is_named, min(a.country_code) AS country_code,
           coalesce(array_agg(DISTINCT a.name ORDER BY a.name) FILTER (
               WHERE a.name IS NOT NULL AND a.actor_key <> a.actor_code), '{}') AS names
    FROM staging.article_state AS s
    JOIN ops.load AS l USING (load_id)
    JOIN staging.mention AS m ON m.load_id = s.load_id AND m.article_id = s.article_id
    JOIN staging.mention_actor AS a ON a.load_id = m.load_id AND a.mention_id = m.mention_id
    WHERE s.load_id = %(load_id)s AND s.is_staged AND m.confidence >= l.min_confidence
    GROUP BY a.actor_id, a.actor_key, is_named
), merged AS (
    SELECT n.actor_id, n.actor_key, n.is_named, b.body_code, b.kind, b.label_de,
           CASE WHEN n.is_named THEN least(n.country_code, old.country_code)
                WHEN b.body_code IS NULL THEN n.actor_key END AS country_code,
           ARRAY(SELECT DISTINCT name FROM unnest(n.names || coalesce(old.names, '{}')) AS name ORDER BY name) AS names
    FROM named AS n
    LEFT JOIN core.actor AS old USING (actor_id)
    LEFT JOIN core.body AS b ON b.body_code = n.actor_key
)
INSERT INTO core.actor AS old (actor_id, actor_key, kind, country_code, name, names)
SELECT actor_id, actor_key, CASE WHEN is_named THEN 'named' ELSE coalesce(kind, 'state') END, country_code,
       CASE WHEN is_named
            THEN (SELECT name FROM unnest(names) AS name ORDER BY length(name) DESC, name LIMIT 1)
            ELSE label_de END,
       names
FROM merged
ORDER BY actor_id
ON CONFLICT (actor_id) DO UPDATE
SET country_code = excluded.country_code, name = excluded.name, names = excluded.names
WHERE (old.country_code, old.name, old.names) IS DISTINCT FROM (excluded.country_code, excluded.name, excluded.names)

-- name: publish_actor_roles
INSERT INTO core.actor_role (actor_role_id, actor_id, actor_code, country_code, sector_code, role_code)
SELECT DISTINCT ON (a.actor_role_id) a.actor_role_id, a.actor_id, a.actor_code, a.country_code, a.sector_code,
       a.role_code
FROM staging.article_state AS s
JOIN ops.load AS l USING (load_id)
JOIN staging.mention AS m ON m.load_id = s.load_id AND m.article_id = s.article_id
JOIN staging.mention_actor AS a ON a.load_id = m.load_id AND a.mention_id = m.mention_id
WHERE s.load_id = %(load_id)s AND s.is_staged AND m.confidence >= l.min_confidence
ORDER BY a.actor_role_id
ON CONFLICT DO NOTHING

-- name: publish_article_states
UPDATE core.article AS a
SET is_current = s.is_current, duplicate_of_article_id = s.duplicate_of_article_id,
    representative_article_id = s.representative_article_id
FROM staging.article_state AS s
WHERE s.load_id = %(load_id)s AND NOT s.is_staged AND a.article_id = s.article_id

-- name: publish_articles
INSERT INTO core.article AS old (
    article_id, document_id, source, location, text_hash, title, url, text, language_code, published_start_date,
    published_end_date, published_basis, dateline_place, is_truncated, coder_version, model_version, signature,
    fetched_at, is_current, duplicate_of_article_id, representative_article_id, load_id
)
SELECT a.article_id, a.document_id, a.source, a.location, a.text_hash, a.title, a.url, a.text, a.language_code,
       a.published_start_date, a.published_end_date, a.published_basis, a.dateline_place, a.is_truncated,
       a.coder_version, a.model_version, a.signature, a.fetched_at, s.is_current, s.duplicate_of_article_id,
       s.representative_article_id, a.load_id
FROM staging.article_state AS s JOIN staging.article AS a USING (load_id, article_id)
WHERE s.load_id = %(load_id)s AND s.is_staged
ORDER BY a.article_id
ON CONFLICT (article_id) DO UPDATE
SET title = excluded.title, url = excluded.url, language_code = excluded.language_code,
    published_start_date = excluded.published_start_date, published_end_date = excluded.published_end_date,
    published_basis = excluded.published_basis, dateline_place = excluded.dateline_place,
    is_truncated = excluded.is_truncated, coder_version = excluded.coder_version,
    model_version = excluded.model_version, fetched_at = greatest(old.fetched_at, excluded.fetched_at),
    is_current = excluded.is_current, duplicate_of_article_id = excluded.duplicate_of_article_id,
    representative_article_id = excluded.representative_article_id, load_id = excluded.load_id

-- name: publish_bands
INSERT INTO core.article_band (band_hash, article_id)
SELECT DISTINCT band, a.article_id
FROM staging.article_state AS s
JOIN staging.article AS a USING (load_id, article_id)
CROSS JOIN LATERAL unnest(a.bands) AS band
WHERE s.load_id = %(load_id)s AND s.is_staged
ORDER BY band, a.article_id
ON CONFLICT DO NOTHING

-- name: remove_recoded_mentions
DELETE FROM core.mention AS m USING staging.article_state AS s
WHERE s.load_id = %(load_id)s AND s.is_recoded AND m.article_id = s.article_id

-- name: publish_mentions
INSERT INTO core.mention (
    mention_id, article_id, block_id, event_type, event_mode, contexts, quad_class, cameo_code, goldstein, status,
    is_mutual, source_codes, target_codes, date_start, date_end, date_precision, date_weekday, date_basis, place_id,
    place_name, place_country_code, latitude, longitude, attributed_to, confidence, evidence, sentence_start,
    sentence_end, trigger_start, trigger_end, load_id
)
SELECT m.mention_id, m.article_id, m.block_id, m.event_type, m.event_mode, m.contexts, m.quad_class, m.cameo_code,
       m.goldstein, m.status, m.is_mutual, m.source_codes, m.target_codes, m.date_start, m.date_end, m.date_precision,
       m.date_weekday, m.date_basis, m.place_id, m.place_name, m.place_country_code, m.latitude, m.longitude,
       m.attributed_to, m.confidence, m.evidence, m.sentence_start, m.sentence_end, m.trigger_start, m.trigger_end,
       m.load_id
FROM staging.article_state AS s
JOIN ops.load AS l USING (load_id)
JOIN staging.mention AS m ON m.load_id = s.load_id AND m.article_id = s.article_id
WHERE s.load_id = %(load_id)s AND s.is_staged AND m.confidence >= l.min_confidence
ORDER BY m.mention_id

-- name: publish_mention_actors
INSERT INTO core.mention_actor (
    mention_id, side, position, actor_code, actor_id, name, country_code, sector_code, role_code
)
SELECT a.mention_id, a.side, a.position, a.actor_code, a.actor_id, a.name, a.country_code, a.sector_code, a.role_code
FROM staging.article_state AS s
JOIN ops.load AS l USING (load_id)
JOIN staging.mention AS m ON m.load_id = s.load_id AND m.article_id = s.article_id
JOIN staging.mention_actor AS a ON a.load_id = m.load_id AND a.mention_id = m.mention_id
WHERE s.load_id = %(load_id)s AND s.is_staged AND m.confidence >= l.min_confidence
ORDER BY a.mention_id, a.side, a.position

-- name: remove_evidence
DELETE FROM core.event_mention AS m USING core.event_revision AS r
WHERE r.load_id = %(load_id)s AND m.event_id = r.event_id

-- name: remove_events
DELETE FROM core.event AS e USING core.event_revision AS r
WHERE r.load_id = %(load_id)s AND r.change = 'removed' AND e.event_id = r.event_id

-- name: publish_events
INSERT INTO core.event (
    event_id, block_id, best_mention_id, event_type, event_mode, contexts, quad_class, cameo_code, goldstein, status,
    is_mutual, source_codes, target_codes, source_names, target_names, date_start, date_end, date_precision,
    date_weekday, date_basis, place_id, place_name, place_country_code, latitude, longitude, attributed_to, confidence,
    evidence, merge_reason, mention_count, article_count, source_count, first_reported_at, last_reported_at, load_id
)
SELECT e.event_id, e.block_id, e.best_mention_id, e.event_type, e.event_mode, e.contexts, e.quad_class, e.cameo_code,
       e.goldstein, e.status, e.is_mutual, e.source_codes, e.target_codes, e.source_names, e.target_names,
       e.date_start, e.date_end, e.date_precision, e.date_weekday, e.date_basis, e.place_id, e.place_name,
       e.place_country_code, e.latitude, e.longitude, e.attributed_to, e.confidence, e.evidence, e.merge_reason,
       e.mention_count, e.article_count, e.source_count, e.first_reported_at, e.last_reported_at, e.load_id
FROM core.event_revision AS r JOIN staging.event AS e USING (load_id, event_id)
WHERE r.load_id = %(load_id)s
ORDER BY e.event_id
ON CONFLICT (event_id) DO UPDATE
SET block_id = excluded.block_id, best_mention_id = excluded.best_mention_id, event_type = excluded.event_type,
    event_mode = excluded.event_mode, contexts = excluded.contexts, quad_class = excluded.quad_class,
    cameo_code = excluded.cameo_code, goldstein = excluded.goldstein, status = excluded.status,
    is_mutual = excluded.is_mutual, source_codes = excluded.source_codes, target_codes = excluded.target_codes,
    source_names = excluded.source_names, target_names = excluded.target_names, date_start = excluded.date_start,
    date_end = excluded.date_end, date_precision = excluded.date_precision, date_weekday = excluded.date_weekday,
    date_basis = excluded.date_basis, place_id = excluded.place_id, place_name = excluded.place_name,
    place_country_code = excluded.place_country_code, latitude = excluded.latitude, longitude = excluded.longitude,
    attributed_to = excluded.attributed_to, confidence = excluded.confidence, evidence = excluded.evidence,
    merge_reason = excluded.merge_reason, mention_count = excluded.mention_count,
    article_count = excluded.article_count, source_count = excluded.source_count,
    first_reported_at = excluded.first_reported_at, last_reported_at = excluded.last_reported_at,
    load_id = excluded.load_id, changed_at = now()

-- name: publish_evidence
INSERT INTO core.event_mention (mention_id, event_id, merge_reason)
SELECT n.mention_id, n.event_id, n.merge_reason
FROM core.event_revision AS r JOIN staging.event_mention AS n USING (load_id, event_id)
WHERE r.load_id = %(load_id)s
ORDER BY n.mention_id

-- name: write_outcomes
INSERT INTO ops.load_document (load_id, document_id, outcome, outcome_code, message, article_id)
SELECT d.load_id, d.document_id, told.outcome,
       CASE told.outcome WHEN 'quarantined' THEN coalesce(d.problem_code, 'failed_expectation')
                         WHEN 'skipped' THEN d.skip_code END,
       CASE WHEN told.outcome = 'quarantined' THEN coalesce(d.problem_message, 'rejected by ' || rejected.rule) END,
       CASE WHEN told.outcome NOT IN ('quarantined', 'skipped')
            THEN coalesce(kept.duplicate_of_article_id, kept.article_id) END
FROM staging.document AS d
LEFT JOIN staging.article AS a ON a.load_id = d.load_id AND a.document_id = d.document_id
LEFT JOIN staging.article_state AS s ON s.load_id = d.load_id AND s.article_id = a.article_id
LEFT JOIN LATERAL (
    SELECT min(r.rule) AS rule FROM staging.rejection AS r
    WHERE r.load_id = d.load_id AND r.document_id = d.document_id AND r.table_name IN ('document', 'article')
) AS rejected ON true
LEFT JOIN LATERAL (
    SELECT c.article_id, c.duplicate_of_article_id FROM core.article AS c WHERE c.document_id = d.document_id
    ORDER BY c.article_id = a.article_id DESC NULLS LAST, c.is_current DESC, c.article_id
    LIMIT 1
) AS kept ON true
CROSS JOIN LATERAL (
    SELECT CASE WHEN d.problem_code IS NOT NULL OR rejected.rule IS NOT NULL THEN 'quarantined'
                WHEN d.skip_code IS NOT NULL THEN 'skipped'
                WHEN kept.duplicate_of_article_id IS NOT NULL THEN 'duplicate'
                WHEN s.is_staged THEN 'loaded'
                ELSE 'unchanged' END AS outcome
) AS told
WHERE d.load_id = %(load_id)s
ORDER BY d.document_id

-- name: mark_replayed
UPDATE ops.load_document AS old SET replayed_by_load_id = %(load_id)s
FROM ops.load_document AS new
WHERE new.load_id = %(load_id)s AND old.document_id = new.document_id AND old.load_id <> new.load_id
  AND old.replayed_by_load_id IS NULL AND new.outcome IN ('loaded', 'duplicate') AND old.outcome <> new.outcome

-- name: count_load
WITH batches AS (
    SELECT coalesce(sum(document_count), 0) AS collected, coalesce(sum(mention_count), 0) AS coded
    FROM ops.batch WHERE load_id = %(load_id)s
), documents AS (
    SELECT count(*) FILTER (WHERE outcome = 'loaded') AS loaded,
           count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged,
           count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate,
           count(*) FILTER (WHERE outcome = 'quarantined') AS quarantined,
           count(*) FILTER (WHERE outcome = 'skipped') AS skipped
    FROM ops.load_document WHERE load_id = %(load_id)s
), mentions AS (
    SELECT count(*) FILTER (WHERE m.confidence >= l.min_confidence AND c.mention_id IS NOT NULL) AS published,
           count(*) FILTER (WHERE m.confidence < l.min_confidence) AS below_threshold
    FROM ops.load AS l
    LEFT JOIN staging.mention AS m USING (load_id)
    LEFT JOIN core.mention AS c ON c.mention_id = m.mention_id
    WHERE l.load_id = %(load_id)s
), rejected AS (
    SELECT count(*) AS quarantined_mentions FROM staging.rejection
    WHERE load_id = %(load_id)s AND table_name = 'mention'
), events AS (
    SELECT count(*) FILTER (WHERE change = 'created') AS events_created,
           count(*) FILTER (WHERE change = 'changed') AS events_changed,
           count(*) FILTER (WHERE change = 'removed') AS events_removed
    FROM core.event_revision WHERE load_id = %(load_id)s
)
UPDATE ops.load AS l
SET collected = b.collected, coded = b.coded, loaded = d.loaded, unchanged = d.unchanged, duplicate = d.duplicate,
    quarantined = d.quarantined, skipped = d.skipped, published = m.published, below_threshold = m.below_threshold,
    quarantined_mentions = r.quarantined_mentions, events_created = e.events_created,
    events_changed = e.events_changed, events_removed = e.events_removed
FROM batches AS b, documents AS d, mentions AS m, rejected AS r, events AS e
WHERE l.load_id = %(load_id)s

-- name: broken_laws
SELECT 'collected ' || collected || ' = loaded ' || loaded || ' + unchanged ' || unchanged || ' + duplicate '
       || duplicate || ' + quarantined ' || quarantined || ' + skipped ' || skipped
FROM ops.load
WHERE load_id = %(load_id)s AND collected IS DISTINCT FROM loaded + unchanged + duplicate + quarantined + skipped
UNION ALL
SELECT 'coded ' || coded || ' = published ' || published || ' + below_threshold ' || below_threshold
       || ' + quarantined ' || quarantined_mentions
FROM ops.load
WHERE load_id = %(load_id)s AND coded IS DISTINCT FROM published + below_threshold + quarantined_mentions

-- name: close_load
UPDATE ops.load
SET status = 'published', closed_at = now(),
    publish_number = (SELECT coalesce(max(publish_number), 0) + 1 FROM ops.load)
WHERE load_id = %(load_id)s
