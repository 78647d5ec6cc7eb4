-- A talk between professionals before a referral. District and theme come from lists; there is no room for a child.
create table advice_request (
  id bigint not null auto_increment primary key,
  reference char(9) character set ascii collate ascii_bin not null,
  agency_id bigint not null,
  member_id bigint not null,
  district varchar(30) character set ascii collate ascii_bin not null,
  theme varchar(30) character set ascii collate ascii_bin not null,
  asked_at bigint not null,
  due_at bigint not null,
  provisional boolean not null,
  answered_at bigint,
  answered_by bigint,
  constraint uq_advice_reference unique (reference),
  key ix_advice_member (member_id, asked_at),
  key ix_advice_open (answered_at, asked_at),
  constraint fk_advice_agency foreign key (agency_id) references agency (id),
  constraint fk_advice_member foreign key (member_id) references member (id)
);
