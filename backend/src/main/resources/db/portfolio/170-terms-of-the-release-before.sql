--liquibase formatted sql

--changeset pulso:portfolio-170-terms-of-the-release-before splitStatements:false
-- The release before writes terms that say neither currency nor type: they are the contract's.
create function complete_terms() returns trigger language plpgsql as $$
begin
    select coalesce(new.currency, c.currency), coalesce(new.service_type, c.service_type) into new.currency, new.service_type
    from contracts c where c.tenant_id = new.tenant_id and c.id = new.contract_id;
    return new;
end $$;
create trigger complete_terms before insert on contract_changes for each row
    when (new.currency is null or new.service_type is null) execute function complete_terms();
