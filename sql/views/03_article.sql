-- One row an article, without its text.

CREATE VIEW bi.article AS
SELECT a.article_id,
       a.source,
       a.location,
       a.url,
       a.title,
       a.language_code,
       a.published_start_date,
       a.published_end_date,
       a.published_basis,
       a.dateline_place,
       length(a.text) AS character_count,
       a.is_truncated,
       a.is_current,
       a.duplicate_of_article_id,
       a.representative_article_id,
       (SELECT count(DISTINCT em.event_id) FROM core.mention AS m JOIN core.event_mention AS em USING (mention_id)
        WHERE m.article_id = a.article_id) AS event_count,
       a.fetched_at,
       l.closed_at AS loaded_at
FROM core.article AS a
JOIN ops.load AS l USING (load_id);
COMMENT ON VIEW bi.article IS 'Articles: what was read.';
COMMENT ON COLUMN bi.article.article_id IS 'Key of the article.';
COMMENT ON COLUMN bi.article.source IS 'Name of the source.';
COMMENT ON COLUMN bi.article.location IS 'Where in its source: path or URL.';
COMMENT ON COLUMN bi.article.url IS 'Address of the article.';
COMMENT ON COLUMN bi.article.title IS 'Headline.';
COMMENT ON COLUMN bi.article.language_code IS 'ISO 639-1 code of the language.';
COMMENT ON COLUMN bi.article.published_start_date IS 'First day on which it can have been published; null if unknown.';
COMMENT ON COLUMN bi.article.published_end_date IS 'Last day on which it can have been published; null if unknown.';
COMMENT ON COLUMN bi.article.published_basis IS 'Where that is known from: metadata, header, dateline, text, comment or unknown.';
COMMENT ON COLUMN bi.article.dateline_place IS 'Place of the dateline, as written.';
COMMENT ON COLUMN bi.article.character_count IS 'Code points of the cleaned text.';
COMMENT ON COLUMN bi.article.is_truncated IS 'Whether the text was cut for its length.';
COMMENT ON COLUMN bi.article.is_current IS 'Whether it is the latest version at its source and location.';
COMMENT ON COLUMN bi.article.duplicate_of_article_id IS 'The article with the very same text that stands for it.';
COMMENT ON COLUMN bi.article.representative_article_id IS 'The article that stands for its near-duplicates; itself, if it has none or is the one.';
COMMENT ON COLUMN bi.article.event_count IS 'Events that it tells of.';
COMMENT ON COLUMN bi.article.fetched_at IS 'When it was fetched.';
COMMENT ON COLUMN bi.article.loaded_at IS 'When the load that wrote it was published.';
