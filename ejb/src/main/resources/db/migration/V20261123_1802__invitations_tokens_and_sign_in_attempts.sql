-- Secrets are kept as SHA-256 of 256 random bits (nothing to guess), passwords as Argon2id in member.
create table invitation (
  id bigint not null auto_increment primary key,
  member_id bigint not null,
  secret_hash char(64) character set ascii collate ascii_bin not null,
  invited_by varchar(60) not null,
  expires_at bigint not null,
  used_at bigint,
  constraint uq_invitation_secret unique (secret_hash),
  key ix_invitation_member (member_id),
  constraint fk_invitation_member foreign key (member_id) references member (id)
);

create table access_token (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  member_id bigint not null,
  agency_id bigint not null,
  label varchar(100) not null,
  secret_hash char(64) character set ascii collate ascii_bin not null,
  created_at bigint not null,
  last_used_at bigint,
  revoked_at bigint,
  constraint uq_access_token_public_id unique (public_id),
  constraint uq_access_token_secret unique (secret_hash),
  key ix_access_token_member (member_id),
  constraint fk_access_token_member foreign key (member_id) references member (id),
  constraint fk_access_token_agency foreign key (agency_id) references agency (id)
);

-- Failed attempts only, by account and by address, to throttle on every node alike.
create table sign_in_failure (
  id bigint not null auto_increment primary key,
  account varchar(60) not null,
  address varchar(64) character set ascii collate ascii_bin not null,
  at bigint not null,
  key ix_sign_in_failure_account (account, at),
  key ix_sign_in_failure_address (address, at)
);
