-- Documents as they came. Append-only: everything downstream can be derived anew from here.

CREATE TABLE raw.document (
    document_id      uuid PRIMARY KEY,
    source           text NOT NULL,
    location         text NOT NULL,
    media_type       text NOT NULL,
    content          bytea NOT NULL,
    fetched_at       timestamptz NOT NULL,
    title            text,
    url              text,
    published        text,
    language_code    text,
    problem_code     text,
    problem_message  text,
    load_id          uuid NOT NULL
);
CREATE INDEX document_source_location ON raw.document (source, location);
COMMENT ON TABLE raw.document IS 'One row a document: a file, a record of a JSONL or WARC file, or a fetched page, as it came; unreadable ones too. Append-only.';
COMMENT ON COLUMN raw.document.document_id IS 'Hash of source, location and content.';
COMMENT ON COLUMN raw.document.source IS 'Name of the source that the document came from.';
COMMENT ON COLUMN raw.document.location IS 'Where in its source: relative path, path#id of a record, or URL.';
COMMENT ON COLUMN raw.document.media_type IS 'text/plain, text/html or application/octet-stream.';
COMMENT ON COLUMN raw.document.content IS 'The bytes as they came; of a JSONL record the text or html that it holds.';
COMMENT ON COLUMN raw.document.fetched_at IS 'When it was first fetched.';
COMMENT ON COLUMN raw.document.title IS 'Title given beside the content.';
COMMENT ON COLUMN raw.document.url IS 'URL given beside the content.';
COMMENT ON COLUMN raw.document.published IS 'Publication date given beside the content, as given: YYYY, YYYY-MM, YYYY-MM-DD or a timestamp.';
COMMENT ON COLUMN raw.document.language_code IS 'Language given beside the content.';
COMMENT ON COLUMN raw.document.problem_code IS 'Why collecting could not take it further: a code of demarche.problems.';
COMMENT ON COLUMN raw.document.problem_message IS 'The same in words.';
COMMENT ON COLUMN raw.document.load_id IS 'The load that first wrote it; that load may have failed later.';
