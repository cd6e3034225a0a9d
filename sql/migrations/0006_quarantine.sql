-- What was kept out, with the reason. Ids are hashes of table, row and rule: the same fault found again adds no row.

CREATE TABLE quarantine.record (
    quarantine_id  uuid PRIMARY KEY,
    table_name     text NOT NULL CHECK (table_name IN ('document', 'article', 'mention')),
    row_id         uuid NOT NULL,
    document_id    uuid NOT NULL,
    rule           text NOT NULL,
    severity       text NOT NULL CHECK (severity IN ('fail', 'warn')),
    problem_code   text NOT NULL,
    message        text NOT NULL,
    value          text,
    payload        jsonb NOT NULL,
    load_id        uuid NOT NULL REFERENCES ops.load,
    quarantined_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX record_document_id ON quarantine.record (document_id);
CREATE INDEX record_load_id ON quarantine.record (load_id);
COMMENT ON TABLE quarantine.record IS 'One row a row and rule: documents, articles and mentions that were kept out of the warehouse.';
COMMENT ON COLUMN quarantine.record.quarantine_id IS 'Hash of table, row and rule.';
COMMENT ON COLUMN quarantine.record.table_name IS 'document, article or mention.';
COMMENT ON COLUMN quarantine.record.row_id IS 'Key of the row in that table.';
COMMENT ON COLUMN quarantine.record.document_id IS 'The document that it came from, in raw.document.';
COMMENT ON COLUMN quarantine.record.rule IS 'The expectation that it broke, or the code of the problem.';
COMMENT ON COLUMN quarantine.record.severity IS 'Severity of the rule.';
COMMENT ON COLUMN quarantine.record.problem_code IS 'Code of demarche.problems.';
COMMENT ON COLUMN quarantine.record.message IS 'The same in words.';
COMMENT ON COLUMN quarantine.record.value IS 'The value that broke the rule.';
COMMENT ON COLUMN quarantine.record.payload IS 'The row as it was staged, without the content of the document.';
COMMENT ON COLUMN quarantine.record.load_id IS 'The load that first found it.';
COMMENT ON COLUMN quarantine.record.quarantined_at IS 'When that was.';
