-- The clock of an audit: each step so many working days after the scope's or the report's approval, editable an audit.
create table audit_step (
  id bigint not null auto_increment primary key,
  audit_id bigint not null,
  step varchar(16) character set ascii collate ascii_bin not null,
  position int not null,
  counts_from varchar(10) character set ascii collate ascii_bin not null,
  offset_days int not null,
  due_on date,
  done_on date,
  constraint uq_audit_step unique (audit_id, step),
  key ix_audit_step_due (due_on, audit_id),
  constraint fk_audit_step_audit foreign key (audit_id) references practice_audit (id)
);

-- Append-only: what happened to an audit, on which day, by whom, for what reason. The past is read from here.
create table audit_event (
  id bigint not null auto_increment primary key,
  audit_id bigint not null,
  happened_on date not null,
  recorded_at bigint not null,
  recorded_by varchar(60) not null,
  what varchar(30) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  agency_id bigint,
  step varchar(16) character set ascii collate ascii_bin,
  detail varchar(500) not null,
  reason varchar(1000),
  key ix_audit_event_audit (audit_id, happened_on, id),
  constraint fk_audit_event_audit foreign key (audit_id) references practice_audit (id),
  constraint fk_audit_event_agency foreign key (agency_id) references agency (id)
);
