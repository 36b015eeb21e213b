-- Of the transactions that notify only one commits at a time, each waiting for the disk of the one before:
-- who has recorded events says so after its commit (OutboxRelay.wake).
drop trigger event_appended on event;
drop function notify_outbox();
