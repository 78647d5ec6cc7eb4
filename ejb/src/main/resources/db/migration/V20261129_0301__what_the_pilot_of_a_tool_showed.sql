-- Before the sample is drawn the tool is tried on two cases; from the draw on it no longer changes.
alter table sample_draw add column pilot varchar(500) not null default '';
