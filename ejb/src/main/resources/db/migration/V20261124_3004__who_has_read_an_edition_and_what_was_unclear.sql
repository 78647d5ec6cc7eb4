create table guidance_confirmation (
  id bigint not null auto_increment primary key,
  edition_id bigint not null,
  member_id bigint not null,
  agency_id bigint not null,
  post_id bigint,
  confirmed_on date not null,
  confirmed_at bigint not null,
  constraint uq_guidance_confirmation unique (edition_id, member_id, agency_id),
  key ix_guidance_confirmation_agency (edition_id, agency_id, confirmed_on),
  constraint fk_guidance_confirmation_edition foreign key (edition_id) references guidance_edition (id),
  constraint fk_guidance_confirmation_member foreign key (member_id) references member (id),
  constraint fk_guidance_confirmation_agency foreign key (agency_id) references agency (id)
);

-- From which agency, and not from whom.
create table guidance_unclear (
  id bigint not null auto_increment primary key,
  edition_id bigint not null,
  example varchar(10) character set ascii collate ascii_bin not null,
  agency_id bigint not null,
  why varchar(500) not null,
  said_on date not null,
  key ix_guidance_unclear_edition (edition_id, agency_id),
  constraint fk_guidance_unclear_edition foreign key (edition_id) references guidance_edition (id),
  constraint fk_guidance_unclear_agency foreign key (agency_id) references agency (id)
);
