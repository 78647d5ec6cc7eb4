-- A joint action is several debts: one contribution an agency, each spoken for by that agency alone.
create table contribution (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  action_id bigint not null,
  agency_id bigint not null,
  post_id bigint,
  basis varchar(10) character set ascii collate ascii_bin not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  answered_on date,
  query_reason varchar(500),
  owes varchar(500),
  due_on date,
  import_id bigint,
  added_on date not null,
  added_at bigint not null,
  removed_on date,
  constraint uq_contribution_public_id unique (public_id),
  constraint uq_contribution_agency unique (action_id, agency_id, added_at),
  key ix_contribution_agency (agency_id, removed_on, action_id),
  key ix_contribution_added (added_at),
  constraint fk_contribution_action foreign key (action_id) references action (id),
  constraint fk_contribution_agency foreign key (agency_id) references agency (id),
  constraint fk_contribution_post foreign key (post_id) references post (id),
  constraint fk_contribution_import foreign key (import_id) references plan_import (id)
);

-- Append-only. agency_only rows leave the database for nobody but the reporting agency.
create table progress_update (
  id bigint not null auto_increment primary key,
  contribution_id bigint not null,
  agency_id bigint not null,
  member_id bigint,
  reported_on date not null,
  recorded_at bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  done varchar(1500) not null,
  next_step varchar(1500),
  blocks varchar(1500),
  agency_only boolean not null,
  key ix_update_latest (contribution_id, reported_on, id, agency_only, agency_id, status),
  key ix_update_recorded (recorded_at),
  constraint fk_update_contribution foreign key (contribution_id) references contribution (id),
  constraint fk_update_agency foreign key (agency_id) references agency (id),
  constraint fk_update_member foreign key (member_id) references member (id)
);

-- "everything" goes up by one with every change to plan, contributions or updates: cached counts are thrown away by it
-- on every node. "wording" goes up when the plan itself changes: a preview of an older plan must be made again.
create table plan_version (
  what varchar(12) character set ascii collate ascii_bin not null primary key,
  version bigint not null
);
insert into plan_version (what, version) values ('everything', 0), ('wording', 0);
