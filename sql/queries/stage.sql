-- Statements of demarche.warehouse.stage: opening a load, writing its batches, taking rows out, giving it up.

-- name: open_load
INSERT INTO ops.load (load_id, flow, parameters, min_confidence)
VALUES (%(load_id)s, %(flow)s, %(parameters)s, %(min_confidence)s)

-- name: lock_open_load
SELECT status FROM ops.load WHERE load_id = %(load_id)s FOR UPDATE

-- name: share_open_load
SELECT status FROM ops.load WHERE load_id = %(load_id)s FOR SHARE

-- name: known_documents
SELECT document_id FROM core.article WHERE is_current AND document_id = ANY(%(document_ids)s::uuid[])

-- name: claim_batch
INSERT INTO ops.batch (load_id, batch_number) VALUES (%(load_id)s, %(batch_number)s)
ON CONFLICT DO NOTHING
RETURNING batch_number

-- name: staged_documents
SELECT document_id FROM staging.document
WHERE load_id = %(load_id)s AND document_id = ANY(%(document_ids)s::uuid[])

-- name: copy_document
COPY staging.document (
    load_id, batch_number, document_id, source, location, media_type, content, byte_count, fetched_at, title, url,
    published, language_code, is_known, skip_code, problem_code, problem_message
) FROM STDIN

-- name: copy_article
COPY staging.article (
    load_id, batch_number, article_id, document_id, source, location, text_hash, title, url, text, character_count,
    language_code, published_start_date, published_end_date, published_basis, dateline_place, is_truncated,
    coder_version, model_version, signature, bands, fetched_at
) FROM STDIN

-- name: copy_mention
COPY staging.mention (
    load_id, batch_number, mention_id, article_id, document_id, block_id, event_type, event_mode, contexts, quad_class,
    cameo_code, goldstein, status, is_mutual, source_codes, target_codes, date_start, date_end, date_precision,
    date_weekday, date_basis, place_id, place_name, place_country_code, latitude, longitude, attributed_to, confidence,
    evidence, sentence_start, sentence_end, trigger_start, trigger_end
) FROM STDIN

-- name: copy_mention_actor
COPY staging.mention_actor (
    load_id, mention_id, side, position, actor_code, actor_id, actor_key, actor_role_id, name, country_code,
    sector_code, role_code
) FROM STDIN

-- name: keep_documents
INSERT INTO raw.document (
    document_id, source, location, media_type, content, fetched_at, title, url, published, language_code, problem_code,
    problem_message, load_id
)
SELECT document_id, source, location, media_type, content, fetched_at, title, url, published, language_code,
       problem_code, problem_message, load_id
FROM staging.document
WHERE load_id = %(load_id)s AND batch_number = %(batch_number)s AND content IS NOT NULL
ORDER BY document_id
ON CONFLICT DO NOTHING

-- name: drop_staged_content
UPDATE staging.document SET content = NULL
WHERE load_id = %(load_id)s AND batch_number = %(batch_number)s AND content IS NOT NULL

-- name: finish_batch
UPDATE ops.batch
SET document_count = %(documents)s, article_count = %(articles)s, mention_count = %(mentions)s
WHERE load_id = %(load_id)s AND batch_number = %(batch_number)s

-- name: insert_quarantine
INSERT INTO quarantine.record (
    quarantine_id, table_name, row_id, document_id, rule, severity, problem_code, message, value, payload, load_id
)
VALUES (%(quarantine_id)s, %(table_name)s, %(row_id)s, %(document_id)s, %(rule)s, 'fail', %(problem_code)s,
        %(message)s, %(value)s, %(payload)s, %(load_id)s)
ON CONFLICT DO NOTHING

-- name: insert_rejection
INSERT INTO staging.rejection (load_id, table_name, row_id, document_id, rule)
VALUES (%(load_id)s, %(table_name)s, %(row_id)s, %(document_id)s, %(rule)s)
ON CONFLICT DO NOTHING

-- name: rejected_documents
SELECT 'document', document_id, document_id, to_jsonb(d) - 'content' FROM staging.document AS d
WHERE load_id = %(load_id)s AND document_id = ANY(%(keys)s::uuid[]) AND problem_code IS NULL

-- name: rejected_articles
SELECT 'article', article_id, document_id, to_jsonb(a) - ARRAY['signature', 'bands'] FROM staging.article AS a
WHERE load_id = %(load_id)s
  AND (article_id = ANY(%(keys)s::uuid[]) OR document_id = ANY(%(keys)s::uuid[]))

