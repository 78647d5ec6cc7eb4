-- Each version is frozen as the files that people were given. A change is another version.
create table audit_report (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  audit_id bigint not null,
  version int not null,
  headline varchar(300) not null,
  summary text not null,
  learning text not null,
  training text not null,
  made_on date not null,
  made_at bigint not null,
  made_by varchar(60) not null,
  comments_until date,
  released_on date,
  word longblob not null,
  pdf longblob not null,
  brief longblob not null,
  constraint uq_audit_report_public_id unique (public_id),
  constraint uq_audit_report_version unique (audit_id, version),
  constraint fk_audit_report_audit foreign key (audit_id) references practice_audit (id)
);

-- Append-only: what an agency said of a draft's facts, and what was done about it.
create table report_comment (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  report_id bigint not null,
  agency_id bigint not null,
  made_by varchar(60) not null,
  made_on date not null,
  made_at bigint not null,
  text varchar(1500) not null,
  late boolean not null,
  constraint uq_report_comment_public_id unique (public_id),
  constraint fk_report_comment_report foreign key (report_id) references audit_report (id),
  constraint fk_report_comment_agency foreign key (agency_id) references agency (id)
);
