-- A year runs from April to March and is named after the year in which it begins.
create table programme (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  year int not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  proposed_on date,
  approved_on date,
  created_at bigint not null,
  created_by varchar(60) not null,
  constraint uq_programme_public_id unique (public_id),
  constraint uq_programme_year unique (year)
);

-- Each board speaks for itself.
create table programme_approval (
  id bigint not null auto_increment primary key,
  programme_id bigint not null,
  board varchar(100) not null,
  minute varchar(200) not null,
  approved_on date not null,
  approved_by varchar(60) not null,
  constraint uq_programme_approval unique (programme_id, board),
  constraint fk_programme_approval_programme foreign key (programme_id) references programme (id)
);

create table programme_line (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  programme_id bigint not null,
  position int not null,
  theme varchar(200) not null,
  why varchar(500) not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  lead_name varchar(120) not null,
  quarter_from int not null,
  quarter_until int not null,
  sample int,
  hours int,
  tests varchar(300) not null,
  topics varchar(100) character set ascii collate ascii_bin not null,
  recurrence varchar(10) character set ascii collate ascii_bin not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  constraint uq_programme_line_public_id unique (public_id),
  constraint fk_programme_line_programme foreign key (programme_id) references programme (id)
);

create table programme_line_agency (
  line_id bigint not null,
  agency_id bigint not null,
  primary key (line_id, agency_id),
  key ix_programme_line_agency (agency_id, line_id),
  constraint fk_line_agency_line foreign key (line_id) references programme_line (id),
  constraint fk_line_agency_agency foreign key (agency_id) references agency (id)
);

-- After approval nothing changes but by a change with its reason, and the independent chair decides.
create table programme_change (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  line_id bigint not null,
  what varchar(10) character set ascii collate ascii_bin not null,
  quarter_from int,
  quarter_until int,
  reason varchar(500) not null,
  asked_on date not null,
  asked_by varchar(60) not null,
  decision varchar(10) character set ascii collate ascii_bin,
  decided_on date,
  decided_by varchar(60),
  decision_note varchar(500),
  constraint uq_programme_change_public_id unique (public_id),
  key ix_programme_change_line (line_id, id),
  constraint fk_programme_change_line foreign key (line_id) references programme_line (id)
);

alter table practice_audit
  add constraint fk_practice_audit_line foreign key (programme_line_id) references programme_line (id);
