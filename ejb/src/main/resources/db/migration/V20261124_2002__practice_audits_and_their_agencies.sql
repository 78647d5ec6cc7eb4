-- A practice audit: several agencies look at the same work and answer on their own. Its state is where it stands now;
-- how it came there is told by audit_event and by the steps.
create table practice_audit (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  code varchar(20) character set ascii collate ascii_bin not null,
  title varchar(200) not null,
  theme varchar(200) not null,
  question varchar(1000) not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  owner_id bigint not null,
  programme_line_id bigint,
  tool_version_id bigint,
  grading_scheme varchar(20) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  paused_from varchar(12) character set ascii collate ascii_bin,
  period_from date not null,
  period_until date not null,
  scope_approved_on date,
  scope_minute varchar(200),
  returns_due_on date,
  returns_closed_on date,
  report_minute varchar(200),
  closed_on date,
  released_on date,
  reaudit_of_id bigint,
  created_at bigint not null,
  created_by varchar(60) not null,
  version bigint not null default 0,
  constraint uq_practice_audit_public_id unique (public_id),
  constraint uq_practice_audit_code unique (code),
  key ix_practice_audit_state (state, returns_due_on),
  constraint fk_practice_audit_owner foreign key (owner_id) references agency (id),
  constraint fk_practice_audit_reaudit_of foreign key (reaudit_of_id) references practice_audit (id)
);

-- Who takes part and as what. An agency that withdraws keeps what it returned; the row says since when and why.
create table audit_agency (
  id bigint not null auto_increment primary key,
  audit_id bigint not null,
  agency_id bigint not null,
  part varchar(12) character set ascii collate ascii_bin not null,
  receipt_on date,
  receipt_by varchar(60),
  withdrawn_on date,
  withdrawn_reason varchar(500),
  constraint uq_audit_agency unique (audit_id, agency_id),
  key ix_audit_agency_agency (agency_id, audit_id),
  constraint fk_audit_agency_audit foreign key (audit_id) references practice_audit (id),
  constraint fk_audit_agency_agency foreign key (agency_id) references agency (id)
);
