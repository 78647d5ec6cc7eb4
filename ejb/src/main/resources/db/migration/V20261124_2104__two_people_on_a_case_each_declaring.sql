-- Two may answer a case together; whoever answers says first that it is not a case they worked on or managed.
alter table return_case
  add column helper_member_id bigint,
  add constraint fk_return_case_helper foreign key (helper_member_id) references member (id),
  drop column declared_by,
  drop column declared_at;

create table return_declaration (
  return_case_id bigint not null,
  member_id bigint not null,
  declared_at bigint not null,
  primary key (return_case_id, member_id),
  constraint fk_declaration_return_case foreign key (return_case_id) references return_case (id),
  constraint fk_declaration_member foreign key (member_id) references member (id)
);
