-- What ran, what it took in, and what became of every document. The schema ops is there already: it holds the list of migrations.

CREATE SCHEMA raw;
COMMENT ON SCHEMA raw IS 'Documents as they came.';
CREATE SCHEMA core;
COMMENT ON SCHEMA core IS 'What is published: articles, mentions, events and what they refer to.';
CREATE SCHEMA staging;
COMMENT ON SCHEMA staging IS 'Rows of loads that are not published yet.';
CREATE SCHEMA quarantine;
COMMENT ON SCHEMA quarantine IS 'Rows that were kept out, with the reason.';

CREATE TABLE ops.load (
    load_id             uuid PRIMARY KEY,
    flow                text NOT NULL,
    parameters          jsonb NOT NULL,
    min_confidence      double precision NOT NULL CHECK (min_confidence BETWEEN 0 AND 1),
    status              text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'published', 'failed')),
    failure             text,
    opened_at           timestamptz NOT NULL DEFAULT now(),
    closed_at           timestamptz,
    publish_number      bigint UNIQUE,
    resolved_on_number  bigint,
    collected           bigint,
    loaded              bigint,
    unchanged           bigint,
    duplicate           bigint,
    quarantined         bigint,
    skipped             bigint,
    coded               bigint,
    published           bigint,
    below_threshold     bigint,
    quarantined_mentions bigint,
    events_created      bigint,
    events_changed      bigint,
    events_removed      bigint,
    CHECK ((status = 'open') = (closed_at IS NULL)),
    CHECK ((status = 'published') = (publish_number IS NOT NULL)),
    CHECK (status <> 'published' OR collected = loaded + unchanged + duplicate + quarantined + skipped),
    CHECK (status <> 'published' OR coded = published + below_threshold + quarantined_mentions)
);
COMMENT ON TABLE ops.load IS 'One row a load: one run of a flow that takes documents in and publishes what follows from them, or nothing.';
COMMENT ON COLUMN ops.load.load_id IS 'Key of the load. Random, not a content hash: a load is an occurrence.';
COMMENT ON COLUMN ops.load.flow IS 'Name of the flow that opened the load.';
COMMENT ON COLUMN ops.load.parameters IS 'Parameters of the flow as JSON; never a secret.';
COMMENT ON COLUMN ops.load.min_confidence IS 'Publishing threshold of this load: mentions below it are coded, counted and not published.';
COMMENT ON COLUMN ops.load.status IS 'open, published or failed.';
COMMENT ON COLUMN ops.load.failure IS 'Why the load failed, in words.';
COMMENT ON COLUMN ops.load.opened_at IS 'When the load was opened.';
COMMENT ON COLUMN ops.load.closed_at IS 'When the load was published or failed.';
COMMENT ON COLUMN ops.load.publish_number IS 'Place of the load in the order of publishing: 1, 2, 3, without gaps.';
COMMENT ON COLUMN ops.load.resolved_on_number IS 'Greatest publish_number that the staged events take into account; publish refuses when another load came in between.';
COMMENT ON COLUMN ops.load.collected IS 'Documents of the load: loaded + unchanged + duplicate + quarantined + skipped.';
COMMENT ON COLUMN ops.load.loaded IS 'Documents whose article entered the warehouse, came back, or was coded anew.';
COMMENT ON COLUMN ops.load.unchanged IS 'Documents whose article was there already.';
COMMENT ON COLUMN ops.load.duplicate IS 'Documents with the very text of another current article.';
COMMENT ON COLUMN ops.load.quarantined IS 'Documents that could not be processed or broke an expectation of severity fail.';
COMMENT ON COLUMN ops.load.skipped IS 'Documents left out on purpose, with a code.';
COMMENT ON COLUMN ops.load.coded IS 'Mentions that the coder found in this load: published + below_threshold + quarantined_mentions.';
COMMENT ON COLUMN ops.load.published IS 'Mentions of this load at or above the threshold, now in core.mention.';
COMMENT ON COLUMN ops.load.below_threshold IS 'Mentions of this load below the threshold.';
COMMENT ON COLUMN ops.load.quarantined_mentions IS 'Mentions of this load that broke an expectation of severity fail, or whose article did.';
COMMENT ON COLUMN ops.load.events_created IS 'Events that this load brought into being.';
COMMENT ON COLUMN ops.load.events_changed IS 'Events that this load changed.';
COMMENT ON COLUMN ops.load.events_removed IS 'Events that this load took away.';

