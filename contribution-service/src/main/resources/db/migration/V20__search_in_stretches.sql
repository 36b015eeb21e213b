-- Words with digits lose their accents, too ("Modèle3"), and so do words whose accents are
-- characters of their own (NFD).
alter text search configuration folded
    alter mapping for numword, numhword, hword_numpart with unaccent, simple;

-- A large work has thousands of words, and each was compared with each.
create or replace function words_of(search tsvector) returns setof text language sql immutable as $$
    with place as materialized (
        select lexeme, cast(position as int) from unnest(search), unnest(positions) position)
    select lexeme from place
    union
    select one.lexeme || ' ' || next.lexeme
    from place one join place next on next.position = one.position + 1
$$;

-- All works are read anew. No search uses an index of all words any more: candidates come from
-- contribution_word, the newest first.
drop trigger contribution_has_words on contribution;
drop trigger contribution_has_other_words on contribution;
truncate contribution_word;
alter table contribution drop column search;
alter table contribution add column search tsvector not null generated always as (
    setweight(to_tsvector('folded', normalize(title, NFC)), 'A')
    || setweight(to_tsvector('folded', kind), 'B')
    || setweight(jsonb_to_tsvector('folded', authors, '["string"]'), 'C')
    || setweight(to_tsvector('folded', licence), 'D')) stored;

insert into contribution_word (commons_id, word, contribution_id)
select commons_id, word, contribution_id
from contribution, words_of(search) word;

create trigger contribution_has_words after insert on contribution
    for each row execute function write_words();

create trigger contribution_has_other_words after update on contribution
    for each row when (old.search is distinct from new.search) execute function write_words();

-- Where a charter's event stands in the log is looked up by its id; and a record that someone put
-- into another partition by hand is at no place of ours.
drop index commons_event_of_charter;
create index commons_event_of_charter on commons_event (commons_id, event_id)
    where type in ('CommonsFounded.v1', 'CharterAmended.v1');
alter table commons_event drop constraint commons_event_pkey;
alter table commons_event add primary key (commons_id, log_offset, log_partition);
