--liquibase formatted sql

--changeset pulso:platform-130-texts splitStatements:false
-- What kernel.Texts takes for nothing, in SQL: format characters and zero-width ones go, spaces of every kind and control
-- characters are one blank, none at the ends. A test holds the two lists together.
create function plain_text(input text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(
        regexp_replace(input, '[\u00AD\u0600-\u0605\u061C\u06DD\u070F\u0890-\u0891\u08E2\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]+', '', 'g'),
        '[\u0001-\u0020\u007F-\u00A0\u115F-\u1160\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000\u3164\uFFA0]+', ' ', 'g'));

--changeset pulso:platform-130-name-key splitStatements:false
-- What the spellings of one name have in common. Kept in a column of its own by whoever looks for names: under row-level
-- security an index serves a plain comparison of a stored value only, because functions are not leakproof.
create function name_key(input text) returns text
    language sql immutable strict parallel safe
    return normalize_search(plain_text(input));

--changeset pulso:platform-130-audit-hidden splitStatements:false
create or replace function audit_hidden_columns() returns text[]
    language sql immutable parallel safe
    return array['password_hash', 'token_hash', 'refresh_hash', 'key_hash', 'secret', 'secret_hash', 'totp_secret',
                 'search', 'answer', 'name_key'];
