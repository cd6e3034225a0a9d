-- Statements of demarche.warehouse.publish.resolve_load: what a load will make of articles, and the mentions of the
-- blocks that it touches.

-- name: publish_number
SELECT coalesce(max(publish_number), 0) FROM ops.load

-- name: stage_article_state
-- The versions at each location that the load brings: which is current. Then the current articles with the texts of
-- any of them: which one stands for the others. Only what differs from core.article is noted.
WITH threshold AS (
    SELECT min_confidence FROM ops.load WHERE load_id = %(load_id)s
), staged AS (
    SELECT a.* FROM staging.article AS a WHERE a.load_id = %(load_id)s
), placed AS (
    SELECT c.*, l.min_confidence, d.fetched_at AS seen_at
    FROM core.article AS c
    JOIN ops.load AS l USING (load_id)
    LEFT JOIN staging.document AS d ON d.load_id = %(load_id)s AND d.document_id = c.document_id
    WHERE (c.source, c.location) IN (SELECT source, location FROM staged)
), versions AS (
    SELECT article_id,
           coalesce(s.source, c.source) AS source,
           coalesce(s.location, c.location) AS location,
           coalesce(s.document_id, c.document_id) AS document_id,
           coalesce(s.text_hash, c.text_hash) AS text_hash,
           CASE WHEN s.article_id IS NULL THEN c.published_start_date ELSE s.published_start_date END
               AS published_start_date,
           greatest(s.fetched_at, c.fetched_at, c.seen_at) AS fetched_at,
           s.article_id IS NOT NULL AS is_staged,
           c.article_id IS NOT NULL AS is_in_core,
           coalesce(c.is_current, false) AS was_current,
           c.duplicate_of_article_id AS was_duplicate_of,
           (c.coder_version, c.model_version, c.min_confidence)
               IS DISTINCT FROM (s.coder_version, s.model_version, (SELECT min_confidence FROM threshold))
               AS is_coded_otherwise
    FROM staged AS s FULL JOIN placed AS c USING (article_id)
), fetched AS (
    SELECT *, max(fetched_at) OVER (PARTITION BY document_id) AS document_fetched_at FROM versions
), ranked AS (
    SELECT *,
           row_number() OVER (
               PARTITION BY source, location
               ORDER BY document_fetched_at DESC, document_id, is_staged DESC, was_current DESC, article_id
           ) = 1 AS is_current
    FROM fetched
), alike AS (
    SELECT article_id, text_hash, published_start_date, is_staged, is_in_core, was_current, was_duplicate_of,
           is_staged AND is_in_core AND (is_coded_otherwise OR (is_current AND NOT was_current)) AS is_recoded,
           is_current
    FROM ranked
    UNION ALL
    SELECT c.article_id, c.text_hash, c.published_start_date, false, true, true, c.duplicate_of_article_id, false, true
    FROM core.article AS c
    WHERE c.is_current AND c.text_hash IN (SELECT text_hash FROM ranked)
      AND NOT EXISTS (SELECT FROM ranked AS r WHERE r.article_id = c.article_id)
), decided AS (
    SELECT *,
           first_value(article_id) OVER (
               PARTITION BY text_hash, is_current ORDER BY published_start_date, article_id
           ) AS standing_article_id
    FROM alike
), states AS (
    SELECT *,
           CASE WHEN is_current AND standing_article_id <> article_id THEN standing_article_id END
               AS duplicate_of_article_id
    FROM decided
)
INSERT INTO staging.article_state (
    load_id, article_id, is_staged, is_current, duplicate_of_article_id, is_recoded, was_evidence
)
SELECT %(load_id)s, article_id, is_staged AND (is_recoded OR NOT is_in_core), is_current, duplicate_of_article_id,
       is_recoded, was_current AND was_duplicate_of IS NULL
FROM states
WHERE NOT is_in_core OR is_recoded OR is_current <> was_current
   OR duplicate_of_article_id IS DISTINCT FROM was_duplicate_of

-- name: entering_articles
-- Articles that become evidence, with their bands.
SELECT s.article_id,
       CASE WHEN s.is_staged THEN a.text_hash ELSE c.text_hash END,
       CASE WHEN s.is_staged THEN a.published_start_date ELSE c.published_start_date END,
       CASE WHEN s.is_staged THEN a.bands
            ELSE ARRAY(SELECT b.band_hash FROM core.article_band AS b WHERE b.article_id = s.article_id) END
