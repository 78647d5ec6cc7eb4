-- The post that owns a contribution stays; a coordinator may name one person of the agency beside it.
alter table contribution
  add column member_id bigint,
  add constraint fk_contribution_member foreign key (member_id) references member (id);
