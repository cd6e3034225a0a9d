-- Articles, their mentions, and the events derived from them. Written only by the publish transaction of a load.

CREATE TABLE core.article (
    article_id                uuid PRIMARY KEY,
    document_id               uuid NOT NULL REFERENCES raw.document,
    source                    text NOT NULL,
    location                  text NOT NULL,
    text_hash                 uuid NOT NULL,
    title                     text,
    url                       text,
    text                      text NOT NULL,
    language_code             text NOT NULL,
    published_start_date      date,
    published_end_date        date,
    published_basis           text NOT NULL CHECK (published_basis IN ('metadata', 'header', 'dateline', 'text', 'comment', 'unknown')),
    dateline_place            text,
    is_truncated              boolean NOT NULL,
    coder_version             text NOT NULL,
    model_version             text NOT NULL,
    signature                 bigint[] NOT NULL,
    fetched_at                timestamptz NOT NULL,
    is_current                boolean NOT NULL,
    duplicate_of_article_id   uuid REFERENCES core.article DEFERRABLE INITIALLY DEFERRED,
    representative_article_id uuid REFERENCES core.article DEFERRABLE INITIALLY DEFERRED,
    load_id                   uuid NOT NULL REFERENCES ops.load,
    CHECK (published_start_date <= published_end_date),
    CHECK (duplicate_of_article_id IS NULL OR is_current),
    CHECK ((representative_article_id IS NOT NULL) = (is_current AND duplicate_of_article_id IS NULL))
);
CREATE INDEX article_document_id ON core.article (document_id);
CREATE INDEX article_source_location ON core.article (source, location);
CREATE INDEX article_text_hash ON core.article (text_hash);
CREATE INDEX article_duplicate_of_article_id ON core.article (duplicate_of_article_id) WHERE duplicate_of_article_id IS NOT NULL;
CREATE INDEX article_representative_article_id ON core.article (representative_article_id);
CREATE INDEX article_published_start_date ON core.article (published_start_date);
COMMENT ON TABLE core.article IS 'One row a cleaned document. Its mentions count as evidence where it is current and no duplicate.';
COMMENT ON COLUMN core.article.article_id IS 'Hash of document and cleaned text.';
COMMENT ON COLUMN core.article.document_id IS 'The document that was cleaned.';
COMMENT ON COLUMN core.article.source IS 'Name of the source.';
COMMENT ON COLUMN core.article.location IS 'Where in its source.';
COMMENT ON COLUMN core.article.text_hash IS 'Hash of the cleaned text: equal for identical texts.';
COMMENT ON COLUMN core.article.title IS 'Headline.';
COMMENT ON COLUMN core.article.url IS 'Address of the article.';
COMMENT ON COLUMN core.article.text IS 'Cleaned text; paragraphs are parted by a blank line. Spans of mentions point into it, in code points.';
COMMENT ON COLUMN core.article.language_code IS 'ISO 639-1 code of the language.';
COMMENT ON COLUMN core.article.published_start_date IS 'First day on which it can have been published; null if unknown.';
COMMENT ON COLUMN core.article.published_end_date IS 'Last day on which it can have been published; null if unknown.';
COMMENT ON COLUMN core.article.published_basis IS 'Where that is known from: metadata, header, dateline, text, comment or unknown.';
COMMENT ON COLUMN core.article.dateline_place IS 'Place of the dateline, as written.';
COMMENT ON COLUMN core.article.is_truncated IS 'Whether the text was cut at the setting max_characters.';
COMMENT ON COLUMN core.article.coder_version IS 'Version of the coder that found its mentions.';
COMMENT ON COLUMN core.article.model_version IS 'Version of the model that the coder used.';
COMMENT ON COLUMN core.article.signature IS 'MinHash signature over word shingles.';
COMMENT ON COLUMN core.article.fetched_at IS 'When this version was last found to be the one at its location.';
COMMENT ON COLUMN core.article.is_current IS 'Whether it is the latest version at its source and location.';
COMMENT ON COLUMN core.article.duplicate_of_article_id IS 'The current article with the very same text that stands for this one; null if it stands for itself.';
COMMENT ON COLUMN core.article.representative_article_id IS 'The article that stands for its cluster of near-duplicates (itself, if alone): least published_start_date, then text_hash; null where it is no evidence.';
COMMENT ON COLUMN core.article.load_id IS 'The load that wrote it last.';

