-- The coding standard as code tables. `demarche migrate` fills them from src/demarche/ontology.yml and data/cameo.csv.

CREATE TABLE core.quad_class (
    quad_class smallint PRIMARY KEY CHECK (quad_class BETWEEN 1 AND 4),
    label_de   text NOT NULL,
    label_en   text NOT NULL
);
COMMENT ON TABLE core.quad_class IS 'The four quad classes.';
COMMENT ON COLUMN core.quad_class.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';
COMMENT ON COLUMN core.quad_class.label_de IS 'German label.';
COMMENT ON COLUMN core.quad_class.label_en IS 'English label.';

CREATE TABLE core.event_status (
    status   text PRIMARY KEY,
    label_de text NOT NULL,
    label_en text NOT NULL
);
COMMENT ON TABLE core.event_status IS 'Whether what is told has happened.';
COMMENT ON COLUMN core.event_status.status IS 'actual, planned, denied or hypothetical.';
COMMENT ON COLUMN core.event_status.label_de IS 'German label.';
COMMENT ON COLUMN core.event_status.label_en IS 'English label.';

CREATE TABLE core.event_type (
    event_type text PRIMARY KEY,
    quad_class smallint NOT NULL REFERENCES core.quad_class,
    score      double precision NOT NULL,
    symmetry   text NOT NULL CHECK (symmetry IN ('always', 'mutual', 'never')),
    label_de   text NOT NULL,
    label_en   text NOT NULL
);
COMMENT ON TABLE core.event_type IS 'The 16 event types of PLOVER 2.0.';
COMMENT ON COLUMN core.event_type.event_type IS 'Name of the type.';
COMMENT ON COLUMN core.event_type.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';
COMMENT ON COLUMN core.event_type.score IS 'PLOVER conflict-cooperation score of the bare type, -10 to 10.';
COMMENT ON COLUMN core.event_type.symmetry IS 'Whether source and target can be swapped: always, mutual (where the act is mutual) or never.';
COMMENT ON COLUMN core.event_type.label_de IS 'German label.';
COMMENT ON COLUMN core.event_type.label_en IS 'English label.';

CREATE TABLE core.event_mode (
    event_type text NOT NULL REFERENCES core.event_type,
    event_mode text NOT NULL,
    score      double precision,
    label_de   text NOT NULL,
    label_en   text NOT NULL,
    PRIMARY KEY (event_type, event_mode)
);
COMMENT ON TABLE core.event_mode IS 'The modes of PLOVER 2.0: how an event of a type was done.';
COMMENT ON COLUMN core.event_mode.event_type IS 'The type that has the mode.';
COMMENT ON COLUMN core.event_mode.event_mode IS 'Name of the mode.';
COMMENT ON COLUMN core.event_mode.score IS 'PLOVER score of type and mode; null where PLOVER gives none.';
COMMENT ON COLUMN core.event_mode.label_de IS 'German label.';
COMMENT ON COLUMN core.event_mode.label_en IS 'English label.';

CREATE TABLE core.cameo (
    cameo_code text PRIMARY KEY,
    name       text NOT NULL,
    goldstein  double precision,
    event_type text REFERENCES core.event_type,
    event_mode text,
    contexts   text[] NOT NULL,
    FOREIGN KEY (event_type, event_mode) REFERENCES core.event_mode
);
COMMENT ON TABLE core.cameo IS 'The CAMEO codes with their Goldstein scores and their place in PLOVER.';
COMMENT ON COLUMN core.cameo.cameo_code IS 'CAMEO code: two to four digits, leading zeros kept.';
COMMENT ON COLUMN core.cameo.name IS 'English name of the code.';
COMMENT ON COLUMN core.cameo.goldstein IS 'Goldstein score, -10 to 10; null where none was ever given.';
COMMENT ON COLUMN core.cameo.event_type IS 'PLOVER type; null for what PLOVER drops.';
COMMENT ON COLUMN core.cameo.event_mode IS 'PLOVER mode.';
COMMENT ON COLUMN core.cameo.contexts IS 'PLOVER contexts.';

CREATE TABLE core.body (
    body_code text PRIMARY KEY,
    label_de  text NOT NULL,
    label_en  text NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('organisation', 'armed_group'))
);
COMMENT ON TABLE core.body IS 'Intergovernmental organisations and armed groups that are coded as actors of their own.';
COMMENT ON COLUMN core.body.body_code IS 'Actor code of the body.';
COMMENT ON COLUMN core.body.label_de IS 'German name.';
COMMENT ON COLUMN core.body.label_en IS 'English name.';
COMMENT ON COLUMN core.body.kind IS 'organisation or armed_group.';
