-- What counts on which day follows from effective_from; no state is stored. The wording is one document (JSON).
create table guidance_edition (
  id bigint not null auto_increment primary key,
  number int not null,
  label varchar(100) not null,
  revision bigint not null,
  based_on int,
  document longtext not null,
  begun_on date not null,
  begun_by varchar(60) not null,
  reworded_by varchar(60) not null,
  reworded_at bigint not null,
  consultation_from date,
  consultation_until date,
  effective_from date,
  review_due date,
  constraint uq_guidance_edition_number unique (number),
  constraint uq_guidance_edition_effective unique (effective_from)
);

-- A body's decision. One that was voided, because the wording was opened again, stays for the record.
create table guidance_approval (
  id bigint not null auto_increment primary key,
  edition_id bigint not null,
  body varchar(20) character set ascii collate ascii_bin not null,
  decided_on date not null,
  minute varchar(200) not null,
  recorded_by varchar(60) not null,
  recorded_at bigint not null,
  void_at bigint,
  void_by varchar(60),
  void_reason varchar(500),
  key ix_guidance_approval_edition (edition_id),
  constraint fk_guidance_approval_edition foreign key (edition_id) references guidance_edition (id)
);
