-- The rows of loads that are not published yet. Permanent, so that Great Expectations can read them; UNLOGGED, because
-- a load can always be run again; emptied when the load is closed. Types are those of core, its checks are not: that is
-- what the audit is for.

CREATE UNLOGGED TABLE staging.document (
    load_id         uuid NOT NULL,
    batch_number    integer NOT NULL,
    document_id     uuid NOT NULL,
    source          text NOT NULL,
    location        text NOT NULL,
    media_type      text NOT NULL,
    content         bytea,
    byte_count      bigint NOT NULL,
    fetched_at      timestamptz NOT NULL,
    title           text,
    url             text,
    published       text,
    language_code   text,
    is_known        boolean NOT NULL,
    skip_code       text,
    problem_code    text,
    problem_message text,
    PRIMARY KEY (load_id, document_id)
);
COMMENT ON TABLE staging.document IS 'The documents of open loads.';
COMMENT ON COLUMN staging.document.load_id IS 'The load.';
COMMENT ON COLUMN staging.document.batch_number IS 'The batch within the load.';
COMMENT ON COLUMN staging.document.document_id IS 'Hash of source, location and content.';
COMMENT ON COLUMN staging.document.source IS 'Name of the source.';
COMMENT ON COLUMN staging.document.location IS 'Where in its source: relative path, path#id of a record, or URL.';
COMMENT ON COLUMN staging.document.media_type IS 'text/plain, text/html or application/octet-stream.';
COMMENT ON COLUMN staging.document.content IS 'The bytes on their way to raw.document; null where they are there already.';
COMMENT ON COLUMN staging.document.byte_count IS 'Bytes of the content.';
COMMENT ON COLUMN staging.document.fetched_at IS 'When it was fetched.';
COMMENT ON COLUMN staging.document.title IS 'Title given beside the content.';
COMMENT ON COLUMN staging.document.url IS 'URL given beside the content.';
COMMENT ON COLUMN staging.document.published IS 'Publication date given beside the content, as given.';
COMMENT ON COLUMN staging.document.language_code IS 'Language given beside the content.';
COMMENT ON COLUMN staging.document.is_known IS 'Whether its article was in the warehouse already, so that it was neither cleaned nor coded.';
COMMENT ON COLUMN staging.document.skip_code IS 'Why it was left out: a code of demarche.problems.';
COMMENT ON COLUMN staging.document.problem_code IS 'Why it could not be processed: a code of demarche.problems.';
COMMENT ON COLUMN staging.document.problem_message IS 'The same in words.';

CREATE UNLOGGED TABLE staging.article (
    load_id              uuid NOT NULL,
    batch_number         integer NOT NULL,
    article_id           uuid NOT NULL,
    document_id          uuid NOT NULL,
    source               text NOT NULL,
    location             text NOT NULL,
    text_hash            uuid NOT NULL,
    title                text,
    url                  text,
    text                 text NOT NULL,
    character_count      integer NOT NULL,
    language_code        text NOT NULL,
    published_start_date date,
    published_end_date   date,
    published_basis      text NOT NULL,
    dateline_place       text,
    is_truncated         boolean NOT NULL,
    coder_version        text NOT NULL,
    model_version        text NOT NULL,
    signature            bigint[] NOT NULL,
    bands                bigint[] NOT NULL,
    fetched_at           timestamptz NOT NULL,
    PRIMARY KEY (load_id, article_id)
);
COMMENT ON TABLE staging.article IS 'The cleaned articles of open loads.';
COMMENT ON COLUMN staging.article.load_id IS 'The load.';
COMMENT ON COLUMN staging.article.batch_number IS 'The batch within the load.';
COMMENT ON COLUMN staging.article.article_id IS 'Hash of document and cleaned text.';
COMMENT ON COLUMN staging.article.document_id IS 'The document that was cleaned.';
COMMENT ON COLUMN staging.article.source IS 'Name of the source.';
COMMENT ON COLUMN staging.article.location IS 'Where in its source.';
COMMENT ON COLUMN staging.article.text_hash IS 'Hash of the cleaned text.';
COMMENT ON COLUMN staging.article.title IS 'Headline.';
COMMENT ON COLUMN staging.article.url IS 'Address of the article.';
COMMENT ON COLUMN staging.article.text IS 'Cleaned text; paragraphs are parted by a blank line.';
COMMENT ON COLUMN staging.article.character_count IS 'Code points of the text.';
COMMENT ON COLUMN staging.article.language_code IS 'ISO 639-1 code of the language.';
COMMENT ON COLUMN staging.article.published_start_date IS 'First day on which it can have been published; null if unknown.';
COMMENT ON COLUMN staging.article.published_end_date IS 'Last day on which it can have been published; null if unknown.';
COMMENT ON COLUMN staging.article.published_basis IS 'Where that is known from: metadata, header, dateline, text, comment or unknown.';
COMMENT ON COLUMN staging.article.dateline_place IS 'Place of the dateline, as written.';
COMMENT ON COLUMN staging.article.is_truncated IS 'Whether the text was cut at the setting max_characters.';
COMMENT ON COLUMN staging.article.coder_version IS 'Version of the coder that found its mentions.';
COMMENT ON COLUMN staging.article.model_version IS 'Version of the model that the coder used.';
COMMENT ON COLUMN staging.article.signature IS 'MinHash signature over word shingles.';
COMMENT ON COLUMN staging.article.bands IS 'Hashes of the signature''s bands: two articles that share one are near-duplicates.';
COMMENT ON COLUMN staging.article.fetched_at IS 'When its document was fetched.';

