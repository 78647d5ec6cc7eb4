-- What one agency does about a recommendation: the words as agreed never change, nor does the first date.
create table audit_action (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  recommendation_id bigint not null,
  agency_id bigint not null,
  text varchar(500) not null,
  measure varchar(300),
  measure_start varchar(100),
  measure_target varchar(100),
  better_off varchar(500) not null,
  due_on date not null,
  added_on date not null,
  added_at bigint not null,
  added_by bigint not null,
  constraint uq_audit_action_public_id unique (public_id),
  key ix_audit_action_agency (agency_id, due_on),
  constraint fk_audit_action_recommendation foreign key (recommendation_id) references recommendation (id),
  constraint fk_audit_action_agency foreign key (agency_id) references agency (id),
  constraint fk_audit_action_by foreign key (added_by) references member (id)
);

create table audit_action_contributor (
  action_id bigint not null,
  agency_id bigint not null,
  primary key (action_id, agency_id),
  constraint fk_audit_contributor_action foreign key (action_id) references audit_action (id),
  constraint fk_audit_contributor_agency foreign key (agency_id) references agency (id)
);

-- Append-only.
create table audit_action_update (
  id bigint not null auto_increment primary key,
  action_id bigint not null,
  reported_on date not null,
  recorded_at bigint not null,
  reported_by bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  done varchar(1500) not null,
  evidence varchar(300),
  evidence_link varchar(500),
  key ix_audit_action_update (action_id, id),
  constraint fk_audit_action_update_action foreign key (action_id) references audit_action (id),
  constraint fk_audit_action_update_by foreign key (reported_by) references member (id)
);

-- Append-only: a level is proposed by an agency and counts once the KSCB manager has agreed to it.
create table impact_review (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  recommendation_id bigint not null,
  level int not null,
  shown_by varchar(12) character set ascii collate ascii_bin not null,
  evidence varchar(1000) not null,
  reaudit_id bigint,
  proposed_for bigint not null,
  proposed_by varchar(60) not null,
  proposed_on date not null,
  proposed_at bigint not null,
  agreed_on date,
  agreed_by varchar(60),
  constraint uq_impact_review_public_id unique (public_id),
  key ix_impact_review (recommendation_id, id),
  constraint fk_impact_review_recommendation foreign key (recommendation_id) references recommendation (id),
  constraint fk_impact_review_reaudit foreign key (reaudit_id) references practice_audit (id),
  constraint fk_impact_review_agency foreign key (proposed_for) references agency (id)
);
