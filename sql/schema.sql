-- The schema after all migrations. Generated (python -m demarche.warehouse.schema); a test holds it equal.

CREATE SCHEMA bi;

COMMENT ON SCHEMA bi IS 'Views for analysts: all that a reader sees.';

CREATE SCHEMA core;

COMMENT ON SCHEMA core IS 'What is published: articles, mentions, events and what they refer to.';

CREATE SCHEMA ops;

COMMENT ON SCHEMA ops IS 'What ran: loads, batches, outcomes, checks, migrations.';

CREATE SCHEMA quarantine;

COMMENT ON SCHEMA quarantine IS 'Rows that were kept out, with the reason.';

CREATE SCHEMA raw;

COMMENT ON SCHEMA raw IS 'Documents as they came.';

CREATE SCHEMA staging;

COMMENT ON SCHEMA staging IS 'Rows of loads that are not published yet.';

CREATE TABLE core.actor (
    actor_id uuid NOT NULL,
    actor_key text NOT NULL,
    kind text NOT NULL,
    country_code text,
    name text,
    names text[] NOT NULL,
    CONSTRAINT actor_kind_check CHECK ((kind = ANY (ARRAY['state'::text, 'organisation'::text, 'armed_group'::text, 'named'::text])))
);

COMMENT ON TABLE core.actor IS 'States, bodies and known persons that take part in published mentions.';

COMMENT ON COLUMN core.actor.actor_id IS 'Hash of actor_key.';

COMMENT ON COLUMN core.actor.actor_key IS 'Stable key: the actor code of a state or body, or the language data''s id of a person or named body.';

COMMENT ON COLUMN core.actor.kind IS 'state, organisation, armed_group, or named (a person or body with an id of its own).';

COMMENT ON COLUMN core.actor.country_code IS 'The country that it is or belongs to; null for a body of several.';

COMMENT ON COLUMN core.actor.name IS 'Its name: the longest of names, the first of these in the alphabet.';

COMMENT ON COLUMN core.actor.names IS 'All names under which mentions have it, in the alphabet''s order.';

CREATE TABLE core.actor_role (
    actor_role_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    actor_code text NOT NULL,
    country_code text,
    sector_code text,
    role_code text,
    valid_from_date date,
    valid_to_date date
);

COMMENT ON TABLE core.actor_role IS 'Offices and sectors in which an actor appears in published mentions.';

COMMENT ON COLUMN core.actor_role.actor_role_id IS 'Hash of actor, codes and dates.';

COMMENT ON COLUMN core.actor_role.actor_id IS 'The actor.';

COMMENT ON COLUMN core.actor_role.actor_code IS 'For whom it acts: a country or a body.';

COMMENT ON COLUMN core.actor_role.country_code IS 'Its country.';

COMMENT ON COLUMN core.actor_role.sector_code IS 'PLOVER sector: GOV, MIL, LEG, …';

COMMENT ON COLUMN core.actor_role.role_code IS 'Office: foreign_minister, …';

COMMENT ON COLUMN core.actor_role.valid_from_date IS 'First day of the office; null if not recorded.';

COMMENT ON COLUMN core.actor_role.valid_to_date IS 'Day after the last of the office; null if not recorded or still held.';

CREATE TABLE core.event_mention (
    mention_id uuid NOT NULL,
    event_id uuid NOT NULL,
    merge_reason text NOT NULL
);

COMMENT ON TABLE core.event_mention IS 'Which mentions tell of which event: its evidence.';

COMMENT ON COLUMN core.event_mention.mention_id IS 'The mention; it tells of one event.';

COMMENT ON COLUMN core.event_mention.event_id IS 'The event.';

COMMENT ON COLUMN core.event_mention.merge_reason IS 'Why the mention belongs to it: single, same_day, day_in_span or near_duplicate.';

CREATE TABLE core.mention_actor (
    mention_id uuid NOT NULL,
    side text NOT NULL,
    "position" smallint NOT NULL,
    actor_code text NOT NULL,
    actor_id uuid NOT NULL,
    name text,
    country_code text,
    sector_code text,
    role_code text,
    CONSTRAINT mention_actor_side_check CHECK ((side = ANY (ARRAY['source'::text, 'target'::text])))
);

COMMENT ON TABLE core.mention_actor IS 'Who takes part in a mention, as of its date.';

COMMENT ON COLUMN core.mention_actor.mention_id IS 'The mention.';

COMMENT ON COLUMN core.mention_actor.side IS 'source or target.';

COMMENT ON COLUMN core.mention_actor."position" IS 'Place among the actors of its side, from 0.';

COMMENT ON COLUMN core.mention_actor.actor_code IS 'For whom it acts: a country or a body.';

COMMENT ON COLUMN core.mention_actor.actor_id IS 'The actor, in core.actor: the known person or body, else the country or body of actor_code.';

COMMENT ON COLUMN core.mention_actor.name IS 'Name of the person or body, most specific.';

COMMENT ON COLUMN core.mention_actor.country_code IS 'Country of the actor.';

COMMENT ON COLUMN core.mention_actor.sector_code IS 'PLOVER sector: GOV, MIL, LEG, …';

COMMENT ON COLUMN core.mention_actor.role_code IS 'Office as of the event''s date.';

CREATE VIEW bi.actor AS
 SELECT actor_id,
    actor_key,
    kind,
    country_code,
    name,
    names,
    ARRAY( SELECT DISTINCT r.role_code
           FROM core.actor_role r
          WHERE ((r.actor_id = a.actor_id) AND (r.role_code IS NOT NULL))
          ORDER BY r.role_code) AS role_codes,
    ( SELECT count(DISTINCT em.event_id) AS count
           FROM (core.mention_actor ma
             JOIN core.event_mention em USING (mention_id))
          WHERE (ma.actor_id = a.actor_id)) AS event_count
   FROM core.actor a;

COMMENT ON VIEW bi.actor IS 'Actors: states, bodies and known persons.';

COMMENT ON COLUMN bi.actor.actor_id IS 'Key of the actor.';

COMMENT ON COLUMN bi.actor.actor_key IS 'Code of a state or body, or the stable name of a person.';

COMMENT ON COLUMN bi.actor.kind IS 'state, organisation, armed_group, or named (a person or body with an id of its own).';

COMMENT ON COLUMN bi.actor.country_code IS 'The country that it is or belongs to.';

COMMENT ON COLUMN bi.actor.name IS 'Its name.';

COMMENT ON COLUMN bi.actor.names IS 'All names under which texts have it.';

COMMENT ON COLUMN bi.actor.role_codes IS 'Offices in which it appears.';

COMMENT ON COLUMN bi.actor.event_count IS 'Events in which it takes part under this name; a state''s persons count for themselves.';

CREATE TABLE core.article (
    article_id uuid NOT NULL,
    document_id uuid NOT NULL,
    source text NOT NULL,
    location text NOT NULL,
    text_hash uuid NOT NULL,
    title text,
    url text,
    text text NOT NULL,
    language_code text NOT NULL,
    published_start_date date,
    published_end_date date,
    published_basis text NOT NULL,
    dateline_place text,
    is_truncated boolean NOT NULL,
    coder_version text NOT NULL,
    model_version text NOT NULL,
    signature bigint[] NOT NULL,
    fetched_at timestamp with time zone NOT NULL,
    is_current boolean NOT NULL,
    duplicate_of_article_id uuid,
    representative_article_id uuid,
    load_id uuid NOT NULL,
    CONSTRAINT article_check CHECK ((published_start_date <= published_end_date)),
    CONSTRAINT article_check1 CHECK (((duplicate_of_article_id IS NULL) OR is_current)),
    CONSTRAINT article_check2 CHECK (((representative_article_id IS NOT NULL) = (is_current AND (duplicate_of_article_id IS NULL)))),
    CONSTRAINT article_published_basis_check CHECK ((published_basis = ANY (ARRAY['metadata'::text, 'header'::text, 'dateline'::text, 'text'::text, 'comment'::text, 'unknown'::text])))
);

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

CREATE TABLE core.mention (
    mention_id uuid NOT NULL,
    article_id uuid NOT NULL,
    block_id uuid NOT NULL,
    event_type text NOT NULL,
    event_mode text,
    contexts text[] NOT NULL,
    quad_class smallint NOT NULL,
    cameo_code text,
    goldstein double precision,
    status text NOT NULL,
    is_mutual boolean NOT NULL,
    source_codes text[] NOT NULL,
    target_codes text[] NOT NULL,
    date_start date,
    date_end date,
    date_precision text NOT NULL,
    date_weekday smallint,
    date_basis text,
    place_id uuid,
    place_name text,
    place_country_code text,
    latitude double precision,
    longitude double precision,
    attributed_to text,
    confidence double precision NOT NULL,
    evidence text NOT NULL,
    sentence_start integer NOT NULL,
    sentence_end integer NOT NULL,
    trigger_start integer NOT NULL,
    trigger_end integer NOT NULL,
    load_id uuid NOT NULL,
    CONSTRAINT mention_check CHECK ((date_start <= date_end)),
    CONSTRAINT mention_check1 CHECK (((date_start IS NULL) = (date_end IS NULL))),
    CONSTRAINT mention_check2 CHECK (((sentence_start <= trigger_start) AND (trigger_start < trigger_end) AND (trigger_end <= sentence_end))),
    CONSTRAINT mention_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
    CONSTRAINT mention_date_precision_check CHECK ((date_precision = ANY (ARRAY['day'::text, 'span'::text, 'week'::text, 'month'::text, 'season'::text, 'year'::text, 'unknown'::text]))),
    CONSTRAINT mention_date_weekday_check CHECK (((date_weekday >= 1) AND (date_weekday <= 7)))
);

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

