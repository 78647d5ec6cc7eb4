-- While waiting_since stands, the role gives nothing. asked_by is who gave it, or made its holder a new link: anybody but
-- they may confirm it.
alter table member_role
  add column waiting_since bigint,
  add column asked_by varchar(60),
  add column confirmed_at bigint,
  add column confirmed_by varchar(60);