-- name: rejected_mentions
SELECT 'mention', m.mention_id, m.document_id,
       to_jsonb(m) || jsonb_build_object('actors', (
           SELECT coalesce(jsonb_agg(to_jsonb(a) - 'load_id' ORDER BY a.side, a.position), '[]')
           FROM staging.mention_actor AS a WHERE a.load_id = m.load_id AND a.mention_id = m.mention_id
       ))
FROM staging.mention AS m
WHERE m.load_id = %(load_id)s
  AND (m.mention_id = ANY(%(keys)s::uuid[]) OR m.article_id = ANY(%(keys)s::uuid[])
       OR m.document_id = ANY(%(keys)s::uuid[]))

-- name: mentions_of_events
SELECT m.mention_id FROM staging.event_mention AS e JOIN staging.mention AS m USING (load_id, mention_id)
WHERE e.load_id = %(load_id)s AND e.event_id = ANY(%(keys)s::uuid[])

-- name: events_without_staged_mentions
SELECT e.event_id FROM staging.event AS e
WHERE e.load_id = %(load_id)s AND e.event_id = ANY(%(keys)s::uuid[])
  AND NOT EXISTS (
      SELECT FROM staging.event_mention AS em JOIN staging.mention AS m USING (load_id, mention_id)
      WHERE em.load_id = e.load_id AND em.event_id = e.event_id)

-- name: mark_documents_rejected
UPDATE staging.document SET problem_code = 'failed_expectation', problem_message = 'rejected by ' || %(rule)s
WHERE load_id = %(load_id)s AND document_id = ANY(%(document_ids)s::uuid[])

-- name: remove_rejected_articles
DELETE FROM staging.article AS a USING staging.rejection AS r
WHERE a.load_id = %(load_id)s AND r.load_id = a.load_id AND r.table_name = 'article' AND r.row_id = a.article_id

-- name: remove_rejected_actors
DELETE FROM staging.mention_actor AS a USING staging.rejection AS r
WHERE a.load_id = %(load_id)s AND r.load_id = a.load_id AND r.table_name = 'mention' AND r.row_id = a.mention_id

-- name: remove_rejected_mentions
DELETE FROM staging.mention AS m USING staging.rejection AS r
WHERE m.load_id = %(load_id)s AND r.load_id = m.load_id AND r.table_name = 'mention' AND r.row_id = m.mention_id

-- name: forget_resolution
UPDATE ops.load SET resolved_on_number = NULL WHERE load_id = %(load_id)s AND resolved_on_number IS NOT NULL

-- name: insert_expectation_result
INSERT INTO ops.expectation_result (
    expectation_result_id, load_id, suite, expectation, column_name, severity, is_met, element_count, unexpected_count,
    detail
)
VALUES (%(expectation_result_id)s, %(load_id)s, %(suite)s, %(expectation)s, %(column_name)s, %(severity)s, %(is_met)s,
        %(element_count)s, %(unexpected_count)s, %(detail)s)
ON CONFLICT (expectation_result_id) DO UPDATE
SET is_met = excluded.is_met, element_count = excluded.element_count, unexpected_count = excluded.unexpected_count,
    detail = excluded.detail, checked_at = now()

-- name: fail_load
UPDATE ops.load SET status = 'failed', failure = %(reason)s, closed_at = now()
WHERE load_id = %(load_id)s AND status = 'open'

-- name: hold_load
SELECT pg_advisory_lock(hashtextextended(%(load_id)s::text, 0))

-- name: abandoned_loads
SELECT l.load_id FROM ops.load AS l
WHERE l.status = 'open' AND l.opened_at < now() - %(idle)s
  AND pg_try_advisory_xact_lock(hashtextextended(l.load_id::text, 0))
  AND NOT EXISTS (
      SELECT FROM ops.batch AS b WHERE b.load_id = l.load_id AND b.written_at >= now() - %(idle)s)

-- name: clear_document
DELETE FROM staging.document WHERE load_id = %(load_id)s

-- name: clear_article
DELETE FROM staging.article WHERE load_id = %(load_id)s

-- name: clear_mention
DELETE FROM staging.mention WHERE load_id = %(load_id)s

-- name: clear_mention_actor
DELETE FROM staging.mention_actor WHERE load_id = %(load_id)s

-- name: clear_rejection
DELETE FROM staging.rejection WHERE load_id = %(load_id)s

-- name: clear_article_state
DELETE FROM staging.article_state WHERE load_id = %(load_id)s

-- name: clear_block
DELETE FROM staging.block WHERE load_id = %(load_id)s

-- name: clear_event
DELETE FROM staging.event WHERE load_id = %(load_id)s

-- name: clear_event_mention
DELETE FROM staging.event_mention WHERE load_id = %(load_id)s
