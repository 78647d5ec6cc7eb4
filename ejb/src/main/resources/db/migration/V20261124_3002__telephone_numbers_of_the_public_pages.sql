-- A check or a change is a new row; the newest of a kind counts.
create table urgent_number (
  id bigint not null auto_increment primary key,
  kind varchar(10) character set ascii collate ascii_bin not null,
  number varchar(30) not null,
  owner varchar(100) not null,
  checked_on date not null,
  recorded_by varchar(60) not null,
  recorded_at bigint not null,
  key ix_urgent_number_kind (kind, id)
);
