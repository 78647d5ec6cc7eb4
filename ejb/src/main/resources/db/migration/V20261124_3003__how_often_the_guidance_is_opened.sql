-- Counts only: nobody who reads is written down. agency_id 0 is anybody without an account; level 0 the guidance as a whole.
create table guidance_use (
  day date not null,
  agency_id bigint not null,
  level int not null,
  times bigint not null,
  primary key (day, agency_id, level)
);
