-- Disagreements between agencies: who, at which stage, about what kind of thing, how long. No room for a child.
create table escalation (
  id bigint not null auto_increment primary key,
  reference char(9) character set ascii collate ascii_bin not null,
  agency_id bigint not null,
  other_agency_id bigint not null,
  member_id bigint not null,
  theme varchar(20) character set ascii collate ascii_bin not null,
  begun_on date not null,
  stage tinyint not null,
  stage_since date not null,
  ended_on date,
  outcome varchar(20) character set ascii collate ascii_bin,
  constraint uq_escalation_reference unique (reference),
  key ix_escalation_agency (agency_id, begun_on),
  key ix_escalation_other (other_agency_id, begun_on),
  key ix_escalation_begun (begun_on),
  constraint fk_escalation_agency foreign key (agency_id) references agency (id),
  constraint fk_escalation_other foreign key (other_agency_id) references agency (id),
  constraint fk_escalation_member foreign key (member_id) references member (id)
);

-- Append-only: each stage that was reached, and the end.
create table escalation_step (
  id bigint not null auto_increment primary key,
  escalation_id bigint not null,
  stage tinyint not null,
  reached_on date not null,
  outcome varchar(20) character set ascii collate ascii_bin,
  agency_id bigint not null,
  member_id bigint not null,
  recorded_at bigint not null,
  key ix_escalation_step (escalation_id, id),
  constraint fk_escalation_step_escalation foreign key (escalation_id) references escalation (id),
  constraint fk_escalation_step_agency foreign key (agency_id) references agency (id),
  constraint fk_escalation_step_member foreign key (member_id) references member (id)
);

-- The ladder (sample): working days that each stage may take. A setting of the board.
create table escalation_ladder (
  stage tinyint not null primary key,
  who varchar(200) not null,
  within_days int not null
);
insert into escalation_ladder (stage, who, within_days) values
  (1, 'Practitioner to practitioner, by voice', 1),
  (2, 'Line manager to line manager', 2),
  (3, 'Named or designated professional, or head of service', 2),
  (4, 'Director-level leads; the KSCB manager is told', 3),
  (5, 'KSCB independent chair decides the process', 5);
