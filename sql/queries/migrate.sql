-- What the runner of migrations asks and notes.

-- name: lock_migrations
SELECT pg_advisory_xact_lock(hashtextextended('demarche.migrate', 0))

-- name: create_migration_table
CREATE SCHEMA IF NOT EXISTS ops;
COMMENT ON SCHEMA ops IS 'What ran: loads, batches, outcomes, checks, migrations.';
CREATE TABLE IF NOT EXISTS ops.schema_migration (
    migration  text PRIMARY KEY,
    checksum   text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE ops.schema_migration IS 'The migrations that this database has had.';
COMMENT ON COLUMN ops.schema_migration.migration IS 'File name of the migration; views stands for all of sql/views.';
COMMENT ON COLUMN ops.schema_migration.checksum IS 'SHA-256 of its text: a migration is never changed once applied.';
COMMENT ON COLUMN ops.schema_migration.applied_at IS 'When it was applied.';

-- name: has_migration_table
SELECT to_regclass('ops.schema_migration') IS NOT NULL

-- name: applied_migrations
SELECT migration, checksum FROM ops.schema_migration

-- name: note_migration
INSERT INTO ops.schema_migration (migration, checksum) VALUES (%(migration)s, %(checksum)s)
ON CONFLICT (migration) DO UPDATE SET checksum = excluded.checksum, applied_at = now()

-- name: drop_views
DROP SCHEMA IF EXISTS bi CASCADE;
CREATE SCHEMA bi;
COMMENT ON SCHEMA bi IS 'Views for analysts: all that a reader sees.';

-- name: missing_roles
SELECT name FROM unnest(ARRAY['demarche_owner', 'demarche_loader', 'demarche_reader']) AS name
WHERE to_regrole(name) IS NULL

-- name: can_be_owner
SELECT current_user <> 'demarche_owner' AND pg_has_role(current_user, 'demarche_owner', 'MEMBER')
   AND has_database_privilege('demarche_owner', current_database(), 'CREATE')

-- name: become_owner
SET LOCAL ROLE demarche_owner

-- name: is_member
SELECT pg_has_role(%(login)s, 'demarche_loader', 'MEMBER') FROM pg_roles WHERE rolname = %(login)s

-- name: upsert_quad_class
INSERT INTO core.quad_class AS old (quad_class, label_de, label_en) VALUES (%s, %s, %s)
ON CONFLICT (quad_class) DO UPDATE SET label_de = excluded.label_de, label_en = excluded.label_en
WHERE (old.*) IS DISTINCT FROM (excluded.*)

-- name: upsert_event_status
INSERT INTO core.event_status AS old (status, label_de, label_en) VALUES (%s, %s, %s)
ON CONFLICT (status) DO UPDATE SET label_de = excluded.label_de, label_en = excluded.label_en
WHERE (old.*) IS DISTINCT FROM (excluded.*)

-- name: upsert_event_type
INSERT INTO core.event_type AS old (event_type, quad_class, score, symmetry, label_de, label_en)
VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (event_type) DO UPDATE
SET quad_class = excluded.quad_class, score = excluded.score, symmetry = excluded.symmetry,
    label_de = excluded.label_de, label_en = excluded.label_en
WHERE (old.*) IS DISTINCT FROM (excluded.*)

-- name: upsert_event_mode
INSERT INTO core.event_mode AS old (event_type, event_mode, score, label_de, label_en)
VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (event_type, event_mode) DO UPDATE
SET score = excluded.score, label_de = excluded.label_de, label_en = excluded.label_en
WHERE (old.*) IS DISTINCT FROM (excluded.*)

-- name: upsert_cameo
INSERT INTO core.cameo AS old (cameo_code, name, goldstein, event_type, event_mode, contexts)
VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (cameo_code) DO UPDATE
SET name = excluded.name, goldstein = excluded.goldstein, event_type = excluded.event_type,
    event_mode = excluded.event_mode, contexts = excluded.contexts
WHERE (old.*) IS DISTINCT FROM (excluded.*)

-- name: upsert_body
INSERT INTO core.body AS old (body_code, label_de, label_en, kind)
VALUES (%s, %s, %s, %s)
ON CONFLICT (body_code) DO UPDATE
SET label_de = excluded.label_de, label_en = excluded.label_en, kind = excluded.kind
WHERE (old.*) IS DISTINCT FROM (excluded.*)
