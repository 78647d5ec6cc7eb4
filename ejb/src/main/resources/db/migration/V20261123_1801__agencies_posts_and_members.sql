-- Moments are milliseconds since 1970 UTC: no server, driver or summer time can shift them.
-- An agency is a tenant. People act for agencies in roles; posts own work and outlast the people who hold them.
create table agency (
  id bigint not null auto_increment primary key,
  code varchar(40) character set ascii collate ascii_bin not null,
  name varchar(200) not null,
  short_name varchar(60) not null,
  umbrella_id bigint,
  position int not null default 100,
  constraint uq_agency_code unique (code),
  constraint fk_agency_umbrella foreign key (umbrella_id) references agency (id)
);

create table member (
  id bigint not null auto_increment primary key,
  user_name varchar(60) character set ascii collate ascii_bin not null,
  name varchar(120) not null,
  password_hash varchar(255) character set ascii collate ascii_bin,
  last_signed_in bigint,
  signed_in_before bigint,
  created_at bigint not null,
  constraint uq_member_user_name unique (user_name)
);

create table member_role (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  member_id bigint not null,
  agency_id bigint not null,
  role varchar(20) character set ascii collate ascii_bin not null,
  board varchar(100),
  given_at bigint not null,
  given_by varchar(60) not null,
  withdrawn_at bigint,
  withdrawn_by varchar(60),
  constraint uq_member_role_public_id unique (public_id),
  key ix_member_role_member (member_id, withdrawn_at),
  key ix_member_role_agency (agency_id, withdrawn_at),
  constraint fk_member_role_member foreign key (member_id) references member (id),
  constraint fk_member_role_agency foreign key (agency_id) references agency (id)
);

create table post (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  agency_id bigint not null,
  title varchar(200) not null,
  constraint uq_post_public_id unique (public_id),
  constraint uq_post_title unique (agency_id, title),
  constraint fk_post_agency foreign key (agency_id) references agency (id)
);

create table post_holding (
  id bigint not null auto_increment primary key,
  post_id bigint not null,
  member_id bigint not null,
  from_on date not null,
  until_on date,
  key ix_post_holding_post (post_id, until_on),
  constraint fk_post_holding_post foreign key (post_id) references post (id),
  constraint fk_post_holding_member foreign key (member_id) references member (id)
);