CREATE TABLE core.article_band (
    band_hash  bigint NOT NULL,
    article_id uuid NOT NULL REFERENCES core.article ON DELETE CASCADE,
    PRIMARY KEY (band_hash, article_id)
);
CREATE INDEX article_band_article_id ON core.article_band (article_id);
COMMENT ON TABLE core.article_band IS 'Bands of the signatures: two articles that share one are near-duplicates.';
COMMENT ON COLUMN core.article_band.band_hash IS 'Hash of one band: its number and its stretch of the signature.';
COMMENT ON COLUMN core.article_band.article_id IS 'The article that has the band.';

CREATE TABLE core.actor (
    actor_id     uuid PRIMARY KEY,
    actor_key    text NOT NULL UNIQUE,
    kind         text NOT NULL CHECK (kind IN ('state', 'organisation', 'armed_group', 'named')),
    country_code text,
    name         text,
    names        text[] NOT NULL
);
COMMENT ON TABLE core.actor IS 'States, bodies and known persons that take part in published mentions.';
COMMENT ON COLUMN core.actor.actor_id IS 'Hash of actor_key.';
COMMENT ON COLUMN core.actor.actor_key IS 'Stable key: the actor code of a state or body, or the language data''s id of a person or named body.';
COMMENT ON COLUMN core.actor.kind IS 'state, organisation, armed_group, or named (a person or body with an id of its own).';
COMMENT ON COLUMN core.actor.country_code IS 'The country that it is or belongs to; null for a body of several.';
COMMENT ON COLUMN core.actor.name IS 'Its name: the longest of names, the first of these in the alphabet.';
COMMENT ON COLUMN core.actor.names IS 'All names under which mentions have it, in the alphabet''s order.';

CREATE TABLE core.actor_role (
    actor_role_id   uuid PRIMARY KEY,
    actor_id        uuid NOT NULL REFERENCES core.actor,
    actor_code      text NOT NULL,
    country_code    text,
    sector_code     text,
    role_code       text,
    valid_from_date date,
    valid_to_date   date
);
CREATE INDEX actor_role_actor_id ON core.actor_role (actor_id);
COMMENT ON TABLE core.actor_role IS 'Offices and sectors in which an actor appears in published mentions.';
COMMENT ON COLUMN core.actor_role.actor_role_id IS 'Hash of actor, codes and dates.';
COMMENT ON COLUMN core.actor_role.actor_id IS 'The actor.';
COMMENT ON COLUMN core.actor_role.actor_code IS 'For whom it acts: a country or a body.';
COMMENT ON COLUMN core.actor_role.country_code IS 'Its country.';
COMMENT ON COLUMN core.actor_role.sector_code IS 'PLOVER sector: GOV, MIL, LEG, …';
COMMENT ON COLUMN core.actor_role.role_code IS 'Office: foreign_minister, …';
COMMENT ON COLUMN core.actor_role.valid_from_date IS 'First day of the office; null if not recorded.';
COMMENT ON COLUMN core.actor_role.valid_to_date IS 'Day after the last of the office; null if not recorded or still held.';

CREATE TABLE core.place (
    place_id           uuid PRIMARY KEY,
    name               text NOT NULL,
    place_country_code text,
    latitude           double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude          double precision CHECK (longitude BETWEEN -180 AND 180),
    geonames_number    bigint,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);
COMMENT ON TABLE core.place IS 'Places of published mentions.';
COMMENT ON COLUMN core.place.place_id IS 'Hash of name, country and coordinates.';
COMMENT ON COLUMN core.place.name IS 'Name as the texts have it.';
COMMENT ON COLUMN core.place.place_country_code IS 'Actor code of the country that it lies in.';
COMMENT ON COLUMN core.place.latitude IS 'Degrees north (WGS 84); null where the gazetteer does not know it.';
COMMENT ON COLUMN core.place.longitude IS 'Degrees east (WGS 84); null where the gazetteer does not know it.';
COMMENT ON COLUMN core.place.geonames_number IS 'Number in GeoNames, where known.';

