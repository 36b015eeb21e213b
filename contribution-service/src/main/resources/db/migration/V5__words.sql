-- Which words a contribution has, newest first for each: the index of all words (contribution_search)
-- knows which contributions hold a word, but not which of them are the newest. Two words that follow one
-- another count as a word too ('blue table'): of a phrase's words alone most are elsewhere.
create table contribution_word (
    commons_id      uuid not null,
    word            text not null,
    contribution_id uuid not null references contribution,
    primary key (commons_id, word, contribution_id)
);

-- Words are as unevenly frequent as in language: the planner is to know more of them by name.
alter table contribution_word alter column word set statistics 1000;

create function words_of(search tsvector) returns setof text language sql immutable as $$
    select lexeme from unnest(search)
    union
    select w.lexeme || ' ' || next.lexeme
    from unnest(search) w, unnest(w.positions) position, unnest(search) next
    where position + 1 = any(next.positions)
$$;

create function write_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from contribution_word
        where commons_id = old.commons_id and contribution_id = old.contribution_id
        and word = any(array(select words_of(old.search)));
    end if;
    insert into contribution_word (commons_id, word, contribution_id)
    select new.commons_id, word, new.contribution_id
    from words_of(new.search) word;
    return null;
end $$;

create trigger contribution_has_words after insert on contribution
    for each row execute function write_words();

create trigger contribution_has_other_words after update on contribution
    for each row when (old.search is distinct from new.search) execute function write_words();

-- Of what there is already.
insert into contribution_word (commons_id, word, contribution_id)
select commons_id, word, contribution_id
from contribution, words_of(search) word;