CREATE TABLE ops.batch (
    load_id        uuid NOT NULL REFERENCES ops.load,
    batch_number   integer NOT NULL CHECK (batch_number >= 0),
    document_count integer NOT NULL DEFAULT 0,
    article_count  integer NOT NULL DEFAULT 0,
    mention_count  integer NOT NULL DEFAULT 0,
    written_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (load_id, batch_number)
);
COMMENT ON TABLE ops.batch IS 'One row a written batch: the exactly-once mark, committed with the batch''s rows.';
COMMENT ON COLUMN ops.batch.load_id IS 'The load that the batch belongs to.';
COMMENT ON COLUMN ops.batch.batch_number IS 'Number of the batch within its load.';
COMMENT ON COLUMN ops.batch.document_count IS 'Rows that the batch put into staging.document.';
COMMENT ON COLUMN ops.batch.article_count IS 'Rows that the batch put into staging.article.';
COMMENT ON COLUMN ops.batch.mention_count IS 'Rows that the batch put into staging.mention.';
COMMENT ON COLUMN ops.batch.written_at IS 'When the batch was written.';

CREATE TABLE ops.load_document (
    load_id             uuid NOT NULL REFERENCES ops.load,
    document_id         uuid NOT NULL,
    outcome             text NOT NULL CHECK (outcome IN ('loaded', 'unchanged', 'duplicate', 'quarantined', 'skipped')),
    outcome_code        text,
    message             text,
    article_id          uuid,
    replayed_by_load_id uuid REFERENCES ops.load,
    PRIMARY KEY (load_id, document_id),
    CHECK ((outcome_code IS NOT NULL) = (outcome IN ('quarantined', 'skipped')))
);
CREATE INDEX load_document_document_id ON ops.load_document (document_id);
COMMENT ON TABLE ops.load_document IS 'What became of each document in each published load: exactly one outcome.';
COMMENT ON COLUMN ops.load_document.load_id IS 'The load.';
COMMENT ON COLUMN ops.load_document.document_id IS 'The document, in raw.document.';
COMMENT ON COLUMN ops.load_document.outcome IS 'loaded, unchanged, duplicate (identical cleaned text), quarantined or skipped.';
COMMENT ON COLUMN ops.load_document.outcome_code IS 'Why it was quarantined or skipped: a code of demarche.problems.';
COMMENT ON COLUMN ops.load_document.message IS 'The same in words, or the rule that was broken.';
COMMENT ON COLUMN ops.load_document.article_id IS 'The article that stands for the document: its own, or for a duplicate the one it repeats.';
COMMENT ON COLUMN ops.load_document.replayed_by_load_id IS 'The load that processed this document anew; this row keeps the outcome it had.';

CREATE TABLE ops.expectation_result (
    expectation_result_id uuid PRIMARY KEY,
    load_id               uuid NOT NULL REFERENCES ops.load,
    suite                 text NOT NULL,
    expectation           text NOT NULL,
    column_name           text,
    severity              text NOT NULL CHECK (severity IN ('fail', 'warn')),
    is_met                boolean NOT NULL,
    element_count         bigint,
    unexpected_count      bigint,
    detail                jsonb NOT NULL DEFAULT '{}',
    checked_at            timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX expectation_result_load_id ON ops.expectation_result (load_id);
COMMENT ON TABLE ops.expectation_result IS 'The verdict of each Great Expectations rule on each load''s staged rows.';
COMMENT ON COLUMN ops.expectation_result.expectation_result_id IS 'Hash of load, suite and the rule''s place in it.';
COMMENT ON COLUMN ops.expectation_result.load_id IS 'The load whose staged rows were checked.';
COMMENT ON COLUMN ops.expectation_result.suite IS 'Name of the suite, as in expectations/.';
COMMENT ON COLUMN ops.expectation_result.expectation IS 'Type or name of the rule.';
COMMENT ON COLUMN ops.expectation_result.column_name IS 'Column that the rule is about; null where it is about the row or the table.';
COMMENT ON COLUMN ops.expectation_result.severity IS 'fail keeps rows or the load out; warn is reported.';
COMMENT ON COLUMN ops.expectation_result.is_met IS 'Whether the rule held.';
COMMENT ON COLUMN ops.expectation_result.element_count IS 'Rows looked at.';
COMMENT ON COLUMN ops.expectation_result.unexpected_count IS 'Rows that broke the rule.';
COMMENT ON COLUMN ops.expectation_result.detail IS 'What else Great Expectations reported.';
COMMENT ON COLUMN ops.expectation_result.checked_at IS 'When the rule was checked.';
