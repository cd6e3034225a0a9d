-- One row an actor.

CREATE VIEW bi.actor AS
SELECT a.actor_id,
       a.actor_key,
       a.kind,
       a.country_code,
       a.name,
       a.names,
       ARRAY(SELECT DISTINCT r.role_code FROM core.actor_role AS r
             WHERE r.actor_id = a.actor_id AND r.role_code IS NOT NULL ORDER BY r.role_code) AS role_codes,
       (SELECT count(DISTINCT em.event_id)
        FROM core.mention_actor AS ma JOIN core.event_mention AS em USING (mention_id)
        WHERE ma.actor_id = a.actor_id) AS event_count
FROM core.actor AS a;
COMMENT ON VIEW bi.actor IS 'Actors: states, bodies and known persons.';
COMMENT ON COLUMN bi.actor.actor_id IS 'Key of the actor.';
COMMENT ON COLUMN bi.actor.actor_key IS 'Code of a state or body, or the stable name of a person.';
COMMENT ON COLUMN bi.actor.kind IS 'state, organisation, armed_group, or named (a person or body with an id of its own).';
COMMENT ON COLUMN bi.actor.country_code IS 'The country that it is or belongs to.';
COMMENT ON COLUMN bi.actor.name IS 'Its name.';
COMMENT ON COLUMN bi.actor.names IS 'All names under which texts have it.';
COMMENT ON COLUMN bi.actor.role_codes IS 'Offices in which it appears.';
COMMENT ON COLUMN bi.actor.event_count IS 'Events in which it takes part under this name; a state''s persons count for themselves.';
