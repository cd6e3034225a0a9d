-- Statements of demarche.warehouse.read: what a run shows of its load.

-- name: load_counts
SELECT collected, loaded, unchanged, duplicate, quarantined, skipped, coded, published, below_threshold,
       quarantined_mentions, events_created, events_changed, events_removed,
       (SELECT count(DISTINCT em.event_id)
        FROM ops.load_document AS d
        JOIN core.mention AS m USING (article_id)
        JOIN core.event_mention AS em USING (mention_id)
        WHERE d.load_id = l.load_id) AS events
FROM ops.load AS l
WHERE l.load_id = %(load_id)s AND l.status = 'published'

-- name: load_events
-- Published events with evidence from the load's input, unchanged documents included.
SELECT event_id, date_start, date_end, date_precision, event_type, event_mode, status, source_codes, target_codes,
       place_name, place_country, confidence, article_count, evidence
FROM bi.event
WHERE event_id IN (
    SELECT em.event_id
    FROM ops.load_document AS d
    JOIN core.mention AS m USING (article_id)
    JOIN core.event_mention AS em USING (mention_id)
    WHERE d.load_id = %(load_id)s
)
ORDER BY date_start NULLS LAST, date_end, event_type, event_id

-- name: load_problems
SELECT r.source, r.location, d.outcome, d.outcome_code, d.message
FROM ops.load_document AS d JOIN raw.document AS r USING (document_id)
WHERE d.load_id = %(load_id)s AND d.outcome IN ('quarantined', 'skipped')
ORDER BY d.outcome, r.source, r.location