CREATE TABLE core.mention (
    mention_id         uuid PRIMARY KEY,
    article_id         uuid NOT NULL REFERENCES core.article ON DELETE CASCADE,
    block_id           uuid NOT NULL,
    event_type         text NOT NULL REFERENCES core.event_type,
    event_mode         text,
    contexts           text[] NOT NULL,
    quad_class         smallint NOT NULL REFERENCES core.quad_class,
    cameo_code         text REFERENCES core.cameo,
    goldstein          double precision,
    status             text NOT NULL REFERENCES core.event_status,
    is_mutual          boolean NOT NULL,
    source_codes       text[] NOT NULL,
    target_codes       text[] NOT NULL,
    date_start         date,
    date_end           date,
    date_precision     text NOT NULL CHECK (date_precision IN ('day', 'span', 'week', 'month', 'season', 'year', 'unknown')),
    date_weekday       smallint CHECK (date_weekday BETWEEN 1 AND 7),
    date_basis         text,
    place_id           uuid REFERENCES core.place,
    place_name         text,
    place_country_code text,
    latitude           double precision,
    longitude          double precision,
    attributed_to      text,
    confidence         double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    evidence           text NOT NULL,
    sentence_start     integer NOT NULL,
    sentence_end       integer NOT NULL,
    trigger_start      integer NOT NULL,
    trigger_end        integer NOT NULL,
    load_id            uuid NOT NULL REFERENCES ops.load,
    CHECK (date_start <= date_end),
    CHECK ((date_start IS NULL) = (date_end IS NULL)),
    CHECK (sentence_start <= trigger_start AND trigger_start < trigger_end AND trigger_end <= sentence_end)
);
CREATE INDEX mention_article_id ON core.mention (article_id);
CREATE INDEX mention_block_id ON core.mention (block_id);
COMMENT ON TABLE core.mention IS 'What one sentence of one article says happened: a coded event with its evidence.';
COMMENT ON COLUMN core.mention.mention_id IS 'Hash of article, type, status, trigger, codes and first day.';
COMMENT ON COLUMN core.mention.article_id IS 'The article that says it.';
COMMENT ON COLUMN core.mention.block_id IS 'Blocking key of resolution: hash of type, status and pair; no identity.';
COMMENT ON COLUMN core.mention.event_type IS 'PLOVER type.';
COMMENT ON COLUMN core.mention.event_mode IS 'PLOVER mode.';
COMMENT ON COLUMN core.mention.contexts IS 'PLOVER contexts.';
COMMENT ON COLUMN core.mention.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';
COMMENT ON COLUMN core.mention.cameo_code IS 'CAMEO code.';
COMMENT ON COLUMN core.mention.goldstein IS 'Goldstein score of the CAMEO code.';
COMMENT ON COLUMN core.mention.status IS 'actual, planned or denied (hypothetical only where asked for).';
COMMENT ON COLUMN core.mention.is_mutual IS 'Whether both sides act alike.';
COMMENT ON COLUMN core.mention.source_codes IS 'Codes of the acting side.';
COMMENT ON COLUMN core.mention.target_codes IS 'Codes of the side acted upon.';
COMMENT ON COLUMN core.mention.date_start IS 'First day of the interval; null if unknown.';
COMMENT ON COLUMN core.mention.date_end IS 'Last day of the interval; null if unknown.';
COMMENT ON COLUMN core.mention.date_precision IS 'day; span: it lasted throughout; week, month, season, year, unknown: somewhere inside.';
COMMENT ON COLUMN core.mention.date_weekday IS 'ISO weekday that the text names (Monday is 1).';
COMMENT ON COLUMN core.mention.date_basis IS 'How the date was found.';
COMMENT ON COLUMN core.mention.place_id IS 'The place, in core.place.';
COMMENT ON COLUMN core.mention.place_name IS 'Name of the place.';
COMMENT ON COLUMN core.mention.place_country_code IS 'Country of the place.';
COMMENT ON COLUMN core.mention.latitude IS 'Degrees north (WGS 84).';
COMMENT ON COLUMN core.mention.longitude IS 'Degrees east (WGS 84).';
COMMENT ON COLUMN core.mention.attributed_to IS 'Who says so, where the text does not say it in its own voice.';
COMMENT ON COLUMN core.mention.confidence IS 'Probability that the mention is right, 0 to 1.';
COMMENT ON COLUMN core.mention.evidence IS 'The sentence.';
COMMENT ON COLUMN core.mention.sentence_start IS 'Where the sentence begins in the article''s text (code points).';
COMMENT ON COLUMN core.mention.sentence_end IS 'Where it ends, exclusive.';
COMMENT ON COLUMN core.mention.trigger_start IS 'Where the words that tell of the event begin.';
COMMENT ON COLUMN core.mention.trigger_end IS 'Where they end, exclusive.';
COMMENT ON COLUMN core.mention.load_id IS 'The load that published it.';

