-- One return an agency and audit; one row a case and part in it; one row an answer. No row names a child.
create table agency_return (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  audit_id bigint not null,
  agency_id bigint not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  round int not null,
  opened_at bigint not null,
  signed_by bigint,
  signed_at bigint,
  reopened_at bigint,
  constraint uq_agency_return_public_id unique (public_id),
  constraint uq_agency_return_agency unique (audit_id, agency_id),
  key ix_agency_return_agency (agency_id, audit_id),
  constraint fk_agency_return_audit foreign key (audit_id) references practice_audit (id),
  constraint fk_agency_return_agency foreign key (agency_id) references agency (id),
  constraint fk_agency_return_signed_by foreign key (signed_by) references member (id)
);

create table return_case (
  id bigint not null auto_increment primary key,
  return_id bigint not null,
  case_id bigint not null,
  part varchar(10) character set ascii collate ascii_bin not null,
  known boolean,
  known_by bigint,
  known_at bigint,
  auditor_member_id bigint,
  declared_by bigint,
  declared_at bigint,
  concern varchar(3) character set ascii collate ascii_bin,
  concern_at bigint,
  concern_told varchar(200),
  concern_by bigint,
  concern_recorded_at bigint,
  completed_at bigint,
  completed_by bigint,
  constraint uq_return_case unique (return_id, case_id, part),
  key ix_return_case_case (case_id, return_id),
  key ix_return_case_auditor (auditor_member_id, return_id),
  constraint fk_return_case_return foreign key (return_id) references agency_return (id),
  constraint fk_return_case_case foreign key (case_id) references audit_case (id),
  constraint fk_return_case_auditor foreign key (auditor_member_id) references member (id)
);

-- version goes up with each save: two people on one return never overwrite each other unseen.
create table answer (
  return_case_id bigint not null,
  question_id bigint not null,
  value varchar(20) character set ascii collate ascii_bin,
  note varchar(2000),
  confirmed varchar(60) character set ascii collate ascii_bin,
  answered_by bigint not null,
  answered_at bigint not null,
  version int not null,
  primary key (return_case_id, question_id),
  key ix_answer_question (question_id, value),
  constraint fk_answer_return_case foreign key (return_case_id) references return_case (id),
  constraint fk_answer_question foreign key (question_id) references tool_question (id),
  constraint fk_answer_by foreign key (answered_by) references member (id)
);

create table self_grade (
  return_case_id bigint not null,
  subject varchar(10) character set ascii collate ascii_bin not null,
  grade varchar(30) character set ascii collate ascii_bin not null,
  reason varchar(2000) not null,
  confirmed varchar(60) character set ascii collate ascii_bin,
  graded_by bigint not null,
  graded_at bigint not null,
  version int not null,
  primary key (return_case_id, subject),
  constraint fk_self_grade_return_case foreign key (return_case_id) references return_case (id),
  constraint fk_self_grade_by foreign key (graded_by) references member (id)
);

-- Reopening asks for two people and a reason. What had been signed is copied first and stays.
create table return_reopening (
  id bigint not null auto_increment primary key,
  return_id bigint not null,
  round int not null,
  reason varchar(1000) not null,
  asked_by bigint not null,
  asked_at bigint not null,
  agreed_by bigint,
  agreed_at bigint,
  constraint uq_return_reopening unique (return_id, round),
  constraint fk_reopening_return foreign key (return_id) references agency_return (id),
  constraint fk_reopening_asked_by foreign key (asked_by) references member (id),
  constraint fk_reopening_agreed_by foreign key (agreed_by) references member (id)
);

create table answer_as_signed (
  return_case_id bigint not null,
  question_id bigint not null,
  round int not null,
  value varchar(20) character set ascii collate ascii_bin,
  note varchar(2000),
  confirmed varchar(60) character set ascii collate ascii_bin,
  answered_by bigint not null,
  answered_at bigint not null,
  primary key (return_case_id, question_id, round),
  constraint fk_as_signed_return_case foreign key (return_case_id) references return_case (id)
);

create table self_grade_as_signed (
  return_case_id bigint not null,
  subject varchar(10) character set ascii collate ascii_bin not null,
  round int not null,
  grade varchar(30) character set ascii collate ascii_bin not null,
  reason varchar(2000) not null,
  graded_by bigint not null,
  graded_at bigint not null,
  primary key (return_case_id, subject, round),
  constraint fk_grade_as_signed_return_case foreign key (return_case_id) references return_case (id)
);
