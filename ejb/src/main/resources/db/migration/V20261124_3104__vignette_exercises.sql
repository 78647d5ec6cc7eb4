-- Do we judge alike? Short invented cases, answered by practitioners of all agencies without seeing each other's answers.
create table vignette_exercise (
  id bigint not null auto_increment primary key,
  public_id char(20) character set ascii collate ascii_bin not null,
  title varchar(120) not null,
  edition int,
  edition_label varchar(100),
  opens_on date not null,
  closes_on date not null,
  closed_early_on date,
  repeats_id bigint,
  made_by varchar(60) not null,
  made_at bigint not null,
  constraint uq_vignette_exercise_public_id unique (public_id),
  constraint fk_vignette_exercise_repeats foreign key (repeats_id) references vignette_exercise (id)
);

-- A case of one exercise; its code is the same when the exercise is repeated. The panel sets its level after closing.
create table vignette_case (
  id bigint not null auto_increment primary key,
  exercise_id bigint not null,
  code varchar(10) character set ascii collate ascii_bin not null,
  position int not null,
  words varchar(1000) not null,
  indicators varchar(200) character set ascii collate ascii_bin not null,
  panel_level tinyint,
  panel_set_by varchar(60),
  panel_set_at bigint,
  constraint uq_vignette_case unique (exercise_id, code),
  constraint fk_vignette_case_exercise foreign key (exercise_id) references vignette_exercise (id)
);

-- Append-only: who changes their mind answers again, and the newest answer counts. No answer is shown with a name.
create table vignette_answer (
  id bigint not null auto_increment primary key,
  case_id bigint not null,
  agency_id bigint not null,
  member_id bigint not null,
  level tinyint not null,
  why varchar(500) not null,
  answered_at bigint not null,
  key ix_vignette_answer_newest (case_id, member_id, id),
  constraint fk_vignette_answer_case foreign key (case_id) references vignette_case (id),
  constraint fk_vignette_answer_agency foreign key (agency_id) references agency (id),
  constraint fk_vignette_answer_member foreign key (member_id) references member (id)
);