CREATE TABLE core.mention_actor (
    mention_id   uuid NOT NULL REFERENCES core.mention ON DELETE CASCADE,
    side         text NOT NULL CHECK (side IN ('source', 'target')),
    position     smallint NOT NULL,
    actor_code   text NOT NULL,
    actor_id     uuid NOT NULL REFERENCES core.actor,
    name         text,
    country_code text,
    sector_code  text,
    role_code    text,
    PRIMARY KEY (mention_id, side, position)
);
CREATE INDEX mention_actor_actor_id ON core.mention_actor (actor_id);
COMMENT ON TABLE core.mention_actor IS 'Who takes part in a mention, as of its date.';
COMMENT ON COLUMN core.mention_actor.mention_id IS 'The mention.';
COMMENT ON COLUMN core.mention_actor.side IS 'source or target.';
COMMENT ON COLUMN core.mention_actor.position IS 'Place among the actors of its side, from 0.';
COMMENT ON COLUMN core.mention_actor.actor_code IS 'For whom it acts: a country or a body.';
COMMENT ON COLUMN core.mention_actor.actor_id IS 'The actor, in core.actor: the known person or body, else the country or body of actor_code.';
COMMENT ON COLUMN core.mention_actor.name IS 'Name of the person or body, most specific.';
COMMENT ON COLUMN core.mention_actor.country_code IS 'Country of the actor.';
COMMENT ON COLUMN core.mention_actor.sector_code IS 'PLOVER sector: GOV, MIL, LEG, …';
COMMENT ON COLUMN core.mention_actor.role_code IS 'Office as of the event''s date.';

CREATE TABLE core.event (
    event_id           uuid PRIMARY KEY,
    block_id           uuid NOT NULL,
    best_mention_id    uuid NOT NULL,
    event_type         text NOT NULL REFERENCES core.event_type,
    event_mode         text,
    contexts           text[] NOT NULL,
    quad_class         smallint NOT NULL,
    cameo_code         text REFERENCES core.cameo,
    goldstein          double precision,
    status             text NOT NULL,
    is_mutual          boolean NOT NULL,
    source_codes       text[] NOT NULL,
    target_codes       text[] NOT NULL,
    source_names       text[] NOT NULL,
    target_names       text[] NOT NULL,
    date_start         date,
    date_end           date,
    date_precision     text NOT NULL,
    date_weekday       smallint,
    date_basis         text,
    place_id           uuid REFERENCES core.place,
    place_name         text,
    place_country_code text,
    latitude           double precision,
    longitude          double precision,
    attributed_to      text,
    confidence         double precision NOT NULL,
    evidence           text NOT NULL,
    merge_reason       text NOT NULL,
    mention_count      integer NOT NULL CHECK (mention_count > 0),
    article_count      integer NOT NULL CHECK (article_count > 0),
    source_count       integer NOT NULL CHECK (source_count > 0),
    first_reported_at  timestamptz NOT NULL,
    last_reported_at   timestamptz NOT NULL,
    load_id            uuid NOT NULL REFERENCES ops.load,
    changed_at         timestamptz NOT NULL DEFAULT now(),
    CHECK (date_start <= date_end),
    CHECK (source_count <= article_count AND article_count <= mention_count)
);
CREATE INDEX event_block_id ON core.event (block_id);
CREATE INDEX event_date_start ON core.event (date_start);
COMMENT ON TABLE core.event IS 'What happened: one row an event, derived from all mentions that tell of it.';
COMMENT ON COLUMN core.event.event_id IS 'Hash of the event''s least mention_id.';
COMMENT ON COLUMN core.event.block_id IS 'Blocking key of its mentions.';
COMMENT ON COLUMN core.event.best_mention_id IS 'The mention that the event''s fields come from: see demarche.resolve.';
COMMENT ON COLUMN core.event.event_type IS 'PLOVER type.';
COMMENT ON COLUMN core.event.event_mode IS 'PLOVER mode.';
COMMENT ON COLUMN core.event.contexts IS 'PLOVER contexts of all mentions.';
COMMENT ON COLUMN core.event.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';
COMMENT ON COLUMN core.event.cameo_code IS 'CAMEO code.';
COMMENT ON COLUMN core.event.goldstein IS 'Goldstein score of the CAMEO code.';
COMMENT ON COLUMN core.event.status IS 'actual, planned or denied (hypothetical only where asked for).';
COMMENT ON COLUMN core.event.is_mutual IS 'Whether both sides act alike.';
COMMENT ON COLUMN core.event.source_codes IS 'Codes of the acting side, as the best mention has them.';
COMMENT ON COLUMN core.event.target_codes IS 'Codes of the side acted upon, as the best mention has them.';
COMMENT ON COLUMN core.event.source_names IS 'Persons and bodies on the acting side.';
COMMENT ON COLUMN core.event.target_names IS 'Persons and bodies on the side acted upon.';
COMMENT ON COLUMN core.event.date_start IS 'First day of the interval; null if unknown.';
COMMENT ON COLUMN core.event.date_end IS 'Last day of the interval; null if unknown.';
COMMENT ON COLUMN core.event.date_precision IS 'day; span: it lasted throughout; week, month, season, year, unknown: somewhere inside.';
COMMENT ON COLUMN core.event.date_weekday IS 'ISO weekday that the text names (Monday is 1).';
COMMENT ON COLUMN core.event.date_basis IS 'How the date was found.';
COMMENT ON COLUMN core.event.place_id IS 'The place, in core.place.';
COMMENT ON COLUMN core.event.place_name IS 'Name of the place.';
COMMENT ON COLUMN core.event.place_country_code IS 'Country of the place.';
COMMENT ON COLUMN core.event.latitude IS 'Degrees north (WGS 84).';
COMMENT ON COLUMN core.event.longitude IS 'Degrees east (WGS 84).';
COMMENT ON COLUMN core.event.attributed_to IS 'Who says so, where no mention says it in its text''s own voice.';
COMMENT ON COLUMN core.event.confidence IS 'Greatest confidence of its mentions.';
COMMENT ON COLUMN core.event.evidence IS 'The sentence of the best mention.';
COMMENT ON COLUMN core.event.merge_reason IS 'Why its mentions are one event: single, same_day, day_in_span or near_duplicate.';
COMMENT ON COLUMN core.event.mention_count IS 'Mentions that tell of it.';
COMMENT ON COLUMN core.event.article_count IS 'Articles that tell of it.';
COMMENT ON COLUMN core.event.source_count IS 'Clusters of near-duplicate articles that tell of it: independent tellings.';
COMMENT ON COLUMN core.event.first_reported_at IS 'First possible publication of any of its articles (start of the day, Europe/Berlin), else when that was fetched.';
COMMENT ON COLUMN core.event.last_reported_at IS 'The same of the article published last.';
COMMENT ON COLUMN core.event.load_id IS 'The load that made or last changed it.';
COMMENT ON COLUMN core.event.changed_at IS 'When that was.';

