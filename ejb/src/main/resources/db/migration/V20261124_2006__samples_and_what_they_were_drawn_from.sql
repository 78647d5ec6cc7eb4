-- How a sample was drawn, so that the draw can be made again: method, seed and sizes, and fingerprints of what went in and
-- what came out. Population codes are here only from their upload until the list of codes is taken; then they are gone.
create table sample_draw (
  id bigint not null auto_increment primary key,
  audit_id bigint not null,
  seed varchar(40) character set ascii collate ascii_bin not null,
  method varchar(2000) not null,
  strata text not null,
  reserve_percent int not null,
  population_fingerprint char(64) character set ascii collate ascii_bin not null,
  draw_fingerprint char(64) character set ascii collate ascii_bin not null,
  drawn_on date not null,
  drawn_at bigint not null,
  drawn_by varchar(60) not null,
  codes_taken_at bigint,
  codes_taken_by varchar(60),
  key ix_sample_draw_audit (audit_id, id),
  constraint fk_sample_draw_audit foreign key (audit_id) references practice_audit (id)
);

create table population (
  id bigint not null auto_increment primary key,
  audit_id bigint not null,
  code varchar(30) character set utf8mb4 collate utf8mb4_bin not null,
  stratum varchar(100) not null,
  referring_agency_id bigint,
  age_band varchar(20),
  sex varchar(20),
  ethnicity_group varchar(60),
  district varchar(60),
  outcome varchar(60),
  referral_on date,
  case_code varchar(30) character set ascii collate ascii_bin,
  constraint uq_population_code unique (audit_id, code),
  constraint fk_population_audit foreign key (audit_id) references practice_audit (id),
  constraint fk_population_referring foreign key (referring_agency_id) references agency (id)
);
