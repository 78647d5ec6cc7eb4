-- A copy of an audit takes its steps as they were planned, without what a pause added.
alter table audit_step add column paused_days int not null default 0;
