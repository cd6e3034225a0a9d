-- Who may do what. Three roles: the owner migrates, the loader writes rows and no DDL, the reader sees bi.
-- On a Postgres of your own an administrator runs the first part once; `demarche migrate` runs the second every time.
-- Log in as these roles, or as members of them.

-- name: create_roles
DO $$
BEGIN
    IF to_regrole('demarche_owner') IS NULL THEN
        CREATE ROLE demarche_owner NOLOGIN;
    END IF;
    IF to_regrole('demarche_loader') IS NULL THEN
        CREATE ROLE demarche_loader NOLOGIN;
        ALTER ROLE demarche_loader SET statement_timeout = '30min';
        ALTER ROLE demarche_loader SET lock_timeout = '60s';
        ALTER ROLE demarche_loader SET idle_in_transaction_session_timeout = '10min';
    END IF;
    IF to_regrole('demarche_reader') IS NULL THEN
        CREATE ROLE demarche_reader NOLOGIN;
        ALTER ROLE demarche_reader SET default_transaction_read_only = on;
        ALTER ROLE demarche_reader SET statement_timeout = '60s';
    END IF;
END
$$;

-- name: grants
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO demarche_loader, demarche_reader', current_database());
END
$$;
REVOKE ALL ON ALL TABLES IN SCHEMA raw, core, staging, quarantine, ops, bi FROM PUBLIC, demarche_loader, demarche_reader;
REVOKE ALL ON SCHEMA raw, core, staging, quarantine, ops, bi FROM PUBLIC, demarche_loader, demarche_reader;

GRANT USAGE ON SCHEMA raw, core, staging, quarantine, ops, bi TO demarche_loader;
GRANT SELECT ON ALL TABLES IN SCHEMA raw, core, staging, quarantine, ops, bi TO demarche_loader;
GRANT INSERT ON raw.document, quarantine.record TO demarche_loader;
GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA staging TO demarche_loader;
GRANT INSERT, UPDATE ON ops.load, ops.batch, ops.load_document, ops.expectation_result TO demarche_loader;
GRANT INSERT, UPDATE ON core.article, core.actor TO demarche_loader;
GRANT INSERT ON core.article_band, core.actor_role, core.place, core.event_revision TO demarche_loader;
GRANT INSERT, UPDATE, DELETE ON core.mention, core.mention_actor, core.event, core.event_mention TO demarche_loader;

GRANT USAGE ON SCHEMA bi TO demarche_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA bi TO demarche_reader;
