--liquibase formatted sql

--changeset pulso:platform-040-changes-settled splitStatements:false
-- Up to when the changes of records are all there to be read: whoever has seen the changes before this instant misses
-- none, however late a transaction commits. A change is stamped while its transaction runs, so none is older than the oldest
-- transaction that is still open; the clocks of the nodes that stamp may differ by the two seconds. Ask in a statement of
-- its own before reading the changes: what commits in between is then too new, not lost.
create function changes_settled() returns timestamptz
    language sql stable
    return (select least(min(xact_start), clock_timestamp()) - interval '2 seconds'
            from pg_stat_activity
            where datname = current_database() and usename = current_user and pid <> pg_backend_pid());
