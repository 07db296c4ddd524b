#!/usr/bin/env bash
# Runs once, when the volume of the database is empty: makes the role that owns and migrates Pulso's database. The superuser stays with
# the database: Pulso knows the password of an owner that can read no file of the server and is held to row-level security.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set owner_password="${PULSO_DB_PASSWORD:?set it}" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role pulso login createrole nosuperuser nobypassrls password :'owner_password';
create database pulso owner pulso;
SQL
