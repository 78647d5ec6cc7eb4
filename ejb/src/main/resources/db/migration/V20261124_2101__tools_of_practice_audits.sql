-- What an audit asks. A version that has been used is never changed: the next one is another version, with a bridge.
create table audit_tool (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  name varchar(120) not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  made_at bigint not null,
  made_by varchar(60) not null,
  constraint uq_audit_tool_public_id unique (public_id),
  constraint uq_audit_tool_name unique (name)
);

create table tool_version (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  tool_id bigint not null,
  number int not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  note varchar(500),
  made_at bigint not null,
  made_by varchar(60) not null,
  frozen_at bigint,
  constraint uq_tool_version_public_id unique (public_id),
  constraint uq_tool_version_number unique (tool_id, number),
  constraint fk_tool_version_tool foreign key (tool_id) references audit_tool (id)
);

-- ref is the key that stays the same across versions and agency variants.
create table tool_question (
  id bigint not null auto_increment primary key,
  version_id bigint not null,
  ref varchar(12) character set ascii collate ascii_bin not null,
  section varchar(4) character set ascii collate ascii_bin not null,
  section_title varchar(120) not null,
  position int not null,
  text varchar(500) not null,
  guidance varchar(1000),
  evidence varchar(300),
  answer_kind varchar(10) character set ascii collate ascii_bin not null,
  answered_by varchar(10) character set ascii collate ascii_bin not null,
  critical_when varchar(10) character set ascii collate ascii_bin,
  critical_caps varchar(10) character set ascii collate ascii_bin,
  weight decimal(5,2) not null,
  scored boolean not null,
  choices text not null,
  condition_ref varchar(12) character set ascii collate ascii_bin,
  condition_value varchar(20) character set ascii collate ascii_bin,
  agency_variant varchar(20) character set ascii collate ascii_bin,
  grade_subject varchar(10) character set ascii collate ascii_bin,
  constraint uq_tool_question_ref unique (version_id, ref),
  constraint uq_tool_question_position unique (version_id, position),
  constraint fk_tool_question_version foreign key (version_id) references tool_version (id)
);

-- Which question of an older version a question of a newer one can be compared with.
create table tool_bridge (
  from_version bigint not null,
  to_version bigint not null,
  ref_from varchar(12) character set ascii collate ascii_bin not null,
  ref_to varchar(12) character set ascii collate ascii_bin not null,
  note varchar(300),
  primary key (from_version, to_version, ref_from),
  constraint fk_bridge_from foreign key (from_version) references tool_version (id),
  constraint fk_bridge_to foreign key (to_version) references tool_version (id)
);
