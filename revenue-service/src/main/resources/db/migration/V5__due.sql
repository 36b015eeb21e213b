-- What is old and tried no more is deleted.
create index delivery_to_delete on delivery (created_at) where state <> 'pending';
