-- A case is a random code, unique to the audit. Which child it is, is written nowhere in the portal. Bands and groups
-- only: no name, date of birth, number, postcode or school.
create table audit_case (
  id bigint not null auto_increment primary key,
  audit_id bigint not null,
  code varchar(30) character set ascii collate ascii_bin not null,
  position int not null,
  stratum varchar(100) not null,
  reserve boolean not null,
  status varchar(12) character set ascii collate ascii_bin not null,
  replaced_by_id bigint,
  reason varchar(500),
  decided_by_agency_id bigint,
  decided_on date,
  referring_agency_id bigint,
  age_band varchar(20),
  sex varchar(20),
  ethnicity_group varchar(60),
  district varchar(60),
  outcome varchar(60),
  referral_on date,
  constraint uq_audit_case_code unique (code),
  constraint uq_audit_case_position unique (audit_id, position),
  constraint fk_audit_case_audit foreign key (audit_id) references practice_audit (id),
  constraint fk_audit_case_replaced_by foreign key (replaced_by_id) references audit_case (id),
  constraint fk_audit_case_decided_by foreign key (decided_by_agency_id) references agency (id),
  constraint fk_audit_case_referring foreign key (referring_agency_id) references agency (id)
);