FROM staging.article_state AS s
LEFT JOIN staging.article AS a ON a.load_id = s.load_id AND a.article_id = s.article_id
LEFT JOIN core.article AS c ON c.article_id = s.article_id
WHERE s.load_id = %(load_id)s AND NOT s.was_evidence AND s.is_current AND s.duplicate_of_article_id IS NULL

-- name: broken_clusters
-- Representatives of the clusters that lose a member: these are put together anew.
SELECT DISTINCT c.representative_article_id
FROM staging.article_state AS s JOIN core.article AS c USING (article_id)
WHERE s.load_id = %(load_id)s AND s.was_evidence AND (NOT s.is_current OR s.duplicate_of_article_id IS NOT NULL)

-- name: cluster_members
-- What is left of these clusters, with bands.
SELECT c.article_id, c.text_hash, c.published_start_date,
       ARRAY(SELECT b.band_hash FROM core.article_band AS b WHERE b.article_id = c.article_id)
FROM core.article AS c
WHERE c.representative_article_id = ANY(%(representatives)s::uuid[])
  AND NOT EXISTS (
      SELECT FROM staging.article_state AS s
      WHERE s.load_id = %(load_id)s AND s.article_id = c.article_id
        AND (NOT s.is_current OR s.duplicate_of_article_id IS NOT NULL))

-- name: clusters_of_bands
-- The cluster that each band belongs to. All evidence that shares a band is in one cluster, so one article tells.
SELECT r.article_id, r.text_hash, r.published_start_date, array_agg(band.band_hash)
FROM unnest(%(bands)s::bigint[]) AS band (band_hash)
CROSS JOIN LATERAL (
    SELECT c.representative_article_id
    FROM core.article_band AS b JOIN core.article AS c USING (article_id)
    WHERE b.band_hash = band.band_hash AND c.representative_article_id IS NOT NULL
      AND c.representative_article_id <> ALL(%(broken)s::uuid[])
    LIMIT 1
) AS found
JOIN core.article AS r ON r.article_id = found.representative_article_id
GROUP BY r.article_id

-- name: stage_representatives
-- Note what changes: for single articles, and for all members of a cluster that stands under another one now.
WITH chosen AS (
    SELECT * FROM unnest(%(nodes)s::uuid[], %(representatives)s::uuid[]) AS chosen (node_id, representative_id)
), members AS (
    SELECT c.article_id, chosen.representative_id
    FROM chosen JOIN core.article AS c ON c.representative_article_id = chosen.node_id
    WHERE chosen.node_id <> chosen.representative_id AND chosen.node_id <> ALL(%(broken)s::uuid[])
    UNION
    SELECT node_id, representative_id FROM chosen
), changed AS (
    SELECT m.article_id, m.representative_id
    FROM members AS m
    LEFT JOIN core.article AS c USING (article_id)
    LEFT JOIN staging.article_state AS s ON s.load_id = %(load_id)s AND s.article_id = m.article_id
    WHERE s.article_id IS NOT NULL OR c.representative_article_id IS DISTINCT FROM m.representative_id
)
INSERT INTO staging.article_state AS s (
    load_id, article_id, is_staged, is_current, is_recoded, was_evidence, representative_article_id
)
SELECT %(load_id)s, article_id, false, true, false, true, representative_id FROM changed
ON CONFLICT (load_id, article_id) DO UPDATE SET representative_article_id = excluded.representative_article_id

-- name: complete_representatives
-- Articles that stay evidence and are touched for another reason keep the representative that they have.
UPDATE staging.article_state AS s SET representative_article_id = c.representative_article_id
FROM core.article AS c
WHERE s.load_id = %(load_id)s AND c.article_id = s.article_id AND s.representative_article_id IS NULL
  AND s.is_current AND s.duplicate_of_article_id IS NULL

-- name: stage_blocks
INSERT INTO staging.block (load_id, block_id)
SELECT %(load_id)s, m.block_id
FROM staging.article_state AS s JOIN core.mention AS m USING (article_id)
WHERE s.load_id = %(load_id)s
UNION
SELECT %(load_id)s, m.block_id
FROM staging.article_state AS s
JOIN staging.mention AS m ON m.load_id = s.load_id AND m.article_id = s.article_id
JOIN ops.load AS l ON l.load_id = s.load_id
WHERE s.load_id = %(load_id)s AND s.is_staged AND m.confidence >= l.min_confidence