CREATE TABLE core.event_mention (
    mention_id   uuid PRIMARY KEY REFERENCES core.mention ON DELETE CASCADE,
    event_id     uuid NOT NULL REFERENCES core.event DEFERRABLE INITIALLY DEFERRED,
    merge_reason text NOT NULL
);
CREATE INDEX event_mention_event_id ON core.event_mention (event_id);
COMMENT ON TABLE core.event_mention IS 'Which mentions tell of which event: its evidence.';
COMMENT ON COLUMN core.event_mention.mention_id IS 'The mention; it tells of one event.';
COMMENT ON COLUMN core.event_mention.event_id IS 'The event.';
COMMENT ON COLUMN core.event_mention.merge_reason IS 'Why the mention belongs to it: single, same_day, day_in_span or near_duplicate.';

CREATE TABLE core.event_revision (
    event_id   uuid NOT NULL,
    load_id    uuid NOT NULL REFERENCES ops.load,
    change     text NOT NULL CHECK (change IN ('created', 'changed', 'removed')),
    reason     text NOT NULL,
    previous   jsonb,
    revised_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (event_id, load_id),
    CHECK ((change = 'created') = (previous IS NULL))
);
CREATE INDEX event_revision_revised_at ON core.event_revision (revised_at);
COMMENT ON TABLE core.event_revision IS 'History of core.event: what each load created, changed or removed.';
COMMENT ON COLUMN core.event_revision.event_id IS 'The event; it may be gone.';
COMMENT ON COLUMN core.event_revision.load_id IS 'The load that did it.';
COMMENT ON COLUMN core.event_revision.change IS 'created, changed or removed.';
COMMENT ON COLUMN core.event_revision.reason IS 'Why: new_evidence, lost_evidence, replaced_evidence (both), or regrouped (neither).';
COMMENT ON COLUMN core.event_revision.previous IS 'The row of core.event as it was before; null on creation.';
COMMENT ON COLUMN core.event_revision.revised_at IS 'When.';
