-- What the population was, written down before the draw, and what the drawn sample turned out to hold.
alter table sample_draw
  add column inclusion varchar(500) not null default '',
  add column exclusion varchar(500) not null default '',
  add column spread varchar(1000) not null default '[]';

-- Only to see how a sample is spread: deleted with the population, and in no case.
alter table population
  add column disabled boolean,
  add column in_care boolean,
  add column family varchar(30) character set utf8mb4 collate utf8mb4_bin;
