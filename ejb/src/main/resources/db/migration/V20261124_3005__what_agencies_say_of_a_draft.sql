-- An agency's comment is seen by that agency and by those who run the consultation.
create table guidance_comment (
  id bigint not null auto_increment primary key,
  edition_id bigint not null,
  agency_id bigint not null,
  member_id bigint not null,
  about varchar(10) character set ascii collate ascii_bin not null,
  words varchar(2000) not null,
  said_on date not null,
  said_at bigint not null,
  key ix_guidance_comment_edition (edition_id, agency_id),
  constraint fk_guidance_comment_edition foreign key (edition_id) references guidance_edition (id),
  constraint fk_guidance_comment_agency foreign key (agency_id) references agency (id),
  constraint fk_guidance_comment_member foreign key (member_id) references member (id)
);