CREATE UNLOGGED TABLE staging.mention (
    LIKE core.mention INCLUDING COMMENTS,
    batch_number integer NOT NULL,
    document_id  uuid NOT NULL,
    PRIMARY KEY (load_id, mention_id)
);
CREATE INDEX mention_load_id_article_id ON staging.mention (load_id, article_id);
COMMENT ON TABLE staging.mention IS 'The mentions of open loads, those below the threshold too.';
COMMENT ON COLUMN staging.mention.load_id IS 'The load.';
COMMENT ON COLUMN staging.mention.batch_number IS 'The batch within the load.';
COMMENT ON COLUMN staging.mention.document_id IS 'The document of its article.';

CREATE UNLOGGED TABLE staging.mention_actor (
    LIKE core.mention_actor INCLUDING COMMENTS,
    load_id       uuid NOT NULL,
    actor_key     text NOT NULL,
    actor_role_id uuid NOT NULL,
    PRIMARY KEY (load_id, mention_id, side, position)
);
COMMENT ON TABLE staging.mention_actor IS 'Who takes part in the mentions of open loads.';
COMMENT ON COLUMN staging.mention_actor.load_id IS 'The load.';
COMMENT ON COLUMN staging.mention_actor.actor_key IS 'Stable key of the actor: see core.actor.';
COMMENT ON COLUMN staging.mention_actor.actor_role_id IS 'Hash of actor, codes and dates: see core.actor_role.';

CREATE UNLOGGED TABLE staging.article_state (
    load_id                   uuid NOT NULL,
    article_id                uuid NOT NULL,
    is_staged                 boolean NOT NULL,
    is_current                boolean NOT NULL,
    duplicate_of_article_id   uuid,
    representative_article_id uuid,
    is_recoded                boolean NOT NULL,
    was_evidence              boolean NOT NULL,
    PRIMARY KEY (load_id, article_id)
);
COMMENT ON TABLE staging.article_state IS 'What publishing a load will make of the articles that it touches, staged ones and those in core.';
COMMENT ON COLUMN staging.article_state.load_id IS 'The load.';
COMMENT ON COLUMN staging.article_state.article_id IS 'The article.';
COMMENT ON COLUMN staging.article_state.is_staged IS 'Whether the row of staging.article is to be written to core.article.';
COMMENT ON COLUMN staging.article_state.is_current IS 'Whether it will be the latest version at its source and location.';
COMMENT ON COLUMN staging.article_state.duplicate_of_article_id IS 'The current article with the very same text that will stand for it.';
COMMENT ON COLUMN staging.article_state.representative_article_id IS 'The article that will stand for its cluster of near-duplicates.';
COMMENT ON COLUMN staging.article_state.is_recoded IS 'Whether its mentions in core are to be replaced by the staged ones.';
COMMENT ON COLUMN staging.article_state.was_evidence IS 'Whether its mentions count before the load is published.';

CREATE UNLOGGED TABLE staging.block (
    load_id  uuid NOT NULL,
    block_id uuid NOT NULL,
    PRIMARY KEY (load_id, block_id)
);
COMMENT ON TABLE staging.block IS 'The blocks that a load touches: their events are derived anew.';
COMMENT ON COLUMN staging.block.load_id IS 'The load.';
COMMENT ON COLUMN staging.block.block_id IS 'Blocking key of resolution.';

CREATE UNLOGGED TABLE staging.event (
    LIKE core.event INCLUDING COMMENTS,
    PRIMARY KEY (load_id, event_id)
);
ALTER TABLE staging.event DROP COLUMN changed_at;
COMMENT ON TABLE staging.event IS 'The events of all blocks that an open load touches, as they will be.';
COMMENT ON COLUMN staging.event.load_id IS 'The load.';

CREATE UNLOGGED TABLE staging.event_mention (
    LIKE core.event_mention INCLUDING COMMENTS,
    load_id uuid NOT NULL,
    PRIMARY KEY (load_id, mention_id)
);
CREATE INDEX event_mention_load_id_event_id ON staging.event_mention (load_id, event_id);
COMMENT ON TABLE staging.event_mention IS 'Which mentions will tell of which staged event.';
COMMENT ON COLUMN staging.event_mention.load_id IS 'The load.';

CREATE UNLOGGED TABLE staging.rejection (
    load_id     uuid NOT NULL,
    table_name  text NOT NULL,
    row_id      uuid NOT NULL,
    document_id uuid NOT NULL,
    rule        text NOT NULL,
    PRIMARY KEY (load_id, table_name, row_id)
);
COMMENT ON TABLE staging.rejection IS 'Rows of open loads that were moved to quarantine: what the conservation laws count.';
COMMENT ON COLUMN staging.rejection.load_id IS 'The load.';
COMMENT ON COLUMN staging.rejection.table_name IS 'document, article or mention.';
COMMENT ON COLUMN staging.rejection.row_id IS 'Key of the row in that table.';
COMMENT ON COLUMN staging.rejection.document_id IS 'The document that it came from.';
COMMENT ON COLUMN staging.rejection.rule IS 'The rule that it broke.';
