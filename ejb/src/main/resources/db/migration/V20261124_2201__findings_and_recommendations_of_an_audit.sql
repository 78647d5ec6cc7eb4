-- What an audit found, and what is recommended because of it. Case codes stand in the finding for those who run audits alone.
create table finding (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  audit_id bigint not null,
  number int not null,
  text varchar(1000) not null,
  question_ref varchar(12) character set ascii collate ascii_bin,
  numerator int,
  denominator int,
  case_codes varchar(500) character set ascii collate ascii_bin,
  found_on date not null,
  recorded_by varchar(60) not null,
  recorded_at bigint not null,
  constraint uq_finding_public_id unique (public_id),
  constraint uq_finding_number unique (audit_id, number),
  constraint fk_finding_audit foreign key (audit_id) references practice_audit (id)
);

create table recommendation (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  audit_id bigint not null,
  finding_id bigint not null,
  number int not null,
  text varchar(500) not null,
  agency_id bigint not null,
  priority varchar(6) character set ascii collate ascii_bin not null,
  made_on date not null,
  due_on date not null,
  decision varchar(8) character set ascii collate ascii_bin,
  decided_on date,
  closed_on date,
  closed_as varchar(12) character set ascii collate ascii_bin,
  constraint uq_recommendation_public_id unique (public_id),
  constraint uq_recommendation_number unique (audit_id, number),
  key ix_recommendation_agency (agency_id, closed_on, due_on),
  key ix_recommendation_due (closed_on, due_on),
  constraint fk_recommendation_audit foreign key (audit_id) references practice_audit (id),
  constraint fk_recommendation_finding foreign key (finding_id) references finding (id),
  constraint fk_recommendation_agency foreign key (agency_id) references agency (id)
);

-- Append-only: what a board decided, when and why. A later decision is another row.
create table recommendation_event (
  id bigint not null auto_increment primary key,
  recommendation_id bigint not null,
  what varchar(12) character set ascii collate ascii_bin not null,
  reason varchar(1000),
  happened_on date not null,
  recorded_at bigint not null,
  recorded_by varchar(60) not null,
  for_agency varchar(20) character set ascii collate ascii_bin not null,
  key ix_recommendation_event (recommendation_id, id),
  constraint fk_recommendation_event foreign key (recommendation_id) references recommendation (id)
);
