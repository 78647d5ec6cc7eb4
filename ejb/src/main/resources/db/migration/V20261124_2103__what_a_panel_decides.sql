-- Append-only: the newest moderation of a case, part and subject counts. The self-grade beside it is never touched.
create table moderation (
  id bigint not null auto_increment primary key,
  return_case_id bigint not null,
  subject varchar(10) character set ascii collate ascii_bin not null,
  grade varchar(30) character set ascii collate ascii_bin not null,
  self_grade varchar(30) character set ascii collate ascii_bin,
  reason varchar(2000) not null,
  dissent varchar(1000),
  lifted_cap_reason varchar(1000),
  panel varchar(500) not null,
  moderated_by bigint not null,
  moderated_at bigint not null,
  key ix_moderation_newest (return_case_id, subject, id),
  constraint fk_moderation_return_case foreign key (return_case_id) references return_case (id),
  constraint fk_moderation_by foreign key (moderated_by) references member (id)
);

create table moderation_member (
  moderation_id bigint not null,
  member_id bigint not null,
  agency_id bigint not null,
  primary key (moderation_id, member_id),
  constraint fk_moderation_member_moderation foreign key (moderation_id) references moderation (id),
  constraint fk_moderation_member_member foreign key (member_id) references member (id),
  constraint fk_moderation_member_agency foreign key (agency_id) references agency (id)
);
