-- What the plan says is kept in wordings, each true from one day until another: any past day can be shown again.
create table plan_import (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  file_name varchar(255) not null,
  format varchar(20) character set ascii collate ascii_bin not null,
  state varchar(20) character set ascii collate ascii_bin not null,
  uploaded_at bigint not null,
  uploaded_by varchar(60) not null,
  source longblob not null,
  document longtext not null,
  reading longtext not null,
  seen_version bigint not null,
  decided_at bigint,
  decided_by varchar(60),
  outcome varchar(200) not null default '',
  constraint uq_plan_import_public_id unique (public_id)
);

create table plan_edition (
  id bigint not null auto_increment primary key,
  import_id bigint not null,
  valid_from date not null,
  valid_until date not null,
  closed_by bigint,
  document longtext not null,
  key ix_plan_edition_valid (valid_until, valid_from),
  constraint fk_plan_edition_import foreign key (import_id) references plan_import (id)
);

create table action (
  id bigint not null auto_increment primary key,
  ref varchar(30) character set ascii collate ascii_bin not null,
  sort_key varchar(60) character set ascii collate ascii_bin not null,
  constraint uq_action_ref unique (ref)
);

create table action_wording (
  id bigint not null auto_increment primary key,
  action_id bigint not null,
  import_id bigint not null,
  valid_from date not null,
  valid_until date not null,
  closed_by bigint,
  position int not null,
  sort_key varchar(60) character set ascii collate ascii_bin not null,
  ref varchar(30) character set ascii collate ascii_bin not null,
  priority int not null,
  outcome varchar(20) character set ascii collate ascii_bin not null,
  text varchar(2000) not null,
  text_bullets text not null,
  said_complete boolean not null,
  leads text not null,
  lead_agency_id bigint,
  joint_with text not null,
  joint_scope varchar(10) character set ascii collate ascii_bin,
  partners_unnamed boolean not null,
  named_agencies text not null,
  links text not null,
  notes text not null,
  start_on date,
  due_on date,
  due_sort date as (coalesce(due_on, '9999-12-31')) stored,
  date_unconfirmed boolean not null,
  search_text text not null,
  fingerprint char(64) character set ascii collate ascii_bin not null,
  key ix_wording_action (action_id, valid_until),
  key ix_wording_due (valid_until, due_sort, sort_key),
  key ix_wording_order (valid_until, sort_key),
  constraint fk_wording_action foreign key (action_id) references action (id),
  constraint fk_wording_import foreign key (import_id) references plan_import (id),
  constraint fk_wording_lead_agency foreign key (lead_agency_id) references agency (id)
);

create table action_reference (
  wording_id bigint not null,
  ref varchar(10) character set ascii collate ascii_bin not null,
  position int not null,
  primary key (wording_id, ref),
  key ix_action_reference_ref (ref, wording_id),
  constraint fk_action_reference_wording foreign key (wording_id) references action_wording (id) on delete cascade
);

create table milestone (
  id bigint not null auto_increment primary key,
  wording_id bigint not null,
  no int not null,
  timescale_raw varchar(1000) not null,
  timescale_cell_raw varchar(2000),
  start_on date,
  end_on date,
  review boolean not null,
  completed boolean not null,
  recurrence varchar(60),
  recurrence_source varchar(20),
  leads text not null,
  leads_inherited boolean not null,
  measures text not null,
  same_measures_as int,
  measure_recurrences text not null,
  date_note varchar(1000),
  date_state varchar(20) character set ascii collate ascii_bin not null,
  confirmed_by varchar(60),
  confirmed_at bigint,
  constraint uq_milestone_no unique (wording_id, no),
  constraint fk_milestone_wording foreign key (wording_id) references action_wording (id) on delete cascade
);
