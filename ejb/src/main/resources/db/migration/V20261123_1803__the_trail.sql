-- Append-only and hash-chained: each entry's hash covers the entry and the hash before it.
create table trail_entry (
  number bigint not null primary key,
  at bigint not null,
  who varchar(60) not null,
  agency varchar(40) not null,
  what varchar(60) character set ascii collate ascii_bin not null,
  object varchar(200) not null,
  result varchar(20) character set ascii collate ascii_bin not null,
  before_hash char(64) character set ascii collate ascii_bin not null,
  hash char(64) character set ascii collate ascii_bin not null,
  key ix_trail_entry_agency (agency, number)
);

-- One row: the end of the chain. Locking it puts writers in line.
create table trail_head (
  id tinyint not null primary key,
  number bigint not null,
  hash char(64) character set ascii collate ascii_bin not null
);
insert into trail_head (id, number, hash) values (1, 0, repeat('0', 64));
