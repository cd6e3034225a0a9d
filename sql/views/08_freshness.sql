-- How fresh each source is.

CREATE VIEW bi.freshness AS
SELECT a.source,
       count(*) AS article_count,
       max(a.fetched_at) AS last_fetched_at,
       max(a.published_end_date) AS last_published_date,
       max(l.closed_at) AS last_loaded_at
FROM core.article AS a
JOIN ops.load AS l USING (load_id)
WHERE a.is_current
GROUP BY a.source;
COMMENT ON VIEW bi.freshness IS 'How fresh each source is.';
COMMENT ON COLUMN bi.freshness.source IS 'Name of the source.';
COMMENT ON COLUMN bi.freshness.article_count IS 'Current articles of the source.';
COMMENT ON COLUMN bi.freshness.last_fetched_at IS 'When its newest article was fetched.';
COMMENT ON COLUMN bi.freshness.last_published_date IS 'Last day on which any of its articles can have been published.';
COMMENT ON COLUMN bi.freshness.last_loaded_at IS 'When a load last brought an article of it.';