-- name: mentions_of_blocks
-- All mentions of the touched blocks that will count as evidence: published ones and the load's own.
WITH evidence AS (
    SELECT a.article_id, coalesce(s.representative_article_id, a.representative_article_id) AS cluster_id,
           a.published_start_date, a.fetched_at, m.mention_id
    FROM staging.block AS b
    JOIN core.mention AS m USING (block_id)
    JOIN core.article AS a USING (article_id)
    LEFT JOIN staging.article_state AS s ON s.load_id = b.load_id AND s.article_id = a.article_id
    WHERE b.load_id = %(load_id)s AND NOT coalesce(s.is_recoded, false)
      AND CASE WHEN s.article_id IS NULL THEN a.representative_article_id IS NOT NULL
               ELSE s.is_current AND s.duplicate_of_article_id IS NULL END
)
SELECT m.mention_id, m.article_id, e.cluster_id, m.block_id, m.event_type, m.event_mode, m.contexts, m.quad_class,
       m.cameo_code, m.goldstein, m.status, m.is_mutual, m.source_codes, m.target_codes, m.date_start, m.date_end,
       m.date_precision, m.date_weekday, m.date_basis, m.place_id, m.place_name, m.place_country_code, m.latitude,
       m.longitude, m.attributed_to, m.confidence, m.evidence, m.trigger_start,
       coalesce(e.published_start_date::timestamp AT TIME ZONE 'Europe/Berlin', e.fetched_at) AS reported_at,
       actors.sides, actors.codes, actors.ids, actors.names
FROM evidence AS e
JOIN core.mention AS m USING (mention_id)
CROSS JOIN LATERAL (
    SELECT array_agg(x.side ORDER BY x.side, x.position) AS sides,
           array_agg(x.actor_code ORDER BY x.side, x.position) AS codes,
           array_agg(x.actor_id ORDER BY x.side, x.position) AS ids,
           array_agg(x.name ORDER BY x.side, x.position) AS names
    FROM core.mention_actor AS x WHERE x.mention_id = m.mention_id
) AS actors
UNION ALL
SELECT m.mention_id, m.article_id, s.representative_article_id, m.block_id, m.event_type, m.event_mode, m.contexts,
       m.quad_class, m.cameo_code, m.goldstein, m.status, m.is_mutual, m.source_codes, m.target_codes, m.date_start,
       m.date_end, m.date_precision, m.date_weekday, m.date_basis, m.place_id, m.place_name, m.place_country_code,
       m.latitude, m.longitude, m.attributed_to, m.confidence, m.evidence, m.trigger_start,
       coalesce(a.published_start_date::timestamp AT TIME ZONE 'Europe/Berlin', a.fetched_at),
       actors.sides, actors.codes, actors.ids, actors.names
FROM staging.article_state AS s
JOIN ops.load AS l USING (load_id)
JOIN staging.article AS a ON a.load_id = s.load_id AND a.article_id = s.article_id
JOIN staging.mention AS m ON m.load_id = s.load_id AND m.article_id = s.article_id
CROSS JOIN LATERAL (
    SELECT array_agg(x.side ORDER BY x.side, x.position) AS sides,
           array_agg(x.actor_code ORDER BY x.side, x.position) AS codes,
           array_agg(x.actor_id ORDER BY x.side, x.position) AS ids,
           array_agg(x.name ORDER BY x.side, x.position) AS names
    FROM staging.mention_actor AS x WHERE x.load_id = m.load_id AND x.mention_id = m.mention_id
) AS actors
WHERE s.load_id = %(load_id)s AND s.is_staged AND s.is_current AND s.duplicate_of_article_id IS NULL
  AND m.confidence >= l.min_confidence

-- name: copy_event
COPY staging.event (
    load_id, event_id, block_id, best_mention_id, event_type, event_mode, contexts, quad_class, cameo_code, goldstein,
    status, is_mutual, source_codes, target_codes, source_names, target_names, date_start, date_end, date_precision,
    date_weekday, date_basis, place_id, place_name, place_country_code, latitude, longitude, attributed_to, confidence,
    evidence, merge_reason, mention_count, article_count, source_count, first_reported_at, last_reported_at
) FROM STDIN

-- name: copy_event_mention
COPY staging.event_mention (load_id, event_id, mention_id, merge_reason) FROM STDIN

-- name: note_resolution
UPDATE ops.load SET resolved_on_number = %(publish_number)s WHERE load_id = %(load_id)s
