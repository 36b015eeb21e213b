-- What most needs a rating: by how many peers have given one, then by kind, then by age.
create index contribution_by_kind on contribution (commons_id, rating_count, kind, position)
    where not withdrawn;
create index contribution_by_count on contribution (commons_id, rating_count, position)
    where not withdrawn;
create index contribution_by_age on contribution (commons_id, position)
    where not withdrawn;
