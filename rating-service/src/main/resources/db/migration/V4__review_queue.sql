-- What most needs a rating: by how many peers have given one, by kind, by age. One index for each
-- step of the order (PostgresReviewCandidates).
create index contribution_by_count_and_kind on contribution
    (commons_id, rating_count, kind, position)
    where not withdrawn;
create index contribution_by_count on contribution (commons_id, rating_count, position)
    where not withdrawn;
create index contribution_of_kind on contribution (commons_id, kind, position)
    where not withdrawn;
create index contribution_by_age on contribution (commons_id, position)
    where not withdrawn;

-- What someone has rated already.
create index rating_of_rater on rating (commons_id, rater_id, contribution_id)
    where retracted_at is null;
