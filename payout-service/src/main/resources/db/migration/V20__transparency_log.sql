-- The transparency log (docs/adr/0029): all entries of all commons in one Merkle tree (RFC 6962), of
-- which everybody can read the hashes. What is in it stays as it is, and where it is.

-- A log is its database's: one that begins anew in another bears another name, and so never
-- contradicts what this one has said.
create table tree (
    log_id text primary key check (log_id ~ '^[0-9a-f]{8}$')
);
insert into tree select left(replace(gen_random_uuid()::text, '-', ''), 8);

create table tree_leaf (
    -- From 0 on, without a gap.
    position bigint primary key,
    entry_id uuid   not null unique,
    -- As it stands in the chain: SHA-256 of the canonical entry.
    hash     bytea  not null check (length(hash) = 32)
);

-- The roots of all full subtrees; of level 0, the hashes of leaves.
create table tree_node (
    level    int    not null,
    position bigint not null,
    hash     bytea  not null check (length(hash) = 32),
    primary key (level, position)
);

-- Every checkpoint there was.
create table tree_head (
    size         bigint      primary key,
    root         bytea       not null check (length(root) = 32),
    published_at timestamptz not null default now()
);

-- How far the chain of each commons is in the tree.
create table tree_progress (
    commons_id text   primary key,
    sequence   bigint not null
);

create trigger tree_append_only before update or delete or truncate on tree
    for each statement execute function refuse_change();
create trigger tree_leaf_append_only before update or delete or truncate on tree_leaf
    for each statement execute function refuse_change();
create trigger tree_node_append_only before update or delete or truncate on tree_node
    for each statement execute function refuse_change();
create trigger tree_head_append_only before update or delete or truncate on tree_head
    for each statement execute function refuse_change();
revoke update, delete, truncate on tree, tree_leaf, tree_node, tree_head from current_user;
