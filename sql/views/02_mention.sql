-- The evidence: one row a published mention that tells of an event.

CREATE VIEW bi.mention AS
SELECT m.mention_id,
       em.event_id,
       em.merge_reason,
       m.article_id,
       a.source,
       a.url,
       a.title,
       a.published_start_date,
       a.published_end_date,
       m.event_type,
       m.event_mode,
       m.status,
       m.source_codes,
       m.target_codes,
       m.date_start,
       m.date_end,
       m.date_precision,
       m.place_name,
       m.place_country_code AS place_country,
       m.attributed_to,
       m.confidence,
       m.evidence,
       m.sentence_start,
       m.sentence_end,
       m.trigger_start,
       m.trigger_end,
       a.coder_version,
       a.model_version
FROM core.event_mention AS em
JOIN core.mention AS m USING (mention_id)
JOIN core.article AS a USING (article_id);
COMMENT ON VIEW bi.mention IS 'Mentions: which sentence of which article tells of which event, and how it was coded.';
COMMENT ON COLUMN bi.mention.mention_id IS 'Key of the mention.';
COMMENT ON COLUMN bi.mention.event_id IS 'The event that it tells of.';
COMMENT ON COLUMN bi.mention.merge_reason IS 'Why it belongs to that event: first, same_day, day_in_span or near_duplicate.';
COMMENT ON COLUMN bi.mention.article_id IS 'The article.';
COMMENT ON COLUMN bi.mention.source IS 'Name of the article''s source.';
COMMENT ON COLUMN bi.mention.url IS 'Address of the article.';
COMMENT ON COLUMN bi.mention.title IS 'Headline of the article.';
COMMENT ON COLUMN bi.mention.published_start_date IS 'First day on which the article can have been published.';
COMMENT ON COLUMN bi.mention.published_end_date IS 'Last day on which the article can have been published.';
COMMENT ON COLUMN bi.mention.event_type IS 'PLOVER type, as this mention was coded.';
COMMENT ON COLUMN bi.mention.event_mode IS 'PLOVER mode, as this mention was coded.';
COMMENT ON COLUMN bi.mention.status IS 'actual, planned or denied.';
COMMENT ON COLUMN bi.mention.source_codes IS 'Who acts.';
COMMENT ON COLUMN bi.mention.target_codes IS 'Towards whom.';
COMMENT ON COLUMN bi.mention.date_start IS 'First day of the interval that this text supports.';
COMMENT ON COLUMN bi.mention.date_end IS 'Last day of the interval that this text supports.';
COMMENT ON COLUMN bi.mention.date_precision IS 'day; span: it lasted throughout; week, month, season, year, unknown: somewhere inside.';
COMMENT ON COLUMN bi.mention.place_name IS 'Where.';
COMMENT ON COLUMN bi.mention.place_country IS 'Code of the country in which that lies.';
COMMENT ON COLUMN bi.mention.attributed_to IS 'Who says so, where the text does not say it in its own voice.';
COMMENT ON COLUMN bi.mention.confidence IS 'Probability that the mention is right, 0 to 1.';
COMMENT ON COLUMN bi.mention.evidence IS 'The sentence.';
COMMENT ON COLUMN bi.mention.sentence_start IS 'Where the sentence begins in the article''s cleaned text (code points).';
COMMENT ON COLUMN bi.mention.sentence_end IS 'Where it ends, exclusive.';
COMMENT ON COLUMN bi.mention.trigger_start IS 'Where the words that tell of the event begin.';
COMMENT ON COLUMN bi.mention.trigger_end IS 'Where they end, exclusive.';
COMMENT ON COLUMN bi.mention.coder_version IS 'Version of the coder.';
COMMENT ON COLUMN bi.mention.model_version IS 'Version of the model.';