CREATE TABLE ops.load (
    load_id uuid NOT NULL,
    flow text NOT NULL,
    parameters jsonb NOT NULL,
    min_confidence double precision NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    failure text,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    closed_at timestamp with time zone,
    publish_number bigint,
    resolved_on_number bigint,
    collected bigint,
    loaded bigint,
    unchanged bigint,
    duplicate bigint,
    quarantined bigint,
    skipped bigint,
    coded bigint,
    published bigint,
    below_threshold bigint,
    quarantined_mentions bigint,
    events_created bigint,
    events_changed bigint,
    events_removed bigint,
    CONSTRAINT load_check CHECK (((status = 'open'::text) = (closed_at IS NULL))),
    CONSTRAINT load_check1 CHECK (((status = 'published'::text) = (publish_number IS NOT NULL))),
    CONSTRAINT load_check2 CHECK (((status <> 'published'::text) OR (collected = ((((loaded + unchanged) + duplicate) + quarantined) + skipped)))),
    CONSTRAINT load_check3 CHECK (((status <> 'published'::text) OR (coded = ((published + below_threshold) + quarantined_mentions)))),
    CONSTRAINT load_min_confidence_check CHECK (((min_confidence >= (0)::double precision) AND (min_confidence <= (1)::double precision))),
    CONSTRAINT load_status_check CHECK ((status = ANY (ARRAY['open'::text, 'published'::text, 'failed'::text])))
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
    ( SELECT count(DISTINCT em.event_id) AS count
           FROM (core.mention m
             JOIN core.event_mention em USING (mention_id))
          WHERE (m.article_id = a.article_id)) AS event_count,
    a.fetched_at,
    l.closed_at AS loaded_at
   FROM (core.article a
     JOIN ops.load l USING (load_id));

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

CREATE TABLE core.cameo (
    cameo_code text NOT NULL,
    name text NOT NULL,
    goldstein double precision,
    event_type text,
    event_mode text,
    contexts text[] NOT NULL
);

COMMENT ON TABLE core.cameo IS 'The CAMEO codes with their Goldstein scores and their place in PLOVER.';

COMMENT ON COLUMN core.cameo.cameo_code IS 'CAMEO code: two to four digits, leading zeros kept.';

COMMENT ON COLUMN core.cameo.name IS 'English name of the code.';

COMMENT ON COLUMN core.cameo.goldstein IS 'Goldstein score, -10 to 10; null where none was ever given.';

COMMENT ON COLUMN core.cameo.event_type IS 'PLOVER type; null for what PLOVER drops.';

COMMENT ON COLUMN core.cameo.event_mode IS 'PLOVER mode.';

COMMENT ON COLUMN core.cameo.contexts IS 'PLOVER contexts.';

CREATE TABLE core.event (
    event_id uuid NOT NULL,
    block_id uuid NOT NULL,
    best_mention_id uuid NOT NULL,
    event_type text NOT NULL,
    event_mode text,
    contexts text[] NOT NULL,
    quad_class smallint NOT NULL,
    cameo_code text,
    goldstein double precision,
    status text NOT NULL,
    is_mutual boolean NOT NULL,
    source_codes text[] NOT NULL,
    target_codes text[] NOT NULL,
    source_names text[] NOT NULL,
    target_names text[] NOT NULL,
    date_start date,
    date_end date,
    date_precision text NOT NULL,
    date_weekday smallint,
    date_basis text,
    place_id uuid,
    place_name text,
    place_country_code text,
    latitude double precision,
    longitude double precision,
    attributed_to text,
    confidence double precision NOT NULL,
    evidence text NOT NULL,
    merge_reason text NOT NULL,
    mention_count integer NOT NULL,
    article_count integer NOT NULL,
    source_count integer NOT NULL,
    first_reported_at timestamp with time zone NOT NULL,
    last_reported_at timestamp with time zone NOT NULL,
    load_id uuid NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT event_article_count_check CHECK ((article_count > 0)),
    CONSTRAINT event_check CHECK ((date_start <= date_end)),
    CONSTRAINT event_check1 CHECK (((source_count <= article_count) AND (article_count <= mention_count))),
    CONSTRAINT event_mention_count_check CHECK ((mention_count > 0)),
    CONSTRAINT event_source_count_check CHECK ((source_count > 0))
);

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

CREATE TABLE core.event_mode (
    event_type text NOT NULL,
    event_mode text NOT NULL,
    score double precision,
    label_de text NOT NULL,
    label_en text NOT NULL
);

COMMENT ON TABLE core.event_mode IS 'The modes of PLOVER 2.0: how an event of a type was done.';

COMMENT ON COLUMN core.event_mode.event_type IS 'The type that has the mode.';

COMMENT ON COLUMN core.event_mode.event_mode IS 'Name of the mode.';

COMMENT ON COLUMN core.event_mode.score IS 'PLOVER score of type and mode; null where PLOVER gives none.';

COMMENT ON COLUMN core.event_mode.label_de IS 'German label.';

COMMENT ON COLUMN core.event_mode.label_en IS 'English label.';

CREATE TABLE core.event_status (
    status text NOT NULL,
    label_de text NOT NULL,
    label_en text NOT NULL
);

COMMENT ON TABLE core.event_status IS 'Whether what is told has happened.';

COMMENT ON COLUMN core.event_status.status IS 'actual, planned, denied or hypothetical.';

COMMENT ON COLUMN core.event_status.label_de IS 'German label.';

COMMENT ON COLUMN core.event_status.label_en IS 'English label.';

CREATE TABLE core.event_type (
    event_type text NOT NULL,
    quad_class smallint NOT NULL,
    score double precision NOT NULL,
    symmetry text NOT NULL,
    label_de text NOT NULL,
    label_en text NOT NULL,
    CONSTRAINT event_type_symmetry_check CHECK ((symmetry = ANY (ARRAY['always'::text, 'mutual'::text, 'never'::text])))
);

COMMENT ON TABLE core.event_type IS 'The 16 event types of PLOVER 2.0.';

COMMENT ON COLUMN core.event_type.event_type IS 'Name of the type.';

COMMENT ON COLUMN core.event_type.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';

COMMENT ON COLUMN core.event_type.score IS 'PLOVER conflict-cooperation score of the bare type, -10 to 10.';

COMMENT ON COLUMN core.event_type.symmetry IS 'Whether source and target can be swapped: always, mutual (where the act is mutual) or never.';

COMMENT ON COLUMN core.event_type.label_de IS 'German label.';

COMMENT ON COLUMN core.event_type.label_en IS 'English label.';

CREATE TABLE core.quad_class (
    quad_class smallint NOT NULL,
    label_de text NOT NULL,
    label_en text NOT NULL,
    CONSTRAINT quad_class_quad_class_check CHECK (((quad_class >= 1) AND (quad_class <= 4)))
);

COMMENT ON TABLE core.quad_class IS 'The four quad classes.';

COMMENT ON COLUMN core.quad_class.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';

COMMENT ON COLUMN core.quad_class.label_de IS 'German label.';

COMMENT ON COLUMN core.quad_class.label_en IS 'English label.';

CREATE VIEW bi.event AS
 SELECT e.event_id,
    e.event_type,
    t.label_de AS event_type_de,
    t.label_en AS event_type_en,
    e.event_mode,
    m.label_de AS event_mode_de,
    m.label_en AS event_mode_en,
    e.contexts,
    e.quad_class,
    q.label_de AS quad_class_de,
    q.label_en AS quad_class_en,
    e.status,
    s.label_de AS status_de,
    s.label_en AS status_en,
    e.is_mutual,
    e.source_codes,
    e.target_codes,
    e.source_names,
    e.target_names,
    e.cameo_code,
    c.name AS cameo_name,
    e.goldstein,
    COALESCE(m.score, t.score) AS plover_score,
    e.date_start,
    e.date_end,
    e.date_precision,
    e.date_weekday,
    e.date_basis,
    e.place_name,
    e.place_country_code AS place_country,
    e.latitude,
    e.longitude,
    e.attributed_to,
    e.confidence,
    e.article_count,
    e.source_count,
    e.mention_count,
    e.first_reported_at,
    e.last_reported_at,
    e.evidence,
    e.merge_reason,
    e.changed_at
   FROM (((((core.event e
     JOIN core.event_type t USING (event_type))
     JOIN core.quad_class q ON ((q.quad_class = e.quad_class)))
     JOIN core.event_status s ON ((s.status = e.status)))
     LEFT JOIN core.event_mode m ON (((m.event_type = e.event_type) AND (m.event_mode = e.event_mode))))
     LEFT JOIN core.cameo c ON ((c.cameo_code = e.cameo_code)));

COMMENT ON VIEW bi.event IS 'Events: one row for each thing that happened, however many articles tell of it.';

COMMENT ON COLUMN bi.event.event_id IS 'Key of the event.';

COMMENT ON COLUMN bi.event.event_type IS 'PLOVER type: CONSULT, ACCUSE, …';

COMMENT ON COLUMN bi.event.event_type_de IS 'German label of the type.';

COMMENT ON COLUMN bi.event.event_type_en IS 'English label of the type.';

COMMENT ON COLUMN bi.event.event_mode IS 'PLOVER mode: how it was done; null where none fits.';

COMMENT ON COLUMN bi.event.event_mode_de IS 'German label of the mode.';

COMMENT ON COLUMN bi.event.event_mode_en IS 'English label of the mode.';

COMMENT ON COLUMN bi.event.contexts IS 'PLOVER contexts: what it was about.';

COMMENT ON COLUMN bi.event.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';

COMMENT ON COLUMN bi.event.quad_class_de IS 'German label of the quad class.';

COMMENT ON COLUMN bi.event.quad_class_en IS 'English label of the quad class.';

COMMENT ON COLUMN bi.event.status IS 'actual, planned or denied.';

COMMENT ON COLUMN bi.event.status_de IS 'German label of the status.';

COMMENT ON COLUMN bi.event.status_en IS 'English label of the status.';

COMMENT ON COLUMN bi.event.is_mutual IS 'Whether both sides act alike.';

COMMENT ON COLUMN bi.event.source_codes IS 'Who acts: ISO 3166-1 alpha-3 codes of countries, codes of bodies.';

COMMENT ON COLUMN bi.event.target_codes IS 'Towards whom.';

COMMENT ON COLUMN bi.event.source_names IS 'Persons and bodies who act, as the texts name them.';

COMMENT ON COLUMN bi.event.target_names IS 'Persons and bodies towards whom.';

COMMENT ON COLUMN bi.event.cameo_code IS 'CAMEO code.';

COMMENT ON COLUMN bi.event.cameo_name IS 'English name of the CAMEO code.';

COMMENT ON COLUMN bi.event.goldstein IS 'Goldstein score of the CAMEO code, -10 (conflict) to 10 (cooperation).';

COMMENT ON COLUMN bi.event.plover_score IS 'PLOVER score of type and mode (of the type, where the mode has none), -10 to 10.';

COMMENT ON COLUMN bi.event.date_start IS 'First day of the interval in which it happened; null if unknown.';

COMMENT ON COLUMN bi.event.date_end IS 'Last day of that interval; null if unknown.';

COMMENT ON COLUMN bi.event.date_precision IS 'day; span: it lasted throughout; week, month, season, year, unknown: somewhere inside.';

COMMENT ON COLUMN bi.event.date_weekday IS 'ISO weekday that the text names (Monday is 1).';

COMMENT ON COLUMN bi.event.date_basis IS 'How the date was found.';

COMMENT ON COLUMN bi.event.place_name IS 'Where.';

COMMENT ON COLUMN bi.event.place_country IS 'Code of the country in which that lies.';

COMMENT ON COLUMN bi.event.latitude IS 'Degrees north (WGS 84); null where no gazetteer knows the place.';

COMMENT ON COLUMN bi.event.longitude IS 'Degrees east (WGS 84); null where no gazetteer knows the place.';

COMMENT ON COLUMN bi.event.attributed_to IS 'Who says so, where no text says it in its own voice.';

COMMENT ON COLUMN bi.event.confidence IS 'Probability that it is right: the greatest of its mentions'', 0 to 1.';

COMMENT ON COLUMN bi.event.article_count IS 'Articles that tell of it.';

COMMENT ON COLUMN bi.event.source_count IS 'Independent tellings: near-duplicate articles count as one.';

COMMENT ON COLUMN bi.event.mention_count IS 'Mentions that tell of it: see bi.mention.';

COMMENT ON COLUMN bi.event.first_reported_at IS 'First possible publication of any of its articles.';

COMMENT ON COLUMN bi.event.last_reported_at IS 'First possible publication of the latest of its articles.';

COMMENT ON COLUMN bi.event.evidence IS 'The sentence that tells of it best.';

COMMENT ON COLUMN bi.event.merge_reason IS 'Why its mentions are one event: single, same_day, day_in_span or near_duplicate.';

COMMENT ON COLUMN bi.event.changed_at IS 'When this row was made or last changed.';

CREATE VIEW bi.event_dyad AS
 WITH pair AS (
         SELECT e.event_id,
            side.source_code,
            side.target_code
           FROM ((core.event e
             JOIN core.event_type t USING (event_type))
             CROSS JOIN LATERAL ( SELECT DISTINCT s.code AS source_code,
                    g.code AS target_code
                   FROM (unnest(e.source_codes) s(code)
                     CROSS JOIN unnest(e.target_codes) g(code))
                  WHERE ((t.symmetry = 'never'::text) OR ((t.symmetry = 'mutual'::text) AND (NOT e.is_mutual)))
                UNION
                 SELECT one.code,
                    other.code
                   FROM (unnest((e.source_codes || e.target_codes)) one(code)
                     JOIN unnest((e.source_codes || e.target_codes)) other(code) ON ((one.code < other.code)))
                  WHERE ((t.symmetry = 'always'::text) OR ((t.symmetry = 'mutual'::text) AND e.is_mutual))
                UNION
                 SELECT s.code,
                    NULL::text
                   FROM unnest(e.source_codes) s(code)
                  WHERE (e.target_codes = '{}'::text[])
                UNION
                 SELECT NULL::text,
                    g.code
                   FROM unnest(e.target_codes) g(code)
                  WHERE (e.source_codes = '{}'::text[])) side)
          WHERE (side.source_code IS DISTINCT FROM side.target_code)
        )
 SELECT event_id,
    source_code,
    target_code,
    (1.0 / (count(*) OVER (PARTITION BY event_id))::numeric) AS weight
   FROM pair;

COMMENT ON VIEW bi.event_dyad IS 'Pairs of each event. What both sides do together has its pair once, in the alphabet''s order.';

COMMENT ON COLUMN bi.event_dyad.event_id IS 'The event.';

COMMENT ON COLUMN bi.event_dyad.source_code IS 'Who acts; null where the text names nobody.';

COMMENT ON COLUMN bi.event_dyad.target_code IS 'Towards whom; null where the text names nobody.';

COMMENT ON COLUMN bi.event_dyad.weight IS 'One divided by the number of the event''s pairs.';

CREATE VIEW bi.dyad_day AS
 WITH counted AS (
         SELECT d.source_code,
            d.target_code,
            (day.day)::date AS event_date,
            e.quad_class,
            e.goldstein,
            e.plover_score,
            (d.weight / (((e.date_end - e.date_start) + 1))::numeric) AS weight
           FROM ((bi.event e
             JOIN bi.event_dyad d USING (event_id))
             CROSS JOIN LATERAL generate_series((e.date_start)::timestamp without time zone, (e.date_end)::timestamp without time zone, '1 day'::interval) day(day))
          WHERE ((e.status = 'actual'::text) AND (e.date_precision = ANY (ARRAY['day'::text, 'span'::text])))
        ), coverage AS (
         SELECT article.published_start_date AS event_date,
            count(*) AS articles_covered
           FROM core.article
          WHERE ((article.representative_article_id IS NOT NULL) AND (article.published_start_date = article.published_end_date))
          GROUP BY article.published_start_date
        )
 SELECT c.source_code,
    c.target_code,
    c.event_date,
    count(*) AS event_count,
    (sum(c.weight))::double precision AS event_weight,
    (COALESCE(sum(c.weight) FILTER (WHERE (c.quad_class = 1)), (0)::numeric))::double precision AS verbal_cooperation_weight,
    (COALESCE(sum(c.weight) FILTER (WHERE (c.quad_class = 2)), (0)::numeric))::double precision AS material_cooperation_weight,
    (COALESCE(sum(c.weight) FILTER (WHERE (c.quad_class = 3)), (0)::numeric))::double precision AS verbal_conflict_weight,
    (COALESCE(sum(c.weight) FILTER (WHERE (c.quad_class = 4)), (0)::numeric))::double precision AS material_conflict_weight,
    avg(c.goldstein) AS goldstein_mean,
    avg(c.plover_score) AS plover_score_mean,
    COALESCE(v.articles_covered, (0)::bigint) AS articles_covered
   FROM (counted c
     LEFT JOIN coverage v USING (event_date))
  GROUP BY c.source_code, c.target_code, c.event_date, v.articles_covered;

COMMENT ON VIEW bi.dyad_day IS 'Actual events of each pair on each day; only those whose date is a day or a span. Others: bi.dyad_month.';

COMMENT ON COLUMN bi.dyad_day.source_code IS 'Who acts; of what both do together, the first of the pair in the alphabet.';

COMMENT ON COLUMN bi.dyad_day.target_code IS 'Towards whom.';

COMMENT ON COLUMN bi.dyad_day.event_date IS 'The day.';

COMMENT ON COLUMN bi.dyad_day.event_count IS 'Events that happened on or lasted through the day.';

COMMENT ON COLUMN bi.dyad_day.event_weight IS 'The same, where an event of n pairs and d days counts 1/(n d) in each, so that sums are numbers of events.';

COMMENT ON COLUMN bi.dyad_day.verbal_cooperation_weight IS 'Of that: verbal cooperation.';

COMMENT ON COLUMN bi.dyad_day.material_cooperation_weight IS 'Of that: material cooperation.';

COMMENT ON COLUMN bi.dyad_day.verbal_conflict_weight IS 'Of that: verbal conflict.';

COMMENT ON COLUMN bi.dyad_day.material_conflict_weight IS 'Of that: material conflict.';

COMMENT ON COLUMN bi.dyad_day.goldstein_mean IS 'Mean Goldstein score of the events.';

COMMENT ON COLUMN bi.dyad_day.plover_score_mean IS 'Mean PLOVER score of the events.';

COMMENT ON COLUMN bi.dyad_day.articles_covered IS 'Articles in the warehouse that were published on the day: tells no events from no coverage.';

CREATE VIEW bi.dyad_month AS
 WITH placed AS (
         SELECT d.source_code,
            d.target_code,
            d.weight,
            e.quad_class,
            e.goldstein,
            e.plover_score,
            (e.date_start IS NULL) AS is_undated,
            date_trunc('month'::text, COALESCE((e.date_start)::timestamp without time zone, (e.first_reported_at AT TIME ZONE 'Europe/Berlin'::text))) AS first_month,
            date_trunc('month'::text, COALESCE((e.date_end)::timestamp without time zone, (e.first_reported_at AT TIME ZONE 'Europe/Berlin'::text))) AS last_month
           FROM (bi.event e
             JOIN bi.event_dyad d USING (event_id))
          WHERE (e.status = 'actual'::text)
        ), counted AS (
         SELECT p.source_code,
            p.target_code,
            p.weight,
            p.quad_class,
            p.goldstein,
            p.plover_score,
            p.is_undated,
            p.first_month,
            p.last_month,
            (month.month)::date AS month_start_date,
            (p.weight / (((((12)::numeric * (EXTRACT(year FROM p.last_month) - EXTRACT(year FROM p.first_month))) + EXTRACT(month FROM p.last_month)) - EXTRACT(month FROM p.first_month)) + (1)::numeric)) AS share
           FROM (placed p
             CROSS JOIN LATERAL generate_series(p.first_month, p.last_month, '1 mon'::interval) month(month))
        ), coverage AS (
         SELECT (date_trunc('month'::text, (article.published_start_date)::timestamp without time zone))::date AS month_start_date,
            count(*) AS articles_covered
           FROM core.article
          WHERE ((article.representative_article_id IS NOT NULL) AND (date_trunc('month'::text, (article.published_start_date)::timestamp without time zone) = date_trunc('month'::text, (article.published_end_date)::timestamp without time zone)))
          GROUP BY ((date_trunc('month'::text, (article.published_start_date)::timestamp without time zone))::date)
        )
 SELECT c.source_code,
    c.target_code,
    c.month_start_date,
    count(*) FILTER (WHERE (NOT c.is_undated)) AS event_count,
    (COALESCE(sum(c.share) FILTER (WHERE (NOT c.is_undated)), (0)::numeric))::double precision AS event_weight,
    count(*) FILTER (WHERE c.is_undated) AS undated_event_count,
    (COALESCE(sum(c.share) FILTER (WHERE ((c.quad_class = 1) AND (NOT c.is_undated))), (0)::numeric))::double precision AS verbal_cooperation_weight,
    (COALESCE(sum(c.share) FILTER (WHERE ((c.quad_class = 2) AND (NOT c.is_undated))), (0)::numeric))::double precision AS material_cooperation_weight,
    (COALESCE(sum(c.share) FILTER (WHERE ((c.quad_class = 3) AND (NOT c.is_undated))), (0)::numeric))::double precision AS verbal_conflict_weight,
    (COALESCE(sum(c.share) FILTER (WHERE ((c.quad_class = 4) AND (NOT c.is_undated))), (0)::numeric))::double precision AS material_conflict_weight,
    avg(c.goldstein) FILTER (WHERE (NOT c.is_undated)) AS goldstein_mean,
    avg(c.plover_score) FILTER (WHERE (NOT c.is_undated)) AS plover_score_mean,
    COALESCE(v.articles_covered, (0)::bigint) AS articles_covered
   FROM (counted c
     LEFT JOIN coverage v USING (month_start_date))
  GROUP BY c.source_code, c.target_code, c.month_start_date, v.articles_covered;

COMMENT ON VIEW bi.dyad_month IS 'Actual events of each pair in each month, whatever the precision of their dates.';

COMMENT ON COLUMN bi.dyad_month.source_code IS 'Who acts; of what both do together, the first of the pair in the alphabet.';

COMMENT ON COLUMN bi.dyad_month.target_code IS 'Towards whom.';

COMMENT ON COLUMN bi.dyad_month.month_start_date IS 'First day of the month.';

COMMENT ON COLUMN bi.dyad_month.event_count IS 'Dated events whose interval touches the month.';

COMMENT ON COLUMN bi.dyad_month.event_weight IS 'The same, where an event of n pairs and m months counts 1/(n m) in each, so that sums are numbers of events.';

COMMENT ON COLUMN bi.dyad_month.undated_event_count IS 'Events without any date that were first reported in the month.';

COMMENT ON COLUMN bi.dyad_month.verbal_cooperation_weight IS 'Of event_weight: verbal cooperation.';

COMMENT ON COLUMN bi.dyad_month.material_cooperation_weight IS 'Of event_weight: material cooperation.';

COMMENT ON COLUMN bi.dyad_month.verbal_conflict_weight IS 'Of event_weight: verbal conflict.';

COMMENT ON COLUMN bi.dyad_month.material_conflict_weight IS 'Of event_weight: material conflict.';

COMMENT ON COLUMN bi.dyad_month.goldstein_mean IS 'Mean Goldstein score of the dated events.';

COMMENT ON COLUMN bi.dyad_month.plover_score_mean IS 'Mean PLOVER score of the dated events.';

COMMENT ON COLUMN bi.dyad_month.articles_covered IS 'Articles in the warehouse that were published in the month: tells no events from no coverage.';

CREATE VIEW bi.freshness AS
 SELECT a.source,
    count(*) AS article_count,
    max(a.fetched_at) AS last_fetched_at,
    max(a.published_end_date) AS last_published_date,
    max(l.closed_at) AS last_loaded_at
   FROM (core.article a
     JOIN ops.load l USING (load_id))
  WHERE a.is_current
  GROUP BY a.source;

COMMENT ON VIEW bi.freshness IS 'How fresh each source is.';

COMMENT ON COLUMN bi.freshness.source IS 'Name of the source.';

COMMENT ON COLUMN bi.freshness.article_count IS 'Current articles of the source.';

COMMENT ON COLUMN bi.freshness.last_fetched_at IS 'When its newest article was fetched.';

COMMENT ON COLUMN bi.freshness.last_published_date IS 'Last day on which any of its articles can have been published.';

COMMENT ON COLUMN bi.freshness.last_loaded_at IS 'When a load last brought an article of it.';

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
   FROM ((core.event_mention em
     JOIN core.mention m USING (mention_id))
     JOIN core.article a USING (article_id));

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

CREATE VIEW bi.quality AS
 SELECT event_type,
    count(*) AS event_count,
    avg(confidence) AS confidence_mean,
    (avg(((source_count > 1))::integer))::double precision AS several_sources_share,
    (avg(((date_precision = ANY (ARRAY['day'::text, 'span'::text])))::integer))::double precision AS dated_share,
    (avg(((latitude IS NOT NULL))::integer))::double precision AS placed_share,
    (avg(((target_codes <> '{}'::text[]))::integer))::double precision AS with_target_share
   FROM core.event e
  GROUP BY event_type;

COMMENT ON VIEW bi.quality IS 'Quality of the events by type, as far as the warehouse itself can tell. Measured precision is not in it.';

COMMENT ON COLUMN bi.quality.event_type IS 'PLOVER type.';

COMMENT ON COLUMN bi.quality.event_count IS 'Events of the type.';

COMMENT ON COLUMN bi.quality.confidence_mean IS 'Mean confidence, 0 to 1.';

COMMENT ON COLUMN bi.quality.several_sources_share IS 'Share told by more than one independent source.';

COMMENT ON COLUMN bi.quality.dated_share IS 'Share whose date is a day or a span.';

COMMENT ON COLUMN bi.quality.placed_share IS 'Share that is on the map.';

COMMENT ON COLUMN bi.quality.with_target_share IS 'Share with a target.';

CREATE TABLE core.article_band (
    band_hash bigint NOT NULL,
    article_id uuid NOT NULL
);

COMMENT ON TABLE core.article_band IS 'Bands of the signatures: two articles that share one are near-duplicates.';

COMMENT ON COLUMN core.article_band.band_hash IS 'Hash of one band: its number and its stretch of the signature.';

COMMENT ON COLUMN core.article_band.article_id IS 'The article that has the band.';

CREATE TABLE core.body (
    body_code text NOT NULL,
    label_de text NOT NULL,
    label_en text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT body_kind_check CHECK ((kind = ANY (ARRAY['organisation'::text, 'armed_group'::text])))
);

COMMENT ON TABLE core.body IS 'Intergovernmental organisations and armed groups that are coded as actors of their own.';

COMMENT ON COLUMN core.body.body_code IS 'Actor code of the body.';

COMMENT ON COLUMN core.body.label_de IS 'German name.';

COMMENT ON COLUMN core.body.label_en IS 'English name.';

COMMENT ON COLUMN core.body.kind IS 'organisation or armed_group.';

CREATE TABLE core.event_revision (
    event_id uuid NOT NULL,
    load_id uuid NOT NULL,
    change text NOT NULL,
    reason text NOT NULL,
    previous jsonb,
    revised_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT event_revision_change_check CHECK ((change = ANY (ARRAY['created'::text, 'changed'::text, 'removed'::text]))),
    CONSTRAINT event_revision_check CHECK (((change = 'created'::text) = (previous IS NULL)))
);

COMMENT ON TABLE core.event_revision IS 'History of core.event: what each load created, changed or removed.';

COMMENT ON COLUMN core.event_revision.event_id IS 'The event; it may be gone.';

COMMENT ON COLUMN core.event_revision.load_id IS 'The load that did it.';

COMMENT ON COLUMN core.event_revision.change IS 'created, changed or removed.';

COMMENT ON COLUMN core.event_revision.reason IS 'Why: new_evidence, lost_evidence, replaced_evidence (both), or regrouped (neither).';

COMMENT ON COLUMN core.event_revision.previous IS 'The row of core.event as it was before; null on creation.';

COMMENT ON COLUMN core.event_revision.revised_at IS 'When.';

CREATE TABLE core.place (
    place_id uuid NOT NULL,
    name text NOT NULL,
    place_country_code text,
    latitude double precision,
    longitude double precision,
    geonames_number bigint,
    CONSTRAINT place_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
    CONSTRAINT place_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT place_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
);

COMMENT ON TABLE core.place IS 'Places of published mentions.';

COMMENT ON COLUMN core.place.place_id IS 'Hash of name, country and coordinates.';

COMMENT ON COLUMN core.place.name IS 'Name as the texts have it.';

COMMENT ON COLUMN core.place.place_country_code IS 'Actor code of the country that it lies in.';

COMMENT ON COLUMN core.place.latitude IS 'Degrees north (WGS 84); null where the gazetteer does not know it.';

COMMENT ON COLUMN core.place.longitude IS 'Degrees east (WGS 84); null where the gazetteer does not know it.';

COMMENT ON COLUMN core.place.geonames_number IS 'Number in GeoNames, where known.';

CREATE TABLE ops.batch (
    load_id uuid NOT NULL,
    batch_number integer NOT NULL,
    document_count integer DEFAULT 0 NOT NULL,
    article_count integer DEFAULT 0 NOT NULL,
    mention_count integer DEFAULT 0 NOT NULL,
    written_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT batch_batch_number_check CHECK ((batch_number >= 0))
);

COMMENT ON TABLE ops.batch IS 'One row a written batch: the exactly-once mark, committed with the batch''s rows.';

COMMENT ON COLUMN ops.batch.load_id IS 'The load that the batch belongs to.';

COMMENT ON COLUMN ops.batch.batch_number IS 'Number of the batch within its load.';

COMMENT ON COLUMN ops.batch.document_count IS 'Rows that the batch put into staging.document.';

COMMENT ON COLUMN ops.batch.article_count IS 'Rows that the batch put into staging.article.';

COMMENT ON COLUMN ops.batch.mention_count IS 'Rows that the batch put into staging.mention.';

COMMENT ON COLUMN ops.batch.written_at IS 'When the batch was written.';

CREATE TABLE ops.expectation_result (
    expectation_result_id uuid NOT NULL,
    load_id uuid NOT NULL,
    suite text NOT NULL,
    expectation text NOT NULL,
    column_name text,
    severity text NOT NULL,
    is_met boolean NOT NULL,
    element_count bigint,
    unexpected_count bigint,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    checked_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT expectation_result_severity_check CHECK ((severity = ANY (ARRAY['fail'::text, 'warn'::text])))
);

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

CREATE TABLE ops.load_document (
    load_id uuid NOT NULL,
    document_id uuid NOT NULL,
    outcome text NOT NULL,
    outcome_code text,
    message text,
    article_id uuid,
    replayed_by_load_id uuid,
    CONSTRAINT load_document_check CHECK (((outcome_code IS NOT NULL) = (outcome = ANY (ARRAY['quarantined'::text, 'skipped'::text])))),
    CONSTRAINT load_document_outcome_check CHECK ((outcome = ANY (ARRAY['loaded'::text, 'unchanged'::text, 'duplicate'::text, 'quarantined'::text, 'skipped'::text])))
);

COMMENT ON TABLE ops.load_document IS 'What became of each document in each published load: exactly one outcome.';

COMMENT ON COLUMN ops.load_document.load_id IS 'The load.';

COMMENT ON COLUMN ops.load_document.document_id IS 'The document, in raw.document.';

COMMENT ON COLUMN ops.load_document.outcome IS 'loaded, unchanged, duplicate (identical cleaned text), quarantined or skipped.';

COMMENT ON COLUMN ops.load_document.outcome_code IS 'Why it was quarantined or skipped: a code of demarche.problems.';

COMMENT ON COLUMN ops.load_document.message IS 'The same in words, or the rule that was broken.';

COMMENT ON COLUMN ops.load_document.article_id IS 'The article that stands for the document: its own, or for a duplicate the one it repeats.';

COMMENT ON COLUMN ops.load_document.replayed_by_load_id IS 'The load that processed this document anew; this row keeps the outcome it had.';

CREATE TABLE ops.schema_migration (
    migration text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE ops.schema_migration IS 'The migrations that this database has had.';

COMMENT ON COLUMN ops.schema_migration.migration IS 'File name of the migration; views stands for all of sql/views.';

COMMENT ON COLUMN ops.schema_migration.checksum IS 'SHA-256 of its text: a migration is never changed once applied.';

COMMENT ON COLUMN ops.schema_migration.applied_at IS 'When it was applied.';

CREATE TABLE quarantine.record (
    quarantine_id uuid NOT NULL,
    table_name text NOT NULL,
    row_id uuid NOT NULL,
    document_id uuid NOT NULL,
    rule text NOT NULL,
    severity text NOT NULL,
    problem_code text NOT NULL,
    message text NOT NULL,
    value text,
    payload jsonb NOT NULL,
    load_id uuid NOT NULL,
    quarantined_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT record_severity_check CHECK ((severity = ANY (ARRAY['fail'::text, 'warn'::text]))),
    CONSTRAINT record_table_name_check CHECK ((table_name = ANY (ARRAY['document'::text, 'article'::text, 'mention'::text])))
);

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

CREATE TABLE raw.document (
    document_id uuid NOT NULL,
    source text NOT NULL,
    location text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    fetched_at timestamp with time zone NOT NULL,
    title text,
    url text,
    published text,
    language_code text,
    problem_code text,
    problem_message text,
    load_id uuid NOT NULL
);

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

CREATE UNLOGGED TABLE staging.article (
    load_id uuid NOT NULL,
    batch_number integer NOT NULL,
    article_id uuid NOT NULL,
    document_id uuid NOT NULL,
    source text NOT NULL,
    location text NOT NULL,
    text_hash uuid NOT NULL,
    title text,
    url text,
    text text NOT NULL,
    character_count integer NOT NULL,
    language_code text NOT NULL,
    published_start_date date,
    published_end_date date,
    published_basis text NOT NULL,
    dateline_place text,
    is_truncated boolean NOT NULL,
    coder_version text NOT NULL,
    model_version text NOT NULL,
    signature bigint[] NOT NULL,
    bands bigint[] NOT NULL,
    fetched_at timestamp with time zone NOT NULL
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

CREATE UNLOGGED TABLE staging.article_state (
    load_id uuid NOT NULL,
    article_id uuid NOT NULL,
    is_staged boolean NOT NULL,
    is_current boolean NOT NULL,
    duplicate_of_article_id uuid,
    representative_article_id uuid,
    is_recoded boolean NOT NULL,
    was_evidence boolean NOT NULL
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
    load_id uuid NOT NULL,
    block_id uuid NOT NULL
);

COMMENT ON TABLE staging.block IS 'The blocks that a load touches: their events are derived anew.';

COMMENT ON COLUMN staging.block.load_id IS 'The load.';

COMMENT ON COLUMN staging.block.block_id IS 'Blocking key of resolution.';

CREATE UNLOGGED TABLE staging.document (
    load_id uuid NOT NULL,
    batch_number integer NOT NULL,
    document_id uuid NOT NULL,
    source text NOT NULL,
    location text NOT NULL,
    media_type text NOT NULL,
    content bytea,
    byte_count bigint NOT NULL,
    fetched_at timestamp with time zone NOT NULL,
    title text,
    url text,
    published text,
    language_code text,
    is_known boolean NOT NULL,
    skip_code text,
    problem_code text,
    problem_message text
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

CREATE UNLOGGED TABLE staging.event (
    event_id uuid NOT NULL,
    block_id uuid NOT NULL,
    best_mention_id uuid NOT NULL,
    event_type text NOT NULL,
    event_mode text,
    contexts text[] NOT NULL,
    quad_class smallint NOT NULL,
    cameo_code text,
    goldstein double precision,
    status text NOT NULL,
    is_mutual boolean NOT NULL,
    source_codes text[] NOT NULL,
    target_codes text[] NOT NULL,
    source_names text[] NOT NULL,
    target_names text[] NOT NULL,
    date_start date,
    date_end date,
    date_precision text NOT NULL,
    date_weekday smallint,
    date_basis text,
    place_id uuid,
    place_name text,
    place_country_code text,
    latitude double precision,
    longitude double precision,
    attributed_to text,
    confidence double precision NOT NULL,
    evidence text NOT NULL,
    merge_reason text NOT NULL,
    mention_count integer NOT NULL,
    article_count integer NOT NULL,
    source_count integer NOT NULL,
    first_reported_at timestamp with time zone NOT NULL,
    last_reported_at timestamp with time zone NOT NULL,
    load_id uuid NOT NULL
);

COMMENT ON TABLE staging.event IS 'The events of all blocks that an open load touches, as they will be.';

COMMENT ON COLUMN staging.event.event_id IS 'Hash of the event''s least mention_id.';

COMMENT ON COLUMN staging.event.block_id IS 'Blocking key of its mentions.';

COMMENT ON COLUMN staging.event.best_mention_id IS 'The mention that the event''s fields come from: see demarche.resolve.';

COMMENT ON COLUMN staging.event.event_type IS 'PLOVER type.';

COMMENT ON COLUMN staging.event.event_mode IS 'PLOVER mode.';

COMMENT ON COLUMN staging.event.contexts IS 'PLOVER contexts of all mentions.';

COMMENT ON COLUMN staging.event.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';

COMMENT ON COLUMN staging.event.cameo_code IS 'CAMEO code.';

COMMENT ON COLUMN staging.event.goldstein IS 'Goldstein score of the CAMEO code.';

COMMENT ON COLUMN staging.event.status IS 'actual, planned or denied (hypothetical only where asked for).';

COMMENT ON COLUMN staging.event.is_mutual IS 'Whether both sides act alike.';

COMMENT ON COLUMN staging.event.source_codes IS 'Codes of the acting side, as the best mention has them.';

COMMENT ON COLUMN staging.event.target_codes IS 'Codes of the side acted upon, as the best mention has them.';

COMMENT ON COLUMN staging.event.source_names IS 'Persons and bodies on the acting side.';

COMMENT ON COLUMN staging.event.target_names IS 'Persons and bodies on the side acted upon.';

COMMENT ON COLUMN staging.event.date_start IS 'First day of the interval; null if unknown.';

COMMENT ON COLUMN staging.event.date_end IS 'Last day of the interval; null if unknown.';

COMMENT ON COLUMN staging.event.date_precision IS 'day; span: it lasted throughout; week, month, season, year, unknown: somewhere inside.';

COMMENT ON COLUMN staging.event.date_weekday IS 'ISO weekday that the text names (Monday is 1).';

COMMENT ON COLUMN staging.event.date_basis IS 'How the date was found.';

COMMENT ON COLUMN staging.event.place_id IS 'The place, in core.place.';

COMMENT ON COLUMN staging.event.place_name IS 'Name of the place.';

COMMENT ON COLUMN staging.event.place_country_code IS 'Country of the place.';

COMMENT ON COLUMN staging.event.latitude IS 'Degrees north (WGS 84).';

COMMENT ON COLUMN staging.event.longitude IS 'Degrees east (WGS 84).';

COMMENT ON COLUMN staging.event.attributed_to IS 'Who says so, where no mention says it in its text''s own voice.';

COMMENT ON COLUMN staging.event.confidence IS 'Greatest confidence of its mentions.';

COMMENT ON COLUMN staging.event.evidence IS 'The sentence of the best mention.';

COMMENT ON COLUMN staging.event.merge_reason IS 'Why its mentions are one event: single, same_day, day_in_span or near_duplicate.';

COMMENT ON COLUMN staging.event.mention_count IS 'Mentions that tell of it.';

COMMENT ON COLUMN staging.event.article_count IS 'Articles that tell of it.';

COMMENT ON COLUMN staging.event.source_count IS 'Clusters of near-duplicate articles that tell of it: independent tellings.';

COMMENT ON COLUMN staging.event.first_reported_at IS 'First possible publication of any of its articles (start of the day, Europe/Berlin), else when that was fetched.';

COMMENT ON COLUMN staging.event.last_reported_at IS 'The same of the article published last.';

COMMENT ON COLUMN staging.event.load_id IS 'The load.';

CREATE UNLOGGED TABLE staging.event_mention (
    mention_id uuid NOT NULL,
    event_id uuid NOT NULL,
    merge_reason text NOT NULL,
    load_id uuid NOT NULL
);

COMMENT ON TABLE staging.event_mention IS 'Which mentions will tell of which staged event.';

COMMENT ON COLUMN staging.event_mention.mention_id IS 'The mention; it tells of one event.';

COMMENT ON COLUMN staging.event_mention.event_id IS 'The event.';

COMMENT ON COLUMN staging.event_mention.merge_reason IS 'Why the mention belongs to it: single, same_day, day_in_span or near_duplicate.';

COMMENT ON COLUMN staging.event_mention.load_id IS 'The load.';

CREATE UNLOGGED TABLE staging.mention (
    mention_id uuid NOT NULL,
    article_id uuid NOT NULL,
    block_id uuid NOT NULL,
    event_type text NOT NULL,
    event_mode text,
    contexts text[] NOT NULL,
    quad_class smallint NOT NULL,
    cameo_code text,
    goldstein double precision,
    status text NOT NULL,
    is_mutual boolean NOT NULL,
    source_codes text[] NOT NULL,
    target_codes text[] NOT NULL,
    date_start date,
    date_end date,
    date_precision text NOT NULL,
    date_weekday smallint,
    date_basis text,
    place_id uuid,
    place_name text,
    place_country_code text,
    latitude double precision,
    longitude double precision,
    attributed_to text,
    confidence double precision NOT NULL,
    evidence text NOT NULL,
    sentence_start integer NOT NULL,
    sentence_end integer NOT NULL,
    trigger_start integer NOT NULL,
    trigger_end integer NOT NULL,
    load_id uuid NOT NULL,
    batch_number integer NOT NULL,
    document_id uuid NOT NULL
);

COMMENT ON TABLE staging.mention IS 'The mentions of open loads, those below the threshold too.';

COMMENT ON COLUMN staging.mention.mention_id IS 'Hash of article, type, status, trigger, codes and first day.';

COMMENT ON COLUMN staging.mention.article_id IS 'The article that says it.';

COMMENT ON COLUMN staging.mention.block_id IS 'Blocking key of resolution: hash of type, status and pair; no identity.';

COMMENT ON COLUMN staging.mention.event_type IS 'PLOVER type.';

COMMENT ON COLUMN staging.mention.event_mode IS 'PLOVER mode.';

COMMENT ON COLUMN staging.mention.contexts IS 'PLOVER contexts.';

COMMENT ON COLUMN staging.mention.quad_class IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.';

COMMENT ON COLUMN staging.mention.cameo_code IS 'CAMEO code.';

COMMENT ON COLUMN staging.mention.goldstein IS 'Goldstein score of the CAMEO code.';

COMMENT ON COLUMN staging.mention.status IS 'actual, planned or denied (hypothetical only where asked for).';

COMMENT ON COLUMN staging.mention.is_mutual IS 'Whether both sides act alike.';

COMMENT ON COLUMN staging.mention.source_codes IS 'Codes of the acting side.';

COMMENT ON COLUMN staging.mention.target_codes IS 'Codes of the side acted upon.';

COMMENT ON COLUMN staging.mention.date_start IS 'First day of the interval; null if unknown.';

COMMENT ON COLUMN staging.mention.date_end IS 'Last day of the interval; null if unknown.';

COMMENT ON COLUMN staging.mention.date_precision IS 'day; span: it lasted throughout; week, month, season, year, unknown: somewhere inside.';

COMMENT ON COLUMN staging.mention.date_weekday IS 'ISO weekday that the text names (Monday is 1).';

COMMENT ON COLUMN staging.mention.date_basis IS 'How the date was found.';

COMMENT ON COLUMN staging.mention.place_id IS 'The place, in core.place.';

COMMENT ON COLUMN staging.mention.place_name IS 'Name of the place.';

COMMENT ON COLUMN staging.mention.place_country_code IS 'Country of the place.';

COMMENT ON COLUMN staging.mention.latitude IS 'Degrees north (WGS 84).';

COMMENT ON COLUMN staging.mention.longitude IS 'Degrees east (WGS 84).';

COMMENT ON COLUMN staging.mention.attributed_to IS 'Who says so, where the text does not say it in its own voice.';

COMMENT ON COLUMN staging.mention.confidence IS 'Probability that the mention is right, 0 to 1.';

COMMENT ON COLUMN staging.mention.evidence IS 'The sentence.';

COMMENT ON COLUMN staging.mention.sentence_start IS 'Where the sentence begins in the article''s text (code points).';

COMMENT ON COLUMN staging.mention.sentence_end IS 'Where it ends, exclusive.';

COMMENT ON COLUMN staging.mention.trigger_start IS 'Where the words that tell of the event begin.';

COMMENT ON COLUMN staging.mention.trigger_end IS 'Where they end, exclusive.';

COMMENT ON COLUMN staging.mention.load_id IS 'The load.';

COMMENT ON COLUMN staging.mention.batch_number IS 'The batch within the load.';

COMMENT ON COLUMN staging.mention.document_id IS 'The document of its article.';

CREATE UNLOGGED TABLE staging.mention_actor (
    mention_id uuid NOT NULL,
    side text NOT NULL,
    "position" smallint NOT NULL,
    actor_code text NOT NULL,
    actor_id uuid NOT NULL,
    name text,
    country_code text,
    sector_code text,
    role_code text,
    load_id uuid NOT NULL,
    actor_key text NOT NULL,
    actor_role_id uuid NOT NULL
);

COMMENT ON TABLE staging.mention_actor IS 'Who takes part in the mentions of open loads.';

COMMENT ON COLUMN staging.mention_actor.mention_id IS 'The mention.';

COMMENT ON COLUMN staging.mention_actor.side IS 'source or target.';

COMMENT ON COLUMN staging.mention_actor."position" IS 'Place among the actors of its side, from 0.';

COMMENT ON COLUMN staging.mention_actor.actor_code IS 'For whom it acts: a country or a body.';

COMMENT ON COLUMN staging.mention_actor.actor_id IS 'The actor, in core.actor: the known person or body, else the country or body of actor_code.';

COMMENT ON COLUMN staging.mention_actor.name IS 'Name of the person or body, most specific.';

COMMENT ON COLUMN staging.mention_actor.country_code IS 'Country of the actor.';

COMMENT ON COLUMN staging.mention_actor.sector_code IS 'PLOVER sector: GOV, MIL, LEG, …';

COMMENT ON COLUMN staging.mention_actor.role_code IS 'Office as of the event''s date.';

COMMENT ON COLUMN staging.mention_actor.load_id IS 'The load.';

COMMENT ON COLUMN staging.mention_actor.actor_key IS 'Stable key of the actor: see core.actor.';

COMMENT ON COLUMN staging.mention_actor.actor_role_id IS 'Hash of actor, codes and dates: see core.actor_role.';

CREATE UNLOGGED TABLE staging.rejection (
    load_id uuid NOT NULL,
    table_name text NOT NULL,
    row_id uuid NOT NULL,
    document_id uuid NOT NULL,
    rule text NOT NULL
);

COMMENT ON TABLE staging.rejection IS 'Rows of open loads that were moved to quarantine: what the conservation laws count.';

COMMENT ON COLUMN staging.rejection.load_id IS 'The load.';

COMMENT ON COLUMN staging.rejection.table_name IS 'document, article or mention.';

COMMENT ON COLUMN staging.rejection.row_id IS 'Key of the row in that table.';

COMMENT ON COLUMN staging.rejection.document_id IS 'The document that it came from.';

COMMENT ON COLUMN staging.rejection.rule IS 'The rule that it broke.';

ALTER TABLE ONLY core.actor
    ADD CONSTRAINT actor_actor_key_key UNIQUE (actor_key);

ALTER TABLE ONLY core.actor
    ADD CONSTRAINT actor_pkey PRIMARY KEY (actor_id);

ALTER TABLE ONLY core.actor_role
    ADD CONSTRAINT actor_role_pkey PRIMARY KEY (actor_role_id);

ALTER TABLE ONLY core.article_band
    ADD CONSTRAINT article_band_pkey PRIMARY KEY (band_hash, article_id);

ALTER TABLE ONLY core.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (article_id);

ALTER TABLE ONLY core.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (body_code);

ALTER TABLE ONLY core.cameo
    ADD CONSTRAINT cameo_pkey PRIMARY KEY (cameo_code);

ALTER TABLE ONLY core.event_mention
    ADD CONSTRAINT event_mention_pkey PRIMARY KEY (mention_id);

ALTER TABLE ONLY core.event_mode
    ADD CONSTRAINT event_mode_pkey PRIMARY KEY (event_type, event_mode);

ALTER TABLE ONLY core.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY core.event_revision
    ADD CONSTRAINT event_revision_pkey PRIMARY KEY (event_id, load_id);

ALTER TABLE ONLY core.event_status
    ADD CONSTRAINT event_status_pkey PRIMARY KEY (status);

ALTER TABLE ONLY core.event_type
    ADD CONSTRAINT event_type_pkey PRIMARY KEY (event_type);

ALTER TABLE ONLY core.mention_actor
    ADD CONSTRAINT mention_actor_pkey PRIMARY KEY (mention_id, side, "position");

ALTER TABLE ONLY core.mention
    ADD CONSTRAINT mention_pkey PRIMARY KEY (mention_id);

ALTER TABLE ONLY core.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (place_id);

ALTER TABLE ONLY core.quad_class
    ADD CONSTRAINT quad_class_pkey PRIMARY KEY (quad_class);

ALTER TABLE ONLY ops.batch
    ADD CONSTRAINT batch_pkey PRIMARY KEY (load_id, batch_number);

ALTER TABLE ONLY ops.expectation_result
    ADD CONSTRAINT expectation_result_pkey PRIMARY KEY (expectation_result_id);

ALTER TABLE ONLY ops.load_document
    ADD CONSTRAINT load_document_pkey PRIMARY KEY (load_id, document_id);

ALTER TABLE ONLY ops.load
    ADD CONSTRAINT load_pkey PRIMARY KEY (load_id);

ALTER TABLE ONLY ops.load
    ADD CONSTRAINT load_publish_number_key UNIQUE (publish_number);

ALTER TABLE ONLY ops.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (migration);

ALTER TABLE ONLY quarantine.record
    ADD CONSTRAINT record_pkey PRIMARY KEY (quarantine_id);

ALTER TABLE ONLY raw.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY staging.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (load_id, article_id);

ALTER TABLE ONLY staging.article_state
    ADD CONSTRAINT article_state_pkey PRIMARY KEY (load_id, article_id);

ALTER TABLE ONLY staging.block
    ADD CONSTRAINT block_pkey PRIMARY KEY (load_id, block_id);

ALTER TABLE ONLY staging.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (load_id, document_id);

ALTER TABLE ONLY staging.event_mention
    ADD CONSTRAINT event_mention_pkey PRIMARY KEY (load_id, mention_id);

ALTER TABLE ONLY staging.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (load_id, event_id);

ALTER TABLE ONLY staging.mention_actor
    ADD CONSTRAINT mention_actor_pkey PRIMARY KEY (load_id, mention_id, side, "position");

ALTER TABLE ONLY staging.mention
    ADD CONSTRAINT mention_pkey PRIMARY KEY (load_id, mention_id);

ALTER TABLE ONLY staging.rejection
    ADD CONSTRAINT rejection_pkey PRIMARY KEY (load_id, table_name, row_id);

CREATE INDEX actor_role_actor_id ON core.actor_role USING btree (actor_id);

CREATE INDEX article_band_article_id ON core.article_band USING btree (article_id);

CREATE INDEX article_document_id ON core.article USING btree (document_id);

CREATE INDEX article_duplicate_of_article_id ON core.article USING btree (duplicate_of_article_id) WHERE (duplicate_of_article_id IS NOT NULL);

CREATE INDEX article_published_start_date ON core.article USING btree (published_start_date);

CREATE INDEX article_representative_article_id ON core.article USING btree (representative_article_id);

CREATE INDEX article_source_location ON core.article USING btree (source, location);

CREATE INDEX article_text_hash ON core.article USING btree (text_hash);

CREATE INDEX event_block_id ON core.event USING btree (block_id);

CREATE INDEX event_date_start ON core.event USING btree (date_start);

CREATE INDEX event_mention_event_id ON core.event_mention USING btree (event_id);

CREATE INDEX event_revision_revised_at ON core.event_revision USING btree (revised_at);

CREATE INDEX mention_actor_actor_id ON core.mention_actor USING btree (actor_id);

CREATE INDEX mention_article_id ON core.mention USING btree (article_id);

CREATE INDEX mention_block_id ON core.mention USING btree (block_id);

CREATE INDEX expectation_result_load_id ON ops.expectation_result USING btree (load_id);

CREATE INDEX load_document_document_id ON ops.load_document USING btree (document_id);

CREATE INDEX record_document_id ON quarantine.record USING btree (document_id);

CREATE INDEX record_load_id ON quarantine.record USING btree (load_id);

CREATE INDEX document_source_location ON raw.document USING btree (source, location);

CREATE INDEX event_mention_load_id_event_id ON staging.event_mention USING btree (load_id, event_id);

CREATE INDEX mention_load_id_article_id ON staging.mention USING btree (load_id, article_id);

ALTER TABLE ONLY core.actor_role
    ADD CONSTRAINT actor_role_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES core.actor(actor_id);

ALTER TABLE ONLY core.article_band
    ADD CONSTRAINT article_band_article_id_fkey FOREIGN KEY (article_id) REFERENCES core.article(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY core.article
    ADD CONSTRAINT article_document_id_fkey FOREIGN KEY (document_id) REFERENCES raw.document(document_id);

ALTER TABLE ONLY core.article
    ADD CONSTRAINT article_duplicate_of_article_id_fkey FOREIGN KEY (duplicate_of_article_id) REFERENCES core.article(article_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY core.article
    ADD CONSTRAINT article_load_id_fkey FOREIGN KEY (load_id) REFERENCES ops.load(load_id);

ALTER TABLE ONLY core.article
    ADD CONSTRAINT article_representative_article_id_fkey FOREIGN KEY (representative_article_id) REFERENCES core.article(article_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY core.cameo
    ADD CONSTRAINT cameo_event_type_event_mode_fkey FOREIGN KEY (event_type, event_mode) REFERENCES core.event_mode(event_type, event_mode);

ALTER TABLE ONLY core.cameo
    ADD CONSTRAINT cameo_event_type_fkey FOREIGN KEY (event_type) REFERENCES core.event_type(event_type);

ALTER TABLE ONLY core.event
    ADD CONSTRAINT event_cameo_code_fkey FOREIGN KEY (cameo_code) REFERENCES core.cameo(cameo_code);

ALTER TABLE ONLY core.event
    ADD CONSTRAINT event_event_type_fkey FOREIGN KEY (event_type) REFERENCES core.event_type(event_type);

ALTER TABLE ONLY core.event
    ADD CONSTRAINT event_load_id_fkey FOREIGN KEY (load_id) REFERENCES ops.load(load_id);

ALTER TABLE ONLY core.event_mention
    ADD CONSTRAINT event_mention_event_id_fkey FOREIGN KEY (event_id) REFERENCES core.event(event_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY core.event_mention
    ADD CONSTRAINT event_mention_mention_id_fkey FOREIGN KEY (mention_id) REFERENCES core.mention(mention_id) ON DELETE CASCADE;

ALTER TABLE ONLY core.event_mode
    ADD CONSTRAINT event_mode_event_type_fkey FOREIGN KEY (event_type) REFERENCES core.event_type(event_type);

ALTER TABLE ONLY core.event
    ADD CONSTRAINT event_place_id_fkey FOREIGN KEY (place_id) REFERENCES core.place(place_id);

ALTER TABLE ONLY core.event_revision
    ADD CONSTRAINT event_revision_load_id_fkey FOREIGN KEY (load_id) REFERENCES ops.load(load_id);

ALTER TABLE ONLY core.event_type
    ADD CONSTRAINT event_type_quad_class_fkey FOREIGN KEY (quad_class) REFERENCES core.quad_class(quad_class);

ALTER TABLE ONLY core.mention_actor
    ADD CONSTRAINT mention_actor_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES core.actor(actor_id);

ALTER TABLE ONLY core.mention_actor
    ADD CONSTRAINT mention_actor_mention_id_fkey FOREIGN KEY (mention_id) REFERENCES core.mention(mention_id) ON DELETE CASCADE;

ALTER TABLE ONLY core.mention
    ADD CONSTRAINT mention_article_id_fkey FOREIGN KEY (article_id) REFERENCES core.article(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY core.mention
    ADD CONSTRAINT mention_cameo_code_fkey FOREIGN KEY (cameo_code) REFERENCES core.cameo(cameo_code);

ALTER TABLE ONLY core.mention
    ADD CONSTRAINT mention_event_type_fkey FOREIGN KEY (event_type) REFERENCES core.event_type(event_type);

ALTER TABLE ONLY core.mention
    ADD CONSTRAINT mention_load_id_fkey FOREIGN KEY (load_id) REFERENCES ops.load(load_id);

ALTER TABLE ONLY core.mention
    ADD CONSTRAINT mention_place_id_fkey FOREIGN KEY (place_id) REFERENCES core.place(place_id);

ALTER TABLE ONLY core.mention
    ADD CONSTRAINT mention_quad_class_fkey FOREIGN KEY (quad_class) REFERENCES core.quad_class(quad_class);

ALTER TABLE ONLY core.mention
    ADD CONSTRAINT mention_status_fkey FOREIGN KEY (status) REFERENCES core.event_status(status);

ALTER TABLE ONLY ops.batch
    ADD CONSTRAINT batch_load_id_fkey FOREIGN KEY (load_id) REFERENCES ops.load(load_id);

ALTER TABLE ONLY ops.expectation_result
    ADD CONSTRAINT expectation_result_load_id_fkey FOREIGN KEY (load_id) REFERENCES ops.load(load_id);

ALTER TABLE ONLY ops.load_document
    ADD CONSTRAINT load_document_load_id_fkey FOREIGN KEY (load_id) REFERENCES ops.load(load_id);

ALTER TABLE ONLY ops.load_document
    ADD CONSTRAINT load_document_replayed_by_load_id_fkey FOREIGN KEY (replayed_by_load_id) REFERENCES ops.load(load_id);

ALTER TABLE ONLY quarantine.record
    ADD CONSTRAINT record_load_id_fkey FOREIGN KEY (load_id) REFERENCES ops.load(load_id);

GRANT USAGE ON SCHEMA bi TO demarche_loader;
GRANT USAGE ON SCHEMA bi TO demarche_reader;

GRANT USAGE ON SCHEMA core TO demarche_loader;

GRANT USAGE ON SCHEMA ops TO demarche_loader;

GRANT USAGE ON SCHEMA quarantine TO demarche_loader;

GRANT USAGE ON SCHEMA raw TO demarche_loader;

GRANT USAGE ON SCHEMA staging TO demarche_loader;

GRANT SELECT,INSERT,UPDATE ON TABLE core.actor TO demarche_loader;

GRANT SELECT,INSERT ON TABLE core.actor_role TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.event_mention TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.mention_actor TO demarche_loader;

GRANT SELECT ON TABLE bi.actor TO demarche_loader;
GRANT SELECT ON TABLE bi.actor TO demarche_reader;

GRANT SELECT,INSERT,UPDATE ON TABLE core.article TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.mention TO demarche_loader;

GRANT SELECT,INSERT,UPDATE ON TABLE ops.load TO demarche_loader;

GRANT SELECT ON TABLE bi.article TO demarche_loader;
GRANT SELECT ON TABLE bi.article TO demarche_reader;

GRANT SELECT ON TABLE core.cameo TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.event TO demarche_loader;

GRANT SELECT ON TABLE core.event_mode TO demarche_loader;

GRANT SELECT ON TABLE core.event_status TO demarche_loader;

GRANT SELECT ON TABLE core.event_type TO demarche_loader;

GRANT SELECT ON TABLE core.quad_class TO demarche_loader;

GRANT SELECT ON TABLE bi.event TO demarche_loader;
GRANT SELECT ON TABLE bi.event TO demarche_reader;

GRANT SELECT ON TABLE bi.event_dyad TO demarche_loader;
GRANT SELECT ON TABLE bi.event_dyad TO demarche_reader;

GRANT SELECT ON TABLE bi.dyad_day TO demarche_loader;
GRANT SELECT ON TABLE bi.dyad_day TO demarche_reader;

GRANT SELECT ON TABLE bi.dyad_month TO demarche_loader;
GRANT SELECT ON TABLE bi.dyad_month TO demarche_reader;

GRANT SELECT ON TABLE bi.freshness TO demarche_loader;
GRANT SELECT ON TABLE bi.freshness TO demarche_reader;

GRANT SELECT ON TABLE bi.mention TO demarche_loader;
GRANT SELECT ON TABLE bi.mention TO demarche_reader;

GRANT SELECT ON TABLE bi.quality TO demarche_loader;
GRANT SELECT ON TABLE bi.quality TO demarche_reader;

GRANT SELECT,INSERT ON TABLE core.article_band TO demarche_loader;

GRANT SELECT ON TABLE core.body TO demarche_loader;

GRANT SELECT,INSERT ON TABLE core.event_revision TO demarche_loader;

GRANT SELECT,INSERT ON TABLE core.place TO demarche_loader;

GRANT SELECT,INSERT,UPDATE ON TABLE ops.batch TO demarche_loader;

GRANT SELECT,INSERT,UPDATE ON TABLE ops.expectation_result TO demarche_loader;

GRANT SELECT,INSERT,UPDATE ON TABLE ops.load_document TO demarche_loader;

GRANT SELECT ON TABLE ops.schema_migration TO demarche_loader;

GRANT SELECT,INSERT ON TABLE quarantine.record TO demarche_loader;

GRANT SELECT,INSERT ON TABLE raw.document TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.article TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.article_state TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.block TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.document TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.event TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.event_mention TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.mention TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.mention_actor TO demarche_loader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE staging.rejection TO demarche_loader;
