--liquibase formatted sql

--changeset pulso:identity-170-invitation-links
-- Of a link that who invites hands over by other ways than mail. A second hash, because who joins by this one has proved
-- no mailbox; named as the audit trail knows what it must not keep.
alter table invitations add column secret_hash bytea;
