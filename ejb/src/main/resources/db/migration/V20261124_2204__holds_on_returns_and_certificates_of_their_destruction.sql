-- A hold stops all destruction, of one audit or (without one) of every audit, until it is lifted.
create table retention_hold (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  audit_id bigint,
  reason varchar(500) not null,
  placed_on date not null,
  placed_at bigint not null,
  placed_by varchar(60) not null,
  lifted_on date,
  lifted_by varchar(60),
  lifted_reason varchar(500),
  constraint uq_retention_hold_public_id unique (public_id),
  key ix_retention_hold (lifted_on, audit_id),
  constraint fk_retention_hold_audit foreign key (audit_id) references practice_audit (id)
);

create table destruction_certificate (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  audit_id bigint not null,
  destroyed_on date not null,
  destroyed_at bigint not null,
  destroyed_by varchar(60) not null,
  rule varchar(300) not null,
  returns int not null,
  cases int not null,
  answers int not null,
  grades int not null,
  moderations int not null,
  fingerprint char(64) character set ascii collate ascii_bin not null,
  constraint uq_destruction_certificate_public_id unique (public_id),
  constraint uq_destruction_certificate_audit unique (audit_id),
  constraint fk_destruction_certificate_audit foreign key (audit_id) references practice_audit (id)
);
